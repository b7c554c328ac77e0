"""What people ask for themselves: microphone, camera, hand, leaving."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.effects import CloseLink
from peer.room.meeting import Meeting, Member, with_member, without
from peer.room.requests import Leave, SetCamera, SetHand, SetMicrophone
from peer.room.step import Step
from peer.room.values import PersonId, TrackKind


def set_microphone(meeting: Meeting, by: PersonId, request: SetMicrophone, _now: float) -> Step:
    """Turn one's own microphone on or off."""
    return _turn(meeting, meeting.members[by], TrackKind.AUDIO, request.on)


def set_camera(meeting: Meeting, by: PersonId, request: SetCamera, _now: float) -> Step:
    """Turn one's own camera on or off."""
    return _turn(meeting, meeting.members[by], TrackKind.CAMERA, request.on)


def _turn(meeting: Meeting, member: Member, kind: TrackKind, on: bool) -> Step:
    if (kind in member.on) is on:
        return Step(meeting)
    tracks = member.on | {kind} if on else member.on - {kind}
    return Step(with_member(meeting, replace(member, on=tracks)))


def set_hand(meeting: Meeting, by: PersonId, request: SetHand, now: float) -> Step:
    """Raise one's hand, keeping its place if it is up already, or lower it."""
    member = meeting.members[by]
    if (member.hand_since is not None) is request.up:
        return Step(meeting)
    return Step(with_member(meeting, replace(member, hand_since=now if request.up else None)))


def leave(meeting: Meeting, by: PersonId, _request: Leave, _now: float) -> Step:
    """Go. The ticket names a member who is no more."""
    if by == meeting.console:
        return Step(replace(meeting, console=None), (CloseLink(by),))
    return Step(without(meeting, by), (CloseLink(by),), {by: "left"})
