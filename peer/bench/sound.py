"""`vestibule bench sound`: how much sound survives loss and jitter, and how late it is, beside stock aiortc.

In virtual time over seeded traces. Each packet is lost with the given chance, and comes later than the
fastest: "queued" by a gamma-distributed time (shape 2, mean half the jitter: with 30 ms of jitter nine
packets of ten are less than 30 ms late, one of a hundred more than 50 ms) in the order of sending;
"scattered" by anything from 0 to twice the jitter, so that packets overtake one another. Both buffers get
the same packets.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
from aiortc.jitterbuffer import JitterBuffer
from aiortc.rtp import RtpPacket

from peer.media.opus import FRAME, LARGEST_DTX, Encoder
from peer.media.playout import TalkerBuffer
from peer.media.speech import VOICES, speech

JITTER_MS = 30.0
BARS = {0.0: 0.5, 0.02: 1.0, 0.05: 2.0, 0.10: 5.0}
"""Most percent of samples neither decoded, rebuilt nor DTX, by loss."""
LONGEST_DELAY_MS = 80.0

_FRAME_MS = 20
_BLOCK_MS = 10


class Sent(msgspec.Struct, frozen=True):
    """A packet on its way."""

    payload: bytes
    timestamp: int
    sequence: int
    arrival_ms: float


class Outcome(msgspec.Struct, frozen=True):
    """What came out of one buffer over one trace: percent of samples, ms, microseconds for each 10 ms."""

    invented: float
    delay_ms: float
    rebuilt: float = 0.0
    pause: float = 0.0
    stretched: float = 0.0
    cost_us: float = 0.0


def encode(voice: int, seconds: float) -> list[tuple[bytes, int]]:
    """Return (payload, timestamp) of what a voice sends; of a pause's DTX packets only the first is sent."""
    sound = speech(voice, seconds)
    encoder = Encoder()
    sent = []
    pausing = False
    for start in range(0, len(sound) - FRAME + 1, FRAME):
        payload = encoder.encode(sound[start : start + FRAME])
        if not (pausing and len(payload) <= LARGEST_DTX):
            sent.append((payload, start))
        pausing = len(payload) <= LARGEST_DTX
    return sent


def queued(packets: Sequence[tuple[bytes, int]], loss: float, jitter_ms: float, seed: int) -> list[Sent]:
    """Return the packets that arrive through a queue."""
    generator = np.random.default_rng(seed)
    arrived = []
    earliest = 0.0
    for number, (payload, timestamp) in enumerate(packets):
        lost = generator.random() < loss
        late = float(generator.gamma(2, jitter_ms / 4)) if jitter_ms else 0.0
        earliest = max(earliest, timestamp / FRAME * _FRAME_MS + late)
        if not lost:
            arrived.append(Sent(payload, timestamp, number % 65_536, earliest))
    return arrived


def scattered(packets: Sequence[tuple[bytes, int]], loss: float, jitter_ms: float, seed: int) -> list[Sent]:
    """Return the packets that arrive by many ways, in order of arrival."""
    generator = np.random.default_rng(seed)
    arrived = []
    for number, (payload, timestamp) in enumerate(packets):
        lost = generator.random() < loss
        arrival = timestamp / FRAME * _FRAME_MS + float(generator.uniform(0, 2 * jitter_ms))
        if not lost:
            arrived.append(Sent(payload, timestamp, number % 65_536, arrival))
    return sorted(arrived, key=lambda packet: packet.arrival_ms)


def play_ours(arrived: Sequence[Sent]) -> Outcome:
    """Play a trace through our buffer."""
    buffer = TalkerBuffer()
    delays = []
    now = arrived[0].arrival_ms
    began = time.thread_time()
    pulls = 0
    waiting = iter(arrived)
    coming = next(waiting, None)
    while coming is not None:
        while coming is not None and coming.arrival_ms <= now:
            buffer.insert(coming.payload, coming.timestamp, coming.sequence, coming.arrival_ms)
            coming = next(waiting, None)
        buffer.pull()
        pulls += 1
        if buffer.talking:
            delays.append(buffer.delay_ms + _BLOCK_MS)  # with the block that was just taken
        now += _BLOCK_MS
    cost = (time.thread_time() - began) / pulls * 1e6
    counts = buffer.counts
    percent = 100 / (pulls * FRAME / 2)
    return Outcome(
        invented=100 * counts.invented_share,
        delay_ms=statistics.fmean(delays),
        rebuilt=counts.recovered * percent,
        pause=counts.silence * percent,
        stretched=counts.stretched * percent,
        cost_us=cost,
    )


def play_stock(arrived: Sequence[Sent], sent: int) -> Outcome:
    """Play a trace through aiortc's buffer, set as for its audio, and a player that takes 20 ms at a time."""
    buffer = JitterBuffer(capacity=16, prefetch=4)
    arrivals = {packet.timestamp: packet.arrival_ms for packet in arrived}
    delays = []
    free = 0.0
    for packet in arrived:
        rtp: Any = RtpPacket(sequence_number=packet.sequence, timestamp=packet.timestamp)
        rtp._data = packet.payload  # as its RTCRtpReceiver does
        _, frame = buffer.add(rtp)
        if frame is not None:
            free = max(free, packet.arrival_ms)
            delays.append(free - arrivals[frame.timestamp])
            free += _FRAME_MS
    return Outcome(
        invented=100 * (sent - len(delays)) / sent, delay_ms=statistics.fmean(delays) if delays else 0.0
    )


def run(argv: Sequence[str]) -> int:
    """Measure, print the table; return 0 if every bar holds, else 1."""
    parser = argparse.ArgumentParser(prog="vestibule bench sound", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="of speech in each trace")
    parser.add_argument("--seeds", type=int, default=5, help="traces for each loss; medians are shown")
    chosen = parser.parse_args(argv)
    speakers = [encode(voice, chosen.seconds) for voice in range(VOICES)]
    print(f"{chosen.seeds} traces of {chosen.seconds:.0f} s each, jitter {JITTER_MS:.0f} ms; medians")
    print(
        f"{'network':9}  loss  invented  (most)  rebuilt   pause  stretched  delay  (most)"
        "  stock: lost   delay  verdict"
    )
    good = True
    costs = []
    for network in (queued, scattered):
        for loss, most in BARS.items():
            ours, stock = [], []
            for seed in range(chosen.seeds):
                packets = speakers[seed % VOICES]
                arrived = network(packets, loss, JITTER_MS, seed)
                ours.append(play_ours(arrived))
                stock.append(play_stock(arrived, len(packets)))
            middle, other = _median(ours), _median(stock)
            held = middle.invented <= most and middle.delay_ms <= LONGEST_DELAY_MS
            good = good and held
            costs.append(middle.cost_us)
            print(
                f"{network.__name__:9} {loss:5.0%} {middle.invented:7.2f} %  {most:4.1f} %"
                f" {middle.rebuilt:6.2f} %  {middle.pause:4.1f} %"
                f"  {middle.stretched:7.2f} % {middle.delay_ms:3.0f} ms   {LONGEST_DELAY_MS:2.0f} ms"
                f"  {other.invented:9.2f} %  {other.delay_ms:3.0f} ms"
                f"  {'holds' if held else 'MISSED'}"
            )
    print(f"cost: {statistics.median(costs):.0f} us of processor time for each 10 ms and talker")
    return 0 if good else 1


def _median(outcomes: Sequence[Outcome]) -> Outcome:
    """The median of each field by itself."""
    fields = zip(*map(msgspec.structs.astuple, outcomes), strict=True)
    return Outcome(*(statistics.median(values) for values in fields))
