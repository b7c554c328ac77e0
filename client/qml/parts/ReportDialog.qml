pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// Whom to report: the host's record notes it. About the host nothing can be noted on the host's own computer.
DialogFrame {
    id: dialog

    required property PeopleModel people
    property string key
    property string who

    // with an empty key one chooses first
    function show(person: string, called: string): void {
        key = person;
        who = called;
        open();
    }

    name: who === "" ? qsTr("Report somebody") : qsTr("Report %1").arg(who)
    wide: 520

    SheetHead {
        glyph: "flag"
        text: dialog.name
        detail: qsTr("The host’s record of orders notes who reports whom, and host and co-hosts can read it. Nothing else is sent.")
    }
    Repeater {
        model: dialog.key === "" && dialog.opened ? dialog.people : null

        CheckRow {
            required property string key
            required property string name
            required property bool mine
            required property bool host

            objectName: "reportable"
            visible: !mine && !host
            radio: true
            text: name
            onPicked: {
                dialog.who = name;
                dialog.key = key;
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.space.xs

        AppButton {
            focus: true
            text: qsTr("Cancel")
            onClicked: dialog.close()
        }
        AppButton {
            objectName: "noteReportNow"
            kind: "primary"
            enabled: dialog.key !== ""
            text: qsTr("Note the report")
            onClicked: {
                dialog.people.report(dialog.key);
                dialog.close();
            }
        }
    }
}
