import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// What meeting this is, how long, and who could listen.
RowLayout {
    id: header

    required property MeetingModel meeting
    property bool compact: false
    property bool fullScreen: false

    signal fullScreenAsked

    spacing: Theme.space.s

    AppText {
        Layout.maximumWidth: Math.ceil(implicitWidth)
        Layout.fillWidth: true
        text: header.meeting.title
        font: Theme.type.subhead
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Divider {
        vertical: true
        Layout.fillHeight: false
        Layout.preferredHeight: 16
        visible: !header.compact
    }
    AppText {
        text: header.meeting.clock
        font.family: Theme.face
        font.pixelSize: Theme.type.body.pixelSize
        font.features: { "tnum": 1 }
        color: Theme.color.muted
        elide: Text.ElideNone
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("You have been here for %1").arg(text)
    }
    HeaderFact {
        Layout.leftMargin: header.compact ? 0 : Theme.space.xs
        glyph: "shield-check"
        text: qsTr("Encrypted to the host’s computer")
        words: header.width > Theme.size.headerWordsFrom
        detail: qsTr("Encrypted to the host’s computer, which can see and hear this meeting.")
    }
    HeaderFact {
        visible: header.meeting.locked
        glyph: "lock"
        text: qsTr("Locked")
        words: !header.compact
        detail: qsTr("The meeting is locked. Nobody new can come in.")
    }
    Item {
        Layout.fillWidth: true
    }
    IconButton {
        objectName: "fullScreen"
        glyph: "maximize"
        side: 36
        text: header.fullScreen ? qsTr("Leave full screen") : qsTr("Full screen")
        onClicked: header.fullScreenAsked()
    }
}
