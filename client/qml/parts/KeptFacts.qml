import QtQuick
import QtQuick.Layouts
import ".."

// What one reads before and after knocking: who the host is, what their computer sees, what it keeps and how long.
Card {
    id: kept

    // where it is not said elsewhere on the page
    property string hostKey

    Layout.fillWidth: true
    implicitHeight: facts.implicitHeight + Theme.space.m * 2
    radius: Theme.radius.tile

    GridLayout {
        id: facts

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space.m
        columns: width < 560 ? 1 : 2
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m

        FactRow {
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            visible: kept.hostKey !== ""
            glyph: "door-open"
            label: qsTr("The host")
            text: qsTr("Key %1").arg(kept.hostKey)
            detail: qsTr("From the invite, and proved by their computer.")
        }
        FactRow {
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            objectName: "keptThere"
            glyph: "hard-drive"
            label: qsTr("Kept on the host’s computer")
            text: qsTr("That you came, and orders about you, for 12 months")
            detail: qsTr("No sound, pictures or chat.")
        }
        FactRow {
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            glyph: "eye"
            label: qsTr("The host sees of you")
            text: qsTr("Name, invite, and whether your key came before")
            detail: qsTr("The key is for this host alone: others do not know you by it.")
        }
    }
}
