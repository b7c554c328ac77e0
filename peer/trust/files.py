"""Where the record of orders is kept: on the disk in order, from a thread of its own, or in memory alone."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

log = logging.getLogger("vestibule.record")

LOG_NAME: Final = "orders.log"
TEXTS_NAME: Final = "texts.log"
KEYS_NAME: Final = "keys.log"

FILE_LIMIT: Final = 128 * 1024 * 1024
"""Bytes of one file that are read. The record's own limit keeps what is written far below it."""

RETRY_EVERY: Final = 5.0
CLOSES_WITHIN: Final = 5.0
"""Seconds between two tries to write, and for which an end of the meeting waits for the disk."""


@dataclass(frozen=True)
class Lines:
    """What one order adds: a line of the record (with its newline), and those beside it, which come first."""

    n: int
    order: bytes
    texts: bytes = b""
    keys: bytes = b""


@dataclass(frozen=True)
class Contents:
    """The three files of a record."""

    orders: bytes
    texts: bytes = b""
    keys: bytes = b""


def read_folder(folder: Path) -> Contents:
    """What is kept of a record; empty where there is nothing. Blocks. Raises OSError, ValueError if it is too large."""
    return Contents(*(_content(folder / name) for name in (LOG_NAME, TEXTS_NAME, KEYS_NAME)))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(FILE_LIMIT + 1)
    except FileNotFoundError:
        return b""
    if len(content) > FILE_LIMIT:
        raise ValueError(f"{path.name} is too large")
    return content


class Keeping(Protocol):
    """Keeps lines, in order. All calls belong on the loop."""

    def start(self, kept: Callable[[int], None]) -> None:
        """`kept` is called on the loop with the number of the last line that is safe now."""

    def put(self, lines: Lines) -> None:
        """Keep these; never blocks, never raises. The record's own limit bounds what may wait."""

    async def contents(self) -> Contents:
        """What is kept so far. Raises OSError."""

    async def close(self) -> None:
        """Keep what waits."""


class Memory:
    """Kept while the service runs, and nowhere else."""

    def __init__(self) -> None:
        self._lines: list[Lines] = []
        self._kept: Callable[[int], None] = lambda _n: None

    def start(self, kept: Callable[[int], None]) -> None:
        """Begin."""
        self._kept = kept

    def put(self, lines: Lines) -> None:
        """Remember these."""
        self._lines.append(lines)
        self._kept(lines.n)

    async def contents(self) -> Contents:
        """What is kept so far."""
        return Contents(*_joined(self._lines))

    async def close(self) -> None:
        """Nothing waits."""


class Disk:
    """Keeps lines in the three files of a folder, flushed to the disk before `kept` hears of them.

    A line that a crash tore is cut off when the files are opened for the first line.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: queue.Queue[Lines | None] = queue.Queue()
        self._thread: threading.Thread | None = None

    def start(self, kept: Callable[[int], None]) -> None:
        """Begin."""
        loop = asyncio.get_running_loop()

        def safe(n: int) -> None:
            with contextlib.suppress(RuntimeError):  # the loop is closed: the service is over
                loop.call_soon_threadsafe(kept, n)

        self._thread = threading.Thread(target=self._run, args=(safe,), name="record", daemon=True)
        self._thread.start()

    def put(self, lines: Lines) -> None:
        """Queue these for the thread."""
        self._waiting.put(lines)

    async def contents(self) -> Contents:
        """What the files hold. Raises OSError."""
        return await asyncio.to_thread(read_folder, self._folder)

    async def close(self) -> None:
        """Wait for the disk, but not for ever."""
        if self._thread is None:
            return
        self._waiting.put(None)
        await asyncio.to_thread(self._thread.join, CLOSES_WITHIN)
        if self._thread.is_alive():
            log.error("the record of orders could not be written to its end")

    # --- on the thread -------------------------------------------------------------------------

    def _run(self, safe: Callable[[int], None]) -> None:
        files: tuple[_File, ...] = ()
        batch: list[Lines] = []
        failed = ending = False
        while not (ending and (failed or not batch)):
            ending = self._take(batch, RETRY_EVERY if failed else None) or ending
            if not batch:
                continue
            try:
                files = files or tuple(
                    _File(self._folder / name) for name in (LOG_NAME, TEXTS_NAME, KEYS_NAME)
                )
                # Backwards: an order on the disk has its texts there, and a text its key.
                for file, content in reversed(tuple(zip(files, _joined(batch), strict=True))):
                    file.append(content)
            except OSError as error:
                if not failed:
                    log.error("the record of orders cannot be written: %s; it is tried again", error.strerror)
                failed = True
            else:
                failed = False
                safe(batch[-1].n)
                batch.clear()
        for file in files:
            file.close()

    def _take(self, batch: list[Lines], timeout: float | None) -> bool:
        """Add all that waits to the batch; True if the end is among it. Waits for something to come."""
        try:
            item = self._waiting.get(timeout=timeout)
        except queue.Empty:
            return False
        while item is not None:
            batch.append(item)
            try:
                item = self._waiting.get_nowait()
            except queue.Empty:
                return False
        return True


def _joined(batch: list[Lines]) -> tuple[bytes, bytes, bytes]:
    return (
        b"".join(lines.order for lines in batch),
        b"".join(lines.texts for lines in batch),
        b"".join(lines.keys for lines in batch),
    )


TAIL: Final = 64 * 1024


class _File:
    """A file that only grows, by whole lines. Raises OSError."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        self._size = self._whole()
        os.ftruncate(self._descriptor, self._size)
        _flush_folder(path.parent)

    def _whole(self) -> int:
        """Up to where the file consists of whole lines."""
        end = os.lseek(self._descriptor, 0, os.SEEK_END)
        while end > 0:
            start = max(0, end - TAIL)
            os.lseek(self._descriptor, start, os.SEEK_SET)
            found = os.read(self._descriptor, end - start).rfind(b"\n")
            if found >= 0:
                return start + found + 1
            end = start
        return 0

    def append(self, content: bytes) -> None:
        """Write all of it, and be sure that it is on the disk; or leave the file as it was."""
        if not content:
            return
        try:
            os.lseek(self._descriptor, self._size, os.SEEK_SET)
            left = memoryview(content)
            while left:
                left = left[os.write(self._descriptor, left) :]
            os.fsync(self._descriptor)
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(self._descriptor, self._size)
            raise
        self._size += len(content)

    def close(self) -> None:
        """Give the descriptor back."""
        os.close(self._descriptor)


def _flush_folder(folder: Path) -> None:
    """A new file's name is on the disk too (POSIX; other systems see to it themselves)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
