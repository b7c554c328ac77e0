"""Taking a message off all screens: one's own always, anyone's for those who moderate."""

from __future__ import annotations

from peer.room.effects import AnyEffect, Tell
from peer.room.events import Asked
from peer.room.meeting import Meeting
from peer.room.notices import MessageDeleted
from peer.room.recording import record, tag_of
from peer.room.requests import DeleteMessage
from peer.room.rights import may
from peer.room.step import Step, refused
from peer.room.talk import listeners
from peer.room.values import Right


def deletion_asked(meeting: Meeting, event: Asked) -> Step:
    """Who takes their own message gives something up, which needs no right; another's is an order, and recorded."""
    assert isinstance(event.request, DeleteMessage)
    own = event.author == event.by and event.by in meeting.members
    refusal = None if own else may(meeting, event.by, Right.MODERATE)
    noted: tuple[AnyEffect, ...] = () if own else (record(meeting, event.by, event.request, 0, refusal),)
    if refusal is not None:
        step = refused(meeting, event.by, refusal, tag_of(event.request))
        return Step(meeting, (*noted, *step.effects))
    deleted = MessageDeleted(event.request.number, by_host=not own)
    audience = listeners(meeting)
    return Step(meeting, (*noted, Tell(audience, deleted)) if audience else noted)
