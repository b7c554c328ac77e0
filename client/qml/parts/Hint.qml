import QtQuick
import QtQuick.Controls.Basic
import ".."

// The words of a control that shows only a picture, or why it cannot be used now.
ToolTip {
    id: hint

    delay: Theme.motion.hint
    padding: Theme.space.xs
    margins: Theme.space.xs

    contentItem: AppText {
        text: hint.text
        font: Theme.type.small
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        radius: Theme.radius.small
        color: Theme.color.raised
        border.width: Theme.size.border
        border.color: Theme.color.edge
    }
}
