"""What the record of orders is told of a request: who, what, whom, and why, with names and texts apart."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from peer.room.effects import Record
from peer.room.meeting import Meeting
from peer.room.requests import Request
from peer.room.values import Party, PersonId, Refusal, Role

PEOPLE = frozenset({"guest", "member", "person", "guests"})
"""The fields of a request that say whom it is about."""

TEXTS = frozenset({"reason", "message", "text", "name", "invitee", "description"})
"""The fields of a request that a person wrote."""


def tag_of(request: Request) -> str:
    """The request's name on the wire."""
    return str(request.__struct_config__.tag)


def party(meeting: Meeting, person: PersonId) -> Party:
    """Somebody as the meeting knows them."""
    if person == meeting.console:
        return Party(person, role=Role.HOST.value)
    who = meeting.who(person)
    if who is not None:
        return Party(person, who.identity, who.name, _role(meeting, person))
    for identity, removal in meeting.removed.items():
        if removal.person == person:
            return Party(person, identity, removal.name, "removed")
    return Party(person)


def _role(meeting: Meeting, person: PersonId) -> str:
    if person in meeting.members:
        return meeting.members[person].role.value
    if person in meeting.guests:
        return "guest"
    return "removed" if person in meeting.last_words else "gone"


def record(meeting: Meeting, by: PersonId, request: Request, number: int, refusal: Refusal | None) -> Record:
    """The record of this request. `meeting` is as it was before it. Who is exempt is named apart."""
    details: dict[str, str | int | bool] = {}
    texts: dict[str, str] = {}
    for field in request.__struct_fields__:
        value = getattr(request, field)
        if value in (None, (), frozenset()) or (value == "" and field != "description"):
            continue
        if field in TEXTS:
            texts[field] = value
        elif field == "exempt":
            texts[field] = ", ".join(party(meeting, person).name for person in value)
        elif field not in PEOPLE:
            details[field] = _plain(value)
    people = tuple(party(meeting, person) for person in people_in(request))
    return Record(number, party(meeting, by), tag_of(request), people, details, texts, refusal)


def people_in(request: Request) -> tuple[PersonId, ...]:
    """Those whom a request names."""
    people: list[PersonId] = []
    for field in request.__struct_fields__:
        value = getattr(request, field)
        if field in PEOPLE and value is not None:
            people += (value,) if isinstance(value, str) else value
    return tuple(dict.fromkeys(people))


def _plain(value: object) -> str | int | bool:
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value)
    if isinstance(value, bytes):
        return len(value)
    if isinstance(value, enum.StrEnum):
        return value.value
    assert isinstance(value, Iterable)  # the rights of a request
    return " ".join(sorted(value))
