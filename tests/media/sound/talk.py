"""Speech in packets, and a buffer that plays them: what the sound tests speak in."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from peer.media.opus import FRAME, Encoder
from peer.media.playout import TalkerBuffer
from peer.media.sources import Block
from peer.media.speech import speech

FRAME_MS = 20
BLOCK_MS = 10


@functools.cache
def payloads(voice: int = 0, seconds: float = 6.0, dtx: bool = False) -> tuple[bytes, ...]:
    """Every 20 ms frame of a voice, encoded."""
    sound = speech(voice, seconds)
    encoder = Encoder(dtx=dtx)
    return tuple(encoder.encode(sound[at : at + FRAME]) for at in range(0, len(sound) - FRAME + 1, FRAME))


class Line:
    """A talker's packets on the way to their buffer; time is counted, not waited for."""

    def __init__(self, buffer: TalkerBuffer | None = None, timestamp: int = 0, sequence: int = 0) -> None:
        self.buffer = buffer or TalkerBuffer()
        self.now = 0.0
        self._timestamp = timestamp
        self._sequence = sequence
        self.played: list[Block] = []
        self.origins: list[NDArray[np.int8]] = []

    def deliver(self, frames: Sequence[bytes | None]) -> Line:
        """One frame each 20 ms; None is lost on the way."""
        for payload in frames:
            if payload is not None:
                self.buffer.insert(payload, self._timestamp % 2**32, self._sequence % 2**16, self.now)
            self._timestamp += FRAME
            self._sequence += 1
            self.listen(2)
        return self

    def pause(self, frames: int) -> Line:
        """Time goes on, nothing is sent and no number is used up."""
        self._timestamp += frames * FRAME
        return self.listen(2 * frames)

    def listen(self, blocks: int) -> Line:
        """The loudspeaker takes blocks of 10 ms."""
        for _ in range(blocks):
            block, origins = self.buffer.pull()
            self.played.append(block)
            self.origins.append(origins)
            self.now += BLOCK_MS
        return self

    @property
    def sound(self) -> Block:
        return np.concatenate(self.played)


def alike(sent: Block, heard: Block) -> float:
    """The best normalised correlation of the samples themselves, at any lag."""
    first, second = sent.astype(float), heard.astype(float)
    size = 1 << (len(first) + len(second)).bit_length()
    products = np.fft.irfft(np.fft.rfft(second, size) * np.conj(np.fft.rfft(first, size)), size)
    return float(products.max() / (np.linalg.norm(first) * np.linalg.norm(second) + 1))
