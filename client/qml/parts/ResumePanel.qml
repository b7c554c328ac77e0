pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// Rights come back one by one or person by person, never all by accident. A right that is back opens nothing.
SidePanel {
    id: panel

    required property RightsBackModel rights
    required property PeopleBackModel held
    // 0 right by right, 1 person by person
    property int way: 0
    property bool sure: false
    property string unfolded: ""

    signal removeAsked(string key, string who)

    title: qsTr("Give rights back")
    footer: panel.rights.active ? nextButtons : null

    Component {
        id: nextButtons

        ColumnLayout {
            spacing: Theme.space.xs

            AppButton {
                objectName: "nextRight"
                Layout.fillWidth: true
                visible: panel.way === 0 && panel.rights.next !== "" && !panel.sure
                kind: "primary"
                text: qsTr("Next: %1").arg(panel.nextText())
                onClicked: panel.rights.giveBack(panel.rights.next)
            }
            AppText {
                Layout.fillWidth: true
                visible: panel.sure
                text: qsTr("Give everything back to everyone?")
                font: Theme.type.bodyMedium
                wrapMode: Text.Wrap
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space.xs

                AppButton {
                    visible: panel.sure
                    Layout.fillWidth: true
                    text: qsTr("Cancel")
                    onClicked: panel.sure = false
                }
                AppButton {
                    objectName: panel.sure ? "everythingSure" : "everything"
                    Layout.fillWidth: true
                    text: panel.sure ? qsTr("Give all back") : qsTr("Everything, to everyone…")
                    onClicked: {
                        if (panel.sure)
                            panel.rights.giveAllBack();
                        panel.sure = !panel.sure;
                    }
                }
            }
        }
    }

    function nextText(): string {
        for (let i = 0; i < steps.count; i++) {
            const item = steps.itemAt(i) as RightBackRow;
            if (item && item.key === rights.next)
                return item.text;
        }
        return "";
    }

    Segmented {
        objectName: "resumeWay"
        Layout.fillWidth: true
        stretch: true
        label: qsTr("How to give back")
        options: [qsTr("One by one"), qsTr("By person")]
        current: panel.way
        onPicked: index => panel.way = index
    }

    // right by right
    ColumnLayout {
        Layout.fillWidth: true
        visible: panel.way === 0 && panel.rights.active
        spacing: Theme.space.xs

        Row {
            id: bars

            Layout.fillWidth: true
            Layout.preferredHeight: 6
            spacing: 4

            Repeater {
                model: panel.held.total

                Rectangle {
                    required property int index

                    width: (bars.width - (panel.held.total - 1) * 4) / panel.held.total
                    height: 6
                    radius: 3
                    color: index < panel.rights.back ? Theme.color.accent : Theme.color.hover
                }
            }
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("%1 of %2 are back, for %3 people").arg(panel.rights.back).arg(panel.held.total).arg(panel.rights.people)
            font: Theme.type.caption
            color: Theme.color.muted
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        visible: panel.way === 0 && panel.rights.active
        spacing: 0

        Repeater {
            id: steps

            model: panel.rights

            RightBackRow {
                onAsked: panel.rights.giveBack(key)
            }
        }
    }
    EmptyState {
        Layout.fillWidth: true
        visible: !panel.rights.active && (panel.way === 0 || panel.held.count === 0)
        glyph: "check"
        text: panel.held.count > 0 ? qsTr("Nobody is paused.") : qsTr("Everyone has their rights.")
        detail: panel.held.count > 0 ? qsTr("Who is suspended alone is under By person.") : ""
    }
    AppText {
        Layout.fillWidth: true
        visible: panel.way === 0 && panel.rights.active && panel.held.alone > 0
        text: qsTr("Suspended alone, and left out: %1").arg(panel.held.alone)
        font: Theme.type.caption
        color: Theme.color.warn
        wrapMode: Text.Wrap
    }

    // person by person
    ColumnLayout {
        Layout.fillWidth: true
        visible: panel.way === 1
        spacing: 0

        Repeater {
            model: panel.held

            HeldPersonRow {
                total: panel.held.total
                open: panel.unfolded === key
                onFolded: panel.unfolded = open ? "" : key
                onStepAsked: step => panel.held.giveBack(key, step)
                onAllAsked: panel.held.giveAllBack(key)
                onRemoveAsked: panel.removeAsked(key, name)
            }
        }
    }
    Item {
        Layout.fillHeight: true
    }
    Paragraph {
        Layout.fillWidth: true
        text: qsTr("A right that is back opens nothing: each turns on their own microphone and camera.")
        font: Theme.type.small
    }
}
