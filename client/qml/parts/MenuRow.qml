import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import ".."

// One act of a menu: what it does, for whom, and its keys. `chosen` marks it; `danger` is red.
AbstractButton {
    id: row

    property string glyph
    property string detail
    property string key
    property bool chosen: false
    property bool danger: false

    Layout.fillWidth: true
    implicitHeight: detail ? Theme.size.row : Theme.size.rowDense
    implicitWidth: line.implicitWidth + Theme.space.s * 2
    padding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.MenuItem
    Accessible.name: text
    Accessible.description: detail
    Keys.onReturnPressed: row.click()
    Keys.onEnterPressed: row.click()

    background: Rectangle {
        radius: Theme.radius.control
        color: row.pressed ? Theme.color.pressed : row.hovered ? Theme.color.hover : "transparent"

        FocusRing {
            shown: row.visualFocus
            corner: parent.radius
        }
    }
    contentItem: Item {
        RowLayout {
            id: line

            anchors.fill: parent
            anchors.leftMargin: Theme.space.s
            anchors.rightMargin: Theme.space.s
            spacing: Theme.space.s

            Icon {
                visible: row.glyph !== ""
                glyph: row.glyph
                size: Theme.size.iconRow
                color: !row.enabled ? Theme.color.faint : row.danger ? Theme.color.dangerText : row.chosen ? Theme.color.accentText : Theme.color.muted
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                AppText {
                    Layout.fillWidth: true
                    text: row.text
                    font: Theme.type.bodyMedium
                    color: !row.enabled ? Theme.color.faint : row.danger ? Theme.color.dangerText : Theme.color.text
                }
                AppText {
                    Layout.fillWidth: true
                    visible: row.detail !== ""
                    text: row.detail
                    font: Theme.type.caption
                    color: Theme.color.muted
                }
            }
            KeyCap {
                visible: row.key !== ""
                text: row.key
            }
            Icon {
                visible: row.chosen
                glyph: "check"
                size: Theme.size.iconRow
                color: Theme.color.accentText
            }
        }
    }
}
