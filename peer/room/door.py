"""Who knocks: they wait, come in by a rule, or are sent away."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.admitting import let_in, replaced, through_an_open_door
from peer.room.crowd import with_stranger
from peer.room.effects import CloseLink, Remember
from peer.room.events import Knocked
from peer.room.last_words import came_back, known_as_banned
from peer.room.meeting import Meeting, with_guest, with_member, without
from peer.room.names import clean_name
from peer.room.people import Guest, Member, Person, Present
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
    name = meeting.named.get(event.identity) or clean_name(event.name)
    if name is None:
        return _sent_away(meeting, event.person, Refusal(RefusalCode.MALFORMED))
    who = Person(
        id=event.person,
        identity=event.identity,
        key=event.key,
        name=name,
        invite=event.invite,
        known=event.known,
        verdict=event.verdict or (PENDING if meeting.fence_on else NOT_JUDGED),
        earlier_removals=event.earlier_removals,
        same_network=event.same_network,
    )
    hosts = {one.who.identity for one in meeting.members.values() if one.role is Role.HOST}
    if event.is_host or event.identity in hosts | {meeting.host_identity}:
        return _host_came(meeting, who)
    if event.banned:
        meeting = known_as_banned(meeting, who, now)
    if event.identity in meeting.removed:
        return came_back(meeting, who, now)
    cohost = _seat_of_a_lost_cohost(meeting, who)
    if cohost is not None:
        return let_in(Step(meeting), Guest(who, now), cohost.role)
    refusal = _refusal_at_the_door(meeting, Guest(who, now), now)
    if refusal is not None:
        return _sent_away(meeting, event.person, refusal)
    return _came_to_wait(meeting, Guest(who, now), now)


def _seat_of_a_lost_cohost(meeting: Meeting, who: Person) -> Member | None:
    """A co-host who comes back without a ticket does not wait, unless another line of theirs speaks."""
    seats = meeting.inside(who.identity)
    if who.held or any(isinstance(seat.line, Present) for seat in seats):
        return None
    return next((seat for seat in seats if seat.role is not Role.MEMBER), None)


def _refusal_at_the_door(meeting: Meeting, guest: Guest, now: float) -> Refusal | None:
    who, rules = guest.who, meeting.rules
    if rules.locked:
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
    if guest.is_stranger and not rules.open_link:
        return Refusal(RefusalCode.LINK_CLOSED)
    return _no_place(meeting, guest)


def _no_place(meeting: Meeting, guest: Guest) -> Refusal | None:
    """Half of the places are kept for personal invites and known identities."""
    others = [one for one in meeting.guests.values() if one.who.identity != guest.who.identity]
    limit = meeting.rules.guest_limit
    strangers = sum(one.is_stranger for one in others)
    if len(others) >= limit or (guest.is_stranger and strangers >= limit - limit // 2):
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
        (Remember(who.identity), *(replaced(id_) for id_ in older)),
        dict.fromkeys(older, "lost"),
    )


def _came_to_wait(meeting: Meeting, guest: Guest, now: float) -> Step:
    """A guest who knocks again over a new link gives up the place of the older one, and what they were told there
    still holds: who was muted, and who has an answer to wait for.
    """
    older = [other for other in meeting.guests.values() if other.who.identity == guest.who.identity]
    ids = [other.who.id for other in older]
    for other in older:
        guest = replace(guest, muted=other.muted, unanswered=other.unanswered, merged=other.merged)
    if guest.is_stranger and not older:
        meeting, guest = with_stranger(meeting, guest, now)
    step = Step(
        with_guest(without(meeting, *ids), guest),
        tuple(replaced(id_) for id_ in ids),
        dict.fromkeys(ids, "lost"),
    )
    return through_an_open_door(step, guest)
