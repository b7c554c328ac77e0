"""Bypass lists, personal invites and warnings: who comes in without a host's look, and who never does."""

from __future__ import annotations

import pytest

from peer.room.effects import BindInvite, MakePersonalInvite
from peer.room.events import LineSilent
from peer.room.notices import Bypasses, BypassView, GuestArrived, GuestChanged, NotAdmitted
from peer.room.requests import (
    Admit,
    AdmitAll,
    Appoint,
    ChangeRules,
    HandOver,
    MakeInvite,
    MuteGuest,
    PutBack,
    Remove,
    SetBypass,
)
from peer.room.values import RefusalCode, Role, Rules
from tests.room.builder import OPEN, PERSONAL, VPN, Room, a_hosted_meeting, a_meeting, knock


def card(room: Room) -> object:
    return room.heard("hanna", GuestArrived)[0].guest


def test_a_person_on_the_bypass_list_does_not_wait() -> None:
    room = a_hosted_meeting().with_member("Lena").asks("hanna", SetBypass(True, person="lena"))
    assert room.heard("hanna", Bypasses) == [Bypasses((BypassView("lena", "Lena"),), ())]
    again = room.with_console().heard("console", Bypasses)
    assert again == [Bypasses((BypassView("lena", "Lena"),), ())]
    room.happens(LineSilent("lena")).happens(knock("Lena", "lena2"))
    assert "lena2" in room.meeting.members
    room.asks("hanna", SetBypass(False, person="lena"))
    assert room.meeting.bypass_people == {}
    before = room.meeting
    assert room.asks("hanna", SetBypass(False, person="lena")).meeting is before


def test_who_comes_with_a_bypassed_invite_does_not_wait_but_nobody_else_by_it() -> None:
    room = a_hosted_meeting().asks("hanna", SetBypass(True, invite=7)).with_guest("Lena", invite=PERSONAL)
    assert "lena" in room.meeting.members
    assert room.all(BindInvite) == [BindInvite(7, b"identity of lena")]
    room.with_guest("Eve", invite=PERSONAL)
    assert room.heard("hanna", GuestArrived)[0].guest.invite_of_another
    assert room.heard("hanna", GuestArrived)[0].guest.flagged
    assert room.asks("hanna", SetBypass(False, invite=7)).meeting.bypass_invites == frozenset()


def test_an_invite_belongs_to_who_was_admitted_with_it_first() -> None:
    room = a_hosted_meeting().with_guest("Eve", "Lena", invite=PERSONAL).asks("hanna", Admit("lena"))
    assert room.heard("hanna", GuestChanged)[0].guest.invite_of_another
    room.asks("hanna", Admit("eve"))
    assert room.meeting.bound == {7: b"identity of lena"}


def test_of_two_with_one_invite_admit_all_takes_one() -> None:
    room = a_hosted_meeting().with_guest("Eve", "Lena", invite=PERSONAL)
    room.asks("hanna", AdmitAll(("eve", "lena")))
    assert room.heard("hanna", NotAdmitted)[0].refusal.code is RefusalCode.HAS_WARNING
    assert room.heard("hanna", NotAdmitted)[0].guests == ("lena",)


@pytest.mark.parametrize(
    "facts", [{"verdict": VPN}, {"name": "Hannа"}, {"earlier_removals": 1}, {"same_network": True}]
)
def test_a_bypass_lets_nobody_in_with_a_warning(facts: dict[str, object]) -> None:
    room = a_hosted_meeting().asks("hanna", SetBypass(True, invite=7))
    room.with_guest("Lena", invite=PERSONAL, **facts)
    assert room.heard("hanna", GuestArrived)[0].guest.flagged
    assert "lena" in room.meeting.guests


def test_without_anybody_who_admits_or_room_a_bypass_waits() -> None:
    room = a_hosted_meeting(Rules(member_limit=1)).asks("hanna", SetBypass(True, invite=7))
    assert "lena" in room.with_guest("Lena", invite=PERSONAL).meeting.guests
    room = a_hosted_meeting().asks("hanna", SetBypass(True, invite=7)).happens(LineSilent("hanna"))
    assert "lena" in room.with_guest("Lena", invite=PERSONAL).meeting.guests


