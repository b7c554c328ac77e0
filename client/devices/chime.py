"""The chime at the door: two soft tones, made here, played once."""

from __future__ import annotations

import numpy as np

from client.devices.sound import QtSpeaker
from peer.media.sources import BLOCK, SAMPLE_RATE, Block

TONES = (659.25, 880.0)
"""E5, then A5."""

TONE_SECONDS = 0.32
LOUDNESS = 0.18


def chime() -> Block:
    """Return the samples: 48 kHz, mono, a whole number of blocks."""
    time = np.arange(int(TONE_SECONDS * SAMPLE_RATE)) / SAMPLE_RATE
    fade = np.exp(-time * 9.0) * np.minimum(1.0, time / 0.005)
    tones = [np.sin(2 * np.pi * pitch * time) * fade for pitch in TONES]
    samples = np.concatenate(tones) * LOUDNESS * 32767
    whole = np.zeros(-(-samples.size // BLOCK) * BLOCK)
    whole[: samples.size] = samples
    return whole.astype(np.int16)


class Player:
    """Plays a sound once through a loudspeaker of its own."""

    def __init__(self, speaker: QtSpeaker) -> None:
        self._speaker = speaker
        self._blocks: list[Block] = []

    def play(self, samples: Block) -> bool:
        """Play these samples (a whole number of blocks) from their beginning; False if there is no loudspeaker."""
        self._blocks = list(samples.reshape(-1, BLOCK))
        try:
            self._speaker.start(self._next)
        except OSError:
            return False
        return True

    def stop(self) -> None:
        """Be silent, and give the loudspeaker back."""
        self._speaker.stop()

    def _next(self) -> Block:
        return self._blocks.pop(0) if self._blocks else np.zeros(BLOCK, np.int16)
