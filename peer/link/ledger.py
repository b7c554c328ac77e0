"""The host's side of every talk: whether an entry holds, and its place once it is passed on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from peer.keys import MeetingKeys
from peer.link.entries import (
    BadEntry,
    Content,
    Header,
    entry_hash,
    first_link,
    open_content,
    opening_limit,
    read_header,
)
from peer.link.receipts import first_head, make_receipt, next_head
from peer.link.wire import Entry, Receipt
from peer.room.values import RefusalCode

TALK_LIMIT: Final = 512
CHAIN_LIMIT: Final = 4096
LEAP: Final = 2**20
"""What a restarted service skips: no index is ever given twice, whatever was lost since its state was saved.
"""


class Chain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where one author stands in one talk. `receipt` answers the same entry again after a broken line."""

    talk: bytes
    author: bytes
    seq: int
    last: bytes
    receipt: Receipt | None = None


class Talk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where one talk stands."""

    name: bytes
    i: int
    head: bytes


class LedgerState(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the sealed state file keeps: places and hashes, no word."""

    talks: tuple[Talk, ...] = ()
    chains: tuple[Chain, ...] = ()


@dataclass(frozen=True)
class Checked:
    """An entry that holds after `last` of its author, None being the beginning.

    `content` is None for a private message, which this machine cannot read.
    """

    entry: Entry
    hash: bytes
    header: Header
    talk: bytes
    content: Content | None
    last: bytes | None


class Ledger:
    """All talks of one meeting on the host's machine."""

    def __init__(self, keys: MeetingKeys, state: LedgerState | None = None) -> None:
        self._keys = keys
        self._talks: dict[bytes, Talk] = {}
        self._chains: dict[tuple[bytes, bytes], Chain] = {}
        self._unsure: set[tuple[bytes, bytes]] = set()
        """Chains that may have grown since the state was saved: their next entry may lie further on."""
        self._restarted = state is not None
        if state is not None:
            for talk in state.talks:
                self._talks[talk.name] = msgspec.structs.replace(talk, i=talk.i + LEAP)
            for chain in state.chains:
                self._chains[chain.talk, chain.author] = chain
                self._unsure.add((chain.talk, chain.author))

    @property
    def state(self) -> LedgerState:
        """What the sealed state file keeps."""
        return LedgerState(tuple(self._talks.values()), tuple(self._chains.values()))

    def check(self, entry: Entry, author: bytes, talk: bytes, to: bytes | None) -> Checked | Receipt:
        """The entry, if it holds; or its receipt, if it has one already. Changes nothing. Raises BadEntry.

        `author` is the meeting key of the link that it came over. `to` is what the header must say: TO_ALL,
        TO_HOST, or None for a private message.
        """
        header = read_header(entry, self._keys.id, author)
        hash_ = entry_hash(entry)
        chain = self._chains.get((talk, author))
        if chain is not None and chain.last == hash_ and chain.receipt is not None:
            return chain.receipt
        if (None if header.is_private else header.to) != to:
            raise BadEntry(RefusalCode.MALFORMED, "to")
        self._check_order(header, talk, chain)
        if entry.opening is None or len(entry.opening) > opening_limit(header):
            raise BadEntry(RefusalCode.MALFORMED, "opening")
        content = None if header.is_private else open_content(header, entry.opening)
        return Checked(entry, hash_, header, talk, content, chain.last if chain else None)

    def receipt(self, checked: Checked, now: float) -> Receipt:
        """Give a checked entry its place. `now` is Unix time in seconds.

        Raises ValueError, our own mistake, if another entry of its author got its place since the check.
        """
        key = (checked.talk, checked.header.author)
        chain = self._chains.get(key)
        if checked.last != (chain.last if chain else None):
            raise ValueError("checked before another entry of its author was receipted")
        talk = self._talks.get(checked.talk) or self._new_talk(checked.talk)
        head = next_head(talk.head, checked.hash)
        receipt = make_receipt(self._keys.signing, talk.i + 1, checked.hash, head, now)
        self._talks[checked.talk] = Talk(checked.talk, talk.i + 1, head)
        self._chains[key] = Chain(*key, checked.header.seq, checked.hash, receipt)
        self._unsure.discard(key)
        return receipt

    def forget(self, talk: bytes) -> None:
        """A guest is gone, and their talk with them."""
        self._talks.pop(talk, None)
        for key in [key for key in self._chains if key[0] == talk]:
            del self._chains[key]
            self._unsure.discard(key)

    def _check_order(self, header: Header, talk: bytes, chain: Chain | None) -> None:
        if chain is None:
            if len(self._chains) >= CHAIN_LIMIT or (
                talk not in self._talks and len(self._talks) >= TALK_LIMIT
            ):
                raise BadEntry(RefusalCode.BUSY, "talks")
            first = header.seq == 1 and header.prev == first_link(self._keys.id, talk)
            holds = first or self._restarted
        elif (talk, header.author) in self._unsure:
            holds = header.seq > chain.seq
        else:
            holds = (header.seq, header.prev) == (chain.seq + 1, chain.last)
        if not holds:
            raise BadEntry(RefusalCode.OUT_OF_ORDER, "chain")

    def _new_talk(self, name: bytes) -> Talk:
        return Talk(name, LEAP if self._restarted else 0, first_head(self._keys.id, name))
