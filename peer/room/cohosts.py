"""What the host delegates, and the rights of one person."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from peer.room.meeting import Exceptions, Meeting, with_member
from peer.room.people import Member
from peer.room.requests import Appoint, HandOver, SetRight
from peer.room.rights import DELEGABLE, DELEGATED, OWN, may
from peer.room.step import Step
from peer.room.values import PersonId, Refusal, RefusalCode, Right, Role


def appoint(meeting: Meeting, _by: PersonId, request: Appoint, _now: float) -> Step:
    """Hand a host's rights to a member, or take them back; what was given beyond them goes with them."""
    member = meeting.members[request.member]
    role = Role.COHOST if request.cohost else Role.MEMBER
    if member.role is role:
        return Step(meeting)
    old = meeting.exceptions.get(member.who.identity, Exceptions())
    kept = Exceptions(old.given & OWN, old.taken & OWN)
    return Step(_with_exceptions(with_member(meeting, replace(member, role=role)), member, kept))


def hand_over(meeting: Meeting, _by: PersonId, request: HandOver, _now: float) -> Step | Refusal:
    """Hand the chair to a co-host, or take it back. There is one chair."""
    seated: Mapping[PersonId, Member] = {
        id_: replace(member, role=Role.COHOST)
        for id_, member in meeting.members.items()
        if member.role is Role.CHAIR and id_ != request.member
    }
    after = replace(meeting, members={**meeting.members, **seated}) if seated else meeting
    if request.member is None:
        return Step(after)
    member = meeting.members[request.member]
    if member.role is Role.MEMBER:
        return Refusal(RefusalCode.NOT_ALLOWED, {"role": Role.MEMBER.value})
    if member.role is Role.CHAIR:
        return Step(meeting)
    return Step(with_member(after, replace(member, role=Role.CHAIR)))


def set_right(meeting: Meeting, by: PersonId, request: SetRight, _now: float) -> Step | Refusal:
    """Give or take one right of one person. A host's rights go to co-hosts alone, and by who may appoint them."""
    member = meeting.members[request.member]
    right = request.right
    if right in DELEGATED | DELEGABLE:
        refusal = may(meeting, by, Right.APPOINT)
        if refusal is None and member.role is not Role.COHOST:
            refusal = Refusal(RefusalCode.NOT_ALLOWED, {"role": member.role.value})
        if refusal is not None:
            return refusal
    elif right not in OWN:
        return Refusal(RefusalCode.MALFORMED)
    old = meeting.exceptions.get(member.who.identity, Exceptions())
    only = frozenset({right})
    given = old.given | only if request.given is True else old.given - only
    taken = old.taken | only if request.given is False else old.taken - only
    new = Exceptions(given, taken)
    return Step(meeting if new == old else _with_exceptions(meeting, member, new))


def _with_exceptions(meeting: Meeting, member: Member, new: Exceptions) -> Meeting:
    others = {key: one for key, one in meeting.exceptions.items() if key != member.who.identity}
    return replace(
        meeting, exceptions=others if new == Exceptions() else {**others, member.who.identity: new}
    )
