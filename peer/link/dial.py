"""Dialling: a member's machine finds the host's door, knows it by its fingerprint, and proves who comes."""

from __future__ import annotations

from dataclasses import dataclass, field

from peer.keys import Identity, KeyPair
from peer.link.invite import Invite
from peer.link.link import MemberLink
from peer.room.values import Refusal


class DialFailed(Exception):
    """No link came about."""


class WrongFingerprint(DialFailed):
    """Who answered is not who made the invite. Not a byte of ours was sent."""


class Unreachable(DialFailed):
    """No address answered in time."""


class Turned(DialFailed):
    """The door answered with a refusal (VERSION_TOO_OLD among them)."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code.value)
        self.refusal = refusal


@dataclass(frozen=True)
class Caller:
    """Who comes. `key` is the key made for this meeting; `ticket` is a returning member's."""

    identity: Identity
    key: KeyPair
    name: str
    ticket: bytes | None = field(default=None, repr=False)


async def dial(invite: Invite, caller: Caller, deadline: float = 8.0) -> MemberLink:
    """A link to the host, handshake done, within `deadline` seconds. Raises DialFailed."""
    raise NotImplementedError
