import QtQuick
import QtQuick.Controls.Basic
import ".."

// A text area of some lines; Tab goes on to the next control. `limit` characters at most, 0 for no limit.
FocusScope {
    id: box

    required property string label
    property alias text: area.text
    property alias placeholder: area.placeholderText
    property int limit: 0

    implicitHeight: 88
    implicitWidth: 200

    ScrollView {
        anchors.fill: parent
        clip: true

        TextArea {
            id: area

            focus: true
            wrapMode: TextArea.Wrap
            textFormat: TextEdit.PlainText
            font: Theme.type.body
            color: Theme.color.text
            placeholderTextColor: Theme.color.muted
            selectionColor: Theme.color.accent
            selectedTextColor: Theme.color.accentInk
            padding: Theme.space.s
            bottomPadding: box.limit > 0 ? Theme.space.l : Theme.space.s
            Accessible.role: Accessible.EditableText
            Accessible.name: box.label
            Keys.onTabPressed: area.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: area.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            onTextChanged: {
                if (box.limit > 0 && length > box.limit)
                    remove(box.limit, length);
            }

            background: Rectangle {
                radius: Theme.radius.control
                color: Theme.color.field
                border.width: area.activeFocus ? Theme.size.focusRing : Theme.size.border
                border.color: area.activeFocus ? Theme.color.focus : Theme.color.fieldLine
            }
        }
    }
    AppText {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space.xs
        visible: box.limit > 0
        text: qsTr("%1 / %2").arg(area.length).arg(box.limit)
        font: Theme.type.caption
        color: Theme.color.muted
    }
}
