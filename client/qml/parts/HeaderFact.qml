import QtQuick
import QtQuick.Controls.Basic
import ".."

// A fact in the header: a mark, where there is room its words, and more of it on hover or focus.
AbstractButton {
    id: fact

    required property string glyph
    required property string detail
    property bool words: true

    implicitWidth: row.implicitWidth
    implicitHeight: Theme.size.controlSmall
    padding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: detail
    Keys.onReturnPressed: fact.click()
    Keys.onEnterPressed: fact.click()

    property bool opened: false
    onClicked: opened = !opened
    onActiveFocusChanged: opened = opened && activeFocus

    Hint {
        text: fact.detail
        delay: fact.opened ? 0 : Theme.motion.hint
        visible: fact.opened || fact.hovered || fact.visualFocus
    }

    background: FocusRing {
        shown: fact.visualFocus
        corner: Theme.radius.small
    }
    contentItem: Item {
        Row {
            id: row

            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space.xxs + 2

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                glyph: fact.glyph
                size: Theme.size.iconSmall
                color: Theme.color.muted
            }
            AppText {
                anchors.verticalCenter: parent.verticalCenter
                visible: fact.words
                text: fact.text
                font: Theme.type.small
                color: Theme.color.muted
            }
        }
    }
}
