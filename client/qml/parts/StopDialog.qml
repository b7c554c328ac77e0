pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// A second after "Stop everything": it has happened. What each sent, nobody ticked; then whom to report, whom to remove.
// Return does nothing here.
DialogFrame {
    id: dialog

    required property MeetingModel meeting
    required property OrdersModel orders
    required property SentModel sent
    required property SuspensionModel suspension
    property bool removing: false
    property bool reported: false

    // the toolbar, while the undo bar stands over it
    property int foot: 0

    signal resumeAsked

    name: qsTr("Everything has stopped")
    wide: 720
    below: orders.seconds > 0 ? foot + Theme.size.row + Theme.space.m : 0
    onOpened: {
        removing = reported = false;
        sent.untick();
        start.forceActiveFocus();
    }
    onClosed: sent.untick()

    FocusScope {
        id: frame

        Layout.fillWidth: true
        Layout.preferredHeight: body.implicitHeight
        Accessible.role: Accessible.Pane
        Accessible.name: dialog.name
        Keys.onReturnPressed: event => event.accepted = true
        Keys.onEnterPressed: event => event.accepted = true

        ColumnLayout {
            id: body

            width: parent.width
            spacing: Theme.space.m

            // the focus begins where nothing follows from a key
            Item {
                id: start

                Layout.preferredHeight: 1
                Layout.bottomMargin: -Theme.space.m - 1
                Accessible.ignored: true
            }
            SheetHead {
                glyph: "octagon-pause"
                tone: "danger"
                text: dialog.name
                detail: qsTr("For %1 people. The meeting is locked.").arg(dialog.meeting.pausedPeople)
                closable: true
                onClosed: dialog.close()
            }
            RowLayout {
                Layout.fillWidth: true

                AppText {
                    Layout.fillWidth: true
                    text: qsTr("What each sent in the last 60 seconds")
                    font: Theme.type.bodyStrong
                    wrapMode: Text.Wrap
                }
                AppText {
                    visible: dialog.width > 560
                    text: qsTr("By name; tick as many as you like")
                    font: Theme.type.small
                    color: Theme.color.muted
                }
            }
            Card {
                Layout.fillWidth: true
                implicitHeight: who.implicitHeight + Theme.space.xs
                color: Theme.color.well

                ColumnLayout {
                    id: who

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.topMargin: Theme.space.xxs
                    anchors.leftMargin: Theme.space.m
                    anchors.rightMargin: Theme.space.m
                    spacing: 0

                    Repeater {
                        model: dialog.sent

                        SentRow {
                            objectName: "sentRow"
                            onPicked: on => dialog.sent.tick(key, on)
                        }
                    }
                    AppText {
                        Layout.margins: Theme.space.s
                        visible: dialog.sent.count === 0
                        text: qsTr("Nobody but you is here.")
                        color: Theme.color.muted
                    }
                }
            }
            Card {
                Layout.fillWidth: true
                implicitHeight: cohosts.implicitHeight
                color: Theme.color.well

                SwitchRow {
                    id: cohosts

                    objectName: "cohostsToo"
                    anchors.fill: parent
                    anchors.leftMargin: Theme.space.m
                    anchors.rightMargin: Theme.space.m
                    glyph: "users"
                    text: qsTr("Co-hosts too")
                    detail: dialog.suspension.cohostsToo ? qsTr("Co-hosts are stopped as well.") : qsTr("Co-hosts can still speak and act.")
                    on: dialog.suspension.cohostsToo
                    enabled: !on
                    onToggled: wanted => {
                        if (wanted)
                            dialog.orders.stopCohostsToo();
                    }
                }
            }
            Paragraph {
                objectName: "sure"
                Layout.fillWidth: true
                visible: dialog.removing || dialog.reported
                text: dialog.removing ? qsTr("Remove %1 for good? Their invites are refused from now on.").arg(dialog.sent.tickedNames) : qsTr("The report of %1 is noted in the record of orders. Nothing was sent elsewhere.").arg(dialog.sent.tickedNames)
                color: Theme.color.text
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.space.xs
                layoutDirection: Qt.LeftToRight

                AppButton {
                    objectName: "giveBack"
                    visible: !dialog.removing
                    text: qsTr("Give rights back…")
                    onClicked: {
                        dialog.close();
                        dialog.resumeAsked();
                    }
                }
                AppButton {
                    objectName: "reportTicked"
                    visible: !dialog.removing
                    enabled: dialog.sent.ticked > 0
                    hint: enabled ? "" : qsTr("Nobody is ticked")
                    glyph: "flag"
                    text: qsTr("Note a report")
                    onClicked: {
                        dialog.sent.report();
                        dialog.reported = true;
                    }
                }
                AppButton {
                    objectName: "removeTicked"
                    visible: !dialog.removing
                    enabled: dialog.sent.ticked > 0
                    hint: enabled ? "" : qsTr("Nobody is ticked")
                    glyph: "user-x"
                    text: qsTr("Remove…")
                    onClicked: dialog.removing = true
                }
                AppButton {
                    visible: dialog.removing
                    text: qsTr("Cancel")
                    onClicked: dialog.removing = false
                }
                AppButton {
                    objectName: "removeSure"
                    visible: dialog.removing
                    kind: "danger"
                    glyph: "user-x"
                    text: qsTr("Remove")
                    onClicked: {
                        dialog.sent.removeTicked("", false);
                        dialog.removing = dialog.reported = false;
                    }
                }
                AppText {
                    visible: dialog.sent.ticked === 0
                    height: Theme.size.control
                    text: qsTr("Nobody is ticked")
                    font: Theme.type.small
                    color: Theme.color.muted
                }
            }
        }
    }
}
