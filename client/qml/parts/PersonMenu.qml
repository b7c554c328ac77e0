import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// What one can do about one member: for oneself, and (host and co-hosts) as an order. Suspending is the first act; the
// host can be acted on by nobody.
MeetingMenu {
    id: menu

    required property MeetingModel meeting
    required property PeopleModel people
    property var person: ({})
    readonly property bool orders: meeting.mayModerate && person.host === false
    readonly property bool strict: orders && (meeting.isHost || person.cohost === false)

    signal removeAsked(string key, string who)
    signal writeAsked(string key)

    function openFor(key: string, at: Item): void {
        person = people.facts(key);
        if (person.key !== undefined && !person.mine)
            openAt(at);
    }
    function act(what: var): void {
        close();
        what(person.key);
    }

    name: qsTr("What to do about %1").arg(person.name ?? "")

    AppText {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space.s
        Layout.topMargin: Theme.space.xxs
        Layout.bottomMargin: Theme.space.xxs
        text: menu.person.name ?? ""
        font: Theme.type.captionStrong
        color: Theme.color.muted
    }
    MenuRow {
        objectName: "suspend"
        visible: menu.strict && !menu.person.suspended
        glyph: "circle-pause"
        text: qsTr("Suspend")
        danger: true
        detail: qsTr("Sound, video, chat stop at once")
        onClicked: menu.act(key => menu.people.suspend(key))
    }
    MenuRow {
        objectName: "resume"
        visible: menu.strict && menu.person.suspended
        glyph: "play"
        text: qsTr("Give rights back")
        detail: qsTr("Opens nothing by itself")
        onClicked: menu.act(key => menu.people.resume(key))
    }
    MenuRow {
        objectName: "mute"
        visible: menu.orders && !menu.person.micOff
        glyph: "mic-off"
        text: qsTr("Mute")
        onClicked: menu.act(key => menu.people.mute(key))
    }
    MenuRow {
        objectName: "askToUnmute"
        visible: menu.orders && menu.person.micOff && !menu.person.suspended
        glyph: "mic"
        text: qsTr("Ask to unmute")
        onClicked: menu.act(key => menu.people.askToUnmute(key))
    }
    MenuRow {
        objectName: "stopCamera"
        visible: menu.orders && !menu.person.camOff
        glyph: "video-off"
        text: qsTr("Stop camera")
        onClicked: menu.act(key => menu.people.stopCamera(key))
    }
    MenuRow {
        objectName: "lowerHand"
        visible: menu.orders && menu.person.hand
        glyph: "hand"
        text: qsTr("Lower hand")
        onClicked: menu.act(key => menu.people.lowerHand(key))
    }
    MenuRow {
        objectName: "write"
        visible: menu.meeting.mayChatPrivately
        glyph: "message-square"
        text: qsTr("Write privately")
        onClicked: menu.act(key => menu.writeAsked(key))
    }
    MenuRow {
        objectName: "silence"
        glyph: menu.person.silenced ? "volume-2" : "volume-x"
        text: menu.person.silenced ? qsTr("Hear again") : qsTr("Silence for me")
        detail: qsTr("For you only. Nobody is told.")
        onClicked: menu.act(key => menu.people.silence(key, !menu.person.silenced))
    }
    MenuRow {
        objectName: "cohost"
        visible: menu.meeting.isHost
        glyph: "user-cog"
        text: menu.person.cohost ? qsTr("End being co-host") : qsTr("Make co-host")
        onClicked: menu.act(key => menu.people.appoint(key, !menu.person.cohost))
    }
    MenuRow {
        objectName: "putBack"
        visible: menu.strict
        glyph: "door-open"
        text: qsTr("Put back in the waiting room")
        onClicked: menu.act(key => menu.people.putBack(key))
    }
    MenuRow {
        objectName: "remove"
        visible: menu.strict
        glyph: "user-x"
        text: qsTr("Remove…")
        danger: true
        onClicked: menu.act(key => menu.removeAsked(key, menu.person.name))
    }
}
