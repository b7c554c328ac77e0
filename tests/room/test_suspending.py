"""Suspension of one and of all, and what is given back."""

from __future__ import annotations

import pytest

from peer.room.cards import Hidden, MemberView, Sent, SentBy
from peer.room.effects import CloseGates, DisconnectMedia, OpenGates, PassOn, Record, Tell
from peer.room.notices import (
    Admitted,
    LastMinute,
    MemberChanged,
    OrderDone,
    YouWereSuspended,
)
from peer.room.requests import (
    Admit,
    Appoint,
    ChangeRules,
    ExplainSuspension,
    HandOver,
    Leave,
    Mute,
    Resume,
    SetCamera,
    SetMicrophone,
    SetRight,
    ShowMessages,
    Suspend,
)
from peer.room.rights import DELEGATED, OWN, effective
from peer.room.values import RefusalCode, Right
from tests.room.builder import Room, a_hosted_meeting, knock

TALK = frozenset({Right.SPEAK, Right.UNMUTE})


def a_class() -> Room:
    return (
        a_hosted_meeting()
        .with_cohost("Carl")
        .with_member("Bo", "Ines", "Lena")
        .talking("hanna", "carl", "bo", "ines", "lena")
    )


def view(room: Room, who: str, to: str = "hanna") -> MemberView:
    return next(one.member for one in room.heard(to, MemberChanged) if one.member.id == who)


def test_everybody_is_told_what_to_blank_and_hide() -> None:
    room = a_class().asks("hanna", Suspend("lena"))
    shown = view(room, "lena", "bo")
    assert (shown.suspended, shown.paused) == (True, False)
    assert shown.held_back >= {Right.SPEAK, Right.VIDEO, Right.SHARE, Right.CHAT}
    assert shown.hidden == Hidden(room.now - 600, room.now)
    assert not shown.picture
    room.asks("hanna", ShowMessages("lena"))
    assert view(room, "lena", "bo").hidden is None
    before = room.meeting
    assert room.asks("hanna", ShowMessages("lena")).meeting is before


def test_suspend_all_pauses_everybody_but_host_cohosts_and_an_interpreter() -> None:
    room = a_class().asks("hanna", Suspend(exempt=("ines", "nobody")))
    assert {effect.person for effect in room.all(CloseGates)} == {"bo", "lena"}
    assert (view(room, "bo").paused, view(room, "bo").suspended) == (True, False)
    assert not room.heard("ines", YouWereSuspended)
    assert room.heard("bo", YouWereSuspended)[0].everyone
    assert room.asks("ines", SetCamera(False)).asks("ines", SetCamera(True)).refused is None
    assert room.meeting.hidden.keys() == {b"identity of bo", b"identity of lena"}
    room.asks("hanna", ShowMessages())
    assert room.meeting.hidden == {}


def test_cohosts_too() -> None:
    room = a_class().asks("carl", Suspend(cohosts=True))
    assert room.refused is None
    assert room.meeting.members["carl"].on
    room = a_class().asks("hanna", Suspend(cohosts=True))
    assert not room.meeting.members["carl"].on
    assert room.asks("carl", Mute("bo")).refused is RefusalCode.SUSPENDED
    assert effective(room.meeting, room.meeting.members["hanna"]) == frozenset(Right)
    room.asks("hanna", Resume("carl", DELEGATED))
    assert room.asks("carl", Mute("bo")).refused is None
    room = a_class().with_cohost("Dora")
    assert room.asks("carl", Suspend(cohosts=True)).refused is RefusalCode.NOT_ALLOWED
    room.asks("hanna", SetRight("carl", Right.ORDER_COHOSTS, True))
    room.asks("carl", Suspend(cohosts=True))
    assert (room.meeting.members["carl"].on == frozenset()) is False
    assert room.asks("dora", Mute("bo")).refused is RefusalCode.SUSPENDED


def test_the_chair_is_spared() -> None:
    room = a_class().asks("hanna", HandOver("carl")).asks("hanna", Suspend(cohosts=True))
    assert room.meeting.members["carl"].on


def test_rights_come_back_right_by_right_to_all() -> None:
    room = a_class().asks("hanna", Suspend()).asks("hanna", Resume(None, TALK))
    assert not room.all(OpenGates)
    assert room.asks("bo", SetMicrophone(True)).all(OpenGates)
    assert room.asks("bo", SetCamera(True)).refused is RefusalCode.SUSPENDED
    before = room.meeting
    assert room.asks("hanna", Resume(None, TALK)).meeting is before
    room.asks("hanna", Resume(None, OWN))
    assert room.meeting.all_suspended is None
    assert room.heard("bo", YouWereSuspended) == [YouWereSuspended(None, everyone=True)]


def test_rights_come_back_person_by_person() -> None:
    room = a_class().asks("hanna", Suspend()).asks("hanna", Resume("bo", TALK))
    told = room.heard("bo", YouWereSuspended)[0]
    assert told.everyone
    assert told.suspension is not None
    assert not told.suspension.rights & TALK
    assert not room.heard("lena", YouWereSuspended)
    assert view(room, "bo").held_back == OWN - TALK
    assert room.asks("bo", SetMicrophone(True)).refused is None
    assert room.asks("lena", SetMicrophone(True)).refused is RefusalCode.SUSPENDED
    room.asks("hanna", Resume("bo", OWN))
    assert room.heard("bo", YouWereSuspended) == [YouWereSuspended(None, everyone=True)]
    assert not view(room, "bo").paused
    before = room.meeting
    assert room.asks("hanna", Resume("bo", OWN)).meeting is before


