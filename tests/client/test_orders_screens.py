"""The host's orders on the screen: stop first, explain after, give back step by step; and what those concerned see."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from peer.commands import ChatLine, Disconnected, Silence
from peer.room.cards import Hidden, Sent, SentBy
from peer.room.notices import (
    AppealMade,
    AppealTaken,
    AskedForCamera,
    AskedToUnmute,
    HostCalled,
    LastMinute,
    MemberChanged,
    MemberJoined,
    MessageDeleted,
    OrderDone,
    OrderUndone,
    RemovedFromMeeting,
    RulesChanged,
    Spotlighted,
    YouWereSuspended,
)
from peer.room.presets import PRESETS
from peer.room.requests import (
    Appeal,
    AskForCamera,
    CallHost,
    ChangeRules,
    DeleteMessage,
    ExplainSuspension,
    LowerHand,
    MuteAll,
    RefusePrivateChat,
    Remove,
    RenameMember,
    ReportPerson,
    Resume,
    SetCamera,
    SetMicrophone,
    SetRight,
    ShowMessages,
    Spotlight,
    Suspend,
    UndoOrder,
    UsePreset,
)
from peer.room.rights import OWN
from peer.room.values import Preset, Right, Role, Rules, Suspension

from .acting import ME, Window, a_guest, a_member, admitted, until

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOW = time.time()
SAM = a_member("Sam Okafor", microphone=True, camera=True)
KEVIN = a_member("Kevin B.")
JORIS = a_member("Joris de Vries", role=Role.COHOST)
HOST = a_member("Hanna Host", role=Role.HOST)
ALL = Suspension(OWN, by=HOST.id, since=NOW, order=7)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    made = Window(tmp_path)
    yield made
    made.close()


def as_host(window: Window, **facts: object) -> None:
    window.enter(admitted(SAM, KEVIN, JORIS, **facts))


def as_member(window: Window, **facts: object) -> None:
    window.enter(admitted(HOST, SAM, role=Role.MEMBER, **facts))


def stop(window: Window) -> None:
    """Press the key that works everywhere."""
    window.press(Qt.Key.Key_Backspace, CTRL | SHIFT)


def everything_stops(window: Window, number: int = 7) -> None:
    """What the host's machine tells after the order."""
    paused = [
        MemberChanged(a_member(one.name, microphone=False, paused=True, held_back=OWN))
        for one in (SAM, KEVIN)
    ]
    sent = SentBy(
        KEVIN.id, KEVIN.name, (Sent("chat", NOW - 9, NOW - 8, 2), Sent("microphone", NOW - 30, NOW - 16))
    )
    window.tell(
        LastMinute((sent,)),
        YouWereSuspended(ALL, everyone=True),
        *paused,
        OrderDone(number, ME, "suspend", (), NOW, True),
    )


def gone(window: Window, name: str) -> None:
    """Wait until a dialog is closed: on its way out it still takes clicks and keys."""
    until(lambda: not any(item.objectName() == name for item in window.items()))
    QTest.qWait(1)


def push(window: Window, name: str) -> None:
    """Press a button by keyboard: it may have just moved."""
    window.find(name).forceActiveFocus(Qt.FocusReason.TabFocusReason)
    window.press(Qt.Key.Key_Space)


def write_in_row(window: Window, name: str) -> None:
    """Press the button of a row by keyboard, wherever the panel is scrolled to."""
    row = window.find(name)
    button = next(item for item in _inside(row) if item.property("kind") is not None)
    button.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    window.press(Qt.Key.Key_Space)


def to_resume(window: Window) -> None:
    """From the dialog to the panel in which rights are given back."""
    window.click("giveBack")
    until(lambda: window.page().property("panel") == "resume")
    gone(window, "sentRow")


def menu_of(window: Window, name: str) -> None:
    if window.page().property("panel") != "people":
        window.press(Qt.Key.Key_P, CTRL)
    rows = [
        item
        for item in window.items()
        if item.property("name") == name and item.property("camOff") is not None
    ]
    window.click(rows[0])


# --- stop everything -------------------------------------------------------------------------------------


def test_stop_everything_and_undo_by_key(window: Window) -> None:
    as_host(window)
    stop(window)
    window.did(Suspend())
    everything_stops(window)
    until(lambda: window.sees("Everything has stopped"))
    window.press(Qt.Key.Key_F9)
    window.did(UndoOrder(7))
    window.tell(OrderUndone(7))
    until(lambda: window.sees("Undone. Nobody’s microphone, camera or share was opened."))


