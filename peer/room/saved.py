"""What a restart needs of a meeting, for the sealed state file: never chat, media, addresses or guests."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from peer.room.cards import Hidden
from peer.room.meeting import Exceptions, Meeting, Removal, SentAway
from peer.room.people import Member, Person, Silent
from peer.room.values import PersonId, Right, Role, Rules, Suspension


class SavedMember(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A member whose ticket is to hold after a restart."""

    who: Person
    role: Role


class SavedMeeting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One meeting between two lives of its service."""

    title: str
    description: str
    logo: bytes
    host_identity: bytes | None
    rules: Rules
    has_run_file: bool
    fence_on: bool
    members: tuple[SavedMember, ...]
    suspensions: tuple[tuple[bytes, Suspension], ...]
    all_suspended: Suspension | None
    given_back: tuple[tuple[bytes, frozenset[Right]], ...]
    hidden: tuple[tuple[bytes, Hidden], ...]
    exceptions: tuple[tuple[bytes, Exceptions], ...]
    named: tuple[tuple[bytes, str], ...]
    removed: tuple[tuple[bytes, Removal], ...]
    declined: tuple[tuple[bytes, SentAway], ...]
    bypass_people: tuple[tuple[bytes, tuple[PersonId, str]], ...]
    bypass_invites: tuple[int, ...]
    bound: tuple[tuple[int, bytes], ...]
    orders: int
    appeals: tuple[tuple[bytes, int], ...]
    """Whose appeals against which order were made; their text is not kept here."""


def to_state(meeting: Meeting) -> SavedMeeting:
    """The part of the meeting that outlives its service's process; msgspec can encode it."""
    return SavedMeeting(
        title=meeting.title,
        description=meeting.description,
        logo=meeting.logo,
        host_identity=meeting.host_identity,
        rules=meeting.rules,
        has_run_file=meeting.has_run_file,
        fence_on=meeting.fence_on,
        members=tuple(SavedMember(member.who, member.role) for member in meeting.members.values()),
        suspensions=tuple(meeting.suspensions.items()),
        all_suspended=meeting.all_suspended,
        given_back=tuple(meeting.given_back.items()),
        hidden=tuple(meeting.hidden.items()),
        exceptions=tuple(meeting.exceptions.items()),
        named=tuple(meeting.named.items()),
        removed=tuple((key, _settled(one)) for key, one in meeting.removed.items()),
        declined=tuple(meeting.declined.items()),
        bypass_people=tuple(meeting.bypass_people.items()),
        bypass_invites=tuple(sorted(meeting.bypass_invites)),
        bound=tuple(meeting.bound.items()),
        orders=meeting.orders,
        appeals=tuple(meeting.appeals),
    )


def _settled(removal: Removal) -> Removal:
    """A removal without its attempts: who only knocks makes nobody write to the disk."""
    return replace(removal, attempts=0, shown=0, attempted_as="", attempted_at=None)


def from_state(state: SavedMeeting, now: float) -> Meeting:
    """The meeting as it stands when its service starts again: nobody is connected, nobody waits.

    Follow it with the event `ServiceRestarted`.
    """
    meeting = Meeting.new(
        state.title,
        state.description,
        state.host_identity,
        state.rules,
        now=now,
        has_run_file=state.has_run_file,
        fence_on=state.fence_on,
    )
    return replace(
        meeting,
        members={one.who.id: Member(one.who, one.role, Silent(now, 0)) for one in state.members},
        suspensions=dict(state.suspensions),
        all_suspended=state.all_suspended,
        logo=state.logo,
        given_back=dict(state.given_back),
        hidden=dict(state.hidden),
        exceptions=dict(state.exceptions),
        named=dict(state.named),
        removed=dict(state.removed),
        declined=dict(state.declined),
        bypass_people=dict(state.bypass_people),
        bypass_invites=frozenset(state.bypass_invites),
        bound=dict(state.bound),
        orders=state.orders,
        appeals=dict.fromkeys(state.appeals),
    )
