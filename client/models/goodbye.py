"""How it ended: one sentence, what to do next, and at most one act. Each ending has its own."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.looks import CONTROLS, shown_name
from client.models.sentences import Said, ending
from peer.commands import AnyNews, Connecting, Disconnected
from peer.room.notices import Admitted, Declined, RemovedFromMeeting, WaitingRoom
from peer.room.values import RefusalCode

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

MESSAGE_LIMIT = 1_000
"""Signs of a message or reason that are shown."""


class Look(NamedTuple):
    """How an ending looks: an icon, its tone, and the act that makes sense: again, paste or none."""

    glyph: str
    tone: str
    act: str


PLAIN = Look("circle-alert", "warn", "again")
LOOKS: dict[str, Look] = {
    "left": Look("log-out", "neutral", "again"),
    "ended": Look("check", "neutral", ""),
    "removed": Look("user-x", "warn", ""),
    "declined": Look("door-open", "warn", ""),
    "unreachable": Look("wifi-off", "danger", "again"),
    "lost": Look("unplug", "danger", "again"),
    "host_gone": Look("unplug", "danger", "again"),
    "wrong_fingerprint": Look("triangle-alert", "danger", "paste"),
    "service_failed": Look("server", "warn", ""),
    "port_taken": Look("server", "warn", ""),
    "no_permission": Look("hard-drive", "warn", ""),
    "disk_full": Look("hard-drive", "warn", ""),
    "no_secret_store": Look("key-round", "warn", ""),
    "keyring_locked": Look("key-round", "warn", ""),
    "wrong_passphrase": Look("key-round", "warn", ""),
    "damaged_secrets": Look("key-round", "warn", ""),
    "no_state": Look("server", "warn", ""),
    "bad_invite": Look("link-2-off", "warn", "paste"),
    RefusalCode.WRONG_TOKEN: Look("link-2-off", "warn", "paste"),
    RefusalCode.REVOKED_INVITE: Look("link-2-off", "warn", "paste"),
    RefusalCode.USED_INVITE: Look("link-2-off", "warn", "paste"),
    RefusalCode.LINK_CLOSED: Look("link-2-off", "warn", "paste"),
    RefusalCode.VERSION_TOO_OLD: Look("refresh-cw", "warn", ""),
    RefusalCode.VERSION_TOO_NEW: Look("refresh-cw", "warn", ""),
    RefusalCode.LOCKED: Look("lock", "warn", "again"),
    RefusalCode.FULL: Look("users", "warn", "again"),
    RefusalCode.WAITING_ROOM_FULL: Look("users", "warn", "again"),
    RefusalCode.BUSY: Look("hourglass", "warn", "again"),
    RefusalCode.NOT_YET: Look("hourglass", "warn", "again"),
    RefusalCode.TICKET_REFUSED: Look("ticket", "warn", "again"),
    RefusalCode.BLOCKED: Look("globe", "warn", "again"),
    RefusalCode.ALREADY_INSIDE: Look("app-window", "neutral", ""),
    RefusalCode.LINK_REPLACED: Look("app-window", "neutral", ""),
}


@QmlElement
@QmlUncreatable("made by the app")
class GoodbyeModel(QObject):
    """The last ending that this window heard of."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._by = ""
        self._message = ""
        self._code = "unknown"
        self._said = ending(self._code)
        bridge.news.connect(self._hear)

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._code

    @Property(str, notify=changed)
    def title(self) -> str:
        """The meeting's title, if it was ever told."""
        return self._title

    @Property(str, notify=changed)
    def fact(self) -> str:
        return self._said.fact

    @Property(str, notify=changed)
    def then(self) -> str:
        return self._said.then

    @Property(str, notify=changed)
    def by(self) -> str:
        """Who gave the order, or empty."""
        return self._by

    @Property(str, notify=changed)
    def message(self) -> str:
        """The reason or message that came with it, or empty. Plain text of another person."""
        return self._message

    @Property(str, notify=changed)
    def glyph(self) -> str:
        return LOOKS.get(self._code, PLAIN).glyph

    @Property(str, notify=changed)
    def tone(self) -> str:
        return LOOKS.get(self._code, PLAIN).tone

    @Property(str, notify=changed)
    def act(self) -> str:
        """again: open the same invite; paste: another is needed; empty: only the way home."""
        return LOOKS.get(self._code, PLAIN).act

    @Slot(str)
    def show(self, code: str) -> None:
        """Show an ending that no news told: a link that cannot be read, a service that did not start."""
        self._title = self._by = self._message = ""
        self._end(code, ending(code))

    def _hear(self, news: AnyNews) -> None:
        match news:
            case Connecting():
                self._by = self._message = ""
            case WaitingRoom(title=title) | Admitted(title=title):
                self._title = shown_name(title)
            case RemovedFromMeeting(by=by, reason=reason):
                self._by, self._message = shown_name(by), _plain(reason)
            case Declined(message=message):
                self._message = _plain(message)
            case Disconnected(code=code, refusal=refusal, message=message):
                self._message = _plain(message) or self._message
                self._end(code, ending(code, refusal))

    def _end(self, code: str, said: Said) -> None:
        self._code, self._said = code, said
        self.changed.emit()


def _plain(text: str) -> str:
    return text.translate(CONTROLS)[:MESSAGE_LIMIT]
