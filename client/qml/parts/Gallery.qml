pragma ComponentBehavior: Bound

import QtQuick
import Vestibule
import ".."

// Even tiles. Takes the number of columns that gives the largest tile between 6:5 and 16:9; over 25, pages.
FocusScope {
    id: gallery

    required property StageModel stage
    required property bool moderates
    // everybody but host and co-hosts is stopped
    property bool paused: false
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

    Grid {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(0, (gallery.height - gallery.foot - height) / 2)
        columns: gallery.best.columns
        spacing: gallery.gap

        Repeater {
            id: tiles

            model: gallery.stage

            VideoTile {
                required property bool cohost

                width: gallery.best.w
                height: gallery.best.h
                stage: gallery.stage
                paused: gallery.paused && !host && !cohost
                dimmed: gallery.dimmed
                actable: !mine && !gallery.dimmed
                onMenuAsked: at => gallery.menuAsked(key, at)
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
