"""Suspension: rights taken from one member or from all at once, and given back one by one."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from peer.room.cards import Hidden
from peer.room.effects import Tell
from peer.room.meeting import Meeting
from peer.room.minute import last_minute
from peer.room.notices import LastMinute
from peer.room.people import Member
from peer.room.reach import Whom, may_reach
from peer.room.requests import ExplainSuspension, Resume, ShowMessages, Suspend
from peer.room.rights import (
    DELEGABLE,
    DELEGATED,
    GIVABLE,
    GRANTS,
    INALIENABLE,
    OWN,
    all_suspended_of,
    hosts_and_console,
)
from peer.room.step import Step
from peer.room.values import PersonId, Refusal, RefusalCode, Right, Role, Suspension

HIDES = 600.0
"""Seconds of what somebody wrote before their suspension that all screens hide."""


def suspend(meeting: Meeting, by: PersonId, request: Suspend, now: float) -> Step | Refusal:
    """Take every right that can be taken, from one member or from all but host and co-hosts; then the meeting locks.

    Those who moderate are told what each sent in the last minute.
    """
    if request.member is not None:
        after = _one_suspended(meeting, by, request, meeting.members[request.member], now)
    elif request.cohosts and (refusal := _cohosts_beyond(meeting, by)) is not None:
        return refusal
    else:
        after = _all_suspended(meeting, by, request, now)
    hosts = hosts_and_console(after)
    told = (Tell(hosts, LastMinute(last_minute(meeting, now))),) if hosts else ()
    return Step(after, told)


def _one_suspended(meeting: Meeting, by: PersonId, request: Suspend, member: Member, now: float) -> Meeting:
    rights = (GRANTS[member.role] | GIVABLE[member.role]) - INALIENABLE
    identity = member.who.identity
    suspension = _suspension(meeting, rights, by, request, now)
    return replace(
        meeting,
        suspensions={**meeting.suspensions, identity: suspension},
        hidden=_hidden(meeting, [identity], now),
    )


def _all_suspended(meeting: Meeting, by: PersonId, request: Suspend, now: float) -> Meeting:
    """Who orders it is spared, and who is exempt; what was given back one by one before is taken again."""
    taken = OWN | (DELEGATED | DELEGABLE if request.cohosts else frozenset())
    spared = (by, *request.exempt)
    after = replace(
        meeting,
        all_suspended=_suspension(meeting, taken, by, request, now),
        given_back={meeting.members[id_].who.identity: taken for id_ in spared if id_ in meeting.members},
        rules=replace(meeting.rules, locked=True),
    )
    covered = [one.who.identity for one in after.members.values() if all_suspended_of(after, one)]
    return replace(after, hidden=_hidden(after, covered, now))


def _cohosts_beyond(meeting: Meeting, by: PersonId) -> Refusal | None:
    """A co-host stops other co-hosts only where the host let them."""
    others = (
        may_reach(meeting, by, id_, Whom.SUBORDINATE)
        for id_, member in meeting.members.items()
        if member.role is Role.COHOST and id_ != by
    )
    return next((refusal for refusal in others if refusal is not None), None)


def _suspension(
    meeting: Meeting, rights: frozenset[Right], by: PersonId, request: Suspend, now: float
) -> Suspension:
    return Suspension(
        rights=rights,
        by=by,
        since=now,
        reason=request.reason,
        name_hidden=request.name_hidden,
        receives_nothing=request.receives_nothing,
        cohosts=request.member is None and request.cohosts,
        order=meeting.orders + 1,
    )


def _hidden(meeting: Meeting, identities: Iterable[bytes], now: float) -> dict[bytes, Hidden]:
    return {**meeting.hidden, **dict.fromkeys(identities, Hidden(now - HIDES, now))}


def explain(meeting: Meeting, _by: PersonId, request: ExplainSuspension, _now: float) -> Step | Refusal:
    """Say why afterwards; what stopped has stopped already."""
    said = {
        "reason": request.reason,
        "name_hidden": request.name_hidden,
        "receives_nothing": request.receives_nothing,
    }
    if request.member is None:
        if meeting.all_suspended is None:
            return Refusal(RefusalCode.TOO_LATE)
        explained = replace(meeting.all_suspended, **said)
        return Step(
            meeting if explained == meeting.all_suspended else replace(meeting, all_suspended=explained)
        )
    identity = meeting.members[request.member].who.identity
    old = meeting.suspensions.get(identity)
    if old is None:
        return Refusal(RefusalCode.TOO_LATE)
    new = replace(old, **said)
    return Step(
        meeting if new == old else replace(meeting, suspensions={**meeting.suspensions, identity: new})
    )


def show_messages(meeting: Meeting, _by: PersonId, request: ShowMessages, _now: float) -> Step:
    """Show again what was hidden of one person, or of all."""
    if request.member is None:
        left: dict[bytes, Hidden] = {}
    else:
        identity = meeting.members[request.member].who.identity
        left = {key: span for key, span in meeting.hidden.items() if key != identity}
    return Step(meeting if left == meeting.hidden else replace(meeting, hidden=left))


def resume(meeting: Meeting, _by: PersonId, request: Resume, _now: float) -> Step | Refusal:
    """Give back the rights named, never all by an empty list; with the last one a suspension ends. It opens nothing."""
    if not request.rights:
        return Refusal(RefusalCode.MALFORMED)
    if request.member is None:
        return Step(_all_resumed(meeting, request.rights))
    return Step(_one_resumed(meeting, meeting.members[request.member], request.rights))


def _all_resumed(meeting: Meeting, rights: frozenset[Right]) -> Meeting:
    if meeting.all_suspended is None or not meeting.all_suspended.rights & rights:
        return meeting
    left = _left_of(meeting.all_suspended, rights)
    return replace(meeting, all_suspended=left, given_back=meeting.given_back if left else {})


def _one_resumed(meeting: Meeting, member: Member, rights: frozenset[Right]) -> Meeting:
    """Give back to one member what their own suspension took, and what the suspension of all takes from them."""
    identity = member.who.identity
    after = meeting
    own = meeting.suspensions.get(identity)
    if own is not None and own.rights & rights:
        others = {key: one for key, one in meeting.suspensions.items() if key != identity}
        left = _left_of(own, rights)
        after = replace(after, suspensions=others if left is None else {**others, identity: left})
    everyones = all_suspended_of(meeting, member)
    if everyones is not None and everyones.rights & rights:
        back = meeting.given_back.get(identity, frozenset()) | (everyones.rights & rights)
        after = replace(after, given_back={**meeting.given_back, identity: back})
    return after


def _left_of(suspension: Suspension, given_back: frozenset[Right]) -> Suspension | None:
    rights = suspension.rights - given_back
    return replace(suspension, rights=rights) if rights else None
