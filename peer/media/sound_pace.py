"""A thread that does something every 10 ms, for sources and sinks that have no device to be their clock."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from peer.media.sources import BLOCK, SAMPLE_RATE

_PERIOD = BLOCK / SAMPLE_RATE
_MOST_BEHIND = 0.2
"""Seconds; a machine that slept or stalled longer goes on from now, not in a burst."""


class Pace:
    """Calls `step` every 10 ms, without drift, until stopped. Starts once."""

    def __init__(self, name: str, step: Callable[[], None]) -> None:
        self._step = step
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin on a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """End; `step` is not called afterwards."""
        self._ended.set()
        if self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        due = time.monotonic()
        while not self._ended.is_set():
            self._step()
            due += _PERIOD
            left = due - time.monotonic()
            if left > 0:
                self._ended.wait(left)
            elif left < -_MOST_BEHIND:
                due = time.monotonic()
