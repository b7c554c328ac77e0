import QtQuick
import QtQuick.Layouts
import ".."

// One line between guest and host: who, when, and plain text in a bubble.
ColumnLayout {
    id: line

    required property string who
    required property string time
    required property string text
    required property bool mine

    spacing: Theme.space.xxs
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1 at %2: %3").arg(mine ? qsTr("You") : who).arg(time).arg(text)

    RowLayout {
        Layout.alignment: line.mine ? Qt.AlignRight : Qt.AlignLeft
        Layout.fillWidth: false
        spacing: Theme.space.xs

        AppText {
            Layout.maximumWidth: line.width - Theme.space.xxl * 2
            text: line.mine ? qsTr("You") : line.who
            font: Theme.type.smallStrong
        }
        AppText {
            text: line.time
            font: Theme.type.caption
            color: Theme.color.muted
        }
    }
    Rectangle {
        Layout.alignment: line.mine ? Qt.AlignRight : Qt.AlignLeft
        implicitWidth: Math.min(Math.ceil(words.implicitWidth) + Theme.space.s * 2, line.width - Theme.space.xl)
        implicitHeight: words.height + Theme.space.xs * 2
        radius: Theme.radius.card
        color: line.mine ? Theme.color.accentSoft : Theme.color.raised
        border.width: Theme.highContrast ? Theme.size.border : 0
        border.color: Theme.color.line

        Paragraph {
            id: words

            x: Theme.space.s
            y: Theme.space.xs
            width: parent.width - Theme.space.s * 2
            text: line.text
            color: Theme.color.text
            wrapMode: Text.Wrap
        }
    }
}
