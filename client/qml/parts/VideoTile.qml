pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import Vestibule
import ".."

// One member on the stage.
Item {
    id: tile

    required property StageModel stage
    required property string key
    required property string name
    required property string initials
    required property int tone
    required property bool micOff
    required property bool speaking
    required property bool host
    required property bool hand
    required property bool suspended
    // stopped with all the others: nobody is accused, so the word is another
    required property bool paused
    // one's own choice, on this screen only
    required property bool hidden
    // the place of a raised hand, from 1
    required property int turn
    // 0 = not shown, 1 = poor, 2 = fair
    required property int weak
    required property string reaction
    required property bool present
    required property bool mine
    required property bool hasPicture
    // the person may be acted on: their menu opens by key, click or button
    property bool actable: false
    // the last pictures stay, dimmed, while the line is broken
    property bool dimmed: false
    property color backdrop: Theme.color.window
    readonly property bool small: width < 280
    readonly property int inset: small ? Theme.space.xs : Theme.space.s
    readonly property bool stopped: suspended || paused
    readonly property bool covered: stopped || hidden
    readonly property bool showPicture: hasPicture && !covered
    // the host's acts on hover, beside the menu
    property bool suspendable: false
    readonly property bool ringed: activeFocus && byKey
    property bool byKey: false

    signal menuAsked(Item at)
    signal suspendAsked

    activeFocusOnTab: true
    Accessible.role: Accessible.Pane
    Accessible.focusable: true
    Accessible.name: name
    Accessible.description: facts()
    Keys.onReturnPressed: ask()
    Keys.onEnterPressed: ask()
    Keys.onMenuPressed: ask()
    onActiveFocusChanged: byKey = activeFocus

    function ask(): void {
        if (actable)
            menuAsked(more);
    }
    function facts(): string {
        const said = [];
        if (host)
            said.push(qsTr("Host"));
        if (suspended)
            said.push(qsTr("Suspended"));
        else if (paused)
            said.push(qsTr("Paused"));
        if (hidden)
            said.push(qsTr("Hidden by you"));
        if (!present)
            said.push(qsTr("Reconnecting"));
        said.push(micOff ? qsTr("Microphone off") : qsTr("Microphone on"));
        if (!hasPicture)
            said.push(qsTr("No picture"));
        if (hand)
            said.push(qsTr("Hand raised, number %1").arg(turn));
        if (weak > 0)
            said.push(qsTr("Weak connection"));
        return said.join(", ");
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: tile.ask()
    }
    HoverHandler {
        id: over
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius.tile
        visible: !tile.showPicture
        border.width: Theme.size.border
        border.color: Theme.color.line
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.highContrast ? Theme.letterbox : tile.covered ? Theme.color.raised : Qt.tint(Theme.color.raised, Qt.alpha(Theme.tint(tile.tone), 0.16)) }
            GradientStop { position: 1; color: Theme.highContrast ? Theme.letterbox : tile.covered ? Theme.color.surface : Qt.tint(Theme.color.surface, Qt.alpha(Theme.tint(tile.tone), 0.06)) }
        }

        Avatar {
            anchors.centerIn: parent
            side: Math.round(Math.min(parent.height * 0.34, 120))
            initials: tile.initials
            tone: tile.tone
            visible: !tile.covered
        }
        Column {
            anchors.centerIn: parent
            spacing: Theme.space.xs
            visible: tile.covered

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                glyph: tile.stopped ? "circle-pause" : "eye-off"
                size: tile.small ? 28 : 36
                color: Theme.color.muted
            }
            AppText {
                anchors.horizontalCenter: parent.horizontalCenter
                text: tile.paused ? qsTr("Paused") : tile.suspended ? qsTr("Suspended") : qsTr("Hidden by you")
                visible: tile.height > 140
                font: Theme.type.bodyMedium
                color: Theme.color.muted
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: tile.showPicture

        sourceComponent: VideoOutput {
            id: output

            fillMode: VideoOutput.PreserveAspectCrop
            Component.onCompleted: tile.stage.attach(tile.key, output.videoSink)
            Component.onDestruction: tile.stage.detach(tile.key, output.videoSink)

            // one's own picture as in a mirror; nobody else sees it so
            transform: Scale {
                origin.x: output.width / 2
                xScale: tile.mine ? -1 : 1
            }
        }
    }
    // shade under the name
    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Math.min(72, parent.height / 2)
        visible: tile.showPicture
        gradient: Gradient {
            GradientStop { position: 0; color: "transparent" }
            GradientStop { position: 1; color: Theme.color.videoShade }
        }
    }
    // rounds the corners without a layer per tile
    Rectangle {
        anchors.fill: parent
        anchors.margins: -7
        radius: Theme.radius.tile + 7
        color: "transparent"
        border.width: 7
        border.color: tile.backdrop
        visible: tile.showPicture
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.size.speakingRing
        radius: Theme.radius.tile + Theme.size.speakingRing
        color: "transparent"
        border.width: tile.speaking || !Theme.highContrast ? Theme.size.speakingRing : Theme.size.border
        border.color: tile.speaking || !Theme.highContrast ? Theme.color.accent : Theme.color.line
        visible: opacity > 0
        opacity: tile.speaking || (Theme.highContrast && tile.showPicture) ? 1 : 0

        Behavior on opacity {
            NumberAnimation { duration: Theme.motion.quick }
        }
    }

    // gone quiet: the last picture under a veil, and the word
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius.tile
        color: Theme.color.window
        opacity: tile.dimmed || !tile.present ? 0.7 : 0
        visible: opacity > 0
    }
    AppText {
        anchors.centerIn: parent
        visible: !tile.present && !tile.dimmed && !tile.covered
        text: qsTr("Reconnecting")
        font: Theme.type.bodyMedium
    }

    FocusRing {
        shown: tile.ringed
        corner: Theme.radius.tile
    }

    // top, at the start: what a host may do
    IconButton {
        id: more

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: tile.inset
        visible: tile.actable && (over.hovered || tile.activeFocus || activeFocus)
        glyph: "ellipsis"
        fill: Theme.color.glass
        ink: Theme.color.glassInk
        text: qsTr("More for %1").arg(tile.name)
        onClicked: tile.ask()
    }
    IconButton {
        id: stopOne

        objectName: "suspendFromTile"
        anchors.left: more.right
        anchors.leftMargin: Theme.space.xxs
        anchors.top: parent.top
        anchors.topMargin: tile.inset
        visible: tile.suspendable && !tile.stopped && (over.hovered || tile.activeFocus || activeFocus || more.activeFocus)
        glyph: "circle-pause"
        fill: Theme.color.glass
        ink: Theme.color.glassInk
        text: qsTr("Suspend %1").arg(tile.name)
        onClicked: tile.suspendAsked()
    }

    // bottom, from the start: microphone and name, then the host's badge
    Row {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: tile.inset
        spacing: 6

        Pill {
            visible: tile.name !== ""
            text: tile.name
            glyph: tile.micOff ? "mic-off" : ""
            implicitHeight: tile.small ? 24 : 28
            maxWidth: tile.width - tile.inset * 2 - (tile.host ? badge.width + 6 : 0) - (tile.speaking || tile.weak > 0 ? 44 : 0)
        }
        Pill {
            id: badge

            visible: tile.host
            glyph: "door-open"
            text: tile.width > 300 ? qsTr("Host") : ""
            implicitHeight: tile.small ? 24 : 28
        }
    }

    // bottom, at the end: speaking, or a weak connection
    Rectangle {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: tile.inset
        width: 36
        height: tile.small ? 24 : 28
        radius: height / 2
        color: Theme.color.glass
        border.width: Theme.highContrast ? Theme.size.border : 0
        border.color: Theme.color.line
        visible: tile.speaking || tile.weak > 0

        Row {
            anchors.centerIn: parent
            spacing: 3
            visible: tile.speaking

            Repeater {
                model: [8, 14, 10]

                Rectangle {
                    required property int modelData

                    anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                    width: 3
                    height: modelData
                    radius: 1.5
                    color: Theme.color.glassAccent
                }
            }
        }
        Row {
            anchors.centerIn: parent
            spacing: 3
            visible: !tile.speaking && tile.weak > 0

            Repeater {
                model: 3

                Rectangle {
                    required property int index

                    anchors.bottom: parent ? parent.bottom : undefined
                    width: 4
                    height: 5 + index * 4
                    radius: 1.5
                    color: index < tile.weak ? Theme.color.glassWarn : Qt.alpha(Theme.color.glassInk, 0.5)
                }
            }
        }
    }

    // top, at the end: raised hand or reaction
    Rectangle {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: tile.inset
        width: (tile.small ? 32 : 40) + (tile.hand ? place.implicitWidth + 4 : 0)
        height: tile.small ? 32 : 40
        radius: height / 2
        color: Theme.color.glass
        border.width: Theme.highContrast ? Theme.size.border : 0
        border.color: Theme.color.line
        visible: tile.hand || tile.reaction !== ""

        Icon {
            anchors.centerIn: parent
            anchors.horizontalCenterOffset: tile.hand ? -(place.implicitWidth + 4) / 2 : 0
            glyph: tile.hand ? "hand" : tile.reaction
            size: tile.small ? 18 : 22
            color: Theme.color.glassWarn
        }
        AppText {
            id: place

            anchors.right: parent.right
            anchors.rightMargin: Theme.space.xs
            anchors.verticalCenter: parent.verticalCenter
            visible: tile.hand
            text: tile.hand ? tile.turn : ""
            font: Theme.type.smallStrong
            color: Theme.color.glassWarn
        }
    }
}
