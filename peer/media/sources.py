"""What a camera, a microphone and a loudspeaker are to the media path. Files, test pictures and Qt's devices all fit.

Every source and sink calls, or is called, on a thread of its own, never on the peer's loop or the Qt thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import av
import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 48_000
BLOCK = 480
"""Samples in 10 ms of mono sound: the unit that microphones give and loudspeakers take."""

Block = NDArray[np.int16]


class VideoSource(Protocol):
    """A camera. `deliver` gets yuv420p frames (any size) from any thread; the latest counts, others may be dropped."""

    def start(self, deliver: Callable[[av.VideoFrame], None]) -> None:
        """Begin. Raises DeviceMissing (OSError) if there is no such device."""

    def stop(self) -> None:
        """End; nothing is delivered afterwards."""


class SoundSource(Protocol):
    """A microphone. `deliver` gets blocks of BLOCK int16 samples, mono, 48 kHz, from any thread."""

    def start(self, deliver: Callable[[Block], None]) -> None:
        """Begin. Raises OSError if there is no such device."""

    def stop(self) -> None:
        """End; nothing is delivered afterwards."""


class SoundSink(Protocol):
    """A loudspeaker, the clock of playout: it calls `pull` whenever it has room for BLOCK more samples."""

    def start(self, pull: Callable[[], Block]) -> None:
        """Begin. Raises OSError if there is no such device."""

    def stop(self) -> None:
        """End; nothing is pulled afterwards."""
