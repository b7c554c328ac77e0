"""Reads the frame counter that test pictures carry, where they are decoded: what a demo or a test counts with."""

from __future__ import annotations

import threading
from collections.abc import Callable

import av
import msgspec

from peer.media.picture_sources import read_counter
from peer.room.values import PersonId

REPORT_EVERY = 15
"""Pictures of one person between two reports."""


class PictureCounters(msgspec.Struct, frozen=True, tag_field="type", tag="picture_counters"):
    """What was read from one person's pictures so far: how many, the first and last counter, and how often it fell."""

    person: PersonId
    pictures: int
    first: int
    last: int
    falls: int


class CounterWatch:
    """Keeps count for each person; `tell` hears of it now and then. `seen` may be called on any thread."""

    def __init__(self, tell: Callable[[PictureCounters], None]) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self._counts: dict[PersonId, PictureCounters] = {}

    def seen(self, person: PersonId, frame: av.VideoFrame) -> None:
        """A picture was decoded."""
        number = read_counter(frame)
        if number is None:
            return
        with self._lock:
            before = self._counts.get(person) or PictureCounters(person, 0, number, number, 0)
            after = PictureCounters(
                person, before.pictures + 1, before.first, number, before.falls + (number < before.last)
            )
            self._counts[person] = after
        if after.pictures % REPORT_EVERY == 1:
            self._tell(after)
