pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Vestibule
import "parts"

// Who is at the door, and what is known of them, before the host decides. A window of its own: it comes to the front
// without taking the keyboard, and hears neither keys nor clicks for half a second, so that nobody is admitted by a
// word that was being typed.
Window {
    id: dialog

    required property MeetingModel meeting
    required property DoorModel door
    required property Window host

    // the guest shown
    property string chosen: ""
    property int row: -1
    property bool ready: false
    // what is being written: "" for nothing, a message, or the last words to somebody who is declined
    property string draft: ""
    readonly property bool writing: draft !== ""
    // one guest of a crowd is looked at
    property bool closely: false
    readonly property bool crowd: door.strangers > 0 && !closely
    property int version: 0
    readonly property var guest: known()
    readonly property bool some: guest.key !== undefined
    readonly property bool warned: some && guest.warnings > 0
    readonly property bool narrow: host.width < Theme.size.compactWidth || width < 720

    // shows the door without taking the keyboard
    function knock(): void {
        // the shield is not to be covered while something is being stopped
        if (meeting.paused || meeting.pausedPeople > 0 || meeting.suspended || !meeting.mayModerate)
            return;
        settle();
        place();
        door.comeForward(dialog);
    }
    // the host asked for it: the keyboard comes along
    function look(key: string): void {
        if (door.waiting === 0)
            return;
        closely = key !== "";
        choose(key !== "" ? key : chosen !== "" ? chosen : door.keyAt(0));
        settle();
        place();
        show();
        raise();
        requestActivate();
    }
    function choose(key: string): void {
        chosen = key;
        row = door.rowOf(key);
        draft = "";
        door.lookAt(key);
    }
    function step(by: int): void {
        const next = door.keyAt(Math.max(0, Math.min(row + by, door.count - 1)));
        if (next !== "")
            choose(next);
    }
    function write(what: string): void {
        draft = draft === what ? "" : what;
        if (writing)
            words.forceActiveFocus(Qt.TabFocusReason);
    }
    function send(): void {
        if (words.text.trim() === "")
            return;
        if (draft === "decline")
            door.decline(chosen, words.text);
        else
            door.message(chosen, words.text);
        words.clear();
        draft = "";
    }
    function settle(): void {
        ready = false;
        half.restart();
        if (door.rowOf(chosen) < 0)
            choose(door.keyAt(0));
    }
    // in the middle of the meeting, above its toolbar
    function place(): void {
        if (visible)
            return;
        width = Math.max(minimumWidth, Math.min(832, host.width - Theme.space.s * 2));
        height = Math.max(minimumHeight, Math.min(568, host.height - Theme.size.toolbar - Theme.space.s));
        x = host.x + Math.round((host.width - width) / 2);
        y = host.y + Math.round(Math.max(0, (host.height - Theme.size.toolbar - height) / 2));
    }
    // asked anew when the model says that something differs
    function known(): var {
        return version >= 0 ? door.facts(chosen) : {};
    }

    objectName: "admit"
    title: qsTr("At the door · %1").arg(door.waiting)
    flags: Qt.Dialog
    transientParent: null
    minimumWidth: 480
    minimumHeight: 360
    width: 832
    height: 568
    color: Theme.color.surface

    Timer {
        id: half

        interval: 500
        onTriggered: dialog.ready = true
    }
    Connections {
        target: dialog.door

        function onKnocked(): void {
            dialog.knock();
            // the system's own sign that a window wants to be looked at
            if (dialog.meeting.mayModerate)
                dialog.host.alert(0);
        }
        function onDataChanged(): void {
            dialog.version += 1;
        }
        function onChanged(): void {
            if (dialog.door.waiting === 0)
                dialog.hide();
            if (dialog.door.strangers === 0)
                dialog.closely = false;
        }
        function onCountChanged(): void {
            dialog.version += 1;
            if (dialog.door.count === 0) {
                dialog.chosen = "";
                dialog.closely = false;
            } else if (dialog.door.rowOf(dialog.chosen) < 0) {
                // the next guest appears under the same button: a second click is not for them
                dialog.choose(dialog.door.keyAt(Math.min(Math.max(0, dialog.row), dialog.door.count - 1)));
                dialog.settle();
            } else {
                dialog.row = dialog.door.rowOf(dialog.chosen);
            }
        }
    }
    Connections {
        target: dialog.meeting

        function onChanged(): void {
            if (!dialog.meeting.inside || !dialog.meeting.mayModerate)
                dialog.hide();
        }
    }

    Shortcut {
        sequences: ["Escape"]
        onActivated: dialog.writing ? dialog.draft = "" : dialog.hide()
    }
    Shortcut {
        sequences: ["Left"]
        enabled: dialog.ready && !dialog.writing && !dialog.crowd
        onActivated: dialog.step(-1)
    }
    Shortcut {
        sequences: ["Right"]
        enabled: dialog.ready && !dialog.writing && !dialog.crowd
        onActivated: dialog.step(1)
    }
    // a guest with a warning is never admitted by Enter
    Shortcut {
        sequences: ["Return", "Enter"]
        enabled: !dialog.crowd && !dialog.writing && (dialog.warned || !dialog.ready) && !acts.visible
        onActivated: {}
    }

    FocusScope {
        id: all

        anchors.fill: parent
        focus: true
        enabled: dialog.ready
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title

        DoorFlood {
            anchors.fill: parent
            anchors.margins: dialog.narrow ? Theme.space.m : Theme.space.l
            visible: dialog.crowd
            door: dialog.door
            narrow: dialog.narrow
            onLooked: key => {
                dialog.choose(key);
                dialog.closely = true;
            }
            onLater: dialog.hide()
        }
        RowLayout {
            anchors.fill: parent
            visible: !dialog.crowd
            spacing: 0

            // the queue
            ColumnLayout {
                visible: !dialog.narrow
                Layout.preferredWidth: 272
                Layout.maximumWidth: 272
                Layout.fillHeight: true
                Layout.margins: Theme.space.m
                spacing: Theme.space.xxs

                RowLayout {
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.space.xs
                    Layout.topMargin: Theme.space.xs
                    Layout.bottomMargin: Theme.space.s
                    spacing: Theme.space.xs

                    Icon {
                        glyph: "door-open"
                        color: Theme.color.accentText
                    }
                    AppText {
                        Layout.fillWidth: true
                        text: dialog.title
                        font: Theme.type.subhead
                        Accessible.role: Accessible.Heading
                        Accessible.name: text
                    }
                }
                ListView {
                    id: queue

                    objectName: "queue"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    clip: true
                    boundsBehavior: Flickable.StopAtBounds
                    spacing: Theme.space.xxs
                    model: dialog.door
                    currentIndex: dialog.row
                    Accessible.role: Accessible.List
                    Accessible.name: qsTr("At the door")

                    delegate: QueueRow {
                        chosen: key === dialog.chosen
                        onClicked: dialog.choose(key)
                    }
                }
                AppButton {
                    objectName: "backToCrowd"
                    Layout.fillWidth: true
                    visible: dialog.door.strangers > 0
                    glyph: "users"
                    text: qsTr("%1 strangers by the open link").arg(dialog.door.strangers)
                    onClicked: dialog.closely = false
                }
                Paragraph {
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.space.xs
                    Layout.rightMargin: Theme.space.xs
                    Layout.bottomMargin: Theme.space.xs
                    visible: dialog.door.clean < dialog.door.count
                    text: qsTr("Guests with a warning are admitted one at a time.")
                    font: Theme.type.small
                }
                AppButton {
                    objectName: "admitAll"
                    Layout.fillWidth: true
                    visible: dialog.door.clean > 1
                    kind: dialog.warned ? "primary" : "secondary"
                    glyph: "check-check"
                    text: dialog.door.cleanNames !== "" ? qsTr("Admit %1").arg(dialog.door.cleanNames) : qsTr("Admit all %1").arg(dialog.door.clean)
                    onClicked: dialog.door.admitAll()
                }
            }

            Divider {
                vertical: true
                visible: !dialog.narrow
            }

            // the person
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.margins: dialog.narrow ? Theme.space.m : Theme.space.l
                spacing: dialog.narrow ? Theme.space.s : Theme.space.m
                visible: dialog.some

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space.m

                    Avatar {
                        side: dialog.narrow ? 40 : 56
                        initials: dialog.guest.initials ?? ""
                        tone: dialog.guest.tone ?? 0
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: Theme.space.xxs

                        AppText {
                            objectName: "whoWants"
                            Layout.fillWidth: true
                            text: qsTr("%1 wants to come in").arg(dialog.guest.name ?? "")
                            font: Theme.type.heading
                            Accessible.role: Accessible.Heading
                            Accessible.name: text
                        }
                        AppText {
                            Layout.fillWidth: true
                            text: qsTr("Waiting %1, since %2").arg(dialog.guest.waited ?? "").arg(dialog.guest.since ?? "")
                            font: Theme.type.small
                            color: Theme.color.muted
                        }
                    }
                    Row {
                        visible: dialog.narrow && dialog.door.count > 1
                        spacing: Theme.space.xxs

                        IconButton {
                            objectName: "previousGuest"
                            glyph: "arrow-left"
                            directional: true
                            text: qsTr("Previous guest")
                            enabled: dialog.row > 0
                            onClicked: dialog.step(-1)
                        }
                        AppText {
                            anchors.verticalCenter: parent.verticalCenter
                            text: qsTr("%1 of %2").arg(dialog.row + 1).arg(dialog.door.count)
                            font: Theme.type.smallStrong
                        }
                        IconButton {
                            objectName: "nextGuest"
                            glyph: "arrow-right"
                            directional: true
                            text: qsTr("Next guest")
                            enabled: dialog.row < dialog.door.count - 1
                            onClicked: dialog.step(1)
                        }
                    }
                    Tag {
                        Layout.alignment: Qt.AlignTop
                        visible: dialog.guest.muted === true
                        glyph: "message-square-off"
                        text: qsTr("Muted")
                    }
                    Tag {
                        Layout.alignment: Qt.AlignTop
                        visible: !dialog.narrow && dialog.warned
                        tone: "warn"
                        glyph: "triangle-alert"
                        text: dialog.guest.warnings === 1 ? qsTr("1 warning") : qsTr("%1 warnings").arg(dialog.guest.warnings ?? 0)
                    }
                }

                Rectangle {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    radius: Theme.radius.card
                    color: Theme.color.well
                    border.width: Theme.size.border
                    border.color: Theme.color.line

                    ScrollHint {
                        view: view
                        outset: Theme.space.s
                    }
                    Flickable {
                        id: view

                        anchors.fill: parent
                        anchors.margins: Theme.space.m
                        contentHeight: facts.implicitHeight
                        boundsBehavior: Flickable.StopAtBounds
                        interactive: contentHeight > height
                        clip: interactive

                        ColumnLayout {
                            id: facts

                            width: view.width
                            spacing: Theme.space.s

                            Repeater {
                                model: dialog.door.notes

                                FactRow {
                                    required property var model

                                    objectName: model.key
                                    glyph: model.glyph
                                    label: model.label
                                    text: model.text
                                    detail: model.detail
                                    tone: model.mood
                                }
                            }
                        }
                    }
                }

                RowLayout {
                    Layout.fillWidth: true
                    visible: dialog.writing
                    spacing: Theme.space.xs

                    Field {
                        id: words

                        objectName: "messageToGuest"
                        Layout.fillWidth: true
                        label: dialog.draft === "decline" ? qsTr("Last words to %1").arg(dialog.guest.name ?? "") : qsTr("Message to %1").arg(dialog.guest.name ?? "")
                        placeholderText: label
                        maximumLength: 500
                        onAccepted: dialog.send()
                    }
                    AppButton {
                        objectName: "send"
                        text: dialog.draft === "decline" ? qsTr("Decline") : qsTr("Send")
                        enabled: words.text.trim() !== ""
                        onClicked: dialog.send()
                    }
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space.xs

                    AppButton {
                        objectName: "message"
                        glyph: "message-square"
                        text: qsTr("Message")
                        onClicked: dialog.write("message")
                    }
                    IconButton {
                        id: more

                        objectName: "moreOnGuest"
                        glyph: "ellipsis"
                        outlined: true
                        side: Theme.size.control
                        fill: Theme.color.raised
                        text: qsTr("More about %1").arg(dialog.guest.name ?? "")
                        onClicked: acts.openAt(more)
                    }
                    Item {
                        Layout.fillWidth: true
                    }
                    AppButton {
                        objectName: "decline"
                        Layout.minimumWidth: 104
                        text: qsTr("Decline")
                        onClicked: dialog.door.decline(dialog.chosen, "")
                    }
                    AppButton {
                        objectName: "admitOne"
                        focus: true
                        Layout.minimumWidth: 104
                        kind: dialog.warned ? "secondary" : "primary"
                        text: qsTr("Admit")
                        onClicked: dialog.door.admit(dialog.chosen)
                    }
                }
            }
        }
    }

    GuestActs {
        id: acts

        door: dialog.door
        who: dialog.chosen
        guest: dialog.guest
        onDeclineWithMessage: dialog.write("decline")
    }
}
