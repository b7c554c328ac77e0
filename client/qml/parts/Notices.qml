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
    required property SuspensionModel suspension
    required property RulesModel rules
    required property RightsBackModel rightsBack
    required property CallsModel calls
    required property HidingModel hiding
    // the door is not to be seen elsewhere now
    property bool showDoor: false
    // who asks one to unmute, and for one's camera
    property string askedBy: ""
    property string cameraAskedBy: ""
    property bool opened: false
    readonly property var all: collect()
    readonly property bool some: all.length > 0

    signal acted(string what)

    function collect(): var {
        const list = [];
        if (meeting.reconnecting)
            list.push({ what: "", tone: "danger", glyph: "unplug", text: qsTr("The line to the host’s computer broke."), detail: qsTr("It is not sure that the others see and hear you."), action: "" });
        if (hiding.everything)
            list.push({ what: "showEverything", tone: "warn", glyph: "eye-closed", text: qsTr("Everything is hidden and silenced, for you only."), detail: "Ctrl+Shift+H", action: qsTr("Show again") });
        if (calls.count > 0)
            list.push({ what: "calls", tone: "warn", glyph: "bell-ring", text: qsTr("A member calls you, or appeals."), detail: "", action: qsTr("Look") });
        if (suspension.alone)
            list.push({ what: "suspension", tone: "warn", glyph: "circle-pause", text: suspension.receivesNothing ? qsTr("You are suspended. You do not see and hear the meeting.") : qsTr("You are suspended. You see and hear the meeting."), detail: suspension.reason, action: qsTr("Why, appeal") });
        if (suspension.paused)
            list.push({ what: "suspension", tone: "neutral", glyph: "circle-pause", text: qsTr("The host paused the meeting for everyone. Nobody is accused."), detail: "", action: qsTr("More") });
        if (meeting.mayModerate && rightsBack.active)
            list.push({ what: "resume", tone: "warn", glyph: "octagon-pause", text: qsTr("Activity is suspended for %1 members").arg(meeting.pausedPeople), detail: meeting.locked ? qsTr("The meeting is locked.") : "", action: qsTr("Give rights back…") });
        if (meeting.hostAway)
            list.push({ what: "", tone: "warn", glyph: "moon", text: qsTr("The host is away. You stay together; nobody can come in."), detail: "", action: "" });
        if (meeting.weakLine && !meeting.reconnecting)
            list.push({ what: "", tone: "warn", glyph: "wifi-off", text: qsTr("Your line is weak. Turn your camera off to keep the sound."), detail: "", action: "" });
        if (askedBy !== "")
            list.push({ what: "unmute", tone: "neutral", glyph: "mic", text: qsTr("%1 asks you to unmute.").arg(askedBy), detail: "", action: qsTr("Unmute") });
        if (cameraAskedBy !== "")
            list.push({ what: "camera", tone: "neutral", glyph: "video", text: qsTr("%1 asks for your camera.").arg(cameraAskedBy), detail: "", action: qsTr("Start video") });
        if (meeting.mayModerate && rules.guarded)
            list.push({ what: "openLink", tone: "neutral", glyph: "link-2-off", text: qsTr("Somebody was removed: people never met before wait, with a warning."), detail: "", action: qsTr("Open the link again") });
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
                objectName: "notNow"
                visible: line.modelData.what === "unmute" || line.modelData.what === "camera"
                small: true
                kind: "quiet"
                text: qsTr("Not now")
                onClicked: notices.acted(line.modelData.what === "unmute" ? "notUnmute" : "notCamera")
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
