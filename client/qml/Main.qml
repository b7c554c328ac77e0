pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Vestibule

// The window: which page it shows is the call's to say.
ApplicationWindow {
    id: window

    required property CallModel call
    required property MeetingModel meeting
    required property StageModel stage
    required property PeopleModel people
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
            goodbye: goodbyePage,
            settings: settingsPage,
            orders: ordersPage
        })
    // what is on the screen, for those who look for it by name
    readonly property Item page: shown.item as Item
    property bool pasting: false

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
