"""The records of orders on this computer: one at a time, checked, filtered, searched, saved."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from PySide6.QtCore import Property, QCoreApplication, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.models.deeds import deed, glyph_of
from client.models.looks import shown_name
from client.models.rows import Row, RowModel
from client.models.sentences import REFUSALS, words
from client.record_reader import Opened, RecordReader
from client.saving import Saver
from peer.records import saved_as
from peer.room.values import RefusalCode
from peer.trust.export import Named, Readable
from peer.trust.keep import KEPT_FOR

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

LINES_SHOWN = 2_000
"""Lines of one record on screen, the newest first; search looks at all."""

ALL, DONE, REFUSED = range(3)


class Line(Row):
    """One line; `key` is its number in the record."""

    at: str
    who: str
    glyph: str
    text: str
    why: str
    refused: bool


class Meeting(Row):
    """One record; `key` is its folder's name."""

    title: str


@QmlElement
@QmlUncreatable("made by the app")
class RecordLinesModel(RowModel):
    """The lines that fit the filter, newest first."""

    KIND = Line


@QmlElement
@QmlUncreatable("made by the app")
class RecordsModel(RowModel):
    """The meetings of which there is a record, newest first."""

    KIND = Meeting

    def rows(self) -> list[Meeting]:
        """Return what is shown."""
        return [row for row in self._rows if isinstance(row, Meeting)]


@QmlElement
@QmlUncreatable("made by the app")
class OrderLogModel(QObject):
    """One record of orders at a time, with filter, search, check and export."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, reader: RecordReader, saver: Saver, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._saver = saver
        self._reader = reader
        self._records = RecordsModel(self)
        self._lines = RecordLinesModel(self)
        self._opened: Opened | None = None
        self._problem = ""
        self._current = ""
        self._kind = ALL
        self._search = ""
        reader.read.connect(self._show_record, Qt.ConnectionType.QueuedConnection)
        reader.listed.connect(self._show_records, Qt.ConnectionType.QueuedConnection)
        saver.saved.connect(self._saved)

    def close(self) -> None:
        """Read no more."""
        self._reader.close()

    # --- what is seen ----------------------------------------------------------------------------

    @Property(QObject, constant=True)
    def records(self) -> QObject:
        """A RecordsModel."""
        return self._records

    @Property(QObject, constant=True)
    def lines(self) -> QObject:
        """A RecordLinesModel."""
        return self._lines

    @Property(str, notify=changed)
    def current(self) -> str:
        """Which record is looked at."""
        return self._current

    @Property(int, notify=changed)
    def currentRow(self) -> int:
        return self._records.row_of(self._current)

    @Property("QStringList", notify=changed)
    def titles(self) -> list[str]:
        """The meetings to choose from."""
        return [row.title for row in self._records.rows()]

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why it cannot be read, or empty."""
        return self._problem

    @Property(int, notify=changed)
    def kind(self) -> int:
        """Place in all, done, refused."""
        return self._kind

    @Property(str, notify=changed)
    def search(self) -> str:
        return self._search

    @Property(int, notify=changed)
    def total(self) -> int:
        return len(self._orders())

    @Property(int, notify=changed)
    def refused(self) -> int:
        return sum(bool(line.refused) or line.type == "more" for line in self._orders())

    @Property(bool, notify=changed)
    def holds(self) -> bool:
        """True if every line is signed and follows the one before it."""
        return self._opened is not None and self._opened.report.holds

    @Property(str, notify=changed)
    def check(self) -> str:
        """What the check found, in a few words."""
        if self._opened is None:
            return ""
        report = self._opened.report
        if report.fault is None:
            return QCoreApplication.translate("OrderLogModel", "Checked: nothing changed")
        said = QCoreApplication.translate("OrderLogModel", "Changed or damaged from line %1 on")
        return said.replace("%1", str(report.fault.first))

    @Property(str, notify=changed)
    def checkDetail(self) -> str:
        if self._opened is None:
            return ""
        at = time.strftime("%H:%M", time.localtime(self._opened.at))
        said = QCoreApplication.translate(
            "OrderLogModel", "%1 lines in one chain, each signed. Checked at %2."
        )
        return said.replace("%1", str(len(self._opened.report.entries))).replace("%2", at)

    @Property(bool, notify=changed)
    def certified(self) -> bool:
        """True if the host's own certificate for the signing key is in it."""
        return self._opened is not None and self._opened.report.certified

    @Property(bool, notify=changed)
    def readable(self) -> bool:
        """True if names and reasons can be opened here."""
        return self._opened is not None and self._opened.key is not None

    @Property(str, notify=changed)
    def keptUntil(self) -> str:
        if self._opened is None or not self._opened.report.entries:
            return ""
        began = datetime.fromtimestamp(self._opened.report.entries[0].at / 1000).astimezone()
        return (began + timedelta(seconds=KEPT_FOR)).strftime("%Y-%m-%d")

    # --- what is done ----------------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """Look what records there are, and read again the one that is looked at, or the newest."""
        self._reader.look()

    @Slot(int)
    def choose(self, row: int) -> None:
        """Read the record in this row."""
        rows = self._records.rows()
        if 0 <= row < len(rows):
            self._open(rows[row].key)

    @Slot(int)
    def setKind(self, kind: int) -> None:
        """Show all, done or refused orders."""
        self._kind = kind
        self._filter()

    @Slot(str)
    def setSearch(self, text: str) -> None:
        """Show lines in which this stands."""
        self._search = text
        self._filter()

    @Slot(QUrl)
    def export(self, to: QUrl) -> None:
        """Save it: as a page (.html), readable JSON lines (.jsonl), or the signed record itself, to verify (.log)."""
        opened = self._opened
        if opened is not None:
            self._saver.save(to, lambda path: saved_as(path, opened.contents, opened.report, opened.key))

    # --- on the Qt thread ----------------------------------------------------------------------------

    def _open(self, name: str) -> None:
        self._current = name
        self.changed.emit()
        self._reader.open(name)

    def _show_records(self, found: list[tuple[float, str]]) -> None:
        rows = [Meeting(key=name, title=_title(name, at)) for at, name in found]
        self._records.show(list(rows))
        names = [row.key for row in rows]
        if self._current in names:
            self._open(self._current)
        elif names:
            self._open(names[0])
        else:
            self._current, self._opened = "", None
            self._filter()

    def _show_record(self, read: Opened | str) -> None:
        if isinstance(read, str):
            if read == self._current:
                self._opened = None
                self._problem = QCoreApplication.translate(
                    "OrderLogModel", "This record cannot be read: it is damaged, or no record at all."
                )
        elif read.name == self._current:
            self._opened, self._problem = read, ""
        self._filter()

    def _orders(self) -> list[Readable]:
        lines = self._opened.lines if self._opened is not None else ()
        return [line for line in lines if line.type in ("order", "more")]

    def _filter(self) -> None:
        wanted: list[Row] = []
        sought = self._search.strip().casefold()
        for line in reversed(self._orders()):
            refused = bool(line.refused) or line.type == "more"
            if (self._kind == DONE and refused) or (self._kind == REFUSED and not refused):
                continue
            row = _line(line)
            if sought and not any(sought in text.casefold() for text in (row.who, row.text, row.why)):
                continue
            wanted.append(row)
            if len(wanted) == LINES_SHOWN:
                break
        self._lines.show(wanted)
        self.changed.emit()

    def _saved(self, path: str, error: str) -> None:
        if not path.endswith((".html", ".jsonl", ".log")):
            return
        if error:
            said = QCoreApplication.translate("OrderLogModel", "%1 could not be saved: %2")
        else:
            said = QCoreApplication.translate("OrderLogModel", "Saved as %1")
        self.told.emit(said.replace("%1", path).replace("%2", error))


