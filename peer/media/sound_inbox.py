"""The one crossing between the thread that receives a talker's packets and the thread that plays them out."""

from __future__ import annotations

from collections import deque

import msgspec

LARGEST_INBOX = 100
"""Payloads between two pulls; more push out the oldest."""
LONGEST_STALL_MS = 400
"""What arrived over a longer time was not waited for by the network: nobody pulled."""


class Arrived(msgspec.Struct, frozen=True, gc=False):
    """One RTP payload as it came."""

    payload: bytes
    timestamp: int
    sequence: int
    arrival_ms: float


class Inbox:
    """`put` and `restart` on one thread, `open` on one other. Neither waits for the other (deque's own guarantees)."""

    def __init__(self) -> None:
        self._waiting: deque[Arrived | None] = deque(maxlen=LARGEST_INBOX)

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, arrived: Arrived) -> None:
        """Add one."""
        self._waiting.append(arrived)

    def restart(self) -> None:
        """Drop what waits; another stream follows."""
        self._waiting.clear()
        self._waiting.append(None)

    def open(self) -> tuple[list[Arrived], bool]:
        """Take out what waits; true if another stream began with it."""
        found: list[Arrived] = []
        restarted = False
        for _ in range(len(self._waiting)):
            try:
                arrived = self._waiting.popleft()
            except IndexError:
                break  # `restart` emptied it meanwhile
            if arrived is None:
                found.clear()
                restarted = True
            else:
                found.append(arrived)
        return found, restarted


def stalled(found: list[Arrived]) -> bool:
    """Return whether these waited because nobody pulled."""
    return bool(found) and found[-1].arrival_ms - found[0].arrival_ms > LONGEST_STALL_MS


def newest(found: list[Arrived]) -> list[Arrived]:
    """Return what is worth playing after a stall."""
    return [one for one in found if found[-1].arrival_ms - one.arrival_ms <= LONGEST_STALL_MS / 2]
