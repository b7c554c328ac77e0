"""The playout buffer of one talker, in the manner of NetEq: 10 ms of sound at every call, come what may.

Packets are keyed on RTP timestamps. The buffer holds as much as the network's delay varies (`sound_delay`),
rebuilds a lost frame from the copy in the packet after it (in-band FEC), conceals what cannot be rebuilt,
and removes or repeats single pitch periods to stay at its target. A gap in time without a gap in numbers is
a pause, not a loss; at the end of each pause the delay is set afresh.
"""

from __future__ import annotations

import msgspec
import numpy as np

from peer.media.opus import FRAME, LARGEST_DTX, LARGEST_PAYLOAD, SHORTEST_FRAME, Decoder, OpusError, has_lbrr
from peer.media.sound_counts import PlayoutCounts
from peer.media.sound_delay import LARGEST_MS, TargetDelay
from peer.media.sound_inbox import Arrived, Inbox, newest, stalled
from peer.media.sound_packets import Packet, WaitingPackets, length_of
from peer.media.sound_queue import STRETCH_INPUT, Origin, Origins, SampleQueue
from peer.media.sources import BLOCK, Block

_SAMPLES_PER_MS = 48
_BLOCK_MS = 10
_SIMILAR = 0.85
_SIMILAR_IN_A_HURRY = 0.5
_QUIET = 60.0
_REST_AFTER_STRETCH = 2
_LOSS_MEMORY = 0.995
_LOSSY = 0.005
_DELAY_FOR_FEC_MS = 40
_LONGEST_EXPANSION = 20
_LONG_PAUSE_BLOCKS = 500
_COMFORT_BLOCKS = 40
_FADE_BLOCKS = 10


