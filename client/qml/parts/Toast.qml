import QtQuick
import ".."

// A line over the stage's foot for some seconds, with at most one act. It takes no focus.
Floating {
    id: toast

    property string text
    property string tone: "neutral"
    property string action
    property bool shown: false

    signal acted

    function show(sentence: string, how: string, act: string, seconds: int): void {
        text = sentence;
        tone = how;
        action = act;
        shown = true;
        clock.interval = seconds * 1000;
        clock.restart();
    }

    corner: Theme.radius.card
    implicitWidth: Math.min(row.implicitWidth + Theme.space.m * 2, parent ? parent.width - Theme.space.m * 2 : 600)
    implicitHeight: Math.max(Theme.size.mark, row.implicitHeight + Theme.space.xs)
    width: implicitWidth
    height: implicitHeight
    visible: opacity > 0
    opacity: shown ? 1 : 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Behavior on opacity {
        NumberAnimation { duration: Theme.motion.normal; easing.type: Theme.motion.easing }
    }
    Timer {
        id: clock

        onTriggered: toast.shown = false
    }
    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.space.s

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            glyph: toast.tone === "danger" ? "circle-alert" : toast.tone === "warn" ? "triangle-alert" : "info"
            color: toast.tone === "danger" ? Theme.color.dangerText : toast.tone === "warn" ? Theme.color.warn : Theme.color.accentText
        }
        AppText {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(Math.ceil(implicitWidth), toast.parent ? toast.parent.width - Theme.space.m * 6 - (toast.action !== "" ? 120 : 0) : implicitWidth)
            text: toast.text
            font: Theme.type.bodyMedium
            wrapMode: Text.Wrap
        }
        AppButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: toast.action !== ""
            small: true
            text: toast.action
            onClicked: {
                toast.shown = false;
                toast.acted();
            }
        }
    }
}
