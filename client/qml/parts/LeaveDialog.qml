import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// Leaving asks. The host can end the meeting for all, or leave it to itself for a while.
DialogFrame {
    id: dialog

    required property MeetingModel meeting

    signal leaveAsked

    name: meeting.isHost ? qsTr("End or leave?") : qsTr("Leave the meeting?")
    wide: 520

    SheetHead {
        glyph: "log-out"
        tone: "neutral"
        text: dialog.name
        detail: dialog.meeting.isHost ? qsTr("When you leave, the others stay together and nobody can come in. Without a host the meeting ends by itself after 15 minutes.") : qsTr("Your way back in ends too: you would knock again.")
    }
    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.space.xs
        rowSpacing: Theme.space.xs
        columns: dialog.width < 480 ? 1 : 4

        Item {
            visible: dialog.width >= 480
            Layout.fillWidth: true
        }
        AppButton {
            focus: true
            Layout.fillWidth: dialog.width < 480
            text: qsTr("Stay")
            onClicked: dialog.close()
        }
        AppButton {
            objectName: "leave"
            Layout.fillWidth: dialog.width < 480
            kind: dialog.meeting.isHost ? "secondary" : "danger"
            text: qsTr("Leave")
            onClicked: {
                dialog.close();
                dialog.leaveAsked();
            }
        }
        AppButton {
            objectName: "endForAll"
            Layout.fillWidth: dialog.width < 480
            visible: dialog.meeting.isHost
            kind: "danger"
            text: qsTr("End for all")
            onClicked: {
                dialog.close();
                dialog.meeting.endForAll();
            }
        }
    }
}
