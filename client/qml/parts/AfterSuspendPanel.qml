pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// It has happened, on the first act. Only now: why, the name, what they receive, a report. The meeting goes on.
SidePanel {
    id: panel

    required property OrdersModel orders
    required property PeopleModel people
    property string key: ""
    readonly property var person: people.members >= 0 ? people.facts(key) : ({})
    readonly property string who: person.name ?? ""
    property bool reported: false

    signal removeAsked(string key, string who)
    signal saved

    function save(): void {
        orders.explain(key, why.text, hideName.on, nothing.on);
        if (report.on && !reported) {
            orders.report(key);
            reported = true;
        }
        saved();
    }
    function write(): void {
        why.forceActiveFocus(Qt.OtherFocusReason);
    }

    title: qsTr("%1 is suspended").arg(who)
    footer: Component {
        RowLayout {
            spacing: Theme.space.xs

            AppButton {
                objectName: "removeSuspended"
                glyph: "user-x"
                text: qsTr("Remove…")
                onClicked: panel.removeAsked(panel.key, panel.who)
            }
            AppButton {
                objectName: "saveReason"
                Layout.fillWidth: true
                kind: "primary"
                text: qsTr("Save")
                onClicked: panel.save()
            }
        }
    }

    AppText {
        text: qsTr("Stopped, on everyone’s computer")
        font: Theme.type.caption
        color: Theme.color.muted
    }
    StopGrid {}
    Paragraph {
        Layout.fillWidth: true
        text: qsTr("Hidden too: the messages of the last 10 minutes.")
        font: Theme.type.small
        lineHeight: 1.25
    }
    Divider {}
    AppText {
        text: qsTr("Why?")
        font: Theme.type.bodyStrong
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("%1 reads this. You may leave it empty.").arg(panel.who)
        font: Theme.type.small
        color: Theme.color.muted
        wrapMode: Text.Wrap
    }
    TextBox {
        id: why

        name: "why"
        Layout.fillWidth: true
        label: qsTr("Why?")
        limit: panel.orders.reasonLimit
    }
    CheckRow {
        id: hideName

        objectName: "hideName"
        text: qsTr("Hide the name too")
        onPicked: wanted => on = wanted
    }
    CheckRow {
        id: nothing

        objectName: "receivesNothing"
        text: qsTr("And what %1 receives").arg(panel.who)
        onPicked: wanted => on = wanted
    }
    CheckRow {
        id: report

        objectName: "noteReport"
        text: qsTr("Note a report")
        detail: qsTr("In the record of orders, on your computer. Nothing is sent elsewhere.")
        onPicked: wanted => on = wanted
    }
    Item {
        Layout.fillHeight: true
    }
}
