import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// An address from the chat in full, before anything is opened.
DialogFrame {
    id: dialog

    required property ChatModel chat
    property string address

    function show(link: string): void {
        address = link;
        open();
    }

    name: qsTr("Open this address?")
    wide: 520

    SheetHead {
        glyph: "link"
        text: qsTr("Open this address?")
        detail: qsTr("It opens in your browser, outside the meeting. Whoever runs it sees your network address.")
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: full.implicitHeight + Theme.space.s * 2
        radius: Theme.radius.control
        color: Theme.color.well
        border.width: Theme.size.border
        border.color: Theme.color.line

        Paragraph {
            id: full

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.space.s
            objectName: "fullAddress"
            text: dialog.address
            color: Theme.color.text
            wrapMode: Text.WrapAnywhere
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space.xs

        AppButton {
            glyph: "copy"
            text: qsTr("Copy")
            onClicked: {
                dialog.chat.copyAddress(dialog.address);
                dialog.close();
            }
        }
        Item {
            Layout.fillWidth: true
        }
        AppButton {
            focus: true
            text: qsTr("Cancel")
            onClicked: dialog.close()
        }
        AppButton {
            objectName: "openAddress"
            glyph: "move-up-right"
            directional: true
            text: qsTr("Open")
            onClicked: {
                dialog.chat.openAddress(dialog.address);
                dialog.close();
            }
        }
    }
}
