import QtQuick
import ".."

// A thin bar at the end of what scrolls; there only when there is more to see.
Rectangle {
    id: hint

    required property Flickable view
    property int outset: 0

    x: LayoutMirroring.enabled ? view.x - outset : view.x + view.width - width + outset
    y: view.y + view.visibleArea.yPosition * view.height
    width: Theme.size.scrollBar
    height: Math.max(24, view.visibleArea.heightRatio * view.height)
    radius: 2
    color: Theme.color.lineStrong
    visible: view.contentHeight > view.height + 1
}
