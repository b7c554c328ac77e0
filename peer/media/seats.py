"""Which slot carries which track: a pure function, so that every member's view is decided in one place."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

S = TypeVar("S", bound=Hashable)
T = TypeVar("T", bound=Hashable)


def seat(
    slots: Sequence[tuple[S, T | None]], wanted: Sequence[T], keep: frozenset[T]
) -> list[tuple[S, T | None]]:
    """The slots to point anew, and at what.

    `wanted`: tracks in order of importance; those beyond the number of slots get none. A track that has a
    slot keeps it, so that nothing is pointed anew without need. A slot whose track is not wanted is free; it
    is emptied unless its track is in `keep` (nothing comes of it now, but it may again).
    """
    chosen = list(dict.fromkeys(wanted))[: len(slots)]
    seated = {track for _, track in slots if track is not None}
    unseated = [track for track in chosen if track not in seated]
    left = [slot for slot, track in slots if track is not None and track not in chosen and track not in keep]
    empty = [slot for slot, track in slots if track is None]
    kept = [slot for slot, track in slots if track is not None and track not in chosen and track in keep]
    # A slot that changes anyway comes first: one change in place of two.
    free = left + empty + kept
    changes: list[tuple[S, T | None]] = list(zip(free, unseated, strict=False))
    return changes + [(slot, None) for slot in left[len(unseated) :]]
