pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// So many strangers knock by the open link that they are one line; those whom one knows, or invited, stand first.
ColumnLayout {
    id: flood

    required property DoorModel door
    property bool narrow: false

    signal looked(string key)
    signal later

    spacing: Theme.space.m

    SheetHead {
        glyph: "door-open"
        tone: "warn"
        text: qsTr("At the door · %1").arg(flood.door.waiting)
        detail: qsTr("%1 strangers knocked within a minute. The chime is quiet now.").arg(flood.door.strangers)
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: flood.narrow ? 1 : 2
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.s

        Block {
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            visible: !flood.narrow
            color: Theme.color.well
            title: qsTr("Known, or with a personal invite")
            note: qsTr("always first")
            gap: Theme.space.xs

            ListView {
                id: known

                Layout.fillWidth: true
                Layout.fillHeight: true
                objectName: "knownGuests"
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                model: flood.door
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Known, or with a personal invite")

                delegate: GuestRow {
                    width: ListView.view.width
                    height: Math.max(Theme.size.row, implicitHeight)
                    plain: true
                    onAdmitted: flood.door.admit(key)
                    onDeclined: flood.door.decline(key, "")
                    onLooked: flood.looked(key)
                }
            }
            Paragraph {
                Layout.fillWidth: true
                visible: known.count === 0
                text: qsTr("Nobody you know waits. Half the places are kept for them.")
                font: Theme.type.small
            }
            AppButton {
                objectName: "admitKnown"
                Layout.fillWidth: true
                visible: flood.door.clean > 1
                glyph: "check-check"
                text: flood.door.cleanNames !== "" ? qsTr("Admit %1").arg(flood.door.cleanNames) : qsTr("Admit all %1").arg(flood.door.clean)
                onClicked: flood.door.admitAll()
            }
        }
        Block {
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            color: Theme.color.well
            title: qsTr("By the open link")
            gap: flood.narrow ? Theme.space.xs : Theme.space.m

            FactRow {
                objectName: "strangers"
                glyph: "users"
                tone: "warn"
                text: qsTr("%1 strangers by the open link").arg(flood.door.strangers)
                detail: qsTr("None met before · %1 wait").arg(flood.door.strangersWaiting)
            }
            FactRow {
                visible: !flood.narrow
                glyph: "link-2-off"
                text: qsTr("What closing it does")
                detail: qsTr("All of them are sent away. Personal invites go on working, and nobody inside notices.")
            }
            Item {
                visible: !flood.narrow
                Layout.fillHeight: true
            }
            AppButton {
                objectName: "closeLink"
                Layout.fillWidth: true
                kind: "primary"
                glyph: "link-2-off"
                text: flood.door.openLink ? qsTr("Close the open link") : qsTr("The open link is closed")
                enabled: flood.door.openLink
                onClicked: flood.door.closeLink()
            }
            AppButton {
                Layout.fillWidth: true
                glyph: "lock"
                text: qsTr("Lock the meeting")
                hint: qsTr("Then nobody new comes in, by any invite.")
                onClicked: flood.door.lock()
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space.s

        AppButton {
            visible: flood.narrow && flood.door.count > 0
            text: qsTr("Known, or with a personal invite")
            onClicked: flood.looked(flood.door.keyAt(0))
        }
        Item {
            Layout.fillWidth: true
            visible: flood.narrow
        }
        Paragraph {
            Layout.fillWidth: true
            visible: !flood.narrow
            text: qsTr("Strangers are never part of “Admit all” while there are more than 20 a minute.")
            font: Theme.type.small
        }
        AppButton {
            objectName: "later"
            text: qsTr("Later")
            onClicked: flood.later()
        }
    }
}
