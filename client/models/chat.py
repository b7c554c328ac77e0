"""The chat: what was written to everyone, to the host, and to oneself. Plain text; no link is fetched."""

from __future__ import annotations

import re
import time

from PySide6.QtCore import Property, QCoreApplication, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.looks import CONTROLS, initials, shown_name, tone
from client.models.roster import Roster
from client.models.rows import Row, RowModel
from peer.commands import AnyNews, Chat, ChatLine, Disconnected
from peer.room.values import PersonId

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

LINES_KEPT = 2_000
"""Lines on screen; older ones go. Nothing is kept elsewhere."""

TEXT_LIMIT = 2_000
"""Signs in one line that this window sends."""

LINKS_SHOWN = 4
"""Addresses of one line that can be opened from it."""

LINK = re.compile(r"https?://[^\s<>\"“”‘’]{3,2000}", re.IGNORECASE)
TRAILING = ".,;:!?)]}'"


class Line(Row):
    """One line. `links` are the addresses in it, as they would really be opened."""

    who: str
    initials: str
    tone: int
    time: str
    text: str
    mine: bool
    privateTo: str
    links: list[str]


@QmlElement
@QmlUncreatable("made by the app")
class ChatModel(RowModel):
    """What was said in the meeting. Talks with guests are at the door, not here."""

    KIND = Line

    unreadChanged = Signal()
    recipientsChanged = Signal()
    arrived = Signal(str)
    """Somebody else wrote; their name, for a screen reader."""

    def __init__(self, bridge: Bridge, roster: Roster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._unread = 0
        self._open = False
        self._came = 0
        bridge.news.connect(self._hear)
        for signal in (roster.replaced, roster.joined, roster.changed, roster.left):
            signal.connect(self._people_changed)

    @Property(int, notify=unreadChanged)
    def unread(self) -> int:
        """Lines that came while the panel was closed."""
        return self._unread

    @Property(int, constant=True)
    def limit(self) -> int:
        """Signs that one line may have."""
        return TEXT_LIMIT

    @Property(list, notify=recipientsChanged)
    def recipients(self) -> list[dict[str, str]]:
        """Members whom one could write to alone: {id, name}."""
        return [
            {"id": person, "name": shown_name(self._roster.name_of(person))}
            for person in self._roster.order()
            if person != self._roster.me
        ]

    @Slot(bool)
    def setOpen(self, on: bool) -> None:
        """Say whether the panel is open: what comes while it is has been read."""
        self._open = on
        if on and self._unread:
            self._unread = 0
            self.unreadChanged.emit()

    @Slot(str, str)
    def send(self, text: str, to: str) -> None:
        """Write a line. `to`: empty for everyone, "host", or a member's id."""
        words = text.strip()[:TEXT_LIMIT]
        if words:
            self._bridge.send(Chat(words, to or None))

    @Slot(str)
    def copyAddress(self, address: str) -> None:
        """Put an address on the clipboard."""
        QGuiApplication.clipboard().setText(address)

    @Slot(str)
    def openAddress(self, address: str) -> None:
        """Open an address in the system's browser, after the person has read it in full."""
        url = QUrl(address)
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)

    def _people_changed(self, *_: object) -> None:
        self.recipientsChanged.emit()

    def _hear(self, news: AnyNews) -> None:
        match news:
            case ChatLine(talk=None):
                self._append(news)
            case Disconnected():
                self.show([])
                self._unread = 0
                self.unreadChanged.emit()

    def _append(self, line: ChatLine) -> None:
        if len(self._rows) >= LINES_KEPT:
            self.remove(0)
        self._came += 1
        self.insert(len(self._rows), self._line(line, str(self._came)))
        self.countChanged.emit()
        if not line.mine:
            self.arrived.emit(shown_name(line.name))
            if not self._open:
                self._unread += 1
                self.unreadChanged.emit()

    def _line(self, line: ChatLine, key: str) -> Line:
        name = shown_name(line.name)
        return Line(
            key=key,
            who=name,
            initials=initials(name),
            tone=tone(line.by),
            time=time.strftime("%H:%M", time.localtime(line.at)),
            text=line.text.translate(CONTROLS),
            mine=line.mine,
            privateTo=self._private_to(line.to, line.mine),
            links=addresses(line.text),
        )

    def _private_to(self, to: PersonId | str | None, mine: bool) -> str:
        translate = QCoreApplication.translate
        if to is None:
            return ""
        if to == "host":
            return translate("ChatModel", "to the host")
        if not mine:
            return translate("ChatModel", "to you only")
        return translate("ChatModel", "to %1 only").replace("%1", shown_name(self._roster.name_of(to)))


def addresses(text: str) -> list[str]:
    """Return the web addresses in a text, as they would be opened: names of hosts in their ASCII form.

    So a name that only looks like another is seen for what it is.
    """
    found: list[str] = []
    for match in LINK.finditer(text):
        url = QUrl(match.group().rstrip(TRAILING), QUrl.ParsingMode.StrictMode)
        if url.isValid() and url.host():
            address = bytes(url.toEncoded().data()).decode("ascii")
            if address not in found:
                found.append(address)
    return found[:LINKS_SHOWN]
