"""The members in the participants panel, and what a host may do to each of them."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.hiding import HidingModel
from client.models.looks import initials, shown_name, tone
from client.models.roster import Roster
from client.models.rows import Row, RowModel
from peer.room.notices import MemberView
from peer.room.requests import (
    Appoint,
    AskForCamera,
    AskToUnmute,
    LowerHand,
    Mute,
    PutBack,
    RefusePrivateChat,
    Remove,
    RenameMember,
    ReportPerson,
    Resume,
    SetRight,
    ShowMessages,
    Spotlight,
    StopCamera,
)
from peer.room.values import PersonId, Right, Role

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

RENAMABLE = 64
"""Signs of a name."""

PERSONAL = (
    Right.SPEAK,
    Right.UNMUTE,
    Right.VIDEO,
    Right.SHARE,
    Right.CHAT,
    Right.CHAT_PRIVATELY,
    Right.REACT,
    Right.RAISE_HAND,
    Right.ANNOTATE,
    Right.WHITEBOARD,
    Right.RENAME,
    Right.PICTURE,
    Right.RECORD,
    Right.INVITE,
)
"""The rights that one person may have or lack whatever the rules say, in the order of the list."""


class Person(Row):
    """One member in the list. `hand` with its place in the queue, `turn`, from 1; `held`: a suspension keeps something
    from them; `hidden`: by oneself, on this screen.
    """

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
    hidden: bool
    paused: bool
    held: bool
    turn: int
    namedByHost: bool
    refusesPrivate: bool
    spotlit: bool
    messagesHidden: bool


@QmlElement
@QmlUncreatable("made by the app")
class PeopleModel(RowModel):
    """Members, oneself first; with `search`, those whose name contains it."""

    KIND = Person

    searchChanged = Signal()
    membersChanged = Signal()
    rightsChanged = Signal(str)
    """Something about what this member may do is different."""

    announced = Signal(str)
    """A sentence for a screen reader: somebody came or went, or raised a hand."""

    def __init__(
        self, bridge: Bridge, roster: Roster, hiding: HidingModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._search = ""
        self._hiding = hiding
        self._hands: set[PersonId] = set()
        self._turns: dict[PersonId, int] = {}
        roster.replaced.connect(self._replace)
        roster.joined.connect(self._come)
        roster.left.connect(self._go)
        roster.changed.connect(self._change)
        roster.spoke.connect(self._change)
        roster.spotlighted.connect(self._refresh)
        hiding.changed.connect(self._refresh)

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

    @Slot(str, str, bool)
    def removeForGood(self, member: str, reason: str = "", everywhere: bool = False) -> None:
        """Remove a member for good, from this meeting or from all of this host's."""
        self._bridge.send(Remove(member, reason.strip(), everywhere))

    @Slot(str)
    def askForCamera(self, member: str) -> None:
        """Ask a member to turn their camera on."""
        self._bridge.send(AskForCamera(member))

    @Slot(str)
    def spotlight(self, member: str) -> None:
        """Show a member large on every screen, or with an empty text nobody."""
        self._bridge.send(Spotlight(member or None))

    @Slot(str, str)
    def renameMember(self, member: str, name: str) -> None:
        """Give a member a name that stays; empty gives them their own choice back."""
        self._bridge.send(RenameMember(member, shown_name(name)[:RENAMABLE]))

    @Slot(str)
    def report(self, member: str) -> None:
        """Have the host's record note that a member was reported."""
        self._bridge.send(ReportPerson(member))

    @Slot(str)
    def showMessages(self, member: str) -> None:
        """Show again what a suspension hid of a member."""
        self._bridge.send(ShowMessages(member))

    @Slot(bool)
    def refusePrivateChat(self, on: bool) -> None:
        """Take no private messages but the host's, or take them again."""
        self._bridge.send(RefusePrivateChat(on))

    @Slot(str, result="QVariantList")
    def rightsOf(self, member: str) -> list[dict[str, object]]:
        """The rights that one person may have apart from the rules: {right, given}: 0 by the rules, 1 yes, 2 no."""
        view = self._roster.members.get(member)
        if view is None:
            return []
        return [
            {"right": right.value, "given": 1 if right in view.given else 2 if right in view.taken else 0}
            for right in PERSONAL
        ]

    @Slot(str, str, int)
    def setRight(self, member: str, right: str, given: int) -> None:
        """Let the rules decide (0), give one person a right (1) or take it (2)."""
        self._bridge.send(SetRight(member, Right(right), (None, True, False)[given]))

    @Slot(str, bool)
    def appoint(self, member: str, cohost: bool) -> None:
        """Make a member co-host, or a co-host a member."""
        self._bridge.send(Appoint(member, cohost))

    @Slot(str)
    def resume(self, member: str) -> None:
        """Give a member all rights back that are kept from them. It opens nothing."""
        view = self._roster.members.get(member)
        if view is not None and view.held_back:
            self._bridge.send(Resume(member, view.held_back))

    @Slot(str, bool)
    def silence(self, member: str, on: bool) -> None:
        """Stop hearing somebody on this computer only, or hear them again."""
        self._hiding.silence(member, on)

    @Slot(str, bool)
    def hide(self, member: str, on: bool) -> None:
        """Stop seeing somebody on this computer only, or see them again."""
        self._hiding.hide(member, on)

    def _replace(self) -> None:
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
        self._hands.discard(person)
        self._refresh()

    def _change(self, person: PersonId) -> None:
        view = self._roster.members.get(person)
        if view is None:
            return
        if view.hand_since is None and person in self._hands:
            self._hands.discard(person)
            self._refresh()
        elif view.hand_since is not None and person not in self._hands:
            self._hands.add(person)
            self._refresh()
            if person != self._roster.me:
                self._announce("%1 raised a hand", person)
        self.rightsChanged.emit(person)
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

    def _place(self, person: PersonId) -> tuple[bool, int]:
        """Oneself first, then raised hands as they came, then the others as they were."""
        return person != self._roster.me, self._turns.get(person, len(self._turns) + 1)

    def _refresh(self, *_: object) -> None:
        self._turns = {person: turn for turn, person in enumerate(self._roster.hands(), 1)}
        order = sorted(self._roster.order(), key=self._place)
        rows = [self._person(self._roster.members[person]) for person in order]
        self.show([row for row in rows if self._matches(row)])
        self.membersChanged.emit()

    def _matches(self, row: Person) -> bool:
        return self._search.casefold() in row.name.casefold()

    def _person(self, view: MemberView) -> Person:
        mine = view.id == self._roster.me
        name = shown_name(view.name)
        if view.name_hidden and not mine:
            name = hidden_name(name)
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
            cohost=view.role in (Role.COHOST, Role.CHAIR),
            suspended=view.suspended,
            present=view.present,
            mine=mine,
            silenced=self._hiding.silenced(view.id),
            hidden=self._hiding.chosen(view.id),
            paused=view.paused and not view.suspended,
            held=bool(view.held_back),
            turn=self._turns.get(view.id, 0),
            namedByHost=view.named_by_host,
            refusesPrivate=view.refuses_private_chat,
            spotlit=view.id == self._roster.spotlight,
            messagesHidden=view.hidden is not None,
        )


def _detail(view: MemberView) -> str:
    """Return what stands under a name: the gravest of what is so."""
    if view.suspended:
        return QCoreApplication.translate("PeopleModel", "Suspended")
    if view.paused:
        return QCoreApplication.translate("PeopleModel", "Paused")
    if not view.present:
        return QCoreApplication.translate("PeopleModel", "Reconnecting")
    if view.role is Role.HOST:
        return QCoreApplication.translate("PeopleModel", "Host")
    if view.role is Role.CHAIR:
        return QCoreApplication.translate("PeopleModel", "Co-host, holds the chair")
    if view.role is Role.COHOST:
        return QCoreApplication.translate("PeopleModel", "Co-host")
    if view.named_by_host:
        return QCoreApplication.translate("PeopleModel", "Named by the host")
    return ""


def hidden_name(name: str) -> str:
    """Return how a hidden name is shown: those who moderate are told it, the others read that there is one."""
    if not name:
        return QCoreApplication.translate("StageModel", "Name hidden")
    return QCoreApplication.translate("PeopleModel", "%1 (name hidden)").replace("%1", name)
