import QtQuick
import ".."

Rectangle {
    id: avatar

    property string initials
    property int tone: 0
    property int side: Theme.size.avatar

    implicitWidth: side
    implicitHeight: side
    radius: side / 2
    color: Theme.tint(tone)
    border.width: Theme.highContrast ? Theme.size.border : 0
    border.color: Theme.color.line

    AppText {
        anchors.centerIn: parent
        text: avatar.initials
        Accessible.ignored: true
        color: Theme.tintInk
        font.family: Theme.face
        font.weight: Font.DemiBold
        font.pixelSize: Math.round(avatar.side * 0.36)
    }
}
