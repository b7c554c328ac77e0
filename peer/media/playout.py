"""The playout buffer of one talker, in the manner of NetEq: 10 ms of sound at every call, come what may.

Packets are keyed on RTP timestamps. The buffer holds as much as the network's delay varies (`sound_delay`),
rebuilds a lost frame from the copy in the packet after it (in-band FEC), conceals what cannot be rebuilt,
and removes or repeats single pitch periods to stay at its target. A gap in time without a gap in numbers is
a pause, not a loss; at the end of each pause the delay is set afresh.
"""

from __future__ import annotations

import msgspec
import numpy as np

from peer.media.opus import FRAME, LARGEST_DTX, LARGEST_PAYLOAD, SHORTEST_FRAME, has_lbrr
from peer.media.sound_counts import PlayoutCounts
from peer.media.sound_decoder import COMFORT_BLOCKS, TalkerDecoder
from peer.media.sound_delay import LARGEST_MS, TargetDelay
from peer.media.sound_inbox import Arrived, Inbox, newest, stalled
from peer.media.sound_level import Level, Wish
from peer.media.sound_packets import Packet, WaitingPackets, length_of
from peer.media.sound_queue import STRETCH_INPUT, Origin, Origins, SampleQueue
from peer.media.sources import BLOCK, Block

_SAMPLES_PER_MS = 48
_BLOCK_MS = 10
_SIMILAR = 0.85
_SIMILAR_IN_A_HURRY = 0.5
"""How alike two pitch periods are, from -1 to 1, of which one may be left out or repeated."""
_QUIET = 60.0
"""Root mean square below which any part may be."""
_LOSS_MEMORY = 0.995
_LOSSY = 0.005
_DELAY_FOR_FEC_MS = 40
"""While packets get lost, the one after the lost one has to be here in time: it holds the copy."""
_LONGEST_EXPANSION = 20
_LONG_PAUSE_BLOCKS = 500


class TalkerBuffer:
    """One talker. `insert` and `reset` on the peer's thread, all else on one other; neither waits for it."""

    def __init__(self) -> None:
        self.counts = PlayoutCounts()
        self._inbox = Inbox()
        self._decoder = TalkerDecoder()
        self._target = TargetDelay()
        self._packets = WaitingPackets()
        self._ready = SampleQueue()
        self._pulls = 0
        self._loss = 0.0
        self._playing = False
        self._pause_blocks = COMFORT_BLOCKS
        self._last: Packet | None = None
        self._next = 0
        self._doubtful = 0
        self._invented_blocks = 0
        self._filled = 0
        self._level = Level()

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
        self.counts.add(np.bincount(origins, minlength=len(Origin)).tolist())
        return block, origins

    @property
    def audible(self) -> bool:
        """Whether anybody listens; sound that nobody listens to passes by without being decoded."""
        return self._decoder.audible

    @audible.setter
    def audible(self, on: bool) -> None:
        self._decoder.audible = on

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
            self._stop_playing(COMFORT_BLOCKS)
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
        self._decoder.restart()
        self._stop_playing(COMFORT_BLOCKS)
        self._last = None
        self._level.restart()

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
        self._level.restart()
        if self._last is not None and head.sequence == self._last.sequence + 2 and has_lbrr(head.payload):
            # the packet that opened this spurt was lost, and its copy is here
            self._next = max(self._last.end, head.timestamp - FRAME)
            self._last = msgspec.structs.replace(self._last, timestamp=self._next - self._last.samples)

    def _stop_playing(self, pause_blocks: int = 0) -> None:
        self._playing = False
        self._pause_blocks = pause_blocks
        self._doubtful = 0

    def _pause(self) -> None:
        self._ready.append(*self._decoder.comfort(BLOCK - len(self._ready), self._pause_blocks))
        self._pause_blocks += 1

    def _go_on_without(self) -> None:
        if self._last is not None and len(self._last.payload) <= LARGEST_DTX:
            self._stop_playing()
        elif self._invented_blocks >= _LONGEST_EXPANSION:
            self._give_up()
        else:
            self._ready.append(*self._decoder.conceal(BLOCK, Origin.EXPANDED))
            self._invented_blocks += 1

    def _give_up(self) -> None:
        """Nothing came for 200 ms. Until the next packet tells, it counts as a pause: muting says no good-bye."""
        self._stop_playing(COMFORT_BLOCKS)
        self._doubtful = min(_LONGEST_EXPANSION * BLOCK, self.counts.expanded)
        self.counts.expanded -= self._doubtful
        self.counts.silence += self._doubtful

    def _settle(self, head: Packet) -> None:
        """The first packet after giving up tells: a pause skips time and no number, anything else was the network."""
        last, doubtful, self._doubtful = self._last, self._doubtful, 0
        if not doubtful or last is None:
            return
        silent = doubtful + (self._pause_blocks - COMFORT_BLOCKS) * BLOCK
        skipped = head.timestamp - last.end
        if head.sequence != last.sequence + 1 or skipped < silent / 2:
            silent = min(silent, self.counts.silence)
            self.counts.silence -= silent
            self.counts.expanded += silent

    def _play(self, head: Packet) -> None:
        self._packets.remove(head)
        samples, origin = self._decoder.decode(head.payload, head.samples)
        self.counts.garbage += origin is Origin.CONCEALED
        self._ready.append(samples[max(0, self._next - head.timestamp) :], origin)
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
        """Fill a part of the gap before a packet; the part that its copy covers comes last, in one piece."""
        gap = head.timestamp - self._next
        if gap == head.samples:
            count = gap
            self._ready.append(*self._decoder.recover(head.payload, gap))
        else:
            count = min(BLOCK, gap - head.samples if gap > head.samples else gap)
            self._ready.append(*self._decoder.conceal(count, Origin.CONCEALED))
        self._invented_blocks += 1
        self._next += count
        self._filled += count
        self._loss = self._loss * _LOSS_MEMORY + (1 - _LOSS_MEMORY) * count / FRAME

    # --- how much is in hand --------------------------------------------------------------------

    def _missing(self) -> int:
        """Samples of lost packets between those that wait."""
        if not self._playing or self._last is None or not len(self._packets):
            return 0
        lost = self._packets.newest_sequence - self._last.sequence - len(self._packets)
        return max(0, min(lost, len(self._packets)) * self._last.samples - self._filled)

    def _adjust(self) -> None:
        level_ms = self.delay_ms
        self._level.note(level_ms)
        if self._invented_blocks or not self.audible:
            return
        wish = self._level.wish(level_ms, self.target_ms)
        if wish is not Wish.NOTHING:
            self._stretch(wish)

    def _stretch(self, wish: Wish) -> None:
        while len(self._ready) < STRETCH_INPUT:
            head = self._packets.first()
            if head is None or head.timestamp - self._next >= SHORTEST_FRAME:
                return
            self._play(head)
        shorten = wish is not Wish.LENGTHEN
        similar = _SIMILAR_IN_A_HURRY if wish is Wish.SHORTEN_NOW else _SIMILAR
        changed = self._ready.stretch(shorten=shorten, least_similar=similar, quiet=_QUIET)
        if changed:
            self.counts.stretched += changed
            self._level.changed((-changed if shorten else changed) / _SAMPLES_PER_MS)
