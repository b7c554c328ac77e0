pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// A member calls host and co-hosts, without a sound and without the others knowing; appeals come here too, folded.
SidePanel {
    id: panel

    required property CallsModel calls
    required property SendersModel senders
    required property OrdersModel orders
    property string unfolded: ""

    signal writeAsked(string key)
    signal stopAsked

    title: qsTr("A member calls you")
    footer: Component {
        AppButton {
            objectName: "stopFromCall"
            kind: "danger"
            glyph: "octagon-pause"
            text: qsTr("Stop everything")
            onClicked: panel.stopAsked()
        }
    }
    Component.onCompleted: senders.setShown(true)
    Component.onDestruction: senders.setShown(false)

    Repeater {
        model: panel.calls

        Rectangle {
            id: card

            required property string key
            required property string person
            required property string name
            required property string initials
            required property int tone
            required property string at
            required property string appeal
            required property bool here

            Layout.fillWidth: true
            implicitHeight: body.implicitHeight + Theme.space.s * 2
            radius: Theme.radius.card
            color: Theme.color.warnSoft
            border.width: Theme.highContrast ? Theme.size.border : 0
            border.color: Theme.color.warn
            Accessible.role: Accessible.Pane
            Accessible.name: card.appeal !== "" ? qsTr("Appeal of %1, %2").arg(card.name).arg(card.at) : qsTr("%1 calls you, %2").arg(card.name).arg(card.at)

            ColumnLayout {
                id: body

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: Theme.space.s
                spacing: Theme.space.s

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space.s

                    Avatar {
                        initials: card.initials
                        tone: card.tone
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 2

                        AppText {
                            Layout.fillWidth: true
                            text: card.name
                            font: Theme.type.bodyStrong
                        }
                        AppText {
                            Layout.fillWidth: true
                            text: card.appeal !== "" ? qsTr("Appeals, %1").arg(card.at) : qsTr("Calls you, %1 · silent").arg(card.at)
                            font: Theme.type.caption
                            color: Theme.color.warn
                        }
                    }
                    Icon {
                        glyph: card.appeal !== "" ? "scale" : "bell-ring"
                        color: Theme.color.warn
                    }
                }
                Paragraph {
                    Layout.fillWidth: true
                    visible: card.appeal !== "" && panel.unfolded === card.key
                    text: card.appeal
                    color: Theme.color.text
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space.xs

                    AppButton {
                        objectName: "readAppeal"
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        visible: card.appeal !== ""
                        small: true
                        text: panel.unfolded === card.key ? qsTr("Fold") : qsTr("Read")
                        onClicked: panel.unfolded = panel.unfolded === card.key ? "" : card.key
                    }
                    AppButton {
                        objectName: "writeBack"
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        visible: card.appeal === "" && card.here
                        small: true
                        glyph: "message-square"
                        text: qsTr("Write back")
                        onClicked: panel.writeAsked(card.person)
                    }
                    AppButton {
                        objectName: "seeIt"
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        small: true
                        glyph: "check"
                        text: qsTr("I see it")
                        onClicked: panel.calls.seen(card.key)
                    }
                }
            }
        }
    }
    Paragraph {
        Layout.fillWidth: true
        text: panel.calls.count > 0 ? qsTr("Only host and co-hosts see this. No sound is played.") : qsTr("Nobody calls you now.")
        font: Theme.type.small
    }
    AppText {
        Layout.topMargin: Theme.space.xs
        visible: panel.senders.count > 0
        text: qsTr("Sent something in the last minute")
        font: Theme.type.captionStrong
        color: Theme.color.muted
    }
    Repeater {
        model: panel.senders

        ActRow {
            id: sender

            required property string key
            required property string name
            required property bool suspended
            required initials
            required tone
            required detail

            objectName: "sender"
            text: name
            ready: !suspended
            action: suspended ? qsTr("Suspended") : qsTr("Suspend")
            onActed: panel.orders.suspend(sender.key)
        }
    }
    Item {
        Layout.fillHeight: true
    }
    Paragraph {
        Layout.fillWidth: true
        text: qsTr("A call proves nothing. Suspending is undone in a click.")
        font: Theme.type.small
    }
}
