import QtQuick
import QtQuick.Layouts
import Vestibule
import "parts"

// A link was opened and nothing was dialled: what the link says, how one looks and sounds, and the knock.
ColumnLayout {
    id: screen

    required property PreJoinModel preJoin
    required property DevicesModel devices
    required property SettingsModel settings
    readonly property bool compact: width < Theme.size.compactWidth
    property bool microphoneOn: false
    property bool cameraOn: false

    signal joinAsked(string name, bool microphoneOn, bool cameraOn)
    signal homeAsked

    function begin(): void {
        microphoneOn = devices.hasMicrophone && !settings.enterMuted;
        cameraOn = devices.hasCamera && !settings.enterCameraOff;
        devices.startPreview();
        devices.previewCamera(cameraOn);
    }
    function join(): void {
        if (!knock.enabled)
            return;
        screen.preJoin.rememberName();
        screen.joinAsked(screen.preJoin.name.trim(), screen.microphoneOn, screen.cameraOn);
    }

    spacing: 0
    Component.onCompleted: begin()
    Component.onDestruction: devices.stopPreview()

    Connections {
        target: screen.devices

        function onChanged(): void {
            screen.microphoneOn = screen.microphoneOn && screen.devices.hasMicrophone;
            screen.cameraOn = screen.cameraOn && screen.devices.hasCamera;
        }
    }

    PageHead {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space.l
        Layout.rightMargin: Theme.space.l
        text: qsTr("Before you knock")
        back: true
        onBackAsked: screen.homeAsked()
    }

    Page {
        Layout.fillWidth: true
        Layout.fillHeight: true
        centred: true
        pad: Theme.space.m

        GridLayout {
            Layout.fillWidth: true
            columns: screen.compact ? 1 : 2
            columnSpacing: Theme.space.xxl
            rowSpacing: Theme.space.l

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                Layout.row: screen.compact ? 1 : 0
                Layout.column: 0
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space.m

                PreviewPicture {
                    objectName: "preview"

                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.round(Math.min(width * 9 / 16, screen.compact ? 240 : 460))
                    devices: screen.devices
                    on: screen.cameraOn
                    initials: screen.preJoin.initials
                    tone: screen.preJoin.tone

                    Pill {
                        anchors.left: parent.left
                        anchors.top: parent.top
                        anchors.margins: Theme.space.m
                        glyph: "eye-off"
                        text: qsTr("Only you see this")
                    }
                    Row {
                        anchors.horizontalCenter: parent.horizontalCenter
                        anchors.bottom: parent.bottom
                        anchors.bottomMargin: Theme.space.m
                        spacing: Theme.space.s

                        EntrySwitch {
                            objectName: "microphone"
                            glyph: "mic"
                            on: screen.microphoneOn
                            enabled: screen.devices.hasMicrophone
                            text: on ? qsTr("Come in muted") : qsTr("Come in with the microphone on")
                            onClicked: screen.microphoneOn = !screen.microphoneOn
                        }
                        EntrySwitch {
                            objectName: "camera"
                            glyph: "video"
                            on: screen.cameraOn
                            enabled: screen.devices.hasCamera
                            text: on ? qsTr("Come in with the camera off") : qsTr("Come in with the camera on")
                            onClicked: {
                                screen.cameraOn = !screen.cameraOn;
                                screen.devices.previewCamera(screen.cameraOn);
                            }
                        }
                    }
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: screen.width < Theme.size.allButtonsFrom ? 1 : 3
                    columnSpacing: Theme.space.m
                    rowSpacing: Theme.space.s

                    ColumnLayout {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                        spacing: Theme.space.xs

                        DeviceChoice {
                            Layout.fillWidth: true
                            label: qsTr("Camera")
                            glyph: "video"
                            devices: screen.devices.cameras
                            current: screen.devices.camera
                            none: screen.devices.hasCamera ? qsTr("The one given at start") : qsTr("No camera")
                            onPicked: id => screen.settings.camera = id
                        }
                        Paragraph {
                            Layout.fillWidth: true
                            visible: !screen.devices.hasCamera
                            text: qsTr("Others see your initials. Plug one in at any time.")
                            font: Theme.type.caption
                        }
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                        spacing: Theme.space.xs

                        DeviceChoice {
                            Layout.fillWidth: true
                            label: qsTr("Microphone")
                            glyph: "mic"
                            devices: screen.devices.microphones
                            current: screen.devices.microphone
                            none: screen.devices.hasMicrophone ? qsTr("The one given at start") : qsTr("No microphone")
                            onPicked: id => screen.settings.microphone = id
                        }
                        LevelMeter {
                            Layout.fillWidth: true
                            visible: screen.devices.hasMicrophone
                            label: qsTr("Level of your microphone")
                            level: screen.devices.level
                        }
                        Paragraph {
                            Layout.fillWidth: true
                            visible: !screen.devices.hasMicrophone
                            text: qsTr("You hear others and can write. Plug one in at any time.")
                            font: Theme.type.caption
                        }
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                        spacing: Theme.space.xs

                        DeviceChoice {
                            Layout.fillWidth: true
                            label: qsTr("Speaker")
                            glyph: "volume-2"
                            devices: screen.devices.speakers
                            current: screen.devices.speaker
                            none: screen.devices.hasSpeaker ? qsTr("The one given at start") : qsTr("No speaker")
                            onPicked: id => screen.settings.speaker = id
                        }
                        AppButton {
                            Layout.leftMargin: -Theme.space.s
                            visible: screen.devices.speakers.length > 0
                            kind: "quiet"
                            small: true
                            text: qsTr("Play a test sound")
                            onClicked: screen.devices.playTestSound()
                        }
                        Paragraph {
                            Layout.fillWidth: true
                            visible: !screen.devices.hasSpeaker
                            text: qsTr("You see others and can read. Plug one in at any time.")
                            font: Theme.type.caption
                        }
                    }
                }
                KeptFacts {
                    visible: screen.preJoin.good
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                // narrow, what the link says comes first
                Layout.row: 0
                Layout.column: screen.compact ? 0 : 1
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space.m

                SheetHead {
                    glyph: "link"
                    text: qsTr("Nothing has been sent yet")
                    detail: qsTr("This is all that the link itself says.")
                }
                InfoBox {
                    visible: screen.preJoin.problem !== ""
                    tone: "danger"
                    glyph: "link-2-off"
                    text: screen.preJoin.problem
                }
                Block {
                    visible: screen.preJoin.good
                    gap: Theme.space.m

                    FactRow {
                        glyph: "fingerprint"
                        label: qsTr("The host’s key")
                        text: screen.preJoin.hostKey
                        detail: qsTr("Compare it with the host. The link cannot pretend this.")
                    }
                    FactRow {
                        glyph: "ticket"
                        label: qsTr("Kind of invite")
                        text: screen.preJoin.kind
                    }
                    FactRow {
                        glyph: "server"
                        label: qsTr("Where it leads")
                        text: screen.preJoin.where
                        detail: qsTr("Straight to the host’s computer; no service in between.")
                    }
                    FactRow {
                        glyph: "file-text"
                        label: qsTr("Meeting")
                        text: screen.preJoin.meeting
                        detail: qsTr("Its title is not in the link: the host’s computer tells it after the knock.")
                    }
                }
                InfoBox {
                    tone: "warn"
                    glyph: "globe"
                    text: qsTr("Connecting shows your network address to the host.")
                    detail: qsTr("Their computer does not show it to anyone and does not write it down.")
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space.xs

                    AppText {
                        text: qsTr("Your name")
                        font: Theme.type.smallStrong
                        color: Theme.color.muted
                        Accessible.ignored: true
                    }
                    Field {
                        Layout.fillWidth: true
                        objectName: "name"
                        label: qsTr("Your name")
                        text: screen.preJoin.name
                        maximumLength: screen.preJoin.nameLimit
                        onTextEdited: screen.preJoin.name = text
                        onAccepted: screen.join()
                    }
                    AppText {
                        Layout.fillWidth: true
                        visible: !screen.preJoin.named
                        text: qsTr("Say your name first; the host and the others see it.")
                        font: Theme.type.caption
                        color: Theme.color.muted
                        wrapMode: Text.Wrap
                    }
                }
                AppButton {
                    id: knock

                    Layout.fillWidth: true
                    objectName: "knock"
                    kind: "primary"
                    text: qsTr("Knock")
                    enabled: screen.preJoin.good && screen.preJoin.named
                    onClicked: screen.join()
                }
                Paragraph {
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    text: qsTr("Nobody sees or hears you before you are let in.")
                    font: Theme.type.small
                }
            }
        }
    }
}
