import QtQuick
import QtQuick.Layouts
import ".."

// A label and its explanation, with a control beside it; below it where there is no room.
GridLayout {
    id: row

    required property string text
    property string detail
    default property alias content: place.data

    Layout.fillWidth: true
    columns: width < Theme.size.panel + Theme.size.rail ? 1 : 2
    columnSpacing: Theme.space.m
    rowSpacing: Theme.space.xs

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        AppText {
            Layout.fillWidth: true
            text: row.text
            font: Theme.type.bodyMedium
            wrapMode: Text.Wrap
        }
        AppText {
            Layout.fillWidth: true
            visible: row.detail !== ""
            text: row.detail
            font: Theme.type.caption
            color: Theme.color.muted
            wrapMode: Text.Wrap
        }
    }
    RowLayout {
        id: place

        Layout.fillWidth: row.columns === 1
        Layout.maximumWidth: row.width
        spacing: Theme.space.xs
    }
}
