"""What each side is shown of the others, made from the meeting anew each time and never kept."""

from __future__ import annotations

from peer.room.film import watchers
from peer.room.meeting import Meeting
from peer.room.names import skeleton
from peer.room.notices import Admitted, GuestCard, MemberView, WaitingRoom
from peer.room.people import Guest, Member, Silent
from peer.room.rights import (
    all_suspended_of,
    effective,
    exceptions_of,
    may,
    somebody_admits,
    suspensions_of,
)
from peer.room.values import InviteKind, PersonId, Right, Suspension, TrackKind


def member_view(meeting: Meeting, member: Member, *, to_hosts: bool) -> MemberView:
    """A member as the others see them; a hidden name is blank but for those who moderate."""
    identity = member.who.identity
    suspensions = suspensions_of(meeting, member)
    hidden = any(one.name_hidden for one in suspensions)
    exceptions = exceptions_of(meeting, member)
    return MemberView(
        id=member.who.id,
        key=member.who.key,
        name="" if hidden and not to_hosts else member.who.name,
        role=member.role,
        microphone=TrackKind.AUDIO in member.on,
        camera=TrackKind.CAMERA in member.on,
        hand_since=member.hand_since,
        suspended=identity in meeting.suspensions,
        name_hidden=hidden,
        present=not isinstance(member.line, Silent),
        paused=all_suspended_of(meeting, member) is not None,
        held_back=frozenset(right for one in suspensions for right in one.rights),
        hidden=meeting.hidden.get(identity),
        picture=Right.PICTURE in effective(meeting, member),
        named_by_host=identity in meeting.named,
        refuses_private_chat=member.refuses_private_chat,
        given=exceptions.given,
        taken=exceptions.taken,
    )


def pause_shown(meeting: Meeting, person: PersonId) -> Suspension | None:
    """The suspension of all, as those who moderate see it, or as far as it takes from one member."""
    member = meeting.members.get(person)
    if member is None or may(meeting, person, Right.ADMIT) is None:
        return meeting.all_suspended
    return all_suspended_of(meeting, member)


def roster(meeting: Meeting, *, to_hosts: bool) -> dict[PersonId, MemberView]:
    """All members as the others see them."""
    return {id_: member_view(meeting, one, to_hosts=to_hosts) for id_, one in meeting.members.items()}


def card_of(meeting: Meeting, guest: Guest) -> GuestCard:
    """One guest as those who admit see them."""
    return _card(meeting, guest, *_inside(meeting))


def cards(meeting: Meeting) -> dict[PersonId, GuestCard]:
    """The guests as those who admit see them: who was met before or was invited in person comes first, and
    strangers in a crowd are not among them.
    """
    names, identities = _inside(meeting)
    guests = sorted(meeting.guests.items(), key=lambda item: item[1].is_stranger)
    return {id_: _card(meeting, guest, names, identities) for id_, guest in guests if not guest.merged}


Names = dict[str, dict[bytes, str]]
"""By skeleton: whose name that is, by identity."""


def _inside(meeting: Meeting) -> tuple[Names, frozenset[bytes]]:
    """The names of the members, and the identities that have a line which is not dead."""
    names: Names = {}
    for member in meeting.members.values():
        names.setdefault(skeleton(member.who.name), {})[member.who.identity] = member.who.name
    live = (one for one in meeting.members.values() if not isinstance(one.line, Silent))
    return names, frozenset(one.who.identity for one in live)


def _card(meeting: Meeting, guest: Guest, names: Names, identities: frozenset[bytes]) -> GuestCard:
    who = guest.who
    alike = names.get(skeleton(who.name), {})
    personal = who.invite.kind is InviteKind.PERSONAL
    return GuestCard(
        id=who.id,
        key=who.key,
        name=who.name,
        invite=who.invite,
        known=who.known,
        since=guest.since,
        verdict=who.verdict,
        looks_like=next((name for key, name in alike.items() if key != who.identity), ""),
        put_back=guest.put_back,
        already_inside=who.identity in identities,
        stranger=guest.is_stranger,
        earlier_removals=who.earlier_removals,
        new_after_removal=meeting.rules.guarded and not who.known and not guest.put_back,
        same_network=who.same_network,
        invite_of_another=personal and meeting.bound.get(who.invite.number, who.identity) != who.identity,
        muted=guest.muted,
    )


def waiting(meeting: Meeting) -> dict[PersonId, WaitingRoom]:
    """What each guest is shown. It tells nothing of the meeting but its title, its text and the queue."""
    attended = somebody_admits(meeting)
    watching = watchers(meeting)
    return {
        id_: WaitingRoom(
            title=meeting.title,
            description=meeting.description,
            ahead=ahead,
            host_present=attended,
            held=guest.who.held,
            video=id_ in watching,
        )
        for ahead, (id_, guest) in enumerate(meeting.guests.items())
    }


def admitted(meeting: Meeting, member: Member) -> Admitted:
    """The whole meeting as one member may see it; the shell adds the ticket."""
    id_ = member.who.id
    to_hosts = may(meeting, id_, Right.ADMIT) is None
    return Admitted(
        you=id_,
        ticket=b"",
        title=meeting.title,
        rules=meeting.rules,
        members=tuple(roster(meeting, to_hosts=to_hosts).values()),
        guests=tuple(cards(meeting).values()) if to_hosts else (),
        suspension=meeting.suspensions.get(member.who.identity),
        all_suspended=pause_shown(meeting, id_),
        spotlight=meeting.spotlight,
    )
