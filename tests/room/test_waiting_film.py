"""Who gets the film of the waiting room, and when it ends for them."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.effects import ConnectMedia, ConnectWaiting, DisconnectMedia, Welcome
from peer.room.events import LineSilent
from peer.room.notices import WaitingRoom
from peer.room.requests import Admit, Decline, End, PutBack
from peer.room.values import WAITING_CONNECTIONS
from tests.room.builder import HOME, VPN, Room, a_hosted_meeting

FULL = [f"Guest{number}" for number in range(WAITING_CONNECTIONS)]


def a_meeting_with_a_film() -> Room:
    room = a_hosted_meeting()
    room.meeting = replace(room.meeting, waiting_video=True)
    return room


def test_without_a_film_nobody_gets_one() -> None:
    room = a_hosted_meeting().with_guest("Lena")
    assert not room.all(ConnectWaiting)
    assert not room.heard("lena", WaitingRoom)[0].video


def test_who_waits_gets_it_and_nothing_else() -> None:
    room = a_meeting_with_a_film().with_guest("Lena")
    assert room.all(ConnectWaiting) == [ConnectWaiting("lena")]
    assert room.heard("lena", WaitingRoom)[0].video
    assert not room.all(ConnectMedia)


def test_only_so_many_get_it_and_the_next_when_one_leaves() -> None:
    room = a_meeting_with_a_film().with_guest(*FULL, known=True)
    room.with_guest("Lena", known=True)
    assert not room.all(ConnectWaiting)
    assert not room.heard("lena", WaitingRoom)[0].video
    room.asks("hanna", Decline("guest3"))
    assert room.all(DisconnectMedia) == [DisconnectMedia("guest3")]
    assert room.all(ConnectWaiting) == [ConnectWaiting("lena")]
    assert room.heard("lena", WaitingRoom)[0].video


def test_a_held_guest_sees_the_picture() -> None:
    room = a_meeting_with_a_film().with_fence().with_guest("Lena")
    assert not room.all(ConnectWaiting)
    room.judged("lena", HOME)
    assert room.all(ConnectWaiting) == [ConnectWaiting("lena")]
    room.judged("lena", VPN)
    assert room.all(DisconnectMedia) == [DisconnectMedia("lena")]
    assert not room.heard("lena", WaitingRoom)[0].video


def test_it_ends_before_welcome_and_the_meetings_own_connection_comes_after() -> None:
    room = a_meeting_with_a_film().with_guest("Lena").asks("hanna", Admit("lena"))
    kinds = [type(effect) for effect in room.effects]
    assert kinds.index(DisconnectMedia) < kinds.index(Welcome) < kinds.index(ConnectMedia)
    room.asks("hanna", PutBack("lena"))
    assert room.all(ConnectWaiting) == [ConnectWaiting("lena")]


def test_it_ends_with_the_line_and_with_the_meeting() -> None:
    room = a_meeting_with_a_film().with_guest("Lena", "Bo").happens(LineSilent("lena", closed=True))
    assert room.all(DisconnectMedia) == [DisconnectMedia("lena")]
    room.asks("hanna", End())
    assert DisconnectMedia("bo") in room.effects
