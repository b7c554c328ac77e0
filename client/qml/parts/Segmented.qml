pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import ".."

// One choice out of a few short words. Left and Right go through them; it only asks: `picked(index)`.
Rectangle {
    id: control

    required property string label
    property var options: []
    property int current: 0
    property bool stretch: false
    property int itemPadding: Theme.space.s

    signal picked(int index)

    function step(by: int): void {
        const next = current + by;
        if (next < 0 || next >= options.length)
            return;
        // the focus first: what is not chosen cannot be reached by Tab, and may not lose that while it has the focus
        segments.itemAt(next).forceActiveFocus(Qt.TabFocusReason);
        picked(next);
    }

    implicitWidth: row.implicitWidth + 8
    implicitHeight: Theme.size.controlSmall + 4
    radius: Theme.radius.control
    color: Theme.color.field
    border.width: Theme.size.border
    border.color: Theme.color.line
    Accessible.role: Accessible.Grouping
    Accessible.name: label
    Keys.onLeftPressed: step(control.LayoutMirroring.enabled ? 1 : -1)
    Keys.onRightPressed: step(control.LayoutMirroring.enabled ? -1 : 1)

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: 4
        spacing: 2

        Repeater {
            id: segments

            model: control.options

            AbstractButton {
                id: item

                required property int index
                required property string modelData
                readonly property bool chosen: index === control.current

                Layout.fillWidth: control.stretch
                Layout.fillHeight: true
                implicitWidth: Math.ceil(words.implicitWidth) + control.itemPadding * 2
                padding: 0
                text: modelData
                focusPolicy: chosen ? Qt.StrongFocus : Qt.ClickFocus
                Accessible.role: Accessible.RadioButton
                Accessible.name: modelData
                Accessible.checkable: true
                Accessible.checked: chosen
                onClicked: control.picked(index)

                background: Rectangle {
                    radius: Theme.radius.small
                    color: item.chosen ? (Theme.highContrast ? Theme.color.accent : Theme.color.hover) : "transparent"

                    FocusRing {
                        shown: item.visualFocus
                        corner: parent.radius
                    }
                }
                contentItem: AppText {
                    id: words

                    text: item.modelData
                    horizontalAlignment: Text.AlignHCenter
                    font: item.chosen ? Theme.type.smallStrong : Theme.type.smallMedium
                    color: item.chosen ? (Theme.highContrast ? Theme.color.accentInk : Theme.color.text) : Theme.color.muted
                }
            }
        }
    }
}
