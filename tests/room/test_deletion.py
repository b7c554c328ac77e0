"""Taking messages off the screens."""

from __future__ import annotations

import pytest

from peer.room.effects import Record
from peer.room.events import Asked, LineSilent
from peer.room.notices import MessageDeleted
from peer.room.requests import DeleteMessage, Suspend
from peer.room.values import RefusalCode
from tests.room.builder import Room, a_hosted_meeting


def deletes(room: Room, by: str, author: str | None) -> Room:
    return room.happens(Asked(by, DeleteMessage(12), author))


def a_room() -> Room:
    return a_hosted_meeting().with_cohost("Carl").with_member("Bo", "Lena").with_guest("Max").with_console()


def test_one_s_own_message_is_one_s_own_to_take_also_while_suspended() -> None:
    room = deletes(a_room().asks("hanna", Suspend("lena")), "lena", "lena")
    for who in ("hanna", "bo", "lena", "console"):
        assert room.heard(who, MessageDeleted) == [MessageDeleted(12, by_host=False)]
    assert not room.told("max")
    assert not room.all(Record)


@pytest.mark.parametrize("author", ["lena", "gone", None])
def test_who_moderates_takes_anyone_s_and_it_is_recorded(author: str | None) -> None:
    for by in ("carl", "console"):
        room = deletes(a_room(), by, author)
        assert room.heard("bo", MessageDeleted) == [MessageDeleted(12, by_host=True)]
        assert room.all(Record)[0].details == {"number": 12}


def test_with_nobody_on_a_line_nobody_is_told() -> None:
    room = a_hosted_meeting().happens(LineSilent("hanna"))
    assert [type(effect) for effect in deletes(room, "hanna", "bo").effects] == [Record]


@pytest.mark.parametrize(
    ("by", "author"), [("bo", "lena"), ("bo", None), ("max", "max"), ("nobody", "nobody")]
)
def test_nobody_else_takes_a_message(by: str, author: str | None) -> None:
    room = deletes(a_room(), by, author)
    assert room.refused is not None
    assert room.refused is not RefusalCode.ENDED
    assert not room.heard("lena", MessageDeleted)
    assert room.all(Record)[0].refusal is not None
