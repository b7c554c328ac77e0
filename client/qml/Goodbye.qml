import QtQuick
import QtQuick.Layouts
import Vestibule
import "parts"

// How it ended, in a sentence, and what to do next.
ColumnLayout {
    id: screen

    required property GoodbyeModel goodbye
    // whether there is an invite to try again with
    property bool again: true
    readonly property string act: goodbye.act === "again" && !again ? "" : goodbye.act

    signal homeAsked
    signal againAsked
    signal pasteAsked

    spacing: 0

    PageHead {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space.l
        Layout.rightMargin: Theme.space.l
        text: screen.goodbye.title || "Vestibule"
    }
    Page {
        Layout.fillWidth: true
        Layout.fillHeight: true
        centred: true
        wide: Theme.size.column

        SheetHead {
            glyph: screen.goodbye.glyph
            tone: screen.goodbye.tone
            text: screen.goodbye.fact
            detail: screen.goodbye.then
        }
        Block {
            visible: screen.goodbye.message !== "" || screen.goodbye.by !== ""
            title: screen.goodbye.code === "removed" ? qsTr("The reason given") : qsTr("Message of the host")
            note: screen.goodbye.by !== "" ? qsTr("by %1").arg(screen.goodbye.by) : ""

            Paragraph {
                Layout.fillWidth: true
                text: screen.goodbye.message || qsTr("No reason was given.")
                color: screen.goodbye.message ? Theme.color.text : Theme.color.muted
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space.xs

            Item {
                Layout.fillWidth: true
            }
            AppButton {
                objectName: "home"
                kind: screen.act === "" ? "primary" : "secondary"
                glyph: "house"
                text: qsTr("To Home")
                onClicked: screen.homeAsked()
            }
            AppButton {
                objectName: "act"
                visible: screen.act !== ""
                kind: "primary"
                text: screen.act === "paste" ? qsTr("Paste another invite") : qsTr("Try again")
                onClicked: {
                    if (screen.act === "paste")
                        screen.pasteAsked();
                    else
                        screen.againAsked();
                }
            }
        }
    }
}
