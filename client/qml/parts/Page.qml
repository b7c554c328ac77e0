import QtQuick
import QtQuick.Layouts
import ".."

// What scrolls when the window is small: a column in the middle, as wide as `wide` at most. The field with the focus
// is brought into view.
Flickable {
    id: page

    property int wide: Theme.size.page
    property int pad: width < Theme.size.compactWidth ? Theme.space.m : Theme.space.xxl
    // beside a rail: at its start, not in the middle of the width
    property bool leading: false
    // in the middle of the height where there is room
    property bool centred: false
    default property alias content: body.data

    contentHeight: body.height + pad * 2
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height
    clip: interactive

    FollowFocus {
        view: page
    }
    ColumnLayout {
        id: body

        x: !page.leading ? Math.round((page.width - width) / 2) : page.LayoutMirroring.enabled ? page.width - width - page.pad : page.pad
        y: page.pad + (page.centred ? Math.max(0, Math.round((page.height - page.pad * 2 - implicitHeight) / 2)) : 0)
        width: Math.min(page.wide, page.width - page.pad * 2)
        spacing: Theme.space.l
    }
    ScrollHint {
        parent: page
        view: page
        z: 1
        x: page.LayoutMirroring.enabled ? 4 : page.width - width - 4
        y: page.visibleArea.yPosition * page.height
    }
}
