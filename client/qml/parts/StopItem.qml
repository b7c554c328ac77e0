import QtQuick
import QtQuick.Layouts
import ".."

// One thing that stops.
RowLayout {
    id: item

    property string glyph
    property string text

    Layout.fillWidth: true
    Layout.preferredWidth: 1
    Layout.preferredHeight: Math.max(28, words.implicitHeight)
    spacing: Theme.space.xs

    Icon {
        glyph: item.glyph
        size: Theme.size.iconRow
        color: Theme.color.muted
    }
    AppText {
        id: words

        Layout.fillWidth: true
        text: item.text
        font: Theme.type.small
    }
}
