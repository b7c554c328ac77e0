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
                dialog.people.removeForGood(dialog.key);
            }
        }
    }
}
