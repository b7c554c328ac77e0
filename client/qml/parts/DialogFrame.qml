import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import ".."

// A dialog in the middle, over a scrim: open() and close(). Escape is Cancel; the focus stays inside and goes back after.
Popup {
    id: dialog

    required property string name
    property int wide: 560
    // 0: as tall as what it holds
    property int tall: 0
    // moved up, where something stands below
    property int lift: 0
    // what must stay free below: a bar that lies above dialogs
    property int below: 0
    default property alias content: body.data

    parent: Overlay.overlay
    modal: true
    focus: true
    padding: Theme.space.l
    width: Math.min(wide, parent ? parent.width - Theme.space.s * 2 : wide)
    height: Math.min(tall > 0 ? tall : body.implicitHeight + padding * 2, parent ? parent.height - below - Theme.space.s * 2 : 10000)
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.min(Math.round((parent.height - height) / 2) - lift, parent.height - below - height - Theme.space.s) : 0
    closePolicy: Popup.CloseOnEscape

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motion.normal; easing.type: Theme.motion.easing }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; to: 0; duration: Theme.motion.quick; easing.type: Theme.motion.easing }
    }
    Overlay.modal: Rectangle {
        color: Theme.color.scrim
    }
    background: Floating {}

    contentItem: Flickable {
        id: view

        contentHeight: body.height
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: interactive
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.name

        FollowFocus {
            view: view
        }
        ColumnLayout {
            id: body

            width: view.width
            height: Math.max(implicitHeight, view.height)
            spacing: Theme.space.m
        }
        ScrollHint {
            parent: view.parent
            view: view
            outset: Theme.space.s
        }
    }
}
