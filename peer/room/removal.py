"""Removing people, and letting an identity knock again."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.effects import NoteNetwork, RevokeInviteNumber
from peer.room.last_words import spoken_to, with_removal
from peer.room.meeting import Meeting, Removal, without
from peer.room.paces import paced
from peer.room.requests import RefuseDevice, Remove, Unban
from peer.room.rights import may
from peer.room.step import Step
from peer.room.values import InviteKind, PersonId, Refusal, Right, Role


def remove(meeting: Meeting, by: PersonId, request: Remove, now: float) -> Step | Refusal:
    """Send somebody away for good. A fresh key costs nothing, so from now on people never met before wait, with a
    warning, until the host opens the link again.
    """
    counted = paced_removal(meeting, by, now)
    if isinstance(counted, Refusal):
        return counted
    removal = _removal(counted, by, request.person, now)
    removal = replace(removal, reason=request.reason, everywhere=request.everywhere)
    guarded = replace(counted, rules=replace(counted.rules, guarded=True))
    return _gone_for_good(guarded, request.person, removal, now)


def paced_removal(meeting: Meeting, by: PersonId, now: float) -> Meeting | Refusal:
    """A co-host removes at most three people in a minute, unless the host gave them more."""
    if by not in meeting.members or may(meeting, by, Right.REMOVE_FREELY) is None:
        return meeting
    return paced(meeting, by, "remove", now)


def refuse_device(meeting: Meeting, by: PersonId, request: RefuseDevice, now: float) -> Step | Refusal:
    """A device is lost: its identity is refused everywhere. Its person did nothing, so nobody else is suspected."""
    counted = paced_removal(meeting, by, now)
    if isinstance(counted, Refusal):
        return counted
    removal = replace(_removal(counted, by, request.person, now), everywhere=True, lost=True)
    return _gone_for_good(counted, request.person, removal, now)


def _removal(meeting: Meeting, by: PersonId, person: PersonId, now: float) -> Removal:
    who = meeting.who(person)
    assert who is not None  # `may_reach` found them
    return Removal(who.id, who.name, now, role_of(meeting, by), order=meeting.orders + 1)


def _gone_for_good(meeting: Meeting, person: PersonId, removal: Removal, now: float) -> Step:
    """Every line of this identity ends, and every personal invite that it used."""
    who = meeting.who(person)
    assert who is not None  # `may_reach` found them
    identity = who.identity
    here = [meeting.members[id_].who for id_ in meeting.members]
    here += [meeting.guests[id_].who for id_ in meeting.guests]
    gone = tuple(line for line in here if line.identity == identity)
    invites = [line.invite for line in (*gone, who)]
    numbers = {invite.number for invite in invites if invite.kind is InviteKind.PERSONAL}
    numbers |= {number for number, owner in meeting.bound.items() if owner == identity}
    people = {key: listed for key, listed in meeting.bypass_people.items() if key != identity}
    after = replace(
        without(meeting, *(line.id for line in gone)),
        bypass_people=people,
        bypass_invites=meeting.bypass_invites - numbers,
    )
    spoken = spoken_to(with_removal(after, identity, removal), gone, now)
    return Step(
        spoken.meeting,
        (
            *(RevokeInviteNumber(number) for number in sorted(numbers)),
            *(NoteNetwork(line.id) for line in gone if not removal.lost),
            *spoken.effects,
        ),
        {line.id: "removed" for line in gone},
    )


def unban(meeting: Meeting, _by: PersonId, request: Unban, _now: float) -> Step:
    """Let an identity knock again. Its invites stay revoked, and who was never met before still waits."""
    removed = {key: one for key, one in meeting.removed.items() if one.person != request.person}
    return Step(replace(meeting, removed=removed))


def role_of(meeting: Meeting, by: PersonId) -> str:
    """The role of who orders, for those who are told no names. The console is the host's."""
    member = meeting.members.get(by)
    return (Role.HOST if member is None else member.role).value
