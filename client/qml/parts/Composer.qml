import QtQuick
import QtQuick.Controls.Basic
import ".."

// Where a message is written. Return sends, Shift+Return begins a new line.
FocusScope {
    id: composer

    required property int limit
    property string placeholder
    readonly property alias text: area.text

    signal sent(string text)

    function send(): void {
        if (area.text.trim() === "")
            return;
        composer.sent(area.text);
        area.clear();
    }

    implicitHeight: 88

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius.control
        color: Theme.color.field
        border.width: area.activeFocus ? Theme.size.focusRing : Theme.size.border
        border.color: area.activeFocus ? Theme.color.focus : Theme.color.fieldLine
    }
    ScrollView {
        focus: true
        anchors.fill: parent
        anchors.margins: Theme.space.xxs
        anchors.rightMargin: Theme.size.control + Theme.space.xxs
        clip: true

        TextArea {
            id: area

            objectName: "composer"
            focus: true
            wrapMode: TextArea.Wrap
            textFormat: TextEdit.PlainText
            font: Theme.type.body
            color: composer.enabled ? Theme.color.text : Theme.color.faint
            placeholderText: composer.placeholder
            placeholderTextColor: Theme.color.muted
            selectionColor: Theme.color.accent
            selectedTextColor: Theme.color.accentInk
            padding: Theme.space.xs
            background: null
            Accessible.role: Accessible.EditableText
            Accessible.name: qsTr("Message")
            Accessible.description: composer.placeholder
            KeyNavigation.priority: KeyNavigation.BeforeItem
            KeyNavigation.tab: go
            Keys.onPressed: event => {
                if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && !(event.modifiers & Qt.ShiftModifier)) {
                    composer.send();
                    event.accepted = true;
                }
            }
            onTextChanged: {
                if (length > composer.limit)
                    remove(composer.limit, length);
            }
        }
    }
    IconButton {
        id: go

        objectName: "sendMessage"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space.xs
        glyph: "arrow-up"
        fill: enabled ? Theme.color.accent : "transparent"
        ink: enabled ? Theme.color.accentInk : Theme.color.faint
        enabled: area.text.trim() !== ""
        text: qsTr("Send")
        onClicked: composer.send()
    }
}
