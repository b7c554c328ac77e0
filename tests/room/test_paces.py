"""What may be done only so often."""

from __future__ import annotations

import pytest

from peer.room.paces import once_more
from peer.room.requests import Leave, SetCamera, SetHand, SetMicrophone
from peer.room.values import Refusal, RefusalCode, Rules
from tests.room.builder import ALL_OWN, Room, a_hosted_meeting


def a_room(*names: str) -> Room:
    return a_hosted_meeting(Rules(allowed=ALL_OWN)).with_member("Lena", *names)


@pytest.mark.parametrize("kind", [SetMicrophone, SetCamera, SetHand])
def test_turning_on_and_off_and_on_has_an_end(kind: type[SetMicrophone]) -> None:
    room = a_room()
    for _ in range(10):
        assert room.asks("lena", kind(True)).refused is None
        assert room.asks("lena", kind(False)).refused is None
    before = room.meeting
    assert room.asks("lena", kind(True)).refused is RefusalCode.NOT_YET
    assert room.meeting is before
    assert room.asks("lena", kind(False)).refused is None
    assert room.after(10).asks("lena", kind(True)).refused is None


@pytest.mark.parametrize(("kind", "limit"), [("name", 5), ("picture", 5), ("reaction", 4)])
def test_what_is_shown_changes_so_often(kind: str, limit: int) -> None:
    room = a_room()
    room.meeting = room.with_rules(pictures_hidden=False).meeting
    for number in range(limit):
        assert room.says("lena", kind=kind, text=f"Lena {number}").refused is None
    before = room.meeting
    assert room.says("lena", kind=kind).refused is RefusalCode.NOT_YET
    assert room.meeting is before


def test_reactions_of_all_together_are_bounded() -> None:
    names = [f"M{number}" for number in range(12)]
    room = a_room(*names)
    refused = [room.says(name.lower(), kind="reaction").refused for name in names * 2]
    assert refused[:20] == [None] * 20
    assert set(refused[20:]) == {RefusalCode.NOT_YET}
    assert room.after(1).says("m1", kind="reaction").refused is None


def test_a_clock_set_back_makes_nobody_wait_longer() -> None:
    assert once_more((100.0,), (1, 60.0), 50.0) == (50.0,)
    assert once_more((100.0,), (1, 60.0), 100.0) == Refusal(RefusalCode.NOT_YET, {"seconds": 61})
    assert once_more((100.0,), (1, 60.0), 160.0) == (160.0,)


def test_leaving_is_never_too_often() -> None:
    assert a_room().asks("lena", Leave()).refused is None
