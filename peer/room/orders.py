"""What the host and those with the host's delegation impose. Who may was asked before; here is what it does."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.effects import (
    CloseLink,
    MakePersonalInvite,
    RevokeInviteNumber,
    RotateInvites,
    SaveState,
    Send,
    Tell,
)
from peer.room.meeting import Guest, Meeting, Member, Over, with_member, without
from peer.room.names import clean_name
from peer.room.notices import AskedToUnmute, RemovedFromMeeting, YourCameraWasStopped, YouWereMuted
from peer.room.requests import (
    Appoint,
    AskToUnmute,
    ChangeRules,
    End,
    LowerHand,
    MakeInvite,
    Mute,
    MuteAll,
    Remove,
    Resume,
    RevokeInvite,
    RotateLink,
    StopCamera,
    Suspend,
)
from peer.room.rights import GRANTS, INALIENABLE, OWN
from peer.room.step import Step
from peer.room.values import InviteKind, PersonId, Refusal, RefusalCode, Right, Role, Suspension, TrackKind

USES_LIMIT = 25
"""How often one personal invite may be used at most."""


def mute(meeting: Meeting, by: PersonId, request: Mute, _now: float) -> Step:
    """Close a member's microphone."""
    return _turned_off(meeting, meeting.members[request.member], TrackKind.AUDIO, YouWereMuted(by))


def stop_camera(meeting: Meeting, by: PersonId, request: StopCamera, _now: float) -> Step:
    """Close a member's camera."""
    return _turned_off(meeting, meeting.members[request.member], TrackKind.CAMERA, YourCameraWasStopped(by))


def _turned_off(
    meeting: Meeting, member: Member, kind: TrackKind, notice: YouWereMuted | YourCameraWasStopped
) -> Step:
    if kind not in member.on:
        return Step(meeting)
    return Step(with_member(meeting, replace(member, on=member.on - {kind})), (Send(member.who.id, notice),))


def mute_all(meeting: Meeting, by: PersonId, request: MuteAll, _now: float) -> Step:
    """Close every microphone but the host's and co-hosts'; without `may_unmute` members stay muted."""
    loud = {
        id_: replace(member, on=member.on - {TrackKind.AUDIO})
        for id_, member in meeting.members.items()
        if member.role is Role.MEMBER and TrackKind.AUDIO in member.on
    }
    after = replace(meeting, members={**meeting.members, **loud}) if loud else meeting
    if not request.may_unmute and Right.UNMUTE in meeting.rules.allowed:
        allowed = meeting.rules.allowed - {Right.UNMUTE}
        after = replace(after, rules=replace(meeting.rules, allowed=allowed))
    return Step(after, (Tell(tuple(loud), YouWereMuted(by)),) if loud else ())


def ask_to_unmute(meeting: Meeting, by: PersonId, request: AskToUnmute, _now: float) -> Step:
    """Ask; it opens nothing."""
    return Step(meeting, (Send(request.member, AskedToUnmute(by)),))


def lower_hand(meeting: Meeting, _by: PersonId, request: LowerHand, _now: float) -> Step:
    """Lower one hand, or all."""
    lowered = {
        id_: replace(member, hand_since=None)
        for id_, member in meeting.members.items()
        if member.hand_since is not None and request.member in (None, id_)
    }
    return Step(replace(meeting, members={**meeting.members, **lowered}) if lowered else meeting)


def change_rules(meeting: Meeting, _by: PersonId, request: ChangeRules, _now: float) -> Step | Refusal:
    """Change some rules. Only what a member does for themselves can be allowed: no rule hands out an order."""
    if not request.allow | request.forbid <= OWN or request.allow & request.forbid:
        return Refusal(RefusalCode.MALFORMED)
    old = meeting.rules
    new = replace(
        old,
        waiting_room=old.waiting_room if request.waiting_room is None else request.waiting_room,
        locked=old.locked if request.locked is None else request.locked,
        chat=old.chat if request.chat is None else request.chat,
        pictures_hidden=old.pictures_hidden if request.pictures_hidden is None else request.pictures_hidden,
        allowed=(old.allowed | request.allow) - request.forbid,
    )
    return Step(meeting if new == old else replace(meeting, rules=new))


