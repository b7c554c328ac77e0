"""What host and co-hosts have before them beside the guests: orders, removals, bypasses, appeals, and the crowd."""

from __future__ import annotations

from collections.abc import Iterator

from peer.room.crowd import crowd_line
from peer.room.effects import AnyEffect, Tell
from peer.room.meeting import Meeting
from peer.room.notices import (
    AnyNotice,
    Bypasses,
    BypassView,
    OrderDone,
    OrderUndone,
    Removals,
    RemovalView,
    Strangers,
)
from peer.room.values import PersonId

APPEALS_SHOWN = 50
"""Appeals that a host who comes in is told of, the latest."""


def news_of_orders(before: Meeting, after: Meeting, hosts: tuple[PersonId, ...]) -> Iterator[AnyEffect]:
    """What is different now, for those who were there."""
    if not hosts:
        return
    for done in after.done:
        if done.number > before.orders:
            yield Tell(hosts, OrderDone(done.number, done.by, done.what, done.about, done.at, done.can_undo))
    undone = {one.number for one in before.done if one.undone}
    for done in after.done:
        if done.undone and done.number not in undone:
            yield Tell(hosts, OrderUndone(done.number))
    for key, appeal in after.appeals.items():
        if appeal is not None and key not in before.appeals:
            yield Tell(hosts, appeal)
    if removals(after) != removals(before):
        yield Tell(hosts, removals(after))
    if bypasses(after) != bypasses(before):
        yield Tell(hosts, bypasses(after))
    if after.crowd.shown != before.crowd.shown:
        yield Tell(hosts, Strangers(*after.crowd.shown))


def desk(meeting: Meeting) -> Iterator[AnyNotice]:
    """All of it, for who comes to it now."""
    if meeting.removed:
        yield removals(meeting)
    if meeting.bypass_people or meeting.bypass_invites:
        yield bypasses(meeting)
    line = crowd_line(meeting)
    if line != (0, 0):
        yield Strangers(*line)
    made = [appeal for appeal in meeting.appeals.values() if appeal is not None]
    yield from made[-APPEALS_SHOWN:]


def removals(meeting: Meeting) -> Removals:
    """All who were removed, with the attempts that were told so far."""
    return Removals(
        tuple(
            RemovalView(
                person=one.person,
                name=one.name,
                at=one.at,
                reason=one.reason,
                everywhere=one.everywhere,
                device_lost=one.lost,
                attempts=one.shown,
                attempted_as=one.attempted_as,
                attempted_at=one.attempted_at,
            )
            for one in meeting.removed.values()
        )
    )


def bypasses(meeting: Meeting) -> Bypasses:
    """Who needs no wait."""
    people = tuple(BypassView(person, name) for person, name in meeting.bypass_people.values())
    return Bypasses(people, tuple(sorted(meeting.bypass_invites)))
