"""A member's check of all that reaches them: signatures, places, chains, openings. Trusts the host's machine
in nothing but the routing.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from peer.keys import KeyPair, meeting_id
from peer.link.entries import (
    BadEntry,
    Content,
    Header,
    entry_hash,
    first_link,
    open_content,
    read_header,
)
from peer.link.receipts import ReceiptBody, first_head, next_head, read_receipt
from peer.link.wire import Entry, Receipt
from peer.room.values import RefusalCode

TALK_LIMIT: Final = 512
AUTHOR_LIMIT: Final = 1024
RECENT_LIMIT: Final = 256


@dataclass(frozen=True)
class Line:
    """An entry that holds. `content` is None where it is not for this machine; `at` is the host's Unix time
    in seconds.
    """

    header: Header
    content: Content | None
    number: int
    at: float
    missing: int
    """How many entries of the talk never reached this machine since the one before."""


class _Spoke(NamedTuple):
    """The last entry of one author in a talk: its place in their chain and in the talk."""

    seq: int
    hash: bytes
    i: int


@dataclass
class _Place:
    """How far this machine has followed one talk."""

    i: int
    head: bytes
    gap: int
    """The index after the last hole; 0 if there is none. What was said before this machine came is a hole
    too.
    """
    recent: OrderedDict[int, bytes] = field(default_factory=OrderedDict)
    authors: dict[bytes, _Spoke] = field(default_factory=dict)


class Reader:
    """Reads the talks of one meeting on one member's machine. `meeting_key` is the service's public one."""

    def __init__(self, meeting_key: bytes, own: KeyPair) -> None:
        self._meeting = meeting_id(meeting_key)
        self._meeting_key = meeting_key
        self._own = own
        self._places: OrderedDict[bytes, _Place] = OrderedDict()

    def take(self, entry: Entry, receipt: Receipt, author: bytes, talk: bytes) -> Line:
        """What somebody said; `author` is their meeting key. Raises BadEntry, and has changed nothing then."""
        header = read_header(entry, self._meeting, author)
        hash_ = entry_hash(entry)
        body = read_receipt(receipt, self._meeting_key)
        if body.entry != hash_:
            raise BadEntry(RefusalCode.BAD_SIGNATURE, "the receipt of another entry")
        content = None if entry.opening is None else open_content(header, entry.opening, self._own)
        place = self._places.get(talk)
        if place is not None and body.i <= place.i:
            raise BadEntry(RefusalCode.OUT_OF_ORDER, "replayed")
        missing = self._missing(body, talk)
        self._check_chain(header, talk, missing)
        known = place is not None
        place = self._follow(body, talk, missing)
        if author in place.authors or len(place.authors) < AUTHOR_LIMIT:
            place.authors[author] = _Spoke(header.seq, hash_, body.i)
        return Line(header, content, body.i, body.ts / 1000, missing if known else 0)

    def take_receipt(self, receipt: Receipt, talk: bytes) -> ReceiptBody:
        """A receipt alone: of an own entry (perhaps once more, after a broken line). Raises BadEntry."""
        body = read_receipt(receipt, self._meeting_key)
        place = self._places.get(talk)
        if place is None or body.i > place.i:
            self._follow(body, talk, self._missing(body, talk))
        elif place.recent.get(body.i, body.head) != body.head:
            raise BadEntry(RefusalCode.BAD_SIGNATURE, "two heads")
        return body

    def _missing(self, body: ReceiptBody, talk: bytes) -> int:
        """How many entries were left out before this one. Raises BadEntry if none was and the head does not
        follow.
        """
        place = self._places.get(talk)
        if place is None:
            before, head = 0, first_head(self._meeting, talk)
        else:
            before, head = place.i, place.head
        missing = body.i - before - 1
        if missing == 0 and next_head(head, body.entry) != body.head:
            raise BadEntry(RefusalCode.BAD_SIGNATURE, "head")
        return missing

    def _check_chain(self, header: Header, talk: bytes, missing: int) -> None:
        """An author's entries follow one another; a hole in them is possible only where the talk has one."""
        place = self._places.get(talk)
        spoke = _Spoke(0, first_link(self._meeting, talk), 0)
        gap = 0
        if place is not None:
            spoke = place.authors.get(header.author, spoke)
            gap = place.gap
        follows = header.seq == spoke.seq + 1 and header.prev == spoke.hash
        leaps = header.seq > spoke.seq + 1 and (missing > 0 or gap > spoke.i)
        if not follows and not leaps:
            raise BadEntry(RefusalCode.OUT_OF_ORDER, "chain")

    def _follow(self, body: ReceiptBody, talk: bytes, missing: int) -> _Place:
        place = self._places.get(talk)
        if place is None:
            place = self._places[talk] = _Place(body.i, body.head, body.i if missing else 0)
            if len(self._places) > TALK_LIMIT:
                self._places.popitem(last=False)
        else:
            self._places.move_to_end(talk)
            place.i, place.head = body.i, body.head
            place.gap = body.i if missing else place.gap
        place.recent[body.i] = body.head
        if len(place.recent) > RECENT_LIMIT:
            place.recent.popitem(last=False)
        return place
