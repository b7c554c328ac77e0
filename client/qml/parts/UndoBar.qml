import QtQuick
import QtQuick.Layouts
import ".."

// After a suspension: 10 s to take it back, from anywhere (F9). It takes no focus and covers neither toolbar nor shield.
Floating {
    id: bar

    property bool shown: false
    property bool everyone: false
    property string who: ""
    property bool done: false
    property int seconds: 10

    signal undone(bool everyone, string who)

    function offer(all: bool, member: string): void {
        everyone = all;
        who = member;
        done = false;
        seconds = 10;
        shown = true;
        clock.restart();
    }
    function take(): void {
        if (!shown || done)
            return;
        bar.undone(everyone, who);
        done = true;
        seconds = 3;
    }

    corner: Theme.radius.card
    width: Math.min(row.implicitWidth + Theme.space.m * 2, parent ? parent.width - Theme.space.m * 2 : 600)
    height: Math.max(56, row.implicitHeight + Theme.space.s)
    z: 10
    visible: shown
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Timer {
        id: clock

        interval: 1000
        repeat: true
        onTriggered: {
            bar.seconds -= 1;
            if (bar.seconds <= 0) {
                stop();
                bar.shown = false;
            }
        }
    }
    RowLayout {
        id: row

        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width - Theme.space.m * 2)
        spacing: Theme.space.s

        Rectangle {
            implicitWidth: 32
            implicitHeight: 32
            radius: 16
            color: "transparent"
            border.width: 2
            border.color: Theme.color.warn
            visible: !bar.done

            AppText {
                anchors.centerIn: parent
                text: bar.seconds
                font: Theme.type.smallStrong
            }
        }
        AppText {
            id: words

            Layout.fillWidth: true
            text: bar.done ? qsTr("Undone. Nobody’s microphone, camera or share was opened.") : bar.everyone ? qsTr("Everything is stopped.") : qsTr("Suspended.")
            font: Theme.type.bodyStrong
            wrapMode: Text.Wrap
        }
        AppButton {
            visible: !bar.done
            focusPolicy: Qt.NoFocus
            small: true
            glyph: "undo-2"
            text: qsTr("Undo")
            onClicked: bar.take()
        }
        KeyCap {
            visible: !bar.done
            text: "F9"
        }
    }
}
