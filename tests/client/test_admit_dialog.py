"""The admit dialog: in front without the keyboard, deaf for half a second, and never an admission by accident."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from peer.commands import Chat, ChatLine
from peer.room.notices import (
    GuestArrived,
    GuestChanged,
    GuestLeft,
    Invites,
    InviteView,
    MemberJoined,
    NotAdmitted,
    Strangers,
    YouWereSuspended,
)
from peer.room.requests import (
    Admit,
    AdmitAll,
    ChangeRules,
    Decline,
    ListInvites,
    MuteGuest,
    ReportPerson,
    SetBypass,
)
from peer.room.values import InviteKind, InviteRef, Refusal, RefusalCode, Right, Role, Suspension

from .acting import HELD, Window, a_guest, a_member, admitted, until

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LENA = a_guest("Lena Fischer", 120, known=True)
TOMAS = a_guest("Tomás Rey", 60)
KEVIN = a_guest("Kevin B.", 48, looks_like="Joris de Vries", verdict=HELD)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    made = Window(tmp_path)
    made.enter(admitted(a_member("Joris de Vries")))
    yield made
    made.close()


def knock(window: Window, *guests: object) -> None:
    window.tell(*[GuestArrived(guest) for guest in guests])  # type: ignore[arg-type]
    until(window.admit.isVisible)


def ready(window: Window) -> None:
    until(lambda: window.admit.property("ready") is True)


def choose(window: Window, name: str) -> None:
    window.click_text(name, window.admit)
    until(lambda: window.sees(f"{name} wants to come in", window.admit))


def test_a_knock_shows_the_dialog_without_taking_the_keyboard(window: Window) -> None:
    window.press(Qt.Key.Key_T, CTRL)
    until(lambda: window.main.activeFocusItem().objectName() == "composer")
    knock(window, LENA)
    assert window.main.isActive()
    window.write("still here")
    assert window.find("composer").property("text") == "still here"
    assert window.sees("Lena Fischer wants to come in", window.admit)


def test_for_half_a_second_it_hears_nothing(window: Window) -> None:
    knock(window, LENA)
    assert window.admit.property("ready") is False
    window.click("admitOne", window.admit)
    window.press(Qt.Key.Key_Return, window=window.admit)
    ready(window)
    assert not window.done
    window.click("admitOne", window.admit)
    window.did(Admit(LENA.id))


def test_the_next_guest_does_not_get_the_second_click(window: Window) -> None:
    knock(window, LENA, TOMAS)
    ready(window)
    choose(window, "Lena Fischer")
    window.click("admitOne", window.admit)
    window.did(Admit(LENA.id))
    window.tell(GuestLeft(LENA.id, "admitted"))
    until(lambda: window.sees("Tomás Rey wants to come in", window.admit))
    window.click("admitOne", window.admit)
    ready(window)
    assert [done for done in window.done if isinstance(done, Admit)] == [Admit(LENA.id)]


def test_enter_never_admits_a_guest_with_a_warning(window: Window) -> None:
    knock(window, KEVIN)
    ready(window)
    window.admit.requestActivate()
    assert QTest.qWaitForWindowActive(window.admit)
    button = window.find("admitOne", window.admit)
    button.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    window.press(Qt.Key.Key_Return, window=window.admit)
    window.press(Qt.Key.Key_Enter, window=window.admit)
    QTest.qWait(1)
    assert not window.done
    assert button.property("kind") == "secondary"
    window.press(Qt.Key.Key_Space, window=window.admit)
    window.did(Admit(KEVIN.id))


def test_enter_admits_a_guest_without_one(window: Window) -> None:
    knock(window, LENA)
    window.press(Qt.Key.Key_A, CTRL | SHIFT)
    assert QTest.qWaitForWindowActive(window.admit)
    ready(window)
    until(lambda: window.admit.activeFocusItem() is not None)
    window.press(Qt.Key.Key_Return, window=window.admit)
    window.did(Admit(LENA.id))


def test_admit_all_is_there_from_two_and_never_takes_a_guest_with_a_warning(window: Window) -> None:
    knock(window, LENA, KEVIN)
    ready(window)
    assert not any(item.objectName() == "admitAll" for item in window.items(window.admit))
    window.tell(GuestArrived(TOMAS))
    ready(window)
    assert window.sees("Guests with a warning are admitted one at a time.", window.admit)
    window.click("admitAll", window.admit)
    window.did(AdmitAll((LENA.id, TOMAS.id)))


def test_warnings_come_first_and_say_why(window: Window) -> None:
    knock(window, KEVIN)
    assert window.sees("2 warnings", window.admit)
    assert window.sees("Can be taken for Joris de Vries, who is in the meeting", window.admit)
    order = [item.property("label") for item in window.items(window.admit) if item.property("label")]
    assert order.index("Name") < order.index("Geofence") < order.index("Invite")


def test_a_warning_that_comes_later_is_seen_at_once(window: Window) -> None:
    knock(window, LENA)
    window.tell(GuestChanged(a_guest("Lena Fischer", 120, known=True, verdict=HELD)))
    until(lambda: window.sees("1 warning", window.admit))


def test_declining_writing_and_reading(window: Window) -> None:
    knock(window, TOMAS)
    ready(window)
    window.tell(
        ChatLine(by=TOMAS.id, name="Tomás Rey", text="Please let me in", at=0.0, number=1, talk=TOMAS.id)
    )
    until(lambda: window.sees("“Please let me in”", window.admit))
    window.admit.requestActivate()
    assert QTest.qWaitForWindowActive(window.admit)
    window.click("message", window.admit)
    window.find("messageToGuest", window.admit)
    window.write("One moment", window.admit)
    window.press(Qt.Key.Key_Return, window=window.admit)
    window.did(Chat("One moment", TOMAS.id))
    window.click("decline", window.admit)
    window.did(Decline(TOMAS.id, ""))


def test_it_is_not_raised_while_everything_is_stopped(window: Window) -> None:
    window.tell(MemberJoined(a_member("Sam", paused=True)))
    window.tell(YouWereSuspended(Suspension(frozenset(Right), by="me", since=0.0), everyone=True))
    window.tell(GuestArrived(LENA))
    until(lambda: window.find("participants").property("badge") == 1)
    assert not window.admit.isVisible()


def test_it_goes_when_nobody_waits(window: Window) -> None:
    knock(window, LENA)
    window.tell(GuestLeft(LENA.id, "left"))
    until(lambda: not window.admit.isVisible())


def test_a_plain_member_never_sees_the_door(tmp_path: Path) -> None:
    plain = Window(tmp_path / "plain")
    try:
        plain.enter(admitted(role=Role.MEMBER))
        plain.tell(GuestArrived(LENA))
        assert not plain.admit.isVisible()
        assert plain.find("participants").property("badge") == 0
    finally:
        plain.close()


def test_it_rings_once_for_many_who_come_together(window: Window) -> None:
    knock(window, LENA, TOMAS, KEVIN)
    assert window.app.doorbell.rung == 1


def test_a_narrow_window_shows_one_guest_and_a_pager(tmp_path: Path) -> None:
    small = Window(tmp_path / "small", (640, 480))
    try:
        small.enter(admitted(guests=(LENA, TOMAS, KEVIN)))
        small.press(Qt.Key.Key_A, CTRL | SHIFT)
        until(small.admit.isVisible)
        assert QTest.qWaitForWindowActive(small.admit)
        ready(small)
        assert not any(item.objectName() == "queue" for item in small.items(small.admit))
        assert small.sees("1 of 3", small.admit)
        small.press(Qt.Key.Key_Right, window=small.admit)
        until(lambda: small.sees("2 of 3", small.admit))
        small.click("nextGuest", small.admit)
        until(lambda: small.sees("Kevin B. wants to come in", small.admit))
        assert small.admit.width() <= 640
        assert small.admit.height() <= 480
    finally:
        small.close()


def test_who_was_left_out_of_admit_all_is_said(window: Window) -> None:
    window.tell(NotAdmitted((KEVIN.id,), Refusal(RefusalCode.FULL)))
    assert window.find("toast").property("text")


def test_the_risk_card_says_each_warning(window: Window) -> None:
    mallory = a_guest(
        "Mallory",
        earlier_removals=2,
        new_after_removal=True,
        same_network=True,
        already_inside=True,
        invite_of_another=True,
        invite=InviteRef(7, InviteKind.PERSONAL, "Lena"),
    )
    knock(window, mallory)
    window.did(ListInvites())
    window.tell(Invites((InviteView(mallory.invite, 3, None, 1, 3, False),)))
    for fact in (
        "Removed 2 times",
        "New, after a removal",
        "Same network as a person who was removed",
        "Someone with the same key is in the meeting",
        "Somebody else came in by this personal invite first",
        "Whoever holds this link can use it. Used by 3 people.",
        "5 warnings",
    ):
        assert window.sees(fact, window.admit), fact


def test_who_is_known_stands_before_strangers(window: Window) -> None:
    eve = a_guest("Eve", 500, stranger=True)
    knock(window, eve, TOMAS, LENA)
    rows = [window.app.door.keyAt(row) for row in range(3)]
    assert rows == [LENA.id, TOMAS.id, eve.id]


def test_declining_with_last_words_muting_and_reporting(window: Window) -> None:
    knock(window, TOMAS)
    ready(window)
    window.click("moreOnGuest", window.admit)
    window.click("muteGuest", window.admit)
    window.did(MuteGuest(TOMAS.id, True))
    window.tell(GuestChanged(a_guest("Tomás Rey", 60, muted=True)))
    until(lambda: window.sees("Muted", window.admit))
    window.click("moreOnGuest", window.admit)
    window.click("withoutWait", window.admit)
    window.did(SetBypass(True, person=TOMAS.id))
    window.click("moreOnGuest", window.admit)
    window.click("reportGuest", window.admit)
    window.did(ReportPerson(TOMAS.id))
    window.admit.requestActivate()
    assert QTest.qWaitForWindowActive(window.admit)
    window.click("moreOnGuest", window.admit)
    window.click("declineWithMessage", window.admit)
    window.find("messageToGuest", window.admit)
    window.write("Tomorrow at ten", window.admit)
    window.press(Qt.Key.Key_Return, window=window.admit)
    window.did(Decline(TOMAS.id, "Tomorrow at ten"))


def test_knocks_that_come_together_are_said_together(window: Window) -> None:
    said: list[str] = []
    window.app.door.announced.connect(said.append)
    window.tell(*[GuestArrived(a_guest(f"G{number:03}")) for number in range(15)])
    assert said == ["G000 is at the door"]
    until(lambda: len(said) == 2, 12)
    assert said[1] == "G001 and 13 more are at the door"


def test_a_crowd_of_strangers_is_one_line_with_one_button(window: Window) -> None:
    window.tell(Strangers(100, 212), GuestArrived(LENA), GuestArrived(TOMAS), GuestArrived(KEVIN))
    until(window.admit.isVisible)
    ready(window)
    assert window.sees("212 strangers by the open link", window.admit)
    assert window.sees("At the door · 103", window.admit)
    window.click("admitKnown", window.admit)
    window.did(AdmitAll((LENA.id, TOMAS.id)))
    window.click("closeLink", window.admit)
    window.did(ChangeRules(open_link=False))
    window.click_text("Look", window.admit)
    until(lambda: window.sees("Kevin B. wants to come in", window.admit))
    window.click("backToCrowd", window.admit)
    until(lambda: window.sees("Known, or with a personal invite", window.admit))
    window.tell(Strangers(0, 0))
    until(lambda: window.sees("Guests with a warning are admitted one at a time.", window.admit))


def test_two_hundred_guests_stay_usable(window: Window) -> None:
    everyone = [a_guest(f"G{number:03}") for number in range(200)]
    window.tell(*[GuestArrived(guest) for guest in everyone])
    ready(window)
    assert window.app.door.count == 200
    made = [item for item in window.items(window.admit) if item.property("warnings") is not None]
    assert len(made) < 40
    window.click("admitAll", window.admit)
    window.did(AdmitAll(tuple(guest.id for guest in everyone)))


def test_who_was_left_for_lack_of_room_is_named(window: Window) -> None:
    told: list[str] = []
    window.app.door.told.connect(told.append)
    knock(window, LENA, TOMAS)
    window.tell(NotAdmitted((LENA.id, TOMAS.id), Refusal(RefusalCode.FULL)))
    assert told[0].startswith("Lena Fischer and 1 more were left at the door.")
