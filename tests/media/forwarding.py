"""A publisher, a track and slots without a network: real SRTP, and a wire that keeps what it was given."""

from __future__ import annotations

import struct
from typing import Any

from peer.media import srtp
from peer.media.rtp import FIXED_TAIL, LEVEL_EXTENSION, MID_EXTENSION, header, payload_bounds
from peer.media.slot import Slot
from peer.media.track import Track
from peer.room.values import TrackKind

KEY = bytes(range(srtp.KEY_LENGTH))
PAYLOAD_TYPE = 97


class KeepingWire:
    """Takes what a slot sends and decrypts it, as the member's machine would."""

    def __init__(self) -> None:
        self._out = srtp.new_session(KEY, inbound=False)
        self._in = srtp.new_session(KEY, inbound=True)
        self.protect_handle = srtp.handle(self._out)
        self.address = ("192.0.2.1", 4)
        self.fails = False
        self.raw: list[bytes] = []
        self.packets: list[bytes] = []

    def sendto(self, data: Any, address: tuple[str, int]) -> int:
        assert address == self.address
        if self.fails:
            raise BlockingIOError
        self.raw.append(bytes(data))
        buffer = srtp.PacketBuffer()
        buffer.view[0 : len(data)] = data
        buffer.length[0] = len(data)
        if srtp.unprotect(srtp.handle(self._in), buffer.data, buffer.length) == 0:
            self.packets.append(bytes(buffer.view[0 : buffer.length[0]]))
        return len(data)

    @property
    def sequences(self) -> list[int]:
        return [struct.unpack_from("!H", packet, 2)[0] for packet in self.packets]

    @property
    def timestamps(self) -> list[int]:
        return [struct.unpack_from("!L", packet, 4)[0] for packet in self.packets]

    @property
    def payloads(self) -> list[bytes]:
        return [bytes(memoryview(p)[slice(*payload_bounds(memoryview(p), len(p)))]) for p in self.packets]


class Publishing:
    """One track and the means to give it packets. `clock` is the time that it believes."""

    def __init__(self, kind: TrackKind = TrackKind.CAMERA, opened: bool = True, person: str = "ana") -> None:
        self.clock = 0.0
        self.kind = kind
        self.asked: list[Track] = []
        self.gaps: list[Track] = []
        self.track = Track(person, kind, 7, PAYLOAD_TYPE, LEVEL_EXTENSION, lambda: self.clock)
        self.track.on_wanted = self.asked.append
        self.track.on_gap = self.gaps.append
        if opened:
            self.track.open_gate()
        level = LEVEL_EXTENSION if kind is TrackKind.AUDIO else 0
        self._head, self._level_at = header(7, "1", MID_EXTENSION, level)

    def send(
        self,
        sequence: int,
        timestamp: int | None = None,
        *,
        key: bool = False,
        payload: bytes | None = None,
        payload_type: int = PAYLOAD_TYPE,
        marker: bool = True,
        level: int = 30,
    ) -> None:
        if payload is None:
            # RFC 7741: a frame's first packet; the lowest bit of the next byte is 0 for key frames.
            payload = bytes([0x10, 0 if key else 1]) + sequence.to_bytes(4, "big")
        packet = bytearray(self._head + payload)
        packet[1] = payload_type | (0x80 if marker else 0)
        struct.pack_into(
            "!HL",
            packet,
            2,
            sequence & 0xFFFF,
            (sequence * 3000 if timestamp is None else timestamp) & 0xFFFFFFFF,
        )
        if self._level_at:
            packet[self._level_at] = level
        view = memoryview(packet)
        number, when, _ = FIXED_TAIL.unpack_from(view, 2)
        self.track.receive(view, len(packet), number, when)


def a_slot(wire: KeepingWire, kind: TrackKind = TrackKind.CAMERA, mid: str = "9", ssrc: int = 99) -> Slot:
    level = LEVEL_EXTENSION if kind is TrackKind.AUDIO else 0
    return Slot(wire, mid, kind, ssrc, 120, MID_EXTENSION, level)  # type: ignore[arg-type]
