"""A head of the record of orders, as members are told it and keep it: whoever holds one finds a record rewritten.

The service signs the msgpack array of the meeting's id, the number of a line and that line's hash, as
`vestibule/record-head/1`. A receipt file holds heads of one meeting, one in a line of JSON, oldest first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from peer.keys import HASH_SIZE, KeyPair, meeting_id, verify

RECORD_HEAD: Final = "vestibule/record-head/1"
HEAD_LIMIT: Final = 4096
"""Heads that a member keeps; of more, the oldest go."""
RECEIPT_LIMIT: Final = 4 * 1024 * 1024
NUMBER_LIMIT: Final = 2**53


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The service's signed word that line `number` of its record has this hash. `meeting_key` is the service's."""

    meeting_key: bytes
    number: int
    head: bytes
    signature: bytes

    def holds(self) -> bool:
        """True if the service with this meeting key signed it."""
        if not 0 <= self.number < NUMBER_LIMIT or len(self.head) != HASH_SIZE:
            return False
        body = _body(self.meeting_key, self.number, self.head)
        return verify(self.meeting_key, RECORD_HEAD, body, self.signature)


def make_head(key: KeyPair, number: int, head: bytes) -> Head:
    """Sign that line `number` has this hash."""
    return Head(key.public, number, head, key.sign(RECORD_HEAD, _body(key.public, number, head)))


def _body(meeting_key: bytes, number: int, head: bytes) -> bytes:
    return msgspec.msgpack.encode((meeting_id(meeting_key), number, head))


class BadReceipt(Exception):
    """A file is no receipt: it cannot be read, is of several meetings, or holds what no service signed."""


def write_receipt(heads: Iterable[Head]) -> bytes:
    """The content of a receipt file."""
    return b"".join(msgspec.json.encode(head) + b"\n" for head in heads)


def read_receipt(content: bytes) -> tuple[Head, ...]:
    """The heads in a receipt file, by number. Raises BadReceipt."""
    if len(content) > RECEIPT_LIMIT:
        raise BadReceipt("too large")
    try:
        heads = msgspec.json.Decoder(Head).decode_lines(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadReceipt("not a receipt") from error
    if not heads or len(heads) > HEAD_LIMIT or len({head.meeting_key for head in heads}) > 1:
        raise BadReceipt("not of one meeting")
    if not all(head.holds() for head in heads):
        raise BadReceipt("not signed")
    return tuple(sorted(heads, key=lambda head: head.number))


class Kept:
    """The heads that a member was told, bounded."""

    def __init__(self) -> None:
        self._heads: list[Head] = []

    @property
    def heads(self) -> tuple[Head, ...]:
        """Oldest first."""
        return tuple(self._heads)

    def take(self, head: Head) -> bool:
        """Keep a head. False if it does not hold, or contradicts one before: then the record was rewritten.

        A contradiction is kept too, being signed: it is the proof.
        """
        if not head.holds():
            return False
        last = self._heads[-1] if self._heads else None
        if last is not None and (last.meeting_key, last.number, last.head) == (
            head.meeting_key,
            head.number,
            head.head,
        ):
            return True
        self._heads.append(head)
        del self._heads[:-HEAD_LIMIT]
        return last is None or (head.meeting_key == last.meeting_key and head.number > last.number)
