"""One m-line that the host's machine sends on to one member: which track it carries, and how packets are
rewritten.

A slot keeps its SSRC and mid for the connection's life. Each time that it is pointed anew a turn begins:
sequence numbers go on without a gap, timestamps jump by TURN_STEP, so that the other side can tell late
packets of an earlier turn, and early ones of a turn it was not told of yet, from this one's.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from peer.media import rtcp, srtp
from peer.media.budget import Share
from peer.media.rtp import REWRITTEN, TURN_STEP, extend, header
from peer.room import signals
from peer.room.values import TrackKind

if TYPE_CHECKING:
    from peer.media.aiortc_hooks import Wire
    from peer.media.track import Track

NEVER = 1 << 62
"""A `start` that no packet reaches: the slot waits for a key frame, or for any packet."""

RESENT_SHARE = 0.2
RESENT_CAP = 256 * 1024
REQUESTED_AT_ONCE = 64
"""Sequence numbers of one NACK that are looked at; the rest is asked for again, or comes with a key frame."""


class Slot:
    """A subscriber's slot. Hot paths read its attributes directly; only `point` and `stop` change what it
    carries."""

    __slots__ = (
        "_counted",
        "_fresh",
        "buffer",
        "clock",
        "head",
        "kind",
        "level_at",
        "mid",
        "next_number",
        "octets",
        "packets",
        "payload_type",
        "resent",
        "resent_share",
        "sequence_offset",
        "ssrc",
        "start",
        "timestamp_offset",
        "track",
        "turn",
        "turn_timestamp",
        "unsent",
        "wire",
    )

    def __init__(
        self,
        wire: Wire,
        mid: str,
        kind: TrackKind,
        ssrc: int,
        payload_type: int,
        mid_extension: int,
        level_extension: int,
    ) -> None:
        self.wire = wire
        self.mid = mid
        self.kind = kind
        self.ssrc = ssrc
        self.payload_type = payload_type
        constant, self.level_at = header(ssrc, mid, mid_extension, level_extension)
        self.head = len(constant)
        self.buffer = srtp.PacketBuffer()
        self.buffer.view[0 : self.head] = constant
        self.track: Track | None = None
        self.turn = 0
        self.turn_timestamp = 0
        self.start = NEVER
        # The lower half: libsrtp's rollover counter must not be guessed wrong at the first packets.
        self.next_number = 0x10000 + secrets.randbelow(0x8000)
        self.clock = secrets.randbits(32)
        self.sequence_offset = 0
        self.timestamp_offset = 0
        self.packets = 0
        self.octets = 0
        self.resent = 0
        self.unsent = 0
        self.resent_share = Share(RESENT_SHARE, RESENT_CAP)
        self._counted = 0
        self._fresh = False

    def point(self, track: Track | None) -> signals.Slot:
        """Carry this track from its next packet (a picture: its next key frame) on; None: nothing. A new
        turn."""
        self.stop()
        self.turn += 1
        self.turn_timestamp = (self.clock + TURN_STEP) & 0xFFFFFFFF
        self.clock = self.turn_timestamp
        self._fresh = True
        self.track = track
        if track is not None:
            track.subscribe(self)
        return self.told()

    def told(self) -> signals.Slot:
        """What the member's machine has to know of this slot now."""
        person = None if self.track is None else self.track.person
        kind = self.kind if self.track is None else self.track.kind
        return signals.Slot(
            mid=self.mid, kind=kind, person=person, turn=self.turn, timestamp=self.turn_timestamp
        )

    def stop(self) -> None:
        """Carry nothing from now on."""
        if self.track is not None:
            self.track.unsubscribe(self)
            self.pause()
            self.track = None

    def pause(self) -> None:
        """The track's gate closed or the slot leaves it: remember where the stream stands."""
        track = self.track
        if track is not None and self.start != NEVER:
            self.next_number = track.highest + self.sequence_offset + 1
            self.clock = (track.timestamp + self.timestamp_offset) & 0xFFFFFFFF
        self.start = NEVER

    def begin(self, number: int, timestamp: int) -> None:
        """The packet `number` of the track is the first that goes out."""
        self.sequence_offset = self.next_number - number
        if self._fresh:
            self._fresh = False
            self.timestamp_offset = (self.turn_timestamp - timestamp) & 0xFFFFFFFF
        self.start = number

    def resend(self, wanted: list[int]) -> None:
        """Answer a NACK from the track's history, as far as this slot's share goes and this turn reaches."""
        track = self.track
        if track is None or not track.open or self.start == NEVER or self.kind is TrackKind.AUDIO:
            return
        self.resent_share.earn(self.octets - self._counted)
        self._counted = self.octets
        newest = track.highest + self.sequence_offset
        for sequence in wanted[:REQUESTED_AT_ONCE]:
            number = extend(sequence & 0xFFFF, newest) - self.sequence_offset
            kept = track.history.get(number) if number >= self.start else None
            if kept is None:
                continue
            _, marker, timestamp, payload = kept
            if not self.resent_share.take(self.head + len(payload)):
                return
            self.resent += 1
            self.send(number, marker, timestamp, payload)

    def send(self, number: int, marker: int, timestamp: int, payload: Any) -> None:
        """One copy; `Track.receive` has the same, unrolled, for all slots."""
        buffer = self.buffer
        view = buffer.view
        REWRITTEN.pack_into(
            view,
            1,
            marker | self.payload_type,
            (number + self.sequence_offset) & 0xFFFF,
            (timestamp + self.timestamp_offset) & 0xFFFFFFFF,
        )
        end = self.head + len(payload)
        view[self.head : end] = payload
        buffer.length[0] = end
        if srtp.protect(self.wire.protect_handle, buffer.data, buffer.length):
            self.unsent += 1
            return
        try:
            self.wire.sendto(view[: buffer.length[0]], self.wire.address)
        except OSError:
            self.unsent += 1

    def report(self) -> bytes:
        """A sender report with the publisher's own clock mapping, for lip-sync; empty while there is none."""
        track = self.track
        if track is None or self.start == NEVER or track.clock_mapping is None:
            return b""
        ntp_time, rtp_time = track.clock_mapping
        return rtcp.sender_report(
            self.ssrc, ntp_time, rtp_time + self.timestamp_offset, self.packets, self.octets
        )
