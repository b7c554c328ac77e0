"""From RTP packets to whole pictures of VP8 (RFC 7741), let out on the marker bit.

aiortc's jitter buffer lets a picture out when the first packet of the next arrives: 33 ms later at 30 a
second.
"""

from __future__ import annotations

import msgspec

from peer.media.rtp import vp8_frame_start

PACKETS_LIMIT = 1024
"""Packets that wait; a picture that needs more is given up."""


class EncodedPicture(msgspec.Struct, frozen=True):
    """One VP8 frame, ready to decode. `timestamp` is its slot's RTP timestamp."""

    timestamp: int
    key: bool
    data: bytes


class _Packet(msgspec.Struct, frozen=True, gc=False):
    timestamp: int
    marker: bool
    begins: bool
    key: bool
    data: bytes


class PictureBuffer:
    """One video stream. Pictures come out in order, from a key frame on, none missing between two."""

    def __init__(self) -> None:
        self._packets: dict[int, _Packet] = {}
        self._next: int | None = None
        self._floor = 0

    @property
    def needs_key(self) -> bool:
        """Nothing can come out before a key frame arrives."""
        return self._next is None

    def insert(self, number: int, timestamp: int, marker: bool, payload: memoryview) -> list[EncodedPicture]:
        """Take a packet by its extended sequence number; returns the pictures that are whole now."""
        if number < (self._floor if self._next is None else self._next) or number in self._packets:
            return []
        start, begins, key = vp8_frame_start(payload, 0, len(payload))
        if start < 0:
            return []
        if len(self._packets) >= PACKETS_LIMIT:
            self.skip()
        self._packets[number] = _Packet(timestamp, marker, begins, key, bytes(payload[start:]))
        if self._next is None:
            if not key:
                return []
            self._next = number
            for old in [old for old in self._packets if old < number]:
                del self._packets[old]
        return self._whole()

    def skip(self) -> None:
        """Give up what is incomplete: go on at the next key frame, one that waits already if there is one."""
        lowest = self._floor if self._next is None else self._next
        keys = [number for number, packet in self._packets.items() if packet.key and number > lowest]
        self._next = min(keys, default=None)
        self._floor = max(self._packets, default=lowest) + 1 if self._next is None else self._next
        for old in [old for old in self._packets if old < self._floor]:
            del self._packets[old]

    def begin_again(self) -> None:
        """Another stream comes from now on."""
        self._packets.clear()
        self._next = None
        self._floor = 0

    def waiting(self) -> list[EncodedPicture]:
        """What is whole after a `skip`."""
        return self._whole()

    def _whole(self) -> list[EncodedPicture]:
        pictures: list[EncodedPicture] = []
        while self._next is not None:
            number = self._next
            first = self._packets.get(number)
            if first is None:
                break
            parts = []
            packet: _Packet | None = first
            while packet is not None and packet.timestamp == first.timestamp:
                parts.append(packet.data)
                number += 1
                if packet.marker:
                    break
                packet = self._packets.get(number)
            else:
                if packet is None:
                    break
                # A picture without its marker: no encoder of ours makes one.
                self.skip()
                continue
            for taken in range(self._next, number):
                del self._packets[taken]
            self._next = number
            if not first.begins:
                self.skip()
                continue
            pictures.append(EncodedPicture(first.timestamp, first.key, b"".join(parts)))
        return pictures
