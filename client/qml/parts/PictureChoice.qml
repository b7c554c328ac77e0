import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import ".."

// A picture that one chooses from a file, sees, and can take away again.
RowLayout {
    id: choice

    required property string label
    property string source
    property bool round: false
    property string initials
    property int tone: 0

    signal chosen(url file)
    signal withdrawn

    spacing: Theme.space.xs

    Avatar {
        visible: choice.round
        side: 64
        initials: choice.initials
        tone: choice.tone
        portrait: choice.source
    }
    Image {
        Layout.preferredWidth: 64
        Layout.preferredHeight: 64
        visible: !choice.round && choice.source !== ""
        source: choice.source
        sourceSize: Qt.size(128, 128)
        fillMode: Image.PreserveAspectFit
        Accessible.role: Accessible.Graphic
        Accessible.name: choice.label
    }
    AppButton {
        objectName: "choose_" + choice.objectName
        text: qsTr("Choose…")
        Accessible.name: qsTr("Choose: %1").arg(choice.label)
        onClicked: files.open()
    }
    IconButton {
        objectName: "withdraw_" + choice.objectName
        visible: choice.source !== ""
        outlined: true
        side: Theme.size.control
        glyph: "trash-2"
        text: qsTr("Take away: %1").arg(choice.label)
        onClicked: choice.withdrawn()
    }

    FileDialog {
        id: files

        nameFilters: [qsTr("Pictures (*.png *.jpg *.jpeg *.gif)")]
        onAccepted: choice.chosen(selectedFile)
    }
}
