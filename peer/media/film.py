"""A film or a picture from a file, picture and sound at their own pace, from the beginning again when it ends."""

from __future__ import annotations

import heapq
import logging
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np

from peer.media.sources import BLOCK, SAMPLE_RATE, Block

log = logging.getLogger("vestibule.media.film")

LARGEST = (640, 360)
"""Pixels: a larger picture is made to fit."""

STILL = 0.5
"""Seconds for which a single picture stands before it is given again."""

LOOK_AHEAD = 0.5
"""Seconds of film that are decoded before they are due: a file need not hold picture and sound side by side."""

WAITING_LIMIT = 400
"""Pictures and blocks of sound that may wait, however a file is made."""

LATE = 0.5
"""Seconds that a busy machine may fall behind before the film is set back rather than hurried."""

Part = av.VideoFrame | Block


class Film:
    """One file. `picture` gets yuv420p frames within LARGEST, `sound` blocks of BLOCK samples, on the film's thread."""

    def __init__(self, path: Path) -> None:
        """Raises OSError if there is no such file, or no picture in it."""
        self._path = path
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        try:
            with av.open(str(path)) as container:
                if not container.streams.video:
                    raise OSError(f"{path.name}: no picture in it")
        except av.FFmpegError as error:
            raise OSError(f"{path.name}: {error}") from error

    def start(self, picture: Callable[[av.VideoFrame], None], sound: Callable[[Block], None]) -> None:
        """Begin, at the beginning."""
        self._stopping = stopping = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(picture, sound, stopping), name="film", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """End soon."""
        self._stopping.set()

    def _run(
        self,
        picture: Callable[[av.VideoFrame], None],
        sound: Callable[[Block], None],
        stopping: threading.Event,
    ) -> None:
        began = time.monotonic()
        while not stopping.is_set():
            length = STILL
            try:
                for at, part in self._in_order():
                    if stopping.wait(max(0.0, began + at - time.monotonic())):
                        return
                    began = max(began, time.monotonic() - at - LATE)
                    length = max(length, at)
                    if isinstance(part, av.VideoFrame):
                        picture(part)
                    else:
                        sound(part)
            except (OSError, ValueError) as error:
                log.error("the film cannot be read any more: %s", type(error).__name__)
                return
            stopping.wait(max(0.0, began + length - time.monotonic()))
            began += length

    def _in_order(self) -> Iterator[tuple[float, Part]]:
        waiting: list[tuple[float, int, Part]] = []
        newest = 0.0
        for number, (at, part) in enumerate(self._decoded()):
            heapq.heappush(waiting, (at, number, part))
            newest = max(newest, at)
            while waiting and (waiting[0][0] <= newest - LOOK_AHEAD or len(waiting) > WAITING_LIMIT):
                due, _, first = heapq.heappop(waiting)
                yield due, first
        while waiting:
            due, _, first = heapq.heappop(waiting)
            yield due, first

    def _decoded(self) -> Iterator[tuple[float, Part]]:
        """Each part with its time in seconds from the beginning, in the file's own order."""
        with av.open(str(self._path)) as container:
            streams = [container.streams.video[0], *container.streams.audio[:1]]
            resampler = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
            rest = np.zeros(0, np.int16)
            begins: float | None = None
            heard: float | None = None
            for frame in container.decode(streams):
                assert isinstance(frame, av.VideoFrame | av.AudioFrame)  # no other stream was asked for
                at = frame.time or 0.0
                begins = at if begins is None else begins
                if isinstance(frame, av.VideoFrame):
                    yield max(0.0, at - begins), fitting(frame)
                else:
                    heard = max(0.0, at - begins) if heard is None else heard
                    for resampled in resampler.resample(frame):
                        rest = np.concatenate((rest, resampled.to_ndarray().reshape(-1)))
                    whole = len(rest) // BLOCK * BLOCK
                    for block in rest[:whole].reshape(-1, BLOCK):
                        yield heard, block
                        heard += BLOCK / SAMPLE_RATE
                    rest = rest[whole:]


def fitting(frame: av.VideoFrame) -> av.VideoFrame:
    """The frame as yuv420p within LARGEST, in its own shape."""
    scale = min(1.0, LARGEST[0] / frame.width, LARGEST[1] / frame.height)
    width, height = (max(2, round(size * scale) // 2 * 2) for size in (frame.width, frame.height))
    if (width, height, "yuv420p") == (frame.width, frame.height, frame.format.name):
        return frame
    return frame.reformat(width=width, height=height, format="yuv420p")
