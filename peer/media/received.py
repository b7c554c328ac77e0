"""One slot as a member's machine receives it: whose track it carries, and which packets belong to that."""

from __future__ import annotations

from collections import deque

import msgspec

from peer.media.missing import Missing
from peer.media.picture_buffer import EncodedPicture, PictureBuffer
from peer.media.reception import Reception
from peer.media.rtp import TURN_WINDOW, ahead_of, payload_bounds
from peer.room.signals import Slot
from peer.room.values import PersonId, TrackKind

HELD_LIMIT = 256
"""Packets of a turn that was not told of yet: the link is slower than the media path."""


class Held(msgspec.Struct, frozen=True, gc=False):
    """A packet that came before the message about its turn."""

    packet: bytes
    sequence: int
    timestamp: int


class ReceivedSlot:
    """A slot's stream. The connection feeds it; what comes out is for one person, or nothing."""

    def __init__(self, mid: str, kind: TrackKind, ssrc: int) -> None:
        self.mid = mid
        self.kind = kind
        self.ssrc = ssrc
        self.person: PersonId | None = None
        self.turn = 0
        self.highest = -1
        self.packets = 0
        self.reception = Reception(ssrc)
        self.missing = Missing()
        self.pictures = PictureBuffer()
        self.held: deque[Held] = deque(maxlen=HELD_LIMIT)
        self._last = 0
        self._begun = False

    def point(self, slot: Slot) -> bool:
        """A new turn. False for one that is older than this one."""
        if slot.turn <= self.turn:
            return False
        self.turn = slot.turn
        self.person = slot.person
        self._last = slot.timestamp
        self._begun = False
        self.missing.clear()
        self.pictures.begin_again()
        return True

    def belongs(self, timestamp: int) -> int:
        """0: to this turn; 1: to one that was not told of yet; -1: to one that is over."""
        ahead = ahead_of(timestamp, self._last)
        if ahead >= TURN_WINDOW:
            return 1
        if ahead < 0 and (not self._begun or ahead <= -TURN_WINDOW):
            return -1
        if ahead > 0:
            self._last = timestamp
        self._begun = True
        return 0

    def count(self, sequence: int, now: float) -> int:
        """Note a packet of any turn; returns its extended sequence number. Gaps of pictures are waited
        for."""
        self.packets += 1
        self.reception.packets += 1
        if self.highest < 0:
            self.highest = sequence + 0x10000
            self.reception.begin(self.highest)
            return self.highest
        ahead = (sequence - self.highest) & 0xFFFF
        if ahead >= 0x8000:
            number = self.highest + ahead - 0x10000
            self.missing.arrived(number)
            return number
        number = self.highest + ahead
        gap = ahead > 1 and self.kind is not TrackKind.AUDIO
        if gap and not self.missing.gap(self.highest + 1, number, now):
            self.pictures.skip()  # or they would wait for what nobody asks for any more
        self.highest = number
        return number

    def hold(self, packet: memoryview, length: int, sequence: int, timestamp: int) -> None:
        self.held.append(Held(bytes(packet[:length]), sequence, timestamp))

    def picture_packet(
        self, packet: memoryview, length: int, number: int, timestamp: int
    ) -> list[EncodedPicture]:
        start, end = payload_bounds(packet, length)
        if start >= end:
            return []
        return self.pictures.insert(number, timestamp, bool(packet[1] & 0x80), packet[start:end])
