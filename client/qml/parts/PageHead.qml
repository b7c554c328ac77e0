import QtQuick
import QtQuick.Layouts
import ".."

// The line over a page: the way back or the logo, what it is, and what stands at its end.
RowLayout {
    id: head

    property string text
    property bool back: false
    default property alias content: rest.data

    signal backAsked

    spacing: Theme.space.s
    Layout.preferredHeight: Theme.size.header + Theme.space.m

    IconButton {
        visible: head.back
        glyph: "arrow-left"
        directional: true
        side: Theme.size.control
        text: qsTr("Back to Home")
        onClicked: head.backAsked()
    }
    Logo {
        visible: !head.back
        side: 28
    }
    AppText {
        Layout.fillWidth: true
        text: head.text
        font: Theme.type.subhead
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    RowLayout {
        id: rest

        spacing: Theme.space.s
    }
}
