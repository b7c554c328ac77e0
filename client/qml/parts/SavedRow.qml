import QtQuick
import QtQuick.Layouts
import ".."

// One kept invite: its label, whose key it has, and what one can do: open it, take it off the list.
RowLayout {
    id: row

    property string label
    property string detail

    signal opened
    signal forgotten

    spacing: Theme.space.s

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        AppText {
            Layout.fillWidth: true
            text: row.label
            font: Theme.type.bodyStrong
            wrapMode: Text.Wrap
        }
        AppText {
            Layout.fillWidth: true
            text: row.detail
            font: Theme.type.small
            color: Theme.color.muted
            wrapMode: Text.Wrap
        }
    }
    IconButton {
        glyph: "trash-2"
        text: qsTr("Remove %1 from the list").arg(row.label)
        hint: qsTr("Remove from the list")
        onClicked: row.forgotten()
    }
    AppButton {
        small: true
        text: qsTr("Open")
        Accessible.name: qsTr("Open %1").arg(row.label)
        onClicked: row.opened()
    }
}
