"""Is what was heard what was sent? Loudness over time tells: it survives codec, network and stretching."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from peer.media.sources import BLOCK, Block

Envelope = NDArray[np.float32]

_SLOW = 41
"""Values of 10 ms: what stays the same over so many is no syllable."""


def envelope(samples: Block) -> Envelope:
    """Return the root mean square (int16 units) of each 10 ms."""
    whole = samples[: len(samples) // BLOCK * BLOCK].reshape(-1, BLOCK).astype(np.float32)
    loudness: Envelope = np.sqrt(np.square(whole).mean(1))
    return loudness


def correlate(sent: Envelope, heard: Envelope) -> float:
    """Return how alike two envelopes are at the lag that suits best, -1 to 1; 0 where one of them is flat.

    `sent` is taken as repeating without end, as a clip does that a microphone plays again and again. What changes
    slower than a syllable is taken away first: everybody's speech has phrases and pauses. Of `heard` at least 6 s
    are needed to tell the voices of `speech` apart, for they are tried at every lag.
    """
    if len(sent) < 2 or len(heard) < 2 or not sent.any() or not heard.any():
        return 0.0
    count = len(heard)
    length = len(sent) + count
    circle = _syllables(np.tile(sent, -(-length // len(sent)))[:length])
    centred = _syllables(heard)
    centred -= centred.mean()
    products = _slide(circle, centred)
    sums, squares = (np.concatenate(([0.0], np.cumsum(values))) for values in (circle, circle**2))
    spread = squares[count:] - squares[:-count] - (sums[count:] - sums[:-count]) ** 2 / count
    scale = np.sqrt(np.maximum(spread, 0) * np.dot(centred, centred))
    return float(np.max(products / np.maximum(scale, 1e-6)))


def _syllables(loudness: Envelope) -> NDArray[np.float64]:
    values = loudness.astype(np.float64)
    around = np.pad(values, _SLOW // 2, mode="edge")
    return values - np.convolve(around, np.full(_SLOW, 1 / _SLOW), "valid")


def _slide(long: NDArray[np.float64], short: NDArray[np.float64]) -> NDArray[np.float64]:
    """The valid part of a correlation, through the spectrum: the direct way takes seconds for a minute."""
    size = 1 << int(np.ceil(np.log2(len(long) + len(short))))
    product = np.fft.rfft(long, size) * np.conj(np.fft.rfft(short, size))
    return np.fft.irfft(product, size)[: len(long) - len(short) + 1]
