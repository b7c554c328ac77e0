"""What each person sent in the last minute before everything stopped: by name, nobody ticked."""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.looks import CONTROLS, initials, shown_name, tone
from client.models.recent import Recent
from client.models.roster import Roster
from client.models.rows import Row, RowModel
from client.models.times import clock_of
from peer.commands import AnyNews, Disconnected
from peer.room.cards import Sent, SentBy
from peer.room.notices import LastMinute, YouWerePutBack
from peer.room.requests import Remove, ReportPerson
from peer.room.values import PersonId, Role

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

QUOTED = 120
"""Signs of a message that are quoted."""

GLYPHS = {
    "microphone": "mic",
    "camera": "video",
    "screen": "app-window",
    "chat": "message-square",
    "private": "lock",
    "reaction": "smile",
    "name": "text-cursor-input",
    "picture": "eye-off",
}


class Act(NamedTuple):
    """One thing that somebody sent."""

    at: float
    kind: str
    text: str


class SentRow(Row):
    """One person. `acts`: [{time, glyph, text}]; none if they sent nothing. `spoken` says all of it in a line."""

    name: str
    initials: str
    tone: int
    present: bool
    ticked: bool
    acts: list[dict[str, str]]
    spoken: str


@QmlElement
@QmlUncreatable("made by the app")
class SentModel(RowModel):
    """Members but host and oneself, by name; and whom one ticked."""

    KIND = SentRow

    tickedChanged = Signal()

    def __init__(self, bridge: Bridge, roster: Roster, recent: Recent, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._recent = recent
        bridge.news.connect(self._hear)

    @Property(int, notify=tickedChanged)
    def ticked(self) -> int:
        """How many are ticked."""
        return len(self._ticked())

    @Property(str, notify=tickedChanged)
    def tickedNames(self) -> str:
        """Who is ticked."""
        return ", ".join(row.name for row in self._ticked())

    @Slot(str, bool)
    def tick(self, person: str, on: bool) -> None:
        """Tick a person, or take the tick away."""
        place = self.row_of(person)
        if place >= 0:
            self.change(place, msgspec.structs.replace(self._rows[place], ticked=on))
            self.tickedChanged.emit()

    @Slot()
    def untick(self) -> None:
        """Take all ticks away."""
        for row in self._ticked():
            self.tick(row.key, False)

    @Slot()
    def report(self) -> None:
        """Have the host's record note that the ticked people were reported."""
        for row in self._ticked():
            self._bridge.send(ReportPerson(row.key))

    @Slot(str, bool)
    def removeTicked(self, reason: str, everywhere: bool) -> None:
        """Remove the ticked people for good."""
        for row in self._ticked():
            self._bridge.send(Remove(row.key, reason, everywhere))
        self.untick()

    def _ticked(self) -> list[SentRow]:
        return [row for row in self._rows if isinstance(row, SentRow) and row.ticked]

    def _hear(self, news: AnyNews) -> None:
        match news:
            case LastMinute(people=people):
                self._show_people(people)
            case Disconnected() | YouWerePutBack():
                self.show([])
                self.tickedChanged.emit()

    def _show_people(self, people: tuple[SentBy, ...]) -> None:
        """Whoever sent nothing is listed too: that a name is missing would say something as well."""
        told = {one.person: one for one in people}
        quiet = [
            SentBy(view.id, view.name, ())
            for view in self._roster.members.values()
            if view.id not in told and view.role not in (Role.HOST, Role.CHAIR)
        ]
        shown = [one for one in (*told.values(), *quiet) if one.person != self._roster.me]
        ticked = {row.key for row in self._ticked()}
        rows = sorted((self._row(one, ticked) for one in shown), key=lambda row: row.name.casefold())
        self.show(list(rows))
        self.tickedChanged.emit()

    def _row(self, one: SentBy, ticked: set[PersonId]) -> SentRow:
        name = shown_name(one.name)
        acts = sorted(act for sent in one.sent for act in self._acts(one.person, sent))
        lines = [
            {"time": clock_of(act.at), "glyph": GLYPHS.get(act.kind, "circle-alert"), "text": act.text}
            for act in acts
        ]
        return SentRow(
            key=one.person,
            name=name,
            initials=initials(name),
            tone=tone(one.person),
            present=one.present,
            ticked=one.person in ticked,
            acts=lines,
            spoken=", ".join(f"{line['time']} {line['text']}" for line in lines),
        )

    def _acts(self, person: PersonId, sent: Sent) -> list[Act]:
        """Lines that this computer received are quoted; of all else only kind and time are known."""
        if sent.kind == "chat":
            quoted = self._recent.texts(person, sent.since - 1, sent.until + 1)
            if quoted:
                return [Act(at, "chat", quote(text)) for at, text in quoted]
        return [Act(sent.since, sent.kind, _sentence(sent))]


def quote(text: str) -> str:
    """Return a message as one line between quotation marks."""
    line = " ".join(text.translate(CONTROLS).split())
    short = line if len(line) <= QUOTED else line[: QUOTED - 1] + "…"
    return f"“{short}”"


def _sentence(sent: Sent) -> str:
    translate = QCoreApplication.translate
    seconds = max(1, round(sent.until - sent.since))
    many = {
        "microphone": translate("SentModel", "Microphone on for %1 s"),
        "camera": translate("SentModel", "Camera on for %1 s"),
        "screen": translate("SentModel", "Shared for %1 s"),
    }
    if sent.kind in many:
        return many[sent.kind].replace("%1", str(seconds))
    words = {
        "chat": translate("SentModel", "Messages: %1"),
        "private": translate("SentModel", "Private messages: %1"),
        "reaction": translate("SentModel", "Reactions: %1"),
        "name": translate("SentModel", "Changes of name: %1"),
        "picture": translate("SentModel", "Changes of picture: %1"),
    }
    return words.get(sent.kind, "%1").replace("%1", str(sent.count))
