"""Moments as they are written on screen. Clocks stay left to right in every language."""

from __future__ import annotations

import time


def clock_of(at: float) -> str:
    """Return a time of day with its seconds."""
    return time.strftime("%H:%M:%S", time.localtime(at))


def minute_of(at: float) -> str:
    """Return a time of day."""
    return time.strftime("%H:%M", time.localtime(at))
