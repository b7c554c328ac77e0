"""Standard input and output of the headless commands and of the window: one JSON value a line, the wire's own types.

Reading and writing each have a thread, since a pipe that nobody reads or writes must not stop the peer's loop.
"""

from __future__ import annotations

import asyncio
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from typing import BinaryIO, Generic, TypeVar

import msgspec

LINE_LIMIT = 256 * 1024
"""Bytes of one line in; a longer one is refused as a whole."""

CHUNK = 65_536
WAITING_LIMIT = 2_000
"""Lines that may wait for a slow reader; what comes after them is dropped and counted."""

Value = TypeVar("Value")


class LineError(msgspec.Struct, frozen=True, tag_field="type", tag="line_error"):
    """A line on standard input that is no command: which one (counted from 1) and why."""

    line: int
    why: str


class LineWriter:
    """Writes values as JSON lines to a pipe, from a thread of its own. A broken pipe ends it silently."""

    def __init__(self, stream: BinaryIO | None = None) -> None:
        self.dropped = 0
        self._stream = sys.stdout.buffer if stream is None else stream
        self._encoder = msgspec.json.Encoder()
        self._waiting: queue.Queue[bytes | None] = queue.Queue(WAITING_LIMIT)
        self._thread = threading.Thread(target=self._run, name="json-lines-out", daemon=True)
        self._thread.start()

    def write(self, value: object) -> None:
        """Queue one value; never blocks."""
        try:
            self._waiting.put_nowait(self._encoder.encode(value) + b"\n")
        except queue.Full:
            self.dropped += 1

    def close(self, timeout: float = 2.0) -> None:
        """Write what waits, for at most `timeout` seconds, and end the thread."""
        try:
            self._waiting.put(None, timeout=timeout)
        except queue.Full:
            return
        self._thread.join(timeout)

    def _run(self) -> None:
        while (line := self._waiting.get()) is not None:
            try:
                self._stream.write(line)
                if self._waiting.empty():
                    self._stream.flush()
            except (OSError, ValueError):
                self._drain()
                return

    def _drain(self) -> None:
        while self._waiting.get() is not None:
            self.dropped += 1


class LineReader(Generic[Value]):
    """Reads JSON lines of one type from a pipe and hands each value to `heard` on the given loop.

    `wrong` hears of lines that are no such value; `ended` is called once, at the end of the input.
    """

    def __init__(
        self,
        kind: object,
        *,
        heard: Callable[[Value], None],
        wrong: Callable[[LineError], None],
        ended: Callable[[], None],
        descriptor: int | None = None,
    ) -> None:
        self._decoder = msgspec.json.Decoder(kind)
        self._heard = heard
        self._wrong = wrong
        self._ended = ended
        self._descriptor = sys.stdin.fileno() if descriptor is None else descriptor

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin; callbacks run on `loop`."""
        threading.Thread(target=self._run, args=(loop,), name="json-lines-in", daemon=True).start()

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        for number, line in enumerate(_lines(self._descriptor), 1):
            if line.isspace():
                continue
            too_long = len(line) > LINE_LIMIT
            wrong = self._wrong_line(LineError(number, "longer than 256 KiB")) if too_long else None
            if not _call(loop, wrong or self._parse(number, line)):
                return
        _call(loop, self._ended)

    def _parse(self, number: int, line: bytes) -> Callable[[], None]:
        try:
            value = self._decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            return self._wrong_line(LineError(number, str(error)))
        return lambda: self._heard(value)

    def _wrong_line(self, error: LineError) -> Callable[[], None]:
        return lambda: self._wrong(error)


def _lines(descriptor: int) -> Iterator[bytes]:
    """The lines of a pipe; of one that is too long, its first LINE_LIMIT + 1 bytes.

    Read without Python's buffered stream: a thread that waits in it cannot be left behind when the process ends.
    """
    line = bytearray()
    while chunk := _read(descriptor):
        first, *rest = chunk.split(b"\n")
        line += first[: LINE_LIMIT + 1 - len(line)]
        for following in rest:
            yield bytes(line) or b"\n"
            line[:] = following[: LINE_LIMIT + 1]
    if line:
        yield bytes(line)


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, CHUNK)
    except OSError:
        return b""


def _call(loop: asyncio.AbstractEventLoop, callback: Callable[[], None]) -> bool:
    """Run a callback on a loop; False if that loop is closed."""
    try:
        loop.call_soon_threadsafe(callback)
    except RuntimeError:
        return False
    return True
