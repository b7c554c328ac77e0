pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// Who was removed and tried again, and who comes in without a wait.
ColumnLayout {
    id: screen

    required property RemovalsModel removals

    spacing: Theme.space.m

    Block {
        title: qsTr("Removed")
        note: screen.removals.count > 0 ? qsTr("their key is refused, never an address") : ""
        gap: 0

        Repeater {
            model: screen.removals

            GridLayout {
                id: one

                required property string key
                required property string name
                required property string initials
                required property int tone
                required property string detail
                required property string reason
                required property string tried
                required property bool deviceLost

                Layout.fillWidth: true
                Layout.topMargin: Theme.space.xs
                columns: width < 520 ? 1 : 2
                columnSpacing: Theme.space.s
                rowSpacing: Theme.space.xs

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space.s

                    Avatar {
                        Layout.alignment: Qt.AlignTop
                        initials: one.initials
                        tone: one.tone
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 2

                        AppText {
                            Layout.fillWidth: true
                            text: one.name
                            font: Theme.type.bodyMedium
                        }
                        AppText {
                            Layout.fillWidth: true
                            text: one.detail
                            font: Theme.type.caption
                            color: Theme.color.muted
                            wrapMode: Text.Wrap
                        }
                        AppText {
                            Layout.fillWidth: true
                            visible: one.reason !== ""
                            text: qsTr("“%1”").arg(one.reason)
                            font: Theme.type.caption
                            color: Theme.color.muted
                            wrapMode: Text.Wrap
                        }
                        AppText {
                            Layout.fillWidth: true
                            visible: one.tried !== ""
                            text: one.tried
                            font: Theme.type.caption
                            color: Theme.color.warn
                            wrapMode: Text.Wrap
                        }
                    }
                }
                RowLayout {
                    spacing: Theme.space.xs

                    AppButton {
                        objectName: "lost_" + one.key
                        visible: !one.deviceLost
                        small: true
                        text: qsTr("This device is lost")
                        hint: qsTr("Refuses its key, tickets and invites in all your meetings.")
                        onClicked: screen.removals.deviceIsLost(one.key)
                    }
                    AppButton {
                        objectName: "unban_" + one.key
                        small: true
                        glyph: "undo-2"
                        text: qsTr("Unban")
                        Accessible.name: qsTr("Unban %1").arg(one.name)
                        onClicked: screen.removals.unban(one.key)
                    }
                }
            }
        }
        Paragraph {
            Layout.fillWidth: true
            visible: screen.removals.count === 0
            text: qsTr("Nobody was removed from this meeting.")
            font: Theme.type.small
        }
    }
    Block {
        title: qsTr("Come in without waiting")
        gap: 0

        Repeater {
            id: free

            model: screen.removals.noWait

            RowLayout {
                id: person

                required property string key
                required property string name
                required property string initials
                required property int tone

                Layout.fillWidth: true
                Layout.preferredHeight: Theme.size.row
                spacing: Theme.space.s

                Avatar {
                    initials: person.initials
                    tone: person.tone
                }
                AppText {
                    Layout.fillWidth: true
                    text: person.name
                    font: Theme.type.bodyMedium
                }
                AppButton {
                    objectName: "wait_" + person.key
                    small: true
                    text: qsTr("Let them wait")
                    Accessible.name: qsTr("Let %1 wait").arg(person.name)
                    onClicked: screen.removals.waitAgain(person.key)
                }
            }
        }
        Paragraph {
            Layout.fillWidth: true
            text: free.count > 0 ? qsTr("By their key. After a removal, people never met before wait all the same.") : qsTr("Nobody. Choose it on a guest’s card, or for a personal invite.")
            font: Theme.type.small
        }
    }
}
