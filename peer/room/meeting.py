"""The state of one meeting. Nothing here changes: each step makes a new `Meeting` that shares what stayed as
it was.

A person is a guest or a member, never both, and each of their sides (line, media) is one of a few small
states.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from peer.room.values import (
    NOT_JUDGED,
    Decision,
    InviteRef,
    PersonId,
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

    @property
    def held(self) -> bool:
        """True while the verdict keeps them out and no host has overruled it."""
        return self.verdict.decision is not Decision.ALLOW and self.verdict != self.cleared


class Guest(State, frozen=True):
    """Somebody who waits. `unanswered` counts what they wrote since a host last answered."""

    who: Person
    since: float
    put_back: bool = False
    unanswered: int = 0


class Member(State, frozen=True):
    """Somebody inside. `on` are the tracks that they themselves turned on and nothing has turned off since."""

    who: Person
    role: Role
    line: Line = Present()
    media: Media = NoMedia()
    on: frozenset[TrackKind] = frozenset()
    hand_since: float | None = None


class SentAway(State, frozen=True):
    """An identity that was sent away: how often, and when last."""

    times: int
    at: float


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
    removed: frozenset[bytes] = frozenset()
    declined: Mapping[bytes, SentAway] = {}

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
        """True for a guest, a member and the console."""
        return person in self.members or person in self.guests or person == self.console

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
