"""Admission tickets: they let a member back in after a broken line, in this meeting only.

How long a ticket holds after the line broke, and that it dies with Leave and Remove, is the room's to decide:
it knows who is still a member.
"""

from __future__ import annotations

from typing import Final

import msgspec

from peer.keys import HASH_SIZE, SIGNATURE_SIZE, MeetingKeys, verify
from peer.room.values import PersonId

TICKET = "vestibule/ticket/1"
TICKET_LIMIT: Final = 256


class _Body(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    meeting: str
    member: PersonId
    identity: bytes
    issued: float


class Tickets:
    """Makes and reads the tickets of one meeting."""

    def __init__(self, keys: MeetingKeys) -> None:
        self._keys = keys

    def issue(self, member: PersonId, identity: bytes, now: float) -> bytes:
        """A ticket for this member, bound to their identity (32 bytes). `now` is Unix time in seconds."""
        if len(identity) != HASH_SIZE:
            raise ValueError("an identity has 32 bytes")
        body = msgspec.msgpack.encode(_Body(self._keys.id, member, identity, now))
        return self._keys.signing.sign(TICKET, body) + body

    def read(self, ticket: bytes, identity: bytes) -> PersonId | None:
        """The member that this meeting made the ticket for; None if it is not this identity's or not ours."""
        if len(ticket) > TICKET_LIMIT:
            return None
        signature, body = ticket[:SIGNATURE_SIZE], ticket[SIGNATURE_SIZE:]
        if not verify(self._keys.signing.public, TICKET, body, signature):
            return None
        said = msgspec.msgpack.decode(body, type=_Body)
        return said.member if (said.meeting, said.identity) == (self._keys.id, identity) else None
