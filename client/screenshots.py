"""Pictures of the app's own windows, taken and written without holding anything up.

`grabWindow` renders, and Qt compresses a PNG, with Python's lock held: long enough for the sound to break. The scene
graph's own grab renders on its thread, and FFmpeg compresses without the lock.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import av
import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtQuick import QQuickItemGrabResult, QQuickWindow

Done = Callable[[tuple[str, ...]], None]
"""Gets the files that were written, on any thread."""

log = logging.getLogger("vestibule.screenshots")


class Screenshots(QObject):
    """Takes pictures of every visible window. Belongs to the Qt thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grabs: dict[Path, QQuickItemGrabResult] = {}
        """Kept until they are ready: Qt drops a grab that nobody holds."""

    def take(self, path: Path, done: Done) -> None:
        """Save the main window at `path`, the others beside it, named after themselves."""
        images: dict[Path, QImage] = {}
        grabs: dict[Path, tuple[QQuickItemGrabResult, QColor]] = {}
        for window in QGuiApplication.topLevelWindows():
            if isinstance(window, QQuickWindow) and window.isVisible():
                grab = window.contentItem().grabToImage()
                if grab is not None:
                    grabs[_target(path, window.objectName())] = (grab, window.color())
        if not grabs:
            done(())
        for target, (grab, color) in grabs.items():
            self._grabs[target] = grab
            grab.ready.connect(partial(self._ready, grab, color, target, images, len(grabs), done))

    def _ready(
        self,
        grab: QQuickItemGrabResult,
        color: QColor,
        target: Path,
        images: dict[Path, QImage],
        wanted: int,
        done: Done,
    ) -> None:
        self._grabs.pop(target, None)
        images[target] = _on(color, grab.image())
        if len(images) == wanted:
            threading.Thread(target=_save_all, args=(images, done), name="screenshots", daemon=True).start()


def _target(path: Path, name: str) -> Path:
    return path if not name or name == "main" else path.with_stem(f"{path.stem}-{name}")


def _on(color: QColor, items: QImage) -> QImage:
    """Put what the items drew on the window's own colour."""
    whole = QImage(items.size(), QImage.Format.Format_RGBX8888)
    whole.fill(color)
    painter = QPainter(whole)
    painter.drawImage(0, 0, items)
    painter.end()
    return whole


def _save_all(images: dict[Path, QImage], done: Done) -> None:
    done(tuple(sorted(str(path) for path, image in images.items() if _save(path, image))))


def _save(path: Path, image: QImage) -> bool:
    width, height = image.width(), image.height()
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    pixels = np.ascontiguousarray(lines[:, : width * 4].reshape(height, width, 4)[:, :, :3])
    encoder = av.CodecContext.create("png", "w")
    encoder.width, encoder.height, encoder.pix_fmt = width, height, "rgb24"
    encoder.framerate, encoder.options = 1, {"compression_level": "1"}
    packets = encoder.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")) + encoder.encode(None)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(map(bytes, packets)))
    except OSError as error:
        log.warning("a picture of the window could not be saved: %s", error.strerror)
        return False
    return True
