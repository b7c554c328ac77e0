"""Cameras that are no devices: a test picture, and a film from a file. Frames can carry a counter to be read.

The counter is drawn twice: as digits for people, and as two rows of black and white blocks along the top,
which survive encoding at any bit rate.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

COUNTER_BITS = 24
CHECK_BITS = 8
COLUMNS = (COUNTER_BITS + CHECK_BITS) // 2
DARK, LIGHT, MIDDLE = 16, 235, 126

DIGITS = (
    "111101101101111",
    "010110010010111",
    "111001111100111",
    "111001111001111",
    "101101111001001",
    "111100111001111",
    "111100111101111",
    "111001001001001",
    "111101111101111",
    "111101111001111",
)
"""3 columns by 5 rows each."""

Plane = NDArray[np.uint8]


def _block_size(width: int) -> int:
    return width // COLUMNS


def draw_counter(plane: Plane, number: int) -> None:
    """Draw `number` (modulo 2**24) into a brightness plane of shape (height, width), at least 128 by 72."""
    number %= 1 << COUNTER_BITS
    word = number | (_check(number) << COUNTER_BITS)
    size = _block_size(plane.shape[1])
    for bit in range(COUNTER_BITS + CHECK_BITS):
        row, column = divmod(bit, COLUMNS)
        plane[row * size : (row + 1) * size, column * size : (column + 1) * size] = (
            LIGHT if word >> bit & 1 else DARK
        )
    dot = max(1, size // 4)
    text = str(number)
    # in the middle: a tile has names and signs in its lower corners
    top, left = plane.shape[0] // 2, (plane.shape[1] - 4 * len(text) * dot) // 2
    plane[top - dot : top + 6 * dot, left - dot : left + (4 * len(text) + 1) * dot] = DARK
    for place, digit in enumerate(text):
        for index, lit in enumerate(DIGITS[int(digit)]):
            if lit == "1":
                y, x = top + index // 3 * dot, left + (place * 4 + index % 3) * dot
                plane[y : y + dot, x : x + dot] = LIGHT


def read_counter(frame: av.VideoFrame) -> int | None:
    """The number drawn into a frame, or None where there is none that can be trusted."""
    plane = _brightness(frame)
    size = _block_size(plane.shape[1])
    if size < 4 or plane.shape[0] < 2 * size:
        return None
    inset = size // 4
    word = 0
    for bit in range(COUNTER_BITS + CHECK_BITS):
        row, column = divmod(bit, COLUMNS)
        block = plane[
            row * size + inset : (row + 1) * size - inset, column * size + inset : (column + 1) * size - inset
        ]
        if block.mean() > MIDDLE:
            word |= 1 << bit
    number, check = word & (1 << COUNTER_BITS) - 1, word >> COUNTER_BITS
    return number if check == _check(number) else None


def _check(number: int) -> int:
    return (number ^ number >> 8 ^ number >> 16 ^ 0xA5) & 0xFF


def _brightness(frame: av.VideoFrame) -> Plane:
    if frame.format.name not in ("yuv420p", "yuvj420p", "nv12", "gray"):
        frame = frame.reformat(format="yuv420p")
    plane = frame.planes[0]
    rows: Plane = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
    return rows[:, : plane.width]


class _Paced:
    """A thread that calls `_frame` at a rate until it is stopped; it skips what it is late for."""

    def __init__(self, fps: float) -> None:
        self.fps = fps
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()

    def _begin(self, run: Callable[[threading.Event], None], name: str) -> None:
        self.stop()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=run, args=(self._stopping,), name=name, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End; nothing is delivered afterwards."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._stopping.set()
            if thread is not threading.current_thread():
                thread.join()


class TestCamera(_Paced):
    """A moving pattern with a counter: every picture differs from the last, and says which it is."""

    __test__ = False

    def __init__(self, width: int = 640, height: int = 360, fps: float = 30.0, hue: int = 0) -> None:
        super().__init__(fps)
        self.width, self.height, self.hue = width, height, hue
        columns, rows = np.meshgrid(np.arange(width), np.arange(height))
        self._pattern = (columns // 3 + rows // 2).astype(np.int32)

    def picture(self, number: int) -> av.VideoFrame:
        """The picture of this number, yuv420p."""
        planes = np.empty((self.height * 3 // 2, self.width), np.uint8)
        planes[: self.height] = (self._pattern + 3 * number) % 120 + 60
        chroma = planes[self.height :].reshape(2, -1)
        chroma[0], chroma[1] = 100 + self.hue * 37 % 60, 100 + self.hue * 53 % 60
        draw_counter(planes[: self.height], number)
        return av.VideoFrame.from_ndarray(planes, format="yuv420p")

    def start(self, deliver: Callable[[av.VideoFrame], None]) -> None:
        """Begin, at number 0."""

        def run(stopping: threading.Event) -> None:
            began = time.monotonic()
            number = 0
            while not stopping.is_set():
                deliver(self.picture(number))
                number = max(number + 1, int((time.monotonic() - began) * self.fps))
                stopping.wait(max(0.0, began + number / self.fps - time.monotonic()))

        self._begin(run, "test-camera")


class FileCamera(_Paced):
    """A film in place of a camera, at its own rate, from the beginning again when it ends."""

    def __init__(self, path: Path | str, loop: bool = True) -> None:
        super().__init__(30.0)
        self.path = Path(path)
        self.loop = loop

    def start(self, deliver: Callable[[av.VideoFrame], None]) -> None:
        """Begin. Raises OSError if there is no such file, or no picture in it."""
        try:
            with av.open(str(self.path)) as container:
                if not container.streams.video:
                    raise OSError(f"{self.path.name}: no picture in it")
                rate = container.streams.video[0].average_rate
        except av.FFmpegError as error:
            raise OSError(f"{self.path.name}: {error}") from error
        self.fps = float(rate) if rate else 30.0

        def run(stopping: threading.Event) -> None:
            due = time.monotonic()
            while not stopping.is_set():
                for frame in self._frames():
                    if stopping.is_set():
                        return
                    deliver(frame)
                    due = max(due + 1 / self.fps, time.monotonic() - 0.5)
                    stopping.wait(max(0.0, due - time.monotonic()))
                if not self.loop:
                    return

        self._begin(run, "file-camera")

    def _frames(self) -> Iterator[av.VideoFrame]:
        with av.open(str(self.path)) as container:
            for frame in container.decode(video=0):
                yield frame if frame.format.name == "yuv420p" else frame.reformat(format="yuv420p")
