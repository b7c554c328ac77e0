import QtQuick
import QtQuick.Layouts
import ".."

// Nothing here yet: what will be, in one sentence, and at most one action.
ColumnLayout {
    id: empty

    property string glyph
    property string text
    property string detail
    property string action

    signal acted

    spacing: Theme.space.xs

    Rectangle {
        Layout.alignment: Qt.AlignHCenter
        implicitWidth: Theme.size.mark
        implicitHeight: Theme.size.mark
        radius: Theme.size.mark / 2
        color: Theme.color.raised

        Icon {
            anchors.centerIn: parent
            glyph: empty.glyph
            size: Theme.size.iconLarge
            color: Theme.color.muted
        }
    }
    AppText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: empty.text
        font: Theme.type.bodyStrong
        wrapMode: Text.Wrap
    }
    Paragraph {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: empty.detail
        font: Theme.type.small
    }
    AppButton {
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.space.xxs
        visible: empty.action !== ""
        small: true
        text: empty.action
        onClicked: empty.acted()
    }
}
