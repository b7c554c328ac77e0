pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// Who waits (for host and co-hosts), who is in, and how to invite more.
SidePanel {
    id: panel

    required property MeetingModel meeting
    required property PeopleModel people
    required property DoorModel door
    property bool mayInvite: false

    signal menuAsked(string key, Item at)
    signal lookAsked(string key)
    signal inviteAsked

    title: qsTr("Participants")
    footer: mayInvite ? inviteButton : null

    Component {
        id: inviteButton

        AppButton {
            glyph: "user-plus"
            text: qsTr("Invite people")
            onClicked: panel.inviteAsked()
        }
    }

    Field {
        objectName: "searchPeople"
        Layout.fillWidth: true
        label: qsTr("Search people")
        glyph: "search"
        placeholderText: qsTr("Search people")
        text: panel.people.search
        onTextEdited: panel.people.search = text
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: waiting.implicitHeight + Theme.space.s * 2
        radius: Theme.radius.card
        color: Theme.color.raised
        border.width: Theme.highContrast ? Theme.size.border : 0
        border.color: Theme.color.line
        visible: panel.meeting.mayModerate && panel.door.count > 0

        ColumnLayout {
            id: waiting

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.space.s
            spacing: Theme.space.xxs

            RowLayout {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.size.controlSmall
                spacing: Theme.space.xs

                Icon {
                    glyph: "door-open"
                    size: Theme.size.iconRow
                    color: Theme.color.accentText
                }
                AppText {
                    Layout.fillWidth: true
                    text: qsTr("Waiting room · %1").arg(panel.door.count)
                    font: Theme.type.smallStrong
                }
                AppButton {
                    objectName: "admitAll"
                    small: true
                    kind: "quiet"
                    text: qsTr("Admit %1").arg(panel.door.clean)
                    Accessible.description: qsTr("Guests with a warning are admitted one at a time.")
                    visible: panel.door.clean > 1
                    onClicked: panel.door.admitAll()
                }
            }
            Repeater {
                model: panel.door

                GuestRow {
                    onAdmitted: panel.door.admit(key)
                    onDeclined: panel.door.decline(key, "")
                    onLooked: panel.lookAsked(key)
                }
            }
        }
    }

    AppText {
        Layout.topMargin: Theme.space.xs
        text: qsTr("In this meeting · %1").arg(panel.people.members)
        font: Theme.type.captionStrong
        color: Theme.color.muted
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Repeater {
            model: panel.people

            PersonRow {
                onMenuAsked: at => panel.menuAsked(key, at)
            }
        }
        AppText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space.s
            visible: panel.people.count === 0
            text: qsTr("Nobody here has that name.")
            color: Theme.color.muted
            wrapMode: Text.Wrap
        }
    }
    Item {
        Layout.fillHeight: true
    }
}
