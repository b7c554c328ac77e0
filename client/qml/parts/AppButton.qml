import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import ".."

// A verb. One primary button per screen; "danger" for what cannot be undone.
AbstractButton {
    id: button

    // "primary", "secondary", "quiet" or "danger"
    property string kind: "secondary"
    property string glyph
    property bool small: false
    property bool directional: false
    // why it cannot be pressed now, or more about it
    property string hint

    readonly property color fill: {
        if (!enabled)
            return kind === "quiet" ? "transparent" : Theme.color.raised;
        if (kind === "primary")
            return hovered ? Theme.color.accentHover : Theme.color.accent;
        if (kind === "danger")
            return hovered ? Theme.color.dangerHover : Theme.color.danger;
        if (kind === "quiet")
            return hovered ? Theme.color.hover : "transparent";
        return hovered ? Theme.color.hover : Theme.color.raised;
    }
    readonly property color ink: {
        if (!enabled)
            return Theme.color.faint;
        if (kind === "primary")
            return Theme.color.accentInk;
        if (kind === "danger")
            return Theme.color.dangerInk;
        return kind === "quiet" ? Theme.color.accentText : Theme.color.text;
    }

    implicitHeight: small ? Theme.size.controlSmall : Theme.size.control
    implicitWidth: Math.ceil(row.implicitWidth) + leftPadding + rightPadding
    leftPadding: small ? Theme.space.s : Theme.space.m
    rightPadding: leftPadding
    topPadding: 0
    bottomPadding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: hint
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    Hint {
        text: button.hint
        visible: button.hint !== "" && (button.hovered || button.visualFocus)
    }

    background: Rectangle {
        radius: button.small ? Theme.radius.control - 2 : Theme.radius.control
        color: button.pressed ? Qt.darker(button.fill, 1.15) : button.fill
        border.width: Theme.highContrast || button.kind === "secondary" ? Theme.size.border : 0
        border.color: Theme.color.line

        Behavior on color {
            ColorAnimation { duration: Theme.motion.quick }
        }

        FocusRing {
            shown: button.visualFocus
            corner: parent.radius
        }
    }

    contentItem: Item {
        implicitWidth: row.implicitWidth

        RowLayout {
            id: row

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            height: parent.height
            spacing: Theme.space.xs

            Icon {
                visible: button.glyph !== ""
                glyph: button.glyph
                size: button.small ? Theme.size.iconSmall : Theme.size.iconRow
                color: button.ink
                directional: button.directional
            }
            AppText {
                visible: button.text !== ""
                text: button.text
                font: button.small ? Theme.type.smallStrong : Theme.type.bodyStrong
                color: button.ink
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }
}
