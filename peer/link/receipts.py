"""The host's word on where an entry stands: `{v, i, entry, head, ts}`, signed by the meeting key.

`i` counts from 1 in each talk; `head` is SHA-256 over the head before it and the entry's hash; `ts` is the
host's Unix time in ms.
"""

from __future__ import annotations

from typing import Final

import msgspec

from peer.keys import HASH_SIZE, KeyPair, digest, verify
from peer.link.entries import BadEntry
from peer.link.wire import UNREADABLE, Receipt
from peer.room.values import RefusalCode

RECEIPT = "vestibule/receipt/1"
VERSION: Final = 1
RECEIPT_LIMIT: Final = 256


class ReceiptBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the host signs."""

    v: int
    i: int
    entry: bytes
    head: bytes
    ts: int


def first_head(meeting: str, talk: bytes) -> bytes:
    """The head of a talk in which nothing was said.

    SHA-256 over "vestibule head", SHA-256 of the meeting's id, and SHA-256 of the talk's name.
    """
    return digest(b"vestibule head", digest(meeting.encode()), digest(talk))


def next_head(head: bytes, entry: bytes) -> bytes:
    """The head after the entry with this hash: SHA-256 over the head before it and the hash."""
    return digest(head, entry)


def make_receipt(key: KeyPair, i: int, entry: bytes, head: bytes, now: float) -> Receipt:
    """A receipt for the entry with this hash; `head` is the new one, `now` Unix time in seconds."""
    body = msgspec.msgpack.encode(ReceiptBody(VERSION, i, entry, head, int(now * 1000)))
    return Receipt(body, key.sign(RECEIPT, body))


def read_receipt(receipt: Receipt, meeting_key: bytes) -> ReceiptBody:
    """What the service with this meeting key signed. Raises BadEntry."""
    if len(receipt.body) > RECEIPT_LIMIT:
        raise BadEntry(RefusalCode.OVERSIZED, "receipt")
    try:
        body = msgspec.msgpack.decode(receipt.body, type=ReceiptBody)
    except UNREADABLE as error:
        raise BadEntry(RefusalCode.MALFORMED, "receipt") from error
    possible = body.v == VERSION and body.i >= 1 and body.ts >= 0 and len(body.entry) == HASH_SIZE
    if not possible or len(body.head) != HASH_SIZE or msgspec.msgpack.encode(body) != receipt.body:
        raise BadEntry(RefusalCode.MALFORMED, "receipt")
    if not verify(meeting_key, RECEIPT, receipt.body, receipt.signature):
        raise BadEntry(RefusalCode.BAD_SIGNATURE, "receipt")
    return body
