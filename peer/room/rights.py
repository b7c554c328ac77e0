"""Who may do what: the one rulebook. `may` is the enforcement; whatever a screen hides is a courtesy.

effective right = the role grants it AND the meeting's rules permit it (or it was given to this person, and not
taken from them) AND no suspension covers it AND the person is admitted. Leave, report and appeal are everybody's
and can never be taken.
"""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.meeting import Exceptions, Meeting
from peer.room.people import Member, Present
from peer.room.values import PersonId, Refusal, RefusalCode, Right, Role, Suspension, TrackKind

INALIENABLE = frozenset({Right.LEAVE, Right.REPORT, Right.APPEAL})
DELEGATED = frozenset({Right.ADMIT, Right.MODERATE, Right.REMOVE, Right.RULE})
DELEGABLE = frozenset(
    {Right.REMOVE_FREELY, Right.UNBAN, Right.INVITES, Right.FENCE, Right.EXPORT, Right.ORDER_COHOSTS}
)
"""What a co-host may only if the host gave it to them."""
DECIDING = frozenset({Right.APPOINT, Right.END})
"""Host and chair."""
HOST_ALONE = frozenset({Right.HAND_OVER})
OWN = frozenset(Right) - INALIENABLE - DELEGATED - DELEGABLE - DECIDING - HOST_ALONE
"""What a member does for themselves; the rules may keep it from members, a suspension from everyone but the host."""

CONSOLE = DELEGATED | DELEGABLE | DECIDING | HOST_ALONE | INALIENABLE | {Right.INVITE}
"""What somebody at the service itself may do: all of a host's orders, and nothing that needs a seat."""

GRANTS: dict[Role, frozenset[Right]] = {
    Role.MEMBER: OWN | INALIENABLE,
    Role.COHOST: OWN | DELEGATED | INALIENABLE,
    Role.CHAIR: OWN | DELEGATED | DELEGABLE | DECIDING | INALIENABLE,
    Role.HOST: frozenset(Right),
}
GIVABLE: dict[Role, frozenset[Right]] = {
    Role.MEMBER: OWN,
    Role.COHOST: OWN | DELEGATED | DELEGABLE,
    Role.CHAIR: OWN,
    Role.HOST: frozenset(),
}
"""What can be given to one person of this role, or taken from them."""

RIGHT_OF_TRACK = {
    TrackKind.AUDIO: Right.SPEAK,
    TrackKind.CAMERA: Right.VIDEO,
    TrackKind.SCREEN: Right.SHARE,
}


def suspensions_of(meeting: Meeting, member: Member) -> tuple[Suspension, ...]:
    """The suspensions that cover a member: their own, and the meeting-wide one as far as it takes from them."""
    own = meeting.suspensions.get(member.who.identity)
    everyones = all_suspended_of(meeting, member)
    return tuple(one for one in (own, everyones) if one is not None)


def all_suspended_of(meeting: Meeting, member: Member) -> Suspension | None:
    """What the meeting-wide suspension takes from this member. It spares the host and who holds the chair, and
    co-hosts unless it names them.
    """
    everyones = meeting.all_suspended
    if everyones is None or member.role in (Role.HOST, Role.CHAIR):
        return None
    if member.role is Role.COHOST and not everyones.cohosts:
        return None
    rights = everyones.rights - meeting.given_back.get(member.who.identity, frozenset())
    return replace(everyones, rights=rights) if rights else None


def permitted(meeting: Meeting, member: Member) -> frozenset[Right]:
    """What the role grants and the rules permit, or what was given to this person; suspensions left aside."""
    granted = GRANTS[member.role]
    if member.role is Role.MEMBER:
        granted -= OWN - meeting.rules.allowed
        if meeting.rules.pictures_hidden and not member.who.known:
            granted -= {Right.PICTURE}
    own = exceptions_of(meeting, member)
    return (granted | own.given) - own.taken


def exceptions_of(meeting: Meeting, member: Member) -> Exceptions:
    """The rights that this person has, or lacks, in spite of the rules, as far as their role lets them."""
    own = meeting.exceptions.get(member.who.identity)
    if own is None:
        return Exceptions()
    givable = GIVABLE[member.role]
    return Exceptions(own.given & givable, own.taken & givable)


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
    if person in meeting.last_words:
        return None if right in INALIENABLE else Refusal(RefusalCode.REMOVED)
    return Refusal(RefusalCode.NO_SUCH_PERSON)


def hosts_present(meeting: Meeting) -> tuple[PersonId, ...]:
    """The members on a live line who may admit: host and co-hosts, as far as their rights stand."""
    return tuple(
        id_
        for id_, member in meeting.members.items()
        if isinstance(member.line, Present) and may(meeting, id_, Right.ADMIT) is None
    )


def hosts_and_console(meeting: Meeting) -> tuple[PersonId, ...]:
    """All whom news of the door and calls reach."""
    hosts = hosts_present(meeting)
    return hosts if meeting.console is None else (*hosts, meeting.console)


def somebody_admits(meeting: Meeting) -> bool:
    """True while somebody who may admit is there; without them nobody comes in."""
    return meeting.console is not None or bool(hosts_present(meeting))
