"""A microphone's way out: 10 ms blocks to 20 ms of Opus, on the microphone's own thread."""

from __future__ import annotations

import math
import secrets
import time
from collections.abc import Callable

import numpy as np

from peer.media.opus import LARGEST_DTX, Encoder
from peer.media.rtp import AUDIO_CLOCK, SILENCE
from peer.media.sources import BLOCK, Block

FRAME = 2 * BLOCK
FULL_SCALE = 32_767.0
PAUSE = AUDIO_CLOCK // 5
"""Samples: a clock that lags more than this behind the wall clock is set anew (the microphone was off)."""


def level(samples: Block) -> int:
    """Loudness in -dBov, 0 to 127 (RFC 6464 section 3)."""
    energy = float(np.mean(np.square(samples, dtype=np.float64))) if len(samples) else 0.0
    if energy <= 0:
        return SILENCE
    return min(SILENCE, max(0, round(-10 * math.log10(energy / FULL_SCALE**2))))


class SoundSender:
    """Encodes Opus with FEC and DTX. `send(payload, timestamp, level, begins)` is called on the microphone's thread.

    `begins`: the first packet after silence (the RTP marker bit, RFC 7587 section 4.2).
    """

    def __init__(self, send: Callable[[bytes, int, int, bool], None]) -> None:
        self._send = send
        self._encoder = Encoder()
        self._half: Block | None = None
        self._origin = secrets.randbits(32)
        self._clock = 0
        self._on = False
        self._pausing = True
        self.level = SILENCE

    def switch(self, on: bool) -> None:
        """Off: whatever is still delivered is dropped."""
        self._on = on
        self._half = None
        self._pausing = True
        if not on:
            self.level = SILENCE

    def deliver(self, block: Block) -> None:
        if not self._on or len(block) != BLOCK:
            return
        half, self._half = self._half, None
        if half is None:
            self._half = block
            return
        samples = np.concatenate((half, block))
        wall = int(time.monotonic() * AUDIO_CLOCK)
        if not -PAUSE < wall - self._clock < PAUSE:
            self._clock = wall
        timestamp = (self._clock + self._origin) & 0xFFFFFFFF
        self._clock += FRAME
        self.level = level(samples)
        payload = self._encoder.encode(samples)
        pausing = len(payload) <= LARGEST_DTX
        if self._on and not (pausing and self._pausing):
            self._send(payload, timestamp, self.level, self._pausing)
        self._pausing = pausing
