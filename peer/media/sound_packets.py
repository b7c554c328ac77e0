"""The packets of one talker that wait for their turn: numbers unwrapped, sorted by RTP timestamp, bounded."""

from __future__ import annotations

import msgspec

from peer.media.opus import OpusError, samples_in

MOST_PACKETS = 100
"""Waiting packets; 2 s of the usual 20 ms."""

_SEQUENCE_BITS = 16
_TIMESTAMP_BITS = 32
_RESTART_SAMPLES = 48_000
_RESTART_PACKETS = 1_000


class Packet(msgspec.Struct, frozen=True, gc=False):
    """One payload; `timestamp` (samples at 48 kHz) and `sequence` are unwrapped."""

    payload: bytes
    timestamp: int
    sequence: int
    samples: int
    lateness_ms: float
    """How much later it came than the fastest of late."""
    seen: int
    """The number of the pull that found it."""

    @property
    def end(self) -> int:
        """The timestamp after its last sample."""
        return self.timestamp + self.samples


def unwrap(number: int, newest: int, bits: int) -> int:
    """Return the number nearest to `newest` that ends in these bits (RFC 3550, appendix A.1, in spirit)."""
    span = 1 << bits
    step = (number - newest) % span
    return newest + (step - span if step >= span // 2 else step)


class WaitingPackets:
    """What arrived and was not played yet, at most MOST_PACKETS."""

    def __init__(self) -> None:
        self._packets: dict[int, Packet] = {}
        self._newest_timestamp: int | None = None
        self._newest_sequence = 0
        self.held = 0
        """Samples in all of them."""

    def __len__(self) -> int:
        return len(self._packets)

    @property
    def newest_sequence(self) -> int:
        """The highest sequence number that was seen, waiting or not."""
        return self._newest_sequence

    def place(self, timestamp: int, sequence: int) -> tuple[int, int, bool]:
        """Return both numbers unwrapped, and whether another stream began (a jump that no network makes)."""
        if self._newest_timestamp is None:
            self._newest_timestamp = timestamp % (1 << _TIMESTAMP_BITS)
            self._newest_sequence = sequence % (1 << _SEQUENCE_BITS)
            return self._newest_timestamp, self._newest_sequence, False
        unwrapped = unwrap(timestamp, self._newest_timestamp, _TIMESTAMP_BITS)
        number = unwrap(sequence, self._newest_sequence, _SEQUENCE_BITS)
        forward = unwrapped - self._newest_timestamp
        backward = forward < -_RESTART_SAMPLES or (forward < 0 and number > self._newest_sequence)
        jumped = backward or abs(number - self._newest_sequence) > _RESTART_PACKETS
        if jumped or unwrapped > self._newest_timestamp:
            self._newest_timestamp = unwrapped
        if jumped or number > self._newest_sequence:
            self._newest_sequence = number
        return unwrapped, number, jumped

    def add(self, packet: Packet) -> bool:
        """Keep a packet; false if one with its timestamp waits already."""
        if packet.timestamp in self._packets:
            return False
        self._packets[packet.timestamp] = packet
        self.held += packet.samples
        return True

    def keep_below(self, samples: int) -> int:
        """Drop the oldest until at most MOST_PACKETS with at most `samples` wait; return how many went."""
        dropped = 0
        while len(self._packets) > MOST_PACKETS or self.held > samples:
            self.remove(self._packets[min(self._packets)])
            dropped += 1
        return dropped

    def first(self) -> Packet | None:
        """Return the packet with the lowest timestamp."""
        return self._packets[min(self._packets)] if self._packets else None

    def remove(self, packet: Packet) -> None:
        """Take out a packet that waits."""
        del self._packets[packet.timestamp]
        self.held -= packet.samples

    def drop(self) -> int:
        """Let all of them go; return how many there were."""
        dropped = len(self._packets)
        self._packets.clear()
        self.held = 0
        return dropped

    def clear(self) -> None:
        """Forget all of them, and the numbers too."""
        self.drop()
        self._newest_timestamp = None


def length_of(payload: bytes) -> int:
    """Return the samples in a payload, 0 if it is no Opus."""
    try:
        return samples_in(payload)
    except OpusError:
        return 0
