import QtQuick
import QtQuick.Layouts
import Vestibule
import "parts"

// The meeting: header, what one must know, the stage, at most one panel beside it, the toolbar.
FocusScope {
    id: screen

    required property MeetingModel meeting
    required property StageModel stage
    required property PeopleModel people
    required property DoorModel door
    required property ChatModel chat
    required property CallModel call
    property bool fullScreen: false

    readonly property bool compact: width < Theme.size.compactWidth
    readonly property int margin: compact ? Theme.space.s : Theme.space.l
    // "", "people" or "chat"
    property string panel: ""
    readonly property string openMenu: security.opened ? "security" : reactions.opened ? "react" : more.opened ? "more" : ""
    readonly property alias announcer: voice

    signal inviteAsked
    signal coHostsAsked(string person)
    signal ordersAsked
    signal lookAsked(string key)
    signal fullScreenAsked

    function toggle(what: string): void {
        if (what === "security")
            security.opened ? security.close() : security.openAt(tools.shieldItem);
        else if (what === "react")
            reactions.opened ? reactions.close() : reactions.openAt(tools.few ? tools.moreItem : tools.reactItem);
        else if (what === "more")
            more.opened ? more.close() : more.openAt(tools.moreItem);
        else
            panel = panel === what ? "" : what;
    }
    function write(): void {
        panel = "chat";
        Qt.callLater(() => {
            const open = side.item as ChatPanel;
            if (open)
                open.write();
        });
    }
    function suspendRinged(): void {
        const key = gallery.ringed;
        if (key !== "" && meeting.mayModerate)
            people.suspend(key);
        else if (meeting.mayModerate)
            panel = "people";
    }
    function focusRegion(by: int): void {
        const regions = [head, gallery, side, tools].filter(region => region.visible);
        const now = regions.findIndex(region => holdsFocus(region));
        const next = regions[((now < 0 ? 0 : now + by) + regions.length) % regions.length];
        const first = next.nextItemInFocusChain(true);
        (first ?? next).forceActiveFocus(Qt.TabFocusReason);
    }
    function holdsFocus(region: Item): bool {
        for (let item = screen.Window.activeFocusItem; item; item = item.parent) {
            if (item === region)
                return true;
        }
        return false;
    }

    Accessible.role: Accessible.Pane
    Accessible.name: meeting.title

    // --- keys -------------------------------------------------------------------------------------------
    Shortcut {
        sequences: ["Ctrl+D"]
        enabled: screen.meeting.micOn || screen.meeting.mayUnmute
        onActivated: screen.meeting.toggleMicrophone()
    }
    Shortcut {
        sequences: ["Ctrl+E"]
        enabled: screen.meeting.cameraOn || screen.meeting.mayVideo
        onActivated: screen.meeting.toggleCamera()
    }
    Shortcut {
        sequences: ["Ctrl+P"]
        onActivated: screen.toggle("people")
    }
    Shortcut {
        sequences: ["Ctrl+T"]
        onActivated: screen.panel === "chat" ? screen.toggle("chat") : screen.write()
    }
    Shortcut {
        sequences: ["Ctrl+H"]
        enabled: screen.meeting.handUp || screen.meeting.mayRaiseHand
        onActivated: screen.meeting.toggleHand()
    }
    Shortcut {
        sequences: ["Ctrl+J"]
        enabled: screen.meeting.mayReact
        onActivated: screen.toggle("react")
    }
    Shortcut {
        sequences: ["Ctrl+Shift+X"]
        enabled: screen.meeting.mayModerate
        onActivated: screen.toggle("security")
    }
    Shortcut {
        sequences: ["Ctrl+Shift+L"]
        enabled: screen.meeting.mayModerate
        onActivated: screen.meeting.setLocked(!screen.meeting.locked)
    }
    Shortcut {
        sequences: ["Ctrl+Shift+A"]
        enabled: screen.meeting.mayModerate && screen.door.count > 0
        onActivated: screen.lookAsked("")
    }
    Shortcut {
        sequences: ["Ctrl+Shift+S"]
        enabled: screen.meeting.mayModerate
        onActivated: screen.suspendRinged()
    }
    Shortcut {
        sequences: ["Ctrl+Shift+Backspace"]
        context: Qt.ApplicationShortcut
        enabled: screen.meeting.mayModerate && !screen.meeting.paused
        onActivated: screen.meeting.suspendAll()
    }
    Shortcut {
        sequences: ["F9"]
        context: Qt.ApplicationShortcut
        enabled: undo.shown
        onActivated: undo.take()
    }
    Shortcut {
        sequences: ["Ctrl+I"]
        enabled: screen.meeting.mayModerate
        onActivated: screen.inviteAsked()
    }
    Shortcut {
        sequences: ["F11"]
        onActivated: screen.fullScreenAsked()
    }
    Shortcut {
        sequences: ["F6"]
        onActivated: screen.focusRegion(1)
    }
    Shortcut {
        sequences: ["Shift+F6"]
        onActivated: screen.focusRegion(-1)
    }
    Shortcut {
        sequences: ["Ctrl+Shift+Q"]
        onActivated: leave.open()
    }

    // --- what a screen reader hears, and what everybody sees of it ------------------------------------------
    Announcer {
        id: voice

        Accessible.role: Accessible.StaticText
        Accessible.name: ""
    }
    Connections {
        target: screen.people

        function onAnnounced(sentence: string): void {
            voice.politely(sentence);
        }
        function onSuspendedOne(who: string): void {
            undo.offer(false, who);
        }
    }
    Connections {
        target: screen.chat

        function onArrived(who: string): void {
            voice.politely(qsTr("%1 wrote").arg(who));
        }
    }
    Connections {
        target: screen.door

        function onKnocked(who: string): void {
            voice.urgently(qsTr("%1 is at the door").arg(who));
        }
        function onTold(sentence: string): void {
            toast.show(sentence, "warn", "", 6);
            voice.politely(sentence);
        }
    }
    Connections {
        target: screen.meeting

        function onTold(tone: string, sentence: string): void {
            toast.show(sentence, tone, "", 6);
            voice.politely(sentence);
        }
        function onAskedToUnmute(who: string): void {
            lines.askedBy = who;
            voice.politely(qsTr("%1 asks you to unmute.").arg(who));
        }
        function onStoppedAll(): void {
            undo.offer(true, "");
        }
        function onTakenOrGiven(sentence: string): void {
            voice.urgently(sentence);
        }
        function onChanged(): void {
            if (screen.meeting.micOn || !screen.meeting.mayUnmute)
                lines.askedBy = "";
        }
    }

    // --- the screen -----------------------------------------------------------------------------------------
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        FocusScope {
            id: head

            Layout.fillWidth: true
            Layout.preferredHeight: screen.compact ? 48 : Theme.size.header
            Layout.leftMargin: screen.margin
            Layout.rightMargin: screen.margin

            MeetingHeader {
                anchors.fill: parent
                meeting: screen.meeting
                compact: screen.compact
                fullScreen: screen.fullScreen
                onFullScreenAsked: screen.fullScreenAsked()
            }
        }
        Notices {
            id: lines

            Layout.fillWidth: true
            Layout.leftMargin: screen.margin
            Layout.rightMargin: screen.margin
            Layout.bottomMargin: screen.compact ? Theme.space.xs : Theme.space.m
            meeting: screen.meeting
            door: screen.door
            showDoor: screen.meeting.mayModerate && screen.panel !== "people"
            onActed: what => {
                if (what === "unmute")
                    screen.meeting.toggleMicrophone();
                else if (what === "look")
                    screen.lookAsked("");
                else if (what === "resumeAll")
                    screen.meeting.resumeAll();
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: screen.margin
            Layout.rightMargin: screen.margin
            spacing: Theme.space.m

            Gallery {
                id: gallery

                objectName: "stage"
                focus: true
                Layout.fillWidth: true
                Layout.fillHeight: true
                // in a narrow window a panel takes the stage's place
                visible: !(screen.compact && screen.panel !== "")
                stage: screen.stage
                moderates: screen.meeting.mayModerate
                paused: screen.meeting.paused
                dimmed: screen.meeting.reconnecting
                onMenuAsked: (key, at) => person.openFor(key, at)
                Keys.onPressed: event => {
                    if (event.key === Qt.Key_Space) {
                        if (!event.isAutoRepeat)
                            screen.meeting.holdToSpeak(true);
                        event.accepted = true;
                    }
                }
                Keys.onReleased: event => {
                    if (event.key === Qt.Key_Space && !event.isAutoRepeat) {
                        screen.meeting.holdToSpeak(false);
                        event.accepted = true;
                    }
                }
                onActiveFocusChanged: {
                    if (!activeFocus)
                        screen.meeting.holdToSpeak(false);
                }

                TrySheet {
                    anchors.centerIn: parent
                    width: Math.min(520, parent.width - Theme.space.s * 2)
                    visible: screen.meeting.reconnecting
                    meeting: screen.meeting
                    onLeaveAsked: screen.call.leave()
                }
            }
            Loader {
                id: side

                Layout.fillHeight: true
                Layout.fillWidth: screen.compact
                Layout.preferredWidth: Theme.size.panel
                visible: screen.panel !== ""
                sourceComponent: screen.panel === "people" ? peoplePanel : screen.panel === "chat" ? chatPanel : null
            }
        }
        Toolbar {
            id: tools

            meeting: screen.meeting
            open: screen.openMenu !== "" ? screen.openMenu : screen.panel
            waiting: screen.meeting.mayModerate ? screen.door.count : 0
            unread: screen.chat.unread
            onAsked: what => screen.toggle(what)
            onEndAsked: leave.open()
        }
    }

    Component {
        id: peoplePanel

        ParticipantsPanel {
            meeting: screen.meeting
            people: screen.people
            door: screen.door
            mayInvite: screen.meeting.mayModerate
            onClosed: screen.panel = ""
            onMenuAsked: (key, at) => person.openFor(key, at)
            onLookAsked: key => screen.lookAsked(key)
            onInviteAsked: screen.inviteAsked()
        }
    }
    Component {
        id: chatPanel

        ChatPanel {
            meeting: screen.meeting
            chat: screen.chat
            onClosed: screen.panel = ""
            onLinkAsked: address => link.show(address)
            onChangeAsked: screen.toggle("security")
        }
    }

    Toast {
        id: toast

        objectName: "toast"
        anchors.horizontalCenter: parent.horizontalCenter
        y: screen.height - tools.height - height - Theme.space.m - (undo.shown ? undo.height + Theme.space.xs : 0)
    }
    UndoBar {
        id: undo

        objectName: "undo"
        anchors.horizontalCenter: parent.horizontalCenter
        y: screen.height - tools.height - height - Theme.space.m
        onUndone: (everyone, who) => everyone ? screen.meeting.resumeAll() : screen.people.resume(who)
    }

    // --- menus and dialogs ------------------------------------------------------------------------------------
    PersonMenu {
        id: person

        meeting: screen.meeting
        people: screen.people
        onRemoveAsked: (key, who) => remove.show(key, who)
        onWriteAsked: key => {
            screen.write();
            Qt.callLater(() => {
                const open = side.item as ChatPanel;
                if (open)
                    open.to = key;
            });
        }
    }
    SecurityMenu {
        id: security

        meeting: screen.meeting
    }
    ReactMenu {
        id: reactions

        meeting: screen.meeting
    }
    MeetingMenu {
        id: more

        name: qsTr("More")

        MenuRow {
            visible: tools.few
            enabled: screen.meeting.mayReact
            glyph: "smile"
            text: qsTr("React")
            key: "Ctrl+J"
            onClicked: {
                more.close();
                screen.toggle("react");
            }
        }
        MenuRow {
            visible: tools.few
            enabled: screen.meeting.handUp || screen.meeting.mayRaiseHand
            glyph: "hand"
            text: screen.meeting.handUp ? qsTr("Lower hand") : qsTr("Raise hand")
            key: "Ctrl+H"
            onClicked: {
                more.close();
                screen.meeting.toggleHand();
            }
        }
        MenuRow {
            visible: screen.meeting.mayModerate
            glyph: "user-plus"
            text: qsTr("Invite people")
            key: "Ctrl+I"
            onClicked: {
                more.close();
                screen.inviteAsked();
            }
        }
        MenuRow {
            enabled: screen.meeting.mayRename
            glyph: "text-cursor-input"
            text: qsTr("Change your name…")
            onClicked: {
                more.close();
                rename.open();
            }
        }
        MenuRow {
            glyph: "maximize"
            text: screen.fullScreen ? qsTr("Leave full screen") : qsTr("Full screen")
            key: "F11"
            onClicked: {
                more.close();
                screen.fullScreenAsked();
            }
        }
        MenuRow {
            glyph: "settings"
            text: qsTr("Settings")
            onClicked: {
                more.close();
                screen.call.openSettings();
            }
        }
    }
    LinkDialog {
        id: link

        chat: screen.chat
    }
    LeaveDialog {
        id: leave

        meeting: screen.meeting
        onLeaveAsked: screen.call.leave()
    }
    RemoveDialog {
        id: remove

        people: screen.people
    }
    RenameDialog {
        id: rename

        meeting: screen.meeting
    }
}
