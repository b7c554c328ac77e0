"""What each person sent in the last minute: kinds and times, never content. It helps a host who stopped
everything to see whom to look at."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.cards import Sent, SentBy
from peer.room.meeting import Meeting
from peer.room.people import Departed, Member
from peer.room.values import Role, TrackKind

KEPT = 60.0
"""Seconds of what was sent that are told."""

SENT_LIMIT = 24
"""Entries for each person; more than one of a kind in a row are one."""

DEPARTED_FOR = 600.0
DEPARTED_LIMIT = 64
"""How long, in seconds, and how many members are remembered who left."""

_NAMES = {TrackKind.AUDIO: "microphone", TrackKind.CAMERA: "camera", TrackKind.SCREEN: "screen"}


def with_sent(member: Member, kind: str, now: float) -> Member:
    """The member, having sent one more of this kind."""
    return replace(member, sent=_longer(member.sent, Sent(kind, now, now)))


def _longer(sent: tuple[Sent, ...], new: Sent) -> tuple[Sent, ...]:
    last = sent[-1] if sent else None
    if last is not None and last.kind == new.kind and last.kind not in _NAMES.values():
        merged = Sent(new.kind, last.since, new.until, last.count + 1)
        return (*sent[:-1], merged)
    return (*sent[1 - SENT_LIMIT :], new)


def kept(before: Meeting, after: Meeting, now: float) -> Meeting:
    """The meeting after a step, with what began and ended in it noted, and those who left remembered."""
    members = {id_: _tracked(member, now) for id_, member in after.members.items()}
    inside = {member.who.identity for member in members.values()}
    gone = {
        id_: Departed(member.who, member.role, now, _ended(member, now).sent)
        for id_, member in before.members.items()
        if id_ not in members and id_ not in after.guests
    }
    here = {
        id_: one
        for id_, one in {**after.departed, **gone}.items()
        if 0 <= now - one.at < DEPARTED_FOR
        and one.who.identity not in inside
        and one.who.identity not in after.removed
    }
    latest = dict(list(here.items())[-DEPARTED_LIMIT:])
    return replace(after, members=members, departed=latest)


def _tracked(member: Member, now: float) -> Member:
    if member.on == member.on_since.keys():
        return member
    ended = {kind: since for kind, since in member.on_since.items() if kind not in member.on}
    sent = member.sent
    for kind, since in ended.items():
        sent = _longer(sent, Sent(_NAMES[kind], since, now))
    on_since = {kind: member.on_since.get(kind, now) for kind in sorted(member.on)}
    return replace(member, sent=sent, on_since=on_since)


def _ended(member: Member, now: float) -> Member:
    return _tracked(replace(member, on=frozenset()), now)


def last_minute(meeting: Meeting, now: float) -> tuple[SentBy, ...]:
    """Everyone but the host who sent something in the last minute, by name; those who left in it too."""
    people = [
        SentBy(member.who.id, member.who.name, _recent(_ended(member, now).sent, now))
        for member in meeting.members.values()
        if member.role is not Role.HOST
    ]
    people += [
        SentBy(one.who.id, one.who.name, _recent(one.sent, now), present=False)
        for one in meeting.departed.values()
        if one.role is not Role.HOST
    ]
    return tuple(
        sorted((one for one in people if one.sent), key=lambda one: (one.name.casefold(), one.person))
    )


def _recent(sent: tuple[Sent, ...], now: float) -> tuple[Sent, ...]:
    return tuple(one for one in sent if one.until >= now - KEPT)
