"""Who comes in."""

from __future__ import annotations

import time

import pytest

from peer.room.effects import CloseLink, ConnectMedia, DisconnectMedia, Record, Remember, SaveState, Welcome
from peer.room.events import LineSilent
from peer.room.notices import (
    Admitted,
    Declined,
    GuestArrived,
    GuestChanged,
    GuestLeft,
    Held,
    MemberJoined,
    MemberLeft,
    NotAdmitted,
    RemovedFromMeeting,
    WaitingRoom,
    YouWerePutBack,
)
from peer.room.requests import Admit, AdmitAll, Appoint, Decline, Leave, PutBack, Remove, Suspend
from peer.room.values import RefusalCode, Role, Rules
from tests.room.builder import TOR, VPN, a_hosted_meeting, a_meeting, identity_of, knock


def test_a_guest_waits_and_the_host_is_told() -> None:
    room = a_hosted_meeting().with_guest("Lena")
    assert room.heard("hanna", GuestArrived)[0].guest.name == "Lena"
    assert room.told("lena") == [WaitingRoom("Tuesday group", "We meet every week", 0, True)]
    assert not room.all(ConnectMedia)


def test_a_guest_who_is_admitted_is_a_member_and_everybody_knows() -> None:
    room = a_hosted_meeting().with_member("Bo").with_guest("Lena").asks("hanna", Admit("lena"))
    welcome = room.heard("lena", Admitted)[0]
    assert {member.name for member in welcome.members} == {"Hanna", "Bo", "Lena"}
    assert welcome.guests == ()
    assert room.heard("bo", MemberJoined)[0].member.name == "Lena"
    assert room.heard("hanna", GuestLeft) == [GuestLeft("lena", "admitted")]
    assert room.all(Remember) == [Remember(identity_of("Lena"))]
    assert room.all(ConnectMedia) == [ConnectMedia("lena")]
    assert not room.heard("lena", MemberJoined)
    kinds = [type(effect) for effect in room.effects]
    assert kinds.index(SaveState) < kinds.index(Welcome) < kinds.index(ConnectMedia)


def test_the_queue_moves_up() -> None:
    room = a_hosted_meeting().with_guest("Lena", "Max").asks("hanna", Admit("lena"))
    assert room.told("max") == [WaitingRoom("Tuesday group", "We meet every week", 0, True)]


def test_without_host_guests_are_told_and_nobody_is_admitted() -> None:
    room = a_meeting().with_guest("Lena")
    assert room.heard("lena", WaitingRoom)[0].host_present is False
    room.with_host()
    room = a_hosted_meeting().with_guest("Lena").happens(LineSilent("hanna"))
    assert room.heard("lena", WaitingRoom)[0].host_present is False
    for order in (Admit("lena"), AdmitAll(("lena",))):
        assert room.asks("hanna", order).refused is RefusalCode.NO_HOST_PRESENT


def test_a_cohost_keeps_the_door_when_the_host_has_left() -> None:
    room = a_hosted_meeting().with_cohost("Carl").with_guest("Lena").asks("hanna", Leave())
    assert not room.heard("lena", WaitingRoom)
    assert "lena" in room.asks("carl", Admit("lena")).meeting.members


def test_who_becomes_cohost_is_told_who_waits() -> None:
    room = a_hosted_meeting().with_member("Carl").with_guest("Lena").asks("hanna", Appoint("carl", True))
    assert room.heard("carl", GuestArrived)[0].guest.id == "lena"
    assert not room.heard("hanna", GuestArrived)


def test_the_host_never_waits_even_in_a_locked_full_meeting() -> None:
    room = a_meeting(Rules(locked=True, member_limit=0)).with_host()
    assert room.meeting.members["hanna"].role is Role.HOST


def test_the_hosts_newer_link_is_the_hosts() -> None:
    room = a_hosted_meeting().with_member("Bo")
    room.happens(knock("Hanna", "hanna2"))
    assert [member.role for member in room.meeting.members.values()] == [Role.MEMBER, Role.HOST]
    assert room.heard("bo", MemberLeft) == [MemberLeft("hanna", "lost")]
    assert room.all(CloseLink)[0].person == "hanna"
    assert room.all(DisconnectMedia) == [DisconnectMedia("hanna")]


def test_who_is_host_is_host_on_every_link() -> None:
    room = a_hosted_meeting().happens(knock("Hanna", "hanna2", is_host=False, verdict=VPN))
    assert list(room.meeting.members) == ["hanna2"]
    room.happens(knock("Ina", is_host=True)).happens(knock("Ina", "ina2"))
    assert list(room.meeting.members) == ["hanna2", "ina2"]
    assert {member.role for member in room.meeting.members.values()} == {Role.HOST}