def suspend(meeting: Meeting, by: PersonId, request: Suspend, now: float) -> Step:
    """Take every right that can be taken, from one member or from all but host and co-hosts; then the meeting locks."""
    if request.member is None:
        everyones = _suspension(OWN, by, request, now)
        return Step(replace(meeting, all_suspended=everyones, rules=replace(meeting.rules, locked=True)))
    member = meeting.members[request.member]
    theirs = _suspension(GRANTS[member.role] - INALIENABLE, by, request, now)
    return Step(replace(meeting, suspensions={**meeting.suspensions, member.who.identity: theirs}))


def _suspension(rights: frozenset[Right], by: PersonId, request: Suspend, now: float) -> Suspension:
    return Suspension(rights, by, now, request.reason, request.name_hidden, request.receives_nothing)


def resume(meeting: Meeting, _by: PersonId, request: Resume, _now: float) -> Step | Refusal:
    """Give back the rights named, never all by an empty list; with the last one the suspension ends."""
    if not request.rights:
        return Refusal(RefusalCode.MALFORMED)
    if request.member is None:
        if meeting.all_suspended is None:
            return Step(meeting)
        return Step(replace(meeting, all_suspended=_left_of(meeting.all_suspended, request.rights)))
    identity = meeting.members[request.member].who.identity
    if identity not in meeting.suspensions:
        return Step(meeting)
    left = _left_of(meeting.suspensions[identity], request.rights)
    others = {key: one for key, one in meeting.suspensions.items() if key != identity}
    return Step(replace(meeting, suspensions=others if left is None else {**others, identity: left}))


def _left_of(suspension: Suspension, given_back: frozenset[Right]) -> Suspension | None:
    rights = suspension.rights - given_back
    return replace(suspension, rights=rights) if rights else None


def remove(meeting: Meeting, by: PersonId, request: Remove, _now: float) -> Step:
    """Send somebody away for good: every line of this identity ends, and the personal invite that it used."""
    person: Guest | Member = meeting.members.get(request.person) or meeting.guests[request.person]
    identity = person.who.identity
    everyone: tuple[Guest | Member, ...] = (*meeting.members.values(), *meeting.guests.values())
    gone = [other.who for other in everyone if other.who.identity == identity]
    after = replace(
        without(meeting, *(who.id for who in gone)),
        removed=meeting.removed | {identity},
    )
    notice = RemovedFromMeeting(role_of(meeting, by), request.reason)
    numbers = sorted({who.invite.number for who in gone if who.invite.kind is InviteKind.PERSONAL})
    return Step(
        after,
        (
            *(RevokeInviteNumber(number) for number in numbers),
            *(Send(who.id, notice) for who in gone),
            *(CloseLink(who.id, Refusal(RefusalCode.REMOVED)) for who in gone),
        ),
        {who.id: "removed" for who in gone},
    )


def role_of(meeting: Meeting, by: PersonId) -> str:
    """The role of who orders, for those who are told no names. The console is the host's."""
    member = meeting.members.get(by)
    return (Role.HOST if member is None else member.role).value


def appoint(meeting: Meeting, _by: PersonId, request: Appoint, _now: float) -> Step:
    """Hand rights to a member, or take them back."""
    member = meeting.members[request.member]
    role = Role.COHOST if request.cohost else Role.MEMBER
    return Step(meeting if member.role is role else with_member(meeting, replace(member, role=role)))


def rotate_link(meeting: Meeting, by: PersonId, _request: RotateLink, _now: float) -> Step:
    """A new open link; who came with the old one stays."""
    return Step(meeting, (RotateInvites(by), SaveState()))


def make_invite(meeting: Meeting, by: PersonId, request: MakeInvite, _now: float) -> Step | Refusal:
    """A personal invite, for somebody with a name."""
    invitee = clean_name(request.invitee)
    if invitee is None or not 1 <= request.uses <= USES_LIMIT:
        return Refusal(RefusalCode.MALFORMED)
    return Step(meeting, (MakePersonalInvite(by, invitee, request.uses), SaveState()))


def revoke_invite(meeting: Meeting, _by: PersonId, request: RevokeInvite, _now: float) -> Step:
    """One personal invite less."""
    return Step(meeting, (RevokeInviteNumber(request.number), SaveState()))


def end(meeting: Meeting, _by: PersonId, _request: End, _now: float) -> Step:
    """The meeting is over for all."""
    return Step(replace(meeting, life=Over()))
