pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Vestibule
import ".."

// What opens from the shield: the meeting's rules, what members may do, and the red stop. It stays until dismissed.
Popup {
    id: menu

    required property MeetingModel meeting
    required property RulesModel rules
    required property OrdersModel orders
    required property RightsBackModel rightsBack
    // what "Mute all" says about turning the microphone on again
    property bool mayUnmute: true
    readonly property bool narrow: width < Theme.size.narrowStage
    property int pad: narrow ? Theme.space.m : Theme.space.l
    readonly property int wanted: head.implicitHeight + grid.implicitHeight + foot.implicitHeight + 1 + Theme.space.m * 3 + pad * 2

    function openAt(item: Item): void {
        const at = item.mapToItem(menu.parent, item.width / 2, 0);
        x = Math.max(Theme.space.xs, Math.min(at.x - width / 2, menu.parent.width - width - Theme.space.xs));
        y = Math.max(Theme.space.xs, at.y - height - Theme.space.xs);
        open();
    }
    function allows(right: string): bool {
        return rules.allowed.indexOf(right) >= 0;
    }

    parent: Overlay.overlay
    focus: true
    padding: pad
    width: parent ? Math.min(736, parent.width - Theme.space.xs * 2) : 736
    height: parent ? Math.min(wanted, parent.height - Theme.size.toolbarCompact - Theme.space.m) : wanted
    closePolicy: Popup.CloseOnEscape
    onAboutToShow: mayUnmute = allows("unmute")

    signal reportAsked
    signal resumeAsked
    background: Floating {}

    component RightRow: SwitchRow {
        required property string grants

        on: menu.allows(grants)
        onToggled: wanted => menu.rules.allow(grants, wanted)
    }

    contentItem: ColumnLayout {
        spacing: Theme.space.m
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Security")

        RowLayout {
            id: head

            Layout.fillWidth: true
            spacing: Theme.space.xs

            AppText {
                text: qsTr("Security")
                font: Theme.type.heading
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            AppText {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space.xs
                text: qsTr("Every change counts at once, for everyone.")
                font: Theme.type.small
                color: Theme.color.muted
            }
            IconButton {
                focus: true
                glyph: "x"
                text: qsTr("Close menu")
                onClicked: menu.close()
            }
        }

        Item {
            // eight more on either side, for the rows' hover
            Layout.leftMargin: -Theme.space.xs
            Layout.rightMargin: -Theme.space.xs
            Layout.fillWidth: true
            Layout.fillHeight: true

            Flickable {
                id: view

                anchors.fill: parent
                contentHeight: grid.implicitHeight
                boundsBehavior: Flickable.StopAtBounds
                interactive: contentHeight > height
                clip: interactive

                GridLayout {
                    id: grid

                    x: Theme.space.xs
                    width: view.width - Theme.space.xs * 2
                    columns: menu.width < Theme.size.securityColumnsFrom ? 1 : 2
                    columnSpacing: Theme.space.xl
                    rowSpacing: Theme.space.m

                    ColumnLayout {
                        Layout.preferredWidth: 1
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop
                        spacing: 0

                        AppText {
                            Layout.bottomMargin: Theme.space.xxs
                            text: qsTr("The meeting")
                            font: Theme.type.captionStrong
                            color: Theme.color.muted
                        }
                        SwitchRow {
                            objectName: "lock"
                            glyph: "lock"
                            text: qsTr("Lock meeting")
                            detail: qsTr("Nobody new can come in")
                            on: menu.rules.locked
                            onToggled: wanted => menu.rules.setLocked(wanted)
                        }
                        SwitchRow {
                            objectName: "waitingRoom"
                            glyph: "door-open"
                            text: qsTr("Waiting room")
                            detail: qsTr("You admit each guest")
                            on: menu.rules.waitingRoom
                            onToggled: wanted => menu.rules.setWaitingRoom(wanted)
                        }
                        SwitchRow {
                            objectName: "openLink"
                            glyph: "link"
                            text: qsTr("Open link")
                            detail: menu.rules.guarded ? qsTr("After a removal, new people wait") : menu.rules.openLink ? qsTr("Whoever has it may knock") : qsTr("Closed to people never met before")
                            on: menu.rules.openLink && !menu.rules.guarded
                            onToggled: wanted => menu.rules.setOpenLink(wanted)
                        }
                        SwitchRow {
                            objectName: "hidePictures"
                            glyph: "image-off"
                            text: qsTr("Hide profile pictures")
                            detail: qsTr("Everyone sees initials")
                            on: menu.rules.picturesHidden
                            onToggled: wanted => menu.rules.setPicturesHidden(wanted)
                        }
                        SwitchRow {
                            objectName: "hideStrangers"
                            glyph: "image-off"
                            text: qsTr("Hide those of new people")
                            detail: qsTr("Of people never met before")
                            on: menu.rules.strangersHidden || menu.rules.picturesHidden
                            enabled: !menu.rules.picturesHidden
                            onToggled: wanted => menu.rules.setStrangersHidden(wanted)
                        }
                        AppText {
                            Layout.topMargin: Theme.space.xs
                            Layout.bottomMargin: Theme.space.xs
                            text: qsTr("Who may chat")
                            font: Theme.type.captionStrong
                            color: Theme.color.muted
                        }
                        Segmented {
                            objectName: "chatScope"
                            Layout.fillWidth: true
                            label: qsTr("Who may chat")
                            stretch: true
                            itemPadding: Theme.space.xs
                            options: [qsTr("Everyone"), qsTr("Host only"), qsTr("Nobody")]
                            current: menu.rules.chatScope
                            onPicked: index => menu.rules.setChatScope(index)
                        }
                        CheckRow {
                            objectName: "muteAllMayUnmute"
                            Layout.topMargin: Theme.space.xs
                            text: qsTr("Muted, they may unmute themselves")
                            on: menu.mayUnmute
                            onPicked: wanted => menu.mayUnmute = wanted
                        }
                        GridLayout {
                            Layout.fillWidth: true
                            Layout.topMargin: Theme.space.xs
                            columns: 2
                            columnSpacing: Theme.space.xs
                            rowSpacing: Theme.space.xs

                            AppButton {
                                objectName: "muteAll"
                                Layout.fillWidth: true
                                Layout.preferredWidth: 1
                                glyph: "mic-off"
                                text: qsTr("Mute all")
                                onClicked: menu.rules.muteAll(menu.mayUnmute)
                            }
                            AppButton {
                                objectName: "lowerAllHands"
                                Layout.fillWidth: true
                                Layout.preferredWidth: 1
                                glyph: "hand"
                                text: qsTr("Lower hands")
                                onClicked: menu.rules.lowerAllHands()
                            }
                            AppButton {
                                objectName: "reportFromMenu"
                                Layout.fillWidth: true
                                Layout.columnSpan: 2
                                glyph: "flag"
                                text: qsTr("Report…")
                                onClicked: menu.reportAsked()
                            }
                        }
                    }
                    ColumnLayout {
                        Layout.preferredWidth: 1
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop
                        spacing: 0

                        AppText {
                            Layout.bottomMargin: Theme.space.xxs
                            text: qsTr("Let members")
                            font: Theme.type.captionStrong
                            color: Theme.color.muted
                        }
                        RightRow {
                            objectName: "mayUnmute"
                            grants: "unmute"
                            glyph: "mic"
                            text: qsTr("Unmute themselves")
                        }
                        RightRow {
                            objectName: "mayVideo"
                            grants: "video"
                            glyph: "video"
                            text: qsTr("Start video")
                        }
                        RightRow {
                            objectName: "mayShare"
                            grants: "share"
                            glyph: "screen-share"
                            text: qsTr("Share their screen")
                        }
                        RightRow {
                            objectName: "mayChatPrivately"
                            grants: "chat_privately"
                            glyph: "message-circle-more"
                            text: qsTr("Chat privately")
                        }
                        RightRow {
                            objectName: "mayAnnotate"
                            grants: "annotate"
                            glyph: "pencil"
                            text: qsTr("Annotate a share")
                        }
                        RightRow {
                            objectName: "mayDraw"
                            grants: "whiteboard"
                            glyph: "pen-line"
                            text: qsTr("Draw on the whiteboard")
                        }
                        RightRow {
                            objectName: "mayRename"
                            grants: "rename"
                            glyph: "text-cursor-input"
                            text: qsTr("Rename themselves")
                        }
                        RightRow {
                            objectName: "mayReact"
                            grants: "react"
                            glyph: "smile"
                            text: qsTr("React")
                        }
                        RightRow {
                            objectName: "mayRaiseHand"
                            grants: "raise_hand"
                            glyph: "hand"
                            text: qsTr("Raise a hand")
                        }
                        RightRow {
                            objectName: "mayRecord"
                            grants: "record"
                            glyph: "circle-dot"
                            text: qsTr("Record")
                        }
                        RightRow {
                            objectName: "mayInvite"
                            grants: "invite"
                            glyph: "user-plus"
                            text: qsTr("Invite people")
                        }
                        AppText {
                            Layout.topMargin: Theme.space.xs
                            Layout.bottomMargin: Theme.space.xs
                            text: qsTr("All at once, for")
                            font: Theme.type.captionStrong
                            color: Theme.color.muted
                        }
                        Segmented {
                            objectName: "presets"
                            Layout.fillWidth: true
                            label: qsTr("All at once, for")
                            stretch: true
                            itemPadding: Theme.space.xs
                            options: [qsTr("Open talk"), qsTr("Class"), qsTr("Support group")]
                            current: menu.rules.preset
                            onPicked: index => menu.rules.usePreset(index)
                        }
                    }
                }
            }
            ScrollHint {
                view: view
                outset: Theme.space.s
            }
        }

        Divider {}

        RowLayout {
            id: foot

            Layout.fillWidth: true
            spacing: Theme.space.m

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                AppText {
                    Layout.fillWidth: true
                    text: menu.meeting.paused ? qsTr("Everything is stopped.") : qsTr("Something wrong? Stop everything first.")
                    font: Theme.type.bodyMedium
                    wrapMode: Text.Wrap
                }
                AppText {
                    Layout.fillWidth: true
                    text: menu.meeting.paused ? qsTr("Giving rights back opens nothing: each turns on their own microphone and camera.") : qsTr("Sound, video and chat stop for all but host and co-hosts.")
                    font: Theme.type.caption
                    color: Theme.color.muted
                    wrapMode: Text.Wrap
                }
            }
            AppButton {
                objectName: "resumeAll"
                visible: menu.rightsBack.active
                text: qsTr("Give rights back…")
                onClicked: {
                    menu.close();
                    menu.resumeAsked();
                }
            }
            AppButton {
                objectName: "suspendAll"
                kind: "danger"
                glyph: "octagon-pause"
                text: qsTr("Suspend all activity")
                onClicked: {
                    menu.close();
                    menu.orders.stopEverything();
                }
            }
        }
    }
}
