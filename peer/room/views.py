"""What each side is shown of the others, made from the meeting anew each time and never kept."""

from __future__ import annotations

from peer.room.meeting import Meeting, Member, Silent
from peer.room.names import skeleton
from peer.room.notices import Admitted, GuestCard, MemberView, WaitingRoom
from peer.room.rights import may, somebody_admits, suspensions_of
from peer.room.values import PersonId, Right, TrackKind


def member_view(meeting: Meeting, member: Member, *, to_hosts: bool) -> MemberView:
    """A member as the others see them; a hidden name is blank but for those who moderate."""
    hidden = any(one.name_hidden for one in suspensions_of(meeting, member))
    return MemberView(
        id=member.who.id,
        key=member.who.key,
        name="" if hidden and not to_hosts else member.who.name,
        role=member.role,
        microphone=TrackKind.AUDIO in member.on,
        camera=TrackKind.CAMERA in member.on,
        hand_since=member.hand_since,
        suspended=member.who.identity in meeting.suspensions,
        name_hidden=hidden,
        present=not isinstance(member.line, Silent),
    )


def roster(meeting: Meeting, *, to_hosts: bool) -> dict[PersonId, MemberView]:
    """All members as the others see them."""
    return {id_: member_view(meeting, one, to_hosts=to_hosts) for id_, one in meeting.members.items()}


def cards(meeting: Meeting) -> dict[PersonId, GuestCard]:
    """All guests as those who admit see them."""
    names: dict[str, str] = {}
    identities = set()
    for member in meeting.members.values():
        names.setdefault(skeleton(member.who.name), member.who.name)
        identities.add(member.who.identity)
    return {
        id_: GuestCard(
            id=id_,
            key=guest.who.key,
            name=guest.who.name,
            invite=guest.who.invite,
            known=guest.who.known,
            since=guest.since,
            verdict=guest.who.verdict,
            looks_like=names.get(skeleton(guest.who.name), ""),
            put_back=guest.put_back,
            already_inside=guest.who.identity in identities,
        )
        for id_, guest in meeting.guests.items()
    }


def waiting(meeting: Meeting) -> dict[PersonId, WaitingRoom]:
    """What each guest is shown. It tells nothing of the meeting but its title, its text and the queue."""
    attended = somebody_admits(meeting)
    return {
        id_: WaitingRoom(
            title=meeting.title,
            description=meeting.description,
            ahead=ahead,
            host_present=attended,
            held=guest.who.held,
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
        all_suspended=meeting.all_suspended,
    )
