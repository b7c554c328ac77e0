"""The camera of this computer through QtMultimedia."""

from __future__ import annotations

import threading
from collections.abc import Callable

import av
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QVideoFrame,
    QVideoSink,
)

from client.devices.frames import from_qt

WANTED_WIDTH = 1280
WANTED_RATE = 30.0

Deliver = Callable[[av.VideoFrame], None]


class QtCamera(QObject):
    """A VideoSource. Made on the Qt thread; `start` and `stop` may be called from any.

    `device` says which camera is meant now; it is asked on the thread that starts.
    """

    failed = Signal()
    """It would not start, or went away while it ran."""

    _wanted = Signal(bool)

    def __init__(self, device: Callable[[], QCameraDevice | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._device = device
        self._lock = threading.Lock()
        self._deliver: Deliver | None = None
        self._session: QMediaCaptureSession | None = None
        self._camera: QCamera | None = None
        self._sink: QVideoSink | None = None
        self._latest: QVideoFrame | None = None
        self._there_is_one = threading.Event()
        self._worker: threading.Thread | None = None
        self._wanted.connect(self._switch, Qt.ConnectionType.QueuedConnection)

    def start(self, deliver: Deliver) -> None:
        """Begin. Raises OSError if there is no camera."""
        if self._device() is None:
            raise OSError("no camera")
        with self._lock:
            self._deliver = deliver
            if self._worker is None:
                self._worker = threading.Thread(target=self._convert, name="camera", daemon=True)
                self._worker.start()
        self._wanted.emit(True)

    def stop(self) -> None:
        """End; nothing is delivered afterwards."""
        with self._lock:
            self._deliver = None
            self._worker = None
            self._latest = None
        self._there_is_one.set()
        self._wanted.emit(False)

    @Slot()
    def restart(self) -> None:
        """Use the camera that is meant now, if one runs."""
        if self._camera is not None:
            self._switch(False)
            self._switch(True)

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        if self._camera is not None:
            self._camera.stop()
        self._session = self._camera = self._sink = None
        with self._lock:
            on = on and self._deliver is not None
        if not on:
            return
        device = self._device()
        if device is None:
            self.failed.emit()
            return
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._take, Qt.ConnectionType.DirectConnection)
        self._camera = QCamera(device, self)
        chosen = best_format(device.videoFormats())
        if chosen is not None:
            self._camera.setCameraFormat(chosen)
        self._camera.errorOccurred.connect(self._fail)
        self._session = QMediaCaptureSession(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._camera.start()

    def _fail(self, *_: object) -> None:
        self.failed.emit()

    def _take(self, frame: QVideoFrame) -> None:
        with self._lock:
            self._latest = QVideoFrame(frame)
        self._there_is_one.set()

    def _convert(self) -> None:
        me = threading.current_thread()
        while True:
            self._there_is_one.wait()
            with self._lock:
                self._there_is_one.clear()
                if self._worker is not me:
                    return
                frame, self._latest = self._latest, None
            picture = None if frame is None else from_qt(frame)
            with self._lock:
                deliver = self._deliver if self._worker is me else None
            if picture is not None and deliver is not None:
                deliver(picture)


def best_format(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """Return the format nearest to 1280 wide that reaches 30 pictures a second (else the fastest)."""

    def worth(form: QCameraFormat) -> tuple[bool, int, float]:
        rate = form.maxFrameRate()
        return rate < WANTED_RATE - 1, abs(form.resolution().width() - WANTED_WIDTH), -min(rate, WANTED_RATE)

    return min(formats, key=worth, default=None)
