import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import ".."

// A guest in the admit dialog's queue.
AbstractButton {
    id: row

    required property string key
    required property string name
    required property string detail
    required property string initials
    required property int tone
    required property int warnings
    property bool chosen: false

    width: ListView.view ? ListView.view.width : implicitWidth
    implicitHeight: Math.max(Theme.size.row, words.implicitHeight + Theme.space.xs)
    leftPadding: Theme.space.xs
    rightPadding: Theme.space.s
    topPadding: 0
    bottomPadding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.description: detail
    Accessible.selectable: true
    Accessible.selected: chosen
    Keys.onReturnPressed: row.click()
    Keys.onEnterPressed: row.click()

    background: Rectangle {
        radius: Theme.radius.control
        color: row.chosen ? Theme.color.raised : row.hovered ? Theme.color.hover : "transparent"
        border.width: Theme.highContrast && row.chosen ? Theme.size.border : 0
        border.color: Theme.color.accent

        FocusRing {
            anchors.margins: 0
            shown: row.visualFocus
            corner: parent.radius
        }
    }
    contentItem: RowLayout {
        spacing: Theme.space.s

        Avatar {
            initials: row.initials
            tone: row.tone
        }
        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: 2

            AppText {
                Layout.fillWidth: true
                text: row.name
                font: Theme.type.bodyMedium
            }
            AppText {
                Layout.fillWidth: true
                text: row.detail
                font: Theme.type.caption
                color: row.warnings > 0 ? Theme.color.warn : Theme.color.muted
            }
        }
        Icon {
            visible: row.warnings > 0
            glyph: "triangle-alert"
            size: Theme.size.iconSmall
            color: Theme.color.warn
        }
    }
}
