"""The invite: one short line that says where the meeting's door is and how to know it.

`vestibule://join/` and base 58 of a version byte, msgpack and four bytes of BLAKE2b. Base 58 has letters and
digits only: a chat app takes `_`, `*` or `~` for markup where it does not know a link, and a person who types
takes O for 0. The four bytes tell a cut or mistyped link from a wrong one.
"""

from __future__ import annotations

import hashlib
import ipaddress
from typing import Final

import msgspec

from peer.keys import HASH_SIZE, MEETING_ID_LENGTH, PUBLIC_SIZE, TOKEN_SIZE, is_valid_public_key
from peer.link.wire import UNREADABLE

PREFIX: Final = "vestibule://join/"
ADDRESS_LIMIT: Final = 8
LINK_LIMIT: Final = 1024
"""Characters of the longest link that is read."""

_VERSION: Final = b"\x01"
_CHECK_SIZE: Final = 4
_ALPHABET: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUES: Final = {character: value for value, character in enumerate(_ALPHABET)}


class BadInvite(ValueError):
    """This text is no invite. `code`: not_an_invite, damaged, too_new or impossible."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Invite(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What the link says. `host` is the host's identity key, or the meeting key of a service that names no
    host.

    `addresses` are IP addresses in text; `fingerprint` is SHA-256 over the certificate in DER.
    """

    addresses: tuple[str, ...]
    port: int
    meeting: str
    fingerprint: bytes
    host: bytes
    number: int
    token: bytes

    @property
    def link(self) -> str:
        """The invite as one line."""
        body = _VERSION + msgspec.msgpack.encode(self)
        return PREFIX + _to_base58(body + _check(body))


def parse_invite(text: str) -> Invite:
    """The invite in this text, white space around it ignored. Raises BadInvite, and nothing else."""
    text = text.strip()
    if not text.startswith(PREFIX) or len(text) > LINK_LIMIT:
        raise BadInvite("not_an_invite")
    raw = _from_base58(text[len(PREFIX) :].rstrip("/"))
    body, check = raw[:-_CHECK_SIZE], raw[-_CHECK_SIZE:]
    if not body or _check(body) != check:
        raise BadInvite("damaged")
    if not body.startswith(_VERSION):
        raise BadInvite("too_new")
    try:
        invite = msgspec.msgpack.decode(body[1:], type=Invite)
    except UNREADABLE as error:
        raise BadInvite("impossible") from error
    if not _is_possible(invite):
        raise BadInvite("impossible")
    return invite


def _is_possible(invite: Invite) -> bool:
    return (
        1 <= len(invite.addresses) <= ADDRESS_LIMIT
        and all(map(_is_address, invite.addresses))
        and 1 <= invite.port <= 65535
        and len(invite.meeting) == MEETING_ID_LENGTH
        and invite.meeting.isascii()
        and invite.meeting.isalnum()
        and len(invite.fingerprint) == HASH_SIZE
        and len(invite.host) == PUBLIC_SIZE
        and is_valid_public_key(invite.host)
        and 0 <= invite.number < 2**32
        and len(invite.token) == TOKEN_SIZE
    )


def _is_address(text: str) -> bool:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    return "%" not in text and not address.is_multicast and not address.is_unspecified


def _check(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_CHECK_SIZE).digest()


def _to_base58(raw: bytes) -> str:
    """Base 58 of bytes whose first is not zero."""
    number = int.from_bytes(raw)
    characters = []
    while number:
        number, value = divmod(number, 58)
        characters.append(_ALPHABET[value])
    return "".join(reversed(characters))


def _from_base58(text: str) -> bytes:
    number = 0
    for character in text:
        value = _VALUES.get(character)
        if value is None:
            raise BadInvite("damaged")
        number = number * 58 + value
    return number.to_bytes((number.bit_length() + 7) // 8)
