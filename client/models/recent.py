"""What this window heard of each member in the last minute: the host's rows beside a call, and the words behind counts.

Not for QML. It keeps a minute, and nothing of it outlives the meeting.
"""

from __future__ import annotations

import collections
import time
from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from client.bridge import Bridge
from client.models.roster import Roster
from peer.commands import AnyNews, ChatLine, Disconnected
from peer.room.notices import YouWerePutBack
from peer.room.values import PersonId

KEPT = 60.0
"""Seconds."""

LINES_KEPT = 24
"""Lines of one member; older ones go first."""


@dataclass
class Heard:
    """One member's last minute: lines as (when they came on this computer's clock, the host's time, the text)."""

    lines: collections.deque[tuple[float, float, str]] = field(
        default_factory=lambda: collections.deque(maxlen=LINES_KEPT)
    )
    spoke: float = float("-inf")


class Recent(QObject):
    """The last minute of every member, as it came here."""

    def __init__(self, bridge: Bridge, roster: Roster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roster = roster
        self._heard: dict[PersonId, Heard] = {}
        bridge.news.connect(self._hear)
        roster.spoke.connect(self._change)
        roster.left.connect(lambda person, _why: self._heard.pop(person, None))

    def messages(self, person: PersonId) -> int:
        """How many lines for everyone came of this member in the last minute."""
        now = time.monotonic()
        return sum(now - came <= KEPT for came, _at, _text in self._of(person).lines)

    def spoke(self, person: PersonId) -> bool:
        """True if this member was heard in the last minute."""
        return time.monotonic() - self._of(person).spoke <= KEPT

    def texts(self, person: PersonId, since: float, until: float) -> list[tuple[float, str]]:
        """The lines that this member wrote to everyone between two moments of the host's time, with theirs."""
        return [(at, text) for _came, at, text in self._of(person).lines if since <= at <= until]

    def _of(self, person: PersonId) -> Heard:
        return self._heard.get(person) or Heard()

    def _change(self, person: PersonId) -> None:
        if person in self._roster.speaking:
            self._heard.setdefault(person, Heard()).spoke = time.monotonic()

    def _hear(self, news: AnyNews) -> None:
        match news:
            case ChatLine(talk=None, to=None, by=by) if by in self._roster.members:
                self._heard.setdefault(by, Heard()).lines.append((time.monotonic(), news.at, news.text))
            case Disconnected() | YouWerePutBack():
                self._heard.clear()
