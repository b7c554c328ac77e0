"""One track that a member publishes, on the host's machine: its gate, its history, and the forwarding itself.

`receive` is the hot path of the whole host: a packet goes in once and out once for each slot, with nothing
made in between.
"""

from __future__ import annotations

from collections.abc import Callable

from peer.media import srtp
from peer.media.history import History
from peer.media.missing import Missing
from peer.media.reception import Reception
from peer.media.rtp import REWRITTEN, extension, payload_bounds, vp8_frame_start
from peer.media.slot import Slot
from peer.room.values import PersonId, TrackKind

BYTES_A_SECOND = {TrackKind.AUDIO: 80_000, TrackKind.CAMERA: 2_000_000, TrackKind.SCREEN: 2_000_000}
"""What one track may carry: above it packets are dropped until the next second."""

CLOCK_JUMP = 1 << 26
"""Timestamps further from the last one are not forwarded: they could reach into another turn of a slot."""

LARGEST_PAYLOAD = srtp.LARGEST_PACKET - 60
SPOKEN_LEVEL = 60
"""-dBov: louder (smaller) than this counts as speech when the most recent speakers are looked for."""


class Track:
    """A published track. It begins with its gate closed."""

    def __init__(
        self,
        person: PersonId,
        kind: TrackKind,
        ssrc: int,
        payload_type: int,
        level_extension: int,
        now: Callable[[], float],
    ) -> None:
        self.person = person
        self.kind = kind
        self.ssrc = ssrc
        self.payload_type = payload_type
        self.open = False
        self.history = History()
        self.missing = Missing()
        self.reception = Reception(ssrc)
        self.highest = -1
        self.timestamp = 0
        self.slots: list[Slot] = []
        self.waiting: list[Slot] = []
        self.allowance = BYTES_A_SECOND[kind]
        self.spoke_at = float("-inf")
        self.clock_mapping: tuple[int, int] | None = None
        self.refused = 0
        self.stopped_at_gate = 0
        self.forwarded = 0
        self.on_gap: Callable[[Track], None] = _nothing
        self.on_wanted: Callable[[Track], None] = _nothing
        self._video = kind is not TrackKind.AUDIO
        self._level_extension = level_extension
        self._now = now
        self._started = False

    @property
    def watched(self) -> bool:
        """Whether anybody would get a packet of it."""
        return self.open and bool(self.slots or self.waiting)

    @property
    def in_use(self) -> bool:
        """A camera always; a screen once something came of it, so that a share that never began takes no slot."""
        return self.kind is not TrackKind.SCREEN or self.reception.packets > 0

    def subscribe(self, slot: Slot) -> None:
        self.waiting.append(slot)
        if self.open:
            self.on_wanted(self)

    def unsubscribe(self, slot: Slot) -> None:
        if slot in self.slots:
            self.slots.remove(slot)
        if slot in self.waiting:
            self.waiting.remove(slot)

    def open_gate(self) -> None:
        """Forward from the next packet (a picture: key frame) on. Slots have to be pointed anew before."""
        self.open = True
        self._started = False
        if self.waiting:
            self.on_wanted(self)

    def close_gate(self) -> None:
        """Forward nothing from the next packet on, resend nothing, ask for nothing."""
        self.open = False
        for slot in self.slots:
            slot.pause()
        self.waiting += self.slots
        self.slots = []
        self.history.clear()
        self.missing.clear()

    def rested(self) -> None:
        """Nothing came for a minute: the publisher's clock may go on anywhere. Slots have to be pointed
        anew."""
        self._started = False

    def receive(self, packet: memoryview, length: int, sequence: int, timestamp: int) -> None:
        """One authentic packet, unprotected, in memory that the next one overwrites."""
        highest = self.highest
        reception = self.reception
        if highest < 0:
            number = highest = self.highest = sequence + 0x10000
            reception.begin(number)
        else:
            ahead = (sequence - highest) & 0xFFFF
            if ahead < 0x8000:
                number = highest + ahead
            else:
                number = highest + ahead - 0x10000
                if self._video:
                    self.missing.arrived(number)
        reception.packets += 1
        self.allowance -= length
        if not self.open:
            self.highest = max(highest, number)
            self.stopped_at_gate += 1
            return
        second = packet[1]
        if (second & 0x7F) != self.payload_type or self.allowance < 0:
            self.refused += 1
            return
        jump = (timestamp - self.timestamp) & 0xFFFFFFFF
        if not self._started:
            self._started = True
            self.timestamp = timestamp
        elif jump < 0x80000000:
            if jump > CLOCK_JUMP:
                self.refused += 1
                return
            self.timestamp = timestamp
        elif jump < 0x100000000 - CLOCK_JUMP:
            self.refused += 1
            return
        start, end = payload_bounds(packet, length)
        size = end - start
        if size <= 0 or size > LARGEST_PAYLOAD:
            self.refused += 1
            return
        marker = second & 0x80
        level = 127
        if self._video:
            if number > highest + 1 and (self.slots or self.waiting):
                self.missing.gap(highest + 1, number, self._now())
                self.on_gap(self)
            if number > highest:
                self.highest = number
            if self.waiting and vp8_frame_start(packet, start, end)[2]:
                self._begin(number, timestamp)
            payload = bytes(packet[start:end])
            self.history.keep(number, marker, timestamp, payload)
        else:
            if number > highest:
                self.highest = number
            level = extension(packet, length, self._level_extension)
            level = 127 if level < 0 else level & 0x7F
            if level < SPOKEN_LEVEL:
                self.spoke_at = self._now()
            if self.waiting:
                self._begin(number, timestamp)
            payload = bytes(packet[start:end])
        protect = srtp.protect
        pack_into = REWRITTEN.pack_into
        for slot in self.slots:
            if number < slot.start:
                continue
            buffer = slot.buffer
            view = buffer.view
            pack_into(
                view,
                1,
                marker | slot.payload_type,
                (number + slot.sequence_offset) & 0xFFFF,
                (timestamp + slot.timestamp_offset) & 0xFFFFFFFF,
            )
            if slot.level_at:
                view[slot.level_at] = level
            head = slot.head
            view[head : head + size] = payload
            out = buffer.length
            out[0] = head + size
            wire = slot.wire
            if protect(wire.protect_handle, buffer.data, out):
                slot.unsent += 1
                continue
            try:
                wire.sendto(view[: out[0]], wire.address)
            except OSError:
                # A full socket loses the copy as a network would; the subscriber asks again.
                slot.unsent += 1
            slot.packets += 1
            slot.octets += size
        self.forwarded += 1

    def _begin(self, number: int, timestamp: int) -> None:
        for slot in self.waiting:
            slot.begin(number, timestamp)
        self.slots += self.waiting
        self.waiting = []

    def tick(self) -> None:
        """A second passed."""
        self.allowance = BYTES_A_SECOND[self.kind]


def _nothing(_track: Track) -> None:
    """Until somebody listens."""
