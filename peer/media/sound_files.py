"""Microphones and loudspeakers that are files, made speech, or nothing: for bots, tests and the demo."""

from __future__ import annotations

import contextlib
import logging
import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import av
import numpy as np

from peer.media.sound_pace import Pace
from peer.media.sources import BLOCK, SAMPLE_RATE, Block
from peer.media.speech import speech

_log = logging.getLogger(__name__)

LONGEST_RECORDING = 3 * 3600
"""Seconds that a FileSpeaker writes; it goes on pulling after them."""


class FileMicrophone:
    """Plays a sound file (anything that FFmpeg reads) as a microphone would, again and again."""

    def __init__(self, path: Path | str) -> None:
        self._path = Path(path)
        self._pace: Pace | None = None

    def start(self, deliver: Callable[[Block], None]) -> None:
        """Begin. Raises OSError if there is no such file, or no sound in it."""
        blocks = _forever(self._path)
        first = next(blocks)
        deliver(first)
        self._pace = Pace("file microphone", lambda: deliver(next(blocks)))
        self._pace.start()

    def stop(self) -> None:
        """End; nothing is delivered afterwards."""
        if self._pace is not None:
            self._pace.stop()
            self._pace = None


class TestMicrophone:
    """Somebody who speaks without end, in a voice of that number (see `speech`)."""

    __test__ = False

    def __init__(self, voice: int = 0) -> None:
        """Making the speech takes half a second, so that `start` takes none."""
        self._speech = speech(voice)
        self._pace: Pace | None = None

    def start(self, deliver: Callable[[Block], None]) -> None:
        """Begin, at the beginning."""
        blocks = _around(self._speech)
        self._pace = Pace("test microphone", lambda: deliver(next(blocks)))
        self._pace.start()

    def stop(self) -> None:
        """End; nothing is delivered afterwards."""
        if self._pace is not None:
            self._pace.stop()
            self._pace = None


class NullSpeaker:
    """Plays into nothing, at the pace of a loudspeaker."""

    def __init__(self) -> None:
        self._pace: Pace | None = None

    def start(self, pull: Callable[[], Block]) -> None:
        """Begin."""
        self._pace = Pace("null speaker", lambda: self.play(pull()))
        self._pace.start()

    def play(self, block: Block) -> None:
        """Take 10 ms."""

    def stop(self) -> None:
        """End; nothing is pulled afterwards."""
        if self._pace is not None:
            self._pace.stop()
            self._pace = None


class FileSpeaker(NullSpeaker):
    """Writes what it plays into a WAV file (mono, 16 bit, 48 kHz)."""

    def __init__(self, path: Path | str) -> None:
        super().__init__()
        self._path = Path(path)
        self._stream: BinaryIO | None = None
        self._file: wave.Wave_write | None = None

    def start(self, pull: Callable[[], Block]) -> None:
        """Begin. Raises OSError if the file cannot be written."""
        # wave.open itself leaves a half-made object behind where a path cannot be opened
        self._stream = self._path.open("wb")
        self._file = wave.open(self._stream, "wb")  # noqa: SIM115
        self._file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
        super().start(pull)

    def play(self, block: Block) -> None:
        """Take 10 ms. A full disk ends the file, not the meeting."""
        if self._file is None or self._file.getnframes() >= LONGEST_RECORDING * SAMPLE_RATE:
            return
        try:
            self._file.writeframes(block.tobytes())
        except OSError as error:
            _log.warning("the loudspeaker's file is not written any more: %s", error.strerror)
            self._close()

    def stop(self) -> None:
        """End; the file is complete."""
        super().stop()
        self._close()

    def _close(self) -> None:
        for part in (self._file, self._stream):
            if part is not None:
                with contextlib.suppress(OSError):
                    part.close()
        self._file = self._stream = None


def read_sound(path: Path | str) -> Iterator[Block]:
    """Yield a file's sound once, in blocks of BLOCK samples, the last padded with silence. Raises OSError."""
    rest = np.zeros(0, np.int16)
    for samples in _decoded(path):
        rest = np.concatenate((rest, samples))
        whole = len(rest) // BLOCK * BLOCK
        yield from rest[:whole].reshape(-1, BLOCK)
        rest = rest[whole:]
    if len(rest):
        yield np.pad(rest, (0, BLOCK - len(rest)))


def write_sound(path: Path | str, samples: Block) -> None:
    """Write mono samples at 48 kHz as a WAV file. Raises OSError."""
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
        file.writeframes(samples.astype("<i2").tobytes())


def _decoded(path: Path | str) -> Iterator[Block]:
    try:
        with av.open(str(path)) as container:
            if not container.streams.audio:
                raise OSError(f"no sound in {path}")
            resampler = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
            for frame in container.decode(audio=0):
                for part in resampler.resample(frame):
                    yield _mono(part)
            for part in resampler.resample(None):
                yield _mono(part)
    except av.FFmpegError as error:
        raise OSError(f"cannot read {path}: {error}") from error


def _mono(frame: av.AudioFrame) -> Block:
    return frame.to_ndarray().astype(np.int16, copy=False).reshape(-1)


def _forever(path: Path) -> Iterator[Block]:
    while True:
        empty = True
        for block in read_sound(path):
            empty = False
            yield block
        if empty:
            raise OSError(f"no sound in {path}")


def _around(sound: Block) -> Iterator[Block]:
    blocks = sound[: len(sound) // BLOCK * BLOCK].reshape(-1, BLOCK)
    while True:
        yield from blocks
