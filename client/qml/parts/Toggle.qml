import QtQuick
import QtQuick.Controls.Basic
import ".."

// A switch. It shows `on` and only asks: `flipped(wanted)`; whoever owns the truth changes `on`.
AbstractButton {
    id: toggle

    property bool on: false

    signal flipped(bool wanted)

    implicitWidth: 40
    implicitHeight: 24
    padding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.onToggleAction: toggle.flipped(!toggle.on)
    onClicked: toggle.flipped(!toggle.on)
    Keys.onReturnPressed: toggle.click()
    Keys.onEnterPressed: toggle.click()

    background: Rectangle {
        radius: height / 2
        color: toggle.on ? (toggle.enabled ? Theme.color.accent : Theme.color.hover) : Theme.color.raised
        border.width: toggle.on && !Theme.highContrast ? 0 : Math.max(1, Theme.size.border)
        border.color: toggle.enabled ? Theme.color.lineStrong : Theme.color.faint

        FocusRing {
            shown: toggle.visualFocus
            corner: parent.radius
        }
    }

    contentItem: Item {
        Rectangle {
            readonly property bool atEnd: toggle.on !== toggle.LayoutMirroring.enabled

            x: atEnd ? parent.width - width - 4 : 4
            anchors.verticalCenter: parent.verticalCenter
            width: 16
            height: 16
            radius: 8
            color: toggle.on ? Theme.color.accentInk : (toggle.enabled ? Theme.color.muted : Theme.color.faint)

            Behavior on x {
                NumberAnimation { duration: Theme.motion.quick; easing.type: Theme.motion.easing }
            }

            Icon {
                anchors.centerIn: parent
                glyph: "check"
                size: 11
                color: Theme.color.accent
                visible: toggle.on
            }
        }
    }
}