def _title(name: str, at: float) -> str:
    said = QCoreApplication.translate("OrderLogModel", "%1 · meeting %2")
    day = datetime.fromtimestamp(at).astimezone().strftime("%Y-%m-%d %H:%M")
    return said.replace("%1", day).replace("%2", name)


def _line(line: Readable) -> Line:
    try:
        at = datetime.fromisoformat(line.at).astimezone().strftime("%H:%M:%S")
    except ValueError:
        at = line.at
    if line.type == "more":
        said = QCoreApplication.translate("OrderLogModel", "%1 more refused orders within a minute")
        count = str(line.details.get("refused", 0))
        return Line(
            key=str(line.n),
            at=at,
            who=_who(line.by),
            glyph="ban",
            text=said.replace("%1", count),
            why="",
            refused=True,
        )
    return Line(
        key=str(line.n),
        at=at,
        who=_who(line.by),
        glyph="ban" if line.refused else glyph_of(line.what),
        text=deed(line.what, [_who(one) for one in line.whom]),
        why=_why(line),
        refused=bool(line.refused),
    )


def _who(person: Named | None) -> str:
    if person is None or not person.id:
        return QCoreApplication.translate("OrderLogModel", "Several people")
    if person.name:
        return shown_name(person.name)
    if person.id == "console":
        return QCoreApplication.translate("OrderLogModel", "Console")
    return person.id


def _why(line: Readable) -> str:
    said = [
        QCoreApplication.translate("OrderLogModel", "“%1”").replace("%1", shown_name(text))
        for text in line.texts.values()
        if text
    ]
    if line.refused:
        refused = QCoreApplication.translate("OrderLogModel", "Refused: %1")
        code = RefusalCode(line.refused) if line.refused in set(RefusalCode) else None
        why = words(REFUSALS[code].fact) if code is not None and code in REFUSALS else line.refused
        said.insert(0, refused.replace("%1", why))
    elif not said and line.details:
        said = [
            ", ".join(f"{name.replace('_', ' ')}: {_plain(value)}" for name, value in line.details.items())
        ]
    return " · ".join(said)


def _plain(value: bool | int | str) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value).replace("_", " ")
