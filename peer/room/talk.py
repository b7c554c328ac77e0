"""What people say and show: to whom an entry goes. The core never sees more of it than it needs to decide that."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.effects import PassOn, RefuseEntry
from peer.room.events import Said
from peer.room.meeting import Meeting, with_guest, with_member
from peer.room.minute import with_sent
from peer.room.names import clean_name
from peer.room.paces import REACTIONS_OF_ALL, once_more, paced
from peer.room.people import Guest, Member, Present
from peer.room.rights import hosts_and_console, may, suspensions_of
from peer.room.step import Step
from peer.room.values import ChatScope, PersonId, Refusal, RefusalCode, Right, Role

UNANSWERED_LIMIT = 5
"""Lines that a guest may write to the host before the host answers."""

GUEST_LINE_LIMIT = 500
"""Characters of one of them."""

SHOWN_TO_ALL = {"name": Right.RENAME, "picture": Right.PICTURE, "reaction": Right.REACT}
"""The kinds of entry that show something, and the right that each needs."""


def said(meeting: Meeting, event: Said, now: float) -> Step:
    """An entry arrived: it is passed on to those whom it may reach, or dropped and its author told why."""
    outcome = _decided(meeting, event, now)
    if isinstance(outcome, Refusal):
        return Step(meeting, (RefuseEntry(event.number, event.by, outcome),))
    author = outcome.meeting.members.get(event.by)
    if author is None:
        return outcome
    if event.to is not None and event.kind == "picture":
        return replace(outcome, quiet=True)
    private = event.to not in (None, "host")
    noted = with_sent(author, "private" if private else event.kind, now)
    return replace(outcome, meeting=with_member(outcome.meeting, noted), quiet=event.kind != "name")


def _decided(meeting: Meeting, event: Said, now: float) -> Step | Refusal:
    guest = meeting.guests.get(event.by)
    if guest is not None:
        return _guest_wrote(meeting, guest, event)
    if event.kind == "chat":
        return may(meeting, event.by, Right.CHAT) or _member_wrote(meeting, event)
    if event.kind not in SHOWN_TO_ALL:
        return Refusal(RefusalCode.UNKNOWN_MESSAGE)
    refusal = may(meeting, event.by, SHOWN_TO_ALL[event.kind]) or _misdirected(meeting, event)
    if refusal is not None:
        return refusal
    counted = _paced(meeting, event, now)
    return counted if isinstance(counted, Refusal) else _member_showed(counted, event)


def _misdirected(meeting: Meeting, event: Said) -> Refusal | None:
    """A picture may go to one who came later and has not seen it; all else is for everyone or nobody."""
    if event.to is None:
        return None
    if event.kind != "picture":
        return Refusal(RefusalCode.MALFORMED)
    reads = event.to != event.by and event.to in readers(meeting)
    return None if reads else Refusal(RefusalCode.NO_SUCH_PERSON)


def _paced(meeting: Meeting, event: Said, now: float) -> Meeting | Refusal:
    """Names, pictures and reactions change only so often; of reactions so many of all people together, so that a
    room that claps is one picture and no flood.
    """
    what = event.kind if event.to is None else "picture_to_one"
    counted = paced(meeting, event.by, what, now)
    if isinstance(counted, Refusal) or event.kind != "reaction":
        return counted
    together = once_more(meeting.reactions, REACTIONS_OF_ALL, now)
    return together if isinstance(together, Refusal) else replace(counted, reactions=together)


def _guest_wrote(meeting: Meeting, guest: Guest, event: Said) -> Step | Refusal:
    if event.kind != "chat" or event.to != "host":
        return Refusal(RefusalCode.NOT_A_MEMBER)
    if len(event.text) > GUEST_LINE_LIMIT:
        return Refusal(RefusalCode.OVERSIZED, {"limit": GUEST_LINE_LIMIT})
    if guest.muted or guest.merged:
        return Refusal(RefusalCode.NOT_ALLOWED, {"chat": "guest"})
    hosts = hosts_and_console(meeting)
    if not hosts:
        return Refusal(RefusalCode.NO_HOST_PRESENT)
    if guest.unanswered >= UNANSWERED_LIMIT:
        return Refusal(RefusalCode.NOT_YET, {"limit": UNANSWERED_LIMIT})
    after = with_guest(meeting, replace(guest, unanswered=guest.unanswered + 1))
    return Step(after, (PassOn(event.number, event.by, hosts, talk=event.by),))


def _member_wrote(meeting: Meeting, event: Said) -> Step | Refusal:
    author = meeting.members[event.by]
    if event.to is not None and event.to in meeting.guests:
        return _host_answered(meeting, meeting.guests[event.to], event)
    scope = ChatScope.EVERYONE if author.role is not Role.MEMBER else meeting.rules.chat
    to_host = event.to == "host" or _is_host(meeting, event.to)
    if scope is ChatScope.NOBODY or (scope is ChatScope.HOST and not to_host):
        return Refusal(RefusalCode.NOT_ALLOWED, {"chat": scope.value})
    if event.to is None:
        return _passed_on(meeting, event, (*readers(meeting), *_console(meeting)))
    if event.to == "host":
        hosts = hosts_and_console(meeting)
        return _passed_on(meeting, event, hosts) if hosts else Refusal(RefusalCode.NO_HOST_PRESENT)
    if not to_host and author.role is Role.MEMBER:
        refusal = may(meeting, event.by, Right.CHAT_PRIVATELY)
        if refusal is not None:
            return refusal
    if event.to == event.by or event.to not in readers(meeting):
        return Refusal(RefusalCode.NO_SUCH_PERSON)
    if author.role is Role.MEMBER and meeting.members[event.to].refuses_private_chat:
        return Refusal(RefusalCode.PRIVATE_CHAT_REFUSED)
    return _passed_on(meeting, event, (event.to,))


def _host_answered(meeting: Meeting, guest: Guest, event: Said) -> Step | Refusal:
    """The other hosts read along, so that two of them do not answer the same question."""
    if may(meeting, event.by, Right.ADMIT) is not None:
        return Refusal(RefusalCode.NO_SUCH_PERSON)
    after = with_guest(meeting, replace(guest, unanswered=0)) if guest.unanswered else meeting
    others = tuple(host for host in hosts_and_console(meeting) if host != event.by)
    return Step(after, (PassOn(event.number, event.by, (guest.who.id, *others), talk=guest.who.id),))


def _member_showed(meeting: Meeting, event: Said) -> Step | Refusal:
    if event.to is not None:
        return _passed_on(meeting, event, (event.to,))
    after = meeting
    if event.kind == "name":
        name = clean_name(event.text)
        if name is None:
            return Refusal(RefusalCode.MALFORMED)
        author = meeting.members[event.by]
        if author.who.identity in meeting.named:
            return Refusal(RefusalCode.NOT_ALLOWED, {"right": Right.RENAME.value})
        if name != author.who.name:
            after = with_member(meeting, replace(author, who=replace(author.who, name=name)))
    return Step(after, _passed_on(meeting, event, (*readers(meeting), *_console(meeting))).effects)


def _passed_on(meeting: Meeting, event: Said, to: tuple[PersonId, ...]) -> Step:
    return Step(meeting, (PassOn(event.number, event.by, tuple(one for one in to if one != event.by)),))


def _console(meeting: Meeting) -> tuple[PersonId, ...]:
    """The console reads along where the host's machine can: everything but what is sealed to one person."""
    return () if meeting.console is None else (meeting.console,)


def _is_host(meeting: Meeting, person: PersonId | None) -> bool:
    member = meeting.members.get(person) if person is not None else None
    return member is not None and member.role is not Role.MEMBER


def listeners(meeting: Meeting) -> tuple[PersonId, ...]:
    """All whom news of the meeting reaches: members on a live line, and the console."""
    members = tuple(id_ for id_, member in meeting.members.items() if isinstance(member.line, Present))
    return (*members, *_console(meeting))


def readers(meeting: Meeting) -> tuple[PersonId, ...]:
    """The members whom an entry for everyone reaches: on a live line, and not suspended from receiving."""
    return tuple(id_ for id_, member in meeting.members.items() if _reads(meeting, member))


def _reads(meeting: Meeting, member: Member) -> bool:
    deaf = any(one.receives_nothing for one in suspensions_of(meeting, member))
    return isinstance(member.line, Present) and not deaf
