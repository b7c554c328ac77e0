"""A chime for who knocks, at most one in five seconds. The admit dialog and the badge are its visible form."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Slot

from client.devices.devices import DevicesModel

QUIET_MS = 5_000


class Doorbell(QObject):
    """Rings the chime."""

    def __init__(self, devices: DevicesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = devices
        self._since = QElapsedTimer()
        self.rung = 0
        """How often it rang."""

    @Slot()
    def ring(self) -> None:
        """Ring, unless it just did."""
        if self._since.isValid() and self._since.elapsed() < QUIET_MS:
            return
        self._since.start()
        self.rung += 1
        self._devices.playTestSound()
