pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ".."

// One message, plain text. Mine stand at the end, on the accent's tint. Its addresses stand below it as buttons: nothing
// in a message opens by itself.
ColumnLayout {
    id: line

    required property string who
    required property string time
    required property string text
    required property string initials
    required property int tone
    required property bool mine
    // "to you only": a private message says so, with a lock
    required property string privateTo
    required property list<string> links

    signal linkAsked(string address)

    spacing: Theme.space.xxs
    Accessible.role: Accessible.ListItem
    Accessible.name: (mine ? qsTr("You") : who) + (privateTo !== "" ? ", " + privateTo : "") + ", " + time
    Accessible.description: text

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space.xs

        Item {
            Layout.fillWidth: true
            visible: line.mine
        }
        Avatar {
            visible: !line.mine
            initials: line.initials
            tone: line.tone
            side: 24
        }
        AppText {
            Layout.fillWidth: !line.mine
            Layout.maximumWidth: Math.ceil(implicitWidth)
            text: line.mine ? qsTr("You") : line.who
            font: Theme.type.smallStrong
        }
        Icon {
            visible: line.privateTo !== ""
            glyph: "lock"
            size: 12
            color: Theme.color.accentText
        }
        AppText {
            visible: line.privateTo !== ""
            text: line.privateTo
            font: Theme.type.caption
            color: Theme.color.accentText
        }
        AppText {
            text: line.time
            font: Theme.type.caption
            color: Theme.color.muted
        }
        Item {
            Layout.fillWidth: true
            visible: !line.mine
        }
    }
    Rectangle {
        Layout.alignment: line.mine ? Qt.AlignRight : Qt.AlignLeft
        Layout.leftMargin: line.mine ? Theme.space.xxl : Theme.space.xl
        Layout.rightMargin: line.mine ? 0 : Theme.space.s
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(words.implicitWidth) + Theme.space.s * 2
        implicitHeight: words.contentHeight + Theme.space.xs * 2
        radius: Theme.radius.card
        color: line.mine ? Theme.color.accentSoft : Theme.color.raised
        border.width: Theme.highContrast ? Theme.size.border : 0
        border.color: Theme.color.line

        Paragraph {
            id: words

            anchors.fill: parent
            anchors.leftMargin: Theme.space.s
            anchors.rightMargin: Theme.space.s
            anchors.topMargin: Theme.space.xs
            text: line.text
            color: Theme.color.text
            lineHeight: 1.25
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }
    }
    Repeater {
        model: line.links

        AppButton {
            required property string modelData

            Layout.alignment: line.mine ? Qt.AlignRight : Qt.AlignLeft
            Layout.leftMargin: line.mine ? Theme.space.xxl : Theme.space.xl
            Layout.maximumWidth: line.width - Theme.space.xxl
            small: true
            kind: "quiet"
            glyph: "link"
            text: modelData
            onClicked: line.linkAsked(modelData)
        }
    }
}
