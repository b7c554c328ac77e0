import QtQuick
import QtQuick.Layouts
import ".."

// A guest at the door, in the participants panel. One with a warning is looked at first.
RowLayout {
    id: row

    required property string key
    required property string name
    required property string detail
    required property string initials
    required property int tone
    required property int warnings
    readonly property bool warning: warnings > 0
    // the accent stands elsewhere
    property bool plain: false

    signal admitted
    signal declined
    signal looked

    Layout.fillWidth: true
    Layout.preferredHeight: Math.max(52, words.implicitHeight + Theme.space.xs)
    spacing: Theme.space.s

    Avatar {
        initials: row.initials
        tone: row.tone
    }
    ColumnLayout {
        id: words

        Layout.fillWidth: true
        spacing: 2

        AppText {
            Layout.fillWidth: true
            text: row.name
            font: Theme.type.bodyMedium
        }
        RowLayout {
            spacing: 4

            Icon {
                visible: row.warning
                glyph: "triangle-alert"
                size: 13
                color: Theme.color.warn
            }
            AppText {
                Layout.fillWidth: true
                text: row.detail
                font: Theme.type.caption
                color: row.warning ? Theme.color.warn : Theme.color.muted
            }
        }
    }
    IconButton {
        glyph: "x"
        outlined: true
        text: qsTr("Decline %1").arg(row.name)
        onClicked: row.declined()
    }
    AppButton {
        Layout.minimumWidth: 72
        small: true
        kind: row.warning || row.plain ? "secondary" : "primary"
        text: row.warning ? qsTr("Look") : qsTr("Admit")
        Accessible.name: row.warning ? qsTr("Look at %1").arg(row.name) : qsTr("Admit %1").arg(row.name)
        onClicked: row.warning ? row.looked() : row.admitted()
    }
}
