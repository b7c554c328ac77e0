import QtQuick
import QtQuick.Layouts
import ".."

// One right, for all who were stopped: back, or to be given.
RowLayout {
    id: row

    required property string key
    required property string glyph
    required property string text
    required property bool back

    signal asked

    Layout.fillWidth: true
    Layout.preferredHeight: Math.max(Theme.size.rowDense, give.implicitHeight + Theme.space.xxs)
    spacing: Theme.space.s

    Icon {
        glyph: row.glyph
        size: Theme.size.iconRow
        color: row.back ? Theme.color.good : Theme.color.muted
    }
    AppText {
        Layout.fillWidth: true
        text: row.text
        font: Theme.type.bodyMedium
    }
    Tag {
        visible: row.back
        tone: "good"
        glyph: "check"
        text: qsTr("Back")
    }
    AppButton {
        id: give

        objectName: "give-" + row.key
        visible: !row.back
        small: true
        text: qsTr("Give back")
        Accessible.description: row.text
        onClicked: row.asked()
    }
}
