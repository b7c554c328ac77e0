"""One camera and one microphone for two users: the meeting, and the check before it or in the settings.

The device runs while either wants it; what the meeting did not ask for does not reach the meeting.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import av
import numpy as np

from peer.media.sources import Block, SoundSource, VideoSource

FULL_SCALE = 32768.0


class SharedCamera:
    """A VideoSource on top of another. `show` sees every picture while the check runs."""

    def __init__(self, source: VideoSource, show: Callable[[av.VideoFrame], None]) -> None:
        self._source = source
        self._show = show
        self._lock = threading.Lock()
        self._deliver: Callable[[av.VideoFrame], None] | None = None
        self._preview = False
        self._runs = False

    def start(self, deliver: Callable[[av.VideoFrame], None]) -> None:
        """Begin for the meeting. Raises OSError if there is no camera."""
        with self._lock:
            self._deliver = deliver
            self._follow()

    def stop(self) -> None:
        """End for the meeting."""
        with self._lock:
            self._deliver = None
            self._follow()

    def preview(self, on: bool) -> None:
        """Begin or end for the check. Raises OSError if there is no camera."""
        with self._lock:
            self._preview = on
            self._follow()

    def _follow(self) -> None:
        wanted = self._preview or self._deliver is not None
        if wanted and not self._runs:
            try:
                self._source.start(self._take)
            except OSError:
                self._preview, self._deliver = False, None
                raise
        elif self._runs and not wanted:
            self._source.stop()
        self._runs = wanted

    def _take(self, picture: av.VideoFrame) -> None:
        deliver = self._deliver
        if self._preview:
            self._show(picture)
        if deliver is not None:
            deliver(picture)


class SharedMicrophone:
    """A SoundSource on top of another. `level` is told how loud each block is while the check runs."""

    def __init__(self, source: SoundSource, level: Callable[[float], None]) -> None:
        self._source = source
        self._level = level
        self._lock = threading.Lock()
        self._deliver: Callable[[Block], None] | None = None
        self._preview = False
        self._runs = False

    def start(self, deliver: Callable[[Block], None]) -> None:
        """Begin for the meeting. Raises OSError if there is no microphone."""
        with self._lock:
            self._deliver = deliver
            self._follow()

    def stop(self) -> None:
        """End for the meeting."""
        with self._lock:
            self._deliver = None
            self._follow()

    def preview(self, on: bool) -> None:
        """Begin or end for the check. Raises OSError if there is no microphone."""
        with self._lock:
            self._preview = on
            self._follow()

    def _follow(self) -> None:
        wanted = self._preview or self._deliver is not None
        if wanted and not self._runs:
            try:
                self._source.start(self._take)
            except OSError:
                self._preview, self._deliver = False, None
                raise
        elif self._runs and not wanted:
            self._source.stop()
        self._runs = wanted

    def _take(self, block: Block) -> None:
        if self._preview:
            self._level(float(np.abs(block.astype(np.int32)).max(initial=0)) / FULL_SCALE)
        deliver = self._deliver
        if deliver is not None:
            deliver(block)
