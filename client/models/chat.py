"""The chat: what was written to everyone, to the host, and to oneself. Plain text; no link is fetched."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass

from msgspec import structs
from PySide6.QtCore import Property, QCoreApplication, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.hiding import HidingModel
from client.models.looks import CONTROLS, initials, shown_name, tone
from client.models.people import hidden_name
from client.models.roster import Roster
from client.models.rows import Row, RowModel
from peer.commands import AnyNews, Chat, ChatLine, Disconnected
from peer.room.notices import MessageDeleted
from peer.room.requests import DeleteMessage, ShowMessages
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
    """One line. `links` are the addresses in it, as they would really be opened.

    `gone` says why its words are not shown: "" (they are), "suspended", "hidden" (by oneself), "deleted" (by its
    author) or "taken" (by the host). Then `text` and `links` are empty.
    """

    who: str
    initials: str
    tone: int
    time: str
    text: str
    mine: bool
    privateTo: str
    links: list[str]
    by: str
    number: int
    gone: str
    mayDelete: bool


@dataclass
class Kept:
    """A line as it came, and who deleted it since: "", "deleted" or "taken"."""

    line: ChatLine
    deleted: str = ""


@QmlElement
@QmlUncreatable("made by the app")
class ChatModel(RowModel):
    """What was said in the meeting. Talks with guests are at the door, not here."""

    KIND = Line

    unreadChanged = Signal()
    recipientsChanged = Signal()
    arrived = Signal(str)
    """Somebody else wrote; their name, for a screen reader."""

    def __init__(
        self, bridge: Bridge, roster: Roster, hiding: HidingModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._hiding = hiding
        self._kept: dict[str, Kept] = {}
        self._readable: dict[PersonId, tuple[object, ...]] = {}
        self._unread = 0
        self._open = False
        self._came = 0
        bridge.news.connect(self._hear)
        for signal in (roster.replaced, roster.joined, roster.changed, roster.left):
            signal.connect(self._people_changed)
        roster.replaced.connect(self._replace)
        roster.joined.connect(self._come)
        roster.changed.connect(self._change)
        hiding.changed.connect(self._look_again)

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
            for person, view in ((one, self._roster.members[one]) for one in self._roster.order())
            if person != self._roster.me and (self._roster.i_lead() or not view.refuses_private_chat)
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

    @Slot(str)
    def delete(self, key: str) -> None:
        """Take a line off all screens: one's own, or as host anyone's."""
        kept = self._kept.get(key)
        if kept is not None:
            self._bridge.send(DeleteMessage(kept.line.number))

    @Slot(str)
    def showAgain(self, person: str) -> None:
        """Show again, on every screen, what a suspension hid of a member."""
        self._bridge.send(ShowMessages(person))

    def _people_changed(self, *_: object) -> None:
        self.recipientsChanged.emit()

    def _hear(self, news: AnyNews) -> None:
        match news:
            case ChatLine(talk=None):
                self._append(news)
            case MessageDeleted(number=number, by_host=by_host):
                self._delete(number, "taken" if by_host else "deleted")
            case Disconnected():
                self._kept.clear()
                self.show([])
                self._unread = 0
                self.unreadChanged.emit()

    def _append(self, line: ChatLine) -> None:
        if len(self._rows) >= LINES_KEPT:
            del self._kept[self._rows[0].key]
            self.remove(0)
        self._came += 1
        key = str(self._came)
        self._kept[key] = Kept(line)
        row = self._line(self._kept[key], key)
        self.insert(len(self._rows), row)
        self.countChanged.emit()
        if not line.mine and not row.gone:
            self.arrived.emit(shown_name(line.name))
            if not self._open:
                self._unread += 1
                self.unreadChanged.emit()

    def _delete(self, number: int, how: str) -> None:
        """Forget the words too: what was deleted is not on this computer any more."""
        for key, kept in self._kept.items():
            if kept.line.number == number and not kept.deleted:
                kept.deleted = how
                kept.line = structs.replace(kept.line, text="")
                self._show_line(key)

    def _change(self, person: PersonId) -> None:
        """Members change many times a second while they speak: their lines only with what makes them readable."""
        facts = self._facts(person)
        if self._readable.get(person) != facts:
            self._readable[person] = facts
            self._look_again(person)

    def _come(self, person: PersonId) -> None:
        self._readable[person] = self._facts(person)

    def _replace(self) -> None:
        self._readable = {person: self._facts(person) for person in self._roster.members}
        self._look_again()

    def _facts(self, person: PersonId) -> tuple[object, ...]:
        view = self._roster.members[person]
        return view.name_hidden and view.name, view.hidden, person == self._roster.me and view.role

    def _look_again(self, person: str = "") -> None:
        """Something about who may be read is different: of one member, or of all."""
        for key, kept in self._kept.items():
            if not person or kept.line.by == person or person == self._roster.me:
                self._show_line(key)

    def _show_line(self, key: str) -> None:
        place = self.row_of(key)
        if place >= 0:
            self.change(place, self._line(self._kept[key], key))

    def _line(self, kept: Kept, key: str) -> Line:
        line, gone = kept.line, self._gone(kept)
        view = self._roster.members.get(line.by)
        name = shown_name(line.name)
        if view is not None and view.name_hidden and not line.mine:
            name = hidden_name(shown_name(view.name))
        return Line(
            key=key,
            who=name,
            initials=initials(name),
            tone=tone(line.by),
            time=time.strftime("%H:%M", time.localtime(line.at)),
            text="" if gone else line.text.translate(CONTROLS),
            mine=line.mine,
            privateTo=self._private_to(line.to, line.mine),
            links=[] if gone else addresses(line.text),
            by=line.by,
            number=line.number,
            gone=gone,
            mayDelete=not kept.deleted and (line.mine or self._roster.i_lead()),
        )

    def _gone(self, kept: Kept) -> str:
        if kept.deleted:
            return kept.deleted
        view = self._roster.members.get(kept.line.by)
        hidden = None if view is None else view.hidden
        if hidden is not None and hidden.since <= kept.line.at <= hidden.until:
            return "suspended"
        return "hidden" if not kept.line.mine and self._hiding.hidden(kept.line.by) else ""

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
