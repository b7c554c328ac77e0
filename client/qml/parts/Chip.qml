import QtQuick
import QtQuick.Controls.Basic
import ".."

// A right that is back, or can be given back. It shows `on` and only asks: use `clicked`.
AbstractButton {
    id: chip

    property bool on: false

    implicitHeight: Theme.size.controlSmall
    implicitWidth: Math.ceil(words.implicitWidth) + Theme.space.l
    padding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: on
    Keys.onReturnPressed: chip.click()
    Keys.onEnterPressed: chip.click()

    background: Rectangle {
        radius: Theme.radius.control
        color: chip.on ? Theme.color.accentSoft : chip.hovered ? Theme.color.hover : "transparent"
        border.width: Theme.size.border
        border.color: chip.on ? Theme.color.accent : Theme.color.fieldLine

        FocusRing {
            shown: chip.visualFocus
            corner: parent.radius
        }
    }
    contentItem: AppText {
        id: words

        text: chip.text
        horizontalAlignment: Text.AlignHCenter
        font: Theme.type.smallMedium
        color: chip.on ? Theme.color.accentText : Theme.color.text
    }
}
