import QtQuick
import QtQuick.Controls.Basic
import ".."

// One button of the meeting toolbar: a 48 x 40 key with its name underneath.
AbstractButton {
    id: button

    required property string glyph
    // "plain", "off" (microphone or camera off), "open" (its panel or menu is open), "danger"
    property string look: "plain"
    property bool compact: false
    property int badge: 0
    property bool directional: false
    // why it cannot be used now, or what it does; its name where captions are hidden
    property string hint: compact ? text : ""

    readonly property color fill: {
        if (!enabled)
            return "transparent";
        if (look === "off")
            return Theme.color.invertedFill;
        if (look === "open")
            return Theme.color.accent;
        if (look === "danger")
            return hovered ? Theme.color.dangerHover : Theme.color.danger;
        return hovered ? Theme.color.hover : Theme.color.raised;
    }
    readonly property color ink: {
        if (!enabled)
            return Theme.color.faint;
        if (look === "off")
            return Theme.color.invertedInk;
        if (look === "open")
            return Theme.color.accentInk;
        if (look === "danger")
            return Theme.color.dangerInk;
        return Theme.color.text;
    }

    padding: 0
    implicitWidth: compact ? 48 : Math.max(72, Math.ceil(caption.implicitWidth) + Theme.space.xs)
    implicitHeight: compact ? 40 : 64
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: badge > 0 ? qsTr("%1, %2 new").arg(text).arg(badge) : text
    Accessible.description: enabled ? "" : hint
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    // a button that is not enabled hears no hover of its own
    HoverHandler {
        id: over
    }
    Hint {
        text: button.hint
        visible: button.hint !== "" && (over.hovered || button.visualFocus)
    }

    background: Item {}

    contentItem: Item {
        Rectangle {
            id: key

            anchors.horizontalCenter: parent.horizontalCenter
            width: 48
            height: 40
            radius: 12
            color: button.fill
            border.width: Theme.highContrast ? Theme.size.border : 0
            border.color: button.enabled ? Theme.color.line : Theme.color.faint

            Behavior on color {
                ColorAnimation { duration: Theme.motion.quick }
            }

            FocusRing {
                shown: button.visualFocus
                corner: parent.radius
            }

            Icon {
                anchors.centerIn: parent
                glyph: button.glyph
                color: button.ink
                directional: button.directional
            }

            Rectangle {
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: -7
                width: Math.max(22, count.implicitWidth + 12)
                height: 22
                radius: 11
                color: button.look === "open" ? Theme.color.invertedFill : Theme.color.accent
                border.width: 2
                border.color: Theme.color.window
                visible: button.badge > 0

                AppText {
                    id: count

                    anchors.centerIn: parent
                    text: button.badge
                    font: Theme.type.captionStrong
                    color: button.look === "open" ? Theme.color.invertedInk : Theme.color.accentInk
                }
            }
        }

        AppText {
            id: caption

            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: key.bottom
            anchors.topMargin: 6
            visible: !button.compact
            text: button.text
            font: Theme.type.caption
            color: button.enabled ? Theme.color.muted : Theme.color.faint
        }
    }
}
