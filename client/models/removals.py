"""Who was removed and tried again, and who comes in without a wait."""

from __future__ import annotations

import time

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.looks import initials, shown_name, tone
from client.models.rows import Row, RowModel
from peer.commands import AnyNews, Disconnected
from peer.room.notices import Bypasses, BypassView, Removals, RemovalView
from peer.room.requests import RefuseDevice, SetBypass, Unban

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1


class Removed(Row):
    """Somebody who was removed; `key` is the id that they had then."""

    name: str
    initials: str
    tone: int
    detail: str
    reason: str
    tried: str
    deviceLost: bool


class NoWait(Row):
    """Somebody who needs no wait; `key` is an id that they had."""

    name: str
    initials: str
    tone: int


@QmlElement
@QmlUncreatable("made by the app")
class NoWaitModel(RowModel):
    """Who comes in without a wait."""

    KIND = NoWait


@QmlElement
@QmlUncreatable("made by the app")
class RemovalsModel(RowModel):
    """Who was removed, the latest first."""

    KIND = Removed

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._no_wait = NoWaitModel(self)
        bridge.news.connect(self._hear)

    @Property(QObject, constant=True)
    def noWait(self) -> QObject:
        """A NoWaitModel."""
        return self._no_wait

    @Slot(str)
    def unban(self, person: str) -> None:
        """Let them knock again."""
        self._bridge.send(Unban(person))

    @Slot(str)
    def deviceIsLost(self, person: str) -> None:
        """Refuse the identity, its tickets and invites in all of this host's meetings."""
        self._bridge.send(RefuseDevice(person))

    @Slot(str)
    def waitAgain(self, person: str) -> None:
        """Let somebody who needed no wait wait from now on."""
        self._bridge.send(SetBypass(False, person=person))

    def _hear(self, news: AnyNews) -> None:
        match news:
            case Removals():
                latest = sorted(news.removals, key=lambda view: view.at, reverse=True)
                self.show([_removed(view) for view in latest])
            case Bypasses():
                self._no_wait.show([_no_wait(view) for view in news.people])
            case Disconnected():
                self.show([])
                self._no_wait.show([])
            case _:
                return
        self.changed.emit()


def _removed(view: RemovalView) -> Removed:
    translate = QCoreApplication.translate
    name = shown_name(view.name)
    at = time.strftime("%H:%M", time.localtime(view.at))
    where = (
        translate("RemovalsModel", "from all your meetings")
        if view.everywhere
        else translate("RemovalsModel", "from this meeting")
    )
    detail = f"{at} · {where}"
    if view.device_lost:
        lost = translate("RemovalsModel", "computer lost")
        detail = f"{detail} · {lost}"
    return Removed(
        key=view.person,
        name=name,
        initials=initials(name),
        tone=tone(view.person),
        detail=detail,
        reason=shown_name(view.reason),
        tried=_tried(view),
        deviceLost=view.device_lost,
    )


def _tried(view: RemovalView) -> str:
    if not view.attempts:
        return ""
    if view.attempts == 1:
        said = QCoreApplication.translate("RemovalsModel", "Refused once since, as “%2”")
    else:
        said = QCoreApplication.translate("RemovalsModel", "Refused %1 times since, last as “%2”")
    return said.replace("%1", str(view.attempts)).replace("%2", shown_name(view.attempted_as))


def _no_wait(view: BypassView) -> NoWait:
    name = shown_name(view.name)
    return NoWait(key=view.person, name=name, initials=initials(name), tone=tone(view.person))
