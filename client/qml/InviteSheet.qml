pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import "parts"

// Two ways in: one open link for all, and invites that belong to one person each.
DialogFrame {
    id: sheet

    required property InviteSheetModel invites
    readonly property bool narrow: width < Theme.size.compactWidth - Theme.space.xxl
    property string copied

    function copy(link: string): void {
        invites.copy(link);
        copied = link;
    }
    function add(): void {
        if (invitee.text.trim() === "")
            return;
        invites.add(invitee.text);
        invitee.clear();
    }

    name: qsTr("Invite people")
    wide: 1008
    tall: narrow ? 0 : 656
    onOpened: {
        copied = "";
        copyLink.forceActiveFocus(Qt.TabFocusReason);
    }

    SheetHead {
        glyph: "user-plus"
        text: sheet.name
        detail: sheet.invites.waitingRoom ? qsTr("Everyone waits at the door until you admit them.") : qsTr("The waiting room is off: whoever has a link comes straight in.")
        closable: true
        onClosed: sheet.close()
    }
    Notice {
        Layout.fillWidth: true
        visible: sheet.invites.problem !== ""
        tone: "warn"
        glyph: "circle-alert"
        text: sheet.invites.problem
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: sheet.narrow ? 1 : 2
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m

        Block {
            Layout.preferredWidth: 336
            Layout.maximumWidth: sheet.narrow ? sheet.width : 336
            Layout.fillHeight: !sheet.narrow
            color: Theme.color.well
            title: qsTr("Open link")

            Paragraph {
                Layout.fillWidth: true
                text: qsTr("Whoever has it can knock. It names nobody.")
                font: Theme.type.small
                lineHeight: 1.25
            }
            Rectangle {
                Layout.alignment: Qt.AlignHCenter
                visible: sheet.invites.qr !== ""
                implicitWidth: 232
                implicitHeight: 232
                radius: Theme.radius.card
                color: Theme.qrPaper

                Image {
                    objectName: "qr"
                    anchors.fill: parent
                    anchors.margins: Theme.space.m
                    source: sheet.invites.qr
                    sourceSize: Qt.size(width * 2, height * 2)
                    fillMode: Image.PreserveAspectFit
                    Accessible.role: Accessible.Graphic
                    Accessible.name: qsTr("The open link as a QR code")
                }
            }
            Field {
                Layout.fillWidth: true
                objectName: "openLink"
                label: qsTr("Open link")
                glyph: "link"
                readOnly: true
                text: sheet.invites.link
                onTextChanged: cursorPosition = 0
            }
            AppButton {
                id: copyLink

                Layout.fillWidth: true
                objectName: "copy"
                kind: "primary"
                glyph: sheet.copied === sheet.invites.link && sheet.copied !== "" ? "check" : "copy"
                text: sheet.copied === sheet.invites.link && sheet.copied !== "" ? qsTr("Copied") : qsTr("Copy")
                enabled: sheet.invites.link !== ""
                onClicked: sheet.copy(sheet.invites.link)
            }
            Item {
                Layout.fillHeight: true
            }
            AppButton {
                Layout.fillWidth: true
                objectName: "rotate"
                small: true
                glyph: "refresh-cw"
                text: qsTr("Close it and make a new one")
                onClicked: sheet.invites.rotate()
            }
            Paragraph {
                Layout.fillWidth: true
                text: qsTr("Those inside stay. The old link is refused at once.")
                font: Theme.type.small
                lineHeight: 1.25
            }
        }
        Block {
            Layout.fillHeight: !sheet.narrow
            color: Theme.color.well
            title: qsTr("Personal invites")
            note: sheet.narrow ? "" : qsTr("one can be revoked without the others")

            ListView {
                id: list

                Layout.fillWidth: true
                Layout.fillHeight: !sheet.narrow
                Layout.preferredHeight: sheet.narrow ? contentHeight : 0
                visible: count > 0
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                model: sheet.invites.personal
                delegate: RowLayout {
                    id: row

                    required property string key
                    required property string invitee
                    required property string initials
                    required property int tone
                    required property string link
                    required property bool revoked

                    width: ListView.view.width
                    height: Theme.size.row
                    spacing: Theme.space.s

                    Avatar {
                        initials: row.initials
                        tone: row.tone
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 2

                        AppText {
                            Layout.fillWidth: true
                            text: row.invitee
                            font: Theme.type.bodyMedium
                            color: row.revoked ? Theme.color.muted : Theme.color.text
                        }
                        AppText {
                            Layout.fillWidth: true
                            text: row.revoked ? qsTr("Revoked by you") : qsTr("Works once")
                            font: Theme.type.caption
                            color: Theme.color.muted
                        }
                    }
                    IconButton {
                        visible: !row.revoked
                        outlined: true
                        glyph: sheet.copied === row.link ? "check" : "copy"
                        text: qsTr("Copy the invite of %1").arg(row.invitee)
                        onClicked: sheet.copy(row.link)
                    }
                    AppButton {
                        visible: !row.revoked
                        small: true
                        text: qsTr("Revoke")
                        Accessible.name: qsTr("Revoke the invite of %1").arg(row.invitee)
                        onClicked: sheet.invites.revoke(row.key)
                    }
                }
            }
            EmptyState {
                Layout.fillWidth: true
                Layout.fillHeight: !sheet.narrow
                visible: list.count === 0
                glyph: "ticket"
                text: qsTr("No personal invites yet")
                detail: qsTr("One for each person: you see who comes by it, and can take it back alone.")
            }
            Divider {}
            AppText {
                text: qsTr("Add one")
                font: Theme.type.smallStrong
                color: Theme.color.muted
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space.xs

                Field {
                    id: invitee

                    Layout.fillWidth: true
                    objectName: "invitee"
                    label: qsTr("Name of the invitee")
                    placeholderText: qsTr("Name")
                    maximumLength: sheet.invites.nameLimit
                    onAccepted: sheet.add()
                }
                AppButton {
                    objectName: "add"
                    glyph: "plus"
                    text: qsTr("Add")
                    enabled: invitee.text.trim() !== ""
                    onClicked: sheet.add()
                }
            }
        }
    }
}
