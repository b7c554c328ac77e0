pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// One line across the stage: the gravest of what is so. "and 2 more" opens the rest.
ColumnLayout {
    id: notices

    required property MeetingModel meeting
    required property DoorModel door
    // the door is not to be seen elsewhere now
    property bool showDoor: false
    property string askedBy: ""
    property bool opened: false
    readonly property var all: collect()
    readonly property bool some: all.length > 0

    signal acted(string what)

    function collect(): var {
        const list = [];
        if (meeting.reconnecting)
            list.push({ what: "", tone: "danger", glyph: "unplug", text: qsTr("The line to the host’s computer broke."), detail: qsTr("It is not sure that the others see and hear you."), action: "" });
        if (meeting.suspended)
            list.push({ what: "", tone: "warn", glyph: "circle-pause", text: qsTr("You are suspended. You see and hear the meeting."), detail: meeting.suspensionReason, action: "" });
        if (meeting.paused)
            list.push({ what: meeting.mayModerate ? "resumeAll" : "", tone: "warn", glyph: "octagon-pause", text: meeting.mayModerate ? qsTr("Everything is stopped, for all but host and co-hosts.") : qsTr("The host paused the meeting for everyone. Nobody is accused."), detail: "", action: meeting.mayModerate ? qsTr("Give rights back") : "" });
        if (meeting.hostAway)
            list.push({ what: "", tone: "warn", glyph: "moon", text: qsTr("The host is away. You stay together; nobody can come in."), detail: "", action: "" });
        if (meeting.weakLine && !meeting.reconnecting)
            list.push({ what: "", tone: "warn", glyph: "wifi-off", text: qsTr("Your line is weak. Turn your camera off to keep the sound."), detail: "", action: "" });
        if (askedBy !== "")
            list.push({ what: "unmute", tone: "neutral", glyph: "mic", text: qsTr("%1 asks you to unmute.").arg(askedBy), detail: "", action: qsTr("Unmute") });
        if (showDoor && door.count > 0)
            list.push({ what: "look", tone: "neutral", glyph: "door-open", text: door.count === 1 ? qsTr("Someone is at the door") : qsTr("%1 people are at the door").arg(door.count), detail: "", action: qsTr("Look") });
        return list;
    }

    spacing: Theme.space.xxs
    visible: some

    Repeater {
        model: notices.opened ? notices.all : notices.all.slice(0, 1)

        RowLayout {
            id: line

            required property var modelData
            required property int index

            Layout.fillWidth: true
            spacing: Theme.space.xs

            Notice {
                objectName: "notice"
                Layout.fillWidth: true
                tone: line.modelData.tone
                glyph: line.modelData.glyph
                text: line.modelData.text
                detail: line.modelData.detail
                action: line.modelData.action
                onActed: notices.acted(line.modelData.what)
            }
            AppButton {
                visible: line.index === 0 && notices.all.length > 1
                small: true
                kind: "quiet"
                text: notices.opened ? qsTr("Fewer") : qsTr("and %1 more").arg(notices.all.length - 1)
                onClicked: notices.opened = !notices.opened
            }
        }
    }
}
