"""What a restart needs of a meeting, for the sealed state file: never chat, media, addresses or guests."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from peer.room.meeting import Meeting, Member, Person, SentAway, Silent
from peer.room.values import Role, Rules, Suspension


class SavedMember(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A member whose ticket is to hold after a restart."""

    who: Person
    role: Role


class SavedMeeting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One meeting between two lives of its service."""

    title: str
    description: str
    host_identity: bytes | None
    rules: Rules
    has_run_file: bool
    fence_on: bool
    members: tuple[SavedMember, ...]
    suspensions: tuple[tuple[bytes, Suspension], ...]
    all_suspended: Suspension | None
    removed: tuple[bytes, ...]
    declined: tuple[tuple[bytes, SentAway], ...]


def to_state(meeting: Meeting) -> SavedMeeting:
    """The part of the meeting that outlives its service's process; msgspec can encode it."""
    return SavedMeeting(
        title=meeting.title,
        description=meeting.description,
        host_identity=meeting.host_identity,
        rules=meeting.rules,
        has_run_file=meeting.has_run_file,
        fence_on=meeting.fence_on,
        members=tuple(SavedMember(member.who, member.role) for member in meeting.members.values()),
        suspensions=tuple(meeting.suspensions.items()),
        all_suspended=meeting.all_suspended,
        removed=tuple(sorted(meeting.removed)),
        declined=tuple(meeting.declined.items()),
    )


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
        removed=frozenset(state.removed),
        declined=dict(state.declined),
    )
