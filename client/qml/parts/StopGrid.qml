import QtQuick
import QtQuick.Layouts
import ".."

// All that a suspension takes away.
GridLayout {
    columns: width < 300 ? 2 : 3
    columnSpacing: Theme.space.xxs
    rowSpacing: 0
    Layout.fillWidth: true

    StopItem { glyph: "mic-off"; text: qsTr("Sound") }
    StopItem { glyph: "video-off"; text: qsTr("Video") }
    StopItem { glyph: "screen-share-off"; text: qsTr("Sharing") }
    StopItem { glyph: "message-square-off"; text: qsTr("Chat") }
    StopItem { glyph: "pencil-off"; text: qsTr("Annotation") }
    StopItem { glyph: "pen-line"; text: qsTr("Whiteboard") }
    StopItem { glyph: "smile"; text: qsTr("Reactions") }
    StopItem { glyph: "text-cursor-input"; text: qsTr("Renaming") }
    StopItem { glyph: "circle-dot"; text: qsTr("Recording", "the right") }
}
