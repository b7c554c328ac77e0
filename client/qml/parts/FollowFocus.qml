import QtQuick
import ".."

// Brings what has the focus into view, where `view` scrolls.
Connections {
    id: follow

    required property Flickable view

    function onActiveFocusItemChanged(): void {
        const item = view.Window.activeFocusItem;
        let above = item;
        while (above && above !== view.contentItem)
            above = above.parent;
        if (!item || !above)
            return;
        // a page that was just shown may not be laid out yet
        for (const child of view.contentItem.children)
            child.ensurePolished();
        const top = item.mapToItem(view.contentItem, 0, 0).y;
        const room = view.height - item.height;
        if (top < view.contentY)
            view.contentY = Math.max(0, top - Math.min(Theme.space.l, Math.max(0, room)));
        else if (top > view.contentY + room)
            view.contentY = Math.min(view.contentHeight - view.height, top + Math.min(Theme.space.l, Math.max(0, room)) - room);
    }

    target: view.Window.window
}
