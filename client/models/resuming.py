"""Giving rights back, right by right or person by person. Nothing comes back by itself, and nothing is opened."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.looks import initials, shown_name, tone
from client.models.roster import Roster
from client.models.rows import Row, RowModel
from peer.commands import AnyNews, Disconnected
from peer.room.notices import Admitted, MemberView, YouWerePutBack, YouWereSuspended
from peer.room.requests import Resume
from peer.room.values import Right, Suspension

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1


class Step(NamedTuple):
    """One thing to give back: its name, picture, what it lets people do (long and short), and the rights in it."""

    name: str
    glyph: str
    text: str
    short: str
    rights: frozenset[Right]


STEPS = (
    Step(
        "speak",
        "mic",
        QT_TRANSLATE_NOOP("Resuming", "Speak"),
        QT_TRANSLATE_NOOP("Resuming", "Speak"),
        frozenset({Right.SPEAK}),
    ),
    Step(
        "video",
        "video",
        QT_TRANSLATE_NOOP("Resuming", "Start video"),
        QT_TRANSLATE_NOOP("Resuming", "Video"),
        frozenset({Right.VIDEO, Right.PICTURE}),
    ),
    Step(
        "hand",
        "hand",
        QT_TRANSLATE_NOOP("Resuming", "Raise a hand"),
        QT_TRANSLATE_NOOP("Resuming", "Hand"),
        frozenset({Right.RAISE_HAND}),
    ),
    Step(
        "unmute",
        "mic-vocal",
        QT_TRANSLATE_NOOP("Resuming", "Unmute themselves"),
        QT_TRANSLATE_NOOP("Resuming", "Unmute"),
        frozenset({Right.UNMUTE}),
    ),
    Step(
        "chat",
        "message-square",
        QT_TRANSLATE_NOOP("Resuming", "Chat"),
        QT_TRANSLATE_NOOP("Resuming", "Chat"),
        frozenset({Right.CHAT}),
    ),
    Step(
        "react",
        "smile",
        QT_TRANSLATE_NOOP("Resuming", "React"),
        QT_TRANSLATE_NOOP("Resuming", "React"),
        frozenset({Right.REACT}),
    ),
    Step(
        "share",
        "screen-share",
        QT_TRANSLATE_NOOP("Resuming", "Share and record"),
        QT_TRANSLATE_NOOP("Resuming", "Share"),
        frozenset({Right.SHARE, Right.RECORD}),
    ),
    Step(
        "draw",
        "pencil",
        QT_TRANSLATE_NOOP("Resuming", "Annotate and draw"),
        QT_TRANSLATE_NOOP("Resuming", "Draw"),
        frozenset({Right.ANNOTATE, Right.WHITEBOARD}),
    ),
    Step(
        "private",
        "message-circle-more",
        QT_TRANSLATE_NOOP("Resuming", "Chat privately, invite"),
        QT_TRANSLATE_NOOP("Resuming", "Private chat"),
        frozenset({Right.CHAT_PRIVATELY, Right.INVITE}),
    ),
    Step(
        "rename",
        "text-cursor-input",
        QT_TRANSLATE_NOOP("Resuming", "Rename themselves"),
        QT_TRANSLATE_NOOP("Resuming", "Rename"),
        frozenset({Right.RENAME}),
    ),
)
"""Every right that a member has is in one of these, and in one only; a test says so."""

BY_NAME = {step.name: step for step in STEPS}


class RightRow(Row):
    """One step for all who were stopped together. `back`: nobody among them lacks it."""

    glyph: str
    text: str
    back: bool


class HeldRow(Row):
    """One person from whom something is kept. `steps`: [{name, text, back}]; `alone`: singled out."""

    name: str
    initials: str
    tone: int
    alone: bool
    back: int
    steps: list[dict[str, object]]


@QmlElement
@QmlUncreatable("made by the app")
class RightsBackModel(RowModel):
    """The steps, for everyone who was stopped with all."""

    KIND = RightRow

    changed = Signal()

    def __init__(self, bridge: Bridge, roster: Roster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._all: Suspension | None = None
        bridge.news.connect(self._hear)
        for signal in (roster.replaced, roster.joined, roster.left):
            signal.connect(lambda *_: self.changed.emit())

    @Property(bool, notify=changed)
    def active(self) -> bool:
        """True while something is kept from everybody."""
        return self._all is not None

    @Property(int, notify=changed)
    def back(self) -> int:
        """How many steps were given back to all."""
        return sum(row.back for row in self._rows if isinstance(row, RightRow))

    @Property(int, notify=changed)
    def people(self) -> int:
        """For how many people."""
        return sum(view.paused for view in self._roster.members.values())

    @Property(str, notify=changed)
    def next(self) -> str:
        """The first step that is not back yet, by name."""
        return next((row.key for row in self._rows if isinstance(row, RightRow) and not row.back), "")

    @Slot(str)
    def giveBack(self, step: str) -> None:
        """Give one step back to all who were stopped together."""
        self._bridge.send(Resume(None, BY_NAME[step].rights))

    @Slot()
    def giveAllBack(self) -> None:
        """Give everything back to all who were stopped together."""
        self._bridge.send(Resume(None, self._all.rights if self._all else frozenset()))

    def _hear(self, news: AnyNews) -> None:
        match news:
            case Admitted(all_suspended=suspension) | YouWereSuspended(suspension=suspension, everyone=True):
                self._all = suspension
            case Disconnected() | YouWerePutBack():
                self._all = None
            case _:
                return
        taken = self._all.rights if self._all is not None else frozenset()
        self.show([self._row(step, taken) for step in STEPS] if self._all is not None else [])
        self.changed.emit()

    def _row(self, step: Step, taken: frozenset[Right]) -> RightRow:
        return RightRow(
            key=step.name,
            glyph=step.glyph,
            text=QCoreApplication.translate("Resuming", step.text),
            back=not step.rights & taken,
        )


@QmlElement
@QmlUncreatable("made by the app")
class PeopleBackModel(RowModel):
    """Everyone from whom a suspension keeps something; those singled out last."""

    KIND = HeldRow

    changed = Signal()

    def __init__(self, bridge: Bridge, roster: Roster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        for signal in (roster.replaced, roster.joined, roster.changed, roster.left):
            signal.connect(self._refresh)

    @Property(int, notify=changed)
    def alone(self) -> int:
        """How many are suspended by themselves."""
        return sum(row.alone for row in self._rows if isinstance(row, HeldRow))

    @Property(int, constant=True)
    def total(self) -> int:
        """Steps that there are."""
        return len(STEPS)

    @Slot(str, str)
    def giveBack(self, person: str, step: str) -> None:
        """Give one step back to one person."""
        self._bridge.send(Resume(person, BY_NAME[step].rights))

    @Slot(str)
    def giveAllBack(self, person: str) -> None:
        """Give one person everything back that is kept from them."""
        view = self._roster.members.get(person)
        if view is not None and view.held_back:
            self._bridge.send(Resume(person, view.held_back))

    def _refresh(self, *_: object) -> None:
        held = [view for view in self._roster.members.values() if view.held_back]
        rows = [self._row(view) for view in sorted(held, key=lambda view: view.suspended)]
        if rows != self._rows:
            self.show(list(rows))
            self.changed.emit()

    def _row(self, view: MemberView) -> HeldRow:
        name = shown_name(view.name) or QCoreApplication.translate("StageModel", "Name hidden")
        steps: list[dict[str, object]] = [
            {
                "name": step.name,
                "text": QCoreApplication.translate("Resuming", step.short),
                "back": not step.rights & view.held_back,
            }
            for step in STEPS
        ]
        return HeldRow(
            key=view.id,
            name=name,
            initials=initials(name),
            tone=tone(view.id),
            alone=view.suspended,
            back=sum(bool(step["back"]) for step in steps),
            steps=steps,
        )
