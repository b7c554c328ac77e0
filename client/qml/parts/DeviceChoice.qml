pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ".."

// Which camera, microphone or speaker: a label over a list. The first entry is the system's choice. `picked(id)`.
ColumnLayout {
    id: choice

    required property string label
    required property string glyph
    // each { id, name }
    required property var devices
    required property string current
    // what to say where there is none
    required property string none

    signal picked(string id)

    readonly property var ids: [""].concat(devices.map(device => device.id))

    spacing: Theme.space.xs

    AppText {
        Layout.fillWidth: true
        text: choice.label
        font: Theme.type.smallStrong
        color: Theme.color.muted
        Accessible.ignored: true
    }
    Choice {
        Layout.fillWidth: true
        label: choice.label
        glyph: choice.glyph
        enabled: choice.devices.length > 0
        model: choice.devices.length > 0 ? [qsTr("The system’s choice")].concat(choice.devices.map(device => device.name)) : [choice.none]
        currentIndex: Math.max(0, choice.ids.indexOf(choice.current))
        onPicked: index => choice.picked(choice.ids[index])
    }
}
