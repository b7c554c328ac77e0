"""One line of the record of orders: what it says, its signature, and how it hangs on the line before it.

A line is `{"body":…,"signature":…}` in JSON and one newline. The signature is Ed25519 by the service's meeting key over
the body's exact bytes, as `vestibule/order/1` (`keys.pre_authentication`). `n` counts lines from 0; `prev` is SHA-256
over the whole line before it without its newline, and of the first line over "vestibule record" and SHA-256 of the
meeting's id. Times are the host's Unix time in ms; bytes are base64 (RFC 4648, section 4).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from peer.keys import KeyPair, digest, verify
from peer.room.values import PersonId

ORDER: Final = "vestibule/order/1"
VERSION: Final = 1
LINE_LIMIT: Final = 64 * 1024
"""Bytes of one line. An order about 200 people takes a third of it."""


class Entry(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag_field="type",
    kw_only=True,
):
    """Base of all that stands in the record."""

    n: int
    prev: bytes
    at: int


class Opened(Entry, frozen=True, tag="opened"):
    """The first line: whose record this is. `host` is the public identity that the service obeys."""

    v: int
    meeting: str
    meeting_key: bytes
    host: bytes


class Resumed(Entry, frozen=True, tag="resumed"):
    """The service died and was started again. `torn` bytes of a line that it had not finished were dropped."""

    torn: int = 0


class Certified(Entry, frozen=True, tag="certified"):
    """The host's certificate for the meeting key (`keys.Identity.certify_service`)."""

    certificate: bytes


class Order(Entry, frozen=True, tag="order"):
    """One order, done or refused (`refused` is the code).

    `by` and `whom` are people's ids in this meeting, "console" being the service's standard input; `people` holds the
    commitment to each one's name and identity, `texts` those to what a person wrote. `details` names nobody.
    """

    by: PersonId
    what: str
    number: int = 0
    role: str = ""
    whom: tuple[PersonId, ...] = ()
    details: dict[str, bool | int | str] = {}
    people: dict[PersonId, bytes] = {}
    texts: dict[str, bytes] = {}
    refused: str = ""


class More(Entry, frozen=True, tag="more"):
    """So many more refused orders within a minute, not noted one by one; `by` is "" where several people gave them."""

    by: PersonId
    refused: int


class Full(Entry, frozen=True, tag="full"):
    """The last line: the record is as large as it may become, and orders after it are not in it."""


AnyEntry = Opened | Resumed | Certified | Order | More | Full


class BadLine(Exception):
    """A line does not hold; `why` is a code: form, signature."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class _Signed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    body: msgspec.Raw
    signature: bytes


_bodies: Final = msgspec.json.Decoder(AnyEntry)
_lines: Final = msgspec.json.Decoder(_Signed)
_UNREADABLE: Final = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


def first_prev(meeting: str) -> bytes:
    """What the first line hangs on."""
    return digest(b"vestibule record", digest(meeting.encode()))


def line_hash(line: bytes) -> bytes:
    """SHA-256 over a line without its newline: what the next one hangs on, and a head."""
    return digest(line)


@dataclass(frozen=True)
class Written:
    """A line that was signed, without its newline; `head` is its hash."""

    n: int
    line: bytes
    head: bytes


def write(key: KeyPair, entry: AnyEntry) -> Written:
    """Sign an entry. Raises ValueError, our own mistake, if it is longer than LINE_LIMIT."""
    body = msgspec.json.encode(entry)
    line = _frame(body, key.sign(ORDER, body))
    if len(line) > LINE_LIMIT:
        raise ValueError("a line of the record is too long")
    return Written(entry.n, line, line_hash(line))


def read(line: bytes) -> tuple[AnyEntry, bytes, bytes]:
    """What a line says, unproved: the entry, the exact bytes that were signed, the signature. Raises BadLine.

    Strict: there is one way to write a line, and bytes that mean the same in another form are refused.
    """
    if len(line) > LINE_LIMIT:
        raise BadLine("form")
    try:
        signed = _lines.decode(line)
        body = bytes(signed.body)
        entry: AnyEntry = _bodies.decode(body)
    except _UNREADABLE as error:
        raise BadLine("form") from error
    if _frame(body, signed.signature) != line or msgspec.json.encode(entry) != body:
        raise BadLine("form")
    return entry, body, signed.signature


def read_signed(line: bytes, meeting_key: bytes) -> AnyEntry:
    """What the service with this meeting key signed. Raises BadLine."""
    entry, body, signature = read(line)
    if not verify(meeting_key, ORDER, body, signature):
        raise BadLine("signature")
    return entry


def _frame(body: bytes, signature: bytes) -> bytes:
    return msgspec.json.encode(_Signed(msgspec.Raw(body), signature))
