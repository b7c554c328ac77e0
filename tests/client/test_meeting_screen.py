"""The meeting screen by mouse and keyboard: what a person sees, and what each act asks of the host's machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from peer.commands import (
    CameraState,
    Chat,
    ChatLine,
    Disconnected,
    Levels,
    MicrophoneState,
    React,
    Reconnected,
    Reconnecting,
    Rename,
)
from peer.room.notices import (
    AskedToUnmute,
    MemberChanged,
    MemberLeft,
    Refused,
    RulesChanged,
    YouWereMuted,
    YouWereSuspended,
)
from peer.room.requests import (
    Appoint,
    ChangeRules,
    End,
    Leave,
    Mute,
    MuteAll,
    PutBack,
    Remove,
    SetCamera,
    SetHand,
    SetMicrophone,
    StopCamera,
    Suspend,
)
from peer.room.values import ChatScope, Refusal, RefusalCode, Right, Role, Rules, Suspension

from .acting import ME, Window, a_guest, a_member, a_picture, admitted, id_of, until

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SAM = a_member("Sam Okafor", microphone=True, camera=True)
JORIS = a_member("Joris de Vries", role=Role.COHOST)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    made = Window(tmp_path)
    yield made
    made.close()


def as_host(window: Window) -> None:
    window.enter(admitted(SAM, JORIS))


def as_member(window: Window, **facts: object) -> None:
    host = a_member("Hanna Host", role=Role.HOST)
    window.enter(admitted(host, SAM, role=Role.MEMBER, **facts))


# --- one's own ---------------------------------------------------------------------------------------


def test_a_member_sees_everyone_and_no_shield(window: Window) -> None:
    as_member(window)
    for text in ("Eastbank Council", "Amira Haddad (you)", "Hanna Host", "Sam Okafor", "Leave"):
        assert window.sees(text), text
    assert not window.sees("Security")


def test_microphone_and_camera_by_mouse_and_key(window: Window) -> None:
    as_member(window)
    window.click("microphone")
    window.did(SetMicrophone(True))
    window.tell(MicrophoneState(True), CameraState(True))
    until(lambda: window.sees("Mute"))
    window.press(Qt.Key.Key_D, CTRL)
    window.did(SetMicrophone(False))
    window.press(Qt.Key.Key_E, CTRL)
    window.did(SetCamera(False))


def test_space_is_held_to_speak_and_only_turns_off_what_it_turned_on(window: Window) -> None:
    as_member(window)
    window.find("stage").forceActiveFocus()
    QTest.keyPress(window.main, Qt.Key.Key_Space)
    window.did(SetMicrophone(True))
    QTest.keyRelease(window.main, Qt.Key.Key_Space)
    window.did(SetMicrophone(False))
    window.tell(MicrophoneState(True))
    before = len(window.done)
    window.press(Qt.Key.Key_Space)
    window.press(Qt.Key.Key_H, CTRL)
    window.did(SetHand(True))
    assert len(window.done) == before + 1


def test_a_right_that_the_host_took_leaves_the_button_asleep_with_its_reason(window: Window) -> None:
    as_member(window, rules=Rules(allowed=Rules().allowed - {Right.UNMUTE, Right.VIDEO}))
    microphone = window.find("microphone")
    assert not microphone.isEnabled()
    assert microphone.property("hint") == "The host lets nobody unmute themselves"
    assert not window.find("camera").isEnabled()
    window.tell(RulesChanged(Rules()))
    assert window.find("microphone").isEnabled()


def test_what_is_on_can_always_be_turned_off(window: Window) -> None:
    as_member(window)
    window.sounds_and_shows()
    window.tell(RulesChanged(Rules(allowed=frozenset())))
    window.click("microphone")
    window.did(SetMicrophone(False))


def test_reactions_and_hand(window: Window) -> None:
    as_member(window)
    window.press(Qt.Key.Key_J, CTRL)
    window.press(Qt.Key.Key_Space)
    window.did(React("❤️"))
    window.click("hand")
    window.did(SetHand(True))
    window.tell(MemberChanged(a_member("Amira Haddad", ME, hand_since=1.0)))
    until(lambda: window.sees("Lower hand"))


def test_speaking_is_told_by_level_and_pictures_come_and_go_with_the_camera(window: Window) -> None:
    as_member(window)
    sam = id_of("Sam Okafor")
    window.tell(Levels({sam: 0.4}))
    tile = next(
        item
        for item in window.items()
        if item.property("key") == sam and item.property("hasPicture") is False
    )
    assert tile.property("speaking") is True
    window.app.pictures.show(sam, a_picture())
    until(lambda: tile.property("hasPicture") is True)
    window.tell(MemberChanged(a_member("Sam Okafor")))
    assert tile.property("hasPicture") is False


# --- chat ----------------------------------------------------------------------------------------------


def test_a_message_is_written_and_sent_by_keyboard_only(window: Window) -> None:
    as_member(window)
    window.press(Qt.Key.Key_T, CTRL)
    until(lambda: window.main.activeFocusItem().objectName() == "composer")
    window.write("Hello")
    window.press(Qt.Key.Key_Return, SHIFT)
    window.write("all")
    window.press(Qt.Key.Key_Return)
    window.did(Chat("Hello\nall"))
    window.press(Qt.Key.Key_Escape)
    until(lambda: window.page().property("panel") == "")


def test_unread_lines_are_counted_until_the_panel_opens(window: Window) -> None:
    as_member(window)
    window.tell(ChatLine(by=id_of("Sam Okafor"), name="Sam Okafor", text="<b>Hi</b>", at=0.0, number=1))
    assert window.find("chat").property("badge") == 1
    window.click("chat")
    until(lambda: window.sees("<b>Hi</b>"))
    assert window.find("chat").property("badge") == 0


def test_an_address_in_the_chat_is_shown_in_full_before_anything_opens(window: Window) -> None:
    as_member(window)
    window.click("chat")
    text = "see https://exämple.org/" + "a" * 60 + "."
    window.tell(ChatLine(by=id_of("Sam Okafor"), name="Sam Okafor", text=text, at=0.0, number=1))
    address = "https://xn--exmple-cua.org/" + "a" * 60
    window.click_text(address)
    assert window.find("fullAddress").property("text") == address
    window.press(Qt.Key.Key_Escape)


def test_a_suspended_member_cannot_write_and_reads_why(window: Window) -> None:
    as_member(window)
    window.tell(YouWereSuspended(Suspension(frozenset(Right), by="host", since=0.0, reason="Too loud")))
    until(lambda: window.sees("You are suspended. You see and hear the meeting."))
    assert window.sees("Too loud")
    window.click("chat")
    assert not window.find("composer").isEnabled()
    assert not window.find("microphone").isEnabled()
    window.tell(YouWereSuspended(None))
    until(lambda: window.find("composer").isEnabled())


# --- orders ----------------------------------------------------------------------------------------------


def open_menu_of(window: Window, name: str) -> None:
    window.find("participants")
    if window.page().property("panel") != "people":
        window.press(Qt.Key.Key_P, CTRL)
    row = [
        item
        for item in window.items()
        if item.property("name") == name and item.property("camOff") is not None
    ]
    window.click(row[0])


@pytest.mark.parametrize(
    ("entry", "order"),
    [
        ("mute", Mute(SAM.id)),
        ("stopCamera", StopCamera(SAM.id)),
        ("putBack", PutBack(SAM.id)),
        ("cohost", Appoint(SAM.id, True)),
        ("suspend", Suspend(SAM.id)),
    ],
)
def test_orders_from_a_persons_menu(window: Window, entry: str, order: object) -> None:
    as_host(window)
    open_menu_of(window, "Sam Okafor")
    window.click(entry)
    window.did(order)  # type: ignore[arg-type]


def test_removing_asks_first(window: Window) -> None:
    as_host(window)
    open_menu_of(window, "Sam Okafor")
    window.click("remove")
    window.find("removeForGood")
    assert Remove(SAM.id) not in window.done
    window.click("removeForGood")
    window.did(Remove(SAM.id))


def test_a_member_can_order_nothing(window: Window) -> None:
    as_member(window)
    open_menu_of(window, "Sam Okafor")
    window.find("silence")
    names = {item.objectName() for item in window.items()}
    assert not names & {"mute", "suspend", "remove", "putBack", "cohost", "stopCamera"}


def test_the_security_menu_changes_rules_and_shows_what_the_host_says(window: Window) -> None:
    as_host(window)
    window.press(Qt.Key.Key_X, CTRL | SHIFT)
    window.click("lock")
    window.did(ChangeRules(locked=True))
    assert window.find("lock").property("on") is False
    window.tell(RulesChanged(Rules(locked=True)))
    assert window.find("lock").property("on") is True
    window.click("waitingRoom")
    window.did(ChangeRules(waiting_room=False))
    window.click_text("Nobody")
    window.did(ChangeRules(chat=ChatScope.NOBODY))
    window.click("mayVideo")
    window.did(ChangeRules(forbid=frozenset({Right.VIDEO})))
    window.click("muteAll")
    window.did(MuteAll(may_unmute=True))
    assert window.sees("Locked")


def test_suspending_the_person_with_the_ring(window: Window) -> None:
    as_host(window)
    tile = next(item for item in window.items() if item.property("key") == SAM.id)
    tile.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    window.press(Qt.Key.Key_S, CTRL | SHIFT)
    window.did(Suspend(SAM.id))


# --- the line, the end ---------------------------------------------------------------------------------------


def test_a_broken_line_is_said_and_nothing_can_be_opened_meanwhile(window: Window) -> None:
    as_member(window)
    window.tell(Reconnecting(1.0))
    until(lambda: window.sees("The line to the host’s computer broke."))
    assert window.sees("Trying again")
    assert not window.find("microphone").isEnabled()
    window.tell(Reconnected())
    until(lambda: not window.sees("Trying again"))
    assert window.find("microphone").isEnabled()


def test_without_host_and_co_host_it_says_that_the_host_is_away(window: Window) -> None:
    as_member(window)
    window.tell(MemberLeft(id_of("Hanna Host"), "lost"))
    until(lambda: window.sees("The host is away. You stay together; nobody can come in."))


def test_refusals_and_orders_are_told_in_a_sentence(window: Window) -> None:
    as_member(window)
    window.tell(Refused(Refusal(RefusalCode.NOT_ALLOWED), "hand"))
    assert window.find("toast").property("text")
    window.tell(YouWereMuted(id_of("Hanna Host")))
    until(lambda: window.find("toast").property("text") == "Hanna Host muted you.")


def test_being_asked_to_unmute_opens_nothing_by_itself(window: Window) -> None:
    as_member(window)
    window.tell(AskedToUnmute(id_of("Hanna Host")))
    until(lambda: window.sees("Hanna Host asks you to unmute."))
    assert SetMicrophone(True) not in window.done
    notice = window.find("notice")
    button = [
        item for item in window.items() if item.property("text") == "Unmute" and notice.isAncestorOf(item)
    ]
    window.click(button[0])
    window.did(SetMicrophone(True))


def test_a_device_that_goes_is_said_and_sends_nothing_more(window: Window) -> None:
    as_member(window)
    window.sounds_and_shows()
    window.app.devices.failed.emit("camera")
    window.did(SetCamera(False))
    assert window.find("toast").property("text")


def test_closing_the_window_leaves(tmp_path: Path) -> None:
    window = Window(tmp_path)
    as_member(window)
    actor = window.actor
    window.close()
    assert actor is not None
    assert actor.done == [Leave()]


def test_leaving_asks_and_escape_stays(window: Window) -> None:
    as_member(window)
    window.press(Qt.Key.Key_Q, CTRL | SHIFT)
    window.find("leave")
    window.press(Qt.Key.Key_Escape)
    until(lambda: not any(item.objectName() == "leave" for item in window.items()))
    assert Leave() not in window.done
    window.click("end")
    window.click("leave")
    window.did(Leave())
    window.tell(Disconnected("left"))
    until(lambda: window.app.call.page == "goodbye")


def test_the_host_ends_for_all(window: Window) -> None:
    as_host(window)
    window.click("end")
    window.click("endForAll")
    window.did(End())


def test_another_name(window: Window) -> None:
    as_member(window, rules=Rules(allowed=Rules().allowed | {Right.RENAME}))
    window.click("more")
    window.click_text("Change your name…")
    until(lambda: window.main.activeFocusItem().objectName() == "newName")
    window.write("Mira")
    window.press(Qt.Key.Key_Return)
    window.did(Rename("Mira"))


# --- keyboard, names, sizes -----------------------------------------------------------------------------------


def test_f6_goes_round_header_stage_panel_and_toolbar(window: Window) -> None:
    as_host(window)
    window.press(Qt.Key.Key_P, CTRL)
    window.find("searchPeople")
    visited = []
    for _ in range(4):
        window.press(Qt.Key.Key_F6)
        item = window.main.activeFocusItem()
        names = []
        while item is not None:
            names.append(item.objectName() or item.metaObject().className().split("_")[0])
            item = item.parentItem()
        visited.append(
            next(n for n in names if n in ("MeetingHeader", "stage", "ParticipantsPanel", "Toolbar"))
        )
    assert sorted(visited) == ["MeetingHeader", "ParticipantsPanel", "Toolbar", "stage"]


def test_everything_that_takes_the_focus_has_a_name(window: Window) -> None:
    as_host(window)
    window.tell(*[])
    for panel in ("people", "chat"):
        window.page().setProperty("panel", panel)
        QTest.qWait(1)
        seen = set()
        for _ in range(60):
            window.press(Qt.Key.Key_Tab)
            item = window.main.activeFocusItem()
            if item in seen:
                break
            seen.add(item)
            interface = (
                item.property("text") or item.property("label") or item.property("name") or item.objectName()
            )
            assert interface, item.metaObject().className()
        assert len(seen) > 8


@pytest.mark.parametrize("size", [(640, 480), (900, 600), (1440, 900), (3840, 2160)])
@pytest.mark.parametrize("panel", ["", "people", "chat"])
def test_nothing_leaves_the_window_at_any_size(tmp_path: Path, size: tuple[int, int], panel: str) -> None:
    window = Window(tmp_path, size)
    try:
        others = [a_member(f"Member number {n}", f"m{n:07}") for n in range(8)]
        window.enter(admitted(*others, guests=(a_guest("Lena"), a_guest("Kevin", looks_like="Sam"))))
        window.page().setProperty("panel", panel)
        QTest.qWait(50)
        for name in ("microphone", "end", "participants", "chat", "security", "more"):
            item = window.find(name)
            box = item.mapRectToScene(item.boundingRect())
            assert box.left() >= 0
            assert box.right() <= window.main.width()
            assert box.bottom() <= window.main.height()
        if panel == "" or size[0] >= 900:
            tiles = [item for item in window.items() if "VideoTile" in item.metaObject().className()]
            assert len(tiles) == 9
            for tile in tiles:
                assert 1.19 < tile.width() / tile.height() < 1.79
    finally:
        window.close()


def test_right_to_left_turns_the_screen_round(window: Window, qapp: QGuiApplication) -> None:
    as_host(window)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        QTest.qWait(20)
        microphone, end = window.find("microphone"), window.find("end")
        assert (
            microphone.mapToScene(microphone.boundingRect().center()).x()
            > end.mapToScene(end.boundingRect().center()).x()
        )
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_twenty_six_members_are_two_pages(window: Window) -> None:
    window.enter(admitted(*[a_member(f"Member {n}", f"m{n:07}") for n in range(25)]))
    assert window.app.stage.count == 25
    window.find("stage").forceActiveFocus()
    window.press(Qt.Key.Key_PageDown)
    until(lambda: window.app.stage.count == 1)
    assert window.sees("Member 24")
