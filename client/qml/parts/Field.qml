import QtQuick
import QtQuick.Controls.Basic
import ".."

// A text field. `label` is its name to a screen reader; the words above it are the screen's.
TextField {
    id: field

    required property string label
    property string glyph
    property bool invalid: false

    implicitHeight: Theme.size.control
    implicitWidth: 200
    leftPadding: !mirrored && glyph !== "" ? mark.width + Theme.space.s + Theme.space.xs : Theme.space.s
    rightPadding: mirrored && glyph !== "" ? mark.width + Theme.space.s + Theme.space.xs : Theme.space.s
    topPadding: 0
    bottomPadding: 0
    readonly property bool mirrored: field.LayoutMirroring.enabled
    horizontalAlignment: TextInput.AlignLeft
    verticalAlignment: TextInput.AlignVCenter
    font: Theme.type.body
    color: Theme.color.text
    placeholderTextColor: Theme.color.muted
    selectionColor: Theme.color.accent
    selectedTextColor: Theme.color.accentInk
    selectByMouse: true
    Accessible.role: Accessible.EditableText
    Accessible.name: label

    Icon {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Theme.space.s
        anchors.verticalCenter: parent.verticalCenter
        visible: field.glyph !== ""
        glyph: field.glyph
        size: Theme.size.iconRow
        color: Theme.color.muted
    }

    background: Rectangle {
        radius: Theme.radius.control
        color: Theme.color.field
        border.width: field.activeFocus ? Theme.size.focusRing : Theme.size.border
        border.color: field.invalid ? Theme.color.danger : field.activeFocus ? Theme.color.focus : Theme.color.fieldLine
    }
}
