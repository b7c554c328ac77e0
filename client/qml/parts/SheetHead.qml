import QtQuick
import QtQuick.Layouts
import ".."

// The top of a dialog or of a page: a mark, what it is about, one line more, and a way out (`closed`).
RowLayout {
    id: head

    property string glyph
    // "accent", "warn", "danger", "good" or "neutral"
    property string tone: "accent"
    property string text
    property string detail
    property bool closable: false
    readonly property color ink: tone === "danger" ? Theme.color.dangerText : tone === "warn" ? Theme.color.warn : tone === "good" ? Theme.color.good : tone === "accent" ? Theme.color.accentText : Theme.color.muted

    signal closed

    Layout.fillWidth: true
    spacing: Theme.space.m

    Rectangle {
        Layout.alignment: Qt.AlignTop
        visible: head.glyph !== ""
        implicitWidth: Theme.size.mark
        implicitHeight: Theme.size.mark
        radius: Theme.size.mark / 2
        color: head.tone === "danger" ? Theme.color.dangerSoft : head.tone === "warn" ? Theme.color.warnSoft : head.tone === "good" ? Theme.color.goodSoft : head.tone === "accent" ? Theme.color.accentSoft : Theme.color.raised
        border.width: Theme.highContrast ? Theme.size.border : 0
        border.color: head.ink

        Icon {
            anchors.centerIn: parent
            glyph: head.glyph
            size: Theme.size.iconLarge
            color: head.ink
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.space.xxs

        AppText {
            Layout.fillWidth: true
            text: head.text
            font: Theme.type.title
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Paragraph {
            Layout.fillWidth: true
            visible: head.detail !== ""
            text: head.detail
        }
    }
    IconButton {
        Layout.alignment: Qt.AlignTop
        visible: head.closable
        glyph: "x"
        text: qsTr("Close")
        onClicked: head.closed()
    }
}