def test_the_key_works_while_one_writes(window: Window) -> None:
    as_host(window)
    window.press(Qt.Key.Key_T, CTRL)
    until(lambda: window.main.activeFocusItem().objectName() == "composer")
    window.write("Hel")
    stop(window)
    window.did(Suspend())
    assert window.find("composer").property("text") == "Hel"


def test_the_key_works_in_a_line_of_text(window: Window) -> None:
    as_host(window)
    window.press(Qt.Key.Key_P, CTRL)
    window.click("searchPeople")
    window.write("Sa")
    stop(window)
    window.did(Suspend())


def test_the_key_works_over_a_dialog_and_a_menu(window: Window) -> None:
    as_host(window)
    window.press(Qt.Key.Key_Q, CTRL | SHIFT)
    window.find("leave")
    stop(window)
    window.did(Suspend())
    window.press(Qt.Key.Key_Escape)
    gone(window, "leave")
    window.press(Qt.Key.Key_X, CTRL | SHIFT)
    window.find("lock")
    stop(window)
    until(lambda: window.done.count(Suspend()) == 2)


def test_the_key_works_from_the_admit_dialog(window: Window) -> None:
    as_host(window, guests=(a_guest("Lena Fischer"),))
    window.press(Qt.Key.Key_A, CTRL | SHIFT)
    until(lambda: window.admit.isVisible())
    window.admit.requestActivate()
    assert QTest.qWaitForWindowActive(window.admit)
    window.press(Qt.Key.Key_Backspace, CTRL | SHIFT, window.admit)
    window.did(Suspend())


def test_the_key_works_from_the_settings(window: Window) -> None:
    as_host(window)
    window.app.call.openSettings()
    until(lambda: window.app.call.page == "settings")
    stop(window)
    window.did(Suspend())
    everything_stops(window)
    until(lambda: window.sees("Undo"))


def test_a_hidden_window_needs_two_acts(window: Window) -> None:
    as_host(window)
    window.main.hide()
    window.main.show()
    window.main.requestActivate()
    assert QTest.qWaitForWindowActive(window.main)
    stop(window)
    window.did(Suspend())


def test_pressed_twice_it_is_one_order(window: Window) -> None:
    as_host(window)
    stop(window)
    everything_stops(window)
    stop(window)
    window.press(Qt.Key.Key_F9)
    window.did(UndoOrder(7))
    assert window.done.count(Suspend()) == 1


def test_a_member_has_no_such_key(window: Window) -> None:
    as_member(window)
    stop(window)
    window.press(Qt.Key.Key_D, CTRL)
    window.did(SetMicrophone(True))
    assert Suspend() not in window.done


def test_the_dialog_ticks_nobody_and_return_does_nothing(window: Window) -> None:
    as_host(window)
    line = ChatLine(by=KEVIN.id, name=KEVIN.name, text="sit down", at=NOW - 8.5, number=1)
    window.tell(line)
    stop(window)
    everything_stops(window)
    window.find("sentRow")
    assert window.sees("“sit down”")
    assert window.sees("Sent nothing")
    assert window.sees("Nobody is ticked")
    assert not window.find("removeTicked").isEnabled()
    assert not window.find("reportTicked").isEnabled()
    before = len(window.done)
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_Enter)
    assert len(window.done) == before
    assert window.find("sentRow")


def test_several_are_ticked_reported_and_removed(window: Window) -> None:
    as_host(window)
    stop(window)
    everything_stops(window)
    window.find("sentRow")
    rows = [item for item in window.items() if item.objectName() == "sentRow"]
    assert [row.property("name") for row in rows] == ["Joris de Vries", "Kevin B.", "Sam Okafor"]
    for row in rows[1:]:
        row.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        window.press(Qt.Key.Key_Space)
    push(window, "reportTicked")
    window.did(ReportPerson(SAM.id))
    assert ReportPerson(KEVIN.id) in window.done
    push(window, "removeTicked")
    assert Remove(KEVIN.id) not in window.done
    push(window, "removeSure")
    window.did(Remove(SAM.id))
    assert Remove(KEVIN.id) in window.done


def test_undo_lies_above_the_dialog(window: Window) -> None:
    as_host(window)
    stop(window)
    everything_stops(window)
    window.find("sentRow")
    window.click("undoOrder")
    window.did(UndoOrder(7))


