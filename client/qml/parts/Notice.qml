import QtQuick
import QtQuick.Layouts
import ".."

// A sentence across the stage: what is so, and at most one thing that one can do (`acted`).
Rectangle {
    id: notice

    property string glyph: "info"
    property string text
    property string detail
    property string action
    // "neutral", "warn" or "danger"
    property string tone: "neutral"
    readonly property color ink: tone === "danger" ? Theme.color.dangerText : tone === "warn" ? Theme.color.warn : Theme.color.accentText

    signal acted

    implicitHeight: Math.max(Theme.size.mark, line.implicitHeight + Theme.space.xs * 2)
    radius: Theme.radius.card
    color: tone === "danger" ? Theme.color.dangerSoft : tone === "warn" ? Theme.color.warnSoft : Theme.color.accentSoft
    border.width: Theme.highContrast ? Theme.size.border : 0
    border.color: ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    Accessible.description: detail

    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space.m
        anchors.rightMargin: Theme.space.s
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space.s

        Icon {
            glyph: notice.glyph
            color: notice.ink
        }
        AppText {
            Layout.maximumWidth: Math.ceil(implicitWidth)
            Layout.fillWidth: true
            text: notice.text
            font: Theme.type.bodyStrong
            wrapMode: Text.Wrap
        }
        AppText {
            Layout.fillWidth: true
            text: notice.detail
            color: Theme.color.muted
            wrapMode: Text.Wrap
        }
        AppButton {
            visible: notice.action !== ""
            text: notice.action
            small: true
            onClicked: notice.acted()
        }
    }
}
