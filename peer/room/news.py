"""What people are told of a step, found from the meeting before and after it."""

from __future__ import annotations

from collections.abc import Iterator

from peer.room.desk import desk, news_of_orders
from peer.room.effects import AnyEffect, Send, Tell
from peer.room.meeting import Meeting
from peer.room.notices import (
    AnyNotice,
    GuestArrived,
    GuestChanged,
    GuestLeft,
    Held,
    MemberChanged,
    MemberJoined,
    MemberLeft,
    RulesChanged,
    Spotlighted,
    WaitingLogo,
    YouWereSuspended,
)
from peer.room.people import Present
from peer.room.rights import hosts_and_console
from peer.room.step import Step
from peer.room.talk import listeners
from peer.room.values import PersonId
from peer.room.views import cards, pause_shown, roster, waiting


def newly_present(before: Meeting, after: Meeting) -> tuple[PersonId, ...]:
    """The members who came in or came back: they are welcomed with the whole meeting, and need no news."""
    return tuple(
        id_
        for id_, member in after.members.items()
        if isinstance(member.line, Present)
        and (id_ not in before.members or before.members[id_].line != member.line)
    )


def news_for_members(before: Meeting, step: Step) -> Iterator[AnyEffect]:
    """Who came, changed and went, the rules, and suspensions."""
    after = step.meeting
    welcomed = newly_present(before, after)
    audience = tuple(id_ for id_ in listeners(after) if id_ not in welcomed)
    if not audience:
        return
    for id_ in before.members:
        if id_ not in after.members:
            why = "put_back" if id_ in after.guests else step.why[id_]
            yield Tell(audience, MemberLeft(id_, why))
    yield from _news_of_members(before, after, audience)
    if after.rules != before.rules:
        yield Tell(audience, RulesChanged(after.rules))
    if after.spotlight != before.spotlight:
        yield Tell(audience, Spotlighted(after.spotlight))
    yield from _news_of_the_pause(before, after, audience)
    for id_ in audience:
        member = after.members.get(id_)
        if member is not None:
            identity = member.who.identity
            theirs = after.suspensions.get(identity)
            if theirs != before.suspensions.get(identity):
                yield Send(id_, YouWereSuspended(theirs))


def _news_of_the_pause(
    before: Meeting, after: Meeting, audience: tuple[PersonId, ...]
) -> Iterator[AnyEffect]:
    """What the suspension of all takes: from each who listens, and for those who moderate from all."""
    if (before.all_suspended, before.given_back) == (after.all_suspended, after.given_back):
        return
    told: dict[AnyNotice, list[PersonId]] = {}
    for id_ in audience:
        theirs = pause_shown(after, id_)
        if theirs != pause_shown(before, id_):
            told.setdefault(YouWereSuspended(theirs, everyone=True), []).append(id_)
    for notice, hearers in told.items():
        yield Tell(tuple(hearers), notice)


def _news_of_members(before: Meeting, after: Meeting, audience: tuple[PersonId, ...]) -> Iterator[AnyEffect]:
    """Those who see hidden names and those who do not may be told differently; what is the same is told once."""
    told_before = listeners(before)
    hosts_before, hosts_after = hosts_and_console(before), hosts_and_console(after)
    old = {sees: roster(before, to_hosts=sees) for sees in (True, False)}
    new = {sees: roster(after, to_hosts=sees) for sees in (True, False)}
    told: dict[AnyNotice, list[PersonId]] = {}
    for listener in audience:
        seen = old[listener in hosts_before] if listener in told_before else {}
        for id_, view in new[listener in hosts_after].items():
            if id_ not in seen:
                told.setdefault(MemberJoined(view), []).append(listener)
            elif seen[id_] != view:
                told.setdefault(MemberChanged(view), []).append(listener)
    for notice, hearers in told.items():
        yield Tell(tuple(hearers), notice)


def news_for_hosts(before: Meeting, step: Step) -> Iterator[AnyEffect]:
    """Who waits. Somebody who may admit only now is told of all who wait."""
    after = step.meeting
    welcomed = newly_present(before, after)
    hosts = tuple(id_ for id_ in hosts_and_console(after) if id_ not in welcomed)
    were = tuple(id_ for id_ in hosts_and_console(before) if id_ in hosts)
    new = tuple(id_ for id_ in hosts if id_ not in were)
    old_cards, new_cards = cards(before), cards(after)
    for id_ in old_cards:
        if were and id_ not in new_cards:
            why = "admitted" if id_ in after.members else step.why[id_]
            yield Tell(were, GuestLeft(id_, why))
    for id_, card in new_cards.items():
        if id_ not in old_cards:
            if hosts:
                yield Tell(hosts, GuestArrived(card))
            continue
        if were and card != old_cards[id_]:
            yield Tell(were, GuestChanged(card))
        if new:
            yield Tell(new, GuestArrived(card))
    yield from news_of_orders(before, after, were)
    newcomers = (*new, *(id_ for id_ in hosts_and_console(after) if id_ in welcomed))
    if newcomers:
        yield from (Tell(newcomers, notice) for notice in desk(after))


def news_for_guests(before: Meeting, after: Meeting) -> Iterator[AnyEffect]:
    """Their own place in the queue, and whether somebody is there who may admit."""
    old = waiting(before)
    for id_, view in waiting(after).items():
        guest = after.guests[id_].who
        was = before.guests.get(id_)
        if guest.held and (was is None or was.who.verdict != guest.verdict):
            yield Send(id_, Held(guest.verdict))
        if old.get(id_) != view:
            yield Send(id_, view)
    changed = after.logo != before.logo
    see_it_anew = tuple(id_ for id_ in after.guests if changed or (after.logo and id_ not in before.guests))
    if see_it_anew:
        yield Tell(see_it_anew, WaitingLogo(after.logo))