def test_co_hosts_too_and_undo_takes_both_back(window: Window) -> None:
    as_host(window)
    stop(window)
    everything_stops(window)
    window.click("cohostsToo")
    window.did(Suspend(cohosts=True))
    window.tell(OrderDone(8, ME, "suspend", (), NOW, True))
    window.press(Qt.Key.Key_F9)
    window.did(UndoOrder(7))
    assert window.done.index(UndoOrder(8)) < window.done.index(UndoOrder(7))


# --- giving back ------------------------------------------------------------------------------------------


def test_rights_come_back_right_by_right(window: Window) -> None:
    as_host(window)
    everything_stops(window)
    to_resume(window)
    window.click("nextRight")
    window.did(Resume(None, frozenset({Right.SPEAK})))
    window.click("give-chat")
    window.did(Resume(None, frozenset({Right.CHAT})))
    left = OWN - {Right.SPEAK, Right.CHAT}
    window.tell(YouWereSuspended(Suspension(left, by=ME, since=NOW, order=7), everyone=True))
    until(lambda: window.sees("2 of 10 are back, for 2 people"))


def test_rights_come_back_person_by_person(window: Window) -> None:
    as_host(window)
    everything_stops(window)
    to_resume(window)
    window.click_text("By person")
    window.click("unfold-" + SAM.id)
    window.click("chip-video")
    window.did(Resume(SAM.id, frozenset({Right.VIDEO, Right.PICTURE})))
    window.click("all-" + KEVIN.id)
    window.did(Resume(KEVIN.id, OWN))


def test_everything_at_once_is_asked_twice(window: Window) -> None:
    as_host(window)
    everything_stops(window)
    to_resume(window)
    window.click("everything")
    assert Resume(None, OWN) not in window.done
    window.click("everythingSure")
    window.did(Resume(None, OWN))


# --- one member -------------------------------------------------------------------------------------------


def suspended_by_me(window: Window, number: int = 3) -> None:
    window.tell(
        MemberChanged(a_member("Kevin B.", suspended=True, held_back=OWN)),
        OrderDone(number, ME, "suspend", (KEVIN.id,), NOW, True),
    )


def test_suspending_acts_at_once_and_asks_afterwards(window: Window) -> None:
    as_host(window)
    menu_of(window, "Kevin B.")
    window.click("suspend")
    window.did(Suspend(KEVIN.id))
    suspended_by_me(window)
    window.find("afterSuspend")
    assert window.sees("Kevin B. is suspended")
    window.click("why")
    window.write("Too loud")
    window.click("hideName")
    window.click("receivesNothing")
    window.click("noteReport")
    window.click("saveReason")
    window.did(ReportPerson(KEVIN.id))
    assert ExplainSuspension(KEVIN.id, "Too loud", True, True) in window.done


def test_suspending_from_the_tile(window: Window) -> None:
    as_host(window)
    tile = next(
        item for item in window.items() if item.property("key") == SAM.id and item.property("suspendable")
    )
    tile.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    window.click("suspendFromTile")
    window.did(Suspend(SAM.id))


def test_after_an_undo_no_second_order_is_taken_back(window: Window) -> None:
    as_host(window)
    suspended_by_me(window)
    window.tell(OrderDone(4, ME, "mute", (SAM.id,), NOW, True))
    window.press(Qt.Key.Key_F9)
    window.did(UndoOrder(3))
    window.tell(OrderUndone(3))
    window.press(Qt.Key.Key_F9)
    assert UndoOrder(4) not in window.done


def test_a_tile_is_blank_while_video_is_kept_back_and_not_longer(window: Window) -> None:
    as_member(window)
    window.tell(MemberChanged(a_member("Sam Okafor", camera=True, suspended=True, held_back=OWN)))
    until(lambda: window.sees("Suspended"))
    window.tell(
        MemberChanged(a_member("Sam Okafor", camera=True, suspended=True, held_back=frozenset({Right.CHAT})))
    )
    until(lambda: not window.sees("Suspended"))


@pytest.mark.parametrize(
    ("entry", "order"),
    [
        ("askForCamera", AskForCamera(KEVIN.id)),
        ("spotlight", Spotlight(KEVIN.id)),
    ],
)
def test_more_orders_from_the_menu(window: Window, entry: str, order: object) -> None:
    as_host(window)
    menu_of(window, "Kevin B.")
    window.click(entry)
    window.did(order)  # type: ignore[arg-type]


