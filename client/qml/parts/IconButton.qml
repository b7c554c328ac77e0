import QtQuick
import QtQuick.Controls.Basic
import ".."

// A button with a picture only: `text` is its name to a screen reader and its hint.
AbstractButton {
    id: button

    required property string glyph
    property color ink: enabled ? Theme.color.muted : Theme.color.faint
    property color fill: "transparent"
    property int side: Theme.size.controlSmall
    property bool outlined: false
    property bool directional: false
    property string hint: text

    implicitWidth: side
    implicitHeight: side
    padding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    Hint {
        text: button.hint
        visible: button.hint !== "" && (button.hovered || button.visualFocus)
    }

    background: Rectangle {
        radius: Theme.radius.control - 2
        color: button.pressed ? Theme.color.pressed : button.hovered ? Theme.color.hover : button.fill
        border.width: button.outlined || Theme.highContrast ? Theme.size.border : 0
        border.color: Theme.color.line

        FocusRing {
            shown: button.visualFocus
            corner: parent.radius
        }
    }

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            glyph: button.glyph
            size: Theme.size.iconRow
            color: button.ink
            directional: button.directional
        }
    }
}
