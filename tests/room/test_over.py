"""After the end nothing changes any more."""

from __future__ import annotations

import pytest

from peer.room.effects import AnyEffect, CloseLink, RefuseEntry, RefuseReturn
from peer.room.events import AnyEvent, Asked, ConsoleOpened, MediaUp, Returned, Said, TimePassed
from peer.room.over import ENDED
from peer.room.requests import End, Leave
from tests.room.builder import a_hosted_meeting, knock


@pytest.mark.parametrize(
    ("event", "answer"),
    [
        (knock("Lena"), (CloseLink("lena", ENDED),)),
        (Asked("bo", Leave()), (CloseLink("bo", ENDED),)),
        (ConsoleOpened("console"), (CloseLink("console", ENDED),)),
        (Said("bo", 1, "chat", None), (RefuseEntry(1, "bo", ENDED),)),
        (Returned("bo", b"identity", b"key"), (RefuseReturn(ENDED),)),
        (MediaUp("bo"), ()),
        (TimePassed(), ()),
    ],
)
def test_who_still_asks_is_told_that_it_is_over(event: AnyEvent, answer: tuple[AnyEffect, ...]) -> None:
    room = a_hosted_meeting().with_member("Bo").asks("hanna", End())
    before = room.meeting
    assert room.happens(event).meeting is before
    assert room.effects == answer
