pragma ComponentBehavior: Bound

import QtQuick
import Vestibule
import ".."

// Even tiles. Takes the number of columns that gives the largest tile between 6:5 and 16:9; over 25, pages.
FocusScope {
    id: gallery

    required property StageModel stage
    required property bool moderates
    // host or chair: co-hosts can be suspended too
    property bool leads: false
    property ReactionsModel merged: null
    // one of the page is large, the others stand in a row below
    readonly property bool lit: stage.spotlight !== "" && stage.count > 1
    readonly property int strip: lit ? Math.max(72, Math.min(140, Math.round((height - foot) / 5))) : 0
    property bool dimmed: false
    readonly property int gap: width < Theme.size.narrowStage ? Theme.space.xs : Theme.space.m
    readonly property int foot: stage.pages > 1 ? pager.height + gap : 0
    readonly property var best: fit(Math.max(1, stage.count), width, height - foot)

    // the member whose tile has the ring, or ""
    readonly property string ringed: {
        for (let i = 0; i < tiles.count; i++) {
            const tile = tiles.itemAt(i) as VideoTile;
            if (tile && tile.activeFocus)
                return tile.key;
        }
        return "";
    }

    signal menuAsked(string key, Item at)
    signal suspendAsked(string key)

    function fit(n: int, w: real, h: real): var {
        let found = { columns: 1, w: 0, h: 0, area: 0 };
        for (let columns = 1; columns <= n; columns++) {
            const rows = Math.ceil(n / columns);
            let tileW = (w - gap * (columns - 1)) / columns;
            let tileH = (h - gap * (rows - 1)) / rows;
            if (tileW / tileH > 16 / 9)
                tileW = tileH * 16 / 9;
            if (tileW / tileH < 6 / 5)
                tileH = tileW * 5 / 6;
            if (tileW * tileH > found.area)
                found = { columns: columns, w: Math.floor(tileW), h: Math.floor(tileH), area: tileW * tileH };
        }
        return found;
    }

    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown) {
            stage.turn(event.key === Qt.Key_PageUp ? -1 : 1);
            event.accepted = true;
        }
    }

    // where the tile with this index stands
    function place(index: int): rect {
        const n = Math.max(1, stage.count);
        if (lit) {
            const h = height - foot - strip - gap;
            if (index === 0)
                return Qt.rect(Math.max(0, (width - Math.min(width, h * 16 / 9)) / 2), 0, Math.min(width, h * 16 / 9), h);
            const each = Math.min(strip * 16 / 9, (width - gap * (n - 2)) / (n - 1));
            const left = (width - each * (n - 1) - gap * (n - 2)) / 2;
            return Qt.rect(mirror(left + (index - 1) * (each + gap), each), h + gap, each, strip);
        }
        const columns = best.columns, w = best.w, h = best.h;
        const rows = Math.ceil(n / columns);
        const left = (width - columns * w - (columns - 1) * gap) / 2;
        const top = Math.max(0, (height - foot - rows * h - (rows - 1) * gap) / 2);
        return Qt.rect(mirror(left + (index % columns) * (w + gap), w), top + Math.floor(index / columns) * (h + gap), w, h);
    }
    function mirror(x: real, w: real): real {
        return gallery.LayoutMirroring.enabled ? width - x - w : x;
    }

    Repeater {
        id: tiles

        model: gallery.stage

        VideoTile {
            required property bool cohost
            required property int index
            readonly property rect at: gallery.place(index)

            x: at.x
            y: at.y
            width: at.width
            height: at.height
            stage: gallery.stage
            dimmed: gallery.dimmed
            actable: !mine && !gallery.dimmed
            suspendable: actable && gallery.moderates && !host && (gallery.leads || !cohost)
            onMenuAsked: at => gallery.menuAsked(key, at)
            onSuspendAsked: gallery.suspendAsked(key)
        }
    }

    // many of the same are one, with their count
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.space.s
        spacing: Theme.space.xs

        Repeater {
            model: gallery.merged

            Pill {
                required property string key
                required property int people

                objectName: "mergedReaction"
                glyph: key
                text: people
                iconInk: Theme.color.glassWarn
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1 people react").arg(people)
            }
        }
    }

    Row {
        id: pager

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.space.xs
        visible: gallery.stage.pages > 1

        IconButton {
            glyph: "arrow-left"
            directional: true
            text: qsTr("Previous page")
            enabled: gallery.stage.page > 0
            onClicked: gallery.stage.turn(-1)
        }
        AppText {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("%1 of %2").arg(gallery.stage.page + 1).arg(gallery.stage.pages)
            font: Theme.type.small
            color: Theme.color.muted
        }
        IconButton {
            glyph: "arrow-right"
            directional: true
            text: qsTr("Next page")
            enabled: gallery.stage.page < gallery.stage.pages - 1
            onClicked: gallery.stage.turn(1)
        }
    }
}
