"""The people of a meeting: who they are, and how each of their sides (line, media) stands.

A person is a guest or a member, never both. Nothing here changes: each step makes new ones.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from peer.room.cards import Sent
from peer.room.values import (
    NOT_JUDGED,
    Decision,
    InviteKind,
    InviteRef,
    PersonId,
    Role,
    TrackKind,
    Verdict,
)


class State(msgspec.Struct, frozen=True):
    """Base of all that a meeting is made of."""


# --- the line between a member's machine and the host's ------------------------------------------


class Present(State, frozen=True):
    """The line speaks. `link` grows each time that a ticket moves the member to a new link."""

    link: int = 0


class Broken(State, frozen=True):
    """The socket closed: silence has begun. Gates stay as they are for `GATES_OUTLIVE_SOCKET` seconds."""

    since: float
    link: int


class Silent(State, frozen=True):
    """Nothing was heard for so long that the gates are closed. The place is kept for `PLACE_IS_KEPT` seconds."""

    since: float
    link: int


Line = Present | Broken | Silent


# --- the media connection ------------------------------------------------------------------------


class NoMedia(State, frozen=True):
    """There is no media connection, and there shall be none."""


class Connecting(State, frozen=True):
    """The host's machine is to offer a connection. `attempt` counts them for this member."""

    attempt: int


class Connected(State, frozen=True):
    """The connection stands."""

    attempt: int


Media = NoMedia | Connecting | Connected


# --- people --------------------------------------------------------------------------------------


class Person(State, frozen=True):
    """What stays the same of somebody, whether they wait or are inside.

    `cleared` is the verdict with which a host let them in although it said hold: that same verdict holds them
    no more.
    """

    id: PersonId
    identity: bytes
    key: bytes
    name: str
    invite: InviteRef
    known: bool = False
    verdict: Verdict = NOT_JUDGED
    cleared: Verdict | None = None
    earlier_removals: int = 0
    same_network: bool = False

    @property
    def held(self) -> bool:
        """True while the verdict keeps them out and no host has overruled it."""
        return self.verdict.decision is not Decision.ALLOW and self.verdict != self.cleared


class Guest(State, frozen=True):
    """Somebody who waits. `unanswered` counts what they wrote since a host last answered.

    `merged`: one of so many strangers that hosts see a line instead of cards.
    """

    who: Person
    since: float
    put_back: bool = False
    unanswered: int = 0
    muted: bool = False
    merged: bool = False

    @property
    def is_stranger(self) -> bool:
        """True for who came by the open link and was never met before."""
        return self.who.invite.kind is InviteKind.OPEN and not self.who.known and not self.put_back


class Member(State, frozen=True):
    """Somebody inside. `on` are the tracks that they themselves turned on and nothing has turned off since.

    `on_since` says since when, `sent` what else they sent lately; `paces` has the last moments of what may be
    done only so often.
    """

    who: Person
    role: Role
    line: Line = Present()
    media: Media = NoMedia()
    on: frozenset[TrackKind] = frozenset()
    hand_since: float | None = None
    refuses_private_chat: bool = False
    on_since: Mapping[TrackKind, float] = {}
    sent: tuple[Sent, ...] = ()
    paces: Mapping[str, tuple[float, ...]] = {}


class Departed(State, frozen=True):
    """A member who went lately, so that who strikes and leaves can still be removed."""

    who: Person
    role: Role
    at: float
    sent: tuple[Sent, ...]


class LastWords(State, frozen=True):
    """Somebody who was removed and whose line is still open, for one report and one appeal."""

    who: Person
    since: float


HasPerson = Guest | Member | Departed | LastWords
