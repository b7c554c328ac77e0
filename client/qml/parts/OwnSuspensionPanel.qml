pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// What the suspended person sees: the reason, and the three things that nobody can take away.
SidePanel {
    id: panel

    required property SuspensionModel suspension

    signal reportAsked
    signal leaveAsked

    title: qsTr("Your suspension")
    footer: Component {
        RowLayout {
            spacing: Theme.space.xs

            AppButton {
                objectName: "reportSomebody"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                glyph: "flag"
                text: qsTr("Report…")
                onClicked: panel.reportAsked()
            }
            AppButton {
                objectName: "leaveSuspended"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                glyph: "log-out"
                directional: true
                text: qsTr("Leave")
                onClicked: panel.leaveAsked()
            }
        }
    }

    FactRow {
        glyph: "user-round-x"
        label: qsTr("By")
        text: panel.suspension.by
    }
    AppText {
        text: qsTr("The reason given")
        font: Theme.type.captionStrong
        color: Theme.color.muted
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: reason.contentHeight + Theme.space.s * 2
        radius: Theme.radius.control
        color: Theme.color.raised
        border.width: Theme.highContrast ? Theme.size.border : 0
        border.color: Theme.color.line

        Paragraph {
            id: reason

            anchors.fill: parent
            anchors.margins: Theme.space.s
            text: panel.suspension.reason || qsTr("No reason was given.")
            color: panel.suspension.reason ? Theme.color.text : Theme.color.muted
        }
    }
    AppText {
        text: qsTr("Stopped until given back")
        font: Theme.type.captionStrong
        color: Theme.color.muted
    }
    StopGrid {}
    Paragraph {
        Layout.fillWidth: true
        visible: panel.suspension.receivesNothing
        text: qsTr("You do not see and hear the meeting either.")
        font: Theme.type.small
        color: Theme.color.text
    }
    Divider {}
    AppText {
        text: qsTr("You do not agree?")
        font: Theme.type.bodyStrong
    }
    AppealBox {
        suspension: panel.suspension
    }
    Item {
        Layout.fillHeight: true
    }
}
