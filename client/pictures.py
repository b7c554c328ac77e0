"""Pictures on their way to the screen: from the decoder's thread into the tiles' sinks, together, the latest only."""

from __future__ import annotations

import threading
import time

import av
import numpy as np
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat, QVideoSink

from peer.room.values import PersonId

MYSELF: PersonId = ""
"""The key of this computer's own camera in the check; in a meeting one's own pictures come with one's own id."""

TOGETHER = 1 / 30
"""Seconds between two looks at what came. Each picture that is shown alone paints the whole window once more: nine
tiles at 30 a second would paint it as often as the screen allows."""

SELDOM = 1 / 10
"""The same on a computer that is late with everything: sound and the host's packets come before smooth pictures."""

SIDE_LIMIT = 4096
"""A picture wider or higher than this is not shown: its size is the sender's word."""


def to_qt(picture: av.VideoFrame) -> QVideoFrame | None:
    """Return a new Qt frame with the same pixels; None if the size is out of bounds.

    A new one for every picture: Qt drops a frame that is identical to the last. Both sides pad their lines, each in
    its own way, so every plane is copied by lines.
    """
    if not (0 < picture.width <= SIDE_LIMIT and 0 < picture.height <= SIDE_LIMIT):
        return None
    if picture.format.name not in ("yuv420p", "yuvj420p"):
        picture = picture.reformat(format="yuv420p")
    form = QVideoFrameFormat(
        QSize(picture.width, picture.height), QVideoFrameFormat.PixelFormat.Format_YUV420P
    )
    frame = QVideoFrame(form)
    if not frame.map(QVideoFrame.MapMode.WriteOnly):
        return None
    try:
        for index, plane in enumerate(picture.planes):
            source = np.frombuffer(plane, np.uint8)[: plane.line_size * plane.height]
            stride = frame.bytesPerLine(index)
            target = np.frombuffer(frame.bits(index), np.uint8)
            # Qt rounds the chroma of odd heights down, FFmpeg up
            lines = min(plane.height, target.size // stride)
            width = min(plane.width, stride)
            target = target[: stride * lines].reshape(lines, stride)
            target[:, :width] = source.reshape(-1, plane.line_size)[:lines, :width]
            del target
    finally:
        frame.unmap()
    return frame


class Pictures(QObject):
    """Which sinks show whom. `show` may be called from any thread; the rest belongs to the Qt thread."""

    began = Signal(str)
    """The first picture of somebody (since `forget`) was shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._sinks: dict[PersonId, tuple[QVideoSink, ...]] = {}
        self._seen: set[PersonId] = set()
        self._last: dict[PersonId, QVideoFrame] = {}
        self._waiting: set[PersonId] = set()
        """Whose last picture is not shown yet."""
        self._came = threading.Condition(self._lock)
        self._closing = threading.Event()
        threading.Thread(target=self._run, name="pictures", daemon=True).start()

    def attach(self, person: PersonId, sink: QVideoSink) -> None:
        """Show somebody's pictures in this sink too, beginning with the last one."""
        with self._lock:
            self._sinks[person] = (*self._sinks.get(person, ()), sink)
            last = self._last.get(person)
            if last is not None:
                sink.setVideoFrame(last)

    def detach(self, person: PersonId, sink: QVideoSink) -> None:
        """Stop. The lock makes sure that no picture is on its way into a sink that is about to be destroyed."""
        with self._lock:
            left = tuple(other for other in self._sinks.get(person, ()) if other is not sink)
            if left:
                self._sinks[person] = left
            else:
                self._sinks.pop(person, None)

    def show(self, person: PersonId, picture: av.VideoFrame) -> None:
        """Show one picture. Whom no sink shows is converted only once, so that a new tile is not black."""
        with self._lock:
            wanted = person in self._sinks
            known = person in self._seen
        if known and not wanted:
            return
        frame = to_qt(picture)
        if frame is None:
            return
        with self._came:
            self._last[person] = frame
            self._seen.add(person)
            self._waiting.add(person)
            self._came.notify()
        if not known:
            self.began.emit(person)

    def close(self) -> None:
        """Show nothing more."""
        with self._came:
            self._closing.set()
            self._came.notify()

    def _run(self) -> None:
        pause = TOGETHER
        while True:
            with self._came:
                self._came.wait_for(lambda: self._waiting or self._closing.is_set())
                for person in self._waiting:
                    for sink in self._sinks.get(person, ()):
                        sink.setVideoFrame(self._last[person])
                self._waiting.clear()
            began = time.monotonic()
            if self._closing.wait(pause):
                return
            late = time.monotonic() - began - pause > TOGETHER / 4
            pause = min(SELDOM, pause * 1.5) if late else max(TOGETHER, pause * 0.98)

    def has(self, person: PersonId) -> bool:
        """True if there is a picture of this person since `forget`."""
        with self._lock:
            return person in self._seen

    def forget(self, person: PersonId) -> None:
        """Drop what was seen of somebody, and blank their sinks: their camera is off, or they are gone."""
        with self._lock:
            self._seen.discard(person)
            self._waiting.discard(person)
            self._last.pop(person, None)
            for sink in self._sinks.get(person, ()):
                sink.setVideoFrame(QVideoFrame())

    def forget_all(self) -> None:
        """Drop everything of a meeting that is over."""
        with self._lock:
            people = set(self._last) | self._seen
        for person in people:
            self.forget(person)
