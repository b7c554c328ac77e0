pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtMultimedia
import Vestibule
import "parts"

// The waiting room: where one is, that one has been heard, and a talk with the host. Nothing of the meeting is here.
ColumnLayout {
    id: screen

    required property WaitingModel waiting
    // one's own meeting is being opened: nobody is knocked at
    property bool opening: false
    // the fingerprint of the host's key, from the invite
    property string hostKey
    readonly property bool compact: width < Theme.size.compactWidth

    signal leaveAsked

    function write(): void {
        if (screen.waiting.write(words.text))
            words.clear();
    }

    spacing: 0

    Connections {
        target: screen.waiting

        function onTold(sentence: string): void {
            voice.politely(sentence);
        }
    }
    Announcer {
        id: voice
    }

    PageHead {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space.l
        Layout.rightMargin: Theme.space.l
        text: qsTr("Waiting room")

        AppButton {
            objectName: "leave"
            glyph: "log-out"
            directional: true
            text: qsTr("Leave")
            onClicked: screen.leaveAsked()
        }
    }
    Page {
        Layout.fillWidth: true
        Layout.fillHeight: true
        pad: Theme.space.m

        GridLayout {
            Layout.fillWidth: true
            columns: screen.compact ? 1 : 2
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.m

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space.m

                Block {
                    radius: Theme.radius.tile
                    pad: Theme.space.l
                    gap: Theme.space.m

                    SheetHead {
                        glyph: screen.waiting.state === "told" ? "bell-ring" : screen.waiting.state === "connecting" ? "door-open" : screen.waiting.state === "away" ? "moon" : screen.waiting.state === "held" ? "hand" : "unplug"
                        tone: screen.waiting.state === "told" || screen.waiting.state === "connecting" ? "accent" : screen.waiting.state === "reconnecting" ? "danger" : "warn"
                        text: screen.opening && screen.waiting.state === "connecting" ? qsTr("Opening the door of your meeting") : screen.waiting.headline
                        detail: screen.waiting.detail
                    }
                    Divider {}
                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.space.s

                        Icon {
                            glyph: "eye-off"
                            size: Theme.size.iconRow
                            color: Theme.color.muted
                        }
                        AppText {
                            Layout.fillWidth: true
                            text: qsTr("Nobody sees or hears you yet.")
                            font: Theme.type.bodyMedium
                            wrapMode: Text.Wrap
                        }
                        AppText {
                            visible: screen.waiting.seconds > 0
                            text: screen.waiting.seconds < 60 ? qsTr("Waiting %1 s").arg(screen.waiting.seconds) : qsTr("Waiting %1 min %2 s").arg(Math.floor(screen.waiting.seconds / 60)).arg(screen.waiting.seconds % 60)
                            font: Theme.type.small
                            color: Theme.color.muted
                            Accessible.ignored: true
                        }
                    }
                }
                InfoBox {
                    visible: screen.waiting.putBack
                    tone: "warn"
                    glyph: "undo-2"
                    text: qsTr("You were put back in the waiting room.")
                    detail: qsTr("The host can let you in again.")
                }
                Rectangle {
                    id: film

                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.round(width * 9 / 16)
                    visible: screen.waiting.film && !screen.waiting.filmHidden
                    radius: Theme.radius.tile
                    color: Theme.letterbox

                    VideoOutput {
                        id: output

                        anchors.fill: parent
                        fillMode: VideoOutput.PreserveAspectFit
                        Accessible.role: Accessible.Graphic
                        Accessible.name: qsTr("A film from the host, while you wait")
                        Component.onCompleted: screen.waiting.attachFilm(output.videoSink)
                        Component.onDestruction: screen.waiting.detachFilm(output.videoSink)
                    }
                    Pill {
                        anchors.left: parent.left
                        anchors.bottom: parent.bottom
                        anchors.margins: Theme.space.s
                        text: qsTr("From the host, while you wait")
                    }
                    IconButton {
                        objectName: "hearFilm"
                        anchors.right: parent.right
                        anchors.bottom: parent.bottom
                        anchors.margins: Theme.space.s
                        side: Theme.size.control
                        fill: Theme.color.glass
                        ink: Theme.color.glassInk
                        glyph: screen.waiting.filmHeard ? "volume-2" : "volume-x"
                        text: screen.waiting.filmHeard ? qsTr("Turn its sound off") : qsTr("Turn its sound on")
                        onClicked: screen.waiting.hearFilm(!screen.waiting.filmHeard)
                    }
                }
                Block {
                    visible: screen.waiting.title !== ""
                    radius: Theme.radius.tile
                    pad: Theme.space.l
                    gap: Theme.space.s

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.space.m

                        Image {
                            objectName: "logo"
                            Layout.alignment: Qt.AlignTop
                            Layout.preferredWidth: 64
                            Layout.preferredHeight: 64
                            visible: screen.waiting.logo !== "" && !screen.waiting.filmHidden
                            source: screen.waiting.logo
                            sourceSize: Qt.size(128, 128)
                            fillMode: Image.PreserveAspectFit
                            Accessible.role: Accessible.Graphic
                            Accessible.name: qsTr("The host’s logo")
                        }
                        ColumnLayout {
                            Layout.fillWidth: true
                            spacing: Theme.space.xs

                            AppText {
                                Layout.fillWidth: true
                                text: screen.waiting.title
                                font: Theme.type.title
                                wrapMode: Text.Wrap
                                Accessible.role: Accessible.Heading
                                Accessible.name: text
                            }
                            Paragraph {
                                Layout.fillWidth: true
                                visible: screen.waiting.description !== ""
                                text: screen.waiting.description
                            }
                        }
                        IconButton {
                            objectName: "hideFilm"
                            Layout.alignment: Qt.AlignTop
                            visible: screen.waiting.film || screen.waiting.logo !== ""
                            outlined: true
                            glyph: screen.waiting.filmHidden ? "eye" : "eye-off"
                            text: screen.waiting.filmHidden ? qsTr("Show what the host shows") : qsTr("Hide what the host shows")
                            onClicked: screen.waiting.hideFilm(!screen.waiting.filmHidden)
                        }
                    }
                }
                KeptFacts {
                    visible: !screen.opening
                    hostKey: screen.hostKey
                }
            }

            Card {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                Layout.minimumHeight: 320
                Layout.preferredHeight: screen.compact ? 360 : Math.max(360, screen.height - Theme.size.header - Theme.space.m * 3)
                radius: Theme.radius.tile

                ColumnLayout {
                    anchors.fill: parent
                    anchors.margins: Theme.space.m
                    spacing: Theme.space.s

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.space.xs

                        AppText {
                            Layout.fillWidth: true
                            text: qsTr("Chat with the host")
                            font: Theme.type.subhead
                            wrapMode: Text.Wrap
                            Accessible.role: Accessible.Heading
                            Accessible.name: text
                        }
                        Icon {
                            glyph: "lock"
                            size: Theme.size.iconTiny
                            color: Theme.color.muted
                        }
                        AppText {
                            text: qsTr("Not for the others")
                            font: Theme.type.caption
                            color: Theme.color.muted
                        }
                    }
                    Item {
                        Layout.fillWidth: true
                        Layout.fillHeight: true

                        ListView {
                            id: lines

                            anchors.fill: parent
                            clip: true
                            spacing: Theme.space.s
                            boundsBehavior: Flickable.StopAtBounds
                            model: screen.waiting.talk
                            activeFocusOnTab: count > 0
                            Accessible.role: Accessible.List
                            Accessible.name: qsTr("Chat with the host")
                            onCountChanged: positionViewAtEnd()
                            delegate: TalkLine {
                                width: ListView.view.width
                            }

                            FocusRing {
                                shown: lines.activeFocus
                            }
                        }
                        EmptyState {
                            anchors.left: parent.left
                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                            visible: lines.count === 0
                            glyph: "message-square"
                            text: qsTr("No messages yet")
                            detail: qsTr("What you write here reaches host and co-hosts, and is gone when the meeting ends.")
                        }
                    }
                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.space.xs

                        Field {
                            id: words

                            Layout.fillWidth: true
                            objectName: "words"
                            label: qsTr("Write to the host")
                            placeholderText: label
                            maximumLength: screen.waiting.textLimit
                            enabled: screen.waiting.title !== "" && screen.waiting.state !== "reconnecting"
                            onAccepted: screen.write()
                        }
                        IconButton {
                            objectName: "send"
                            glyph: "send-horizontal"
                            directional: true
                            outlined: true
                            fill: Theme.color.raised
                            side: Theme.size.control
                            text: qsTr("Send to the host")
                            enabled: words.enabled && words.text.trim() !== ""
                            onClicked: screen.write()
                        }
                    }
                }
            }
        }
    }
}
