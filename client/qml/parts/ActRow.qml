import QtQuick
import QtQuick.Layouts
import ".."

// A row with a mark or a person, two lines, and at most one act.
RowLayout {
    id: row

    property string glyph
    property string initials
    property int tone: 0
    property string text
    property string detail
    property bool warns: false
    property string action
    property string kind: "secondary"
    property bool ready: true

    signal acted

    Layout.fillWidth: true
    Layout.preferredHeight: Math.max(Theme.size.row, words.implicitHeight + Theme.space.xs)
    spacing: Theme.space.s

    Avatar {
        visible: row.initials !== ""
        initials: row.initials
        tone: row.tone
    }
    Rectangle {
        visible: row.glyph !== ""
        implicitWidth: Theme.size.avatar
        implicitHeight: Theme.size.avatar
        radius: Theme.radius.control
        color: row.warns ? Theme.color.warnSoft : Theme.color.raised
        border.width: Theme.highContrast ? Theme.size.border : 0
        border.color: Theme.color.line

        Icon {
            anchors.centerIn: parent
            glyph: row.glyph
            size: Theme.size.iconRow
            color: row.warns ? Theme.color.warn : Theme.color.muted
        }
    }
    ColumnLayout {
        id: words

        Layout.fillWidth: true
        spacing: 2

        AppText {
            Layout.fillWidth: true
            text: row.text
            font: Theme.type.bodyMedium
        }
        AppText {
            Layout.fillWidth: true
            visible: row.detail !== ""
            text: row.detail
            font: Theme.type.caption
            color: row.warns ? Theme.color.warn : Theme.color.muted
            wrapMode: Text.Wrap
        }
    }
    AppButton {
        visible: row.action !== ""
        enabled: row.ready
        small: true
        kind: row.kind
        text: row.action
        Accessible.description: row.text
        onClicked: row.acted()
    }
}
