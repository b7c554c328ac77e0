pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Vestibule
import "parts"

// The window: which page it shows is the call's to say.
ApplicationWindow {
    id: window

    required property CallModel call
    required property MeetingModel meeting
    required property StageModel stage
    required property PeopleModel people
    required property RulesModel rules
    required property OrdersModel orders
    required property SentModel sent
    required property SuspensionModel suspension
    required property CallsModel calls
    required property SendersModel senders
    required property RightsBackModel rightsBack
    required property PeopleBackModel peopleBack
    required property HidingModel hiding
    required property ReactionsModel merged
    required property DoorModel door
    required property ChatModel chat
    required property DevicesModel devices
    required property HomeModel home
    required property PreJoinModel preJoin
    required property WaitingModel waiting
    required property GoodbyeModel goodbye
    required property InviteSheetModel invites
    required property SettingsModel settings
    required property CoHostsModel cohosts
    required property OrderLogModel orderLog
    required property RemovalsModel removals

    readonly property var pages: ({
            home: homePage,
            prejoin: preJoinPage,
            connecting: waitingPage,
            waiting: waitingPage,
            meeting: meetingPage,
            removed: removedPage,
            goodbye: goodbyePage,
            settings: settingsPage,
            orders: ordersPage
        })
    // what is on the screen, for those who look for it by name
    readonly property Item page: shown.item as Item
    property bool pasting: false
    readonly property Meeting meetingOnScreen: shown.item as Meeting
    // what the undo bar leaves free
    readonly property int meetingFoot: meetingOnScreen ? meetingOnScreen.foot : Theme.space.m

    objectName: "main"
    width: 1440
    height: 900
    minimumWidth: 640
    minimumHeight: 480
    visible: true
    title: meeting.title !== "" && call.page === "meeting" ? meeting.title : "Vestibule"
    color: Theme.color.window
    font: Theme.type.body
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "mode"
        value: window.settings.mode
    }
    Binding {
        target: Theme
        property: "textScale"
        value: window.settings.textPercent / 100
    }
    Binding {
        target: Theme
        property: "reduceMotion"
        value: window.settings.reduceMotion
    }
    Binding {
        target: window.preJoin
        property: "link"
        value: window.call.link
    }

    Loader {
        id: shown

        anchors.fill: parent
        focus: true
        sourceComponent: window.pages[window.call.page]
    }

    Component {
        id: homePage

        Home {
            focus: true
            home: window.home
            settings: window.settings
            onStartAsked: (title, waitingRoom, name) => window.call.startMeeting(title, waitingRoom, name)
            onInviteOpened: link => window.call.openInvite(link)
            onSettingsAsked: window.call.openSettings()
            onOrdersAsked: window.call.openOrders()
            Component.onCompleted: {
                if (window.pasting)
                    paste();
                window.pasting = false;
            }
        }
    }
    Component {
        id: preJoinPage

        PreJoin {
            focus: true
            preJoin: window.preJoin
            devices: window.devices
            settings: window.settings
            onJoinAsked: (name, microphoneOn, cameraOn) => window.call.join(name, microphoneOn, cameraOn)
            onHomeAsked: window.call.goHome()
        }
    }
    Component {
        id: waitingPage

        Waiting {
            focus: true
            waiting: window.waiting
            hostKey: window.preJoin.hostKey
            opening: window.call.hosting || window.call.link === ""
            // before the host's computer answers there is nobody to say goodbye to
            onLeaveAsked: window.call.page === "connecting" ? window.call.goHome() : window.call.leave()
        }
    }
    Component {
        id: meetingPage

        Meeting {
            focus: true
            call: window.call
            meeting: window.meeting
            stage: window.stage
            people: window.people
            rules: window.rules
            orders: window.orders
            suspension: window.suspension
            calls: window.calls
            senders: window.senders
            rightsBack: window.rightsBack
            peopleBack: window.peopleBack
            hiding: window.hiding
            merged: window.merged
            door: window.door
            chat: window.chat
            fullScreen: window.visibility === Window.FullScreen
            onInviteAsked: invitePeople.open()
            onCoHostsAsked: person => coHosts.openAt(person)
            onOrdersAsked: window.call.openOrders()
            onLookAsked: key => admit.look(key)
            onFullScreenAsked: window.visibility = fullScreen ? Window.AutomaticVisibility : Window.FullScreen
        }
    }
    Component {
        id: removedPage

        Removed {
            focus: true
            suspension: window.suspension
            onHomeAsked: window.call.goHome()
        }
    }
    Component {
        id: goodbyePage

        Goodbye {
            focus: true
            goodbye: window.goodbye
            onHomeAsked: window.call.goHome()
            again: window.call.link !== ""
            onAgainAsked: window.call.openInvite(window.call.link)
            onPasteAsked: {
                window.pasting = true;
                window.call.goHome();
            }
        }
    }
    Component {
        id: settingsPage

        Settings {
            focus: true
            settings: window.settings
            devices: window.devices
            onHomeAsked: window.call.closeSettings()
            onOrdersAsked: window.call.openOrders()
        }
    }
    Component {
        id: ordersPage

        OrderLog {
            focus: true
            orders: window.orderLog
            removals: window.removals
            settings: window.settings
            inMeeting: window.meeting.inside
            onHomeAsked: window.call.closeSettings()
            onSettingsAsked: window.call.openSettings()
        }
    }

    // --- keys that work on every page of a meeting, in dialogs, text fields and the admit dialog -----------------
    Shortcut {
        sequences: ["Ctrl+Shift+Backspace"]
        context: Qt.ApplicationShortcut
        enabled: window.meeting.inside && window.meeting.mayModerate
        onActivated: window.orders.stopEverything()
    }
    Shortcut {
        sequences: ["F9"]
        context: Qt.ApplicationShortcut
        enabled: window.orders.seconds > 0
        onActivated: window.orders.undo()
    }
    Shortcut {
        sequences: ["Ctrl+Shift+H"]
        context: Qt.ApplicationShortcut
        enabled: window.meeting.inside
        onActivated: window.hiding.toggleEverything()
    }
    Shortcut {
        sequences: ["Ctrl+Shift+C"]
        context: Qt.ApplicationShortcut
        enabled: window.meeting.inside && !window.meeting.mayModerate && window.calls.mayCall
        onActivated: window.calls.callHost()
    }
    Connections {
        target: window.orders

        function onStopped(): void {
            stopDialog.open();
        }
    }
    Announcer {
        id: voice

        Accessible.role: Accessible.StaticText
        Accessible.name: ""
    }
    StopDialog {
        id: stopDialog

        meeting: window.meeting
        orders: window.orders
        sent: window.sent
        suspension: window.suspension
        foot: window.meetingFoot
        onResumeAsked: {
            window.call.closeSettings();
            if (window.meetingOnScreen)
                window.meetingOnScreen.resume();
        }
    }
    UndoBar {
        id: undoBar

        orders: window.orders
        foot: window.meetingFoot
        onSaid: sentence => voice.urgently(sentence)
    }

    InviteSheet {
        id: invitePeople

        invites: window.invites
    }
    CoHosts {
        id: coHosts

        cohosts: window.cohosts
    }
    AdmitDialog {
        id: admit

        host: window
        door: window.door
        meeting: window.meeting
    }
}
