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
    TellInvites,
    TellOpenLink,
)
from peer.room.meeting import Meeting, Over, with_member, without
from peer.room.names import clean_name, clean_text
from peer.room.notices import (
    AskedForCamera,
    AskedToUnmute,
    Refused,
    YourCameraWasStopped,
    YouWereMuted,
)
from peer.room.people import Member
from peer.room.requests import (
    AskForCamera,
    AskToUnmute,
    ChangeRules,
    End,
    ListInvites,
    LowerHand,
    MakeInvite,
    Mute,
    MuteAll,
    RenameMember,
    RevokeInvite,
    RotateLink,
    SetWaitingRoom,
    ShowLink,
    Spotlight,
    StopCamera,
)
from peer.room.rights import OWN
from peer.room.step import Step
from peer.room.values import (
    DESCRIPTION_LIMIT,
    LOGO_LIMIT,
    PersonId,
    Refusal,
    RefusalCode,
    Right,
    Role,
    TrackKind,
)

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


def ask_for_camera(meeting: Meeting, by: PersonId, request: AskForCamera, _now: float) -> Step:
    """Ask; it opens nothing."""
    return Step(meeting, (Send(request.member, AskedForCamera(by)),))


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
    asked = {name: getattr(request, name) for name in _SWITCHES}
    new = replace(
        old,
        **{name: value for name, value in asked.items() if value is not None},
        guarded=old.guarded and request.open_link is not True,
        allowed=(old.allowed | request.allow) - request.forbid,
    )
    if new == old:
        return Step(meeting)
    after = replace(meeting, rules=new)
    return Step(after) if new.open_link else _crowd_sent_away(after)


def _crowd_sent_away(meeting: Meeting) -> Step:
    """With the open link closed, the strangers whom nobody was shown one by one go."""
    gone = [id_ for id_, guest in meeting.guests.items() if guest.merged]
    refusal = Refusal(RefusalCode.LINK_CLOSED)
    farewell = (Tell(tuple(gone), Refused(refusal)),) if gone else ()
    return Step(
        without(meeting, *gone),
        (*farewell, *(CloseLink(id_, refusal) for id_ in gone)),
        dict.fromkeys(gone, "declined"),
    )


_SWITCHES = (
    "waiting_room",
    "locked",
    "chat",
    "pictures_hidden",
    "open_link",
    "evidence_pictures",
    "roster",
)


def spotlight(meeting: Meeting, _by: PersonId, request: Spotlight, _now: float) -> Step:
    """Show one member large on every screen, or nobody."""
    same = meeting.spotlight == request.member
    return Step(meeting if same else replace(meeting, spotlight=request.member))


def rename_member(meeting: Meeting, _by: PersonId, request: RenameMember, _now: float) -> Step | Refusal:
    """A name set by the host stays with the identity, on every line and after coming back, until it is freed."""
    identity = meeting.members[request.member].who.identity
    others = {key: name for key, name in meeting.named.items() if key != identity}
    if not request.name.strip():
        return Step(meeting if others == meeting.named else replace(meeting, named=others))
    name = clean_name(request.name)
    if name is None:
        return Refusal(RefusalCode.MALFORMED)
    renamed = {one.who.id: replace(one, who=replace(one.who, name=name)) for one in meeting.inside(identity)}
    after = replace(meeting, members={**meeting.members, **renamed}, named={**others, identity: name})
    return Step(meeting if after == meeting else after)


def set_waiting_room(meeting: Meeting, _by: PersonId, request: SetWaitingRoom, _now: float) -> Step | Refusal:
    """Change what guests see while they wait."""
    description, logo = meeting.description, meeting.logo
    if request.logo is not None:
        logo = request.logo
    if request.description is not None:
        cleaned = clean_text(request.description, DESCRIPTION_LIMIT)
        if cleaned is None:
            return Refusal(RefusalCode.MALFORMED)
        description = cleaned
    if len(logo) > LOGO_LIMIT:
        return Refusal(RefusalCode.OVERSIZED, {"limit": LOGO_LIMIT})
    same = (description, logo) == (meeting.description, meeting.logo)
    return Step(meeting if same else replace(meeting, description=description, logo=logo))


def rotate_link(meeting: Meeting, by: PersonId, _request: RotateLink, _now: float) -> Step:
    """A new open link; who came with the old one stays."""
    return Step(meeting, (RotateInvites(by), SaveState()))


def make_invite(meeting: Meeting, by: PersonId, request: MakeInvite, _now: float) -> Step | Refusal:
    """A personal invite, for somebody with a name."""
    invitee = clean_name(request.invitee)
    if invitee is None or not 1 <= request.uses <= USES_LIMIT:
        return Refusal(RefusalCode.MALFORMED)
    made = MakePersonalInvite(by, invitee, request.uses, request.ends)
    return Step(meeting, (made, SaveState()))


def list_invites(meeting: Meeting, by: PersonId, _request: ListInvites, _now: float) -> Step:
    """Tell who used which invite."""
    return Step(meeting, (TellInvites(by),))


def show_link(meeting: Meeting, by: PersonId, _request: ShowLink, _now: float) -> Step:
    """Tell the open link to somebody who may invite with it."""
    return Step(meeting, (TellOpenLink(by),))


def revoke_invite(meeting: Meeting, _by: PersonId, request: RevokeInvite, _now: float) -> Step:
    """One personal invite less."""
    return Step(meeting, (RevokeInviteNumber(request.number), SaveState()))


def end(meeting: Meeting, _by: PersonId, _request: End, _now: float) -> Step:
    """The meeting is over for all."""
    return Step(replace(meeting, life=Over()))
