import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// Removing is for good, so it asks once.
DialogFrame {
    id: dialog

    required property PeopleModel people
    property string key
    property string who

    function show(person: string, called: string): void {
        key = person;
        who = called;
        why.text = "";
        everywhere.on = false;
        open();
    }

    name: qsTr("Remove %1?").arg(who)
    wide: 480

    SheetHead {
        glyph: "user-x"
        tone: "danger"
        text: dialog.name
        detail: qsTr("They cannot come back to this meeting. The invite that they used is refused from now on.")
    }
    TextBox {
        id: why

        name: "removeWhy"
        Layout.fillWidth: true
        label: qsTr("Why?")
        placeholder: qsTr("Why? They read this. You may leave it empty.")
        limit: 240
    }
    CheckRow {
        id: everywhere

        objectName: "everywhere"
        text: qsTr("From all of my meetings")
        detail: qsTr("Until you take it back, in the list of removed people.")
        onPicked: wanted => on = wanted
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space.xs

        Item {
            Layout.fillWidth: true
        }
        AppButton {
            focus: true
            text: qsTr("Cancel")
            onClicked: dialog.close()
        }
        AppButton {
            objectName: "removeForGood"
            kind: "danger"
            text: qsTr("Remove")
            onClicked: {
                dialog.close();
                dialog.people.removeForGood(dialog.key, why.text, everywhere.on);
            }
        }
    }
}
