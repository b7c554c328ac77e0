"""The chime that says somebody is at the door: two struck notes, shipped as resources/sounds/chime.wav."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from peer.media.sources import SAMPLE_RATE, Block

_SECONDS = 0.9
_LOUDNESS = 11_000.0
_NOTES = ((0.0, 659.26), (0.17, 880.0))
"""When (s) and how high (Hz): e, then a."""
_PARTIALS = ((1.0, 1.0, 5.0), (2.0, 0.35, 8.0), (3.01, 0.12, 14.0))
"""Relative pitch, loudness, and decay per second."""


def chime() -> Block:
    """Return 0.9 s of mono sound at 48 kHz, silent at both ends."""
    time = np.arange(int(_SECONDS * SAMPLE_RATE)) / SAMPLE_RATE
    total = np.zeros(len(time))
    for start, pitch in _NOTES:
        total += _strike(time - start, pitch)
    total *= np.clip((_SECONDS - time) / 0.1, 0, 1)
    sound: Block = (total * (_LOUDNESS / np.abs(total).max())).astype(np.int16)
    return sound


def _strike(time: NDArray[np.float64], pitch: float) -> NDArray[np.float64]:
    since = np.maximum(time, 0)
    sound = np.zeros(len(time))
    for ratio, loudness, decay in _PARTIALS:
        sound += loudness * np.exp(-decay * since) * np.sin(2 * np.pi * pitch * ratio * since)
    return sound * np.clip(since / 0.004, 0, 1)
