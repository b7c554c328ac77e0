"""What must hold of every meeting, made true after each step, whatever the step was.

So no handler has to remember it: a right that is gone takes its track and its hand with it, and nothing that
was turned off by the way comes on again by itself.
"""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.crowd import calmed
from peer.room.last_words import unheard
from peer.room.meeting import Attended, Deserted, HostAway, Life, Meeting
from peer.room.people import Connecting, Member, NoMedia, Present, Silent
from peer.room.rights import RIGHT_OF_TRACK, effective, somebody_admits, suspensions_of
from peer.room.values import Right


def settle(meeting: Meeting, now: float) -> Meeting:
    """The meeting with everything in it that follows from the rest."""
    if meeting.is_over:
        return meeting
    meeting = unheard(calmed(meeting, now), now)
    members = {id_: _settled(meeting, member) for id_, member in meeting.members.items()}
    spotlight = meeting.spotlight if meeting.spotlight in members else None
    given_back = meeting.given_back if meeting.all_suspended is not None else {}
    settled = replace(meeting, members=members, spotlight=spotlight, given_back=given_back)
    return replace(settled, life=_life(settled, now))


def _settled(meeting: Meeting, member: Member) -> Member:
    rights = effective(meeting, member)
    silent = isinstance(member.line, Silent)
    off = silent or member.who.held
    on = frozenset(kind for kind in member.on if RIGHT_OF_TRACK[kind] in rights and not off)
    hand = member.hand_since if Right.RAISE_HAND in rights else None
    media = member.media
    if any(one.receives_nothing for one in suspensions_of(meeting, member)):
        media = NoMedia()
    elif isinstance(media, NoMedia) and not silent:
        media = Connecting(1)
    return replace(member, on=on, hand_since=hand, media=media)


def _life(meeting: Meeting, now: float) -> Life:
    if somebody_admits(meeting):
        return Attended()
    old = meeting.life
    host_since = now
    if isinstance(old, HostAway):
        host_since = old.since
    elif isinstance(old, Deserted):
        host_since = old.host_since
    if meeting.guests or any(isinstance(member.line, Present) for member in meeting.members.values()):
        return HostAway(host_since)
    return old if isinstance(old, Deserted) else Deserted(now, host_since)
