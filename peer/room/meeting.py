"""The state of one meeting. Nothing here changes: each step makes a new `Meeting` that shares what stayed as
it was.

Its people are in `people`.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from peer.room.cards import Hidden
from peer.room.notices import AppealMade
from peer.room.people import Departed, Guest, HasPerson, LastWords, Member, Person, State
from peer.room.values import (
    PersonId,
    Right,
    Rules,
    Suspension,
)

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
    logo: bytes = b""
    rules: Rules = Rules()
    has_run_file: bool = False
    fence_on: bool = False
    waiting_video: bool = False
    """Whether the host's machine has a film for those who wait."""
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
        waiting_video: bool = False,
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
            waiting_video=waiting_video,
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