def test_renaming_a_member(window: Window) -> None:
    as_host(window)
    menu_of(window, "Kevin B.")
    window.click("renameMember")
    until(lambda: window.main.activeFocusItem().objectName() == "givenName")
    window.write("Guest 4")
    window.press(Qt.Key.Key_Return)
    window.did(RenameMember(KEVIN.id, "Guest 4"))
    window.tell(MemberChanged(a_member("Guest 4", KEVIN.id, named_by_host=True)))
    until(lambda: window.sees("Named by the host"))


def test_rights_of_one_person(window: Window) -> None:
    as_host(window)
    menu_of(window, "Kevin B.")
    window.click("personRights")
    choice = window.find("right-speak")
    no = next(item for item in _inside(choice) if item.property("text") == "No")
    no.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    window.press(Qt.Key.Key_Space)
    window.did(SetRight(KEVIN.id, Right.SPEAK, False))
    window.tell(MemberChanged(a_member("Kevin B.", taken=frozenset({Right.SPEAK}))))
    until(
        lambda: any(
            item.objectName() == "right-speak" and item.property("current") == 2 for item in window.items()
        )
    )


def _inside(item: QQuickItem) -> list[QQuickItem]:
    found: list[QQuickItem] = []
    for child in item.childItems():
        found += [child, *_inside(child)]
    return found


def test_the_spotlit_member_is_larger_than_the_others(window: Window) -> None:
    as_member(window)
    window.tell(Spotlighted(SAM.id))
    tiles = [item for item in window.items() if item.property("hasPicture") is not None]
    big = max(tiles, key=lambda item: item.width())
    assert big.property("key") == SAM.id
    assert big.width() > 3 * min(item.width() for item in tiles)


# --- the shield -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("switch", "order"),
    [
        ("mayUnmute", ChangeRules(forbid=frozenset({Right.UNMUTE}))),
        ("mayVideo", ChangeRules(forbid=frozenset({Right.VIDEO}))),
        ("mayShare", ChangeRules(allow=frozenset({Right.SHARE}))),
        ("mayChatPrivately", ChangeRules(allow=frozenset({Right.CHAT_PRIVATELY}))),
        ("mayAnnotate", ChangeRules(allow=frozenset({Right.ANNOTATE}))),
        ("mayDraw", ChangeRules(allow=frozenset({Right.WHITEBOARD}))),
        ("mayRename", ChangeRules(allow=frozenset({Right.RENAME}))),
        ("mayReact", ChangeRules(forbid=frozenset({Right.REACT}))),
        ("mayRaiseHand", ChangeRules(forbid=frozenset({Right.RAISE_HAND}))),
        ("mayRecord", ChangeRules(allow=frozenset({Right.RECORD}))),
        ("mayInvite", ChangeRules(allow=frozenset({Right.INVITE}))),
        ("openLink", ChangeRules(open_link=False)),
        ("hideStrangers", ChangeRules(pictures_hidden=False)),
        ("hidePictures", ChangeRules(forbid=frozenset({Right.PICTURE}))),
        ("lowerAllHands", LowerHand(None)),
        ("muteAll", MuteAll(may_unmute=True)),
    ],
)
def test_each_switch_of_the_security_menu(window: Window, switch: str, order: object) -> None:
    as_host(window)
    window.press(Qt.Key.Key_X, CTRL | SHIFT)
    window.click(switch)
    window.did(order)  # type: ignore[arg-type]


def test_muting_all_without_a_way_back(window: Window) -> None:
    as_host(window)
    window.press(Qt.Key.Key_X, CTRL | SHIFT)
    window.click("muteAllMayUnmute")
    window.click("muteAll")
    window.did(MuteAll(may_unmute=False))


def test_presets(window: Window) -> None:
    as_host(window)
    window.press(Qt.Key.Key_X, CTRL | SHIFT)
    window.click_text("Class")
    window.did(UsePreset(Preset.CLASS))
    window.tell(RulesChanged(PRESETS[Preset.CLASS]))
    assert window.find("presets").property("current") == 1
    assert window.find("mayUnmute").property("on") is False


def test_after_a_removal_the_link_is_opened_again_in_a_click(window: Window) -> None:
    as_host(window, rules=Rules(open_link=False, guarded=True))
    window.click_text("Open the link again")
    window.did(ChangeRules(open_link=True))


def test_hands_stand_in_order_and_are_numbered(window: Window) -> None:
    as_host(window)
    window.tell(
        MemberChanged(a_member("Kevin B.", hand_since=20.0)),
        MemberChanged(a_member("Sam Okafor", hand_since=10.0)),
    )
    window.press(Qt.Key.Key_P, CTRL)
    rows = [
        (item.property("name"), item.property("turn"))
        for item in window.items()
        if item.property("camOff") is not None and item.property("turn") is not None
    ]
    until(lambda: len(rows) == 4)
    assert rows[1:3] == [("Sam Okafor", 1), ("Kevin B.", 2)]


