pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import ".."

// After everything stopped: a person, and all that they sent in the last minute. Nobody is ticked to begin with.
AbstractButton {
    id: row

    required property string key
    required property string name
    required property string initials
    required property int tone
    required property bool present
    required property bool ticked
    required property var acts
    required property string spoken
    readonly property bool narrow: width < 520

    signal picked(bool on)

    Layout.fillWidth: true
    implicitHeight: narrow ? lines.y + lines.implicitHeight + Theme.space.s : Math.max(Theme.size.row, lines.implicitHeight + Theme.space.s * 2)
    padding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: name
    Accessible.description: spoken !== "" ? spoken : qsTr("Sent nothing")
    Accessible.checkable: true
    Accessible.checked: ticked
    onClicked: row.picked(!row.ticked)

    background: FocusRing {
        shown: row.visualFocus
    }
    contentItem: Item {
        RowLayout {
            anchors.left: parent.left
            y: Theme.space.xs
            width: row.narrow ? parent.width : 216
            height: 40
            spacing: Theme.space.s

            Rectangle {
                implicitWidth: 20
                implicitHeight: 20
                radius: Theme.radius.small
                color: row.ticked ? Theme.color.accent : row.hovered ? Theme.color.hover : Theme.color.field
                border.width: row.ticked ? 0 : Math.max(1.5, Theme.size.border)
                border.color: Theme.color.lineStrong

                Icon {
                    anchors.centerIn: parent
                    visible: row.ticked
                    glyph: "check"
                    size: Theme.size.iconTiny
                    color: Theme.color.accentInk
                }
            }
            Avatar {
                initials: row.initials
                tone: row.tone
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                AppText {
                    Layout.fillWidth: true
                    text: row.name
                    font: Theme.type.bodyMedium
                }
                AppText {
                    Layout.fillWidth: true
                    visible: !row.present
                    text: qsTr("Left meanwhile")
                    font: Theme.type.caption
                    color: Theme.color.muted
                }
            }
        }
        ColumnLayout {
            id: lines

            anchors.left: parent.left
            anchors.leftMargin: row.narrow ? 32 : 232
            anchors.right: parent.right
            y: row.narrow ? 48 + Theme.space.xxs : row.acts.length > 1 ? Theme.space.s : (parent.height - height) / 2
            spacing: Theme.space.xxs

            AppText {
                visible: row.acts.length === 0
                text: qsTr("Sent nothing")
                font: Theme.type.small
                color: Theme.color.muted
            }
            Repeater {
                model: row.acts

                RowLayout {
                    id: line

                    required property var modelData

                    Layout.fillWidth: true
                    spacing: Theme.space.xs

                    AppText {
                        Layout.preferredWidth: Math.ceil(implicitWidth)
                        text: line.modelData.time
                        font: Theme.type.caption
                        color: Theme.color.muted
                    }
                    Icon {
                        glyph: line.modelData.glyph
                        size: Theme.size.iconTiny
                        color: Theme.color.muted
                    }
                    AppText {
                        Layout.fillWidth: true
                        text: line.modelData.text
                        font: Theme.type.small
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }
}
