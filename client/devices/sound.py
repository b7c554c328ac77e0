"""Microphone and loudspeaker through QtMultimedia: 48 kHz, mono, 16 bit, each on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QByteArray, QIODevice, QObject, QThread, Signal
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QAudioSource, QtAudio

from peer.media.sources import BLOCK, SAMPLE_RATE, Block

BLOCK_BYTES = BLOCK * 2
BUFFER_BYTES = SAMPLE_RATE * 2 * 60 // 1000
"""60 ms: measured to lose nothing while Python is busy (20 ms lose 0.2 %)."""

STOP_MS = 2_000


def sound_format() -> QAudioFormat:
    """Return 48 kHz, mono, 16 bit."""
    form = QAudioFormat()
    form.setSampleRate(SAMPLE_RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return form


class _Capture(QThread):
    """One run of one microphone."""

    failed = Signal()

    def __init__(self, device: QAudioDevice, deliver: Callable[[Block], None]) -> None:
        super().__init__()
        self._device = device
        self._deliver: Callable[[Block], None] | None = deliver
        self._rest = b""

    def run(self) -> None:
        source = QAudioSource(self._device, sound_format())
        source.setBufferSize(BUFFER_BYTES)
        stream = source.start()
        if stream is None or source.error() != QtAudio.Error.NoError:
            self.failed.emit()
            return
        stream.readyRead.connect(lambda: self._read(stream))
        self.exec()
        source.stop()

    def end(self) -> None:
        """Deliver nothing more, and end soon."""
        self._deliver = None
        self.quit()

    def _read(self, stream: QIODevice) -> None:
        data = self._rest + bytes(stream.readAll().data())
        whole = len(data) - len(data) % BLOCK_BYTES
        self._rest = data[whole:]
        for start in range(0, whole, BLOCK_BYTES):
            deliver = self._deliver
            if deliver is not None:
                deliver(np.frombuffer(data[start : start + BLOCK_BYTES], np.int16).copy())


class _Pulled(QIODevice):
    """What the loudspeaker reads: whole blocks, cut as it likes; silence once `pull` gives None."""

    def __init__(self, pull: Callable[[], Callable[[], Block] | None]) -> None:
        super().__init__()
        self._pull = pull
        self._rest = b""

    def readData(self, size: int) -> bytes:
        while len(self._rest) < size:
            pull = self._pull()
            if pull is None:
                return bytes(size)
            self._rest += pull().tobytes()
        out, self._rest = self._rest[:size], self._rest[size:]
        return out

    def writeData(self, data: bytes | QByteArray, size: int = 0) -> int:  # noqa: ARG002
        return -1

    def bytesAvailable(self) -> int:
        return BUFFER_BYTES + super().bytesAvailable()

    def isSequential(self) -> bool:
        return True


class _Playout(QThread):
    """One run of one loudspeaker."""

    failed = Signal()

    def __init__(self, device: QAudioDevice, pull: Callable[[], Block]) -> None:
        super().__init__()
        self._device = device
        self._pull: Callable[[], Block] | None = pull

    def run(self) -> None:
        sink = QAudioSink(self._device, sound_format())
        sink.setBufferSize(BUFFER_BYTES)
        stream = _Pulled(lambda: self._pull)
        stream.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)
        sink.start(stream)
        if sink.error() != QtAudio.Error.NoError:
            self.failed.emit()
            return
        self.exec()
        sink.stop()

    def end(self) -> None:
        """Pull nothing more, and end soon."""
        self._pull = None
        self.quit()


class _Device(QObject):
    """Common to both: which device is meant now, and threads that are kept until they have ended."""

    failed = Signal()

    def __init__(self, device: Callable[[], QAudioDevice | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._device = device
        self._now: _Capture | _Playout | None = None
        self._ending: list[_Capture | _Playout] = []

    def _begin(self, thread: _Capture | _Playout) -> None:
        self.stop()
        self._now = thread
        thread.failed.connect(self.failed)
        thread.start()

    def stop(self) -> None:
        """End; no call of ours comes afterwards."""
        now, self._now = self._now, None
        self._ending = [thread for thread in self._ending if not thread.isFinished()]
        if now is not None:
            now.end()
            self._ending.append(now)

    def close(self) -> None:
        """End, and wait until the threads have."""
        self.stop()
        for thread in self._ending:
            thread.wait(STOP_MS)


class QtMicrophone(_Device):
    """A SoundSource: the microphone that `device` names when it starts."""

    def __init__(self, device: Callable[[], QAudioDevice | None], parent: QObject | None = None) -> None:
        super().__init__(device, parent)
        self._deliver: Callable[[Block], None] | None = None

    def start(self, deliver: Callable[[Block], None]) -> None:
        """Begin. Raises OSError if there is none."""
        device = self._device()
        if device is None:
            raise OSError("no microphone")
        self._deliver = deliver
        self._begin(_Capture(device, deliver))

    def restart(self) -> None:
        """Go on with the microphone that is meant now, if one runs."""
        if self._now is not None and self._deliver is not None and self._device() is not None:
            self.start(self._deliver)


class QtSpeaker(_Device):
    """A SoundSink: the loudspeaker that `device` names when it starts. Its clock asks for every block."""

    def __init__(self, device: Callable[[], QAudioDevice | None], parent: QObject | None = None) -> None:
        super().__init__(device, parent)
        self._pull: Callable[[], Block] | None = None

    def start(self, pull: Callable[[], Block]) -> None:
        """Begin. Raises OSError if there is none."""
        device = self._device()
        if device is None:
            raise OSError("no loudspeaker")
        self._pull = pull
        self._begin(_Playout(device, pull))

    def restart(self) -> None:
        """Go on with the loudspeaker that is meant now, if one runs."""
        if self._now is not None and self._pull is not None and self._device() is not None:
            self.start(self._pull)
