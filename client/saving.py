"""Writes what a person saves to a file of their choice, away from the Qt thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal

from peer.run_file import write_private


class Saver(QObject):
    """Saves files one after the other. `make` is called on its thread, and may block."""

    saved = Signal(str, str)
    """(path, error): what the system says where it could not be written, else empty. On the Qt thread."""

    _done = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, "saving")
        self._done.connect(self.saved, Qt.ConnectionType.QueuedConnection)

    def save(self, to: QUrl, make: Callable[[Path], bytes]) -> None:
        """Write what `make` returns for this path."""
        path = Path(to.toLocalFile())
        self._writer.submit(self._save, path, make)

    def close(self) -> None:
        """Finish what was begun."""
        self._writer.shutdown()

    def _save(self, path: Path, make: Callable[[Path], bytes]) -> None:
        try:
            write_private(path, make(path))
        except (OSError, ValueError) as failed:
            self._done.emit(str(path), str(failed))
        else:
            self._done.emit(str(path), "")
