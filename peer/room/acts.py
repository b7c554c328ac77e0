"""What people ask for themselves: microphone, camera, hand, leaving."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.effects import CloseLink
from peer.room.last_words import without_words
from peer.room.meeting import Meeting, with_member, without
from peer.room.paces import paced
from peer.room.requests import Leave, SetCamera, SetHand, SetMicrophone
from peer.room.step import Step
from peer.room.values import PersonId, Refusal, TrackKind


def set_microphone(meeting: Meeting, by: PersonId, request: SetMicrophone, now: float) -> Step | Refusal:
    """Turn one's own microphone on or off."""
    return _turn(meeting, by, TrackKind.AUDIO, request.on, ("microphone", now))


def set_camera(meeting: Meeting, by: PersonId, request: SetCamera, now: float) -> Step | Refusal:
    """Turn one's own camera on or off."""
    return _turn(meeting, by, TrackKind.CAMERA, request.on, ("camera", now))


def _turn(
    meeting: Meeting, by: PersonId, kind: TrackKind, on: bool, pace: tuple[str, float]
) -> Step | Refusal:
    """Turning off is always done; turning on only so often."""
    if (kind in meeting.members[by].on) is on:
        return Step(meeting)
    counted = paced(meeting, by, *pace) if on else meeting
    if isinstance(counted, Refusal):
        return counted
    member = counted.members[by]
    tracks = member.on | {kind} if on else member.on - {kind}
    return Step(with_member(counted, replace(member, on=tracks)))


def set_hand(meeting: Meeting, by: PersonId, request: SetHand, now: float) -> Step | Refusal:
    """Raise one's hand, keeping its place if it is up already, or lower it."""
    if (meeting.members[by].hand_since is not None) is request.up:
        return Step(meeting)
    counted = paced(meeting, by, "hand", now) if request.up else meeting
    if isinstance(counted, Refusal):
        return counted
    raised = replace(counted.members[by], hand_since=now if request.up else None)
    return Step(with_member(counted, raised))


def leave(meeting: Meeting, by: PersonId, _request: Leave, _now: float) -> Step:
    """Go. The ticket names a member who is no more."""
    if by == meeting.console:
        return Step(replace(meeting, console=None), (CloseLink(by),))
    if by in meeting.last_words:
        return Step(without_words(meeting, meeting.last_words[by].who.identity))
    return Step(without(meeting, by), (CloseLink(by),), {by: "left"})
