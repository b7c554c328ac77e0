import QtQuick
import QtQuick.Layouts
import ".."

// One line of the record of orders: when, what, why, who, and whether it was done or refused.
Item {
    id: row

    required property string at
    required property string who
    required property string glyph
    required property string text
    required property string why
    required property bool refused
    property bool narrow: false

    implicitHeight: Math.max(Theme.size.row, words.implicitHeight + Theme.space.s)
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2: %3. %4").arg(at).arg(who).arg(text).arg(refused ? qsTr("Refused") : qsTr("Signed"))
    Accessible.description: why

    Divider {
        width: parent.width
    }
    RowLayout {
        anchors.fill: parent
        spacing: row.narrow ? Theme.space.s : Theme.space.m

        AppText {
            Layout.preferredWidth: Theme.size.grown(60)
            text: row.at
            font.family: Theme.face
            font.pixelSize: Theme.type.small.pixelSize
            font.features: { "tnum": 1 }
            color: Theme.color.muted
        }
        Icon {
            visible: !row.narrow
            glyph: row.glyph
            size: Theme.size.iconRow
            color: row.refused ? Theme.color.warn : Theme.color.muted
        }
        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: 2

            AppText {
                Layout.fillWidth: true
                text: row.text
                font: Theme.type.bodyMedium
                wrapMode: Text.Wrap
            }
            AppText {
                Layout.fillWidth: true
                visible: row.why !== ""
                text: row.why
                font: Theme.type.caption
                color: row.refused ? Theme.color.warn : Theme.color.muted
                wrapMode: Text.Wrap
            }
        }
        AppText {
            Layout.preferredWidth: Theme.size.grown(row.narrow ? 72 : 96)
            text: row.who
            font: Theme.type.smallMedium
        }
        Tag {
            Layout.preferredWidth: Theme.size.grown(96)
            visible: !row.narrow
            text: row.refused ? qsTr("Refused") : qsTr("Signed")
            glyph: row.refused ? "ban" : "check"
            tone: row.refused ? "warn" : "good"
        }
        Icon {
            visible: row.narrow
            glyph: row.refused ? "ban" : "check"
            size: Theme.size.iconRow
            color: row.refused ? Theme.color.warn : Theme.color.good
        }
    }
}
