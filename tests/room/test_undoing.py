"""Undoing: what is restored, what is not, and who may."""

from __future__ import annotations

import pytest

from peer.room.effects import OpenGates, Record, Unban
from peer.room.notices import MemberLeft, OrderDone, OrderUndone, RulesChanged, YouWerePutBack
from peer.room.requests import (
    Admit,
    AnyRequest,
    Appoint,
    ChangeRules,
    Decline,
    ExplainSuspension,
    HandOver,
    Leave,
    Mute,
    MuteAll,
    Remove,
    RenameMember,
    Resume,
    SetBypass,
    SetMicrophone,
    SetRight,
    Spotlight,
    Suspend,
    Undo,
    UndoOrder,
)
from peer.room.rights import OWN
from peer.room.undoing import DONE_LIMIT
from peer.room.values import RefusalCode, Right, Role
from tests.room.builder import Room, a_hosted_meeting, knock


def a_board() -> Room:
    return a_hosted_meeting().with_cohost("Carl").with_cohost("Dora").with_member("Bo", "Lena").talking("bo")


def kept(room: Room) -> tuple[object, ...]:
    """All of the meeting that orders change and that can be put back."""
    meeting = room.meeting
    return (
        meeting.rules,
        meeting.suspensions,
        meeting.all_suspended,
        meeting.given_back,
        meeting.hidden,
        meeting.exceptions,
        meeting.named,
        meeting.removed,
        meeting.declined,
        meeting.bypass_people,
        meeting.bypass_invites,
        meeting.spotlight,
        {id_: member.role for id_, member in meeting.members.items() if id_ != "lena"},
    )


@pytest.mark.parametrize(
    "order",
    [
        Suspend("bo"),
        Suspend(),
        Suspend(cohosts=True),
        ChangeRules(locked=True, allow=frozenset({Right.SHARE}), forbid=frozenset({Right.SPEAK})),
        MuteAll(may_unmute=False),
        SetRight("bo", Right.SPEAK, False),
        RenameMember("bo", "Robert"),
        Spotlight("bo"),
        Appoint("bo", True),
        Remove("lena", everywhere=True),
        Decline("gus"),
        SetBypass(True, "bo"),
        SetBypass(True, invite=7),
        HandOver("carl"),
    ],
)
def test_the_last_order_is_undone_within_ten_seconds_and_opens_nothing(order: AnyRequest) -> None:
    room = a_board().with_guest("Gus")
    before = kept(room)
    room.asks("hanna", order)
    done = room.heard("hanna", OrderDone)[0]
    assert done.can_undo
    assert kept(room) != before
    room.after(10).asks("hanna", Undo())
    assert room.heard("hanna", OrderUndone) == [OrderUndone(done.number)]
    assert kept(room) == before
    assert not room.all(OpenGates)
    assert room.all(Record)[0].what == "undo"
    assert room.asks("hanna", Undo()).refused is RefusalCode.TOO_LATE


def test_after_ten_seconds_it_is_too_late_but_not_by_its_number() -> None:
    room = a_board().asks("hanna", Suspend("bo"))
    number = room.heard("hanna", OrderDone)[0].number
    assert room.after(11).asks("hanna", Undo()).refused is RefusalCode.TOO_LATE
    assert room.asks("hanna", UndoOrder(number)).meeting.suspensions == {}
    assert room.asks("hanna", UndoOrder(number)).refused is RefusalCode.TOO_LATE
    assert room.asks("hanna", UndoOrder(999)).refused is RefusalCode.TOO_LATE


def test_one_undoes_one_s_own_last_order() -> None:
    room = a_board().asks("carl", Suspend("bo")).asks("hanna", ChangeRules(locked=True))
    assert room.asks("dora", Undo()).refused is RefusalCode.TOO_LATE
    room.asks("carl", Undo())
    assert room.meeting.suspensions == {}
    assert room.meeting.rules.locked


def test_a_mute_is_not_undone() -> None:
    room = a_board().asks("hanna", Mute("bo"))
    assert room.heard("hanna", OrderDone)[0].can_undo is False
    assert room.after(11).asks("hanna", Undo()).refused is RefusalCode.TOO_LATE


def test_a_suspension_that_was_explained_is_still_that_suspension() -> None:
    room = a_board().asks("hanna", Suspend("bo")).asks("hanna", ExplainSuspension("bo", "noise"))
    assert room.asks("hanna", Undo()).meeting.suspensions == {}
    room.asks("hanna", Suspend()).asks("hanna", Resume(None, frozenset({Right.CHAT})))
    number = room.meeting.orders - 1
    assert room.asks("hanna", UndoOrder(number)).meeting.all_suspended is None


