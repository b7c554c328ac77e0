"""What people say, as they sign it: entries, commitments, openings. The bytes here never change within a
version.

An entry's header is the msgpack map `{v, meeting, from, seq, prev, kind, to, ts, c}` in this order; its
author signs these very bytes. `c` commits to the content; the opening, which goes to recipients only, is the
msgpack pair `(k, content)`, and of a private message a box sealed to the recipient's meeting key around it.
Nothing is serialised again for a check of a signature; a header that is not canonical is refused, so that no
entry has two spellings.

A talk is one chain with indices of its own: the meeting's (`MEETING_TALK`), or a guest's with the host, named
by the guest's meeting key.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final

import msgspec

from peer.keys import (
    HASH_SIZE,
    PUBLIC_SIZE,
    SEAL_OVERHEAD,
    SECRET_SIZE,
    BadSeal,
    KeyPair,
    blind,
    commit,
    digest,
    random_secret,
    seal,
    verify,
)
from peer.link.wire import OPENING_LIMIT, UNREADABLE, Entry
from peer.room.values import RefusalCode

ENTRY = "vestibule/entry/1"
VERSION: Final = 1
MEETING_TALK: Final = b""

TO_ALL: Final = b"all"
TO_HOST: Final = b"host"
"""What `to` in a header is if it is not 32 blinded bytes. `all` means all of the talk."""

HEADER_LIMIT: Final = 512
SEQ_LIMIT: Final = 2**32


class Kind(enum.StrEnum):
    """What an entry says."""

    CHAT = "chat"
    NAME = "name"
    PICTURE = "picture"
    REACTION = "reaction"


CONTENT_LIMITS: Final[dict[Kind, int]] = {
    Kind.CHAT: 8 * 1024,
    Kind.NAME: 512,
    Kind.PICTURE: OPENING_LIMIT - 256,
    Kind.REACTION: 64,
}
"""Bytes of content, which is UTF-8 text but for pictures."""


class BadEntry(Exception):
    """An entry, a receipt or an opening does not hold. `code` says in which way, `detail` in which part."""

    def __init__(self, code: RefusalCode, detail: str) -> None:
        super().__init__(f"{code.value}: {detail}")
        self.code = code
        self.detail = detail


class Header(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"author": "from", "commitment": "c"}
):
    """What an author signs. `ts` is the author's Unix time in ms; `seq` counts from 1 in each talk."""

    v: int
    meeting: str
    author: bytes
    seq: int
    prev: bytes
    kind: Kind
    to: bytes
    ts: int
    commitment: bytes

    @property
    def is_private(self) -> bool:
        """True if it is for one person, whose key is blinded in `to`."""
        return len(self.to) == HASH_SIZE


@dataclass(frozen=True)
class Content:
    """An opening, opened: it fits the commitment."""

    key: bytes
    body: bytes

    @property
    def text(self) -> str:
        """The content as text; what is no UTF-8 becomes U+FFFD."""
        return self.body.decode("utf-8", "replace")


def entry_hash(entry: Entry) -> bytes:
    """SHA-256 over header and signature (of fixed length): what chains and receipts refer to."""
    return digest(entry.header, entry.signature)


def first_link(meeting: str, talk: bytes) -> bytes:
    """What each author's first entry in a talk has as `prev`, so that an entry fits into one talk only.

    SHA-256 over "vestibule talk", SHA-256 of the meeting's id, and SHA-256 of the talk's name.
    """
    return digest(b"vestibule talk", digest(meeting.encode()), digest(talk))


def write_entry(
    key: KeyPair,
    meeting: str,
    seq: int,
    prev: bytes,
    kind: Kind,
    content: bytes,
    to: bytes,
    now: float,
) -> Entry:
    """A signed entry. `to` is TO_ALL, TO_HOST or a recipient's meeting key; `now` is Unix time in seconds.

    Raises ValueError for content that is too long and for a recipient's key that is no valid point.
    """
    if len(content) > CONTENT_LIMITS[kind]:
        raise ValueError(f"{kind.value} of {len(content)} bytes")
    secret = random_secret()
    opening = msgspec.msgpack.encode((secret, content))
    private = to not in (TO_ALL, TO_HOST)
    header = msgspec.msgpack.encode(
        Header(
            VERSION,
            meeting,
            key.public,
            seq,
            prev,
            kind,
            blind(secret, to) if private else to,
            int(now * 1000),
            commit(secret, content),
        )
    )
    return Entry(header, key.sign(ENTRY, header), seal(to, opening) if private else opening)


def read_header(entry: Entry, meeting: str, author: bytes) -> Header:
    """The header, if this author signed it in this meeting. Raises BadEntry."""
    if len(entry.header) > HEADER_LIMIT:
        raise BadEntry(RefusalCode.OVERSIZED, "header")
    try:
        header = msgspec.msgpack.decode(entry.header, type=Header)
    except UNREADABLE as error:
        raise BadEntry(RefusalCode.MALFORMED, "header") from error
    if msgspec.msgpack.encode(header) != entry.header or not _is_possible(header):
        raise BadEntry(RefusalCode.MALFORMED, "header")
    if header.meeting != meeting:
        raise BadEntry(RefusalCode.BAD_SIGNATURE, "another meeting")
    if header.author != author or not verify(author, ENTRY, entry.header, entry.signature):
        raise BadEntry(RefusalCode.BAD_SIGNATURE, "author")
    return header


def open_content(header: Header, opening: bytes, reader: KeyPair | None = None) -> Content:
    """What an entry says, if the opening fits the header. `reader` opens private ones. Raises BadEntry."""
    if len(opening) > opening_limit(header):
        raise BadEntry(RefusalCode.OVERSIZED, "opening")
    if header.is_private:
        if reader is None:
            raise BadEntry(RefusalCode.BAD_SIGNATURE, "a private opening without a key")
        try:
            opening = reader.open(opening)
        except BadSeal as error:
            raise BadEntry(RefusalCode.BAD_SIGNATURE, "seal") from error
    try:
        secret, body = msgspec.msgpack.decode(opening, type=tuple[bytes, bytes])
    except UNREADABLE as error:
        raise BadEntry(RefusalCode.MALFORMED, "opening") from error
    if len(secret) != SECRET_SIZE or commit(secret, body) != header.commitment:
        raise BadEntry(RefusalCode.BAD_SIGNATURE, "commitment")
    if header.is_private and (reader is None or blind(secret, reader.public) != header.to):
        raise BadEntry(RefusalCode.BAD_SIGNATURE, "meant for another")
    return Content(secret, body)


def opening_limit(header: Header) -> int:
    """Bytes of the longest opening that a header of this kind may have."""
    return CONTENT_LIMITS[header.kind] + SECRET_SIZE + 8 + (SEAL_OVERHEAD if header.is_private else 0)


def _is_possible(header: Header) -> bool:
    return (
        header.v == VERSION
        and len(header.author) == PUBLIC_SIZE
        and 1 <= header.seq < SEQ_LIMIT
        and len(header.prev) == HASH_SIZE
        and (header.to in (TO_ALL, TO_HOST) or len(header.to) == HASH_SIZE)
        and 0 <= header.ts < 2**53
        and len(header.commitment) == HASH_SIZE
    )
