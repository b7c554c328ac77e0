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
    required property string by
    // why its words are not shown: "", "suspended", "hidden", "deleted" or "taken"
    required property string gone
    required property bool mayDelete
    property bool moderates: false

    signal linkAsked(string address)
    signal deleteAsked
    signal showAsked

    spacing: Theme.space.xxs
    Accessible.role: Accessible.ListItem
    Accessible.name: (mine ? qsTr("You") : who) + (privateTo !== "" ? ", " + privateTo : "") + ", " + time
    Accessible.description: words.text

    HoverHandler {
        id: over
    }

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
        AppButton {
            objectName: "showMessage"
            visible: line.gone === "suspended" && line.moderates
            small: true
            kind: "quiet"
            text: qsTr("Show again")
            onClicked: line.showAsked()
        }
        IconButton {
            id: bin

            objectName: "deleteMessage"
            visible: line.mayDelete
            opacity: over.hovered || bin.activeFocus ? 1 : 0.4
            side: Theme.size.controlSmall
            glyph: "trash-2"
            text: qsTr("Delete this message for everyone")
            onClicked: line.deleteAsked()
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
            text: line.gone === "" ? line.text : line.gone === "suspended" ? qsTr("Hidden with the suspension") : line.gone === "hidden" ? qsTr("Hidden by you") : line.gone === "taken" ? qsTr("Deleted by the host") : qsTr("Deleted by its author")
            color: line.gone === "" ? Theme.color.text : Theme.color.muted
            font.italic: line.gone !== ""
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
