"""Who may do what: the one rulebook. `may` is the enforcement; whatever a screen hides is a courtesy.

effective right = the role grants it AND the meeting's rules permit it AND no suspension covers it AND the
person is admitted. Leave, report and appeal are everybody's and can never be taken.
"""

from __future__ import annotations

import enum

from peer.room.meeting import Guest, Meeting, Member, Present
from peer.room.values import PersonId, Refusal, RefusalCode, Right, Role, Suspension, TrackKind

INALIENABLE = frozenset({Right.LEAVE, Right.REPORT, Right.APPEAL})
DELEGATED = frozenset({Right.ADMIT, Right.MODERATE, Right.REMOVE, Right.RULE})
HOST_ALONE = frozenset({Right.APPOINT, Right.END})
OWN = frozenset(Right) - INALIENABLE - DELEGATED - HOST_ALONE
"""What a member does for themselves; the rules may keep it from members, a suspension from everyone but the host."""

CONSOLE = DELEGATED | HOST_ALONE | INALIENABLE | {Right.INVITE}
"""What somebody at the service itself may do: all of a host's orders, and nothing that needs a seat."""

GRANTS: dict[Role, frozenset[Right]] = {
    Role.MEMBER: OWN | INALIENABLE,
    Role.COHOST: OWN | DELEGATED | INALIENABLE,
    Role.HOST: OWN | DELEGATED | HOST_ALONE | INALIENABLE,
}
RIGHT_OF_TRACK = {
    TrackKind.AUDIO: Right.SPEAK,
    TrackKind.CAMERA: Right.VIDEO,
    TrackKind.SCREEN: Right.SHARE,
}


class Whom(enum.Enum):
    """Whom an order reaches, and who is beyond its reach."""

    NOBODY = enum.auto()
    GUEST = enum.auto()
    MEMBER = enum.auto()
    NOT_THE_HOST = enum.auto()
    """A member, but nobody touches the host."""
    SUBORDINATE = enum.auto()
    """As NOT_THE_HOST; and a co-host's delegation is the host's to take, so only who may appoint touches a co-host."""
    GUEST_OR_SUBORDINATE = enum.auto()


def suspensions_of(meeting: Meeting, member: Member) -> tuple[Suspension, ...]:
    """The suspensions that cover a member: their own, and the meeting-wide one, which spares host and co-hosts."""
    own = meeting.suspensions.get(member.who.identity)
    everyones = meeting.all_suspended if member.role is Role.MEMBER else None
    return tuple(one for one in (own, everyones) if one is not None)


def permitted(meeting: Meeting, member: Member) -> frozenset[Right]:
    """What the role grants and the rules permit, suspensions left aside."""
    granted = GRANTS[member.role]
    if member.role is not Role.MEMBER:
        return granted
    kept_back = OWN - meeting.rules.allowed
    if meeting.rules.pictures_hidden and not member.who.known:
        kept_back |= {Right.PICTURE}
    return granted - kept_back


def effective(meeting: Meeting, member: Member) -> frozenset[Right]:
    """All that a member may do now."""
    rights = permitted(meeting, member)
    for suspension in suspensions_of(meeting, member):
        rights -= suspension.rights - INALIENABLE
    return rights


def may(meeting: Meeting, person: PersonId, right: Right) -> Refusal | None:
    """None if `person` may, else why not."""
    if meeting.is_over:
        return Refusal(RefusalCode.ENDED)
    member = meeting.members.get(person)
    if member is not None:
        if right in effective(meeting, member):
            return None
        suspended = right in permitted(meeting, member)
        code = RefusalCode.SUSPENDED if suspended else RefusalCode.NOT_ALLOWED
        return Refusal(code, {"right": right.value})
    if person == meeting.console:
        return None if right in CONSOLE else Refusal(RefusalCode.NOT_ALLOWED, {"right": right.value})
    if person in meeting.guests:
        return None if right in INALIENABLE else Refusal(RefusalCode.NOT_A_MEMBER)
    return Refusal(RefusalCode.NO_SUCH_PERSON)


def may_reach(meeting: Meeting, by: PersonId, whom: PersonId, reach: Whom) -> Refusal | None:
    """None if an order of `by` may be about `whom`, else why not. Who `by` is was asked of `may` before.

    An order reaches an identity: whoever is beyond it on one link is beyond it on every other.
    """
    person: Guest | Member | None = meeting.members.get(whom) or meeting.guests.get(whom)
    if person is None:
        return Refusal(RefusalCode.NO_SUCH_PERSON)
    if isinstance(person, Guest) and reach not in (Whom.GUEST, Whom.GUEST_OR_SUBORDINATE):
        return Refusal(RefusalCode.NOT_A_MEMBER)
    if reach is Whom.GUEST:
        return None if isinstance(person, Guest) else Refusal(RefusalCode.NOT_WAITING)
    if reach is Whom.MEMBER:
        return None
    roles = {one.role for one in meeting.inside(person.who.identity)}
    if Role.HOST in roles:
        return Refusal(RefusalCode.HOST_IS_UNTOUCHABLE)
    if reach is Whom.NOT_THE_HOST or Role.COHOST not in roles:
        return None
    return may(meeting, by, Right.APPOINT)


def hosts_present(meeting: Meeting) -> tuple[PersonId, ...]:
    """The members on a live line who may admit: host and co-hosts, as far as their rights stand."""
    return tuple(
        id_
        for id_, member in meeting.members.items()
        if isinstance(member.line, Present) and may(meeting, id_, Right.ADMIT) is None
    )


def somebody_admits(meeting: Meeting) -> bool:
    """True while somebody who may admit is there; without them nobody comes in."""
    return meeting.console is not None or bool(hosts_present(meeting))
