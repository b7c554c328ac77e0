"""The pure core's one function. Nothing here does anything: it says what is to be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from peer.room.asking import asked
from peer.room.clockwork import service_restarted, time_passed
from peer.room.differences import differences
from peer.room.door import knocked
from peer.room.effects import AnyEffect
from peer.room.events import (
    AnyEvent,
    Asked,
    ConsoleClosed,
    ConsoleOpened,
    Event,
    Judged,
    Knocked,
    LineSilent,
    LineSpoke,
    MediaLost,
    MediaUp,
    PathSeen,
    Returned,
    Said,
    ServiceRestarted,
    TimePassed,
)
from peer.room.fence import judged, path_seen
from peer.room.lines import (
    console_closed,
    console_opened,
    line_silent,
    line_spoke,
    media_lost,
    media_up,
    returned,
)
from peer.room.meeting import Meeting
from peer.room.minute import kept
from peer.room.over import after_the_end
from peer.room.settle import settle
from peer.room.step import Step
from peer.room.talk import said

EVENTS: dict[type[Event], Callable[[Meeting, Any, float], Step]] = {
    # people and their lines
    Knocked: knocked,
    Returned: returned,
    LineSilent: line_silent,
    LineSpoke: line_spoke,
    # what they want
    Asked: asked,
    Said: said,
    # media and paths
    MediaUp: media_up,
    MediaLost: media_lost,
    PathSeen: path_seen,
    Judged: judged,
    # the service
    ConsoleOpened: console_opened,
    ConsoleClosed: console_closed,
    TimePassed: time_passed,
    ServiceRestarted: service_restarted,
}


def decide(meeting: Meeting, event: AnyEvent, now: float) -> tuple[Meeting, tuple[AnyEffect, ...]]:
    """What becomes of the meeting when this happens, and what must be done, in this order.

    `now` is the host's clock in seconds (Unix time); it may stand still or go backwards. A refused event
    changes nothing: the same object comes back. Raises ValueError where the shell itself is wrong (a person
    id that is taken).
    """
    if meeting.is_over:
        return meeting, after_the_end(event)
    step = EVENTS[type(event)](meeting, event, now)
    if step.meeting is meeting or step.quiet:
        return step.meeting, step.effects
    settled = replace(step, meeting=kept(meeting, settle(step.meeting, now), now))
    return settled.meeting, differences(meeting, settled)
