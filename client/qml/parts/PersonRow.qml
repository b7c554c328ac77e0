import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import ".."

// A member in the list. A click, Return or the menu key opens what can be done.
AbstractButton {
    id: row

    required property string key
    required property string name
    required property string detail
    required property string initials
    required property int tone
    required property bool micOff
    required property bool camOff
    required property bool hand
    required property bool speaking
    required property bool mine
    required property bool suspended
    required property bool present
    required property bool silenced
    required property bool hidden
    required property bool paused
    required property int turn

    signal menuAsked(Item at)

    Layout.fillWidth: true
    implicitHeight: Math.max(48, words.implicitHeight + Theme.space.xs)
    leftPadding: 0
    rightPadding: 0
    topPadding: 0
    bottomPadding: 0
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.description: [detail, micOff ? qsTr("Microphone off") : qsTr("Microphone on"), camOff ? qsTr("Camera off") : qsTr("Camera on"), hand ? qsTr("Hand raised, number %1").arg(turn) : "", hidden ? qsTr("Hidden by you") : "", silenced ? qsTr("Silenced by you") : ""].filter(part => part !== "").join(", ")
    onClicked: row.menuAsked(more)
    Keys.onReturnPressed: row.click()
    Keys.onEnterPressed: row.click()
    Keys.onMenuPressed: row.click()

    background: Rectangle {
        anchors.fill: parent
        anchors.leftMargin: -Theme.space.xs
        anchors.rightMargin: -Theme.space.xs
        radius: Theme.radius.control
        color: row.hovered && !row.mine ? Theme.color.hover : "transparent"

        FocusRing {
            shown: row.visualFocus
            corner: parent.radius
        }
    }
    contentItem: RowLayout {
        spacing: Theme.space.s
        opacity: row.present ? 1 : 0.5

        Avatar {
            initials: row.initials
            tone: row.tone
        }
        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: 2

            AppText {
                Layout.fillWidth: true
                text: row.name
                font: Theme.type.bodyMedium
            }
            AppText {
                Layout.fillWidth: true
                visible: row.detail !== ""
                text: row.detail
                font: Theme.type.caption
                color: row.suspended || row.paused ? Theme.color.warn : Theme.color.muted
            }
        }
        Icon {
            visible: row.suspended || row.paused
            glyph: "circle-pause"
            size: Theme.size.iconRow
            color: Theme.color.warn
        }
        Icon {
            visible: row.hidden
            glyph: "eye-off"
            size: Theme.size.iconRow
            color: Theme.color.muted
        }
        Icon {
            visible: row.silenced
            glyph: "volume-x"
            size: Theme.size.iconRow
            color: Theme.color.muted
        }
        Icon {
            visible: row.hand
            glyph: "hand"
            size: Theme.size.iconRow
            color: Theme.color.warn
        }
        AppText {
            visible: row.hand
            text: row.turn
            font: Theme.type.smallStrong
            color: Theme.color.warn
        }
        Icon {
            id: more

            glyph: row.camOff ? "video-off" : "video"
            size: Theme.size.iconRow
            color: Theme.color.muted
        }
        Icon {
            glyph: row.micOff ? "mic-off" : "mic"
            size: Theme.size.iconRow
            color: row.speaking ? Theme.color.accentText : Theme.color.muted
        }
    }
}
