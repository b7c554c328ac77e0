"""The members in the participants panel, and what a host may do to each of them."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.looks import initials, shown_name, tone
from client.models.roster import Roster
from client.models.rows import Row, RowModel
from peer.commands import Silence
from peer.room.notices import MemberView
from peer.room.requests import (
    Appoint,
    AskToUnmute,
    LowerHand,
    Mute,
    PutBack,
    Remove,
    Resume,
    StopCamera,
    Suspend,
)
from peer.room.values import PersonId, Right, Role

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

GIVEN_BACK = frozenset(Right) - {
    Right.ADMIT,
    Right.MODERATE,
    Right.REMOVE,
    Right.RULE,
    Right.APPOINT,
    Right.END,
    Right.LEAVE,
    Right.REPORT,
    Right.APPEAL,
}
"""The rights that a suspension can take, and Resume gives back."""


class Person(Row):
    """One member in the list."""

    name: str
    detail: str
    initials: str
    tone: int
    micOff: bool
    camOff: bool
    hand: bool
    speaking: bool
    host: bool
    cohost: bool
    suspended: bool
    present: bool
    mine: bool
    silenced: bool


@QmlElement
@QmlUncreatable("made by the app")
class PeopleModel(RowModel):
    """Members, oneself first; with `search`, those whose name contains it."""

    KIND = Person

    searchChanged = Signal()
    membersChanged = Signal()
    suspendedOne = Signal(str)
    """One suspended this member: there is something to undo for some seconds."""

    announced = Signal(str)
    """A sentence for a screen reader: somebody came or went, or raised a hand."""

    def __init__(self, bridge: Bridge, roster: Roster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._search = ""
        self._silenced: set[PersonId] = set()
        self._hands: set[PersonId] = set()
        roster.replaced.connect(self._replace)
        roster.joined.connect(self._come)
        roster.left.connect(self._go)
        roster.changed.connect(self._change)

    @Property(int, notify=membersChanged)
    def members(self) -> int:
        """How many are in the meeting."""
        return len(self._roster.members)

    @Property(str, notify=searchChanged)
    def search(self) -> str:
        """A part of a name; empty shows everybody."""
        return self._search

    @search.setter
    def search(self, text: str) -> None:
        if text != self._search:
            self._search = text
            self._refresh()
            self.searchChanged.emit()

    @Slot(str, result="QVariantMap")
    def facts(self, member: str) -> dict[str, object]:
        """What is so about one member now, by role; empty if they are gone."""
        view = self._roster.members.get(member)
        return {} if view is None else msgspec.structs.asdict(self._person(view))

    @Slot(str)
    def mute(self, member: str) -> None:
        """Close a member's microphone."""
        self._bridge.send(Mute(member))

    @Slot(str)
    def askToUnmute(self, member: str) -> None:
        """Ask a member to turn their microphone on."""
        self._bridge.send(AskToUnmute(member))

    @Slot(str)
    def stopCamera(self, member: str) -> None:
        """Close a member's camera."""
        self._bridge.send(StopCamera(member))

    @Slot(str)
    def lowerHand(self, member: str) -> None:
        """Lower a member's hand."""
        self._bridge.send(LowerHand(member))

    @Slot(str)
    def putBack(self, member: str) -> None:
        """Send a member back to the waiting room."""
        self._bridge.send(PutBack(member))

    @Slot(str)
    def removeForGood(self, member: str) -> None:
        """Remove a member for good."""
        self._bridge.send(Remove(member))

    @Slot(str, bool)
    def appoint(self, member: str, cohost: bool) -> None:
        """Make a member co-host, or a co-host a member."""
        self._bridge.send(Appoint(member, cohost))

    @Slot(str)
    def suspend(self, member: str) -> None:
        """Take a member's rights: the first act counts, reasons come after."""
        self._bridge.send(Suspend(member))
        self.suspendedOne.emit(member)

    @Slot(str)
    def resume(self, member: str) -> None:
        """Give a member all rights back. It opens nothing."""
        self._bridge.send(Resume(member, GIVEN_BACK))

    @Slot(str, bool)
    def silence(self, member: str, on: bool) -> None:
        """Stop hearing somebody on this computer only, or hear them again."""
        (self._silenced.add if on else self._silenced.discard)(member)
        self._bridge.send(Silence(member, on))
        self._change(member)

    def _replace(self) -> None:
        self._silenced &= self._roster.members.keys()
        self._hands = {view.id for view in self._roster.members.values() if view.hand_since is not None}
        self._refresh()

    def _come(self, person: PersonId) -> None:
        self._refresh()
        self._announce("%1 joined", person)

    def _go(self, person: PersonId, why: str) -> None:
        place = self.row_of(person)
        if place >= 0 and why != "removed":
            name = self._rows[place].name  # type: ignore[attr-defined]
            self.announced.emit(QCoreApplication.translate("PeopleModel", "%1 left").replace("%1", name))
        self._silenced.discard(person)
        self._hands.discard(person)
        self._refresh()

    def _change(self, person: PersonId) -> None:
        view = self._roster.members.get(person)
        if view is None:
            return
        if view.hand_since is None:
            self._hands.discard(person)
        elif person not in self._hands:
            self._hands.add(person)
            if person != self._roster.me:
                self._announce("%1 raised a hand", person)
        place = self.row_of(person)
        row = self._person(view)
        if place >= 0 and self._matches(row):
            self.change(place, row)
        else:
            self._refresh()

    def _announce(self, sentence: str, person: PersonId) -> None:
        words = {
            "%1 joined": QCoreApplication.translate("PeopleModel", "%1 joined"),
            "%1 raised a hand": QCoreApplication.translate("PeopleModel", "%1 raised a hand"),
        }[sentence]
        self.announced.emit(words.replace("%1", shown_name(self._roster.name_of(person))))

    def _refresh(self) -> None:
        rows = [self._person(self._roster.members[person]) for person in self._roster.order()]
        self.show([row for row in rows if self._matches(row)])
        self.membersChanged.emit()

    def _matches(self, row: Person) -> bool:
        return self._search.casefold() in row.name.casefold()

    def _person(self, view: MemberView) -> Person:
        mine = view.id == self._roster.me
        name = shown_name(view.name)
        return Person(
            key=view.id,
            name=QCoreApplication.translate("StageModel", "%1 (you)").replace("%1", name) if mine else name,
            detail=_detail(view),
            initials=initials(name),
            tone=tone(view.id),
            micOff=not view.microphone,
            camOff=not view.camera,
            hand=view.hand_since is not None,
            speaking=view.id in self._roster.speaking and view.microphone,
            host=view.role is Role.HOST,
            cohost=view.role is Role.COHOST,
            suspended=view.suspended,
            present=view.present,
            mine=mine,
            silenced=view.id in self._silenced,
        )


def _detail(view: MemberView) -> str:
    """Return what stands under a name: the gravest of what is so."""
    if view.suspended:
        return QCoreApplication.translate("PeopleModel", "Suspended")
    if not view.present:
        return QCoreApplication.translate("PeopleModel", "Reconnecting")
    if view.role is Role.HOST:
        return QCoreApplication.translate("PeopleModel", "Host")
    if view.role is Role.COHOST:
        return QCoreApplication.translate("PeopleModel", "Co-host")
    return ""
