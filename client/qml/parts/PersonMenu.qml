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
    required property OrdersModel orders
    property var person: ({})
    readonly property bool orders_: meeting.mayModerate && person.host === false
    readonly property bool strict: orders_ && (meeting.isHost || person.cohost === false)

    signal removeAsked(string key, string who)
    signal writeAsked(string key)
    signal renameAsked(string key, string who, bool named)
    signal rightsAsked(string key, string who)
    signal reportAsked(string key, string who)

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
        onClicked: menu.act(key => menu.orders.suspend(key))
    }
    MenuRow {
        objectName: "resume"
        visible: menu.strict && menu.person.held
        glyph: "play"
        text: qsTr("Give rights back")
        detail: qsTr("Opens nothing by itself")
        onClicked: menu.act(key => menu.people.resume(key))
    }
    MenuRow {
        objectName: "mute"
        visible: menu.orders_ && !menu.person.micOff
        glyph: "mic-off"
        text: qsTr("Mute")
        onClicked: menu.act(key => menu.people.mute(key))
    }
    MenuRow {
        objectName: "askToUnmute"
        visible: menu.orders_ && menu.person.micOff && !menu.person.suspended
        glyph: "mic"
        text: qsTr("Ask to unmute")
        onClicked: menu.act(key => menu.people.askToUnmute(key))
    }
    MenuRow {
        objectName: "stopCamera"
        visible: menu.orders_ && !menu.person.camOff
        glyph: "video-off"
        text: qsTr("Stop camera")
        onClicked: menu.act(key => menu.people.stopCamera(key))
    }
    MenuRow {
        objectName: "askForCamera"
        visible: menu.orders_ && menu.person.camOff && !menu.person.suspended
        glyph: "video"
        text: qsTr("Ask for their camera")
        onClicked: menu.act(key => menu.people.askForCamera(key))
    }
    MenuRow {
        objectName: "spotlight"
        visible: menu.meeting.mayModerate
        glyph: "sparkles"
        text: menu.person.spotlit ? qsTr("End spotlight") : qsTr("Spotlight for everyone")
        onClicked: menu.act(key => menu.people.spotlight(menu.person.spotlit ? "" : key))
    }
    MenuRow {
        objectName: "showMessages"
        visible: menu.orders_ && menu.person.messagesHidden
        glyph: "message-square"
        text: qsTr("Show hidden messages again")
        onClicked: menu.act(key => menu.people.showMessages(key))
    }
    MenuRow {
        objectName: "renameMember"
        visible: menu.strict
        glyph: "text-cursor-input"
        text: qsTr("Rename…")
        onClicked: menu.act(key => menu.renameAsked(key, menu.person.name, menu.person.namedByHost))
    }
    MenuRow {
        objectName: "personRights"
        visible: menu.strict
        glyph: "list-checks"
        text: qsTr("What they may do…")
        onClicked: menu.act(key => menu.rightsAsked(key, menu.person.name))
    }
    MenuRow {
        objectName: "lowerHand"
        visible: menu.orders_ && menu.person.hand
        glyph: "hand"
        text: qsTr("Lower hand")
        onClicked: menu.act(key => menu.people.lowerHand(key))
    }
    MenuRow {
        objectName: "write"
        visible: menu.meeting.mayChatPrivately && !menu.person.refusesPrivate
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
        objectName: "hide"
        glyph: menu.person.hidden ? "eye" : "eye-off"
        text: menu.person.hidden ? qsTr("Show again") : qsTr("Hide for me")
        detail: qsTr("No picture and no messages; nobody is told")
        onClicked: menu.act(key => menu.people.hide(key, !menu.person.hidden))
    }
    MenuRow {
        objectName: "report"
        visible: menu.person.host === false
        glyph: "flag"
        text: qsTr("Report…")
        onClicked: menu.act(key => menu.reportAsked(key, menu.person.name))
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