def test_a_bypass_is_of_a_person_or_an_invite() -> None:
    room = a_hosted_meeting().with_member("Lena")
    for wrong in (SetBypass(True), SetBypass(True, "lena", 7)):
        assert room.asks("hanna", wrong).refused is RefusalCode.MALFORMED
    assert room.asks("hanna", SetBypass(True, "nobody")).refused is RefusalCode.NO_SUCH_PERSON
    for number in range(200):
        room.asks("hanna", SetBypass(True, invite=number))
    assert room.asks("hanna", SetBypass(True, invite=200)).refused is RefusalCode.BUSY


def test_after_a_removal_who_was_never_met_waits_with_a_warning_whatever_opens_the_door() -> None:
    room = (
        a_hosted_meeting(Rules(waiting_room=False)).with_member("Bo").asks("hanna", SetBypass(True, invite=7))
    )
    room.with_guest("Old").asks("hanna", PutBack("old")).asks("hanna", Remove("bo"))
    assert room.meeting.rules.guarded
    assert not room.heard("hanna", GuestChanged)
    for guest, invite in (("Lena", OPEN), ("Noor", PERSONAL)):
        room.with_guest(guest, invite=invite)
        assert room.heard("hanna", GuestArrived)[0].guest.new_after_removal
    room.asks("hanna", AdmitAll(("lena", "noor", "old")))
    assert list(room.meeting.members) == ["hanna", "old"]
    assert "max" in room.with_guest("Max", known=True).meeting.members
    room.asks("hanna", ChangeRules(open_link=True))
    assert not room.meeting.rules.guarded
    assert {one.guest.id for one in room.heard("hanna", GuestChanged)} == {"lena", "noor"}
    assert "zoe" in room.with_guest("Zoe").meeting.members


@pytest.mark.parametrize("role", [Role.COHOST, Role.CHAIR])
def test_a_cohost_who_comes_back_without_a_ticket_does_not_wait(role: Role) -> None:
    room = a_hosted_meeting().with_cohost("Carl")
    if role is Role.CHAIR:
        room.asks("hanna", HandOver("carl"))
    room.happens(LineSilent("carl", closed=True)).happens(knock("Carl", "carl2"))
    assert room.meeting.members["carl2"].role is role
    assert "carl" not in room.meeting.members


def test_a_second_line_of_a_cohost_waits_and_cuts_nothing() -> None:
    room = a_hosted_meeting().with_cohost("Carl").happens(knock("Carl", "carl2"))
    assert room.heard("hanna", GuestArrived)[0].guest.already_inside
    assert "carl" in room.meeting.members
    room.happens(LineSilent("carl")).happens(knock("Carl", "carl3", verdict=VPN))
    assert "carl3" in room.meeting.guests
    room = a_hosted_meeting().with_cohost("Carl").asks("hanna", Appoint("carl", False))
    assert "carl2" in room.happens(LineSilent("carl")).happens(knock("Carl", "carl2")).meeting.guests


def test_a_muted_guest_writes_to_nobody_also_over_a_new_line() -> None:
    room = a_hosted_meeting().with_guest("Lena").asks("hanna", MuteGuest("lena"))
    assert room.heard("hanna", GuestChanged)[0].guest.muted
    assert room.says("lena", "host").refused is RefusalCode.NOT_ALLOWED
    before = room.meeting
    assert room.asks("hanna", MuteGuest("lena")).meeting is before
    room.happens(knock("Lena", "lena2"))
    assert room.says("lena2", "host").refused is RefusalCode.NOT_ALLOWED
    room.asks("hanna", MuteGuest("lena2", False))
    assert room.says("lena2", "host").refused is None


def test_a_guest_s_line_is_short() -> None:
    room = a_hosted_meeting().with_guest("Lena")
    assert room.says("lena", "host", "x" * 501).refused is RefusalCode.OVERSIZED
    assert room.says("lena", "host", "x" * 500).refused is None


def test_an_invite_with_an_end() -> None:
    room = a_meeting().with_console().asks("console", MakeInvite("Lena", 2, 5000.0))
    assert room.all(MakePersonalInvite) == [MakePersonalInvite("console", "Lena", 2, 5000.0)]
