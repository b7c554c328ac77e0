import QtQuick
import QtQuick.Layouts
import ".."

// One fact about a person or a path: what it is about, what we know, and how to take it.
RowLayout {
    id: fact

    property string glyph
    property string label
    property string text
    property string detail
    // "neutral", "good", "warn" or "danger"
    property string tone: "neutral"
    readonly property color toneInk: tone === "good" ? Theme.color.good : tone === "warn" ? Theme.color.warn : tone === "danger" ? Theme.color.dangerText : Theme.color.muted

    Layout.fillWidth: true
    spacing: Theme.space.s

    Rectangle {
        Layout.alignment: Qt.AlignTop
        implicitWidth: 32
        implicitHeight: 32
        radius: Theme.radius.control - 2
        color: fact.tone === "good" ? Theme.color.goodSoft : fact.tone === "warn" ? Theme.color.warnSoft : fact.tone === "danger" ? Theme.color.dangerSoft : Theme.color.raised
        border.width: Theme.highContrast ? Theme.size.border : 0
        border.color: fact.toneInk

        Icon {
            anchors.centerIn: parent
            glyph: fact.glyph
            size: Theme.size.iconRow
            color: fact.toneInk
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        AppText {
            Layout.fillWidth: true
            visible: fact.label !== ""
            text: fact.label
            font: Theme.type.caption
            color: Theme.color.muted
            wrapMode: Text.Wrap
        }
        AppText {
            Layout.fillWidth: true
            text: fact.text
            font: Theme.type.bodyMedium
            color: fact.tone === "neutral" || fact.tone === "good" ? Theme.color.text : fact.toneInk
            wrapMode: Text.Wrap
        }
        Paragraph {
            Layout.fillWidth: true
            visible: fact.detail !== ""
            text: fact.detail
            font: Theme.type.small
            lineHeight: 1.25
        }
    }
}
