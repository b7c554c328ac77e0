"""The state of one meeting. Nothing here changes: each step makes a new `Meeting` that shares what stayed as
it was.

A person is a guest or a member, never both, and each of their sides (line, media) is one of a few small
states.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from peer.room.cards import Hidden, Sent
from peer.room.notices import AppealMade
from peer.room.values import (
    NOT_JUDGED,
    Decision,
    InviteKind,
    InviteRef,
    PersonId,
    Right,
    Role,
    Rules,
    Suspension,
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


# --- the life of the service ---------------------------------------------------------------------


class Attended(State, frozen=True):
    """A host, a co-host or the console is there."""


class HostAway(State, frozen=True):
    """People are there, but nobody who may admit."""

    since: float


class Deserted(State, frozen=True):
    """No line speaks at all. `host_since`: since when nobody who may admit was there."""

    since: float
    host_since: float


class Over(State, frozen=True):
    """The meeting has ended; nothing can happen to it any more."""


Life = Attended | HostAway | Deserted | Over


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


class SentAway(State, frozen=True):
    """An identity that was sent away: how often, and when last."""

    times: int
    at: float


class Removal(State, frozen=True):
    """An identity that is refused. `by` is the role of who ordered it; `person` and `name` are of that moment.

    `attempts` counts its knocks since; `shown` is how many of them the hosts were told of, when last
    (`attempted_at`), and of which name.
    """

    person: PersonId
    name: str
    at: float
    by: str
    order: int = 0
    reason: str = ""
    everywhere: bool = False
    lost: bool = False
    reported: bool = False
    appealed: bool = False
    attempts: int = 0
    shown: int = 0
    attempted_as: str = ""
    attempted_at: float | None = None


class Exceptions(State, frozen=True):
    """The rights of one person that differ from what role and rules say."""

    given: frozenset[Right] = frozenset()
    taken: frozenset[Right] = frozenset()


class Crowd(State, frozen=True):
    """Strangers at the open link: how many came in the minute that began at `since`.

    `flooding`: too many, in this minute or the one before. `shown` is what the hosts were last told: waiting,
    and in the last minute.
    """

    since: float = 0.0
    count: int = 0
    flooding: bool = False
    shown: tuple[int, int] = (0, 0)
    shown_at: float = 0.0


class Change(State, frozen=True):
    """One thing that an order changed: where, which, from what, to what; None is nothing there."""

    where: str
    key: object
    old: object
    new: object


class Done(State, frozen=True):
    """An order that took effect. `identities` are those whom it concerned; `admitted` came in by it.

    `needs` are the rights that it took, and `by_host` says that host or chair gave it.
    """

    number: int
    by: PersonId
    by_identity: bytes
    by_host: bool
    what: str
    about: tuple[PersonId, ...]
    identities: frozenset[bytes]
    at: float
    needs: tuple[Right, ...] = ()
    changes: tuple[Change, ...] = ()
    admitted: tuple[PersonId, ...] = ()
    undone: bool = False

    @property
    def can_undo(self) -> bool:
        """True if there is something to restore."""
        return bool(self.changes or self.admitted) and not self.undone


class Meeting(State, frozen=True):
    """Everything that the host's machine knows of its meeting. Mappings are never changed in place."""

    title: str
    description: str
    life: Life
    host_identity: bytes | None = None
    rules: Rules = Rules()
    has_run_file: bool = False
    fence_on: bool = False
    guests: Mapping[PersonId, Guest] = {}
    """Those who wait, in the order of their places in the queue."""
    members: Mapping[PersonId, Member] = {}
    console: PersonId | None = None
    suspensions: Mapping[bytes, Suspension] = {}
    """By identity: who leaves and comes back is still suspended."""
    all_suspended: Suspension | None = None
    given_back: Mapping[bytes, frozenset[Right]] = {}
    """By identity: what the suspension of all does not take from them."""
    hidden: Mapping[bytes, Hidden] = {}
    """By identity: whose messages of when are hidden."""
    exceptions: Mapping[bytes, Exceptions] = {}
    named: Mapping[bytes, str] = {}
    """By identity: names that the host set, and that their people cannot change."""
    removed: Mapping[bytes, Removal] = {}
    declined: Mapping[bytes, SentAway] = {}
    bypass_people: Mapping[bytes, tuple[PersonId, str]] = {}
    """By identity: who needs no wait, with an id and a name that they had."""
    bypass_invites: frozenset[int] = frozenset()
    bound: Mapping[int, bytes] = {}
    """By the number of a personal invite: the identity that was admitted with it first."""
    spotlight: PersonId | None = None
    crowd: Crowd = Crowd()
    departed: Mapping[PersonId, Departed] = {}
    last_words: Mapping[PersonId, LastWords] = {}
    orders: int = 0
    """The number of the last order that took effect."""
    done: tuple[Done, ...] = ()
    appeals: Mapping[tuple[bytes, int], AppealMade | None] = {}
    """By identity and order; None for one from before a restart, whose text is gone."""
    reports: frozenset[tuple[bytes, bytes]] = frozenset()
    reactions: tuple[float, ...] = ()

    @classmethod
    def new(
        cls,
        title: str,
        description: str = "",
        host_identity: bytes | None = None,
        rules: Rules | None = None,
        *,
        now: float,
        has_run_file: bool = False,
        fence_on: bool = False,
    ) -> Meeting:
        """A meeting at its very start, with nobody in it."""
        return cls(
            title=title,
            description=description,
            life=Deserted(now, now),
            host_identity=host_identity,
            rules=rules or Rules(),
            has_run_file=has_run_file,
            fence_on=fence_on,
        )

    @property
    def is_over(self) -> bool:
        """True after End; every event is refused from then on."""
        return isinstance(self.life, Over)

    def knows(self, person: PersonId) -> bool:
        """True for a guest, a member, the console, and a removed person whose line is open."""
        places = (self.members, self.guests, self.last_words)
        return person == self.console or any(person in place for place in places)

    def who(self, person: PersonId) -> Person | None:
        """Whose line this is or was lately; None for the console and for who is not known."""
        places: tuple[Mapping[PersonId, HasPerson], ...]
        places = (self.members, self.guests, self.last_words, self.departed)
        return next((place[person].who for place in places if person in place), None)

    def identity(self, person: PersonId) -> bytes | None:
        """The identity of that line."""
        who = self.who(person)
        return None if who is None else who.identity

    def inside(self, identity: bytes) -> tuple[Member, ...]:
        """The members with this identity."""
        return tuple(member for member in self.members.values() if member.who.identity == identity)


def with_member(meeting: Meeting, member: Member) -> Meeting:
    """The meeting with this member new or changed."""
    return msgspec.structs.replace(meeting, members={**meeting.members, member.who.id: member})


def with_guest(meeting: Meeting, guest: Guest) -> Meeting:
    """The meeting with this guest changed, or new at the end of the queue."""
    return msgspec.structs.replace(meeting, guests={**meeting.guests, guest.who.id: guest})


def without(meeting: Meeting, *people: PersonId) -> Meeting:
    """The meeting without these guests and members."""
    return msgspec.structs.replace(
        meeting,
        guests={id_: guest for id_, guest in meeting.guests.items() if id_ not in people},
        members={id_: member for id_, member in meeting.members.items() if id_ not in people},
    )
