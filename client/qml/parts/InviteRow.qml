import QtQuick
import QtQuick.Layouts
import ".."

// One personal invite: whom it is for, who used it, and what can be done with it.
RowLayout {
    id: row

    required property string key
    required property string invitee
    required property string initials
    required property int tone
    required property string link
    required property string detail
    required property bool warns
    required property bool revoked
    // who comes by it first need not wait (the model says so)
    required property bool noWait
    property bool narrow: false
    property bool copied: false

    signal copyAsked
    signal mailAsked
    signal revokeAsked
    signal againAsked
    signal noWaitAsked(bool on)

    height: Math.max(Theme.size.row, words.implicitHeight + Theme.space.xs)
    spacing: Theme.space.xs

    Avatar {
        initials: row.initials
        tone: row.tone
    }
    ColumnLayout {
        id: words

        Layout.fillWidth: true
        Layout.leftMargin: Theme.space.xxs
        spacing: 2

        AppText {
            Layout.fillWidth: true
            text: row.invitee
            font.family: Theme.type.bodyMedium.family
            font.pixelSize: Theme.type.bodyMedium.pixelSize
            font.weight: Theme.type.bodyMedium.weight
            font.strikeout: row.revoked
            color: row.revoked ? Theme.color.muted : Theme.color.text
        }
        AppText {
            Layout.fillWidth: true
            text: row.detail
            font: Theme.type.caption
            color: row.warns ? Theme.color.warn : Theme.color.muted
        }
    }
    IconButton {
        objectName: "noWaitOf" + row.key
        visible: !row.revoked
        outlined: true
        fill: row.noWait ? Theme.color.accentSoft : "transparent"
        ink: row.noWait ? Theme.color.accentText : Theme.color.muted
        glyph: "door-open"
        text: row.noWait ? qsTr("%1 comes in without waiting; let them wait").arg(row.invitee) : qsTr("Let %1 in without waiting").arg(row.invitee)
        onClicked: row.noWaitAsked(!row.noWait)
    }
    IconButton {
        visible: !row.revoked && row.link !== ""
        outlined: true
        glyph: row.copied ? "check" : "copy"
        text: qsTr("Copy the invite of %1").arg(row.invitee)
        onClicked: row.copyAsked()
    }
    IconButton {
        visible: !row.revoked && row.link !== "" && !row.narrow
        outlined: true
        glyph: "mail"
        text: qsTr("Write an e-mail with the invite of %1").arg(row.invitee)
        onClicked: row.mailAsked()
    }
    AppButton {
        visible: !row.revoked
        small: true
        text: qsTr("Revoke")
        Accessible.name: qsTr("Revoke the invite of %1").arg(row.invitee)
        onClicked: row.revokeAsked()
    }
    AppButton {
        objectName: "againFor" + row.key
        visible: row.revoked
        small: true
        text: qsTr("New invite")
        Accessible.name: qsTr("Make a new invite for %1").arg(row.invitee)
        onClicked: row.againAsked()
    }
}
