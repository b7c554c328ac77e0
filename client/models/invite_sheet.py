"""Inviting people: the open link with its QR code, and personal invites that can be taken back alone."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import msgspec
import segno
from PySide6.QtCore import Property, QCoreApplication, QObject, QTime, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.guests import used_by
from client.models.invitation import Letter, calendar, letter, mailto
from client.models.looks import initials, shown_name, tone
from client.models.roster import Roster
from client.models.rows import Row, RowModel
from client.models.sentences import refusal_sentence
from client.saving import Saver
from peer.commands import AnyNews, Disconnected
from peer.room.notices import Admitted, Bypasses, InviteMade, Invites, InviteView, Refused, RulesChanged
from peer.room.requests import (
    ChangeRules,
    ListInvites,
    MakeInvite,
    RevokeInvite,
    RotateLink,
    SetBypass,
)
from peer.room.values import NAME_LIMIT, InviteKind, InviteRef, Right, Role, Rules

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

ROWS_KEPT = 1_000
OWN_REQUESTS = ("make_invite", "revoke_invite", "rotate_link")
USES = (1, 2, 5, 10, 25)
HOURS = (None, 1, 4, 24)
"""How long a personal invite may be used; None is as long as the meeting."""


class PersonalInvite(Row):
    """One personal invite; `key` is its number. The `link` is there only where this window saw it made."""

    invitee: str
    initials: str
    tone: int
    link: str
    detail: str
    warns: bool
    revoked: bool
    noWait: bool


@QmlElement
@QmlUncreatable("made by the app")
class PersonalInvitesModel(RowModel):
    """The personal invites of this meeting, newest last."""

    KIND = PersonalInvite


@QmlElement
@QmlUncreatable("made by the app")
class InviteSheetModel(QObject):
    """What the invite sheet shows and asks the host's machine for."""

    changed = Signal()
    draftChanged = Signal()
    made = Signal(str)
    """A personal invite is there: the invitee's name."""

    told = Signal(str)
    """A sentence on what was saved, or why it was not."""

    def __init__(self, bridge: Bridge, roster: Roster, saver: Saver, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._saver = saver
        self._personal = PersonalInvitesModel(self)
        self._views: dict[int, InviteView] = {}
        self._links: dict[int, str] = {}
        self._without_wait: frozenset[int] = frozenset()
        self._wanted_without_wait: list[str] = []
        self._open_used = ""
        self._title = ""
        self._rules = Rules()
        self._link = ""
        self._qr = ""
        self._problem = ""
        self._draft = Letter("", "")
        saver.saved.connect(self._saved)
        bridge.news.connect(self._hear)
        roster.changed.connect(self.changed)

    # --- what is seen ----------------------------------------------------------------------------

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

    @Property(str, notify=changed)
    def openUsed(self) -> str:
        """By how many people the open link was used, where one may see that."""
        return self._open_used

    @Property(bool, notify=changed)
    def openLink(self) -> bool:
        """True while people never met before may knock by the open link."""
        return self._rules.open_link

    @Property(bool, notify=changed)
    def guarded(self) -> bool:
        """True after a removal, until the link is opened again."""
        return self._rules.guarded

    @Property(bool, notify=changed)
    def waitingRoom(self) -> bool:
        """True if whoever comes by a link waits first."""
        return self._rules.waiting_room

    @Property(bool, notify=changed)
    def mayPersonal(self) -> bool:
        """True if one may see and make personal invites."""
        mine = self._roster.mine()
        return mine is not None and (mine.role in (Role.HOST, Role.CHAIR) or Right.INVITES in mine.given)

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why the last act was refused, or empty."""
        return self._problem

    @Property(int, constant=True)
    def nameLimit(self) -> int:
        return NAME_LIMIT

    @Property("QStringList", notify=changed)
    def usesChoices(self) -> list[str]:
        """How many people may come by one invite, as words."""
        several = QCoreApplication.translate("InviteSheetModel", "%1 people")
        one = QCoreApplication.translate("InviteSheetModel", "1 person")
        return [one if uses == 1 else several.replace("%1", str(uses)) for uses in USES]

    @Property("QStringList", notify=changed)
    def endChoices(self) -> list[str]:
        """How long an invite may be used, as words."""
        return [
            QCoreApplication.translate("InviteSheetModel", "Until the end"),
            QCoreApplication.translate("InviteSheetModel", "For 1 hour"),
            QCoreApplication.translate("InviteSheetModel", "For 4 hours"),
            QCoreApplication.translate("InviteSheetModel", "For a day"),
        ]

    # --- the open link ---------------------------------------------------------------------------

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

    @Slot(bool)
    def setOpenLink(self, on: bool) -> None:
        """Close the open link to people never met before, or open it again."""
        self._clear_problem()
        self._bridge.send(ChangeRules(open_link=on))

    @Slot()
    def rotate(self) -> None:
        """Close the open link and ask for a new one."""
        self._clear_problem()
        self._bridge.send(RotateLink())

    # --- personal invites --------------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """Ask the host's machine who used which invite."""
        if self.mayPersonal:
            self._bridge.send(ListInvites())

    @Slot(str, int, int, bool)
    def add(self, invitee: str, uses: int, ends: int, no_wait: bool) -> None:
        """Ask for a personal invite. `uses` and `ends` are places in the choices."""
        invitee = " ".join(invitee.split())[:NAME_LIMIT]
        if not invitee:
            return
        self._clear_problem()
        if no_wait:
            self._wanted_without_wait.append(invitee)
        hours = HOURS[ends]
        self._bridge.send(
            MakeInvite(invitee, USES[uses], None if hours is None else time.time() + hours * 3600)
        )

    @Slot(str)
    def again(self, number: str) -> None:
        """Ask for a new invite for whom a revoked one was for."""
        view = self._views.get(int(number))
        if view is not None:
            self._clear_problem()
            self._bridge.send(MakeInvite(view.invite.invitee, view.uses or 1))

    @Slot(str)
    def revoke(self, number: str) -> None:
        """Take back one personal invite."""
        self._clear_problem()
        self._bridge.send(RevokeInvite(int(number)))
        view = self._views.get(int(number))
        if view is not None:
            self._views[int(number)] = msgspec.structs.replace(view, revoked=True)
            self._show()

    @Slot(str, bool)
    def setWithoutWait(self, number: str, on: bool) -> None:
        """Let the first person who comes by this invite in without a wait, or not."""
        self._bridge.send(SetBypass(on, invite=int(number)))

    # --- letters and calendars ---------------------------------------------------------------------

    @Property(str, notify=draftChanged)
    def draftSubject(self) -> str:
        """The subject of the letter that is looked at."""
        return self._draft.subject

    @Property(str, notify=draftChanged)
    def draftText(self) -> str:
        """Its text."""
        return self._draft.text

    @Slot(str, str)
    def draft(self, link: str, invitee: str) -> None:
        """Write a letter with this link, to be looked at first."""
        self._draft = letter(self._title, link, invitee)
        self.draftChanged.emit()

    @Slot()
    def openDraft(self) -> None:
        """Hand the letter to the person's own mail program."""
        if not QDesktopServices.openUrl(mailto(self._draft)):
            self.told.emit(
                QCoreApplication.translate(
                    "InviteSheetModel", "No mail program answered. Copy the link and send it your own way."
                )
            )

    @Slot(str, result=bool)
    def isTime(self, text: str) -> bool:
        """True if this is a time of the day."""
        return QTime.fromString(text.strip(), "H:mm").isValid()

    @Slot(str, QUrl)
    def saveCalendar(self, starts: str, to: QUrl) -> None:
        """Save a calendar file with the open link; the next time that the clock shows `starts`."""
        at = QTime.fromString(starts.strip(), "H:mm")
        if not at.isValid() or not self._link:
            return
        now = datetime.now().astimezone()
        day = now.replace(hour=at.hour(), minute=at.minute(), second=0, microsecond=0)
        if day < now - timedelta(minutes=30):
            day += timedelta(days=1)
        content = calendar(self._title, self._link, day, datetime.now(UTC))
        self._saver.save(to, lambda _path: content)

    def _saved(self, path: str, error: str) -> None:
        if not path.endswith(".ics"):
            return
        if error:
            said = QCoreApplication.translate("InviteSheetModel", "%1 could not be saved: %2")
        else:
            said = QCoreApplication.translate("InviteSheetModel", "Saved as %1")
        self.told.emit(said.replace("%1", path).replace("%2", error))

    # --- news --------------------------------------------------------------------------------------

    def _hear(self, news: AnyNews) -> None:
        match news:
            case InviteMade(invite=ref, link=link) if ref.kind is InviteKind.OPEN:
                self.showOpenLink(link)
            case InviteMade(invite=ref, link=link) if ref.kind is InviteKind.PERSONAL:
                self._made(ref, link)
            case Invites():
                self._list(news)
            case Bypasses(invites=numbers):
                self._without_wait = frozenset(numbers)
                self._show()
            case Admitted(title=title, rules=rules):
                self._title, self._rules = title, rules
            case RulesChanged(rules=rules):
                self._rules = rules
            case Refused(refusal=refusal, request=request) if request in OWN_REQUESTS:
                self._problem = refusal_sentence(refusal)
            case Disconnected():
                self._forget()
            case _:
                return
        self.changed.emit()

    def _made(self, ref: InviteRef, link: str) -> None:
        self._links[ref.number] = link
        self._views.setdefault(ref.number, InviteView(ref, None, None, 0, 0, False))
        if ref.invitee in self._wanted_without_wait:
            self._wanted_without_wait.remove(ref.invitee)
            self._bridge.send(SetBypass(True, invite=ref.number))
        self._show()
        self.made.emit(shown_name(ref.invitee))
        self.look()

    def _list(self, news: Invites) -> None:
        self._views = {
            view.invite.number: view for view in news.invites if view.invite.kind is InviteKind.PERSONAL
        }
        opened = [view for view in news.invites if view.invite.kind is InviteKind.OPEN and not view.revoked]
        self._open_used = used_by(opened[-1]) if opened else ""
        self._show()

    def _show(self) -> None:
        views = sorted(self._views.values(), key=lambda view: view.invite.number)
        self._personal.show([self._row(view) for view in views[-ROWS_KEPT:]])

    def _row(self, view: InviteView) -> PersonalInvite:
        number = view.invite.number
        name = shown_name(view.invite.invitee)
        return PersonalInvite(
            key=str(number),
            invitee=name,
            initials=initials(name),
            tone=tone(name),
            link=self._links.get(number, ""),
            detail=detail(view),
            warns=not view.revoked and view.seen > (view.uses or 1),
            revoked=view.revoked,
            noWait=number in self._without_wait,
        )

    def _forget(self) -> None:
        self._views.clear()
        self._links.clear()
        self._without_wait = frozenset()
        self._wanted_without_wait.clear()
        self._open_used = ""
        self._rules = Rules()
        self._problem = ""
        self._show()
        self.showOpenLink("")

    def _clear_problem(self) -> None:
        if self._problem:
            self._problem = ""
            self.changed.emit()


def detail(view: InviteView) -> str:
    """Return one line on a personal invite: who used it, how many may, until when."""
    translate = QCoreApplication.translate
    name = shown_name(view.invite.invitee)
    if view.revoked:
        revoked = translate("InviteSheetModel", "Revoked.")
        return f"{revoked} {used_by(view)}" if view.seen else revoked
    if view.seen > (view.uses or 1):
        said = translate("InviteSheetModel", "%1’s invite has been used by %2 people")
        return said.replace("%1", name).replace("%2", str(view.seen))
    parts = [used_by(view).rstrip(".")]
    if view.uses is not None and view.uses > 1:
        parts.append(translate("InviteSheetModel", "for %1 people").replace("%1", str(view.uses)))
    if view.ends is not None:
        until = time.strftime("%H:%M", time.localtime(view.ends))
        parts.append(translate("InviteSheetModel", "until %1").replace("%1", until))
    return " · ".join(parts)
