"""The orders that stop somebody or everything, and their undoing: the first act counts, everything else comes after."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.looks import shown_name
from client.models.roster import Roster
from peer.commands import AnyNews, Disconnected
from peer.room.notices import OrderDone, OrderUndone, YouWerePutBack
from peer.room.requests import ExplainSuspension, ReportPerson, Suspend, UndoOrder

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

UNDO_SECONDS = 10
DIALOG_AFTER_MS = 1_000
"""The silence comes first; what to do next a moment later."""

REASON_LIMIT = 240
"""Signs of a reason that this window sends."""


@QmlElement
@QmlUncreatable("made by the app")
class OrdersModel(QObject):
    """Suspending one or all, with what can be taken back and what is asked afterwards."""

    changed = Signal()

    stopped = Signal()
    """A second ago everything was stopped by oneself: time to see what each sent."""

    suspendedOne = Signal(str)
    """One suspended this member: time to say why."""

    undone = Signal()

    def __init__(self, bridge: Bridge, roster: Roster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._numbers: list[int] = []
        self._seconds = 0
        self._everyone = False
        self._who = ""
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        self._dialog = QTimer(self)
        self._dialog.setSingleShot(True)
        self._dialog.setInterval(DIALOG_AFTER_MS)
        self._dialog.timeout.connect(self.stopped)
        bridge.news.connect(self._hear)

    # --- what can be taken back -------------------------------------------------------------------

    @Property(int, notify=changed)
    def seconds(self) -> int:
        """How long the last order can still be undone; 0 if it cannot."""
        return self._seconds

    @Property(bool, notify=changed)
    def everyone(self) -> bool:
        """True if that order stopped everything, false if it suspended one."""
        return self._everyone

    @Property(str, notify=changed)
    def who(self) -> str:
        """The name of whom it suspended."""
        return self._who

    @Property(int, constant=True)
    def total(self) -> int:
        """Seconds in which an order can be undone."""
        return UNDO_SECONDS

    @Slot()
    def undo(self) -> None:
        """Take the order back that the bar shows (with *co-hosts too*, both), and no other. It opens nothing."""
        if self._seconds:
            for number in reversed(self._numbers):
                self._bridge.send(UndoOrder(number))

    # --- orders ------------------------------------------------------------------------------------

    @Slot()
    def stopEverything(self) -> None:
        """Suspend everyone's activity but host's and co-hosts'. Pressed twice it is one order."""
        if not (self._seconds and self._everyone):
            self._bridge.send(Suspend())

    @Slot()
    def stopCohostsToo(self) -> None:
        """Suspend co-hosts as well; interpreters are exempt only if named."""
        self._bridge.send(Suspend(cohosts=True))

    @Slot(str)
    def suspend(self, member: str) -> None:
        """Take a member's rights."""
        self._bridge.send(Suspend(member))

    @Slot(str, str, bool, bool)
    def explain(self, member: str, reason: str, name_hidden: bool, receives_nothing: bool) -> None:
        """Say why a member is suspended, and whether name and what they receive are taken too."""
        reason = reason.strip()[:REASON_LIMIT]
        self._bridge.send(ExplainSuspension(member, reason, name_hidden, receives_nothing))

    @Slot(str)
    def report(self, person: str) -> None:
        """Have the host's record note that this person was reported."""
        self._bridge.send(ReportPerson(person))

    @Property(int, constant=True)
    def reasonLimit(self) -> int:
        """Signs that a reason may have."""
        return REASON_LIMIT

    # --- from the bridge -----------------------------------------------------------------------------

    def _hear(self, news: AnyNews) -> None:
        match news:
            case OrderDone(what="suspend", by=by, can_undo=True) if by == self._roster.me:
                self._offer(news)
            case OrderUndone(number=number) if self._seconds and number == self._numbers[0]:
                self._withdraw()
                self.undone.emit()
            case Disconnected() | YouWerePutBack():
                self._withdraw()

    def _offer(self, order: OrderDone) -> None:
        again = self._everyone and self._seconds > 0 and not order.about
        self._numbers = [*self._numbers, order.number] if again else [order.number]
        self._seconds, self._everyone = UNDO_SECONDS, not order.about
        self._who = "" if self._everyone else shown_name(self._roster.name_of(order.about[0]))
        self._clock.start()
        self.changed.emit()
        if not self._everyone:
            self.suspendedOne.emit(order.about[0])
        elif not again:
            self._dialog.start()

    def _withdraw(self) -> None:
        self._seconds = 0
        self._clock.stop()
        self._dialog.stop()
        self.changed.emit()

    def _tick(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._seconds = 0
            self._clock.stop()
        self.changed.emit()
