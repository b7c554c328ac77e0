import QtQuick
import QtQuick.Layouts
import Vestibule
import "parts"

// What the removed person sees. One report and one appeal are still theirs; then the line closes.
ColumnLayout {
    id: screen

    required property SuspensionModel suspension
    readonly property bool narrow: width < Theme.size.compactWidth

    signal homeAsked

    spacing: 0

    PageHead {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space.l
        Layout.rightMargin: Theme.space.l
        text: screen.suspension.title || "Vestibule"

        AppButton {
            objectName: "home"
            focus: true
            glyph: "house"
            text: qsTr("To Home")
            onClicked: screen.homeAsked()
        }
    }
    Page {
        Layout.fillWidth: true
        Layout.fillHeight: true
        centred: true
        wide: 944

        SheetHead {
            glyph: "user-x"
            tone: "warn"
            text: qsTr("You were removed from this meeting")
            detail: screen.suspension.removedByCohost ? qsTr("By a co-host. You cannot come back to it, by any invite.") : qsTr("By the host. You cannot come back to it, by any invite.")
        }
        GridLayout {
            Layout.fillWidth: true
            columns: screen.narrow ? 1 : 2
            columnSpacing: Theme.space.m
            rowSpacing: Theme.space.m

            ColumnLayout {
                Layout.preferredWidth: 1
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space.m

                Block {
                    title: qsTr("The reason given")

                    Paragraph {
                        Layout.fillWidth: true
                        text: screen.suspension.reason || qsTr("No reason was given.")
                        color: screen.suspension.reason ? Theme.color.text : Theme.color.muted
                    }
                }
                Block {
                    title: qsTr("What this means")
                    gap: Theme.space.m

                    FactRow {
                        glyph: "door-open"
                        text: qsTr("For this host only")
                        detail: qsTr("No other host is told. Elsewhere you are not known by this.")
                    }
                    FactRow {
                        glyph: "hard-drive"
                        text: qsTr("Kept on the host’s computer")
                        detail: qsTr("The order and its reason, for 12 months. Ask the host to see or erase them.")
                    }
                }
            }
            ColumnLayout {
                Layout.preferredWidth: 1
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space.m

                Block {
                    title: qsTr("You do not agree?")
                    note: qsTr("one appeal")

                    AppealBox {
                        suspension: screen.suspension
                    }
                }
                Block {
                    title: qsTr("Something was done to you?")

                    Paragraph {
                        Layout.fillWidth: true
                        text: screen.suspension.reported ? qsTr("The host’s record notes that you report something.") : screen.suspension.mayReport ? qsTr("Say so now: the host’s record of orders notes it, once. It names nobody, and nothing else is sent.") : qsTr("You have said so already.")
                        font: Theme.type.small
                    }
                    AppButton {
                        objectName: "reportRemoved"
                        Layout.fillWidth: true
                        visible: screen.suspension.mayReport
                        glyph: "flag"
                        text: qsTr("Note that I report")
                        onClicked: screen.suspension.report()
                    }
                }
            }
        }
    }
}
