pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// What one person may do, apart from the rules: as all others, yes, or no.
DialogFrame {
    id: dialog

    required property PeopleModel people
    property string key
    property string who
    property var rights: []

    readonly property var names: ({
            speak: qsTr("Speak"),
            unmute: qsTr("Unmute themselves"),
            video: qsTr("Start video"),
            share: qsTr("Share their screen"),
            chat: qsTr("Chat"),
            chat_privately: qsTr("Chat privately"),
            react: qsTr("React"),
            raise_hand: qsTr("Raise a hand"),
            annotate: qsTr("Annotate a share"),
            whiteboard: qsTr("Draw on the whiteboard"),
            rename: qsTr("Rename themselves"),
            picture: qsTr("Show a picture"),
            record: qsTr("Record"),
            invite: qsTr("Invite people")
        })

    function show(person: string, called: string): void {
        key = person;
        who = called;
        rights = people.rightsOf(person);
        open();
    }

    name: qsTr("What %1 may do").arg(who)
    wide: 640

    Connections {
        target: dialog.people
        enabled: dialog.visible

        function onRightsChanged(person: string): void {
            if (person === dialog.key)
                dialog.rights = dialog.people.rightsOf(person);
        }
    }

    SheetHead {
        glyph: "user-cog"
        text: dialog.name
        detail: qsTr("Every change counts at once. It opens nothing.")
        closable: true
        onClosed: dialog.close()
    }
    Repeater {
        model: dialog.rights

        GridLayout {
            id: line

            required property var modelData

            Layout.fillWidth: true
            columns: dialog.width < 520 ? 1 : 2
            columnSpacing: Theme.space.m
            rowSpacing: Theme.space.xxs

            AppText {
                Layout.fillWidth: true
                text: dialog.names[line.modelData.right] ?? ""
                font: Theme.type.bodyMedium
            }
            Segmented {
                objectName: "right-" + line.modelData.right
                Layout.fillWidth: dialog.width < 520
                stretch: dialog.width < 520
                label: dialog.names[line.modelData.right] ?? ""
                options: [qsTr("As all others"), qsTr("Yes"), qsTr("No")]
                current: line.modelData.given
                onPicked: index => dialog.people.setRight(dialog.key, line.modelData.right, index)
            }
        }
    }
}
