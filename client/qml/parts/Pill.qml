import QtQuick
import ".."

// A short state on glass, over video or on a plane.
Rectangle {
    id: pill

    property string text
    property string glyph
    property color ink: Theme.color.glassInk
    property color iconInk: ink
    property bool dot: false
    property color dotInk: ink
    property int maxWidth: 0

    implicitHeight: Theme.size.grown(28)
    implicitWidth: maxWidth > 0 ? Math.min(maxWidth, Math.ceil(row.implicitWidth) + 20) : Math.ceil(row.implicitWidth) + 20
    radius: height / 2
    color: Theme.color.glass
    border.width: Theme.highContrast ? Theme.size.border : 0
    border.color: Theme.color.line

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 6

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 8
            height: 8
            radius: 4
            color: pill.dotInk
            visible: pill.dot
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: pill.glyph !== ""
            glyph: pill.glyph
            size: Theme.size.iconTiny
            color: pill.iconInk
        }
        AppText {
            anchors.verticalCenter: parent.verticalCenter
            visible: pill.text !== ""
            width: pill.maxWidth > 0 ? Math.min(Math.ceil(implicitWidth), pill.maxWidth - 20 - (pill.glyph !== "" ? 20 : 0) - (pill.dot ? 14 : 0)) : Math.ceil(implicitWidth)
            text: pill.text
            font: Theme.type.smallMedium
            color: pill.ink
        }
    }
}
