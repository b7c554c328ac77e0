import QtQuick
import QtQuick.Layouts
import Vestibule
import ".."

// One appeal an order. Once it is with the host there is only that to say.
ColumnLayout {
    id: box

    required property SuspensionModel suspension

    spacing: Theme.space.s
    Layout.fillWidth: true

    Paragraph {
        Layout.fillWidth: true
        text: box.suspension.appealed ? qsTr("Your appeal is with the host.") : box.suspension.mayAppeal ? qsTr("Write to the host. Your appeal goes into the log, and cannot be refused.") : qsTr("You have appealed this order already.")
        font: Theme.type.small
        color: box.suspension.appealed ? Theme.color.text : Theme.color.muted
    }
    TextBox {
        id: words

        name: "appeal"
        Layout.fillWidth: true
        visible: box.suspension.mayAppeal
        label: qsTr("Appeal")
        placeholder: qsTr("What should the host know?")
        limit: box.suspension.appealLimit
    }
    AppButton {
        objectName: "sendAppeal"
        Layout.fillWidth: true
        visible: box.suspension.mayAppeal
        enabled: words.text.trim() !== ""
        kind: "primary"
        text: qsTr("Send appeal")
        onClicked: box.suspension.appeal(words.text)
    }
}
