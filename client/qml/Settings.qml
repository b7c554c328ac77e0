pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import "parts"

// Every row does something, at once, and is kept on this computer.
RowLayout {
    id: screen

    required property SettingsModel settings
    required property DevicesModel devices
    readonly property bool compact: width < Theme.size.compactWidth
    property int section: 0
    readonly property var sections: [
        { glyph: "mic", text: qsTr("Audio") },
        { glyph: "video", text: qsTr("Video") },
        { glyph: "network", text: qsTr("Network") },
        { glyph: "shield", text: qsTr("Security") },
        { glyph: "eye-off", text: qsTr("Privacy") },
        { glyph: "languages", text: qsTr("Language") },
        { glyph: "contrast", text: qsTr("Appearance") },
        { glyph: "keyboard", text: qsTr("Shortcuts") }
    ]
    readonly property list<int> percents: [100, 125, 150, 175, 200]

    signal homeAsked
    signal ordersAsked

    function check(): void {
        devices.stopPreview();
        preview.on = false;
        if (section < 2)
            devices.startPreview();
        if (section === 0)
            devices.previewCamera(false);
        preview.on = section === 1 && devices.hasCamera;
    }

    spacing: 0
    onSectionChanged: check()
    Component.onCompleted: check()
    Component.onDestruction: devices.stopPreview()

    NavRail {
        Layout.fillHeight: true
        compact: screen.compact
        current: "settings"
        name: screen.settings.name
        initials: screen.settings.initials
        tone: screen.settings.tone
        onPicked: page => {
            if (page === "home")
                screen.homeAsked();
            else if (page === "orders")
                screen.ordersAsked();
        }
    }
    Flickable {
        id: nav

        Layout.fillHeight: true
        Layout.preferredWidth: screen.compact ? Theme.size.railCompact : Theme.size.rail
        contentHeight: entries.implicitHeight + Theme.space.m * 2
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true

        ColumnLayout {
            id: entries

            x: screen.compact ? Theme.space.s : Theme.space.m
            y: Theme.space.m
            width: nav.width - x * 2
            spacing: Theme.space.xxs
            Accessible.role: Accessible.PageTabList
            Accessible.name: qsTr("Settings")

            AppText {
                Layout.leftMargin: Theme.space.s
                Layout.topMargin: Theme.space.xs
                Layout.bottomMargin: Theme.space.m
                visible: !screen.compact
                text: qsTr("Settings")
                font: Theme.type.title
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Repeater {
                model: screen.sections

                NavItem {
                    required property int index
                    required property var modelData

                    Layout.fillWidth: true
                    objectName: "section" + index
                    compact: screen.compact
                    glyph: modelData.glyph
                    text: modelData.text
                    chosen: index === screen.section
                    onClicked: screen.section = index
                }
            }
        }
    }
    Divider {
        vertical: true
    }

    Page {
        Layout.fillWidth: true
        Layout.fillHeight: true
        pad: screen.compact ? Theme.space.m : Theme.space.l
        wide: 760
        leading: true

        Notice {
            Layout.fillWidth: true
            visible: screen.settings.trouble !== ""
            tone: "warn"
            glyph: "triangle-alert"
            text: screen.settings.trouble
        }

        SettingsSection {
            visible: screen.section === 0
            title: qsTr("Audio")
            detail: qsTr("The level moves when you speak. Nothing of this check leaves the computer.")

            Block {
                gap: Theme.space.m

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
                    font: Theme.type.small
                }
                Divider {}
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
                    visible: screen.devices.speakers.length > 0
                    small: true
                    text: qsTr("Play a test sound")
                    onClicked: screen.devices.playTestSound()
                }
                Paragraph {
                    Layout.fillWidth: true
                    visible: !screen.devices.hasSpeaker
                    text: qsTr("You see others and can read. Plug one in at any time.")
                    font: Theme.type.small
                }
            }
            Block {
                SwitchRow {
                    objectName: "enterMuted"
                    text: qsTr("Come in muted")
                    detail: qsTr("Before each knock you can choose otherwise.")
                    on: screen.settings.enterMuted
                    onToggled: wanted => screen.settings.enterMuted = wanted
                }
            }
        }

        SettingsSection {
            visible: screen.section === 1
            title: qsTr("Video")
            detail: qsTr("Only you see this picture.")

            Block {
                gap: Theme.space.m

                PreviewPicture {
                    id: preview

                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.round(Math.min(width * 9 / 16, 320))
                    devices: screen.devices
                    backdrop: Theme.color.surface
                    initials: screen.settings.initials
                    tone: screen.settings.tone
                }
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
                    font: Theme.type.small
                }
            }
            Block {
                SwitchRow {
                    objectName: "enterCameraOff"
                    text: qsTr("Come in with the camera off")
                    detail: qsTr("Before each knock you can choose otherwise.")
                    on: screen.settings.enterCameraOff
                    onToggled: wanted => screen.settings.enterCameraOff = wanted
                }
            }
        }

        SettingsSection {
            visible: screen.section === 2
            title: qsTr("Network")
            detail: qsTr("For meetings that you start on this computer.")

            Block {
                LabelledRow {
                    text: qsTr("Port of the door")
                    detail: qsTr("Empty: a free one each time. Name one where a router passes it on.")

                    Field {
                        id: port

                        Layout.preferredWidth: 120
                        objectName: "port"
                        label: qsTr("Port of the door")
                        placeholderText: qsTr("any")
                        inputMethodHints: Qt.ImhDigitsOnly
                        maximumLength: 5
                        Component.onCompleted: text = screen.settings.port > 0 ? screen.settings.port : ""
                        onTextEdited: invalid = !screen.settings.setPort(text)
                    }
                }
                FieldError {
                    visible: port.invalid
                    text: qsTr("A port is a number from 1024 to 65535. The last good one stays.")
                }
            }
        }

        SettingsSection {
            visible: screen.section === 3
            title: qsTr("Security")
            detail: qsTr("For every meeting that you start. The shield in a meeting changes them for that one only.")

            Block {
                title: qsTr("The meeting")
                gap: Theme.space.xs

                SwitchRow {
                    objectName: "waitingRoom"
                    glyph: "door-open"
                    text: qsTr("Waiting room")
                    detail: qsTr("You admit each guest")
                    on: screen.settings.waitingRoom
                    onToggled: wanted => screen.settings.startWith("waiting_room", wanted)
                }
                LabelledRow {
                    text: qsTr("Who may chat")

                    Segmented {
                        label: qsTr("Who may chat")
                        options: [qsTr("Everyone"), qsTr("Host only"), qsTr("Nobody")]
                        current: screen.settings.chatScope
                        onPicked: index => screen.settings.setChatScope(index)
                    }
                }
            }
            Block {
                title: qsTr("What guests see while they wait")
                gap: Theme.space.m

                LabelledRow {
                    text: qsTr("Logo")
                    detail: qsTr("GIF, JPEG or PNG of 60 to 400 pixels, 1 MB at most.")

                    PictureChoice {
                        objectName: "logo"
                        label: qsTr("Logo")
                        source: screen.settings.logo
                        onChosen: file => screen.settings.choose("logo", file)
                        onWithdrawn: screen.settings.withdraw("logo")
                    }
                }
                Field {
                    Layout.fillWidth: true
                    objectName: "description"
                    label: qsTr("Description")
                    placeholderText: qsTr("A few words on the meeting")
                    maximumLength: 500
                    text: screen.settings.description
                    onEditingFinished: screen.settings.setDescription(text)
                }
                FieldError {
                    objectName: "logoProblem"
                    visible: screen.settings.pictureProblem !== ""
                    text: screen.settings.pictureProblem
                }
            }
            Block {
                title: qsTr("Let members")
                gap: Theme.space.xs

                SwitchRow {
                    glyph: "mic"
                    text: qsTr("Unmute themselves")
                    on: screen.settings.unmute
                    onToggled: wanted => screen.settings.startWith("unmute", wanted)
                }
                SwitchRow {
                    glyph: "video"
                    text: qsTr("Start video")
                    on: screen.settings.video
                    onToggled: wanted => screen.settings.startWith("video", wanted)
                }
                SwitchRow {
                    glyph: "smile"
                    text: qsTr("React")
                    on: screen.settings.react
                    onToggled: wanted => screen.settings.startWith("react", wanted)
                }
                SwitchRow {
                    glyph: "text-cursor-input"
                    text: qsTr("Rename themselves")
                    on: screen.settings.rename
                    onToggled: wanted => screen.settings.startWith("rename", wanted)
                }
            }
        }

        SettingsSection {
            visible: screen.section === 4
            title: qsTr("Privacy")
            detail: qsTr("What Vestibule keeps of you on this computer.")

            Block {
                gap: Theme.space.m

                LabelledRow {
                    text: qsTr("Your name")
                    detail: qsTr("The one to start with; each meeting can have another.")

                    Field {
                        Layout.preferredWidth: 240
                        Layout.fillWidth: true
                        objectName: "name"
                        label: qsTr("Your name")
                        maximumLength: 64
                        text: screen.settings.name
                        onEditingFinished: screen.settings.name = text
                    }
                }
                LabelledRow {
                    text: qsTr("Your picture")
                    detail: qsTr("Shown when your camera is off, where the host allows it. Never before you are let in.")

                    PictureChoice {
                        objectName: "picture"
                        round: true
                        label: qsTr("Your picture")
                        source: screen.settings.picture
                        initials: screen.settings.initials
                        tone: screen.settings.tone
                        onChosen: file => screen.settings.choose("picture", file)
                        onWithdrawn: screen.settings.withdraw("picture")
                    }
                }
                FieldError {
                    objectName: "pictureProblem"
                    visible: screen.settings.pictureProblem !== ""
                    text: screen.settings.pictureProblem
                }
                SwitchRow {
                    text: qsTr("Keep my name")
                    detail: qsTr("Off: it is forgotten when the window closes.")
                    on: screen.settings.keepName
                    onToggled: wanted => screen.settings.keepName = wanted
                }
                Divider {}
                LabelledRow {
                    text: qsTr("Kept invites")
                    detail: screen.settings.savedInvites > 0 ? qsTr("%1 on this computer").arg(screen.settings.savedInvites) : qsTr("None")

                    AppButton {
                        objectName: "erase"
                        glyph: "trash-2"
                        text: qsTr("Erase all")
                        enabled: screen.settings.savedInvites > 0
                        onClicked: erase.open()
                    }
                }
            }
            FactRow {
                glyph: "hard-drive"
                label: qsTr("All of it lies in one file")
                text: screen.settings.path
            }
        }

        SettingsSection {
            visible: screen.section === 5
            title: qsTr("Language")

            Block {
                gap: 0

                Repeater {
                    model: [qsTr("The system’s language"), "English", "Nederlands"]

                    CheckRow {
                        required property int index
                        required property string modelData

                        objectName: "language" + index
                        radio: true
                        text: modelData
                        on: screen.settings.language === index
                        onPicked: screen.settings.language = index
                    }
                }
            }
        }

        SettingsSection {
            visible: screen.section === 6
            title: qsTr("Appearance")

            Block {
                gap: Theme.space.m

                LabelledRow {
                    text: qsTr("Colours")

                    Segmented {
                        objectName: "appearance"
                        label: qsTr("Colours")
                        options: [qsTr("System"), qsTr("Dark"), qsTr("Light"), qsTr("Contrast")]
                        current: screen.settings.appearance
                        onPicked: index => screen.settings.appearance = index
                    }
                }
                LabelledRow {
                    text: qsTr("Size of text, in %")

                    Segmented {
                        label: qsTr("Size of text, in %")
                        options: screen.percents.map(percent => String(percent))
                        current: screen.percents.indexOf(screen.settings.textPercent)
                        onPicked: index => screen.settings.textPercent = screen.percents[index]
                    }
                }
                SwitchRow {
                    text: qsTr("Less motion")
                    detail: qsTr("Panels and dialogs appear at once.")
                    on: screen.settings.reduceMotion
                    onToggled: wanted => screen.settings.reduceMotion = wanted
                }
            }
        }

        SettingsSection {
            visible: screen.section === 7
            title: qsTr("Shortcuts")
            detail: qsTr("In a meeting. On a Mac, Command stands for Ctrl.")

            Block {
                gap: 0

                Repeater {
                    model: [
                        { act: qsTr("Mute, unmute"), keys: "Ctrl+D" },
                        { act: qsTr("Hold to speak"), keys: qsTr("Space") },
                        { act: qsTr("Camera on, off"), keys: "Ctrl+E" },
                        { act: qsTr("Participants"), keys: "Ctrl+P" },
                        { act: qsTr("Chat"), keys: "Ctrl+T" },
                        { act: qsTr("Raise hand"), keys: "Ctrl+H" },
                        { act: qsTr("React"), keys: "Ctrl+J" },
                        { act: qsTr("Security"), keys: "Ctrl+Shift+X" },
                        { act: qsTr("Lock meeting"), keys: "Ctrl+Shift+L" },
                        { act: qsTr("Look at the door"), keys: "Ctrl+Shift+A" },
                        { act: qsTr("Suspend the person with the ring"), keys: "Ctrl+Shift+S" },
                        { act: qsTr("Stop everything"), keys: "Ctrl+Shift+Backspace" },
                        { act: qsTr("Undo the last order"), keys: "F9" },
                        { act: qsTr("Invite people"), keys: "Ctrl+I" },
                        { act: qsTr("Header, stage, panel, toolbar in turn"), keys: "F6" },
                        { act: qsTr("Full screen"), keys: "F11" },
                        { act: qsTr("Leave"), keys: "Ctrl+Shift+Q" }
                    ]

                    RowLayout {
                        id: shortcut

                        required property var modelData

                        Layout.fillWidth: true
                        Layout.preferredHeight: Theme.size.rowDense
                        spacing: Theme.space.s

                        AppText {
                            Layout.fillWidth: true
                            text: shortcut.modelData.act
                        }
                        KeyCap {
                            text: shortcut.modelData.keys
                        }
                    }
                }
            }
        }
    }

    DialogFrame {
        id: erase

        name: qsTr("Erase all kept invites?")
        wide: 480
        onOpened: cancel.forceActiveFocus(Qt.TabFocusReason)

        SheetHead {
            glyph: "trash-2"
            tone: "warn"
            text: erase.name
            detail: qsTr("You cannot get them back. The meetings themselves are not changed.")
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
                onClicked: erase.close()
            }
            AppButton {
                objectName: "eraseNow"
                kind: "danger"
                text: qsTr("Erase all")
                onClicked: {
                    screen.settings.eraseSavedInvites();
                    erase.close();
                }
            }
        }
    }
}