class TalkerBuffer:
    """One talker. `insert` and `reset` on the peer's thread, `pull` on one other; neither waits for it.

    `audible` may be set false: then sound passes by without being decoded.
    """

    def __init__(self) -> None:
        self.counts = PlayoutCounts()
        self.audible = True
        self._inbox = Inbox()
        self._decoder = Decoder()
        self._decoder_stale = False
        self._target = TargetDelay()
        self._packets = WaitingPackets()
        self._ready = SampleQueue()
        self._pulls = 0
        self._loss = 0.0
        self._playing = False
        self._pause_blocks = _COMFORT_BLOCKS
        self._last: Packet | None = None
        self._next = 0
        self._doubtful = 0
        self._invented_blocks = 0
        self._filled = 0
        self._level_ms: float | None = None
        self._rest = 0

    def insert(self, payload: bytes, timestamp: int, sequence: int, arrival_ms: float) -> None:
        """Take one RTP payload, as it arrived. Too many at once push out the oldest."""
        if not 1 <= len(payload) <= LARGEST_PAYLOAD:
            self.counts.oversized += 1
            return
        self._inbox.put(Arrived(payload, timestamp, sequence, arrival_ms))

    def reset(self) -> None:
        """Another stream comes from now on (slot re-pointed, gate reopened): drop all that waits."""
        self._inbox.restart()

    def pull(self) -> tuple[Block, Origins]:
        """Return the next 10 ms (480 samples), and where each sample comes from."""
        self._pulls += 1
        self._open_inbox()
        if self._playing:
            self._adjust()
        while len(self._ready) < BLOCK:
            self._add_some()
        block, origins = self._ready.take(BLOCK)
        self._count(origins)
        return block, origins

    @property
    def delay_ms(self) -> float:
        """How much sound is in hand, lost packets between those that are here included."""
        return (len(self._ready) + self._packets.held + self._missing()) / _SAMPLES_PER_MS

    @property
    def target_ms(self) -> int:
        """How much sound the network's variation asks for."""
        return max(self._target.milliseconds, _DELAY_FOR_FEC_MS if self._loss > _LOSSY else 0)

    @property
    def talking(self) -> bool:
        """True unless the talker pauses or has not begun."""
        return self._playing or len(self._packets) > 0

    # --- what arrived ---------------------------------------------------------------------------

    def _open_inbox(self) -> None:
        found, restarted = self._inbox.open()
        if restarted:
            self._start_over()
        if stalled(found):
            kept = newest(found)
            self.counts.overflowed += len(found) - len(kept) + self._packets.drop()
            self._ready.clear()
            self._stop_playing(_COMFORT_BLOCKS)
            self._last = None
            found = kept
        for arrived in found:
            self._sort_in(arrived)

    def _sort_in(self, arrived: Arrived) -> None:
        samples = length_of(arrived.payload)
        if not samples:
            self.counts.garbage += 1
            return
        self.counts.packets += 1
        if self._pause_blocks > _LONG_PAUSE_BLOCKS and not self.talking:
            self._target.forget_clocks()
        timestamp, sequence, jumped = self._packets.place(arrived.timestamp, arrived.sequence)
        if jumped:
            self._start_over()
            timestamp, sequence, _ = self._packets.place(arrived.timestamp, arrived.sequence)
        lateness = self._target.packet_arrived(arrived.arrival_ms, timestamp / _SAMPLES_PER_MS)
        packet = Packet(arrived.payload, timestamp, sequence, samples, lateness, self._pulls)
        if self._is_past(packet) or not self._packets.add(packet):
            self.counts.late += 1
        self.counts.overflowed += self._packets.keep_below(LARGEST_MS * _SAMPLES_PER_MS)

    def _is_past(self, packet: Packet) -> bool:
        last = self._last
        return last is not None and (packet.end <= self._next or packet.sequence <= last.sequence)

    def _start_over(self) -> None:
        self._packets.clear()
        self._ready.clear()
        self._target = TargetDelay()
        self._decoder_stale = True
        self._stop_playing(_COMFORT_BLOCKS)
        self._last = None
        self._level_ms = None

    # --- what is played -------------------------------------------------------------------------

    def _add_some(self) -> None:
        """Put at least one sample into `ready`, or change between playing and pausing."""
        head = self._packets.first()
        if not self._playing:
            if head is not None and self._due(head):
                self._begin(head)
            else:
                self._pause()
        elif head is None:
            self._go_on_without()
        elif head.end <= self._next:
            self._packets.remove(head)
            self.counts.late += 1
        elif head.timestamp - self._next < SHORTEST_FRAME:
            self._play(head)
        elif self._is_loss(head):
            self._fill(head)
        else:
            self._stop_playing()

    def _due(self, head: Packet) -> bool:
        late_ms = head.lateness_ms + (self._pulls - head.seen) * _BLOCK_MS
        return late_ms >= self.target_ms or self._packets.held > 2 * self.target_ms * _SAMPLES_PER_MS

    def _begin(self, head: Packet) -> None:
        self._settle(head)
        self._playing = True
        self._next = head.timestamp
        self._filled = 0
        self._level_ms = None
        if self._last is not None and head.sequence == self._last.sequence + 2 and has_lbrr(head.payload):
            # the packet that opened this spurt was lost, and its copy is here
            self._next = max(self._last.end, head.timestamp - FRAME)
            self._last = msgspec.structs.replace(self._last, timestamp=self._next - self._last.samples)

    def _stop_playing(self, pause_blocks: int = 0) -> None:
        self._playing = False
        self._pause_blocks = pause_blocks
        self._doubtful = 0

    def _pause(self) -> None:
        """Comfort noise that fades: the decoder goes on with the background of the last frame."""
        count = BLOCK - len(self._ready)
        left = _COMFORT_BLOCKS - self._pause_blocks
        self._pause_blocks += 1
        if left <= 0 or not self._hears():
            self._ready.append(np.zeros(count, np.int16), Origin.SILENCE)
            return
        noise = self._decoder.conceal(count)
        if left <= _FADE_BLOCKS:
            fade = np.linspace(left / _FADE_BLOCKS, (left - 1) / _FADE_BLOCKS, count)
            noise = (noise * fade).astype(np.int16)
        self._ready.append(noise, Origin.SILENCE)

    def _go_on_without(self) -> None:
        if self._last is not None and len(self._last.payload) <= LARGEST_DTX:
            self._stop_playing()
        elif self._invented_blocks >= _LONGEST_EXPANSION:
            self._give_up()
        else:
            self._conceal(BLOCK, Origin.EXPANDED)

    def _give_up(self) -> None:
        """Nothing came for 200 ms. Until the next packet tells, it counts as a pause: muting says no good-bye."""
        self._stop_playing(_COMFORT_BLOCKS)
        self._doubtful = min(_LONGEST_EXPANSION * BLOCK, self.counts.expanded)
        self.counts.expanded -= self._doubtful
        self.counts.silence += self._doubtful

    def _settle(self, head: Packet) -> None:
        """The first packet after giving up: if others were lost before it, the network was down, and not a pause."""
        if self._doubtful and self._last is not None and head.sequence != self._last.sequence + 1:
            silent = min(self._doubtful + (self._pause_blocks - _COMFORT_BLOCKS) * BLOCK, self.counts.silence)
            self.counts.silence -= silent
            self.counts.expanded += silent
        self._doubtful = 0

    def _play(self, head: Packet) -> None:
        self._packets.remove(head)
        overlap = self._next - head.timestamp
        samples = self._decode(head)
        quiet = len(head.payload) <= LARGEST_DTX or not self.audible
        if overlap > 0:
            samples = samples[overlap:]
        self._ready.append(samples, Origin.SILENCE if quiet else Origin.DECODED)
        self._last = head
        self._next = head.end
        self._filled = 0
        self._invented_blocks = 0
        self._loss *= _LOSS_MEMORY

    def _is_loss(self, head: Packet) -> bool:
        """A gap in time is a loss as far as lost packets can account for it; what is longer holds a pause."""
        last = self._last
        if last is None:
            return False
        lost = head.sequence - last.sequence - 1
        return lost > 0 and head.timestamp - last.end <= lost * max(FRAME, last.samples)

    def _fill(self, head: Packet) -> None:
        gap = head.timestamp - self._next
        count = gap
        if gap > head.samples:
            count = min(BLOCK, gap - head.samples)
            self._conceal(count, Origin.CONCEALED)
        elif gap == head.samples and self._hears() and has_lbrr(head.payload):
            try:
                self._ready.append(self._decoder.recover(head.payload, gap), Origin.RECOVERED)
            except OpusError:
                self._conceal(gap, Origin.CONCEALED)
        else:
            count = min(BLOCK, gap)
            self._conceal(count, Origin.CONCEALED)
        self._next += count
        self._filled += count
        self._loss = self._loss * _LOSS_MEMORY + (1 - _LOSS_MEMORY) * count / FRAME

    def _conceal(self, count: int, origin: Origin) -> None:
        samples = self._decoder.conceal(count) if self._hears() else np.zeros(count, np.int16)
        self._ready.append(samples, origin if self.audible else Origin.SILENCE)
        self._invented_blocks += 1

    def _decode(self, packet: Packet) -> Block:
        if self._hears():
            try:
                samples = self._decoder.decode(packet.payload)
            except OpusError:
                self.counts.garbage += 1
                samples = self._decoder.conceal(packet.samples)
            if len(samples) == packet.samples:
                return samples
        return np.zeros(packet.samples, np.int16)

    def _hears(self) -> bool:
        """Whether to decode at all; a decoder that missed something begins afresh."""
        if not self.audible:
            self._decoder_stale = True
        elif self._decoder_stale:
            self._decoder.reset()
            self._decoder_stale = False
        return self.audible

    # --- how much is in hand --------------------------------------------------------------------

    def _missing(self) -> int:
        """Samples of lost packets between those that wait."""
        if not self._playing or self._last is None or not len(self._packets):
            return 0
        lost = self._packets.newest_sequence - self._last.sequence - len(self._packets)
        return max(0, min(lost, len(self._packets)) * self._last.samples - self._filled)

    def _adjust(self) -> None:
        level = self.delay_ms
        self._level_ms = level if self._level_ms is None else self._level_ms + (level - self._level_ms) / 16
        self._rest -= 1
        if self._rest > 0 or self._invented_blocks or not self.audible:
            return
        target = self.target_ms
        upper = max(target, target * 0.75 + 20) + 10
        lower = max(target * 0.75, target - 40) - 10
        if (self._level_ms > upper and level > target) or self._level_ms > 4 * target + 60:
            hurry = self._level_ms > 2 * upper
            self._stretch(shorten=True, least_similar=_SIMILAR_IN_A_HURRY if hurry else _SIMILAR)
        elif self._level_ms < lower and level < target and level >= FRAME / _SAMPLES_PER_MS:
            self._stretch(shorten=False, least_similar=_SIMILAR)

    def _stretch(self, *, shorten: bool, least_similar: float) -> None:
        while len(self._ready) < STRETCH_INPUT:
            head = self._packets.first()
            if head is None or head.timestamp - self._next >= SHORTEST_FRAME:
                return
            self._play(head)
        changed = self._ready.stretch(shorten=shorten, least_similar=least_similar, quiet=_QUIET)
        if changed and self._level_ms is not None:
            self.counts.stretched += changed
            self._level_ms += (-changed if shorten else changed) / _SAMPLES_PER_MS
            self._rest = _REST_AFTER_STRETCH

    def _count(self, origins: Origins) -> None:
        totals = np.bincount(origins, minlength=len(Origin)).tolist()
        counts = self.counts
        counts.decoded += totals[Origin.DECODED]
        counts.recovered += totals[Origin.RECOVERED]
        counts.concealed += totals[Origin.CONCEALED]
        counts.expanded += totals[Origin.EXPANDED]
        counts.silence += totals[Origin.SILENCE]
