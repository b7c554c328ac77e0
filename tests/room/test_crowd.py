"""Strangers at the open link."""

from __future__ import annotations

from peer.room.effects import CloseLink, WakeAt
from peer.room.events import TimePassed
from peer.room.notices import Admitted, GuestArrived, GuestLeft, Refused, Strangers, WaitingRoom
from peer.room.requests import AdmitAll, Appoint, ChangeRules, Leave
from peer.room.values import RefusalCode, Rules
from tests.room.builder import PERSONAL, Room, a_hosted_meeting, a_meeting, knock


def strangers(room: Room, count: int, first: int = 0) -> Room:
    return room.with_guest(*(f"Stranger {number}" for number in range(first, first + count)))


def lines(room: Room) -> list[Strangers]:
    return room.heard("hanna", Strangers)


def test_above_twenty_strangers_a_minute_they_are_one_line() -> None:
    room = strangers(a_hosted_meeting(), 20)
    assert room.heard("hanna", GuestArrived)
    assert lines(strangers(room, 1, 20)) == [Strangers(1, 21)]
    assert not room.heard("hanna", GuestArrived)
    assert room.heard("stranger 20", WaitingRoom)
    assert strangers(room, 1, 21).told("hanna") == []


def test_the_line_counts_on_at_most_once_a_second() -> None:
    room = strangers(a_hosted_meeting(), 30)
    assert lines(room) == []
    assert lines(room.after(1).happens(TimePassed())) == [Strangers(10, 30)]
    assert room.after(1).happens(TimePassed()).all(WakeAt)
    assert lines(strangers(room, 1, 30)) == [Strangers(11, 31)]
    assert strangers(room, 1, 31).all(WakeAt) == [WakeAt(room.now + 1)]


def test_invited_and_known_people_are_seen_in_a_crowd() -> None:
    room = strangers(a_hosted_meeting(), 40).with_guest("Lena", invite=PERSONAL)
    assert [one.guest.name for one in room.heard("hanna", GuestArrived)] == ["Lena"]
    assert room.with_guest("Max", known=True).heard("hanna", GuestArrived)[0].guest.stranger is False
    welcome = room.asks("hanna", Leave()).happens(knock("Hanna", "hanna2")).heard("hanna2", Admitted)[0]
    assert [card.name for card in welcome.guests][:2] == ["Lena", "Max"]
    assert len(welcome.guests) == 22
    assert room.heard("hanna2", Strangers) == [Strangers(20, 40)]


def test_half_of_the_places_are_kept_for_invited_and_known_people() -> None:
    room = strangers(a_hosted_meeting(Rules(guest_limit=10)), 5)
    assert strangers(room, 1, 5).refused is RefusalCode.WAITING_ROOM_FULL
    room.with_guest("A", "B", "C", known=True).with_guest("D", "E", invite=PERSONAL)
    assert room.refused is None
    assert room.with_guest("F", invite=PERSONAL).refused is RefusalCode.WAITING_ROOM_FULL


def test_closing_the_link_sends_the_crowd_away_and_nobody_else() -> None:
    room = strangers(a_hosted_meeting(), 25).with_guest("Lena", invite=PERSONAL)
    room.asks("hanna", ChangeRules(open_link=False))
    assert len(room.all(CloseLink)) == 5
    assert room.heard("stranger 24", Refused)[0].refusal.code is RefusalCode.LINK_CLOSED
    assert not room.heard("hanna", GuestLeft)
    assert len(room.meeting.guests) == 21
    assert lines(room.after(1).happens(TimePassed())) == [Strangers(0, 25)]
    assert room.with_guest("Another").refused is RefusalCode.LINK_CLOSED
    assert room.with_guest("Bo", known=True).refused is None
    assert not room.asks("hanna", ChangeRules(waiting_room=False)).all(CloseLink)
    assert room.asks("hanna", ChangeRules(open_link=True)).with_guest("Late").refused is None


def test_after_a_calm_minute_those_who_wait_are_shown_one_by_one() -> None:
    room = strangers(a_hosted_meeting(), 25)
    room.after(60).happens(TimePassed())
    assert room.heard("hanna", GuestArrived) == []
    assert lines(room.after(1).happens(TimePassed())) == []
    room.after(60).happens(TimePassed())
    assert len(room.heard("hanna", GuestArrived)) == 5
    assert lines(room) == [Strangers(0, 0)]
    assert strangers(room, 1, 25).heard("hanna", GuestArrived)


def test_a_crowd_is_not_let_in_by_an_open_door_or_by_admit_all() -> None:
    room = strangers(a_meeting(Rules(waiting_room=False)), 22).with_host()
    room.asks("hanna", AdmitAll(("stranger 21", "stranger 1")))
    assert "stranger 1" in room.meeting.members
    assert "stranger 21" in room.meeting.guests
    assert strangers(a_hosted_meeting(Rules(waiting_room=False)), 22).meeting.guests.keys() == {
        "stranger 20",
        "stranger 21",
    }


def test_who_becomes_cohost_is_told_of_the_crowd() -> None:
    room = strangers(a_hosted_meeting().with_member("Carl"), 22).asks("hanna", Appoint("carl", True))
    assert room.heard("carl", Strangers) == [Strangers(3, 23)]


def test_a_stranger_who_knocks_again_is_not_counted_twice() -> None:
    room = strangers(a_hosted_meeting(), 21).happens(knock("Stranger 20", "again"))
    assert room.meeting.crowd.count == 21
    assert room.meeting.guests["again"].merged


def test_a_crowd_that_left_is_no_line() -> None:
    room = strangers(a_hosted_meeting(), 21).asks("stranger 20", Leave())
    assert room.meeting.crowd.flooding
    assert not room.told("hanna")
    assert lines(room.after(1).happens(TimePassed())) == [Strangers(0, 21)]
    assert lines(room.after(-5000).happens(TimePassed())) == [Strangers(0, 0)]
    assert not room.after(60).happens(TimePassed()).meeting.crowd.flooding


def test_a_guest_in_the_crowd_is_not_heard() -> None:
    room = strangers(a_hosted_meeting(), 21)
    assert room.says("stranger 20", "host").refused is RefusalCode.NOT_ALLOWED
