"""Verdicts: what they do to who waits and to who is inside."""

from __future__ import annotations

from peer.room.effects import CloseGates, CloseLink, DisconnectMedia, Judge, OpenGates
from peer.room.events import LineSilent, PathSeen
from peer.room.notices import GuestArrived, GuestChanged, Held, MemberLeft, WaitingRoom
from peer.room.requests import Admit, AdmitAll
from peer.room.values import RefusalCode, Rules, TrackKind
from tests.room.builder import HOME, TOR, VPN, Room, a_hosted_meeting


def a_fenced_meeting(rules: Rules | None = None) -> Room:
    return a_hosted_meeting(rules).with_fence()


def test_without_a_fence_nothing_is_judged() -> None:
    room = a_hosted_meeting().with_guest("Lena").happens(PathSeen("lena", "192.0.2.1", "link"))
    assert not room.effects
    assert "lena" in room.asks("hanna", AdmitAll(("lena",))).meeting.members


def test_with_a_fence_every_path_but_the_hosts_is_judged() -> None:
    room = a_fenced_meeting().with_member("Bo").with_guest("Lena")
    for id_ in ("bo", "lena"):
        seen = PathSeen(id_, "192.0.2.1", "link")
        assert room.happens(seen).all(Judge) == [Judge(id_, "192.0.2.1", "link")]
    for id_ in ("hanna", "nobody"):
        assert not room.happens(PathSeen(id_, "192.0.2.1", "link")).effects


def test_behind_a_fence_who_is_not_judged_is_held() -> None:
    room = a_fenced_meeting().with_guest("Lena")
    assert room.heard("lena", WaitingRoom)[0].held
    assert room.heard("hanna", GuestArrived)[0].guest.flagged
    room.judged("lena", HOME)
    assert not room.heard("lena", WaitingRoom)[0].held
    assert not room.heard("hanna", GuestChanged)[0].guest.flagged
    assert "lena" in room.meeting.guests


def test_an_open_door_opens_when_the_path_is_allowed() -> None:
    room = a_fenced_meeting(Rules(waiting_room=False)).with_guest("Lena")
    assert "lena" in room.meeting.guests
    assert "lena" in room.judged("lena", HOME).meeting.members


def test_an_open_door_stays_shut_for_who_was_held_for_cause() -> None:
    room = a_fenced_meeting(Rules(waiting_room=False)).with_guest("Lena").judged("lena", VPN)
    assert room.heard("lena", Held) == [Held(VPN)]
    assert "lena" in room.judged("lena", HOME).meeting.guests


def test_a_member_on_a_held_path_waits_again_until_the_host_decides() -> None:
    room = a_fenced_meeting().with_member("Lena", verdict=HOME).talking("lena").judged("lena", VPN)
    assert room.effects[0] == CloseGates("lena", frozenset({TrackKind.AUDIO, TrackKind.CAMERA}))
    assert room.all(DisconnectMedia) == [DisconnectMedia("lena")]
    assert room.heard("lena", Held) == [Held(VPN)]
    assert room.heard("hanna", MemberLeft) == [MemberLeft("lena", "put_back")]
    room.asks("hanna", Admit("lena")).with_media("lena")
    assert not room.all(OpenGates)
    before = room.meeting
    assert room.judged("lena", VPN).meeting is before
    assert "lena" in room.judged("lena", HOME).judged("lena", VPN).meeting.members


def test_a_blocked_path_ends_the_line() -> None:
    room = a_fenced_meeting().with_member("Bo").with_guest("Lena")
    for id_ in ("bo", "lena"):
        room.judged(id_, TOR)
        assert room.refused is RefusalCode.BLOCKED
        assert room.all(CloseLink)[0].person == id_
        assert not room.meeting.knows(id_)


def test_the_host_is_not_judged() -> None:
    room = a_fenced_meeting()
    before = room.meeting
    assert room.judged("hanna", TOR).meeting is before
    assert room.judged("nobody", TOR).meeting is before


def test_of_a_held_member_on_a_dead_line_nothing_remains() -> None:
    room = (
        a_fenced_meeting().with_member("Lena", verdict=HOME).happens(LineSilent("lena")).judged("lena", VPN)
    )
    assert not room.meeting.knows("lena")
