import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// Another name for oneself; everyone sees that it changed.
DialogFrame {
    id: dialog

    required property MeetingModel meeting

    function take(): void {
        if (name_.text.trim() === "")
            return;
        dialog.meeting.rename(name_.text.trim());
        dialog.close();
    }

    name: qsTr("Change your name")
    wide: 440
    onOpened: name_.forceActiveFocus(Qt.PopupFocusReason)

    SheetHead {
        glyph: "text-cursor-input"
        text: dialog.name
        detail: qsTr("Everyone sees the new name.")
    }
    Field {
        id: name_

        objectName: "newName"
        Layout.fillWidth: true
        label: qsTr("Your name")
        placeholderText: qsTr("Your name")
        maximumLength: 64
        onAccepted: dialog.take()
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space.xs

        Item {
            Layout.fillWidth: true
        }
        AppButton {
            text: qsTr("Cancel")
            onClicked: dialog.close()
        }
        AppButton {
            kind: "primary"
            enabled: name_.text.trim() !== ""
            text: qsTr("Change")
            onClicked: dialog.take()
        }
    }
}
