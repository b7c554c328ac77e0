"""Home: starting, joining, the invites that are kept, and what is known of this computer as a door."""

from __future__ import annotations

import ipaddress
import socket

import psutil
from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.invites import BadInvite, Facts, facts
from client.models.rows import Row, RowModel
from client.models.sentences import invite_sentence
from client.models.settings import SettingsModel
from client.settings import LABEL_LIMIT, SAVED_LIMIT, SavedInvite
from peer.room.values import TITLE_LIMIT

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

BEGINNING = "vestibule://join/"


class Saved(Row):
    """One kept invite; `key` is its link."""

    label: str
    host: str
    open: bool


@QmlElement
@QmlUncreatable("made by the app")
class SavedInvitesModel(RowModel):
    """The invites that are kept on this computer, newest first."""

    KIND = Saved


@QmlElement
@QmlUncreatable("made by the app")
class HomeModel(QObject):
    """What Home shows. Starting and joining are the app's; here are words, checks and the kept invites."""

    changed = Signal()
    pastedChanged = Signal()

    def __init__(self, settings: SettingsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._pasted = ""
        self._problem = problem_of("")
        self._saved = SavedInvitesModel(self)
        self._reach = reach()
        settings.changed.connect(self._refresh)
        self._refresh()

    @Property(QObject, constant=True)
    def saved(self) -> QObject:
        """A SavedInvitesModel."""
        return self._saved

    @Property(int, constant=True)
    def titleLimit(self) -> int:
        return TITLE_LIMIT

    @Property(int, constant=True)
    def labelLimit(self) -> int:
        return LABEL_LIMIT

    # --- a pasted link ---------------------------------------------------------------------------

    def _get_pasted(self) -> str:
        return self._pasted

    def _set_pasted(self, text: str) -> None:
        if text != self._pasted:
            self._pasted = text
            self._problem = problem_of(text)
            self.pastedChanged.emit()

    pasted = Property(str, _get_pasted, _set_pasted, notify=pastedChanged)

    @Property(str, notify=pastedChanged)
    def problem(self) -> str:
        """What is wrong with the pasted text; empty while it may still become an invite."""
        text = self._pasted.strip()
        if not self._problem or BEGINNING.startswith(text):
            return ""
        return invite_sentence(self._problem)

    @Property(bool, notify=pastedChanged)
    def good(self) -> bool:
        """True if the pasted text is an invite."""
        return not self._problem

    @Slot()
    def clear(self) -> None:
        """Forget the pasted text."""
        self._set_pasted("")

    # --- kept invites ------------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def full(self) -> bool:
        """True if no more invites can be kept."""
        return len(self._settings.kept.saved) >= SAVED_LIMIT

    @Slot(str, str, result=bool)
    def keep(self, link: str, label: str) -> bool:
        """Keep an invite, or give a kept one a new label. False if it is none or there is no room."""
        try:
            found = facts(link)
        except BadInvite:
            return False
        others = tuple(invite for invite in self._settings.kept.saved if invite.link != found.link)
        if len(others) >= SAVED_LIMIT:
            return False
        self._settings.change(saved=(SavedInvite(found.link, label.strip()[:LABEL_LIMIT]), *others))
        return True

    @Slot(str)
    def forget(self, link: str) -> None:
        """Keep an invite no longer."""
        kept = self._settings.kept.saved
        self._settings.change(saved=tuple(invite for invite in kept if invite.link != link))

    # --- this computer as the door -------------------------------------------------------------------

    @Property(str, notify=changed)
    def doorTone(self) -> str:
        return {"internet": "good", "local": "neutral", "none": "warn"}[self._reach]

    @Property(str, notify=changed)
    def doorText(self) -> str:
        return {
            "internet": QCoreApplication.translate("HomeModel", "It has an address on the internet"),
            "local": QCoreApplication.translate("HomeModel", "Its addresses are those of a local network"),
            "none": QCoreApplication.translate("HomeModel", "It is on no network"),
        }[self._reach]

    @Property(str, notify=changed)
    def doorDetail(self) -> str:
        return {
            "internet": QCoreApplication.translate(
                "HomeModel", "Whether a router or firewall lets people in was not tried."
            ),
            "local": QCoreApplication.translate(
                "HomeModel", "People elsewhere come in only if the router passes the port on."
            ),
            "none": QCoreApplication.translate(
                "HomeModel", "Nobody can reach it now. Connect it, then start."
            ),
        }[self._reach]

    @Slot()
    def lookAround(self) -> None:
        """Look at this computer's addresses again."""
        self._reach = reach()
        self.changed.emit()

    def _refresh(self) -> None:
        self._saved.show([_row(invite) for invite in self._settings.kept.saved])
        self.changed.emit()
        self.pastedChanged.emit()


def problem_of(text: str) -> str:
    """Return the code of what keeps this text from being an invite, or an empty one."""
    try:
        facts(text)
    except BadInvite as bad:
        return bad.code
    return ""


def reach() -> str:
    """Return what this computer's own addresses are: internet, local or none. Nothing is sent."""
    found = "none"
    for addresses in psutil.net_if_addrs().values():
        for entry in addresses:
            if entry.family not in (socket.AF_INET, socket.AF_INET6):
                continue
            address = ipaddress.ip_address(entry.address.partition("%")[0])
            if address.is_global:
                return "internet"
            if not address.is_loopback and not address.is_link_local:
                found = "local"
    return found


def _row(invite: SavedInvite) -> Saved:
    try:
        found: Facts | None = facts(invite.link)
    except BadInvite:
        found = None
    return Saved(
        key=invite.link,
        label=invite.label,
        host=found.host_key if found else "",
        open=found.open if found else False,
    )
