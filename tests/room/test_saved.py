"""A service that died and stands again."""

from __future__ import annotations

import msgspec

from peer.room.effects import RefuseReturn, SaveState, WakeAt, Welcome
from peer.room.events import Returned, ServiceRestarted
from peer.room.notices import Admitted, RemovedFromMeeting
from peer.room.requests import Decline, MuteAll, Remove, SetMicrophone, Suspend
from peer.room.saved import SavedMeeting, from_state, to_state
from peer.room.values import RefusalCode, Role
from tests.room.builder import Room, a_hosted_meeting, identity_of, knock


def restarted(room: Room, seconds: float = 60.0) -> Room:
    """The room after its service was killed and started again with the state file."""
    file = msgspec.msgpack.encode(to_state(room.meeting))
    room.after(seconds).meeting = from_state(msgspec.msgpack.decode(file, type=SavedMeeting), room.now)
    return room.happens(ServiceRestarted())


def a_full_life() -> Room:
    room = a_hosted_meeting().with_cohost("Carl").with_member("Bo", "Lena", "Max").with_guest("Noor", "Olga")
    room.talking("bo").asks("hanna", Suspend("lena", "shouting")).asks("hanna", Remove("max"))
    return room.asks("hanna", Decline("noor")).asks("hanna", MuteAll(may_unmute=False))


def test_members_return_by_ticket_and_guests_wait_again() -> None:
    room = restarted(a_full_life())
    assert room.meeting.guests == {}
    assert room.meeting.console is None
    assert room.all(WakeAt) == [WakeAt(room.now + 30 * 60)]
    room.happens(Returned("bo", identity_of("Bo"), b"key of Bo"))
    assert room.heard("bo", Admitted)[0].you == "bo"
    assert room.meeting.members["bo"].on == frozenset()
    assert "olga" in room.happens(knock("Olga")).meeting.guests


def test_roles_rules_suspensions_and_removals_stand() -> None:
    before = a_full_life()
    rules = before.meeting.rules
    room = restarted(before)
    assert room.meeting.rules == rules
    assert room.meeting.members["carl"].role is Role.COHOST
    room.happens(Returned("lena", identity_of("Lena"), b"key"))
    assert room.asks("lena", SetMicrophone(True)).refused is RefusalCode.SUSPENDED
    assert room.happens(Returned("max", identity_of("Max"), b"key")).all(RefuseReturn)
    assert room.happens(knock("Max", "max2")).heard("max2", RemovedFromMeeting)
    assert room.happens(knock("Noor")).refused is None


def test_the_host_comes_back_as_host() -> None:
    room = restarted(a_full_life()).happens(knock("Hanna", "hanna2"))
    assert room.meeting.members["hanna2"].role is Role.HOST
    assert "hanna" not in room.meeting.members
    assert room.all(Welcome)[0].to == "hanna2"


def test_a_restart_within_the_process_drops_guests_and_the_console() -> None:
    room = a_full_life().with_console().happens(ServiceRestarted())
    assert room.meeting.guests == {}
    assert room.meeting.console is None


def test_the_state_is_saved_when_what_it_holds_changes() -> None:
    room = a_hosted_meeting().with_guest("Lena")
    assert not room.all(SaveState)
    assert not room.with_member("Bo").talking("bo").all(SaveState)
    assert room.asks("hanna", Suspend("bo")).all(SaveState)


def test_nothing_of_chat_media_or_guests_is_in_the_file() -> None:
    room = a_hosted_meeting().with_guest("Secret guest").says("secret guest", "host", "a phrase")
    file = msgspec.msgpack.encode(to_state(room.meeting))
    assert b"Secret" not in file
    assert b"phrase" not in file
