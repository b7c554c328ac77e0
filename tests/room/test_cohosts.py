"""Co-hosts, the chair, and the rights of one person."""

from __future__ import annotations

import pytest

from peer.room.effects import MakePersonalInvite, TellInvites, TellOpenLink
from peer.room.notices import MemberChanged, RulesChanged
from peer.room.requests import (
    Admit,
    Appoint,
    ChangeRules,
    End,
    HandOver,
    Leave,
    ListInvites,
    MakeInvite,
    Mute,
    Remove,
    SetMicrophone,
    SetRight,
    ShowLink,
    Suspend,
    Unban,
)
from peer.room.rights import effective
from peer.room.values import RefusalCode, Right, Role
from tests.room.builder import Room, a_hosted_meeting, knock


def a_board() -> Room:
    return a_hosted_meeting().with_cohost("Carl").with_cohost("Dora").with_member("Bo")


def test_a_right_is_given_to_one_person_whatever_the_rules_say() -> None:
    room = a_board().asks("carl", SetRight("bo", Right.RENAME, True))
    assert room.heard("bo", MemberChanged)[0].member.given == {Right.RENAME}
    assert room.says("bo", text="Robert", kind="name").refused is None
    before = room.meeting
    assert room.asks("carl", SetRight("bo", Right.RENAME, True)).meeting is before
    room.asks("carl", SetRight("bo", Right.RENAME))
    assert room.meeting.exceptions == {}
    assert room.says("bo", text="Bob", kind="name").refused is RefusalCode.NOT_ALLOWED


def test_a_right_is_taken_from_one_person_and_stays_so_over_rules_and_rejoining() -> None:
    room = a_board().talking("bo").asks("carl", SetRight("bo", Right.SPEAK, False))
    assert room.heard("hanna", MemberChanged)[0].member.taken == {Right.SPEAK}
    assert not room.heard("hanna", MemberChanged)[0].member.microphone
    room.asks("hanna", ChangeRules(allow=frozenset({Right.SPEAK})))
    assert not room.heard("bo", RulesChanged)
    room.asks("bo", Leave()).happens(knock("Bo", "bo2")).asks("hanna", Admit("bo2"))
    assert room.asks("bo2", SetMicrophone(True)).refused is RefusalCode.NOT_ALLOWED
    room.asks("carl", SetRight("bo2", Right.SPEAK, True))
    assert room.asks("bo2", SetMicrophone(True)).refused is None


@pytest.mark.parametrize("right", [Right.LEAVE, Right.APPEAL, Right.APPOINT, Right.END, Right.HAND_OVER])
def test_some_rights_are_nobodys_to_give_or_take(right: Right) -> None:
    assert a_board().asks("hanna", SetRight("carl", right, True)).refused is RefusalCode.MALFORMED


def test_a_host_s_right_goes_to_cohosts_alone_and_by_the_host() -> None:
    room = a_board()
    assert room.asks("hanna", SetRight("bo", Right.REMOVE, True)).refused is RefusalCode.NOT_ALLOWED
    assert room.asks("carl", SetRight("bo", Right.UNBAN, True)).refused is RefusalCode.NOT_ALLOWED
    assert room.asks("hanna", SetRight("carl", Right.REMOVE, False)).refused is None
    assert room.asks("carl", Remove("bo")).refused is RefusalCode.NOT_ALLOWED


def test_what_a_cohost_may_only_where_the_host_gave_it() -> None:
    room = a_board()
    orders = {
        Right.INVITES: (MakeInvite("Noor"), ListInvites()),
        Right.ORDER_COHOSTS: (Mute("dora"), Suspend("dora"), Remove("dora")),
    }
    for right, asked in orders.items():
        for order in asked:
            assert room.asks("carl", order).refused is RefusalCode.NOT_ALLOWED
        room.asks("hanna", SetRight("carl", right, True))
        for order in asked:
            assert room.asks("carl", order).refused is None, order
    room.asks("carl", Remove("bo"))
    assert room.asks("carl", Unban("bo")).refused is RefusalCode.NOT_ALLOWED
    room.asks("hanna", SetRight("carl", Right.UNBAN, True))
    assert room.asks("carl", Unban("bo")).refused is None
    assert room.asks("carl", Remove("hanna")).refused is RefusalCode.HOST_IS_UNTOUCHABLE


def test_what_was_given_goes_with_the_role() -> None:
    room = a_board()
    for right in (Right.UNBAN, Right.SHARE):
        room.asks("hanna", SetRight("carl", right, True))
    room.asks("hanna", Appoint("carl", False)).asks("hanna", Appoint("carl", True))
    rights = effective(room.meeting, room.meeting.members["carl"])
    assert Right.UNBAN not in rights
    assert room.meeting.exceptions[b"identity of carl"].given == {Right.SHARE}


def test_an_order_of_who_is_cohost_no_more_fails_at_once() -> None:
    room = a_board().asks("hanna", Appoint("carl", False))
    assert room.asks("carl", Mute("bo")).refused is RefusalCode.NOT_ALLOWED


def test_the_chair_decides_until_the_host_takes_it_back() -> None:
    room = a_board().asks("hanna", HandOver("carl"))
    assert room.heard("bo", MemberChanged)[0].member.role is Role.CHAIR
    room.asks("hanna", Leave())
    assert room.asks("carl", Appoint("bo", True)).refused is None
    assert room.asks("carl", Mute("dora")).refused is None
    assert room.asks("carl", HandOver("dora")).refused is RefusalCode.NOT_ALLOWED
    room.happens(knock("Hanna", "hanna2"))
    assert room.asks("carl", Mute("hanna2")).refused is RefusalCode.HOST_IS_UNTOUCHABLE
    assert room.asks("dora", Mute("carl")).refused is RefusalCode.NOT_ALLOWED
    room.asks("hanna2", HandOver())
    assert room.meeting.members["carl"].role is Role.COHOST
    assert room.asks("carl", End()).refused is RefusalCode.NOT_ALLOWED
    before = room.meeting
    assert room.asks("hanna2", HandOver()).meeting is before
    assert room.asks("hanna2", HandOver("carl")).asks("carl", End()).meeting.is_over


def test_there_is_one_chair_and_a_member_does_not_get_it() -> None:
    room = a_board().asks("hanna", HandOver("carl")).asks("hanna", HandOver("dora"))
    assert [one.role for one in room.meeting.members.values()].count(Role.CHAIR) == 1
    assert room.meeting.members["dora"].role is Role.CHAIR
    before = room.meeting
    assert room.asks("hanna", HandOver("dora")).meeting is before
    assert room.asks("hanna", HandOver("bo")).refused is RefusalCode.NOT_ALLOWED
    assert room.asks("hanna", Appoint("dora", True)).meeting.members["dora"].role is Role.COHOST


def test_links_are_told_to_those_who_may_invite() -> None:
    room = a_board()
    assert room.asks("bo", ShowLink()).refused is RefusalCode.NOT_ALLOWED
    assert room.asks("carl", ShowLink()).all(TellOpenLink) == [TellOpenLink("carl")]
    assert room.asks("hanna", ListInvites()).all(TellInvites) == [TellInvites("hanna")]
    assert room.asks("hanna", MakeInvite("Noor")).all(MakePersonalInvite)
