"""Reads the records of orders that lie on this computer, on a thread of its own.

The service and the window of a host run on one computer and share its folder; the key of the names is in the window's
keyring. So the window reads the files itself, also while the meeting runs.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from peer.link.secret_store import KeyringLocked, SecretStore
from peer.records import store_name
from peer.trust.export import Readable, readable
from peer.trust.files import LOG_NAME, Contents, read_folder
from peer.trust.keep import records_of
from peer.trust.verify import Report, Unreadable, verify_record

RECORDS_SHOWN = 100
"""Meetings to choose from, the newest first."""


@dataclass(frozen=True)
class Opened:
    """A record that was read: what it holds, what a check found, and its lines for people."""

    name: str
    contents: Contents
    report: Report
    key: bytes | None
    lines: tuple[Readable, ...]
    at: float


class RecordReader(QObject):
    """Its signals come from its thread: connect them queued."""

    listed = Signal(object)
    """[(last change, folder's name)], the newest first."""

    read = Signal(object)
    """Opened, or the name of a record that cannot be read."""

    def __init__(self, folder: Path, keys: SecretStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = records_of(folder)
        self._keys = keys
        self._thread = ThreadPoolExecutor(1, "records")

    def look(self) -> None:
        """Look what records there are."""
        self._thread.submit(self._list)

    def open(self, name: str) -> None:
        """Read one."""
        self._thread.submit(self._open, name)

    def close(self) -> None:
        """Read no more."""
        self._thread.shutdown(cancel_futures=True)

    def _list(self) -> None:
        found: list[tuple[float, str]] = []
        try:
            for folder in self._folder.iterdir():
                log = folder / LOG_NAME
                if log.is_file():
                    found.append((log.stat().st_mtime, folder.name))
        except OSError:
            found = []
        self.listed.emit(sorted(found, reverse=True)[:RECORDS_SHOWN])

    def _open(self, name: str) -> None:
        try:
            contents = read_folder(self._folder / name)
            report = verify_record(contents.orders)
            key = self._key(report.opened.meeting)
            lines = tuple(readable(contents, report, key))
        except (OSError, ValueError, Unreadable):
            self.read.emit(name)
            return
        self.read.emit(Opened(name, contents, report, key, lines, time.time()))

    def _key(self, meeting: str) -> bytes | None:
        try:
            return self._keys.get(store_name(meeting))
        except (KeyringLocked, OSError):
            return None
