import QtQuick
import QtQuick.Controls.impl
import ".."

IconImage {
    id: icon

    property string glyph
    property int size: Theme.size.icon
    // arrows and chevrons turn round in a right-to-left layout
    property bool directional: false

    width: size
    height: size
    sourceSize: Qt.size(size, size)
    source: glyph ? Qt.resolvedUrl("../../../resources/icons/" + glyph + ".svg") : ""
    color: Theme.color.text
    mirror: directional && icon.LayoutMirroring.enabled
}
