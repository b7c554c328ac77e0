"""What is remembered of what each sent: kinds and times, within bounds."""

from __future__ import annotations

from peer.room.cards import Sent
from peer.room.minute import DEPARTED_LIMIT, SENT_LIMIT, last_minute, with_sent
from peer.room.requests import Leave, PutBack, Remove, SetMicrophone
from peer.room.values import TrackKind
from tests.room.builder import Room, a_hosted_meeting, knock


def sent(room: Room, who: str) -> tuple[Sent, ...]:
    return next((one.sent for one in last_minute(room.meeting, room.now) if one.person == who), ())


def test_several_of_a_kind_in_a_row_are_one_entry() -> None:
    room = a_hosted_meeting().with_member("Lena").says("lena").after(1).says("lena").says("lena", "hanna")
    assert sent(room, "lena") == (Sent("chat", 1000.0, 1001.0, 2), Sent("private", 1001.0, 1001.0))


def test_each_time_that_a_microphone_was_on_is_an_entry() -> None:
    room = a_hosted_meeting().with_member("Lena")
    for _ in range(2):
        room.asks("lena", SetMicrophone(True)).after(2).asks("lena", SetMicrophone(False))
    assert sent(room, "lena") == (Sent("microphone", 1000.0, 1002.0), Sent("microphone", 1002.0, 1004.0))
    room.asks("lena", SetMicrophone(True))
    assert room.meeting.members["lena"].on_since == {TrackKind.AUDIO: 1004.0}


def test_what_is_older_than_a_minute_is_not_told() -> None:
    room = a_hosted_meeting().with_member("Lena").says("lena").after(61)
    assert last_minute(room.meeting, room.now) == ()


def test_the_list_is_bounded() -> None:
    member = a_hosted_meeting().with_member("Lena").meeting.members["lena"]
    for number in range(100):
        member = with_sent(member, "chat" if number % 2 else "reaction", float(number))
    assert len(member.sent) == SENT_LIMIT
    assert member.sent[-1].until == 99.0


def test_who_left_is_remembered_for_a_while_unless_they_are_here_wait_or_were_removed() -> None:
    room = a_hosted_meeting().with_member("Lena", "Max", "Noor").says("lena").asks("lena", Leave())
    assert last_minute(room.meeting, room.now)[0].present is False
    room.asks("hanna", PutBack("max")).asks("hanna", Remove("noor"))
    assert room.meeting.departed.keys() == {"lena"}
    room.with_member("Bo").happens(knock("Lena", "lena2", known=True))
    assert "lena" in room.meeting.departed
    assert room.after(600).with_guest("Zoe", known=True).meeting.departed == {}


def test_only_so_many_of_them() -> None:
    room = a_hosted_meeting()
    for number in range(DEPARTED_LIMIT + 3):
        name = f"Guest {number}"
        room.with_member(name, known=True).asks(name.lower(), Leave())
    assert len(room.meeting.departed) == DEPARTED_LIMIT
    assert "guest 0" not in room.meeting.departed
