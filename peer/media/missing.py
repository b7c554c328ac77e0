"""Which packets of a stream are missing, and when to ask for them again.

aiortc asks once, when the gap appears; a lost request is then a lost picture. Here each is asked for until it
arrives or is too old to be of use.
"""

from __future__ import annotations

MISSING_LIMIT = 256
"""Packets waited for at once; a larger gap is a new start, not a loss."""

ASK_AGAIN_AFTER = 0.08
GIVE_UP_AFTER = 0.8


class Missing:
    """Missing extended sequence numbers of one stream. Times are seconds of any one clock."""

    __slots__ = ("_asked", "_since", "given_up")

    def __init__(self) -> None:
        self._since: dict[int, float] = {}
        self._asked: dict[int, float] = {}
        self.given_up = 0

    def __len__(self) -> int:
        return len(self._since)

    def gap(self, first: int, end: int, now: float) -> bool:
        """first..end-1 were skipped. False, and all is forgotten, when that is more than can be waited
        for."""
        if end - first + len(self._since) > MISSING_LIMIT:
            self.clear()
            return False
        for number in range(first, end):
            self._since[number] = now
        return True

    def arrived(self, number: int) -> bool:
        """Whether it had been missing."""
        self._asked.pop(number, None)
        return self._since.pop(number, None) is not None

    def due(self, now: float, again_after: float = ASK_AGAIN_AFTER) -> list[int]:
        """What to ask for now, ascending."""
        for number in [number for number, since in self._since.items() if now - since > GIVE_UP_AFTER]:
            self.arrived(number)
            self.given_up += 1
        never = float("-inf")
        wanted = [n for n in sorted(self._since) if now - self._asked.get(n, never) >= again_after]
        for number in wanted:
            self._asked[number] = now
        return wanted

    def clear(self) -> None:
        self._since.clear()
        self._asked.clear()
