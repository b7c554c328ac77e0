pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import ".."

// A closed list: one choice out of many. `picked(index)` is emitted when a person picks, never when the model changes.
ComboBox {
    id: choice

    required property string label
    property string glyph

    signal picked(int index)

    implicitHeight: Theme.size.control
    implicitWidth: 200
    font: Theme.type.body
    leftPadding: 0
    rightPadding: 0
    enabled: count > 0
    Accessible.role: Accessible.ComboBox
    Accessible.name: label
    onActivated: index => choice.picked(index)

    contentItem: Item {
        Icon {
            id: mark

            anchors.left: parent.left
            anchors.leftMargin: Theme.space.s
            anchors.verticalCenter: parent.verticalCenter
            visible: choice.glyph !== ""
            glyph: choice.glyph
            size: Theme.size.iconRow
            color: choice.enabled ? Theme.color.muted : Theme.color.faint
        }
        AppText {
            anchors.left: choice.glyph !== "" ? mark.right : parent.left
            anchors.leftMargin: choice.glyph !== "" ? Theme.space.xs : Theme.space.s
            anchors.right: arrow.left
            anchors.rightMargin: Theme.space.xs
            anchors.verticalCenter: parent.verticalCenter
            text: choice.displayText
            color: choice.enabled ? Theme.color.text : Theme.color.faint
        }
        Icon {
            id: arrow

            anchors.right: parent.right
            anchors.rightMargin: Theme.space.s
            anchors.verticalCenter: parent.verticalCenter
            glyph: "chevron-down"
            size: Theme.size.iconRow
            color: choice.enabled ? Theme.color.muted : Theme.color.faint
        }
    }
    indicator: null
    background: Rectangle {
        radius: Theme.radius.control
        color: choice.hovered && choice.enabled ? Theme.color.hover : Theme.color.field
        border.width: Theme.size.border
        border.color: Theme.color.fieldLine

        FocusRing {
            shown: choice.visualFocus
            corner: parent.radius
        }
    }
    delegate: ItemDelegate {
        id: entry

        required property var model
        required property int index

        width: ListView.view.width
        implicitHeight: Theme.size.control
        text: model[choice.textRole] ?? ""
        highlighted: choice.highlightedIndex === index
        Accessible.name: text

        contentItem: AppText {
            text: entry.text
            font: choice.currentIndex === entry.index ? Theme.type.bodyStrong : Theme.type.body
        }
        background: Rectangle {
            radius: Theme.radius.small
            color: entry.highlighted ? Theme.color.hover : "transparent"
            border.width: Theme.highContrast && entry.highlighted ? Theme.size.border : 0
            border.color: Theme.color.focus
        }
    }
    popup: Popup {
        y: choice.height + Theme.space.xxs
        width: choice.width
        implicitHeight: Math.min(contentItem.implicitHeight + Theme.space.xxs * 2, Theme.size.control * 7)
        padding: Theme.space.xxs
        margins: Theme.space.xs

        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: choice.popup.visible ? choice.delegateModel : null
            currentIndex: choice.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds

            ScrollBar.vertical: ScrollBar {}
        }
        background: Rectangle {
            radius: Theme.radius.control
            color: Theme.color.surface
            border.width: Theme.size.border
            border.color: Theme.color.edge
        }
    }
}
