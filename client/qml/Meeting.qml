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
    required property RulesModel rules
    required property OrdersModel orders
    required property SuspensionModel suspension
    required property CallsModel calls
    required property SendersModel senders
    required property RightsBackModel rightsBack
    required property PeopleBackModel peopleBack
    required property HidingModel hiding
    required property ReactionsModel merged
    property bool fullScreen: false

    readonly property bool compact: width < Theme.size.compactWidth
    readonly property int margin: compact ? Theme.space.s : Theme.space.l
    // "", "people", "chat", "suspended" (whom one suspended), "resume", "calls", "own" (one's own suspension)
    property string panel: ""
    readonly property string openMenu: security.opened ? "security" : reactions.opened ? "react" : more.opened ? "more" : ""
    readonly property alias announcer: voice
    // whom the panel about a suspension is about
    property string about: ""
    // stopped, singled out or with all
    readonly property bool held: suspension.alone || suspension.paused
    readonly property int foot: tools.height
    property bool everything: hiding.everything

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
            orders.suspend(key);
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

    function resume(): void {
        panel = "resume";
    }
    function writeTo(key: string): void {
        write();
        Qt.callLater(() => {
            const open = side.item as ChatPanel;
            if (open)
                open.to = key;
        });
    }

    Accessible.role: Accessible.Pane
    Accessible.name: meeting.title
    onHeldChanged: {
        if (held)
            panel = "own";
        else if (panel === "own")
            panel = "";
    }
    Component.onCompleted: {
        if (held)
            panel = "own";
    }

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
        onActivated: screen.rules.setLocked(!screen.rules.locked)
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
        sequences: ["Ctrl+Shift+R"]
        onActivated: report.show("", "")
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
    }
    Connections {
        target: screen.orders

        function onSuspendedOne(key: string): void {
            screen.about = key;
            screen.panel = "suspended";
        }
    }
    Connections {
        target: screen.calls

        function onCalled(who: string): void {
            voice.urgently(qsTr("%1 calls you").arg(who));
            // beside the stage, without the focus; a panel that is being written in stays
            if (screen.panel === "" || screen.panel === "people")
                screen.panel = "calls";
        }
        function onAppealed(who: string): void {
            voice.politely(qsTr("%1 appeals").arg(who));
        }
        function onCalledHost(): void {
            toast.show(qsTr("Host and co-hosts were called. Nobody else knows."), "neutral", "", 6);
        }
    }
    Connections {
        target: screen.hiding

        function onChanged(): void {
            if (screen.hiding.everything !== screen.everything) {
                screen.everything = screen.hiding.everything;
                voice.urgently(screen.everything ? qsTr("Everything is hidden and silenced, for you only.") : qsTr("Everything is shown and heard again."));
            }
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
        function onAsked(what: string, who: string): void {
            if (what === "camera") {
                lines.cameraAskedBy = who;
                voice.politely(qsTr("%1 asks for your camera.").arg(who));
            } else {
                lines.askedBy = who;
                voice.politely(qsTr("%1 asks you to unmute.").arg(who));
            }
        }
        function onTakenOrGiven(sentence: string): void {
            voice.urgently(sentence);
        }
        function onChanged(): void {
            if (screen.meeting.micOn || !screen.meeting.mayUnmute)
                lines.askedBy = "";
            if (screen.meeting.cameraOn || !screen.meeting.mayVideo)
                lines.cameraAskedBy = "";
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
            suspension: screen.suspension
            rules: screen.rules
            rightsBack: screen.rightsBack
            calls: screen.calls
            hiding: screen.hiding
            showDoor: screen.meeting.mayModerate && screen.panel !== "people"
            onActed: what => {
                if (what === "unmute")
                    screen.meeting.toggleMicrophone();
                else if (what === "look")
                    screen.lookAsked("");
                else if (what === "camera")
                    screen.meeting.toggleCamera();
                else if (what === "notUnmute")
                    lines.askedBy = "";
                else if (what === "notCamera")
                    lines.cameraAskedBy = "";
                else if (what === "showEverything")
                    screen.hiding.toggleEverything();
                else if (what === "openLink")
                    screen.rules.setOpenLink(true);
                else if (what === "suspension")
                    screen.panel = "own";
                else
                    screen.panel = what;
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: screen.margin
            Layout.rightMargin: screen.margin
            // in a narrow window the undo bar would lie over a panel's last act
            Layout.bottomMargin: screen.compact && screen.panel !== "" && screen.orders.seconds > 0 ? Theme.size.row + Theme.space.m : 0
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
                leads: screen.meeting.isHost
                merged: screen.merged
                dimmed: screen.meeting.reconnecting
                onSuspendAsked: key => screen.orders.suspend(key)
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
                sourceComponent: ({
                        people: peoplePanel,
                        chat: chatPanel,
                        suspended: afterSuspendPanel,
                        resume: resumePanel,
                        calls: callPanel,
                        own: screen.suspension.alone ? ownPanel : pausedPanel
                    })[screen.panel] ?? null
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
            rules: screen.rules
            onClosed: screen.panel = ""
            onLinkAsked: address => link.show(address)
            onChangeAsked: screen.toggle("security")
        }
    }

    Component {
        id: afterSuspendPanel

        AfterSuspendPanel {
            objectName: "afterSuspend"
            orders: screen.orders
            people: screen.people
            key: screen.about
            onClosed: screen.panel = ""
            onSaved: screen.panel = ""
            onRemoveAsked: (key, who) => remove.show(key, who)
        }
    }
    Component {
        id: resumePanel

        ResumePanel {
            objectName: "resume"
            rights: screen.rightsBack
            held: screen.peopleBack
            onClosed: screen.panel = ""
            onRemoveAsked: (key, who) => remove.show(key, who)
        }
    }
    Component {
        id: callPanel

        CallPanel {
            objectName: "calls"
            calls: screen.calls
            senders: screen.senders
            orders: screen.orders
            onClosed: screen.panel = ""
            onWriteAsked: key => screen.writeTo(key)
            onStopAsked: screen.orders.stopEverything()
        }
    }
    Component {
        id: ownPanel

        OwnSuspensionPanel {
            objectName: "ownSuspension"
            suspension: screen.suspension
            onClosed: screen.panel = ""
            onReportAsked: report.show("", "")
            onLeaveAsked: leave.open()
        }
    }
    Component {
        id: pausedPanel

        PausedPanel {
            objectName: "pausedPanel"
            suspension: screen.suspension
            calls: screen.calls
            onClosed: screen.panel = ""
            onReportAsked: report.show("", "")
            onLeaveAsked: leave.open()
        }
    }

    Toast {
        id: toast

        objectName: "toast"
        anchors.horizontalCenter: parent.horizontalCenter
        y: screen.height - tools.height - height - Theme.space.m - (screen.orders.seconds > 0 ? Theme.size.row + Theme.space.m : 0)
    }
    // --- menus and dialogs ------------------------------------------------------------------------------------
    PersonMenu {
        id: person

        meeting: screen.meeting
        people: screen.people
        orders: screen.orders
        onRemoveAsked: (key, who) => remove.show(key, who)
        onRenameAsked: (key, who, named) => nameMember.show(key, who, named)
        onRightsAsked: (key, who) => personRights.show(key, who)
        onReportAsked: (key, who) => report.show(key, who)
        onWriteAsked: key => screen.writeTo(key)
    }
    SecurityMenu {
        id: security

        meeting: screen.meeting
        rules: screen.rules
        orders: screen.orders
        rightsBack: screen.rightsBack
        onReportAsked: report.show("", "")
        onResumeAsked: screen.resume()
    }
    ReactMenu {
        id: reactions

        meeting: screen.meeting
    }
    MeetingMenu {
        id: more

        name: qsTr("More")
        width: 380

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
            objectName: "coHosts"
            visible: screen.meeting.mayModerate
            glyph: "user-cog"
            text: qsTr("Co-hosts…")
            onClicked: {
                more.close();
                screen.coHostsAsked("");
            }
        }
        MenuRow {
            objectName: "orders"
            visible: screen.meeting.mayModerate
            glyph: "list-checks"
            text: qsTr("Record of orders")
            detail: qsTr("And who was removed")
            onClicked: {
                more.close();
                screen.ordersAsked();
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
            objectName: "callHost"
            visible: !screen.meeting.mayModerate
            enabled: screen.calls.mayCall && !screen.suspension.alone
            glyph: "bell"
            text: qsTr("Call the host")
            detail: qsTr("Without a sound; nobody else knows")
            key: "Ctrl+Shift+C"
            onClicked: {
                more.close();
                screen.calls.callHost();
            }
        }
        MenuRow {
            objectName: "report"
            glyph: "flag"
            text: qsTr("Report…")
            key: "Ctrl+Shift+R"
            onClicked: {
                more.close();
                report.show("", "");
            }
        }
        MenuRow {
            objectName: "refusePrivate"
            glyph: "message-square-off"
            text: qsTr("Refuse private chat")
            detail: qsTr("From all but host and co-hosts")
            chosen: screen.meeting.refusesPrivate
            onClicked: {
                more.close();
                screen.people.refusePrivateChat(!screen.meeting.refusesPrivate);
            }
        }
        MenuRow {
            objectName: "hideEverything"
            glyph: screen.hiding.everything ? "eye" : "eye-closed"
            text: screen.hiding.everything ? qsTr("Show and hear again") : qsTr("Hide and silence everything")
            detail: qsTr("For you only, until you press it again")
            key: "Ctrl+Shift+H"
            onClicked: {
                more.close();
                screen.hiding.toggleEverything();
            }
        }
        MenuRow {
            objectName: "appeals"
            visible: screen.meeting.mayModerate && screen.calls.count > 0
            glyph: "bell-ring"
            text: qsTr("Calls and appeals")
            onClicked: {
                more.close();
                screen.panel = "calls";
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
    NameMemberDialog {
        id: nameMember

        people: screen.people
    }
    PersonRightsDialog {
        id: personRights

        people: screen.people
    }
    ReportDialog {
        id: report

        people: screen.people
    }
}
