pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Effects
import ".."

// A person, round: the picture that they show, else two letters on a tint.

Rectangle {
    id: avatar

    property string initials
    property int tone: 0
    property int side: Theme.size.avatar
    property string portrait

    implicitWidth: side
    implicitHeight: side
    radius: side / 2
    color: Theme.tint(tone)
    border.width: Theme.highContrast ? Theme.size.border : 0
    border.color: Theme.color.line

    AppText {
        anchors.centerIn: parent
        visible: avatar.portrait === ""
        text: avatar.initials
        Accessible.ignored: true
        color: Theme.tintInk
        font.family: Theme.face
        font.weight: Font.DemiBold
        font.pixelSize: Math.round(avatar.side * 0.36)
    }

    // the layer is there only where there is a picture
    Loader {
        anchors.fill: parent
        active: avatar.portrait !== ""

        sourceComponent: Item {
            Image {
                id: picture

                anchors.fill: parent
                visible: false
                source: avatar.portrait
                sourceSize: Qt.size(avatar.side * 2, avatar.side * 2)
                fillMode: Image.PreserveAspectCrop
            }
            Rectangle {
                id: round

                anchors.fill: parent
                radius: avatar.side / 2
                visible: false
                layer.enabled: true
            }
            MultiEffect {
                anchors.fill: parent
                source: picture
                maskEnabled: true
                maskSource: round
            }
        }
    }
}
