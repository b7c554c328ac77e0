import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import ".."

// One entry of a rail: a picture and a word; `chosen` is where one is.
AbstractButton {
    id: item

    required property string glyph
    property bool chosen: false
    property bool compact: false

    implicitHeight: Theme.size.control
    implicitWidth: compact ? Theme.size.control : line.implicitWidth + Theme.space.s * 2
    padding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.selected: chosen
    Keys.onReturnPressed: item.click()
    Keys.onEnterPressed: item.click()

    Hint {
        text: item.text
        visible: item.compact && (item.hovered || item.visualFocus)
    }

    background: Rectangle {
        radius: Theme.radius.control
        color: item.chosen ? Theme.color.raised : item.hovered ? Theme.color.hover : "transparent"
        border.width: Theme.highContrast && item.chosen ? Theme.size.border : 0
        border.color: Theme.color.accent

        FocusRing {
            shown: item.visualFocus
            corner: parent.radius
        }
    }
    contentItem: Item {
        RowLayout {
            id: line

            anchors.fill: parent
            anchors.leftMargin: item.compact ? 0 : Theme.space.s
            anchors.rightMargin: item.compact ? 0 : Theme.space.s
            spacing: Theme.space.s

            Icon {
                Layout.alignment: item.compact ? Qt.AlignCenter : Qt.AlignVCenter
                glyph: item.glyph
                size: Theme.size.iconRow
                color: item.chosen ? Theme.color.accentText : Theme.color.muted
            }
            AppText {
                Layout.fillWidth: true
                visible: !item.compact
                text: item.text
                font: item.chosen ? Theme.type.bodyStrong : Theme.type.bodyMedium
                color: item.chosen ? Theme.color.text : Theme.color.muted
            }
        }
    }
}
