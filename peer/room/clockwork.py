"""What happens because time passes: places that are kept no longer, and a service that nobody needs any more."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.crowd import calmed, crowd_moments
from peer.room.effects import CloseLink, WakeAt
from peer.room.events import ServiceRestarted, TimePassed
from peer.room.last_words import OPEN_FOR, unheard
from peer.room.meeting import Deserted, HostAway, Meeting, Over, without
from peer.room.people import Broken, Silent
from peer.room.step import Step

CLOSE_GATES_AFTER = 12.0
"""Seconds without a word on an open socket until the shell says LineSilent."""

GATES_OUTLIVE_SOCKET = 7.0
"""Seconds from a closed socket to closed gates: time for a ticket to come on a new link, and still soon
enough that the others see a killed machine go within 10 s."""

PLACE_IS_KEPT = 30 * 60.0
"""Seconds from silence until a member's ticket is worth nothing."""

ENDS_WITHOUT_HOST = 15 * 60.0
ENDS_WITHOUT_ANYBODY = 2 * 60.0
"""Seconds until a service with a run file ends by itself."""


def time_passed(meeting: Meeting, _event: TimePassed, now: float) -> Step:
    """Do what is due, and ask to be woken for what comes next."""
    after = _ended_if_deserted(meeting, now)
    if after is not meeting:
        return Step(after)
    quiet = {
        id_: replace(member, line=Silent(member.line.since, member.line.link))
        for id_, member in meeting.members.items()
        if isinstance(member.line, Broken) and now >= member.line.since + GATES_OUTLIVE_SOCKET
    }
    if quiet:
        after = replace(after, members={**after.members, **quiet})
    lost = [
        id_
        for id_, member in after.members.items()
        if isinstance(member.line, Silent) and now >= member.line.since + PLACE_IS_KEPT
    ]
    if lost:
        after = without(after, *lost)
    after = unheard(calmed(after, now), now)
    if after is not meeting:
        return Step(after, tuple(CloseLink(id_) for id_ in lost), dict.fromkeys(lost, "lost"))
    at = next_moment(meeting)
    return Step(meeting, (WakeAt(at),) if at is not None else ())


def _ended_if_deserted(meeting: Meeting, now: float) -> Meeting:
    moments = _end_moments(meeting)
    return replace(meeting, life=Over()) if moments and now >= min(moments) else meeting


def _end_moments(meeting: Meeting) -> list[float]:
    if not meeting.has_run_file:
        return []
    if isinstance(meeting.life, HostAway):
        return [meeting.life.since + ENDS_WITHOUT_HOST]
    if isinstance(meeting.life, Deserted):
        return [meeting.life.host_since + ENDS_WITHOUT_HOST, meeting.life.since + ENDS_WITHOUT_ANYBODY]
    return []


def next_moment(meeting: Meeting) -> float | None:
    """When the next thing is due; None if nothing will happen by itself."""
    moments = _end_moments(meeting) + crowd_moments(meeting)
    moments += [one.since + OPEN_FOR for one in meeting.last_words.values()]
    for member in meeting.members.values():
        if isinstance(member.line, Broken):
            moments.append(member.line.since + GATES_OUTLIVE_SOCKET)
        elif isinstance(member.line, Silent):
            moments.append(member.line.since + PLACE_IS_KEPT)
    return min(moments, default=None)


def service_restarted(meeting: Meeting, _event: ServiceRestarted, now: float) -> Step:
    """The service died and stands again: nobody is connected, guests are gone, members may return by ticket."""
    members = {
        id_: replace(member, line=Silent(now, member.line.link)) for id_, member in meeting.members.items()
    }
    gone = dict.fromkeys(meeting.guests, "lost")
    return Step(replace(meeting, guests={}, members=members, console=None, last_words={}), (), gone)
