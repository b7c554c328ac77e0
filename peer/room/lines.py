"""Lines and media connections that break and come back, and the console."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.effects import CloseLink, MoveLink, RefuseReturn
from peer.room.events import (
    ConsoleClosed,
    ConsoleOpened,
    LineSilent,
    LineSpoke,
    MediaLost,
    MediaUp,
    Returned,
)
from peer.room.last_words import without_words
from peer.room.meeting import Meeting, with_member, without
from peer.room.people import Broken, Connected, Connecting, NoMedia, Present, Silent
from peer.room.step import Step
from peer.room.values import Refusal, RefusalCode


def returned(meeting: Meeting, event: Returned, _now: float) -> Step:
    """A ticket moves a member to a new link, without a second wait. The media connection is not touched."""
    member = meeting.members.get(event.ticket_member)
    if member is None or member.who.identity != event.identity:
        removed = event.identity in meeting.removed
        code = RefusalCode.REMOVED if removed else RefusalCode.TICKET_REFUSED
        return Step(meeting, (RefuseReturn(Refusal(code)),))
    who = replace(member.who, key=event.key)
    back = replace(member, who=who, line=Present(member.line.link + 1))
    return Step(with_member(meeting, back), (MoveLink(who.id),))


def line_silent(meeting: Meeting, event: LineSilent, now: float) -> Step:
    """Nothing is heard of somebody. Of a guest nothing remains; a member's place is kept for a while."""
    if event.person in meeting.guests:
        return Step(without(meeting, event.person), (CloseLink(event.person),), {event.person: "lost"})
    if event.person in meeting.last_words:
        return Step(without_words(meeting, meeting.last_words[event.person].who.identity))
    member = meeting.members.get(event.person)
    if member is None or isinstance(member.line, Silent):
        return Step(meeting)
    if event.closed and isinstance(member.line, Present):
        return Step(with_member(meeting, replace(member, line=Broken(now, member.line.link))))
    if event.closed:
        return Step(meeting)
    return Step(with_member(meeting, replace(member, line=Silent(now, member.line.link))))


def line_spoke(meeting: Meeting, event: LineSpoke, _now: float) -> Step:
    """A line that was given up speaks again. Microphone and camera went off with it and stay off."""
    member = meeting.members.get(event.person)
    if member is None or not isinstance(member.line, Silent):
        return Step(meeting)
    return Step(with_member(meeting, replace(member, line=Present(member.line.link + 1))))


def media_up(meeting: Meeting, event: MediaUp, _now: float) -> Step:
    """A media connection stands."""
    member = meeting.members.get(event.person)
    if member is None or not isinstance(member.media, Connecting):
        return Step(meeting)
    return Step(with_member(meeting, replace(member, media=Connected(member.media.attempt))))


def media_lost(meeting: Meeting, event: MediaLost, _now: float) -> Step:
    """A media connection failed; who is there gets another."""
    member = meeting.members.get(event.person)
    if member is None or isinstance(member.media, NoMedia):
        return Step(meeting)
    media = NoMedia() if isinstance(member.line, Silent) else Connecting(member.media.attempt + 1)
    return Step(with_member(meeting, replace(member, media=media)))


def console_opened(meeting: Meeting, event: ConsoleOpened, _now: float) -> Step:
    """Somebody sits at the service itself. Raises ValueError if somebody sat there or the id is taken."""
    if meeting.console is not None or meeting.knows(event.person):
        raise ValueError(f"{event.person} is here already")
    return Step(replace(meeting, console=event.person))


def console_closed(meeting: Meeting, event: ConsoleClosed, _now: float) -> Step:
    """Nobody sits at the service any more."""
    return Step(replace(meeting, console=None) if event.person == meeting.console else meeting)
