"""Who is in the meeting, as this computer was told: the one place that the models of stage, list and chat read.

Not for QML. It keeps the order in which people came; oneself comes first.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from client.bridge import Bridge
from peer.commands import AnyNews, Disconnected, Levels, Reaction
from peer.room.notices import (
    Admitted,
    MemberChanged,
    MemberJoined,
    MemberLeft,
    MemberView,
    Spotlighted,
    YouWerePutBack,
)
from peer.room.values import PersonId, Role

SPEAKS_FROM = 0.04
"""Level (0 to 1) from which a person counts as speaking."""

RING_STAYS_MS = 400
"""The speaking ring goes this long after the last word."""

REACTION_STAYS_MS = 5_000


class Roster(QObject):
    """Members, who speaks, and who shows a reaction."""

    replaced = Signal()
    """Another meeting, or none: everything is different."""

    joined = Signal(str)
    changed = Signal(str)
    spoke = Signal(str)
    """Somebody began to speak, or fell silent: all that most models need not hear of."""

    spotlighted = Signal()
    """Somebody else is shown large, or nobody."""

    left = Signal(str, str)
    """(id, why). The member is gone already."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.me: PersonId = ""
        self.spotlight: PersonId | None = None
        self.members: dict[PersonId, MemberView] = {}
        self.speaking: set[PersonId] = set()
        self.reactions: dict[PersonId, str] = {}
        self._quiet: dict[PersonId, QTimer] = {}
        self._reacted: dict[PersonId, QTimer] = {}
        bridge.news.connect(self._hear)

    def name_of(self, person: PersonId) -> str:
        """Return a member's name, or an empty text."""
        view = self.members.get(person)
        return "" if view is None else view.name

    def mine(self) -> MemberView | None:
        """Return oneself as the others see one; None outside a meeting."""
        return self.members.get(self.me)

    def i_lead(self) -> bool:
        """True if one is host or co-host."""
        view = self.mine()
        return view is not None and view.role is not Role.MEMBER

    def order(self) -> list[PersonId]:
        """Return all ids, oneself first, the others as they came."""
        others = [person for person in self.members if person != self.me]
        return [self.me, *others] if self.me in self.members else others

    def hands(self) -> list[PersonId]:
        """Return who raised a hand, in the order in which they did."""
        up = [view for view in self.members.values() if view.hand_since is not None]
        return [view.id for view in sorted(up, key=lambda view: view.hand_since or 0.0)]

    def host(self) -> MemberView | None:
        """Return the host; None while there is none in the meeting."""
        return next((view for view in self.members.values() if view.role is Role.HOST), None)

    def somebody_leads(self) -> bool:
        """True while a host or co-host is there."""
        return any(view.present and view.role is not Role.MEMBER for view in self.members.values())

    def _hear(self, news: AnyNews) -> None:
        match news:
            case Admitted():
                self._clear()
                self.me = news.you
                self.members = {member.id: member for member in news.members}
                self.spotlight = news.spotlight
                self.replaced.emit()
            case MemberJoined():
                known = news.member.id in self.members
                self.members[news.member.id] = news.member
                (self.changed if known else self.joined).emit(news.member.id)
            case MemberChanged() if news.member.id in self.members:
                self.members[news.member.id] = news.member
                self.changed.emit(news.member.id)
            case MemberLeft() if self.members.pop(news.id, None) is not None:
                self._forget(news.id)
                self.left.emit(news.id, news.why)
            case Spotlighted(member=member):
                self.spotlight = member
                self.spotlighted.emit()
            case Levels():
                self._hear_levels(news)
            case Reaction() if news.by in self.members:
                self._show_reaction(news.by, news.emoji)
            case Disconnected() | YouWerePutBack():
                self._clear()
                self.replaced.emit()

    def _hear_levels(self, levels: Levels) -> None:
        loud = {person for person, level in levels.talkers.items() if level >= SPEAKS_FROM}
        if levels.mine >= SPEAKS_FROM:
            loud.add(self.me)
        for person in loud & self.members.keys():
            timer = self._quiet.get(person)
            if timer is None:
                timer = self._quiet[person] = self._timer(
                    RING_STAYS_MS, lambda who=person: self._fall_silent(who)
                )
            timer.start()
            if person not in self.speaking:
                self.speaking.add(person)
                self.spoke.emit(person)

    def _fall_silent(self, person: PersonId) -> None:
        self.speaking.discard(person)
        if person in self.members:
            self.spoke.emit(person)

    def _show_reaction(self, person: PersonId, emoji: str) -> None:
        self.reactions[person] = emoji
        timer = self._reacted.get(person)
        if timer is None:
            timer = self._reacted[person] = self._timer(
                REACTION_STAYS_MS, lambda who=person: self._drop_reaction(who)
            )
        timer.start()
        self.changed.emit(person)

    def _drop_reaction(self, person: PersonId) -> None:
        if self.reactions.pop(person, None) is not None and person in self.members:
            self.changed.emit(person)

    def _timer(self, milliseconds: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def _forget(self, person: PersonId) -> None:
        self.speaking.discard(person)
        self.reactions.pop(person, None)
        for timers in (self._quiet, self._reacted):
            timer = timers.pop(person, None)
            if timer is not None:
                timer.stop()
                timer.deleteLater()

    def _clear(self) -> None:
        for person in {*self._quiet, *self._reacted}:
            self._forget(person)
        self.members.clear()
        self.speaking.clear()
        self.reactions.clear()
        self.me = ""
        self.spotlight = None
