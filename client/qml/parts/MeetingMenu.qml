import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import ".."

// A menu that opens beside what asked for it and stays inside the window; Escape or a click elsewhere closes it.
Popup {
    id: menu

    required property string name
    default property alias rows: body.data

    function openAt(item: Item): void {
        const at = item.mapToItem(menu.parent, 0, 0);
        const above = at.y - implicitHeight - Theme.space.xs;
        x = Math.max(Theme.space.xs, Math.min(at.x + (item.width - width) / 2, menu.parent.width - width - Theme.space.xs));
        y = above >= Theme.space.xs ? above : Math.min(at.y + item.height + Theme.space.xs, menu.parent.height - implicitHeight - Theme.space.xs);
        open();
    }

    parent: Overlay.overlay
    focus: true
    padding: Theme.space.xs
    width: 280
    margins: Theme.space.xs
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    background: Floating {
        corner: Theme.radius.card
    }
    onOpened: {
        const first = body.nextItemInFocusChain(true);
        if (first)
            first.forceActiveFocus(Qt.PopupFocusReason);
    }

    contentItem: Flickable {
        implicitHeight: body.implicitHeight
        contentHeight: body.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: interactive
        Accessible.role: Accessible.PopupMenu
        Accessible.name: menu.name
        Keys.onDownPressed: menu.step(true)
        Keys.onUpPressed: menu.step(false)

        ColumnLayout {
            id: body

            width: parent.width
            spacing: 0
        }
    }

    function step(on: bool): void {
        const now = menu.contentItem.Window.activeFocusItem;
        const next = now ? now.nextItemInFocusChain(on) : null;
        if (next)
            next.forceActiveFocus(on ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }
}
