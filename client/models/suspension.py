"""What an order took from oneself: who, when, why, and the words that can never be taken away."""

from __future__ import annotations

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.looks import CONTROLS, shown_name
from client.models.roster import Roster
from client.models.times import minute_of
from peer.commands import AnyNews, Connecting, Disconnected
from peer.room.notices import (
    Admitted,
    AppealTaken,
    RemovedFromMeeting,
    WaitingRoom,
    YouWerePutBack,
    YouWereSuspended,
)
from peer.room.requests import Appeal, ReportPerson
from peer.room.values import Role, Suspension

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

APPEAL_LIMIT = 1_000
"""Characters of an appeal."""


@QmlElement
@QmlUncreatable("made by the app")
class SuspensionModel(QObject):
    """One's own suspension, or the pause of all; and after a removal the last words."""

    changed = Signal()

    def __init__(self, bridge: Bridge, roster: Roster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._mine: Suspension | None = None
        self._all: Suspension | None = None
        self._removed: RemovedFromMeeting | None = None
        self._title = ""
        self._reported = False
        self._appealed: set[int] = set()
        self._asked: set[int] = set()
        bridge.news.connect(self._hear)
        for signal in (roster.replaced, roster.changed, roster.left):
            signal.connect(lambda *_: self.changed.emit())

    @Property(bool, notify=changed)
    def alone(self) -> bool:
        """True if one is suspended, singled out."""
        return self._mine is not None

    @Property(bool, notify=changed)
    def paused(self) -> bool:
        """True if the pause of all keeps something from oneself, and one was not singled out."""
        view = self._roster.mine()
        return self._mine is None and self._all is not None and view is not None and view.paused

    @Property(str, notify=changed)
    def by(self) -> str:
        """Who did it, with their role and the time."""
        order = self._mine or self._all
        if order is None:
            return ""
        view = self._roster.members.get(order.by)
        words = {
            Role.HOST: QCoreApplication.translate("SuspensionModel", "%1, host, at %2"),
            Role.CHAIR: QCoreApplication.translate("SuspensionModel", "%1, co-host, at %2"),
            Role.COHOST: QCoreApplication.translate("SuspensionModel", "%1, co-host, at %2"),
            Role.MEMBER: QCoreApplication.translate("SuspensionModel", "%1, at %2"),
        }
        sentence = words[Role.MEMBER if view is None else view.role]
        name = shown_name("" if view is None else view.name)
        name = name or QCoreApplication.translate("MeetingModel", "The host")
        return sentence.replace("%2", minute_of(order.since)).replace("%1", name)

    @Property(str, notify=changed)
    def reason(self) -> str:
        """The reason that was given, or nothing. Plain text of another person."""
        order = self._mine or self._all
        given = self._removed.reason if self._removed is not None else "" if order is None else order.reason
        return given.translate(CONTROLS)[:APPEAL_LIMIT]

    @Property(bool, notify=changed)
    def receivesNothing(self) -> bool:
        """True if what one receives was taken too."""
        order = self._mine or self._all
        return order is not None and order.receives_nothing

    @Property(bool, notify=changed)
    def cohostsToo(self) -> bool:
        """True if the pause covers co-hosts."""
        return self._all is not None and self._all.cohosts

    # --- after a removal ---------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def removed(self) -> bool:
        """True since one was removed, while the line is still open."""
        return self._removed is not None

    @Property(bool, notify=changed)
    def removedByCohost(self) -> bool:
        """True if a co-host did it, false if the host."""
        return self._removed is not None and self._removed.by in (Role.COHOST.value, Role.CHAIR.value)

    @Property(str, notify=changed)
    def title(self) -> str:
        """The title of the meeting that one was removed from."""
        return self._title

    # --- words ----------------------------------------------------------------------------------------

    @Property(int, constant=True)
    def appealLimit(self) -> int:
        """Signs of an appeal."""
        return APPEAL_LIMIT

    @Property(bool, notify=changed)
    def mayAppeal(self) -> bool:
        """True if this order can still be appealed."""
        if self._removed is not None:
            return self._removed.may_appeal and self._number not in self._asked
        return self._number > 0 and self._number not in self._asked

    @Property(bool, notify=changed)
    def appealed(self) -> bool:
        """True once the host's computer has taken one's appeal."""
        return self._number in self._appealed

    @Property(bool, notify=changed)
    def mayReport(self) -> bool:
        """True if somebody removed can still say that they report."""
        return self._removed is not None and self._removed.may_report and not self._reported

    @Property(bool, notify=changed)
    def reported(self) -> bool:
        """True once somebody removed has said so."""
        return self._reported

    @Slot(str)
    def appeal(self, text: str) -> None:
        """Object to the order; once."""
        words = text.strip()[:APPEAL_LIMIT]
        if words and self.mayAppeal:
            self._asked.add(self._number)
            self._bridge.send(Appeal(self._number, words))
            self.changed.emit()

    @Slot()
    def report(self) -> None:
        """Have the host's record note that one reports; once, after a removal."""
        if self.mayReport:
            self._reported = True
            self._bridge.send(ReportPerson(None))
            self.changed.emit()

    @property
    def _number(self) -> int:
        order = self._mine or self._all
        return self._removed.order if self._removed is not None else 0 if order is None else order.order

    def _hear(self, news: AnyNews) -> None:
        match news:
            case Connecting():
                self._removed = None
                self._reported = False
            case WaitingRoom(title=title):
                self._title = shown_name(title)
            case Admitted():
                if self._removed is not None or not self._title:
                    self._appealed.clear()
                self._title = shown_name(news.title)
                self._removed = None
                self._mine, self._all = news.suspension, news.all_suspended
            case YouWereSuspended(everyone=True, suspension=suspension):
                self._all = suspension
            case YouWereSuspended(suspension=suspension):
                self._mine = suspension
            case AppealTaken(order=order):
                self._appealed.add(order)
            case RemovedFromMeeting():
                self._mine = self._all = None
                self._removed = news
            case Disconnected() | YouWerePutBack():
                self._mine = self._all = self._removed = None
                self._asked.clear()
                self._appealed.clear()
            case _:
                return
        self.changed.emit()
