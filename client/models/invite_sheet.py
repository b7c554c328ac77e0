"""Inviting people: the open link with its QR code, and personal invites that can be taken back alone."""

from __future__ import annotations

import segno
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.looks import initials, shown_name, tone
from client.models.rows import Row, RowModel
from client.models.sentences import refusal_sentence
from peer.commands import AnyNews, Disconnected
from peer.room.notices import Admitted, InviteMade, Refused, RulesChanged
from peer.room.requests import MakeInvite, RevokeInvite, RotateLink
from peer.room.values import NAME_LIMIT, InviteKind

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

ROWS_KEPT = 1_000
OWN_REQUESTS = ("make_invite", "revoke_invite", "rotate_link")


class PersonalInvite(Row):
    """One personal invite that was made from this window; `key` is its number."""

    invitee: str
    initials: str
    tone: int
    link: str
    revoked: bool


@QmlElement
@QmlUncreatable("made by the app")
class PersonalInvitesModel(RowModel):
    """The personal invites of this meeting, newest last."""

    KIND = PersonalInvite

    def take(self, row: PersonalInvite) -> None:
        """Show one more; the oldest goes where there are too many."""
        self.show([*self.rows(), row][-ROWS_KEPT:])

    def strike(self, number: str) -> None:
        """Show one as taken back."""
        place = self.row_of(number)
        if place >= 0:
            row = self.rows()[place]
            self.change(
                place,
                PersonalInvite(
                    key=row.key,
                    invitee=row.invitee,
                    initials=row.initials,
                    tone=row.tone,
                    link=row.link,
                    revoked=True,
                ),
            )

    def rows(self) -> list[PersonalInvite]:
        """Return what is shown."""
        return [row for row in self._rows if isinstance(row, PersonalInvite)]


@QmlElement
@QmlUncreatable("made by the app")
class InviteSheetModel(QObject):
    """What the invite sheet shows and asks the host's machine for."""

    changed = Signal()
    made = Signal(str)
    """A personal invite is there: the invitee's name."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._personal = PersonalInvitesModel(self)
        self._link = ""
        self._qr = ""
        self._waiting_room = True
        self._problem = ""
        bridge.news.connect(self._hear)

    @Property(QObject, constant=True)
    def personal(self) -> QObject:
        """A PersonalInvitesModel."""
        return self._personal

    @Property(str, notify=changed)
    def link(self) -> str:
        """The open link."""
        return self._link

    @Property(str, notify=changed)
    def qr(self) -> str:
        """The open link as a picture (a data URL)."""
        return self._qr

    @Property(bool, notify=changed)
    def waitingRoom(self) -> bool:
        """True if whoever comes by a link waits first."""
        return self._waiting_room

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why the last act was refused, or empty."""
        return self._problem

    @Property(int, constant=True)
    def nameLimit(self) -> int:
        return NAME_LIMIT

    @Slot(str)
    def showOpenLink(self, link: str) -> None:
        """Show this as the open link."""
        if link == self._link:
            return
        self._link = link
        self._qr = segno.make(link, error="l").svg_data_uri(border=0, scale=4) if link else ""
        self.changed.emit()

    @Slot(str)
    def copy(self, link: str) -> None:
        """Put a link on the clipboard."""
        QGuiApplication.clipboard().setText(link)

    @Slot(str)
    def add(self, invitee: str) -> None:
        """Ask for a personal invite for this name."""
        invitee = " ".join(invitee.split())[:NAME_LIMIT]
        if invitee:
            self._clear_problem()
            self._bridge.send(MakeInvite(invitee))

    @Slot(str)
    def revoke(self, number: str) -> None:
        """Take back one personal invite."""
        self._clear_problem()
        self._bridge.send(RevokeInvite(int(number)))
        self._personal.strike(number)

    @Slot()
    def rotate(self) -> None:
        """Close the open link and ask for a new one."""
        self._clear_problem()
        self._bridge.send(RotateLink())

    def _clear_problem(self) -> None:
        if self._problem:
            self._problem = ""
            self.changed.emit()

    def _hear(self, news: AnyNews) -> None:
        match news:
            case InviteMade(invite=ref, link=link) if ref.kind is InviteKind.OPEN:
                self.showOpenLink(link)
            case InviteMade(invite=ref, link=link) if ref.kind is InviteKind.PERSONAL:
                name = shown_name(ref.invitee)
                self._personal.take(
                    PersonalInvite(
                        key=str(ref.number),
                        invitee=name,
                        initials=initials(name),
                        tone=tone(name),
                        link=link,
                        revoked=False,
                    )
                )
                self.made.emit(name)
            case Admitted(rules=rules) | RulesChanged(rules=rules):
                self._waiting_room = rules.waiting_room
                self.changed.emit()
            case Refused(refusal=refusal, request=request) if request in OWN_REQUESTS:
                self._problem = refusal_sentence(refusal)
                self.changed.emit()
            case Disconnected():
                self._personal.show([])
                self._problem = ""
                self.showOpenLink("")
