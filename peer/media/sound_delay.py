"""How much sound to keep in hand: a quantile of how late packets come."""

from __future__ import annotations

from collections import deque

import numpy as np

BIN_MS = 10
LARGEST_MS = 1000
"""No target is larger; a packet later than this means that the sender's clock jumped."""
SMALLEST_MS = 20

_QUANTILE = 0.97
_FORGET = 0.9983
_WINDOW = 100
_START_MS = 40


class TargetDelay:
    """A histogram of arrival delays, relative to the fastest of the last 100 packets, that slowly forgets."""

    def __init__(self) -> None:
        self.milliseconds = _START_MS
        self._delays: deque[float] = deque(maxlen=_WINDOW)
        self._histogram = np.zeros(LARGEST_MS // BIN_MS)
        self._histogram[0] = 1.0
        self._count = 0

    def forget_clocks(self) -> None:
        """Compare with nothing from before: the two clocks may have drifted apart in a long pause."""
        self._delays.clear()

    def packet_arrived(self, arrival_ms: float, timestamp_ms: float) -> float:
        """Note one packet; return how many ms later it came than the fastest of late."""
        delay = arrival_ms - timestamp_ms
        self._delays.append(delay)
        relative = delay - min(self._delays)
        if relative > LARGEST_MS:
            self.forget_clocks()
            self._delays.append(delay)
            relative = 0.0
        self._count += 1
        forget = min(_FORGET, 1 - 1 / (self._count + 1))  # the first packets teach more
        self._histogram *= forget
        self._histogram[min(len(self._histogram) - 1, int(relative // BIN_MS))] += 1 - forget
        cumulated = np.cumsum(self._histogram)
        reached = int(np.searchsorted(cumulated, _QUANTILE * cumulated[-1]))
        self.milliseconds = min(LARGEST_MS, max(SMALLEST_MS, BIN_MS * (reached + 2)))
        return relative
