"""One of a member's own tracks on its way to the host: header, SRTP, socket, and what may be asked for
again."""

from __future__ import annotations

import secrets

from peer.media import rtcp, srtp
from peer.media.aiortc_hooks import Wire
from peer.media.history import History
from peer.media.rtp import LEVEL_EXTENSION, MID_EXTENSION, REWRITTEN, extend, header
from peer.room.values import TrackKind

RESENT_AT_ONCE = 64


class OwnTrack:
    """Packets of one track. Every method is called on the peer's loop."""

    def __init__(self, wire: Wire, kind: TrackKind, mid: str, ssrc: int, payload_type: int) -> None:
        self.kind = kind
        self.ssrc = ssrc
        self.packets = 0
        self._wire = wire
        self._payload_type = payload_type
        constant, self._level_at = header(
            ssrc, mid, MID_EXTENSION, LEVEL_EXTENSION if kind is TrackKind.AUDIO else 0
        )
        self._head = len(constant)
        self._buffer = srtp.PacketBuffer()
        self._buffer.view[0 : self._head] = constant
        self._history = History()
        # The lower half: libsrtp's rollover counter must not be guessed wrong at the first packets.
        self._number = 0x10000 + secrets.randbelow(0x8000)
        self._octets = 0
        self._last: tuple[int, int] | None = None

    def send(self, payload: bytes, timestamp: int, marker: bool, level: int = 0) -> None:
        """Send one packet; the socket's full buffer loses it, as a network would."""
        self._number += 1
        if self.kind is not TrackKind.AUDIO:
            self._history.keep(self._number, 0x80 if marker else 0, timestamp, payload)
        self._last = (rtcp.ntp_now(), timestamp)
        self._octets += len(payload)
        self.packets += 1
        self._put(self._number, 0x80 if marker else 0, timestamp, payload, level)

    def _put(self, number: int, marker: int, timestamp: int, payload: bytes, level: int) -> None:
        buffer = self._buffer
        view = buffer.view
        REWRITTEN.pack_into(view, 1, marker | self._payload_type, number & 0xFFFF, timestamp)
        if self._level_at:
            view[self._level_at] = level
        end = self._head + len(payload)
        view[self._head : end] = payload
        buffer.length[0] = end
        if srtp.protect(self._wire.protect_handle, buffer.data, buffer.length) == 0:
            try:
                self._wire.sendto(view[: buffer.length[0]], self._wire.address)
            except OSError:
                return

    def resend(self, wanted: list[int]) -> None:
        """Answer a NACK."""
        for sequence in wanted[:RESENT_AT_ONCE]:
            kept = self._history.get(extend(sequence & 0xFFFF, self._number))
            if kept is not None:
                self._put(*kept, 0)

    def forget(self) -> None:
        """The track was turned off: nothing of it leaves any more, not on request either."""
        self._history.clear()

    def report(self) -> bytes:
        """A sender report, or nothing before the first packet."""
        if self._last is None:
            return b""
        ntp_time, rtp_time = self._last
        return rtcp.sender_report(self.ssrc, ntp_time, rtp_time, self.packets, self._octets)
