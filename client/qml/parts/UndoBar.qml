import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Shapes
import Vestibule
import ".."

// After a suspension: 10 s to take it back, from anywhere (F9). It lies above dialogs and scrim, takes no focus, and
// covers neither toolbar nor shield.
Popup {
    id: bar

    required property OrdersModel orders
    // what stands below, and stays free
    property int foot: Theme.size.toolbar
    property bool done: false
    readonly property bool shown: opened
    readonly property string text: done ? qsTr("Undone. Nobody’s microphone, camera or share was opened.") : orders.everyone ? qsTr("Everything has stopped") : qsTr("%1 is suspended").arg(orders.who)

    signal said(string sentence)

    parent: Overlay.overlay
    z: 100
    modal: false
    focus: false
    closePolicy: Popup.NoAutoClose
    visible: orders.seconds > 0 || done
    padding: Theme.space.s
    leftPadding: Theme.space.m
    width: Math.min(implicitWidth, parent ? parent.width - Theme.space.m * 2 : implicitWidth)
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? parent.height - foot - height - Theme.space.xs : 0
    background: Floating {
        corner: Theme.radius.tile
        fill: Theme.color.raised
        lineColor: Theme.color.lineStrong
    }

    Connections {
        target: bar.orders

        function onUndone(): void {
            bar.done = true;
            clock.restart();
            bar.said(bar.text);
        }
        function onChanged(): void {
            if (bar.orders.seconds > 0)
                bar.done = false;
        }
    }
    Timer {
        id: clock

        interval: 3000
        onTriggered: bar.done = false
    }

    contentItem: RowLayout {
        spacing: Theme.space.s
        Accessible.role: Accessible.AlertMessage
        Accessible.name: bar.text

        // the ring empties; its number says it without the ring
        Item {
            implicitWidth: 32
            implicitHeight: 32

            Shape {
                anchors.fill: parent
                preferredRendererType: Shape.CurveRenderer
                visible: !bar.done

                ShapePath {
                    strokeColor: Theme.color.lineStrong
                    strokeWidth: 3
                    fillColor: "transparent"

                    PathAngleArc { centerX: 16; centerY: 16; radiusX: 14; radiusY: 14; startAngle: 0; sweepAngle: 360 }
                }
                ShapePath {
                    strokeColor: Theme.color.accent
                    strokeWidth: 3
                    fillColor: "transparent"
                    capStyle: ShapePath.RoundCap

                    PathAngleArc { centerX: 16; centerY: 16; radiusX: 14; radiusY: 14; startAngle: -90; sweepAngle: 360 * bar.orders.seconds / bar.orders.total }
                }
            }
            AppText {
                anchors.centerIn: parent
                visible: !bar.done
                text: bar.orders.seconds
                font: Theme.type.smallStrong
            }
            Icon {
                anchors.centerIn: parent
                visible: bar.done
                glyph: "undo-2"
                color: Theme.color.muted
            }
        }
        AppText {
            Layout.fillWidth: true
            text: bar.text
            font: Theme.type.bodyStrong
            wrapMode: Text.Wrap
        }
        KeyCap {
            visible: !bar.done
            text: "F9"
        }
        AppButton {
            objectName: "undoOrder"
            visible: !bar.done
            focusPolicy: Qt.NoFocus
            kind: "primary"
            glyph: "undo-2"
            text: qsTr("Undo")
            onClicked: bar.orders.undo()
        }
    }
}