def test_what_a_later_order_changed_stays() -> None:
    room = a_board().asks("carl", Suspend("bo")).asks("hanna", Suspend("bo", "again"))
    room.asks("hanna", UndoOrder(room.meeting.orders - 1))
    assert room.meeting.suspensions[b"identity of bo"].reason == "again"
    room.asks("carl", ChangeRules(forbid=frozenset({Right.CHAT}), locked=True))
    number = room.meeting.orders
    room.asks("hanna", ChangeRules(allow=frozenset({Right.CHAT}), locked=False))
    room.asks("hanna", ChangeRules(locked=True)).asks("hanna", ChangeRules(locked=False))
    room.asks("hanna", UndoOrder(number))
    assert Right.CHAT in room.meeting.rules.allowed
    assert not room.meeting.rules.locked
    assert not room.heard("bo", RulesChanged)
    room.asks("hanna", Appoint("bo", True)).asks("hanna", Appoint("bo", False))
    assert room.asks("hanna", UndoOrder(room.meeting.orders - 1)).meeting.members["bo"].role is Role.MEMBER
    room.asks("hanna", Spotlight("bo")).asks("hanna", Spotlight("lena"))
    assert room.asks("hanna", UndoOrder(room.meeting.orders - 1)).meeting.spotlight == "lena"


def test_who_came_in_by_an_order_waits_again_when_it_is_undone() -> None:
    room = a_board().with_guest("Max", "Noor").asks("carl", Admit("max"))
    number = room.meeting.orders
    room.asks("hanna", UndoOrder(number))
    assert room.heard("max", YouWerePutBack)
    assert room.heard("bo", MemberLeft) == [MemberLeft("max", "put_back")]
    room.asks("carl", Admit("noor")).asks("hanna", Appoint("noor", True))
    room.asks("hanna", UndoOrder(room.meeting.orders - 1))
    assert "noor" in room.meeting.members
    room.asks("carl", Admit("max")).asks("max", Leave()).asks("hanna", UndoOrder(room.meeting.orders))
    assert "max" not in room.meeting.members


def test_a_removal_that_is_undone_lets_the_person_knock_again() -> None:
    room = a_board().asks("carl", Remove("bo", everywhere=True))
    room.happens(knock("Bo", "bo2")).asks("hanna", UndoOrder(room.meeting.orders))
    assert room.all(Unban)
    assert room.meeting.last_words == {}
    assert room.happens(knock("Bo", "bo3")).meeting.guests.keys() == {"bo3"}


def test_who_may_undo_whose_order() -> None:
    room = a_board().asks("hanna", ChangeRules(locked=True)).asks("carl", Suspend("bo"))
    own, cohosts = room.meeting.orders - 1, room.meeting.orders
    assert room.asks("dora", UndoOrder(cohosts)).refused is RefusalCode.NOT_ALLOWED
    room.asks("hanna", SetRight("dora", Right.ORDER_COHOSTS, True))
    assert room.asks("dora", UndoOrder(own)).refused is RefusalCode.NOT_ALLOWED
    assert room.asks("dora", UndoOrder(cohosts)).refused is None
    room.asks("hanna", HandOver("carl"))
    assert room.asks("carl", UndoOrder(own)).refused is None


def test_a_cohost_s_own_order_is_free_for_ten_seconds_and_a_removal_needs_unban_then() -> None:
    room = a_board().asks("carl", Remove("bo"))
    number = room.meeting.orders
    assert room.after(11).asks("carl", UndoOrder(number)).refused is RefusalCode.NOT_ALLOWED
    room.asks("hanna", SetRight("carl", Right.ORDER_COHOSTS, True))
    assert room.asks("carl", UndoOrder(number)).refused is RefusalCode.NOT_ALLOWED
    room.asks("hanna", SetRight("carl", Right.UNBAN, True))
    assert room.asks("carl", UndoOrder(number)).refused is None
    room.asks("carl", Remove("lena"))
    assert room.asks("carl", UndoOrder(room.meeting.orders)).refused is None


def test_a_right_that_was_lost_undoes_nothing() -> None:
    room = (
        a_board().asks("hanna", HandOver("carl")).asks("carl", Appoint("bo", True)).asks("hanna", HandOver())
    )
    assert room.asks("carl", Undo()).refused is RefusalCode.NOT_ALLOWED


def test_the_chair_is_never_given_by_undoing() -> None:
    room = a_board().asks("hanna", HandOver("carl")).asks("hanna", HandOver()).asks("hanna", HandOver("dora"))
    room.asks("hanna", UndoOrder(room.meeting.orders - 1))
    assert [one.role for one in room.meeting.members.values()].count(Role.CHAIR) == 1


def test_the_console_undoes_too_and_only_so_many_orders_are_remembered() -> None:
    room = a_board().with_console().asks("console", Suspend("bo")).asks("console", Undo())
    assert room.meeting.suspensions == {}
    for number in range(DONE_LIMIT + 5):
        room.asks("console", ChangeRules(locked=number % 2 == 0))
    assert len(room.meeting.done) == DONE_LIMIT


def test_undoing_a_suspension_gives_the_right_back_and_nothing_more() -> None:
    room = a_board().asks("hanna", Suspend("bo")).asks("hanna", Undo())
    assert room.meeting.members["bo"].on == frozenset()
    assert room.asks("bo", SetMicrophone(True)).all(OpenGates)
    assert OWN
