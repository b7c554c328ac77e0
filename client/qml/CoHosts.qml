pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import "parts"

// What a co-host may do. They act through the host's computer; each of their orders can be undone.
DialogFrame {
    id: sheet

    required property CoHostsModel cohosts
    readonly property bool narrow: width < Theme.size.compactWidth - Theme.space.xxl
    property bool adding: false

    function openAt(person: string): void {
        adding = false;
        if (person !== "")
            cohosts.choose(person);
        open();
    }

    name: qsTr("Co-hosts")
    wide: 944
    tall: narrow ? 0 : 720
    onOpened: add.forceActiveFocus(Qt.TabFocusReason)

    SheetHead {
        glyph: "user-cog"
        text: sheet.name
        detail: sheet.cohosts.isHost ? qsTr("They act through your computer. Nobody can suspend, remove, mute or demote you.") : qsTr("They act through the host’s computer. Nobody can suspend, remove, mute or demote the host.")
        closable: true
        onClosed: sheet.close()
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: sheet.narrow ? 1 : 2
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m

        Block {
            Layout.preferredWidth: 304
            Layout.maximumWidth: sheet.narrow ? sheet.width : 304
            Layout.fillHeight: !sheet.narrow
            color: Theme.color.well
            gap: Theme.space.xxs

            ListView {
                id: leads

                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(contentHeight, Theme.size.row * 4)
                objectName: "cohosts"
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                spacing: Theme.space.xxs
                model: sheet.cohosts.cohosts
                Accessible.role: Accessible.List
                Accessible.name: sheet.name

                delegate: QueueRow {
                    chosen: key === sheet.cohosts.chosen
                    onClicked: sheet.cohosts.choose(key)
                }
            }
            Paragraph {
                Layout.fillWidth: true
                visible: leads.count === 0
                text: qsTr("There is no co-host yet. A meeting of strangers is easier with two.")
                font: Theme.type.small
            }
            AppButton {
                id: add

                Layout.fillWidth: true
                Layout.topMargin: Theme.space.xs
                objectName: "addCohost"
                visible: sheet.cohosts.mayAppoint
                glyph: sheet.adding ? "x" : "plus"
                text: sheet.adding ? qsTr("Cancel") : qsTr("Add a co-host…")
                onClicked: sheet.adding = !sheet.adding
            }
            ListView {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(contentHeight, Theme.size.row * 4)
                visible: sheet.adding
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                model: sheet.cohosts.others
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Members")

                delegate: QueueRow {
                    objectName: "appoint_" + key
                    onClicked: {
                        sheet.adding = false;
                        sheet.cohosts.appoint(key);
                    }
                }
            }
            Item {
                Layout.fillHeight: true
            }
            AppText {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space.xs
                Layout.bottomMargin: Theme.space.xxs
                visible: acts.count > 0
                text: qsTr("What %1 did").arg(sheet.cohosts.chosenName)
                font: Theme.type.captionStrong
                color: Theme.color.muted
            }
            ListView {
                id: acts

                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(contentHeight, Theme.size.row * (sheet.adding ? 2 : 4))
                objectName: "acts"
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                model: sheet.cohosts.acts
                Accessible.role: Accessible.List
                Accessible.name: qsTr("What %1 did").arg(sheet.cohosts.chosenName)

                delegate: RowLayout {
                    id: act

                    required property string key
                    required property string text
                    required property string at
                    required property bool undone
                    required property bool canUndo

                    width: ListView.view.width
                    height: Theme.size.row
                    spacing: Theme.space.xs

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 2

                        AppText {
                            Layout.fillWidth: true
                            text: act.text
                            font: Theme.type.bodyMedium
                            color: act.undone ? Theme.color.muted : Theme.color.text
                        }
                        AppText {
                            Layout.fillWidth: true
                            text: act.undone ? qsTr("%1 · undone").arg(act.at) : act.at
                            font: Theme.type.caption
                            color: Theme.color.muted
                        }
                    }
                    IconButton {
                        objectName: "undo" + act.key
                        visible: act.canUndo && sheet.cohosts.mayAppoint
                        outlined: true
                        glyph: "undo-2"
                        text: qsTr("Undo: %1").arg(act.text)
                        onClicked: sheet.cohosts.undo(act.key)
                    }
                }
            }
        }
        Block {
            Layout.fillHeight: !sheet.narrow
            visible: sheet.cohosts.chosen !== ""
            color: Theme.color.well
            title: qsTr("%1 may").arg(sheet.cohosts.chosenName)
            note: qsTr("counts at once")
            gap: 0

            Repeater {
                model: sheet.cohosts.powers

                ColumnLayout {
                    id: power

                    required property int index
                    required property string key
                    required property string glyph
                    required property string text
                    required property bool on
                    required property bool extra

                    Layout.fillWidth: true
                    spacing: 0

                    Divider {
                        Layout.topMargin: Theme.space.xs
                        Layout.bottomMargin: Theme.space.xs
                        visible: power.key === "remove_freely"
                    }
                    AppText {
                        Layout.bottomMargin: Theme.space.xxs
                        visible: power.key === "remove_freely"
                        text: qsTr("Only if you give it")
                        font: Theme.type.captionStrong
                        color: Theme.color.muted
                    }
                    SwitchRow {
                        objectName: "power_" + power.key
                        glyph: power.glyph
                        text: power.text
                        on: power.on
                        enabled: sheet.cohosts.mayAppoint && !sheet.cohosts.hasChair
                        onToggled: wanted => sheet.cohosts.give(power.key, wanted)
                    }
                }
            }
            Paragraph {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space.xs
                visible: sheet.cohosts.hasChair
                text: sheet.cohosts.isHost ? qsTr("Has the chair: decides as you do, and cannot act on you. Your computer stays the door.") : qsTr("Has the chair, and decides as the host does.")
                font: Theme.type.small
            }
            Item {
                Layout.fillHeight: true
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space.s
                visible: sheet.cohosts.mayAppoint
                columns: sheet.narrow ? 1 : 3
                columnSpacing: Theme.space.xs

                AppButton {
                    objectName: "dismiss"
                    text: qsTr("No longer co-host")
                    onClicked: sheet.cohosts.dismiss(sheet.cohosts.chosen)
                }
                Item {
                    Layout.fillWidth: true
                    visible: !sheet.narrow
                }
                AppButton {
                    objectName: "chair"
                    visible: sheet.cohosts.isHost
                    text: sheet.cohosts.hasChair ? qsTr("Take the chair back") : qsTr("Hand over the chair…")
                    onClicked: sheet.cohosts.hasChair ? sheet.cohosts.takeBack() : sure.open()
                }
            }
        }
    }

    DialogFrame {
        id: sure

        name: qsTr("Hand the chair to %1?").arg(sheet.cohosts.chosenName)
        wide: 480
        onOpened: cancel.forceActiveFocus(Qt.TabFocusReason)

        SheetHead {
            glyph: "user-cog"
            tone: "warn"
            text: sure.name
            detail: qsTr("They decide as you do, and cannot act on you. Your computer stays the door: the meeting ends with it. You take the chair back when you like.")
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space.xs

            Item {
                Layout.fillWidth: true
            }
            AppButton {
                id: cancel

                text: qsTr("Cancel")
                onClicked: sure.close()
            }
            AppButton {
                objectName: "handOver"
                kind: "primary"
                text: qsTr("Hand over")
                onClicked: {
                    sheet.cohosts.handOver();
                    sure.close();
                }
            }
        }
    }
}
