import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// A name given by the host: it stays, and everyone sees who gave it.
DialogFrame {
    id: dialog

    required property PeopleModel people
    property string key
    property string who
    property bool named: false

    function show(person: string, called: string, byHost: bool): void {
        key = person;
        who = called;
        named = byHost;
        given.text = called;
        open();
    }
    function take(): void {
        if (given.text.trim() === "")
            return;
        dialog.people.renameMember(dialog.key, given.text);
        dialog.close();
    }

    name: qsTr("Rename %1").arg(who)
    wide: 480
    onOpened: {
        given.forceActiveFocus(Qt.PopupFocusReason);
        given.selectAll();
    }

    SheetHead {
        glyph: "text-cursor-input"
        text: dialog.name
        detail: qsTr("Everyone sees that the host gave this name. They cannot change it.")
    }
    Field {
        id: given

        objectName: "givenName"
        Layout.fillWidth: true
        label: qsTr("Name")
        placeholderText: qsTr("Name")
        maximumLength: 64
        onAccepted: dialog.take()
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.space.xs

        AppButton {
            objectName: "freeName"
            visible: dialog.named
            text: qsTr("Their own choice again")
            onClicked: {
                dialog.people.renameMember(dialog.key, "");
                dialog.close();
            }
        }
        AppButton {
            text: qsTr("Cancel")
            onClicked: dialog.close()
        }
        AppButton {
            kind: "primary"
            enabled: given.text.trim() !== ""
            text: qsTr("Rename")
            onClicked: dialog.take()
        }
    }
}
