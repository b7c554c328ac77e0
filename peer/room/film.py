"""Who of those that wait gets the waiting room's film."""

from __future__ import annotations

from itertools import islice

from peer.room.meeting import Meeting
from peer.room.values import WAITING_CONNECTIONS, PersonId


def watchers(meeting: Meeting) -> frozenset[PersonId]:
    """The first who wait and whom nothing holds, where there is a film; the others see a picture."""
    if not meeting.waiting_video or meeting.is_over:
        return frozenset()
    free = (id_ for id_, guest in meeting.guests.items() if not guest.who.held)
    return frozenset(islice(free, WAITING_CONNECTIONS))
