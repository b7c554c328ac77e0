import QtQuick
import ".."

// The keys that do the same. Never mirrored.
Rectangle {
    property alias text: label.text

    implicitWidth: Math.ceil(label.implicitWidth) + 12
    implicitHeight: Theme.size.grown(24)
    radius: Theme.radius.small
    color: "transparent"
    border.width: Theme.size.border
    border.color: Theme.color.fieldLine

    AppText {
        id: label

        anchors.centerIn: parent
        font: Theme.type.caption
        color: Theme.color.muted
    }
}
