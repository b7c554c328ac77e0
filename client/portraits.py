"""Profile pictures: checked when they come, kept while the meeting lasts, and drawn by QML as `image://portraits/…`."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from client.bridge import Bridge
from client.imagery import PORTRAIT_SIDE, BadPicture, received
from client.models.roster import Roster
from client.models.settings import SettingsModel
from client.settings import PORTRAIT_LIMIT
from peer.commands import AnyNews, Disconnected, PictureShown, SetPicture
from peer.room.notices import Admitted, MemberChanged, MemberLeft, YouWerePutBack
from peer.room.values import PersonId

PROVIDER = "portraits"
KEPT = 64
"""Pictures that are kept at once; a meeting has fewer people."""


class Portraits(QObject):
    """Who shows which picture. `source` is empty where none may be shown."""

    changed = Signal(str)

    def __init__(
        self, bridge: Bridge, roster: Roster, settings: SettingsModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._settings = settings
        self._lock = threading.Lock()
        self._images: dict[PersonId, tuple[int, QImage]] = {}
        self._count = 0
        self._sent = b""
        settings.changed.connect(self._say_mine)
        bridge.news.connect(self._hear)

    def source(self, person: PersonId) -> str:
        """Return the address of a member's picture for QML; empty if they show none, or may not."""
        view = self._roster.members.get(person)
        found = self._images.get(person)
        if view is None or found is None or not view.picture or view.suspended:
            return ""
        return f"image://{PROVIDER}/{person}/{found[0]}"

    def image(self, person: PersonId) -> QImage:
        """Return a picture, from any thread."""
        with self._lock:
            found = self._images.get(person)
        return found[1] if found is not None else QImage()

    def _say_mine(self) -> None:
        mine = self._settings.kept.picture
        if mine != self._sent:
            self._sent = mine
            self._bridge.send(SetPicture(mine))
            self._take(self._roster.me, mine)

    def _hear(self, news: AnyNews) -> None:
        match news:
            case Admitted():
                self._forget(news.you, *[member.id for member in news.members])
                self._sent = self._settings.kept.picture
                if self._sent:
                    self._bridge.send(SetPicture(self._sent))
                    self._take(news.you, self._sent)
            case PictureShown(by=by, data=data) if by in self._roster.members:
                self._take(by, data)
            case MemberChanged(member=member) if member.id in self._images:
                self.changed.emit(member.id)
            case MemberLeft(id=person):
                with self._lock:
                    self._images.pop(person, None)
            case Disconnected() | YouWerePutBack():
                self._forget()

    def _take(self, person: PersonId, data: bytes) -> None:
        try:
            image = received(data, PORTRAIT_LIMIT, PORTRAIT_SIDE * 2) if data else QImage()
        except BadPicture:
            image = QImage()
        with self._lock:
            if image.isNull():
                self._images.pop(person, None)
            elif person in self._images or len(self._images) < KEPT:
                self._count += 1
                self._images[person] = (self._count, image)
        self.changed.emit(person)

    def _forget(self, *kept: PersonId) -> None:
        with self._lock:
            self._images = {person: one for person, one in self._images.items() if person in kept}


class PortraitProvider(QQuickImageProvider):
    """Gives QML the pictures; one for each engine, which owns it."""

    def __init__(self, portraits: Portraits) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._portraits = portraits

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: ARG002  (the names are Qt’s)
        return self._portraits.image(id.partition("/")[0])
