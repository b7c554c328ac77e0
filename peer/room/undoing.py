"""Undoing orders: what an order changed is found by comparing, and put back where nothing later changed it.

It restores rights, roles, rules and removals. What an order closed stays closed: microphones, cameras and lines are
their people's own to open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from peer.room.admitting import back_to_wait
from peer.room.meeting import Change, Done, Meeting, Removal
from peer.room.requests import Undo, UndoOrder
from peer.room.rights import may
from peer.room.step import Step
from peer.room.values import PersonId, Refusal, RefusalCode, Right, Role, Suspension

UNDO_WITHIN = 10.0
"""Seconds in which one's own last order is undone without its number."""

DONE_LIMIT = 64
"""Orders that are remembered to be undone."""

_ENTRIES = (
    "suspensions",
    "given_back",
    "hidden",
    "exceptions",
    "named",
    "removed",
    "declined",
    "bypass_people",
)
_WHOLE = ("all_suspended", "bypass_invites", "spotlight", "description", "logo")
_ALLOWED, _RULES, _ROLES = "allowed", "rules", "roles"


def changes(before: Meeting, after: Meeting) -> tuple[Change, ...]:
    """All that an order changed and that can be put back."""
    return tuple(_changes(before, after))


def _changes(before: Meeting, after: Meeting) -> Iterator[Change]:
    for where in _ENTRIES:
        yield from _entries(where, getattr(before, where), getattr(after, where))
    for where in _WHOLE:
        yield from _entries(where, {"": getattr(before, where)}, {"": getattr(after, where)})
    old, new = _rules(before), _rules(after)
    for right in sorted(old.pop(_ALLOWED) ^ new.pop(_ALLOWED)):
        was = right in before.rules.allowed
        yield Change(_ALLOWED, right, was, not was)
    yield from _entries(_RULES, old, new)
    here = before.members.keys() & after.members.keys()
    yield from _entries(_ROLES, *({id_: one.members[id_].role for id_ in here} for one in (before, after)))


def _entries(where: str, old: Mapping[Any, object], new: Mapping[Any, object]) -> Iterator[Change]:
    if old is new:
        return
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key):
            yield Change(where, key, old.get(key), new.get(key))


def _rules(meeting: Meeting) -> dict[str, Any]:
    return {name: getattr(meeting.rules, name) for name in meeting.rules.__struct_fields__}


def undo(meeting: Meeting, by: PersonId, _request: Undo, now: float) -> Step | Refusal:
    """Undo one's own last order, within 10 s. Asked twice it does not go on to the one before."""
    identity = meeting.identity(by) or b""
    own = [one for one in meeting.done if one.by_identity == identity and (one.can_undo or one.undone)]
    if not own or own[-1].undone or not _is_recent(own[-1], now):
        return Refusal(RefusalCode.TOO_LATE)
    return _refusal(meeting, by, own[-1].needs) or _undone(meeting, own[-1], now)


def _is_recent(done: Done, now: float) -> bool:
    return 0 <= now - done.at <= UNDO_WITHIN


def _refusal(meeting: Meeting, by: PersonId, needs: tuple[Right, ...]) -> Refusal | None:
    """Who undoes an order needs what it took: a right that was lost since undoes nothing."""
    refusals = (may(meeting, by, right) for right in needs)
    return next((refusal for refusal in refusals if refusal is not None), None)


def undo_order(meeting: Meeting, by: PersonId, request: UndoOrder, now: float) -> Step | Refusal:
    """Undo an order: a co-host's takes who may order co-hosts, the host's who decides as host, a removal who may
    unban; one's own is free for 10 s.
    """
    done = next((one for one in meeting.done if one.number == request.number), None)
    if done is None or not done.can_undo:
        return Refusal(RefusalCode.TOO_LATE)
    needs = done.needs
    if done.by_identity != (meeting.identity(by) or b"") or not _is_recent(done, now):
        needs += (Right.APPOINT if done.by_host else Right.ORDER_COHOSTS,)
        needs += (Right.UNBAN,) if any(change.where == "removed" for change in done.changes) else ()
    return _refusal(meeting, by, needs) or _undone(meeting, done, now)


def _undone(meeting: Meeting, order: Done, now: float) -> Step:
    after = meeting
    for change in order.changes:
        after = _put_back(after, change)
    step = Step(after)
    for id_ in order.admitted:
        member = step.meeting.members.get(id_)
        if member is not None and member.role is Role.MEMBER:
            back = back_to_wait(step.meeting, member, now)
            step = Step(back.meeting, (*step.effects, *back.effects), {**step.why, **back.why})
    done = tuple(replace(one, undone=one.undone or one.number == order.number) for one in meeting.done)
    return replace(step, meeting=replace(step.meeting, done=done))


def _put_back(meeting: Meeting, change: Change) -> Meeting:
    """The meeting as it was in this one thing, if it is still as the order left it."""
    where, key = change.where, change.key
    if where == _ALLOWED:
        allowed = meeting.rules.allowed
        if (key in allowed) is not change.new:
            return meeting
        return replace(meeting, rules=replace(meeting.rules, allowed=allowed ^ {key}))
    if where == _RULES:
        if getattr(meeting.rules, str(key)) != change.new:
            return meeting
        return replace(meeting, rules=replace(meeting.rules, **{str(key): change.old}))
    if where == _ROLES:
        return _role_put_back(meeting, change)
    if where in _WHOLE:
        unchanged = _same(getattr(meeting, where), change.new)
        return replace(meeting, **{where: change.old}) if unchanged else meeting
    entries = getattr(meeting, where)
    if not _same(entries.get(key), change.new):
        return meeting
    others = {one: value for one, value in entries.items() if one != key}
    return replace(meeting, **{where: others if change.old is None else {**others, key: change.old}})


def _role_put_back(meeting: Meeting, change: Change) -> Meeting:
    """The chair is never given by undoing: there is one, and it is the host's to give."""
    id_ = str(change.key)
    member = meeting.members.get(id_)
    if member is None or member.role is not change.new or change.old is Role.CHAIR:
        return meeting
    return replace(meeting, members={**meeting.members, id_: replace(member, role=change.old)})


def _same(now: object, then: object) -> bool:
    """A suspension that was explained since, or from which rights came back, is still that suspension; a removed
    identity that knocked since is still removed by that order.
    """
    if isinstance(now, Suspension | Removal) and isinstance(then, Suspension | Removal):
        return now.order == then.order
    return now == then
