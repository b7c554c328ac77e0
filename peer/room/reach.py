"""Whom an order may be about, and who is beyond its reach."""

from __future__ import annotations

import enum

from peer.room.meeting import Meeting
from peer.room.rights import may
from peer.room.values import PersonId, Refusal, RefusalCode, Right, Role


class Whom(enum.Enum):
    """Whom an order reaches."""

    NOBODY = enum.auto()
    GUEST = enum.auto()
    MEMBER = enum.auto()
    SUBORDINATE = enum.auto()
    """A member; but nobody touches the host, only the host touches the chair, and a co-host is beyond another."""
    ANYBODY_BELOW = enum.auto()
    """As SUBORDINATE, and guests and those who left lately too."""
    ANYBODY = enum.auto()
    """Who is here or left lately, but not the host."""
    REMOVED = enum.auto()
    """Somebody who was removed."""


_REACHES_GUESTS = frozenset({Whom.GUEST, Whom.ANYBODY_BELOW, Whom.ANYBODY})
_REACHES_DEPARTED = frozenset({Whom.ANYBODY_BELOW, Whom.ANYBODY})


def may_reach(meeting: Meeting, by: PersonId, whom: PersonId, reach: Whom) -> Refusal | None:
    """None if an order of `by` may be about `whom`, else why not. Who `by` is was asked of `may` before.

    An order reaches an identity: whoever is beyond it on one link is beyond it on every other. A guest is
    told of nobody whether they are here.
    """
    if by not in meeting.members and by != meeting.console:
        return Refusal(RefusalCode.NOT_A_MEMBER)
    if reach is Whom.REMOVED:
        removed = any(whom == one.person for one in meeting.removed.values())
        return None if removed else Refusal(RefusalCode.NO_SUCH_PERSON)
    if whom in meeting.guests:
        if reach not in _REACHES_GUESTS:
            return Refusal(RefusalCode.NOT_A_MEMBER)
        identity = meeting.guests[whom].who.identity
    elif whom in meeting.members:
        if reach is Whom.GUEST:
            return Refusal(RefusalCode.NOT_WAITING)
        identity = meeting.members[whom].who.identity
    elif whom in meeting.departed and reach in _REACHES_DEPARTED:
        identity = meeting.departed[whom].who.identity
    else:
        return Refusal(RefusalCode.NO_SUCH_PERSON)
    return None if reach in (Whom.GUEST, Whom.MEMBER) else _beyond(meeting, by, identity, reach)


def _beyond(meeting: Meeting, by: PersonId, identity: bytes, reach: Whom) -> Refusal | None:
    roles = {one.role for one in meeting.inside(identity)}
    roles |= {one.role for one in meeting.departed.values() if one.who.identity == identity}
    if Role.HOST in roles or identity == meeting.host_identity:
        return Refusal(RefusalCode.HOST_IS_UNTOUCHABLE)
    if reach is Whom.ANYBODY:
        return None
    if Role.CHAIR in roles:
        return may(meeting, by, Right.HAND_OVER)
    return may(meeting, by, Right.ORDER_COHOSTS) if Role.COHOST in roles else None
