import QtQuick
import QtQuick.Layouts
import ".."

// A panel beside the stage: it pushes and never covers. What it holds scrolls; `footer` stays in view. `closed` is asked.
Card {
    id: panel

    property string title
    property string count
    property Component footer
    default property alias content: body.data

    signal closed

    radius: Theme.radius.tile
    implicitWidth: Theme.size.panel
    Accessible.role: Accessible.Pane
    Accessible.name: title
    Keys.onEscapePressed: panel.closed()

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space.m
        spacing: Theme.space.s

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.size.controlSmall
            spacing: Theme.space.xs

            AppText {
                text: panel.title
                font: Theme.type.subhead
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            AppText {
                Layout.fillWidth: true
                text: panel.count
                font: Theme.type.subhead
                color: Theme.color.muted
            }
            IconButton {
                glyph: "x"
                text: qsTr("Close panel")
                onClicked: panel.closed()
            }
        }
        Flickable {
            id: view

            // eight more on either side, for the rows' hover
            Layout.leftMargin: -Theme.space.xs
            Layout.rightMargin: -Theme.space.xs
            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: body.height
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height
            clip: interactive

            FollowFocus {
                view: view
            }
            ColumnLayout {
                id: body

                x: Theme.space.xs
                width: view.width - Theme.space.xs * 2
                height: Math.max(view.height, implicitHeight)
                spacing: Theme.space.s
            }
        }
        Loader {
            Layout.fillWidth: true
            active: panel.footer !== null
            visible: active
            sourceComponent: panel.footer
        }
    }

    ScrollHint {
        view: view
        y: Theme.space.m + view.y + view.visibleArea.yPosition * view.height
        x: LayoutMirroring.enabled ? 4 : panel.width - width - 4
    }
}
