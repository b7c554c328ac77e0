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
    // what lies behind: the corners are rounded by a frame of it, without a layer
    property color backdrop: Theme.color.window

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
    Rectangle {
        anchors.fill: parent
        anchors.margins: -border.width
        visible: picture.on
        radius: picture.radius + border.width
        color: "transparent"
        border.width: picture.radius
        border.color: picture.backdrop
    }
    Rectangle {
        anchors.fill: parent
        visible: picture.on
        radius: picture.radius
        color: "transparent"
        border.width: picture.border.width
        border.color: picture.border.color
    }
    Avatar {
        anchors.centerIn: parent
        visible: !picture.on
        side: Math.min(96, picture.height * 0.4)
        initials: picture.initials
        tone: picture.tone
    }
}
