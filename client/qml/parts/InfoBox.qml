import QtQuick
import QtQuick.Layouts
import ".."

// A fact that must not be missed, in a box of its tone.
Rectangle {
    id: box

    property string glyph: "info"
    property string text
    property string detail
    // "neutral", "accent", "good", "warn" or "danger"
    property string tone: "neutral"
    readonly property color ink: tone === "good" ? Theme.color.good : tone === "warn" ? Theme.color.warn : tone === "danger" ? Theme.color.dangerText : tone === "accent" ? Theme.color.accentText : Theme.color.muted

    Layout.fillWidth: true
    implicitHeight: words.implicitHeight + Theme.space.s * 2
    radius: Theme.radius.card
    color: tone === "good" ? Theme.color.goodSoft : tone === "warn" ? Theme.color.warnSoft : tone === "danger" ? Theme.color.dangerSoft : tone === "accent" ? Theme.color.accentSoft : Theme.color.raised
    border.width: Theme.highContrast ? Theme.size.border : 0
    border.color: ink

    Icon {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Theme.space.s
        y: Theme.space.s
        glyph: box.glyph
        size: Theme.size.iconRow
        color: box.ink
    }
    ColumnLayout {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Theme.space.s
        anchors.right: parent.right
        anchors.rightMargin: Theme.space.s
        y: Theme.space.s
        spacing: 2

        AppText {
            Layout.fillWidth: true
            visible: box.text !== ""
            text: box.text
            font: Theme.type.smallStrong
            wrapMode: Text.Wrap
        }
        Paragraph {
            Layout.fillWidth: true
            visible: box.detail !== ""
            text: box.detail
            font: Theme.type.small
            lineHeight: 1.25
            color: box.text === "" ? Theme.color.text : Theme.color.muted
        }
    }
}
