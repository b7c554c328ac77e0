import QtQuick
import QtQuick.Layouts
import ".."

// A label, an optional explanation, and a switch. The whole row is the target.
Item {
    id: row

    property string glyph
    property string text
    property string detail
    property bool on: false

    signal toggled(bool wanted)

    Layout.fillWidth: true
    implicitHeight: Math.max(detail ? Theme.size.row : Theme.size.rowDense, line.implicitHeight + Theme.space.xs)
    implicitWidth: line.implicitWidth

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: -Theme.space.xs
        anchors.rightMargin: -Theme.space.xs
        radius: Theme.radius.control
        color: Theme.color.hover
        visible: row.enabled && over.hovered
    }
    HoverHandler {
        id: over
    }
    TapHandler {
        onTapped: row.toggled(!row.on)
    }

    RowLayout {
        id: line

        anchors.fill: parent
        spacing: Theme.space.s

        Icon {
            visible: row.glyph !== ""
            glyph: row.glyph
            size: Theme.size.iconRow
            color: row.enabled ? Theme.color.muted : Theme.color.faint
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            AppText {
                Layout.fillWidth: true
                text: row.text
                font: Theme.type.bodyMedium
                color: row.enabled ? Theme.color.text : Theme.color.faint
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
        Toggle {
            text: row.text
            on: row.on
            Accessible.description: row.detail
            onFlipped: wanted => row.toggled(wanted)
        }
    }
}
