"""Who comes in: admission one by one or all, by a rule, sending away, putting back."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.effects import BindInvite, CloseLink, Remember, Send
from peer.room.meeting import Meeting, SentAway, with_guest, with_member, without
from peer.room.notices import Declined, NotAdmitted, YouWerePutBack
from peer.room.people import Guest, Member, Present, Silent
from peer.room.requests import Admit, AdmitAll, Decline, MuteGuest, PutBack, SetBypass
from peer.room.rights import somebody_admits
from peer.room.step import Step
from peer.room.values import InviteKind, PersonId, Refusal, RefusalCode, Role
from peer.room.views import card_of, cards

BYPASS_LIMIT = 200
"""People, and personal invites, that need no wait."""


def through_an_open_door(step: Step, guest: Guest) -> Step:
    """With the waiting room off, or on a bypass list, a guest without a warning comes in, if there is room and
    somebody who may admit. Strangers in a crowd wait.
    """
    meeting = step.meeting
    if meeting.rules.waiting_room and not needs_no_wait(meeting, guest):
        return step
    if guest.merged or not somebody_admits(meeting) or _is_full(meeting):
        return step
    return step if card_of(meeting, guest).flagged else let_in(step, guest)


def needs_no_wait(meeting: Meeting, guest: Guest) -> bool:
    """True for an identity or a personal invite on the bypass lists."""
    by_invite = guest.who.invite.kind is InviteKind.PERSONAL
    return guest.who.identity in meeting.bypass_people or (
        by_invite and guest.who.invite.number in meeting.bypass_invites
    )


def _is_full(meeting: Meeting) -> bool:
    return len(meeting.members) >= meeting.rules.member_limit


def replaced(person: PersonId) -> CloseLink:
    """The end of a line whose place a newer one has."""
    return CloseLink(person, Refusal(RefusalCode.LINK_REPLACED))


def let_in(step: Step, guest: Guest, role: Role = Role.MEMBER) -> Step:
    """The step, and this guest inside, muted and with the camera off.

    A place that is kept for the same identity on a dead line is theirs: the newcomer takes it. A personal
    invite belongs from now on to who was admitted with it first.
    """
    who = replace(guest.who, cleared=guest.who.verdict if guest.who.held else guest.who.cleared)
    inside = step.meeting.inside(who.identity)
    dead = [one.who.id for one in inside if role is not Role.MEMBER or isinstance(one.line, Silent)]
    declined = {key: value for key, value in step.meeting.declined.items() if key != who.identity}
    after = replace(without(step.meeting, who.id, *dead), declined=declined)
    bound: tuple[BindInvite, ...] = ()
    if who.invite.kind is InviteKind.PERSONAL:
        after = replace(after, bound={who.invite.number: who.identity, **after.bound})
        bound = (BindInvite(who.invite.number, who.identity),)
    return Step(
        with_member(after, Member(who, role)),
        (*step.effects, *bound, Remember(who.identity), *(replaced(id_) for id_ in dead)),
        {**step.why, **dict.fromkeys(dead, "lost")},
    )


def admit(meeting: Meeting, _by: PersonId, request: Admit, _now: float) -> Step | Refusal:
    """Let one guest in, whatever warning they carry: who orders it has read it."""
    if not somebody_admits(meeting):
        return Refusal(RefusalCode.NO_HOST_PRESENT)
    if _is_full(meeting):
        return Refusal(RefusalCode.FULL, {"limit": meeting.rules.member_limit})
    return let_in(Step(meeting), meeting.guests[request.guest])


def admit_all(meeting: Meeting, by: PersonId, request: AdmitAll, _now: float) -> Step | Refusal:
    """Let those of the list in who still wait and carry no warning, as long as there is room.

    A warning that comes from admitting another of the list (the same name, the same invite) counts too.
    """
    if not somebody_admits(meeting):
        return Refusal(RefusalCode.NO_HOST_PRESENT)
    seen = cards(meeting)
    step = Step(meeting)
    left: dict[RefusalCode, list[PersonId]] = {}
    for id_ in dict.fromkeys(request.guests):
        if id_ not in seen:
            left.setdefault(RefusalCode.NOT_WAITING, []).append(id_)
        elif card_of(step.meeting, meeting.guests[id_]).flagged:
            left.setdefault(RefusalCode.HAS_WARNING, []).append(id_)
        elif _is_full(step.meeting):
            left.setdefault(RefusalCode.FULL, []).append(id_)
        else:
            step = let_in(step, meeting.guests[id_])
    answers = tuple(Send(by, NotAdmitted(tuple(ids), Refusal(code))) for code, ids in left.items())
    return replace(step, effects=(*step.effects, *answers))


def decline(meeting: Meeting, _by: PersonId, request: Decline, now: float) -> Step:
    """Send one guest away. They may knock again after a pause, twice."""
    identity = meeting.guests[request.guest].who.identity
    before = meeting.declined.get(identity)
    times = before.times + 1 if before else 1
    after = replace(
        without(meeting, request.guest), declined={**meeting.declined, identity: SentAway(times, now)}
    )
    farewell = (
        Send(request.guest, Declined(request.message)),
        CloseLink(request.guest, Refusal(RefusalCode.DECLINED)),
    )
    return Step(after, farewell, {request.guest: "declined"})


def mute_guest(meeting: Meeting, _by: PersonId, request: MuteGuest, _now: float) -> Step:
    """Take no more lines from a guest, or take them again."""
    guest = meeting.guests[request.guest]
    return Step(
        meeting if guest.muted is request.on else with_guest(meeting, replace(guest, muted=request.on))
    )


def set_bypass(meeting: Meeting, _by: PersonId, request: SetBypass, _now: float) -> Step | Refusal:
    """Let a person, or who comes with a personal invite, in without a wait from now on; or no more."""
    if (request.person is None) is (request.invite is None):
        return Refusal(RefusalCode.MALFORMED)
    if request.invite is not None:
        others = meeting.bypass_invites - {request.invite}
        invites = others | {request.invite} if request.on else others
        after = replace(meeting, bypass_invites=invites)
    else:
        people = {key: listed for key, listed in meeting.bypass_people.items() if listed[0] != request.person}
        if request.on:
            who = meeting.who(request.person or "")
            if who is None or who.identity in meeting.removed:
                return Refusal(RefusalCode.NO_SUCH_PERSON)
            people[who.identity] = (who.id, who.name)
        after = replace(meeting, bypass_people=people)
    if max(len(after.bypass_people), len(after.bypass_invites)) > BYPASS_LIMIT:
        return Refusal(RefusalCode.BUSY)
    same = (after.bypass_people, after.bypass_invites) == (meeting.bypass_people, meeting.bypass_invites)
    return Step(meeting if same else after)


def put_back(meeting: Meeting, _by: PersonId, request: PutBack, now: float) -> Step:
    """Send a member back to the waiting room."""
    return back_to_wait(meeting, meeting.members[request.member], now)


def back_to_wait(meeting: Meeting, member: Member, now: float) -> Step:
    """The member is a guest again, last in the queue; one on a dead line is simply gone, for nothing of
    theirs waits.
    """
    id_ = member.who.id
    after = without(meeting, id_)
    why = {id_: "put_back"}
    if not isinstance(member.line, Present):
        return Step(after, (CloseLink(id_),), why)
    who = replace(member.who, cleared=None)
    return Step(with_guest(after, Guest(who, now, put_back=True)), (Send(id_, YouWerePutBack()),), why)
