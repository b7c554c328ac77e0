pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import "parts"

// Start, join, the invites that are kept, and whether this computer can be a door now.
RowLayout {
    id: screen

    required property HomeModel home
    required property SettingsModel settings
    readonly property bool compact: width < Theme.size.compactWidth

    signal startAsked(string title, bool waitingRoom, string name)
    signal inviteOpened(string link)
    signal settingsAsked
    signal ordersAsked

    function paste(): void {
        link.forceActiveFocus(Qt.OtherFocusReason);
        link.selectAll();
    }
    function start(): void {
        if (begin.enabled)
            screen.startAsked(title.text.trim() || qsTr("Meeting of %1").arg(name.text.trim()), waiting.on, name.text.trim());
    }
    function join(): void {
        if (screen.home.good)
            screen.inviteOpened(screen.home.pasted);
    }

    spacing: 0
    onVisibleChanged: if (visible)
        home.lookAround()

    NavRail {
        Layout.fillHeight: true
        compact: screen.compact
        name: screen.settings.name
        initials: screen.settings.initials
        tone: screen.settings.tone
        onPicked: page => {
            if (page === "settings")
                screen.settingsAsked();
            else if (page === "orders")
                screen.ordersAsked();
        }
    }

    Page {
        Layout.fillWidth: true
        Layout.fillHeight: true

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space.xxs

            AppText {
                Layout.fillWidth: true
                text: screen.settings.name !== "" ? qsTr("Welcome, %1").arg(screen.settings.name) : qsTr("Welcome")
                font: screen.compact ? Theme.type.title : Theme.type.display
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Paragraph {
                Layout.fillWidth: true
                text: qsTr("No account, no company server: a meeting runs on the computer of whoever starts it.")
            }
        }
        Notice {
            Layout.fillWidth: true
            visible: screen.settings.trouble !== ""
            tone: "warn"
            glyph: "triangle-alert"
            text: screen.settings.trouble
        }

        GridLayout {
            Layout.fillWidth: true
            columns: screen.compact ? 1 : 2
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.m

            Block {
                Layout.preferredWidth: 1
                Layout.fillHeight: true
                radius: Theme.radius.tile
                pad: Theme.space.l

                RowLayout {
                    spacing: Theme.space.s

                    Icon {
                        glyph: "door-open"
                        size: Theme.size.iconLarge
                        color: Theme.color.accentText
                    }
                    AppText {
                        Layout.fillWidth: true
                        text: qsTr("Start a meeting")
                        font: Theme.type.heading
                        wrapMode: Text.Wrap
                        Accessible.role: Accessible.Heading
                        Accessible.name: text
                    }
                }
                Paragraph {
                    Layout.fillWidth: true
                    text: qsTr("You are the host, and this computer is the door until you end it.")
                }
                Field {
                    id: title

                    Layout.fillWidth: true
                    objectName: "title"
                    label: qsTr("Title of the meeting")
                    placeholderText: label
                    maximumLength: screen.home.titleLimit
                    onAccepted: screen.start()
                }
                Field {
                    id: name

                    Layout.fillWidth: true
                    objectName: "name"
                    label: qsTr("Your name")
                    placeholderText: label
                    text: screen.settings.name
                    maximumLength: 64
                    onAccepted: screen.start()
                }
                SwitchRow {
                    id: waiting

                    objectName: "waitingRoom"
                    text: qsTr("Waiting room")
                    detail: qsTr("Everyone waits at the door until you admit them.")
                    on: screen.settings.waitingRoom
                    onToggled: on => waiting.on = on
                }
                Item {
                    Layout.fillHeight: true
                }
                AppButton {
                    id: begin

                    Layout.fillWidth: true
                    objectName: "start"
                    kind: "primary"
                    text: qsTr("Start now")
                    enabled: name.text.trim() !== ""
                    hint: enabled ? "" : qsTr("Say your name first; the others see it.")
                    onClicked: screen.start()
                }
            }

            Block {
                Layout.preferredWidth: 1
                Layout.fillHeight: true
                radius: Theme.radius.tile
                pad: Theme.space.l

                RowLayout {
                    spacing: Theme.space.s

                    Icon {
                        glyph: "ticket"
                        size: Theme.size.iconLarge
                        color: Theme.color.accentText
                    }
                    AppText {
                        Layout.fillWidth: true
                        text: qsTr("Join with an invite")
                        font: Theme.type.heading
                        wrapMode: Text.Wrap
                        Accessible.role: Accessible.Heading
                        Accessible.name: text
                    }
                }
                Paragraph {
                    Layout.fillWidth: true
                    text: qsTr("Paste the link that you were given. No account is needed, ever.")
                }
                Field {
                    id: link

                    Layout.fillWidth: true
                    objectName: "link"
                    label: qsTr("Invite link")
                    glyph: "link"
                    placeholderText: "vestibule://…"
                    text: screen.home.pasted
                    maximumLength: 2048
                    invalid: screen.home.problem !== ""
                    Accessible.description: screen.home.problem
                    onTextEdited: screen.home.pasted = text
                    onAccepted: screen.join()
                }
                FieldError {
                    objectName: "linkProblem"
                    visible: screen.home.problem !== ""
                    text: screen.home.problem
                }
                Paragraph {
                    Layout.fillWidth: true
                    visible: screen.home.good
                    text: qsTr("Opening it sends nothing yet.")
                    font: Theme.type.small
                }
                Item {
                    Layout.fillHeight: true
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space.xs

                    AppButton {
                        objectName: "keep"
                        glyph: "save"
                        text: qsTr("Keep for later")
                        enabled: screen.home.good && !screen.home.full
                        onClicked: keep.ask(screen.home.pasted)
                    }
                    AppButton {
                        Layout.fillWidth: true
                        objectName: "join"
                        text: qsTr("Join")
                        enabled: screen.home.good
                        onClicked: screen.join()
                    }
                }
            }
        }

        GridLayout {
            Layout.fillWidth: true
            columns: screen.compact ? 1 : 2
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.m

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space.s

                RowLayout {
                    Layout.fillWidth: true

                    AppText {
                        Layout.fillWidth: true
                        text: qsTr("Upcoming")
                        font: Theme.type.subhead
                        wrapMode: Text.Wrap
                        Accessible.role: Accessible.Heading
                        Accessible.name: text
                    }
                    AppText {
                        text: qsTr("Kept on this computer only")
                        font: Theme.type.caption
                        color: Theme.color.muted
                    }
                }
                Card {
                    Layout.fillWidth: true
                    implicitHeight: saved.implicitHeight

                    ColumnLayout {
                        id: saved

                        anchors.left: parent.left
                        anchors.right: parent.right
                        spacing: 0

                        Repeater {
                            id: rows

                            model: screen.home.saved

                            ColumnLayout {
                                id: entry

                                required property int index
                                required property string key
                                required property string label
                                required property string host
                                required property bool open

                                Layout.fillWidth: true
                                spacing: 0

                                Divider {
                                    visible: entry.index > 0
                                }
                                SavedRow {
                                    Layout.fillWidth: true
                                    Layout.margins: Theme.space.m
                                    label: entry.label || qsTr("Invite without a label")
                                    detail: entry.open ? qsTr("Open invite · host’s key %1").arg(entry.host) : qsTr("Host’s key %1").arg(entry.host)
                                    onOpened: screen.inviteOpened(entry.key)
                                    onForgotten: screen.home.forget(entry.key)
                                }
                            }
                        }
                        EmptyState {
                            Layout.fillWidth: true
                            Layout.margins: Theme.space.l
                            visible: rows.count === 0
                            glyph: "ticket"
                            text: qsTr("No invites are kept")
                            detail: qsTr("Paste one above and keep it, then it waits here for its day.")
                        }
                    }
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space.s

                AppText {
                    Layout.fillWidth: true
                    text: qsTr("This computer as the door")
                    font: Theme.type.subhead
                        wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                Block {
                    FactRow {
                        glyph: screen.home.doorTone === "warn" ? "wifi-off" : "network"
                        tone: screen.home.doorTone
                        text: screen.home.doorText
                        detail: screen.home.doorDetail
                    }
                }
            }
        }
    }

    DialogFrame {
        id: keep

        property string invite

        function ask(link: string): void {
            invite = link;
            wanted.text = "";
            open();
            wanted.forceActiveFocus(Qt.TabFocusReason);
        }
        function accept(): void {
            screen.home.keep(invite, wanted.text);
            screen.home.clear();
            close();
        }

        name: qsTr("Keep this invite")
        wide: 480

        SheetHead {
            glyph: "save"
            text: keep.name
            detail: qsTr("On this computer only. Give it a name by which you will know it.")
        }
        Field {
            id: wanted

            Layout.fillWidth: true
            objectName: "label"
            label: qsTr("Name of the invite")
            placeholderText: qsTr("Chess club, Saturday")
            maximumLength: screen.home.labelLimit
            onAccepted: keep.accept()
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space.xs

            Item {
                Layout.fillWidth: true
            }
            AppButton {
                text: qsTr("Cancel")
                onClicked: keep.close()
            }
            AppButton {
                objectName: "keepNow"
                kind: "primary"
                text: qsTr("Keep")
                onClicked: keep.accept()
            }
        }
    }
}
