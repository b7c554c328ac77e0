"""What the record of orders is told of a request: who, what, whom, and why, with names and texts apart."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from peer.room.effects import Record
from peer.room.meeting import Meeting
from peer.room.requests import Request
from peer.room.values import Party, PersonId, Refusal, Role

PEOPLE = frozenset({"guest", "member", "person", "guests", "exempt"})
"""The fields of a request that name people."""

TEXTS = frozenset({"reason", "message", "text", "name", "invitee"})
"""The fields of a request that a person wrote."""


def tag_of(request: Request) -> str:
    """The request's name on the wire."""
    return str(request.__struct_config__.tag)


def party(meeting: Meeting, person: PersonId) -> Party:
    """Somebody as the meeting knows them."""
    if person == meeting.console:
        return Party(person, role=Role.HOST.value)
    member = meeting.members.get(person)
    if member is not None:
        return Party(person, member.who.identity, member.who.name, member.role.value)
    guest = meeting.guests.get(person)
    if guest is not None:
        return Party(person, guest.who.identity, guest.who.name, "guest")
    return Party(person)


def record(meeting: Meeting, by: PersonId, request: Request, number: int, refusal: Refusal | None) -> Record:
    """The record of this request. `meeting` is as it was before it."""
    about: list[PersonId] = []
    details: dict[str, str | int | bool] = {}
    texts: dict[str, str] = {}
    for field in request.__struct_fields__:
        value = getattr(request, field)
        if value is None or value == "" or value == frozenset():
            continue
        if field in PEOPLE:
            about += (value,) if isinstance(value, str) else value
        elif field in TEXTS:
            texts[field] = value
        else:
            details[field] = _plain(value)
    people = tuple(party(meeting, person) for person in dict.fromkeys(about))
    return Record(number, party(meeting, by), tag_of(request), people, details, texts, refusal)


def _plain(value: object) -> str | int | bool:
    if isinstance(value, int):
        return value
    if isinstance(value, enum.StrEnum):
        return value.value
    assert isinstance(value, Iterable)  # the rights of a request
    return " ".join(sorted(value))