def test_a_second_suspension_of_all_takes_again_what_one_had_back() -> None:
    room = a_class().asks("hanna", Suspend()).asks("hanna", Resume("bo", OWN)).asks("hanna", Suspend())
    assert room.asks("bo", SetMicrophone(True)).refused is RefusalCode.SUSPENDED


def test_what_took_a_right_does_not_matter_to_who_gives_it_back() -> None:
    room = a_class().asks("hanna", Suspend("bo")).asks("hanna", Suspend())
    room.asks("hanna", Resume("bo", TALK))
    assert room.asks("bo", SetMicrophone(True)).refused is None
    assert room.asks("bo", SetCamera(True)).refused is RefusalCode.SUSPENDED
    room.asks("hanna", Resume("bo", OWN))
    assert room.meeting.suspensions == {}


@pytest.mark.parametrize("name", ["Bo", "Somebody"])
def test_neither_rejoining_nor_a_new_name_nor_a_second_device_gives_anything_back(name: str) -> None:
    room = a_class().asks("hanna", Suspend("bo")).asks("hanna", Suspend()).asks("bo", Leave())
    room.asks("hanna", ChangeRules(locked=False)).happens(knock("Bo", "bo2", name=name))
    room.asks("hanna", Admit("bo2"))
    welcome = room.heard("bo2", Admitted)[0]
    assert welcome.suspension is not None
    assert welcome.all_suspended is not None
    assert room.asks("bo2", SetMicrophone(True)).refused is RefusalCode.SUSPENDED
    room.happens(knock("Bo", "bo3", name=name)).asks("hanna", Admit("bo3"))
    assert room.asks("bo3", SetMicrophone(True)).refused is RefusalCode.SUSPENDED


def test_reason_name_and_what_they_receive_are_said_afterwards() -> None:
    room = (
        a_class()
        .asks("hanna", Suspend("lena"))
        .asks("hanna", ExplainSuspension("lena", "shouting", True, True))
    )
    told = room.heard("lena", YouWereSuspended)[0].suspension
    assert told is not None
    assert (told.reason, told.order) == ("shouting", room.meeting.orders)
    assert view(room, "lena", "bo").name == ""
    assert room.all(DisconnectMedia) == [DisconnectMedia("lena")]
    assert room.all(Record)[0].texts == {"reason": "shouting"}
    assert not room.heard("hanna", OrderDone)
    before = room.meeting
    assert room.asks("hanna", ExplainSuspension("lena", "shouting", True, True)).meeting is before
    assert room.asks("hanna", ExplainSuspension("bo")).refused is RefusalCode.TOO_LATE
    assert room.asks("hanna", ExplainSuspension()).refused is RefusalCode.TOO_LATE
    room.asks("hanna", Suspend()).asks("hanna", ExplainSuspension(reason="noise"))
    assert room.heard("bo", YouWereSuspended)[0].suspension.reason == "noise"  # type: ignore[union-attr]
    before = room.meeting
    assert room.asks("hanna", ExplainSuspension(reason="noise")).meeting is before


def test_the_hosts_are_told_what_each_sent_in_the_last_minute() -> None:
    room = a_class().after(30).says("bo").says("bo", "host").after(1).says("bo", kind="reaction")
    room.asks("lena", SetMicrophone(False)).after(5).says("hanna").asks("ines", Leave()).after(1)
    room.asks("carl", Suspend())
    [told] = room.heard("hanna", LastMinute)
    assert [one.name for one in told.people] == ["Bo", "Carl", "Ines", "Lena"]
    bo = told.people[0]
    assert Sent("chat", 1030.0, 1030.0, 2) in bo.sent
    assert Sent("reaction", 1031.0, 1031.0) in bo.sent
    assert Sent("microphone", 1000.0, room.now) in bo.sent
    assert told.people[2].present is False
    assert Sent("microphone", 1000.0, 1031.0) in told.people[3].sent
    assert [effect.to for effect in room.all(Tell) if isinstance(effect.notice, LastMinute)] == [
        ("hanna", "carl")
    ]
    assert isinstance(bo, SentBy)
    quiet = room.after(61).asks("hanna", Suspend()).heard("hanna", LastMinute)[0]
    assert [one.name for one in quiet.people] == ["Carl"]


def test_nobody_told_is_nobody_told() -> None:
    room = a_class().asks("hanna", Appoint("bo", True)).asks("hanna", SetRight("carl", Right.ADMIT, False))
    room.asks("hanna", Leave()).asks("bo", Leave()).asks("carl", Suspend())
    assert not room.heard("carl", LastMinute)
    assert room.meeting.all_suspended is not None


def test_of_a_suspended_member_nothing_reaches_anybody() -> None:
    room = a_class().asks("hanna", Suspend("lena"))
    for kind in ("chat", "name", "picture", "reaction"):
        assert room.says("lena", kind=kind).all(PassOn) == []
    assert not room.asks("lena", SetMicrophone(True)).all(OpenGates)
