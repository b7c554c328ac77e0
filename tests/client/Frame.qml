import QtQuick
import QtQuick.Controls.Basic
import Vestibule
import "../../client/qml"

// One page, in a window that follows the settings as the app's does.
ApplicationWindow {
    id: frame

    required property SettingsModel settings
    required property url page
    required property var given
    property QtObject shown
    property bool mirrored: false

    visible: true
    color: Theme.color.window
    font: Theme.type.body
    LayoutMirroring.enabled: mirrored
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "mode"
        value: frame.settings.mode
    }
    Binding {
        target: Theme
        property: "textScale"
        value: frame.settings.textPercent / 100
    }
    Binding {
        target: Theme
        property: "reduceMotion"
        value: frame.settings.reduceMotion
    }
    Item {
        id: place

        anchors.fill: parent
        onChildrenChanged: {
            for (const child of children) {
                child.width = Qt.binding(() => place.width);
                child.height = Qt.binding(() => place.height);
            }
        }
    }
    Component.onCompleted: {
        const made = Qt.createComponent(page);
        if (made.status !== Component.Ready)
            console.warn(made.errorString());
        shown = made.createObject(place, given);
        if (shown.open)
            shown.open();
    }
}
