import QtQuick
import QtMultimedia
import Vestibule
import ".."

// One's own camera, mirrored as in a mirror, or the initials where it is off. Nothing of it leaves this computer.
Rectangle {
    id: picture

    required property DevicesModel devices
    property bool on: false
    property string initials
    property int tone: 0

    radius: Theme.radius.tile
    color: Theme.color.raised
    border.width: Theme.size.border
    border.color: Theme.color.line
    Accessible.role: Accessible.Graphic
    Accessible.name: on ? qsTr("Your camera; only you see this") : qsTr("Your camera is off")

    VideoOutput {
        id: output

        anchors.fill: parent
        anchors.margins: Theme.size.border
        visible: picture.on
        fillMode: VideoOutput.PreserveAspectCrop
        transform: Scale {
            origin.x: output.width / 2
            xScale: -1
        }
        Component.onCompleted: picture.devices.attachPreview(output.videoSink)
        Component.onDestruction: picture.devices.detachPreview(output.videoSink)
    }
    Avatar {
        anchors.centerIn: parent
        visible: !picture.on
        side: Math.min(96, picture.height * 0.4)
        initials: picture.initials
        tone: picture.tone
    }
}