# --- those concerned ---------------------------------------------------------------------------------------


def test_a_suspended_member_reads_who_and_why_and_appeals_once(window: Window) -> None:
    as_member(window)
    mine = Suspension(OWN, by=HOST.id, since=NOW, reason="Too loud", order=5)
    window.tell(
        YouWereSuspended(mine), MemberChanged(a_member("Amira Haddad", ME, suspended=True, held_back=OWN))
    )
    window.find("ownSuspension")
    assert window.sees("Too loud")
    assert window.sees(f"Hanna Host, host, at {time.strftime('%H:%M', time.localtime(NOW))}")
    window.click("appeal")
    window.write("It was a joke")
    window.press(Qt.Key.Key_Tab)
    window.press(Qt.Key.Key_Space)
    window.did(Appeal(5, "It was a joke"))
    window.tell(AppealTaken(5))
    until(lambda: window.sees("Your appeal is with the host."))
    assert not any(item.objectName() == "sendAppeal" for item in window.items())
    window.click("leaveSuspended")
    window.find("leave")
    window.press(Qt.Key.Key_Escape)
    window.tell(YouWereSuspended(None), MemberChanged(a_member("Amira Haddad", ME)))
    until(lambda: window.page().property("panel") == "")
    assert SetMicrophone(True) not in window.done


def test_a_paused_member_is_not_accused_and_can_call_report_and_appeal(window: Window) -> None:
    as_member(window)
    window.tell(
        YouWereSuspended(ALL, everyone=True),
        MemberChanged(a_member("Amira Haddad", ME, paused=True, held_back=OWN)),
    )
    window.find("pausedPanel")
    assert window.sees("The host paused the meeting for everyone. Nobody is accused.")
    window.click_text("Call")
    window.did(CallHost())
    write_in_row(window, "appealRow")
    window.find("appeal").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    window.write("No")
    window.press(Qt.Key.Key_Tab)
    window.press(Qt.Key.Key_Space)
    window.did(Appeal(7, "No"))
    window.press(Qt.Key.Key_R, CTRL | SHIFT)
    window.find("reportable")
    sam = next(item for item in window.items() if item.property("radio") and item.property("key") == SAM.id)
    sam.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    window.press(Qt.Key.Key_Space)
    push(window, "noteReportNow")
    window.did(ReportPerson(SAM.id))


def test_a_removed_person_has_one_report_and_one_appeal(window: Window) -> None:
    as_member(window)
    window.tell(RemovedFromMeeting("host", "Too loud", 9, may_report=True, may_appeal=True))
    until(lambda: window.sees("You were removed from this meeting"))
    assert window.sees("Too loud")
    window.click("appeal")
    window.write("Ask Sam")
    window.click("sendAppeal")
    window.did(Appeal(9, "Ask Sam"))
    window.tell(AppealTaken(9))
    until(lambda: window.sees("Your appeal is with the host."))
    window.click("reportRemoved")
    window.did(ReportPerson(None))
    until(lambda: window.sees("The host’s record notes that you report something."))
    window.tell(Disconnected("removed"))
    until(lambda: window.app.call.page == "goodbye")


def test_consent_is_asked_and_nothing_opens_by_itself(window: Window) -> None:
    as_member(window)
    window.tell(AskedForCamera(HOST.id))
    until(lambda: window.sees("Hanna Host asks for your camera."))
    window.click("notNow")
    until(lambda: not window.sees("Hanna Host asks for your camera."))
    window.tell(AskedToUnmute(HOST.id), AskedForCamera(HOST.id))
    assert not [one for one in window.done if isinstance(one, SetCamera | SetMicrophone)]


# --- calling, protecting oneself ---------------------------------------------------------------------------


def test_a_call_opens_a_silent_panel_beside_the_stage(window: Window) -> None:
    as_host(window)
    before = window.main.activeFocusItem()
    window.tell(ChatLine(by=KEVIN.id, name=KEVIN.name, text="x", at=NOW, number=1))
    window.tell(HostCalled(SAM.id, NOW))
    window.find("calls")
    assert window.main.activeFocusItem() == before
    names = {item.property("name") for item in window.items() if item.objectName() == "sender"}
    assert names == {"Kevin B."}
    window.click_text("Suspend")
    window.did(Suspend(KEVIN.id))
    window.click("seeIt")
    until(lambda: window.sees("Nobody calls you now."))


