pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ".."

// One person from whom something is kept: all at once, or unfolded, step by step.
ColumnLayout {
    id: row

    required property string key
    required property string name
    required property string initials
    required property int tone
    required property bool alone
    required property int back
    required property var steps
    property int total: 10
    property bool open: false

    signal folded
    signal stepAsked(string step)
    signal allAsked
    signal removeAsked

    Layout.fillWidth: true
    spacing: Theme.space.xxs

    RowLayout {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.size.row
        spacing: Theme.space.xs

        Avatar {
            initials: row.initials
            tone: row.tone
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            AppText {
                Layout.fillWidth: true
                text: row.name
                font: Theme.type.bodyMedium
            }
            AppText {
                Layout.fillWidth: true
                text: row.alone ? qsTr("Suspended") : row.back === 0 ? qsTr("Nothing is back yet") : qsTr("%1 of %2 are back").arg(row.back).arg(row.total)
                font: Theme.type.caption
                color: row.alone ? Theme.color.warn : Theme.color.muted
            }
        }
        IconButton {
            objectName: "unfold-" + row.key
            outlined: true
            glyph: row.open ? "chevron-down" : "chevron-right"
            text: row.open ? qsTr("Fold %1").arg(row.name) : qsTr("Unfold %1").arg(row.name)
            onClicked: row.folded()
        }
        AppButton {
            objectName: "all-" + row.key
            visible: !row.alone || row.open
            small: true
            text: qsTr("All")
            Accessible.description: qsTr("Give %1 everything back").arg(row.name)
            onClicked: row.allAsked()
        }
        AppButton {
            visible: row.alone && !row.open
            small: true
            text: qsTr("Remove…")
            Accessible.description: row.name
            onClicked: row.removeAsked()
        }
    }
    Flow {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space.xxl
        Layout.bottomMargin: Theme.space.xs
        visible: row.open
        spacing: Theme.space.xxs

        Repeater {
            model: row.open ? row.steps : []

            Chip {
                required property var modelData

                objectName: "chip-" + modelData.name
                text: modelData.text
                on: modelData.back
                enabled: !on
                onClicked: row.stepAsked(modelData.name)
            }
        }
    }
    Divider {}
}
