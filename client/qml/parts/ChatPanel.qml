pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// What was written, to whom one writes, and where.
SidePanel {
    id: panel

    required property MeetingModel meeting
    required property ChatModel chat
    required property RulesModel rules
    // to whom the next line goes: "", "host" or a member's id
    property string to: ""
    readonly property var choices: recipients()

    signal linkAsked(string address)
    signal changeAsked

    function recipients(): var {
        const list = [];
        if (meeting.mayChatToAll)
            list.push({ id: "", name: qsTr("Everyone") });
        if (meeting.mayChat && !meeting.isHost)
            list.push({ id: "host", name: qsTr("Host and co-hosts") });
        if (meeting.mayChatPrivately)
            list.push(...chat.recipients);
        return list;
    }
    function write(): void {
        composer.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    title: qsTr("Chat")
    Component.onCompleted: chat.setOpen(true)
    Component.onDestruction: chat.setOpen(false)
    onChoicesChanged: {
        if (!choices.some(choice => choice.id === to))
            to = choices.length > 0 ? choices[0].id : "";
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: Theme.size.rowDense
        radius: Theme.radius.control
        color: Theme.color.raised
        border.width: Theme.highContrast ? Theme.size.border : 0
        border.color: Theme.color.line

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.space.s
            anchors.rightMargin: Theme.space.xxs
            spacing: Theme.space.xs

            Icon {
                glyph: ["users", "door-open", "message-square-off"][panel.rules.chatScope]
                size: Theme.size.iconSmall
                color: Theme.color.muted
            }
            AppText {
                Layout.fillWidth: true
                text: [qsTr("Everyone may chat"), qsTr("Members write to the host only"), qsTr("Members may not chat")][panel.rules.chatScope]
                font: Theme.type.smallMedium
            }
            AppButton {
                visible: panel.meeting.mayModerate
                small: true
                kind: "quiet"
                text: qsTr("Change")
                Accessible.name: qsTr("Change who may chat")
                onClicked: panel.changeAsked()
            }
        }
    }

    ListView {
        id: lines

        objectName: "chatLines"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.topMargin: Theme.space.xxs
        clip: true
        spacing: Theme.space.m
        boundsBehavior: Flickable.StopAtBounds
        model: panel.chat
        activeFocusOnTab: count > 0
        keyNavigationEnabled: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Messages")
        onCountChanged: Qt.callLater(lines.positionViewAtEnd)

        delegate: ChatLine {
            required property string key

            width: lines.width
            moderates: panel.meeting.mayModerate
            onDeleteAsked: panel.chat.delete(key)
            onShowAsked: panel.chat.showAgain(by)
            onLinkAsked: address => panel.linkAsked(address)
        }

        EmptyState {
            anchors.centerIn: parent
            width: parent.width
            visible: lines.count === 0
            glyph: "message-square"
            text: qsTr("No messages yet.")
            detail: qsTr("What you write is gone when the meeting ends.")
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space.xs
        visible: panel.choices.length > 1

        AppText {
            text: qsTr("To")
            font: Theme.type.caption
            color: Theme.color.muted
        }
        Choice {
            objectName: "chatTo"
            Layout.fillWidth: true
            implicitHeight: Theme.size.controlSmall
            label: qsTr("To")
            glyph: panel.to === "" ? "users" : "lock"
            textRole: "name"
            model: panel.choices
            currentIndex: panel.choices.findIndex(choice => choice.id === panel.to)
            onPicked: index => panel.to = panel.choices[index].id
        }
    }
    Composer {
        id: composer

        Layout.fillWidth: true
        limit: panel.chat.limit
        enabled: panel.choices.length > 0
        placeholder: panel.meeting.suspended ? qsTr("You are suspended.") : panel.choices.length > 0 ? qsTr("Write a message") : qsTr("You may not write now.")
        onSent: text => panel.chat.send(text, panel.to)
    }
}