def test_a_second_link_of_somebody_inside_waits_flagged_and_cuts_nothing() -> None:
    room = a_hosted_meeting().with_member("Lena").happens(knock("Lena", "lena2", name="Another"))
    card = room.heard("hanna", GuestArrived)[0].guest
    assert card.already_inside
    assert card.flagged
    assert "lena" in room.meeting.members
    assert not room.all(CloseLink)
    room.asks("hanna", AdmitAll(("lena2",)))
    assert room.heard("hanna", NotAdmitted)[0].refusal.code is RefusalCode.HAS_WARNING
    assert {"lena", "lena2"} <= room.asks("hanna", Admit("lena2")).meeting.members.keys()


def test_a_newcomer_takes_over_the_kept_place_of_the_same_identity() -> None:
    room = a_hosted_meeting().with_member("Lena").happens(LineSilent("lena")).happens(knock("Lena", "lena2"))
    room.asks("hanna", Admit("lena2"))
    assert "lena" not in room.meeting.members
    assert room.heard("hanna", MemberLeft) == [MemberLeft("lena", "lost")]


def test_who_knocks_twice_waits_once() -> None:
    room = a_hosted_meeting().with_guest("Lena").happens(knock("Lena", "lena2"))
    assert list(room.meeting.guests) == ["lena2"]
    assert room.heard("hanna", GuestLeft) == [GuestLeft("lena", "lost")]
    assert room.all(CloseLink)[0].refusal.code is RefusalCode.LINK_REPLACED  # type: ignore[union-attr]


def test_a_taken_person_id_is_the_shells_mistake() -> None:
    room = a_hosted_meeting().with_guest("Lena")
    with pytest.raises(ValueError, match="lena"):
        room.happens(knock("Max", "lena"))


def test_a_name_that_cannot_be_one_is_refused() -> None:
    room = a_hosted_meeting().happens(knock("Lena", name="\u202eanel"))
    assert room.refused is RefusalCode.MALFORMED


def test_a_locked_meeting_refuses_those_who_knock() -> None:
    room = a_hosted_meeting(Rules(locked=True))
    before = room.meeting
    room.with_guest("Lena")
    assert room.meeting is before
    assert room.refused is RefusalCode.LOCKED
    assert room.all(CloseLink)[0].person == "lena"


def test_a_full_meeting_admits_nobody() -> None:
    room = a_hosted_meeting(Rules(member_limit=2)).with_member("Bo").with_guest("Lena")
    assert room.asks("hanna", Admit("lena")).refused is RefusalCode.FULL
    assert room.all(Record)[0].refusal is not None


def test_a_full_waiting_room_takes_nobody_but_those_who_knock_again() -> None:
    room = a_hosted_meeting(Rules(guest_limit=1)).with_guest("Lena", "Max")
    assert room.refused is RefusalCode.WAITING_ROOM_FULL
    assert room.happens(knock("Lena", "lena2")).refused is None


def test_admit_all_admits_those_seen_up_to_the_limit() -> None:
    room = a_hosted_meeting(Rules(member_limit=3)).with_guest("Lena", "Max", "Noor").with_guest("Hannа")
    room.asks("hanna", AdmitAll(("lena", "gone", "max", "hannа", "noor", "lena")))
    assert list(room.meeting.members) == ["hanna", "lena", "max"]
    left = {one.refusal.code: one.guests for one in room.heard("hanna", NotAdmitted)}
    assert left == {
        RefusalCode.NOT_WAITING: ("gone",),
        RefusalCode.HAS_WARNING: ("hannа",),
        RefusalCode.FULL: ("noor",),
    }


def test_a_name_like_a_members_is_flagged_and_no_longer_when_they_left() -> None:
    room = a_hosted_meeting().with_member("Lena").with_guest("LENΑ")
    assert room.heard("hanna", GuestArrived)[0].guest.looks_like == "Lena"
    room.asks("lena", Leave())
    assert not room.heard("hanna", GuestChanged)[0].guest.flagged


def test_with_the_waiting_room_off_guests_come_in_at_once() -> None:
    room = a_hosted_meeting(Rules(waiting_room=False, member_limit=3)).with_guest("Lena")
    assert room.meeting.members["lena"].role is Role.MEMBER
    assert not room.heard("hanna", GuestArrived)
    room.with_guest("lena ").with_guest("Max")
    assert list(room.meeting.guests) == ["lena "]
    assert list(room.with_guest("Noor").meeting.guests) == ["lena ", "noor"]


def test_with_the_waiting_room_off_and_no_host_guests_wait() -> None:
    room = a_meeting(Rules(waiting_room=False)).with_guest("Lena")
    assert "lena" in room.meeting.guests


