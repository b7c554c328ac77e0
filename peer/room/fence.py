"""What the geofence's answers do. Its facts and its policy are elsewhere; here a verdict takes effect."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.admitting import back_to_wait, through_an_open_door
from peer.room.door import PENDING, blocked
from peer.room.effects import CloseLink, Judge, Send
from peer.room.events import Judged, PathSeen
from peer.room.meeting import Meeting, with_guest, with_member, without
from peer.room.notices import Refused
from peer.room.people import Guest
from peer.room.step import Step
from peer.room.values import Decision, Role


def path_seen(meeting: Meeting, event: PathSeen, _now: float) -> Step:
    """Ask for a verdict on this path, if there is a fence. The host's own path is not judged: the fence is
    the host's.
    """
    member = meeting.members.get(event.person)
    is_judged = event.person in meeting.guests or (member is not None and member.role is not Role.HOST)
    if not meeting.fence_on or not is_judged:
        return Step(meeting)
    return Step(meeting, (Judge(event.person, event.address, event.how),))


def judged(meeting: Meeting, event: Judged, now: float) -> Step:
    """A verdict arrived: block ends the line, hold sends a member back to wait.

    Allow lets in who came to an open door and was held until somebody looked, and nobody else.
    """
    id_ = event.person
    member, guest = meeting.members.get(id_), meeting.guests.get(id_)
    person = guest if member is None or member.role is Role.HOST else member
    if person is None or person.who.verdict == event.verdict:
        return Step(meeting)
    if event.verdict.decision is Decision.BLOCK:
        refusal = blocked(event.verdict)
        farewell = (Send(id_, Refused(refusal)), CloseLink(id_, refusal))
        return Step(without(meeting, id_), farewell, {id_: "lost"})
    judged_anew = replace(person, who=replace(person.who, verdict=event.verdict))
    if isinstance(judged_anew, Guest):
        step = Step(with_guest(meeting, judged_anew))
        return through_an_open_door(step, judged_anew) if person.who.verdict == PENDING else step
    if judged_anew.who.held:
        return back_to_wait(meeting, judged_anew, now)
    return Step(with_member(meeting, judged_anew))
