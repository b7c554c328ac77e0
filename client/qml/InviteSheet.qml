pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Vestibule
import "parts"

// Two ways in: one open link for all, and invites that belong to one person each.
DialogFrame {
    id: sheet

    required property InviteSheetModel invites
    readonly property bool narrow: width < Theme.size.compactWidth - Theme.space.xxl
    property string copied
    // what the last act came to
    property string said

    function copy(link: string): void {
        invites.copy(link);
        copied = link;
    }
    function add(): void {
        if (invitee.text.trim() === "")
            return;
        invites.add(invitee.text, uses.currentIndex, ends.currentIndex, noWait.on);
        invitee.clear();
    }
    function write(link: string, who: string): void {
        invites.draft(link, who);
        letter.open();
    }

    name: qsTr("Invite people")
    wide: 1008
    tall: narrow ? 0 : 680
    onOpened: {
        copied = "";
        said = "";
        invites.look();
        copyLink.forceActiveFocus(Qt.TabFocusReason);
    }

    Connections {
        target: sheet.invites

        function onTold(sentence: string): void {
            sheet.said = sentence;
        }
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
    Notice {
        Layout.fillWidth: true
        visible: sheet.said !== ""
        text: sheet.said
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: sheet.narrow ? 1 : 2
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m

        Block {
            Layout.preferredWidth: 336
            Layout.maximumWidth: sheet.narrow || !sheet.invites.mayPersonal ? sheet.width : 336
            Layout.fillHeight: !sheet.narrow
            color: Theme.color.well
            title: qsTr("Open link")
            note: sheet.invites.openUsed

            Paragraph {
                Layout.fillWidth: true
                text: sheet.invites.openLink ? qsTr("Whoever has it can knock. It names nobody.") : sheet.invites.guarded ? qsTr("Closed, after a removal: people never met before are refused.") : qsTr("Closed: people never met before are refused.")
                font: Theme.type.small
                lineHeight: 1.25
                color: sheet.invites.openLink ? Theme.color.muted : Theme.color.warn
            }
            Rectangle {
                Layout.alignment: Qt.AlignHCenter
                visible: sheet.invites.qr !== ""
                implicitWidth: 208
                implicitHeight: 208
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
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space.xs

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
                IconButton {
                    objectName: "mail"
                    glyph: "mail"
                    outlined: true
                    fill: Theme.color.raised
                    side: Theme.size.control
                    text: qsTr("Write an e-mail with the open link")
                    enabled: sheet.invites.link !== ""
                    onClicked: sheet.write(sheet.invites.link, "")
                }
                IconButton {
                    objectName: "calendar"
                    glyph: "calendar-plus"
                    outlined: true
                    fill: Theme.color.raised
                    side: Theme.size.control
                    text: qsTr("Save a calendar file with the open link")
                    enabled: sheet.invites.link !== ""
                    onClicked: calendar.open()
                }
            }
            Item {
                Layout.fillHeight: true
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space.xs

                AppButton {
                    Layout.fillWidth: true
                    objectName: "openOrClose"
                    small: true
                    glyph: sheet.invites.openLink ? "link-2-off" : "link"
                    text: sheet.invites.openLink ? qsTr("Close the open link") : qsTr("Open the link again")
                    onClicked: sheet.invites.setOpenLink(!sheet.invites.openLink)
                }
                AppButton {
                    objectName: "rotate"
                    small: true
                    glyph: "refresh-cw"
                    text: qsTr("New one")
                    onClicked: sheet.invites.rotate()
                }
            }
            Paragraph {
                Layout.fillWidth: true
                text: qsTr("Those inside stay. The old link is refused at once.")
                font: Theme.type.small
                lineHeight: 1.25
            }
        }
        Block {
            visible: sheet.invites.mayPersonal
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
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Personal invites")
                delegate: InviteRow {
                    width: ListView.view.width
                    narrow: sheet.narrow
                    copied: sheet.copied !== "" && sheet.copied === link
                    onCopyAsked: sheet.copy(link)
                    onMailAsked: sheet.write(link, invitee)
                    onRevokeAsked: sheet.invites.revoke(key)
                    onAgainAsked: sheet.invites.again(key)
                    onNoWaitAsked: on => sheet.invites.setWithoutWait(key, on)
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
            GridLayout {
                Layout.fillWidth: true
                columns: sheet.narrow ? 2 : 4
                columnSpacing: Theme.space.xs
                rowSpacing: Theme.space.xs

                Field {
                    id: invitee

                    Layout.fillWidth: true
                    Layout.columnSpan: sheet.narrow ? 2 : 1
                    objectName: "invitee"
                    label: qsTr("Name of the invitee")
                    placeholderText: qsTr("Name")
                    maximumLength: sheet.invites.nameLimit
                    onAccepted: sheet.add()
                }
                Choice {
                    id: uses

                    Layout.preferredWidth: 128
                    objectName: "uses"
                    label: qsTr("How many people may come by it")
                    model: sheet.invites.usesChoices
                }
                Choice {
                    id: ends

                    Layout.preferredWidth: 152
                    objectName: "ends"
                    label: qsTr("How long it may be used")
                    model: sheet.invites.endChoices
                }
                AppButton {
                    objectName: "add"
                    glyph: "plus"
                    text: qsTr("Add")
                    enabled: invitee.text.trim() !== ""
                    onClicked: sheet.add()
                }
            }
            CheckRow {
                id: noWait

                objectName: "noWait"
                text: qsTr("Comes in without waiting, the first identity only")
                onPicked: wanted => noWait.on = wanted
            }
        }
    }

    DialogFrame {
        id: letter

        name: qsTr("This is the letter")
        wide: 560
        onOpened: openMail.forceActiveFocus(Qt.TabFocusReason)

        SheetHead {
            glyph: "mail"
            text: letter.name
            detail: qsTr("Your own mail program opens it; you choose to whom it goes.")
            closable: true
            onClosed: letter.close()
        }
        FactRow {
            glyph: "file-text"
            label: qsTr("Subject")
            text: sheet.invites.draftSubject
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: body.implicitHeight + Theme.space.m * 2
            radius: Theme.radius.card
            color: Theme.color.well
            border.width: Theme.size.border
            border.color: Theme.color.line

            Paragraph {
                id: body

                objectName: "letterText"
                anchors.fill: parent
                anchors.margins: Theme.space.m
                text: sheet.invites.draftText
                wrapMode: Text.WrapAnywhere
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space.xs

            AppButton {
                text: qsTr("Copy the text")
                glyph: "copy"
                onClicked: sheet.invites.copy(sheet.invites.draftText)
            }
            Item {
                Layout.fillWidth: true
            }
            AppButton {
                id: openMail

                objectName: "openMail"
                kind: "primary"
                glyph: "mail"
                text: qsTr("Open in the mail program")
                onClicked: {
                    sheet.invites.openDraft();
                    letter.close();
                }
            }
        }
    }
    DialogFrame {
        id: calendar

        name: qsTr("Save a calendar file")
        wide: 480
        onOpened: starts.forceActiveFocus(Qt.TabFocusReason)

        SheetHead {
            glyph: "calendar-plus"
            text: calendar.name
            detail: qsTr("The link works while this meeting is open. The file has it, and the time.")
            closable: true
            onClosed: calendar.close()
        }
        LabelledRow {
            text: qsTr("Starts at")
            detail: qsTr("The next time that the clock shows this.")

            Field {
                id: starts

                Layout.preferredWidth: 120
                objectName: "starts"
                label: qsTr("Starts at")
                placeholderText: "19:30"
                invalid: text !== "" && !sheet.invites.isTime(text)
                onAccepted: saveCalendar.click()
            }
        }
        AppButton {
            id: saveCalendar

            Layout.alignment: Qt.AlignRight
            objectName: "saveCalendar"
            kind: "primary"
            glyph: "file-down"
            text: qsTr("Save…")
            enabled: sheet.invites.isTime(starts.text)
            onClicked: {
                calendar.close();
                where.open();
            }
        }
    }
    FileDialog {
        id: where

        fileMode: FileDialog.SaveFile
        defaultSuffix: "ics"
        nameFilters: [qsTr("Calendar files (*.ics)")]
        onAccepted: sheet.invites.saveCalendar(starts.text, selectedFile)
    }
}
