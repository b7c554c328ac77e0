"""Decoded sound that waits to be played, with the origin of each sample, in two arrays that never grow."""

from __future__ import annotations

import enum

import numpy as np
from numpy.typing import NDArray

from peer.media.opus import LONGEST_FRAME
from peer.media.sources import Block

Origins = NDArray[np.int8]


class Origin(enum.IntEnum):
    """Where a sample came from."""

    DECODED = 0
    RECOVERED = 1
    """Rebuilt from the copy in the packet that follows the lost one."""
    CONCEALED = 2
    """Invented: its packet is lost, a later one is here."""
    EXPANDED = 3
    """Invented: nothing is here, playout ran ahead of the network."""
    SILENCE = 4
    """The talker pauses (DTX), has not begun, or is not listened to."""


SHORTEST_PERIOD = 120
LONGEST_PERIOD = 720
"""Samples of one pitch period: 400 Hz to 67 Hz."""
STRETCH_INPUT = 2 * LONGEST_PERIOD
"""Samples that must be in hand to look for a period."""

_CAPACITY = STRETCH_INPUT + 2 * LONGEST_FRAME
_REDUCE = 6
_COUNT = STRETCH_INPUT // _REDUCE
_HIGH = LONGEST_PERIOD // _REDUCE
_LOW = SHORTEST_PERIOD // _REDUCE
_WIDTH = _COUNT - _HIGH


class SampleQueue:
    """First in, first out; at most 12,960 samples."""

    def __init__(self) -> None:
        self._samples = np.zeros(_CAPACITY, np.int16)
        self._origins = np.zeros(_CAPACITY, np.int8)
        self._start = 0
        self._end = 0

    def __len__(self) -> int:
        return self._end - self._start

    def append(self, samples: Block, origin: Origin) -> None:
        """Add samples of one origin at the end. The caller keeps below the bound."""
        end = self._end + len(samples)
        if end > _CAPACITY:
            self._to_front()
            end = self._end + len(samples)
        self._samples[self._end : end] = samples
        self._origins[self._end : end] = origin
        self._end = end

    def take(self, count: int) -> tuple[Block, Origins]:
        """Remove and return `count` samples from the front; there are that many."""
        end = self._start + count
        taken = self._samples[self._start : end].copy(), self._origins[self._start : end].copy()
        self._start = end
        return taken

    def clear(self) -> None:
        """Drop everything."""
        self._start = self._end = 0

    def stretch(self, *, shorten: bool, least_similar: float, quiet: float) -> int:
        """Remove or repeat one pitch period of the first 30 ms, cross-faded; return its length.

        0 means that it would be heard: neighbouring periods are not alike (correlation above `least_similar`)
        and the sound is not quieter than `quiet` (rms, int16 units). Needs STRETCH_INPUT samples.
        """
        window = self._samples[self._start : self._start + STRETCH_INPUT].astype(np.float32)
        period, similarity, loudness = _find_period(window)
        if similarity <= least_similar and loudness >= quiet:
            return 0
        self._to_front()
        first = STRETCH_INPUT - 2 * period
        middle, last = first + period, first + 2 * period
        fade_out = np.linspace(1, 0, period, dtype=np.float32)
        before, after = window[first:middle], window[middle:last]
        if shorten:
            self._samples[first:middle] = before * fade_out + after * (1 - fade_out)
            self._move(last, middle)
        else:
            self._move(middle, last)
            self._samples[middle:last] = after * fade_out + before * (1 - fade_out)
            self._origins[middle:last] = self._origins[first:middle]
        return period

    def _to_front(self) -> None:
        self._move(self._start, 0)
        self._start = 0

    def _move(self, source: int, target: int) -> None:
        """Shift everything from `source` on to `target`."""
        count = self._end - source
        for array in (self._samples, self._origins):
            array[target : target + count] = array[source : self._end].copy()
        self._end = target + count


def _find_period(window: NDArray[np.float32]) -> tuple[int, float, float]:
    """Return (period in samples, similarity, rms), searched at 8 kHz for speed."""
    reduced = window.reshape(_COUNT, _REDUCE).mean(1)
    tail = reduced[_HIGH:]
    energy = float(np.dot(tail, tail)) + 1e-3
    products = np.correlate(reduced, tail, "valid")
    running = np.concatenate((np.zeros(1), np.cumsum(reduced.astype(np.float64) ** 2)))
    energies = running[_WIDTH:] - running[: _COUNT - _WIDTH + 1] + 1e-3
    similarity = products / np.sqrt(energies * energy)
    # products[i] compares with what lies _HIGH - i before; lags shorter than _LOW are no pitch
    best = int(np.argmax(similarity[: _HIGH - _LOW + 1]))
    return (_HIGH - best) * _REDUCE, float(similarity[best]), float(np.sqrt(energy / _WIDTH))
