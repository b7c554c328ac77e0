import QtQuick
import QtQuick.Layouts
import ".."

// One page of the settings: its title, a sentence, and its blocks. Shown when it is the one chosen.
ColumnLayout {
    id: section

    required property string title
    property string detail

    Layout.fillWidth: true
    spacing: Theme.space.m

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.space.xxs

        AppText {
            Layout.fillWidth: true
            text: section.title
            font: Theme.type.title
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Paragraph {
            Layout.fillWidth: true
            visible: section.detail !== ""
            text: section.detail
        }
    }
}
