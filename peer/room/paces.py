"""What one person may do only so often, so that no churn of theirs keeps the others' screens busy."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.meeting import Meeting, with_member
from peer.room.people import Member
from peer.room.values import PersonId, Refusal, RefusalCode

PACES: dict[str, tuple[int, float]] = {
    "microphone": (10, 10.0),
    "camera": (10, 10.0),
    "hand": (10, 10.0),
    "reaction": (4, 2.0),
    "name": (5, 60.0),
    "picture": (5, 60.0),
    "picture_to_one": (30, 60.0),
    "call": (1, 60.0),
    "remove": (3, 60.0),
}
"""How often, in how many seconds."""

REACTIONS_OF_ALL = (20, 1.0)
"""Reactions that are passed on of everybody together."""


def paced(meeting: Meeting, by: PersonId, what: str, now: float) -> Meeting | Refusal:
    """The meeting in which this member did this once more, or how long they have to wait."""
    member: Member = meeting.members[by]
    moments = once_more(member.paces.get(what, ()), PACES[what], now)
    if isinstance(moments, Refusal):
        return moments
    return with_member(meeting, replace(member, paces={**member.paces, what: moments}))


def once_more(moments: tuple[float, ...], pace: tuple[int, float], now: float) -> tuple[float, ...] | Refusal:
    """The last moments with this one; a clock set back makes nobody wait longer than the pace says."""
    limit, seconds = pace
    recent = tuple(one for one in moments if 0 <= now - one < seconds)
    if len(recent) >= limit:
        return Refusal(RefusalCode.NOT_YET, {"seconds": int(recent[0] + seconds - now) + 1})
    return (*recent, now)
