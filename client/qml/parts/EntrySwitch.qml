import QtQuick
import QtQuick.Controls.Basic
import ".."

// Microphone or camera, on or off at entry: it turns over when it is off. `text` names the next act.
AbstractButton {
    id: toggle

    required property string glyph
    required property bool on

    implicitWidth: Theme.size.mark
    implicitHeight: Theme.size.mark
    padding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Keys.onReturnPressed: toggle.click()
    Keys.onEnterPressed: toggle.click()

    Hint {
        text: toggle.text
        visible: toggle.hovered || toggle.visualFocus
    }

    background: Rectangle {
        radius: Theme.radius.card
        color: !toggle.enabled ? Theme.color.raised : toggle.on ? (toggle.hovered ? Theme.color.hover : Theme.color.raised) : Theme.color.invertedFill
        border.width: Theme.size.border
        border.color: Theme.color.line

        FocusRing {
            shown: toggle.visualFocus
            corner: parent.radius
        }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            glyph: toggle.on ? toggle.glyph : toggle.glyph + "-off"
            color: !toggle.enabled ? Theme.color.faint : toggle.on ? Theme.color.text : Theme.color.invertedInk
        }
    }
}
