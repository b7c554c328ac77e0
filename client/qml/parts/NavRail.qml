pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ".."

// The way round the app outside a meeting: home, orders, settings. Narrow, it shows pictures only.
Rectangle {
    id: rail

    property string current: "home"
    property bool compact: false
    property string name
    property string initials
    property int tone: 0
    readonly property var items: [
        { page: "home", glyph: "house", text: qsTr("Home") },
        { page: "orders", glyph: "list-checks", text: qsTr("Record of orders") },
        { page: "settings", glyph: "settings", text: qsTr("Settings") }
    ]

    signal picked(string page)

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
                required property var modelData

                Layout.fillWidth: true
                objectName: "nav_" + modelData.page
                compact: rail.compact
                glyph: modelData.glyph
                text: modelData.text
                chosen: modelData.page === rail.current
                onClicked: rail.picked(modelData.page)
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
