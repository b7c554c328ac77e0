import QtQuick
import Vestibule

// What else can be done about a guest, from their card.
MeetingMenu {
    id: acts

    required property DoorModel door
    required property string who
    property var guest: ({})

    signal declineWithMessage

    name: qsTr("What to do about %1").arg(guest.name ?? "")

    MenuRow {
        objectName: "declineWithMessage"
        glyph: "x"
        text: qsTr("Decline with a message…")
        onClicked: {
            acts.close();
            acts.declineWithMessage();
        }
    }
    MenuRow {
        objectName: "muteGuest"
        glyph: acts.guest.muted ? "message-square" : "message-square-off"
        text: acts.guest.muted ? qsTr("Take their messages again") : qsTr("Take no more messages")
        onClicked: {
            acts.close();
            acts.door.mute(acts.who, !acts.guest.muted);
        }
    }
    MenuRow {
        objectName: "withoutWait"
        visible: acts.guest.warnings === 0 || acts.guest.noWait === true
        glyph: "ticket"
        text: acts.guest.noWait ? qsTr("Wait again from now on") : qsTr("No wait from now on")
        detail: acts.guest.personal ? qsTr("Who comes by this personal invite first") : qsTr("This person, by their key")
        onClicked: {
            acts.close();
            acts.door.letWithoutWait(acts.who, !acts.guest.noWait);
        }
    }
    MenuRow {
        objectName: "reportGuest"
        glyph: "flag"
        text: qsTr("Report")
        detail: qsTr("Noted in the record of orders")
        danger: true
        onClicked: {
            acts.close();
            acts.door.report(acts.who);
        }
    }
}
