import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import ".."

// A check box or, with `radio`, one of several choices. It shows `on` and only asks: `picked(wanted)`.
AbstractButton {
    id: row

    property string detail
    property bool on: false
    property bool radio: false

    signal picked(bool wanted)

    Layout.fillWidth: true
    implicitHeight: Math.max(Theme.size.controlSmall, words.implicitHeight + Theme.space.xs)
    implicitWidth: mark.width + Theme.space.s + Math.ceil(label.implicitWidth)
    padding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.role: radio ? Accessible.RadioButton : Accessible.CheckBox
    Accessible.name: text
    Accessible.description: detail
    Accessible.checkable: true
    Accessible.checked: on
    onClicked: row.picked(row.radio || !row.on)
    Keys.onReturnPressed: row.click()
    Keys.onEnterPressed: row.click()

    background: FocusRing {
        shown: row.visualFocus
    }
    contentItem: Item {
        Rectangle {
            id: mark

            anchors.left: parent.left
            y: row.detail ? 5 : (parent.height - height) / 2
            width: Theme.size.icon
            height: Theme.size.icon
            radius: row.radio ? width / 2 : Theme.radius.small
            color: row.on && !row.radio ? Theme.color.accent : row.hovered ? Theme.color.hover : Theme.color.field
            border.width: row.on ? (row.radio ? 6 : 0) : Math.max(1.5, Theme.size.border)
            border.color: row.on ? Theme.color.accent : Theme.color.lineStrong

            Icon {
                anchors.centerIn: parent
                visible: row.on && !row.radio
                glyph: "check"
                size: Theme.size.iconTiny
                color: Theme.color.accentInk
            }
        }
        ColumnLayout {
            id: words

            anchors.left: mark.right
            anchors.leftMargin: Theme.space.s
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2

            AppText {
                id: label

                Layout.fillWidth: true
                text: row.text
                font: row.detail ? Theme.type.bodyMedium : Theme.type.body
                color: row.enabled ? Theme.color.text : Theme.color.faint
                wrapMode: Text.Wrap
            }
            Paragraph {
                Layout.fillWidth: true
                visible: row.detail !== ""
                text: row.detail
                font: Theme.type.small
                lineHeight: 1.25
            }
        }
    }
}
