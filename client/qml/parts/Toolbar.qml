import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// The buttons of the meeting, in four groups. A narrower window first drops the captions (hints remain), then moves the
// rarer buttons into More. What cannot be used now says why.
FocusScope {
    id: bar

    required property MeetingModel meeting
    // which panel or menu is open: "", "security", "people", "chat", "react", "more"
    property string open: ""
    property int waiting: 0
    property int unread: 0
    readonly property bool compact: width < Theme.size.captionsFrom
    readonly property bool few: width < Theme.size.allButtonsFrom
    readonly property int groupGap: compact ? Theme.space.xxs : Theme.space.s
    readonly property bool stopped: meeting.reconnecting || meeting.suspended || meeting.paused
    readonly property string why: meeting.reconnecting ? qsTr("The line to the host’s computer broke") : meeting.suspended ? qsTr("You are suspended") : stopped ? qsTr("The host paused the meeting") : ""
    property alias shieldItem: shield
    property alias reactItem: react
    property alias moreItem: more

    signal asked(string what)
    signal endAsked

    implicitHeight: compact ? Theme.size.toolbarCompact : Theme.size.toolbar
    Layout.fillWidth: true
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Meeting")

    function reason(forbidden: string): string {
        return why !== "" ? why : forbidden;
    }

    Row {
        id: row

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: bar.compact ? 0 : 4
        spacing: bar.compact ? Theme.space.xs : 4

        BarButton {
            objectName: "microphone"
            focus: true
            glyph: bar.meeting.micOn ? "mic" : "mic-off"
            text: bar.meeting.micOn ? qsTr("Mute") : qsTr("Unmute")
            look: bar.meeting.micOn ? "plain" : "off"
            compact: bar.compact
            enabled: bar.meeting.micOn || bar.meeting.mayUnmute
            hint: enabled ? (compact ? text : "") : bar.reason(qsTr("The host lets nobody unmute themselves"))
            onClicked: bar.meeting.toggleMicrophone()
        }
        BarButton {
            objectName: "camera"
            glyph: bar.meeting.cameraOn ? "video" : "video-off"
            text: bar.meeting.cameraOn ? qsTr("Stop video") : qsTr("Start video")
            look: bar.meeting.cameraOn ? "plain" : "off"
            compact: bar.compact
            enabled: bar.meeting.cameraOn || bar.meeting.mayVideo
            hint: enabled ? (compact ? text : "") : bar.reason(qsTr("The host turned video off"))
            onClicked: bar.meeting.toggleCamera()
        }
        Item {
            width: bar.groupGap
            height: 1
        }
        BarButton {
            id: shield

            objectName: "security"
            visible: bar.meeting.mayModerate
            glyph: "shield"
            text: qsTr("Security")
            look: bar.open === "security" ? "open" : "plain"
            compact: bar.compact
            onClicked: bar.asked("security")
        }
        BarButton {
            objectName: "participants"
            glyph: "users"
            text: qsTr("Participants")
            look: bar.open === "people" ? "open" : "plain"
            badge: bar.waiting
            compact: bar.compact
            onClicked: bar.asked("people")
        }
        BarButton {
            objectName: "chat"
            glyph: "message-square"
            text: qsTr("Chat")
            look: bar.open === "chat" ? "open" : "plain"
            badge: bar.unread
            compact: bar.compact
            onClicked: bar.asked("chat")
        }
        Item {
            width: bar.groupGap
            height: 1
        }
        BarButton {
            id: react

            objectName: "react"
            glyph: "smile"
            text: qsTr("React")
            look: bar.open === "react" ? "open" : "plain"
            visible: !bar.few
            enabled: bar.meeting.mayReact
            hint: enabled ? (compact ? text : "") : bar.reason(qsTr("The host turned reactions off"))
            compact: bar.compact
            onClicked: bar.asked("react")
        }
        BarButton {
            objectName: "hand"
            glyph: "hand"
            text: bar.meeting.handUp ? qsTr("Lower hand") : qsTr("Raise hand")
            look: bar.meeting.handUp ? "off" : "plain"
            visible: !bar.few
            enabled: bar.meeting.handUp || bar.meeting.mayRaiseHand
            hint: enabled ? (compact ? text : "") : bar.reason(qsTr("The host turned hands off"))
            compact: bar.compact
            onClicked: bar.meeting.toggleHand()
        }
        BarButton {
            id: more

            objectName: "more"
            glyph: "ellipsis"
            text: qsTr("More")
            look: bar.open === "more" ? "open" : "plain"
            compact: bar.compact
            onClicked: bar.asked("more")
        }
        Item {
            width: bar.groupGap
            height: 1
        }
        BarButton {
            objectName: "end"
            glyph: "log-out"
            directional: true
            text: bar.meeting.isHost ? qsTr("End") : qsTr("Leave")
            look: "danger"
            compact: bar.compact
            onClicked: bar.endAsked()
        }
    }
}
