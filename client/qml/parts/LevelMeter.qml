pragma ComponentBehavior: Bound

import QtQuick
import ".."

// The microphone's level: sixteen steps, lit from the start.
Row {
    id: meter

    property real level: 0
    property int steps: 20

    required property string label

    spacing: 3
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label

    Repeater {
        model: meter.steps

        Rectangle {
            required property int index

            width: (meter.width - meter.spacing * (meter.steps - 1)) / meter.steps
            height: 8
            radius: 2
            color: index < meter.level * meter.steps ? Theme.color.good : Theme.color.hover
        }
    }
}
