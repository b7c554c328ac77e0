"""Who comes in: knocks, admission, sending away, putting back."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.effects import CloseLink, Remember, Send
from peer.room.events import Knocked
from peer.room.meeting import (
    Guest,
    Meeting,
    Member,
    Person,
    Present,
    SentAway,
    Silent,
    with_guest,
    with_member,
    without,
)
from peer.room.names import clean_name
from peer.room.notices import Declined, NotAdmitted, YouWerePutBack
from peer.room.requests import Admit, AdmitAll, Decline, PutBack
from peer.room.rights import somebody_admits
from peer.room.step import Step, refused
from peer.room.values import (
    NOT_JUDGED,
    Decision,
    PersonId,
    Refusal,
    RefusalCode,
    Role,
    Verdict,
)
from peer.room.views import cards

PENDING = Verdict(Decision.HOLD, "not_judged")
"""The verdict on a path that the fence has yet to judge."""

PAUSE_AFTER_DECLINE = (60.0, 300.0)
"""Seconds until somebody who was declined once, twice may knock again; after that never."""


def knocked(meeting: Meeting, event: Knocked, now: float) -> Step:
    """Somebody proved an identity: they wait, come in by a rule, or are sent away.

    Raises ValueError if the person id is taken: the shell's mistake.
    """
    if meeting.knows(event.person):
        raise ValueError(f"{event.person} is here already")
    name = clean_name(event.name)
    if name is None:
        return _sent_away(meeting, event.person, Refusal(RefusalCode.MALFORMED))
    verdict = event.verdict or (PENDING if meeting.fence_on else NOT_JUDGED)
    who = Person(event.person, event.identity, event.key, name, event.invite, event.known, verdict)
    hosts = {one.who.identity for one in meeting.members.values() if one.role is Role.HOST}
    if event.is_host or event.identity in hosts | {meeting.host_identity}:
        return _host_came(meeting, who)
    refusal = _refusal_at_the_door(meeting, who, now)
    if refusal is not None:
        return _sent_away(meeting, event.person, refusal)
    return _came_to_wait(meeting, Guest(who, now))


def _refusal_at_the_door(meeting: Meeting, who: Person, now: float) -> Refusal | None:
    if who.identity in meeting.removed:
        return Refusal(RefusalCode.REMOVED)
    if meeting.rules.locked:
        return Refusal(RefusalCode.LOCKED)
    if who.verdict.decision is Decision.BLOCK:
        return blocked(who.verdict)
    declined = meeting.declined.get(who.identity)
    if declined is not None:
        if declined.times > len(PAUSE_AFTER_DECLINE):
            return Refusal(RefusalCode.DECLINED)
        pause = PAUSE_AFTER_DECLINE[declined.times - 1]
        left = min(declined.at + pause - now, pause)
        if left > 0:
            return Refusal(RefusalCode.NOT_YET, {"seconds": int(left) + 1})
    others = sum(guest.who.identity != who.identity for guest in meeting.guests.values())
    if others >= meeting.rules.guest_limit:
        return Refusal(RefusalCode.WAITING_ROOM_FULL)
    return None


def blocked(verdict: Verdict) -> Refusal:
    """The refusal of a path that the fence blocks."""
    known = {"code": verdict.code, "country": verdict.country, "kind": verdict.kind}
    return Refusal(RefusalCode.BLOCKED, {key: value for key, value in known.items() if value is not None})


def _sent_away(meeting: Meeting, person: PersonId, refusal: Refusal) -> Step:
    step = refused(meeting, person, refusal, "knock")
    return Step(meeting, (*step.effects, CloseLink(person, refusal)))


def _host_came(meeting: Meeting, who: Person) -> Step:
    """The host is never kept waiting, judged or suspended; their newer link is the one that counts."""
    people: tuple[Guest | Member, ...] = (*meeting.members.values(), *meeting.guests.values())
    older = [person.who.id for person in people if person.who.identity == who.identity]
    suspensions = {key: one for key, one in meeting.suspensions.items() if key != who.identity}
    after = replace(without(meeting, *older), suspensions=suspensions)
    return Step(
        with_member(after, Member(replace(who, verdict=NOT_JUDGED), Role.HOST)),
        (Remember(who.identity), *(_replaced(id_) for id_ in older)),
        dict.fromkeys(older, "lost"),
    )


def _came_to_wait(meeting: Meeting, guest: Guest) -> Step:
    """A guest who knocks again over a new link gives up the place of the older one."""
    older = [id_ for id_, other in meeting.guests.items() if other.who.identity == guest.who.identity]
    step = Step(
        with_guest(without(meeting, *older), guest),
        tuple(_replaced(id_) for id_ in older),
        dict.fromkeys(older, "lost"),
    )
    return through_an_open_door(step, guest)


def _replaced(person: PersonId) -> CloseLink:
    return CloseLink(person, Refusal(RefusalCode.LINK_REPLACED))


def through_an_open_door(step: Step, guest: Guest) -> Step:
    """With the waiting room off a guest without a warning comes in, if there is room and somebody who may
    admit."""
    meeting = step.meeting
    if meeting.rules.waiting_room or not somebody_admits(meeting) or _is_full(meeting):
        return step
    return step if cards(meeting)[guest.who.id].flagged else _let_in(step, guest)


def _is_full(meeting: Meeting) -> bool:
    return len(meeting.members) >= meeting.rules.member_limit


def _let_in(step: Step, guest: Guest) -> Step:
    """The step, and this guest inside, muted and with the camera off.

    A place that is kept for the same identity on a dead line is theirs: the newcomer takes it.
    """
    who = replace(guest.who, cleared=guest.who.verdict if guest.who.held else guest.who.cleared)
    inside = step.meeting.inside(who.identity)
    dead = [member.who.id for member in inside if isinstance(member.line, Silent)]
    declined = {key: value for key, value in step.meeting.declined.items() if key != who.identity}
    after = replace(without(step.meeting, who.id, *dead), declined=declined)
    return Step(
        with_member(after, Member(who, Role.MEMBER)),
        (*step.effects, Remember(who.identity), *(_replaced(id_) for id_ in dead)),
        {**step.why, **dict.fromkeys(dead, "lost")},
    )


def admit(meeting: Meeting, _by: PersonId, request: Admit, _now: float) -> Step | Refusal:
    """Let one guest in, whatever warning they carry: who orders it has read it."""
    if not somebody_admits(meeting):
        return Refusal(RefusalCode.NO_HOST_PRESENT)
    if _is_full(meeting):
        return Refusal(RefusalCode.FULL, {"limit": meeting.rules.member_limit})
    return _let_in(Step(meeting), meeting.guests[request.guest])


def admit_all(meeting: Meeting, by: PersonId, request: AdmitAll, _now: float) -> Step | Refusal:
    """Let those of the list in who still wait and carry no warning, as long as there is room."""
    if not somebody_admits(meeting):
        return Refusal(RefusalCode.NO_HOST_PRESENT)
    seen = cards(meeting)
    step = Step(meeting)
    left: dict[RefusalCode, list[PersonId]] = {}
    for id_ in dict.fromkeys(request.guests):
        if id_ not in seen:
            left.setdefault(RefusalCode.NOT_WAITING, []).append(id_)
        elif seen[id_].flagged:
            left.setdefault(RefusalCode.HAS_WARNING, []).append(id_)
        elif _is_full(step.meeting):
            left.setdefault(RefusalCode.FULL, []).append(id_)
        else:
            step = _let_in(step, meeting.guests[id_])
    answers = tuple(Send(by, NotAdmitted(tuple(ids), Refusal(code))) for code, ids in left.items())
    return replace(step, effects=(*step.effects, *answers))


def decline(meeting: Meeting, _by: PersonId, request: Decline, now: float) -> Step:
    """Send one guest away. They may knock again after a pause, twice."""
    identity = meeting.guests[request.guest].who.identity
    before = meeting.declined.get(identity)
    times = before.times + 1 if before else 1
    after = replace(
        without(meeting, request.guest), declined={**meeting.declined, identity: SentAway(times, now)}
    )
    farewell = (
        Send(request.guest, Declined(request.message)),
        CloseLink(request.guest, Refusal(RefusalCode.DECLINED)),
    )
    return Step(after, farewell, {request.guest: "declined"})


def put_back(meeting: Meeting, _by: PersonId, request: PutBack, now: float) -> Step:
    """Send a member back to the waiting room."""
    return back_to_wait(meeting, meeting.members[request.member], now)


def back_to_wait(meeting: Meeting, member: Member, now: float) -> Step:
    """The member is a guest again, last in the queue; one on a dead line is simply gone, for nothing of
    theirs waits.
    """
    id_ = member.who.id
    after = without(meeting, id_)
    why = {id_: "put_back"}
    if not isinstance(member.line, Present):
        return Step(after, (CloseLink(id_),), why)
    who = replace(member.who, cleared=None)
    return Step(with_guest(after, Guest(who, now, put_back=True)), (Send(id_, YouWerePutBack()),), why)
