"""The last packets of a track, for those who missed one."""

from __future__ import annotations

HISTORY_SIZE = 512
"""Packets kept: 2 s of a 2.5 Mbit/s picture. A power of two."""

Kept = tuple[int, int, int, bytes]
"""Extended sequence number, marker bit (0x80 or 0), timestamp, payload; all as the publisher sent them."""


class History:
    """A ring of payloads by extended sequence number; an old packet is overwritten by the one 512 later."""

    __slots__ = ("_ring",)

    def __init__(self) -> None:
        self._ring: list[Kept | None] = [None] * HISTORY_SIZE

    def keep(self, number: int, marker: int, timestamp: int, payload: bytes) -> None:
        self._ring[number & (HISTORY_SIZE - 1)] = (number, marker, timestamp, payload)

    def get(self, number: int) -> Kept | None:
        kept = self._ring[number & (HISTORY_SIZE - 1)]
        return kept if kept is not None and kept[0] == number else None

    def clear(self) -> None:
        self._ring = [None] * HISTORY_SIZE
