"""Who waits at the door, as host and co-hosts see it."""

from __future__ import annotations

import time

import msgspec
from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QWindow
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.looks import initials, shown_name, tone
from client.models.roster import Roster
from client.models.rows import Row, RowModel
from client.models.sentences import refusal_sentence, verdict_sentence
from peer.commands import AnyNews, Chat, ChatLine, Disconnected
from peer.room.notices import (
    Admitted,
    GuestArrived,
    GuestCard,
    GuestChanged,
    GuestLeft,
    NotAdmitted,
    YouWerePutBack,
)
from peer.room.requests import Admit, AdmitAll, Decline
from peer.room.values import Decision, InviteKind, PersonId

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1


class Guest(Row):
    """One guest: who, by which invite, and what to look at before the door opens.

    `fence` is empty while the fence is off: then nothing is judged, and nothing is said.
    """

    name: str
    initials: str
    tone: int
    detail: str
    since: str
    waited: str
    invite: str
    inviteDetail: str
    known: bool
    fence: str
    fenceReason: str
    fenceWarns: bool
    looksLike: str
    putBack: bool
    warnings: int
    wrote: str


@QmlElement
@QmlUncreatable("made by the app")
class DoorModel(RowModel):
    """The guests, longest waiting first."""

    KIND = Guest

    knocked = Signal(str)
    """Somebody came to the door; their name. Not for those who waited before oneself came."""

    told = Signal(str)

    def __init__(self, bridge: Bridge, roster: Roster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._cards: dict[PersonId, GuestCard] = {}
        self._wrote: dict[PersonId, str] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        bridge.news.connect(self._hear)

    cleanChanged = Signal()

    @Property(int, notify=cleanChanged)
    def clean(self) -> int:
        """How many wait without a warning: those whom Admit all lets in."""
        return len(self._clean())

    @Property(str, notify=cleanChanged)
    def cleanNames(self) -> str:
        """Their first names, if they are few enough to be named."""
        names = [shown_name(card.name).split(" ")[0] for card in self._clean()]
        if len(names) == 2:
            words = QCoreApplication.translate("DoorModel", "%1 and %2")
            return words.replace("%1", names[0]).replace("%2", names[1])
        return ""

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
        self._bridge.send(Decline(guest, message))

    @Slot(str, str)
    def message(self, guest: str, text: str) -> None:
        """Write to one guest."""
        if text.strip():
            self._bridge.send(Chat(text.strip(), guest))

    @Slot(str, result="QVariantMap")
    def facts(self, guest: str) -> dict[str, object]:
        """What is known of one guest now, by role; empty if they wait no more."""
        place = self.row_of(guest)
        return msgspec.structs.asdict(self._rows[place]) if place >= 0 else {}

    @Slot(QObject)
    def comeForward(self, window: QWindow) -> None:
        """Show a window in front of the others without giving it the keyboard."""
        window.setProperty("_q_showWithoutActivating", True)
        window.show()
        window.raise_()
        window.setProperty("_q_showWithoutActivating", False)

    @Slot(int, result=str)
    def keyAt(self, row: int) -> str:
        """The id of the guest in this row; empty beyond the list."""
        return self._rows[row].key if 0 <= row < len(self._rows) else ""

    @Slot(str, result=int)
    def rowOf(self, guest: str) -> int:
        """The row of this guest, or -1."""
        return self.row_of(guest)

    def _clean(self) -> list[GuestCard]:
        return [card for card in self._cards.values() if not card.flagged]

    def _hear(self, news: AnyNews) -> None:
        match news:
            case Admitted():
                self._cards = {card.id: card for card in news.guests}
                self._wrote = {who: text for who, text in self._wrote.items() if who in self._cards}
            case GuestArrived():
                new = news.guest.id not in self._cards
                self._cards[news.guest.id] = news.guest
                self._refresh()
                if new:
                    self.knocked.emit(shown_name(news.guest.name))
                return
            case GuestChanged() if news.guest.id in self._cards:
                self._cards[news.guest.id] = news.guest
            case GuestLeft():
                self._cards.pop(news.id, None)
                self._wrote.pop(news.id, None)
            case ChatLine(talk=str(guest)) if guest in self._cards and not news.mine and news.by == guest:
                self._wrote[guest] = news.text
            case NotAdmitted():
                self.told.emit(refusal_sentence(news.refusal))
                return
            case Disconnected() | YouWerePutBack():
                self._cards.clear()
                self._wrote.clear()
            case _:
                return
        self._refresh()

    def _tick(self) -> None:
        for place, row in enumerate(list(self._rows)):
            self.change(place, self._guest(self._cards[row.key]))

    def _refresh(self) -> None:
        cards = sorted(self._cards.values(), key=lambda card: card.since)
        self.show([self._guest(card) for card in cards])
        self.cleanChanged.emit()
        if cards and not self._timer.isActive():
            self._timer.start()
        elif not cards:
            self._timer.stop()

    def _guest(self, card: GuestCard) -> Guest:
        name = shown_name(card.name)
        seconds = max(0, int(time.time() - card.since))
        fence, reason = ("", "") if card.verdict.code == "fence_off" else verdict_sentence(card.verdict)
        warns = card.verdict.decision is not Decision.ALLOW
        warnings = int(warns) + int(bool(card.looks_like))
        invite, invite_detail = _invite(card)
        return Guest(
            key=card.id,
            name=name,
            initials=initials(name),
            tone=tone(card.id),
            detail=_detail(card, warnings, seconds),
            since=time.strftime("%H:%M", time.localtime(card.since)),
            waited=_waited(seconds),
            invite=invite,
            inviteDetail=invite_detail,
            known=card.known,
            fence=fence,
            fenceReason=reason,
            fenceWarns=warns,
            looksLike=shown_name(card.looks_like),
            putBack=card.put_back,
            warnings=warnings,
            wrote=self._wrote.get(card.id, ""),
        )


def _waited(seconds: int) -> str:
    """Return how long somebody waits, short: seconds, from one minute on minutes."""
    if seconds < 60:
        return QCoreApplication.translate("DoorModel", "%1 s").replace("%1", str(seconds))
    return QCoreApplication.translate("DoorModel", "%1 min").replace("%1", str(seconds // 60))


def _invite(card: GuestCard) -> tuple[str, str]:
    """Return which invite a guest used, and what it says about them."""
    translate = QCoreApplication.translate
    if card.invite.kind is InviteKind.PERSONAL:
        words = translate("DoorModel", "Personal invite for “%1”").replace(
            "%1", shown_name(card.invite.invitee)
        )
        return words, translate("DoorModel", "Whoever holds this link can use it.")
    if card.invite.kind is InviteKind.HOST:
        return translate("DoorModel", "The host’s own invite"), ""
    return translate("DoorModel", "The open invite"), translate("DoorModel", "It names nobody.")


def _detail(card: GuestCard, warnings: int, seconds: int) -> str:
    """Return one line on a guest: the warnings first, else how they are known, and how long they wait."""
    translate = QCoreApplication.translate
    if warnings > 1:
        what = translate("DoorModel", "%1 warnings").replace("%1", str(warnings))
    elif card.looks_like:
        what = translate("DoorModel", "Looks like %1").replace("%1", shown_name(card.looks_like))
    elif warnings:
        what = translate("DoorModel", "Held by the geofence")
    elif card.put_back:
        what = translate("DoorModel", "Put back")
    elif card.known:
        what = translate("DoorModel", "Known")
    elif card.invite.kind is InviteKind.PERSONAL:
        what = translate("DoorModel", "Personal invite")
    else:
        what = translate("DoorModel", "Never met before")
    return f"{what} · {_waited(seconds)}"