def test_an_appeal_is_folded_until_it_is_opened(window: Window) -> None:
    as_host(window)
    window.tell(AppealMade(KEVIN.id, "Kevin B.", 5, "It was a joke", NOW))
    window.click_text("Look")
    window.find("readAppeal")
    assert not window.sees("It was a joke")
    window.click("readAppeal")
    until(lambda: window.sees("It was a joke"))


def test_a_member_calls_once_a_minute(window: Window) -> None:
    as_member(window)
    window.press(Qt.Key.Key_C, CTRL | SHIFT)
    window.did(CallHost())
    window.press(Qt.Key.Key_C, CTRL | SHIFT)
    window.press(Qt.Key.Key_D, CTRL)
    window.did(SetMicrophone(True))
    assert window.done.count(CallHost()) == 1


def test_one_key_hides_and_silences_everything_also_while_writing(window: Window) -> None:
    as_member(window)
    window.press(Qt.Key.Key_T, CTRL)
    until(lambda: window.main.activeFocusItem().objectName() == "composer")
    window.press(Qt.Key.Key_H, CTRL | SHIFT)
    window.did(Silence(SAM.id, True))
    assert Silence(HOST.id, True) in window.done
    until(lambda: window.sees("Hidden by you"))
    window.tell(MemberJoined(KEVIN))
    window.did(Silence(KEVIN.id, True))
    window.press(Qt.Key.Key_H, CTRL | SHIFT)
    window.did(Silence(KEVIN.id, False))
    until(lambda: not window.sees("Hidden by you"))


def test_hiding_one_person_hides_their_words_and_tells_nobody(window: Window) -> None:
    as_member(window)
    window.tell(ChatLine(by=SAM.id, name=SAM.name, text="Hello", at=NOW, number=1))
    menu_of(window, "Sam Okafor")
    window.click("hide")
    window.press(Qt.Key.Key_T, CTRL)
    until(lambda: window.sees("Hidden by you"))
    assert not window.sees("Hello")
    assert window.done == []


def test_refusing_private_chat(window: Window) -> None:
    as_member(window)
    window.click("more")
    window.click("refusePrivate")
    window.did(RefusePrivateChat(True))


# --- words ---------------------------------------------------------------------------------------------------


def test_the_words_of_a_suspended_member_are_gone_until_the_host_shows_them(window: Window) -> None:
    as_host(window)
    window.tell(ChatLine(by=KEVIN.id, name=KEVIN.name, text="your street", at=NOW - 60, number=1))
    window.press(Qt.Key.Key_T, CTRL)
    until(lambda: window.sees("your street"))
    hidden = Hidden(NOW - 600, NOW)
    window.tell(MemberChanged(a_member("Kevin B.", suspended=True, held_back=OWN, hidden=hidden)))
    until(lambda: window.sees("Hidden with the suspension"))
    assert not window.sees("your street")
    window.click("showMessage")
    window.did(ShowMessages(KEVIN.id))
    window.tell(MemberChanged(a_member("Kevin B.", suspended=True, held_back=OWN)))
    until(lambda: window.sees("your street"))


def test_a_message_is_deleted_by_its_author_or_the_host(window: Window) -> None:
    as_host(window)
    window.tell(ChatLine(by=KEVIN.id, name=KEVIN.name, text="your street", at=NOW, number=4))
    window.press(Qt.Key.Key_T, CTRL)
    window.find("deleteMessage").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    window.press(Qt.Key.Key_Return)
    window.did(DeleteMessage(4))
    window.tell(MessageDeleted(4, by_host=True))
    until(lambda: window.sees("Deleted by the host"))
    assert not window.sees("your street")


def test_a_member_deletes_only_their_own(window: Window) -> None:
    as_member(window)
    window.tell(ChatLine(by=SAM.id, name=SAM.name, text="Hello", at=NOW, number=1))
    window.press(Qt.Key.Key_T, CTRL)
    until(lambda: window.sees("Hello"))
    assert not any(item.objectName() == "deleteMessage" and item.isVisible() for item in window.items())


def test_removing_says_why_and_from_where(window: Window) -> None:
    as_host(window)
    menu_of(window, "Kevin B.")
    window.click("remove")
    window.click("removeWhy")
    window.write("Enough")
    window.click("everywhere")
    window.click("removeForGood")
    window.did(Remove(KEVIN.id, "Enough", True))
