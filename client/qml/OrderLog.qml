pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Vestibule
import "parts"

// The record of orders: who did what to whom, when and why; what was refused; whether the chain is whole. In a meeting
// also who was removed and who need not wait.
RowLayout {
    id: screen

    required property OrderLogModel orders
    required property RemovalsModel removals
    required property SettingsModel settings
    // a meeting goes on meanwhile
    property bool inMeeting: false
    readonly property bool compact: width < Theme.size.compactWidth
    readonly property bool oneColumn: width < 1360
    property bool people: false
    property string said

    signal homeAsked
    signal settingsAsked

    spacing: 0
    Component.onCompleted: orders.look()

    Connections {
        target: screen.orders

        function onTold(sentence: string): void {
            screen.said = sentence;
        }
    }

    NavRail {
        Layout.fillHeight: true
        compact: screen.compact
        current: "orders"
        name: screen.settings.name
        initials: screen.settings.initials
        tone: screen.settings.tone
        onPicked: page => {
            if (page === "home")
                screen.homeAsked();
            else if (page === "settings")
                screen.settingsAsked();
        }
    }
    Page {
        id: page

        Layout.fillWidth: true
        Layout.fillHeight: true
        pad: screen.compact ? Theme.space.m : Theme.space.l
        wide: 1600

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space.xs

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.space.xxs

                AppText {
                    Layout.fillWidth: true
                    text: qsTr("Record of orders")
                    font: Theme.type.title
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                Paragraph {
                    Layout.fillWidth: true
                    text: qsTr("Every order in meetings that you hosted on this computer; no media, no chat.")
                }
            }
            AppButton {
                objectName: "backToMeeting"
                visible: screen.inMeeting
                glyph: "arrow-left"
                directional: true
                text: qsTr("Back to the meeting")
                onClicked: screen.homeAsked()
            }
        }
        Segmented {
            objectName: "tabs"
            visible: screen.inMeeting
            label: qsTr("What to look at")
            options: [qsTr("Orders"), qsTr("Removed · %1").arg(screen.removals.count)]
            current: screen.people ? 1 : 0
            onPicked: index => screen.people = index === 1
        }
        Notice {
            Layout.fillWidth: true
            visible: screen.said !== ""
            text: screen.said
        }
        RemovedList {
            Layout.fillWidth: true
            visible: screen.people && screen.inMeeting
            removals: screen.removals
        }
        GridLayout {
            Layout.fillWidth: true
            visible: !(screen.people && screen.inMeeting)
            columns: screen.oneColumn ? 1 : 2
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.m

            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space.m

                GridLayout {
                    Layout.fillWidth: true
                    columns: screen.compact ? 1 : 3
                    columnSpacing: Theme.space.s
                    rowSpacing: Theme.space.s

                    Segmented {
                        objectName: "kinds"
                        label: qsTr("Which orders")
                        options: [qsTr("All · %1").arg(screen.orders.total), qsTr("Orders · %1").arg(screen.orders.total - screen.orders.refused), qsTr("Refused · %1").arg(screen.orders.refused)]
                        current: screen.orders.kind
                        onPicked: index => screen.orders.setKind(index)
                    }
                    Choice {
                        Layout.fillWidth: true
                        objectName: "whichMeeting"
                        label: qsTr("Which meeting")
                        glyph: "history"
                        model: screen.orders.titles
                        currentIndex: screen.orders.currentRow
                        onPicked: index => screen.orders.choose(index)
                    }
                    Field {
                        Layout.fillWidth: true
                        objectName: "searchOrders"
                        label: qsTr("Search a name or a reason")
                        placeholderText: label
                        glyph: "search"
                        text: screen.orders.search
                        onTextEdited: screen.orders.setSearch(text)
                    }
                }
                Card {
                    Layout.fillWidth: true
                    implicitHeight: Math.max(lines.height, none.visible ? none.implicitHeight : 0) + Theme.space.m * 2

                    ListView {
                        id: lines

                        objectName: "lines"
                        x: Theme.space.m
                        y: Theme.space.m
                        width: parent.width - Theme.space.m * 2
                        height: Math.min(contentHeight, Math.max(Theme.size.row * 4, screen.height - 280))
                        clip: true
                        boundsBehavior: Flickable.StopAtBounds
                        activeFocusOnTab: count > 0
                        keyNavigationEnabled: true
                        model: screen.orders.lines
                        Accessible.role: Accessible.List
                        Accessible.name: qsTr("Record of orders")

                        delegate: OrderRow {
                            width: ListView.view.width
                            height: implicitHeight
                            narrow: screen.compact
                        }

                        FocusRing {
                            shown: lines.activeFocus
                        }
                    }
                    ScrollHint {
                        view: lines
                        outset: Theme.space.s
                    }
                    EmptyState {
                        id: none

                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.margins: Theme.space.m
                        anchors.verticalCenter: parent.verticalCenter
                        visible: lines.count === 0
                        glyph: screen.orders.problem !== "" ? "triangle-alert" : "list-checks"
                        text: screen.orders.problem !== "" ? screen.orders.problem : screen.orders.total > 0 ? qsTr("No order fits") : qsTr("No orders yet")
                        detail: screen.orders.problem !== "" ? "" : screen.orders.total > 0 ? qsTr("Search for something else, or show all.") : qsTr("What host and co-hosts order in a meeting of yours is written here, signed.")
                    }
                }
            }
            ColumnLayout {
                Layout.preferredWidth: 304
                Layout.maximumWidth: screen.oneColumn ? page.width : 304
                Layout.fillWidth: screen.oneColumn
                Layout.alignment: Qt.AlignTop
                visible: screen.orders.check !== ""
                spacing: Theme.space.m

                Block {
                    gap: Theme.space.m

                    FactRow {
                        objectName: "check"
                        glyph: screen.orders.holds ? "badge-check" : "triangle-alert"
                        tone: screen.orders.holds ? "good" : "danger"
                        text: screen.orders.check
                        detail: screen.orders.checkDetail
                    }
                    FactRow {
                        glyph: "fingerprint"
                        tone: screen.orders.certified ? "neutral" : "warn"
                        text: screen.orders.certified ? qsTr("Certified by the host’s own key") : qsTr("Not certified by the host yet")
                        detail: qsTr("Members are told its newest line as it grows. A record written anew would not fit what they hold.")
                    }
                    FactRow {
                        visible: !screen.orders.readable
                        glyph: "key-round"
                        tone: "warn"
                        text: qsTr("Names and reasons are sealed")
                        detail: qsTr("Their key is not in this computer’s keyring.")
                    }
                }
                Block {
                    title: qsTr("Export")

                    CheckRow {
                        objectName: "asPage"
                        radio: true
                        on: exportAs.kind === "html"
                        text: qsTr("A page to read")
                        onPicked: exportAs.kind = "html"
                    }
                    CheckRow {
                        objectName: "asLines"
                        radio: true
                        on: exportAs.kind === "jsonl"
                        text: qsTr("JSON Lines, with names")
                        onPicked: exportAs.kind = "jsonl"
                    }
                    CheckRow {
                        objectName: "asRecord"
                        radio: true
                        on: exportAs.kind === "log"
                        text: qsTr("The signed record, to verify")
                        detail: qsTr("Without names: it holds sealed words only.")
                        onPicked: exportAs.kind = "log"
                    }
                    AppButton {
                        Layout.fillWidth: true
                        objectName: "export"
                        kind: "primary"
                        glyph: "file-down"
                        text: qsTr("Export…")
                        onClicked: exportAs.open()
                    }
                }
                InfoBox {
                    glyph: "eraser"
                    text: qsTr("Kept until %1").arg(screen.orders.keptUntil)
                    detail: qsTr("Longer while a case holds it. Names and reasons can be erased; the chain stays whole.")
                }
            }
        }
    }

    FileDialog {
        id: exportAs

        property string kind: "html"

        fileMode: FileDialog.SaveFile
        defaultSuffix: kind
        nameFilters: kind === "html" ? [qsTr("Pages (*.html)")] : kind === "jsonl" ? [qsTr("JSON Lines (*.jsonl)")] : [qsTr("Records (*.log)")]
        onAccepted: screen.orders.export(selectedFile)
    }
}
