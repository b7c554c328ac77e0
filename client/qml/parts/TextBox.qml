import QtQuick
import QtQuick.Controls.Basic
import ".."

// Where a few sentences are written, with how many signs there are. Tab goes on; nothing is sent by a key.
FocusScope {
    id: box

    required property string label
    property string placeholder
    property int limit: 1000
    property alias text: area.text
    property string name: "textBox"

    implicitHeight: 96
    implicitWidth: 200

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
        anchors.bottomMargin: Theme.space.xxs + count.height
        clip: true

        TextArea {
            id: area

            objectName: box.name
            focus: true
            wrapMode: TextArea.Wrap
            textFormat: TextEdit.PlainText
            font: Theme.type.body
            color: Theme.color.text
            placeholderText: box.placeholder
            placeholderTextColor: Theme.color.muted
            selectionColor: Theme.color.accent
            selectedTextColor: Theme.color.accentInk
            padding: Theme.space.xs
            background: null
            Accessible.role: Accessible.EditableText
            Accessible.name: box.label
            Accessible.description: box.placeholder
            KeyNavigation.priority: KeyNavigation.BeforeItem
            Keys.onTabPressed: area.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: area.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            onTextChanged: {
                if (length > box.limit)
                    remove(box.limit, length);
            }
        }
    }
    AppText {
        id: count

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space.xxs
        anchors.rightMargin: Theme.space.xs
        text: qsTr("%1 / %2").arg(area.length).arg(box.limit)
        font: Theme.type.caption
        color: Theme.color.muted
        Accessible.ignored: true
    }
}
