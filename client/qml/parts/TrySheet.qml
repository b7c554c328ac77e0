import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// The line broke: what is so, what happens next, and that nothing opens by itself.
Floating {
    id: sheet

    required property MeetingModel meeting

    signal leaveAsked

    implicitHeight: again.implicitHeight + Theme.space.l * 2
    height: implicitHeight

    ColumnLayout {
        id: again

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space.l
        spacing: Theme.space.m

        SheetHead {
            glyph: "refresh-cw"
            text: qsTr("Trying again")
            detail: qsTr("These pictures are from %1.").arg(sheet.meeting.lostAt)
        }
        FactRow {
            glyph: "ticket"
            text: qsTr("You do not wait at the door again")
            detail: qsTr("Your ticket lets you in, unless the host removed you.")
        }
        FactRow {
            glyph: "network"
            text: qsTr("The host’s computer does not answer")
            detail: qsTr("It may be restarting; that takes up to 2 minutes.")
        }
        AppButton {
            glyph: "log-out"
            directional: true
            text: qsTr("Leave")
            onClicked: sheet.leaveAsked()
        }
    }
}
