import QtQuick
import QtQuick.Layouts
import ".."

// What is wrong and what to do, right under what caused it.
RowLayout {
    id: error

    property string text

    Layout.fillWidth: true
    spacing: 6

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: 1
        glyph: "circle-alert"
        size: Theme.size.iconTiny
        color: Theme.color.dangerText
    }
    AppText {
        Layout.fillWidth: true
        text: error.text
        font: Theme.type.caption
        color: Theme.color.dangerText
        wrapMode: Text.Wrap
    }
}
