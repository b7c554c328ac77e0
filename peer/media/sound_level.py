"""When to play a little faster or slower: the sound in hand, smoothed, against what the network asks for."""

from __future__ import annotations

import enum

_SMOOTHING = 16
_REST = 2
"""Calls after a change in which the next one waits: two in a row are heard."""
_LEAST_TO_LENGTHEN_MS = 20


class Wish(enum.Enum):
    """What would bring the sound in hand nearer to the target."""

    NOTHING = enum.auto()
    SHORTEN = enum.auto()
    SHORTEN_NOW = enum.auto()
    """Far too much is in hand: where it can be heard, too."""
    LENGTHEN = enum.auto()


class Level:
    """How much sound is in hand, over the last 160 ms or so."""

    def __init__(self) -> None:
        self._smoothed: float | None = None
        self._rest = 0

    def restart(self) -> None:
        """What was in hand before says nothing about now."""
        self._smoothed = None

    def note(self, level_ms: float) -> None:
        """Take in what is in hand, once for each 10 ms."""
        before = level_ms if self._smoothed is None else self._smoothed
        self._smoothed = before + (level_ms - before) / _SMOOTHING
        self._rest -= 1

    def wish(self, level_ms: float, target_ms: float) -> Wish:
        """Compare with the target; the band around it is wide enough that packets of 20 ms alone change nothing."""
        if self._rest > 0 or self._smoothed is None:
            return Wish.NOTHING
        upper = max(target_ms, target_ms * 0.75 + 20) + 10
        lower = max(target_ms * 0.75, target_ms - 40) - 10
        if (self._smoothed > upper and level_ms > target_ms) or self._smoothed > 4 * target_ms + 60:
            return Wish.SHORTEN_NOW if self._smoothed > 2 * upper else Wish.SHORTEN
        if self._smoothed < lower and _LEAST_TO_LENGTHEN_MS <= level_ms < target_ms:
            return Wish.LENGTHEN
        return Wish.NOTHING

    def changed(self, by_ms: float) -> None:
        """The sound in hand was shortened (negative) or lengthened."""
        if self._smoothed is not None:
            self._smoothed += by_ms
        self._rest = _REST
