pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ".."

// The way round the app outside a meeting: Home and Settings. Narrow, it shows pictures only.
Rectangle {
    id: rail

    property int current: 0
    property bool compact: false
    property string name
    property string initials
    property int tone: 0
    readonly property var items: [
        { glyph: "house", text: qsTr("Home") },
        { glyph: "settings", text: qsTr("Settings") }
    ]

    signal picked(int index)

    implicitWidth: compact ? Theme.size.railCompact : Theme.size.rail
    color: Theme.color.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")

    Rectangle {
        anchors.right: parent.right
        width: Theme.size.border
        height: parent.height
        color: Theme.color.line
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: rail.compact ? Theme.space.xs : Theme.space.m
        spacing: Theme.space.xxs

        RowLayout {
            Layout.leftMargin: Theme.space.xs
            Layout.topMargin: Theme.space.xs
            Layout.bottomMargin: Theme.space.l
            spacing: Theme.space.s

            Logo {
                side: Theme.space.xl
            }
            AppText {
                visible: !rail.compact
                text: "Vestibule"
                font: Theme.type.heading
            }
        }

        Repeater {
            model: rail.items

            NavItem {
                required property int index
                required property var modelData

                Layout.fillWidth: true
                compact: rail.compact
                glyph: modelData.glyph
                text: modelData.text
                chosen: index === rail.current
                onClicked: rail.picked(index)
            }
        }

        Item {
            Layout.fillHeight: true
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: rail.compact ? 6 : Theme.space.xs
            Layout.bottomMargin: Theme.space.xs
            visible: rail.name !== ""
            spacing: Theme.space.s

            Avatar {
                initials: rail.initials
                tone: rail.tone
            }
            AppText {
                Layout.fillWidth: true
                visible: !rail.compact
                text: rail.name
                font: Theme.type.bodyMedium
            }
        }
    }
}
