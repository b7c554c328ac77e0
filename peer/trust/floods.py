"""Refused orders that come too often to be noted one by one: they are counted, so that nobody can fill the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from peer.room.values import PersonId

WINDOW: Final = 60.0
"""Seconds for which is counted."""

OF_ONE: Final = 30
OF_ALL: Final = 300
"""Refused orders in a window that are noted one by one: of one person, and of all together."""

ANYBODY: Final = ""


@dataclass
class _Count:
    since: float
    noted: int = 0
    more: int = 0


class Floods:
    """Counts refused orders by person. `now` is Unix time in seconds; where it goes back, a window begins anew."""

    def __init__(self) -> None:
        self._counts: dict[PersonId, _Count] = {}

    def is_noted(self, by: PersonId, now: float) -> bool:
        """Whether a refused order of this person is noted; if not, it is counted."""
        everybody = self._counts.setdefault(ANYBODY, _Count(now))
        if by not in self._counts and everybody.noted >= OF_ALL:
            everybody.more += 1
            return False
        own = self._counts.setdefault(by, _Count(now))
        if own.noted >= OF_ONE or everybody.noted >= OF_ALL:
            own.more += 1
            return False
        own.noted += 1
        everybody.noted += 1
        return True

    def over(self, now: float) -> list[tuple[PersonId, int]]:
        """Who had more refused than was noted, in the windows that are over; these are forgotten."""
        ended = [by for by, count in self._counts.items() if not 0 <= now - count.since < WINDOW]
        return self._forget(ended)

    def all(self) -> list[tuple[PersonId, int]]:
        """The same for every window, at the end."""
        return self._forget(list(self._counts))

    def _forget(self, people: list[PersonId]) -> list[tuple[PersonId, int]]:
        counts = [(by, self._counts.pop(by).more) for by in people]
        return [(by, more) for by, more in counts if more]
