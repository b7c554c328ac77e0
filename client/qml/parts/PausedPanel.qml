pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// After "Stop everything", for whoever was not singled out: paused with the rest, and told so.
SidePanel {
    id: panel

    required property SuspensionModel suspension
    required property CallsModel calls
    property bool writing: false

    signal reportAsked
    signal leaveAsked

    title: qsTr("The meeting is paused")
    footer: Component {
        AppButton {
            objectName: "leavePaused"
            glyph: "log-out"
            directional: true
            text: qsTr("Leave")
            onClicked: panel.leaveAsked()
        }
    }

    FactRow {
        glyph: "octagon-pause"
        label: qsTr("By")
        text: panel.suspension.by
    }
    FactRow {
        glyph: "users"
        label: qsTr("For")
        text: panel.suspension.cohostsToo ? qsTr("Everyone, co-hosts too") : qsTr("Everyone but host and co-hosts")
        detail: qsTr("Nobody is accused.")
    }
    FactRow {
        glyph: "headphones"
        label: panel.suspension.receivesNothing ? qsTr("Stopped too") : qsTr("You still")
        text: panel.suspension.receivesNothing ? qsTr("What you see and hear") : qsTr("See and hear the meeting")
    }
    FactRow {
        glyph: "undo-2"
        label: qsTr("What comes next")
        text: qsTr("The host gives rights back, one at a time")
        detail: qsTr("Your microphone and camera stay off until you turn them on.")
    }
    Divider {}
    AppText {
        text: qsTr("Always yours")
        font: Theme.type.captionStrong
        color: Theme.color.muted
    }
    ActRow {
        objectName: "callRow"
        glyph: "bell"
        text: qsTr("Call the host")
        detail: panel.calls.mayCall ? qsTr("Only host and co-hosts see it") : qsTr("They were called. Once a minute is enough.")
        ready: panel.calls.mayCall
        action: qsTr("Call")
        onActed: panel.calls.callHost()
    }
    ActRow {
        glyph: "flag"
        text: qsTr("Report somebody")
        detail: qsTr("The host’s record notes it")
        action: qsTr("Report…")
        onActed: panel.reportAsked()
    }
    ActRow {
        objectName: "appealRow"
        glyph: "scale"
        text: qsTr("Appeal")
        detail: qsTr("Once, 1,000 characters")
        action: panel.writing ? "" : qsTr("Write…")
        onActed: panel.writing = true
    }
    AppealBox {
        visible: panel.writing
        suspension: panel.suspension
    }
    Item {
        Layout.fillHeight: true
    }
}
