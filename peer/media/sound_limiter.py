"""Keep sound below a ceiling without clipping what can be turned down instead."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from peer.media.sources import BLOCK

_RAMP = 48
_RELEASE = 1.03


class Limiter:
    """Turns down at once (over 1 ms), comes back by 0.26 dB each 10 ms. `ceiling` in int16 units."""

    def __init__(self, ceiling: float) -> None:
        self._ceiling = ceiling
        self._gain = 1.0
        self._ramp = np.linspace(0, 1, _RAMP, dtype=np.float32)

    def limit(self, block: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return BLOCK samples, none beyond the ceiling; the very same array where nothing had to be done."""
        peak = float(np.abs(block).max())
        wanted = min(1.0, self._gain * _RELEASE, self._ceiling / peak if peak else 1.0)
        if wanted == 1.0 and self._gain == 1.0:
            return block
        gains = np.full(BLOCK, wanted, np.float32)
        gains[:_RAMP] = self._gain + (wanted - self._gain) * self._ramp
        self._gain = wanted
        limited: NDArray[np.float32] = np.clip(block * gains, -self._ceiling, self._ceiling)
        return limited