def test_who_is_declined_may_knock_again_after_one_and_five_minutes_and_then_not() -> None:
    room = a_hosted_meeting().with_guest("Lena").asks("hanna", Decline("lena", "not today"))
    assert room.heard("lena", Declined) == [Declined("not today")]
    assert room.heard("hanna", GuestLeft) == [GuestLeft("lena", "declined")]
    assert room.all(CloseLink)[0].person == "lena"
    assert room.after(59).with_guest("Lena").refused is RefusalCode.NOT_YET
    assert room.refusal is not None
    assert room.refusal.parameters == {"seconds": 2}
    room.after(1).with_guest("Lena").asks("hanna", Decline("lena"))
    assert room.after(299).with_guest("Lena").refused is RefusalCode.NOT_YET
    room.after(1).with_guest("Lena").asks("hanna", Decline("lena"))
    assert room.after(1e6).with_guest("Lena").refused is RefusalCode.DECLINED


def test_a_clock_set_back_keeps_nobody_out_longer_than_the_pause() -> None:
    room = a_hosted_meeting().with_guest("Lena").asks("hanna", Decline("lena")).after(-10_000)
    room.with_guest("Lena")
    assert room.refusal is not None
    assert room.refusal.parameters == {"seconds": 61}


def test_admission_forgets_that_somebody_was_declined() -> None:
    room = a_hosted_meeting().with_guest("Lena").asks("hanna", Decline("lena")).after(60).with_member("Lena")
    assert room.meeting.declined == {}


def test_who_was_removed_is_refused() -> None:
    room = a_hosted_meeting().with_member("Lena").asks("hanna", Remove("lena"))
    room.happens(knock("Lena", "lena2", name="Another"))
    assert room.heard("lena2", RemovedFromMeeting)
    assert not room.meeting.guests


def test_a_member_can_be_put_back() -> None:
    room = a_hosted_meeting().with_member("Bo", "Lena").with_guest("Max").talking("lena")
    room.asks("hanna", PutBack("lena"))
    assert room.told("lena") == [
        YouWerePutBack(),
        WaitingRoom("Tuesday group", "We meet every week", 1, True),
    ]
    assert room.heard("bo", MemberLeft) == [MemberLeft("lena", "put_back")]
    assert room.heard("hanna", GuestArrived)[0].guest.put_back
    assert room.all(DisconnectMedia) == [DisconnectMedia("lena")]
    again = room.asks("hanna", Admit("lena")).with_media("lena").meeting.members["lena"]
    assert again.on == frozenset()


def test_of_a_member_put_back_on_a_dead_line_nothing_remains() -> None:
    room = a_hosted_meeting().with_member("Lena").happens(LineSilent("lena")).asks("hanna", PutBack("lena"))
    assert not room.meeting.knows("lena")
    assert room.heard("hanna", MemberLeft) == [MemberLeft("lena", "put_back")]


def test_a_guest_leaves() -> None:
    room = a_hosted_meeting().with_guest("Lena").asks("lena", Leave())
    assert room.heard("hanna", GuestLeft) == [GuestLeft("lena", "left")]
    assert room.all(CloseLink) == [CloseLink("lena")]


def test_a_held_guest_is_told_and_waits_even_with_the_waiting_room_off() -> None:
    room = a_hosted_meeting(Rules(waiting_room=False)).with_guest("Lena", verdict=VPN)
    assert room.heard("lena", Held) == [Held(VPN)]
    assert room.heard("lena", WaitingRoom)[0].held
    room.asks("hanna", Admit("lena"))
    assert not room.meeting.members["lena"].who.held


def test_a_blocked_path_is_refused() -> None:
    room = a_hosted_meeting().with_guest("Lena", verdict=TOR)
    assert room.refused is RefusalCode.BLOCKED
    assert room.refusal is not None
    assert room.refusal.parameters == {"code": "tor", "kind": "tor"}


def test_who_was_suspended_and_comes_back_is_still_suspended() -> None:
    room = a_hosted_meeting().with_member("Lena").asks("hanna", Suspend("lena")).asks("lena", Leave())
    room.with_guest("Lena").asks("hanna", Admit("lena"))
    welcome = room.heard("lena", Admitted)[0]
    assert welcome.suspension is not None
    assert [member.suspended for member in welcome.members] == [False, True]


def test_two_hundred_guests_are_decided_quickly() -> None:
    room = a_hosted_meeting()
    began = time.process_time()
    room.with_guest(*(f"Guest number {number}" for number in range(200)), known=True)
    room.asks("hanna", AdmitAll(tuple(room.meeting.guests)))
    spent = time.process_time() - began
    assert len(room.meeting.members) == 25
    assert len(room.meeting.guests) == 176
    print(f"200 knocks and one Admit all: {spent * 1000:.0f} ms")
