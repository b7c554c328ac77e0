"""A member calls the host, without a sound: the panel that host and co-hosts see, and the member's own button."""

from __future__ import annotations

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.looks import CONTROLS, initials, shown_name, tone
from client.models.recent import Recent
from client.models.roster import Roster
from client.models.rows import Row, RowModel
from client.models.times import minute_of
from peer.commands import AnyNews, Disconnected
from peer.room.notices import AppealMade, HostCalled, Refused, YouWerePutBack
from peer.room.requests import CallHost
from peer.room.values import PersonId, Role

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

KEPT = 50
"""Calls and appeals that are on the list; older ones go first."""

PAUSE_SECONDS = 60
"""The host's computer takes one call a minute."""


class CallRow(Row):
    """One call or appeal. `appeal` is what was written; empty for a call."""

    person: str
    name: str
    initials: str
    tone: int
    at: str
    appeal: str
    here: bool


class SenderRow(Row):
    """Somebody who sent something in the last minute."""

    name: str
    initials: str
    tone: int
    detail: str
    suspended: bool


@QmlElement
@QmlUncreatable("made by the app")
class CallsModel(RowModel):
    """Calls and appeals that nobody here has put aside, the newest first."""

    KIND = CallRow

    called = Signal(str)
    """Somebody calls: their name. It makes no sound."""

    appealed = Signal(str)

    mayCallChanged = Signal()

    calledHost = Signal()
    """One's own call is on its way."""

    def __init__(self, bridge: Bridge, roster: Roster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._came = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_SECONDS * 1000)
        self._pause.timeout.connect(self.mayCallChanged)
        bridge.news.connect(self._hear)

    @Property(bool, notify=mayCallChanged)
    def mayCall(self) -> bool:
        """False for a minute after a call."""
        return not self._pause.isActive()

    @Slot()
    def callHost(self) -> None:
        """Call host and co-hosts; nobody else knows."""
        if self.mayCall:
            self._bridge.send(CallHost())
            self._pause.start()
            self.mayCallChanged.emit()
            self.calledHost.emit()

    @Slot(str)
    def seen(self, key: str) -> None:
        """Put a call or an appeal aside."""
        self.show([row for row in self._rows if row.key != key])

    def _hear(self, news: AnyNews) -> None:
        match news:
            case HostCalled(by=by, at=at):
                name = self._add(by, self._roster.name_of(by), at, "")
                self.called.emit(name)
            case AppealMade(by=by, name=name, at=at, text=text):
                self.appealed.emit(self._add(by, name, at, text.translate(CONTROLS)))
            case Refused(request="call_host") if self._pause.isActive():
                self._pause.stop()
                self.mayCallChanged.emit()
            case Disconnected() | YouWerePutBack():
                self.show([])
                self._pause.stop()
                self.mayCallChanged.emit()

    def _add(self, person: PersonId, name: str, at: float, appeal: str) -> str:
        shown = shown_name(name) or QCoreApplication.translate("StageModel", "Name hidden")
        self._came += 1
        row = CallRow(
            key=str(self._came),
            person=person,
            name=shown,
            initials=initials(shown),
            tone=tone(person),
            at=minute_of(at),
            appeal=appeal,
            here=person in self._roster.members,
        )
        self.show([row, *self._rows[: KEPT - 1]])
        return shown


@QmlElement
@QmlUncreatable("made by the app")
class SendersModel(RowModel):
    """Members who sent something in the last minute, by name. Host, oneself and who calls are not listed."""

    KIND = SenderRow

    def __init__(
        self, roster: Roster, recent: Recent, calls: CallsModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._roster = roster
        self._recent = recent
        self._calls = calls
        self._shown = False
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._refresh)
        roster.replaced.connect(self._refresh)

    @Slot(bool)
    def setShown(self, on: bool) -> None:
        """Say whether the list is on the screen: only then it follows who sends."""
        if on:
            self._clock.start()
            self._refresh()
        else:
            self._clock.stop()

    def _refresh(self) -> None:
        callers = {row.person for row in self._calls._rows if isinstance(row, CallRow) and not row.appeal}
        rows = [
            self._row(person)
            for person, view in self._roster.members.items()
            if person != self._roster.me and view.role is Role.MEMBER and person not in callers
        ]
        self.show(sorted((row for row in rows if row.detail), key=lambda row: row.name.casefold()))

    def _row(self, person: PersonId) -> SenderRow:
        view = self._roster.members[person]
        translate = QCoreApplication.translate
        facts = []
        if person in self._roster.speaking:
            facts.append(translate("SendersModel", "Speaks now"))
        elif self._recent.spoke(person):
            facts.append(translate("SendersModel", "Spoke"))
        if messages := self._recent.messages(person):
            facts.append(translate("SentModel", "Messages: %1").replace("%1", str(messages)))
        name = shown_name(view.name) or translate("StageModel", "Name hidden")
        return SenderRow(
            key=person,
            name=name,
            initials=initials(name),
            tone=tone(person),
            detail=" · ".join(facts),
            suspended=view.suspended,
        )
