"""Who waits at the door, as host and co-hosts see it."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QWindow
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.guests import Guest, GuestNotesModel, guest_row, notes
from client.models.looks import shown_name
from client.models.roster import Roster
from client.models.rows import RowModel
from client.models.sentences import refusal_sentence
from peer.commands import AnyNews, Chat, ChatLine, Disconnected
from peer.room.notices import (
    Admitted,
    Bypasses,
    GuestArrived,
    GuestCard,
    GuestChanged,
    GuestLeft,
    Invites,
    InviteView,
    NotAdmitted,
    RulesChanged,
    Strangers,
    YouWerePutBack,
)
from peer.room.requests import (
    Admit,
    AdmitAll,
    ChangeRules,
    Decline,
    ListInvites,
    MuteGuest,
    ReportPerson,
    SetBypass,
)
from peer.room.values import InviteKind, PersonId, Right, Role

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

MERGED_MS = 5_000
"""Within this time of an announcement further knocks become one."""

ASKED_MS = 1_000
"""How long after a knock the host's machine is asked how often the invites were used."""

QUIET = Strangers(0, 0)


@QmlElement
@QmlUncreatable("made by the app")
class DoorModel(RowModel):
    """The guests: those known or with a personal invite first, then strangers, each longest waiting first."""

    KIND = Guest

    knocked = Signal(str)
    """Somebody came to the door, or several within five seconds; the name of one, or "" for a crowd of strangers. Not
    for those who waited before oneself came."""

    announced = Signal(str)
    """The same as a sentence: who is at the door, "and 14 more"."""

    told = Signal(str)

    def __init__(self, bridge: Bridge, roster: Roster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._notes = GuestNotesModel(self)
        self._looked_at: PersonId = ""
        self._cards: dict[PersonId, GuestCard] = {}
        self._wrote: dict[PersonId, str] = {}
        self._invites: dict[int, InviteView] = {}
        self._bypasses = Bypasses((), ())
        self._strangers = QUIET
        self._open_link = True
        self._unsaid: list[str] = []
        self._timer = self._every(1000, self._tick)
        self._merging = self._every(MERGED_MS, self._say_rest)
        self._asking = self._every(ASKED_MS, self._ask)
        self._asking.setSingleShot(True)
        bridge.news.connect(self._hear)

    changed = Signal()
    cleanChanged = Signal()

    def close(self) -> None:
        """Ask and announce no more. Called once, at the end."""
        for timer in (self._timer, self._merging, self._asking):
            timer.stop()

    # --- what is seen ----------------------------------------------------------------------------

    @Property(int, notify=cleanChanged)
    def clean(self) -> int:
        """How many wait without a warning: those whom Admit all lets in."""
        return len(self._clean())

    @Property(str, notify=cleanChanged)
    def cleanNames(self) -> str:
        """Their first names, if they are few enough to be named."""
        names = [shown_name(card.name).split(" ")[0] for card in self._clean()]
        if len(names) == 2:
            said = QCoreApplication.translate("DoorModel", "%1 and %2")
        elif len(names) == 3:
            said = QCoreApplication.translate("DoorModel", "%1, %3 and %2").replace("%3", names[1])
            names = [names[0], names[2]]
        else:
            return ""
        return said.replace("%1", names[0]).replace("%2", names[1])

    @Property(int, notify=changed)
    def strangers(self) -> int:
        """So many came by the open link in the last minute that they are one line; 0 while there is a card for each."""
        return max(self._strangers.last_minute, self._strangers.waiting)

    @Property(int, notify=changed)
    def strangersWaiting(self) -> int:
        """How many of them wait now."""
        return self._strangers.waiting

    @Property(int, notify=changed)
    def waiting(self) -> int:
        """All who wait, with a card or without."""
        return len(self._cards) + self._strangers.waiting

    @Property(bool, notify=changed)
    def openLink(self) -> bool:
        """True while people never met before may knock by the open link."""
        return self._open_link

    @Property(QObject, constant=True)
    def notes(self) -> QObject:
        """A GuestNotesModel: what is known of the guest looked at."""
        return self._notes

    @Slot(str)
    def lookAt(self, guest: str) -> None:
        """Say in `notes` what is known of this guest."""
        self._looked_at = guest
        self._show_notes()

    @Slot(str, result="QVariantMap")
    def facts(self, guest: str) -> dict[str, object]:
        """A guest's row, by role; empty if they wait no more."""
        place = self.row_of(guest)
        return msgspec.structs.asdict(self._rows[place]) if place >= 0 else {}

    @Slot(int, result=str)
    def keyAt(self, row: int) -> str:
        """The id of the guest in this row; empty beyond the list."""
        return self._rows[row].key if 0 <= row < len(self._rows) else ""

    @Slot(str, result=int)
    def rowOf(self, guest: str) -> int:
        """The row of this guest, or -1."""
        return self.row_of(guest)

    @Slot(QObject)
    def comeForward(self, window: QWindow) -> None:
        """Show a window in front of the others without giving it the keyboard."""
        window.setProperty("_q_showWithoutActivating", True)
        window.show()
        window.raise_()
        window.setProperty("_q_showWithoutActivating", False)

    # --- what is done ----------------------------------------------------------------------------

    @Slot(str)
    def admit(self, guest: str) -> None:
        """Let one guest in."""
        self._bridge.send(Admit(guest))

    @Slot()
    def admitAll(self) -> None:
        """Let in those whom one sees here and who carry no warning."""
        guests = tuple(card.id for card in self._clean())
        if guests:
            self._bridge.send(AdmitAll(guests))

    @Slot(str, str)
    def decline(self, guest: str, message: str = "") -> None:
        """Send one guest away."""
        self._bridge.send(Decline(guest, message.strip()))

    @Slot(str, str)
    def message(self, guest: str, text: str) -> None:
        """Write to one guest."""
        if text.strip():
            self._bridge.send(Chat(text.strip(), guest))

    @Slot(str, bool)
    def mute(self, guest: str, on: bool) -> None:
        """Take no more lines from a guest, or take them again."""
        self._bridge.send(MuteGuest(guest, on))

    @Slot(str)
    def report(self, guest: str) -> None:
        """Note that one reports a guest."""
        card = self._cards.get(guest)
        if card is not None:
            self._bridge.send(ReportPerson(guest))
            said = QCoreApplication.translate("DoorModel", "That you report %1 is in the record of orders.")
            self.told.emit(said.replace("%1", shown_name(card.name)))

    @Slot(str, bool)
    def letWithoutWait(self, guest: str, on: bool) -> None:
        """Let this person, or who comes by their personal invite, in without a wait from now on; or no more."""
        card = self._cards.get(guest)
        if card is None:
            return
        if card.invite.kind is InviteKind.PERSONAL:
            self._bridge.send(SetBypass(on, invite=card.invite.number))
        else:
            self._bridge.send(SetBypass(on, person=guest))

    @Slot()
    def closeLink(self) -> None:
        """Refuse people never met before who come by the open link; those who wait by it are sent away."""
        self._bridge.send(ChangeRules(open_link=False))

    @Slot()
    def lock(self) -> None:
        """Let nobody new knock at all."""
        self._bridge.send(ChangeRules(locked=True))

    # --- news ------------------------------------------------------------------------------------

    def _hear(self, news: AnyNews) -> None:
        match news:
            case Admitted():
                self._cards = {card.id: card for card in news.guests}
                self._wrote = {who: text for who, text in self._wrote.items() if who in self._cards}
                self._open_link = news.rules.open_link
                self._asking.start()
            case RulesChanged():
                self._open_link = news.rules.open_link
            case GuestArrived():
                self._came(news.guest)
                return
            case GuestChanged() if news.guest.id in self._cards:
                self._cards[news.guest.id] = news.guest
            case GuestLeft():
                self._cards.pop(news.id, None)
                self._wrote.pop(news.id, None)
            case ChatLine(talk=str(guest)) if guest in self._cards and not news.mine and news.by == guest:
                self._wrote[guest] = shown_name(news.text)
            case Strangers():
                began = self._strangers.waiting == 0 < news.waiting
                self._strangers = news
                if began:
                    self.knocked.emit("")
                    self.announced.emit(strangers_text(self.strangers))
            case Bypasses():
                self._bypasses = news
            case Invites():
                self._invites = {view.invite.number: view for view in news.invites}
            case NotAdmitted():
                self.told.emit(self._left_out(news))
                return
            case Disconnected() | YouWerePutBack():
                self._forget()
            case _:
                return
        self._refresh()

    def _came(self, card: GuestCard) -> None:
        new = card.id not in self._cards
        self._cards[card.id] = card
        self._refresh()
        if new:
            self._asking.start()
            self._announce(shown_name(card.name))

    def _announce(self, who: str) -> None:
        """Say who came at once; whoever comes within five seconds after that is said together."""
        self._unsaid.append(who)
        if not self._merging.isActive():
            self._say()

    def _say(self) -> None:
        names, self._unsaid = self._unsaid, []
        self._merging.start()
        if len(names) == 1:
            said = QCoreApplication.translate("DoorModel", "%1 is at the door")
        else:
            said = QCoreApplication.translate("DoorModel", "%1 and %2 more are at the door")
        self.knocked.emit(names[0])
        self.announced.emit(said.replace("%1", names[0]).replace("%2", str(len(names) - 1)))

    def _say_rest(self) -> None:
        if self._unsaid:
            self._say()
        else:
            self._merging.stop()

    def _left_out(self, news: NotAdmitted) -> str:
        names = [shown_name(self._cards[who].name) for who in news.guests if who in self._cards]
        if not names:
            return refusal_sentence(news.refusal)
        if len(names) == 1:
            said = QCoreApplication.translate("DoorModel", "%1 was left at the door.")
        else:
            said = QCoreApplication.translate("DoorModel", "%1 and %2 more were left at the door.")
        who = said.replace("%1", names[0]).replace("%2", str(len(names) - 1))
        return f"{who} {refusal_sentence(news.refusal)}"

    def _ask(self) -> None:
        """Ask how often the invites were used, if one may see that."""
        mine = self._roster.mine()
        if mine is not None and (mine.role in (Role.HOST, Role.CHAIR) or Right.INVITES in mine.given):
            self._bridge.send(ListInvites())

    def _tick(self) -> None:
        for place, row in enumerate(list(self._rows)):
            self.change(place, self._guest(self._cards[row.key]))

    def _refresh(self) -> None:
        cards = sorted(self._cards.values(), key=lambda card: (card.stranger, card.since))
        self.show([self._guest(card) for card in cards])
        self._show_notes()
        self.cleanChanged.emit()
        self.changed.emit()
        if cards and not self._timer.isActive():
            self._timer.start()
        elif not cards:
            self._timer.stop()

    def _show_notes(self) -> None:
        card = self._cards.get(self._looked_at)
        found = self._invites.get(card.invite.number) if card is not None else None
        wrote = self._wrote.get(self._looked_at, "")
        self._notes.show(notes(card, found, wrote) if card is not None else [])

    def _guest(self, card: GuestCard) -> Guest:
        no_wait = card.invite.number in self._bypasses.invites or any(
            one.person == card.id for one in self._bypasses.people
        )
        return guest_row(card, no_wait=no_wait)

    def _clean(self) -> list[GuestCard]:
        return [card for card in self._cards.values() if not card.flagged]

    def _forget(self) -> None:
        self._cards.clear()
        self._wrote.clear()
        self._invites.clear()
        self._bypasses = Bypasses((), ())
        self._strangers = QUIET
        self._unsaid.clear()
        self._merging.stop()
        self._asking.stop()

    def _every(self, milliseconds: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer


def strangers_text(count: int) -> str:
    """Return the one line that so many strangers are."""
    said = QCoreApplication.translate("DoorModel", "%1 strangers by the open link")
    return said.replace("%1", str(count))
