pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Vestibule
import ".."

// Four reactions in a row; each shows for some seconds.
Popup {
    id: menu

    required property MeetingModel meeting

    function openAt(item: Item): void {
        const at = item.mapToItem(menu.parent, item.width / 2, 0);
        x = Math.max(Theme.space.xs, Math.min(at.x - width / 2, menu.parent.width - width - Theme.space.xs));
        y = Math.max(Theme.space.xs, at.y - height - Theme.space.xs);
        open();
    }

    parent: Overlay.overlay
    focus: true
    padding: Theme.space.xs
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    background: Floating {
        corner: Theme.radius.card
    }
    onOpened: {
        const first = choices.itemAt(0);
        if (first)
            first.forceActiveFocus(Qt.PopupFocusReason);
    }

    contentItem: Row {
        spacing: Theme.space.xxs
        Accessible.role: Accessible.PopupMenu
        Accessible.name: qsTr("React")

        Repeater {
            id: choices

            model: [
                { emoji: "❤️", glyph: "heart", text: qsTr("Heart") },
                { emoji: "😊", glyph: "smile", text: qsTr("Smile") },
                { emoji: "🎉", glyph: "sparkles", text: qsTr("Celebrate") },
                { emoji: "✅", glyph: "check", text: qsTr("Agree") }
            ]

            IconButton {
                id: choice

                required property var modelData
                required property int index

                side: Theme.size.control
                glyph: modelData.glyph
                text: modelData.text
                ink: Theme.color.warn
                KeyNavigation.right: choices.itemAt(index + 1)
                KeyNavigation.left: choices.itemAt(index - 1)
                onClicked: {
                    menu.meeting.react(choice.modelData.emoji);
                    menu.close();
                }
            }
        }
    }
}
