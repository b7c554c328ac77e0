"""Strangers at the open link: above twenty a minute they are one line, so that the others are still seen."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.meeting import Meeting
from peer.room.people import Guest

SINGLY = 20
"""Strangers a minute who are shown one by one."""

MINUTE = 60.0
TOLD_EVERY = 1.0
"""Seconds between two changes of the line."""


def with_stranger(meeting: Meeting, guest: Guest, now: float) -> tuple[Meeting, Guest]:
    """One more stranger came: the meeting that counted them, and the guest, merged with the others or not."""
    crowd = _rolled(meeting, now).crowd
    if crowd.count == 0:
        crowd = replace(crowd, since=now)
    count = crowd.count + 1
    flooding = crowd.flooding or count > SINGLY
    counted = replace(meeting, crowd=replace(crowd, count=count, flooding=flooding))
    return counted, replace(guest, merged=flooding)


def _rolled(meeting: Meeting, now: float) -> Meeting:
    """The meeting in the minute that it is now."""
    crowd = meeting.crowd
    if 0 <= now - crowd.since < MINUTE:
        return meeting
    flooding = crowd.flooding and crowd.count > SINGLY
    return replace(meeting, crowd=replace(crowd, since=now, count=0, flooding=flooding))


def calmed(meeting: Meeting, now: float) -> Meeting:
    """The same meeting, or a later one in which the line says what is so, or has gone.

    When a whole minute brought few strangers, those who still wait are shown one by one.
    """
    if meeting.crowd.flooding:
        meeting = _rolled(meeting, now)
    crowd = meeting.crowd
    if not crowd.flooding and any(guest.merged for guest in meeting.guests.values()):
        guests = {id_: replace(guest, merged=False) for id_, guest in meeting.guests.items()}
        meeting = replace(meeting, guests=guests)
    line = crowd_line(meeting)
    appears_or_goes = (line == (0, 0)) is not (crowd.shown == (0, 0))
    if line != crowd.shown and (appears_or_goes or not 0 <= now - crowd.shown_at < TOLD_EVERY):
        return replace(meeting, crowd=replace(crowd, shown=line, shown_at=now))
    return meeting


def crowd_line(meeting: Meeting) -> tuple[int, int]:
    """How many of the crowd wait, and how many came this minute."""
    if not meeting.crowd.flooding:
        return (0, 0)
    return sum(guest.merged for guest in meeting.guests.values()), meeting.crowd.count


def crowd_moments(meeting: Meeting) -> list[float]:
    """When the line changes next by itself."""
    crowd = meeting.crowd
    if not crowd.flooding:
        return []
    late = [crowd.shown_at + TOLD_EVERY] if crowd_line(meeting) != crowd.shown else []
    return [crowd.since + MINUTE, *late]
