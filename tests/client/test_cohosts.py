"""Co-hosts, and those who were removed: appointed, given rights one by one, undone, let back in; by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from peer.room.notices import (
    Bypasses,
    BypassView,
    MemberChanged,
    OrderDone,
    OrderUndone,
    Removals,
    RemovalView,
)
from peer.room.requests import Appoint, HandOver, RefuseDevice, SetBypass, SetRight, Unban, UndoOrder
from peer.room.values import Right, Role

from .acting import Window, a_member, admitted, until

JORIS = a_member("Joris de Vries", role=Role.COHOST)
SAM = a_member("Sam Okafor")


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    made = Window(tmp_path)
    made.enter(admitted(JORIS, SAM))
    yield made
    made.close()


def look_at_cohosts(window: Window, person: str = "") -> None:
    window.page().coHostsAsked.emit(person)  # type: ignore[attr-defined]
    until(lambda: window.sees("Joris de Vries may"))


def test_a_right_is_given_and_taken_with_a_click(window: Window) -> None:
    look_at_cohosts(window)
    window.click("power_unban")
    window.did(SetRight(JORIS.id, Right.UNBAN, True))
    window.tell(MemberChanged(a_member("Joris de Vries", role=Role.COHOST, given=frozenset({Right.UNBAN}))))
    until(lambda: window.sees("Co-host · 1 right more"))
    window.click("power_unban")
    window.did(SetRight(JORIS.id, Right.UNBAN, None))
    window.click("power_remove")
    window.did(SetRight(JORIS.id, Right.REMOVE, False))


def test_somebody_becomes_cohost_and_is_one_no_longer(window: Window) -> None:
    look_at_cohosts(window)
    window.click("addCohost")
    window.click(f"appoint_{SAM.id}")
    window.did(Appoint(SAM.id, True))
    window.tell(MemberChanged(a_member("Sam Okafor", role=Role.COHOST)))
    until(lambda: window.sees("Sam Okafor may"))
    window.click("dismiss")
    window.did(Appoint(SAM.id, False))


def test_the_chair_is_handed_over_only_after_a_question_and_taken_back_at_once(window: Window) -> None:
    look_at_cohosts(window, JORIS.id)
    window.click("chair")
    assert HandOver(JORIS.id) not in window.done
    window.click("handOver")
    window.did(HandOver(JORIS.id))
    window.tell(MemberChanged(a_member("Joris de Vries", role=Role.CHAIR)))
    until(lambda: window.sees("Take the chair back"))
    until(lambda: not any(item.objectName() == "handOver" for item in window.items()))
    window.click("chair")
    window.did(HandOver())


def test_what_a_cohost_did_is_undone_in_a_click(window: Window) -> None:
    window.tell(OrderDone(number=4, by=JORIS.id, what="suspend", about=(SAM.id,), at=0.0, can_undo=True))
    look_at_cohosts(window, JORIS.id)
    until(lambda: window.sees("Suspended Sam Okafor"))
    window.click("undo4")
    window.did(UndoOrder(4))
    window.tell(OrderUndone(4))
    until(lambda: not any(item.objectName() == "undo4" for item in window.items()))


def test_who_was_removed_is_listed_with_their_attempts_and_can_come_back(window: Window) -> None:
    kevin = RemovalView("kevin000", "Kevin B.", 0.0, "Shouted", True, False, 3, "kev_b", 5.0)
    window.tell(Removals((kevin,)), Bypasses((BypassView(SAM.id, "Sam Okafor"),), ()))
    window.app.call.openOrders()
    window.click_text("Removed · 1")
    until(lambda: window.sees("Refused 3 times since, last as “kev_b”"))
    window.click("lost_kevin000")
    window.did(RefuseDevice("kevin000"))
    window.click("unban_kevin000")
    window.did(Unban("kevin000"))
    window.click(f"wait_{SAM.id}")
    window.did(SetBypass(False, person=SAM.id))
    window.click("backToMeeting")
    until(lambda: window.app.call.page == "meeting")
