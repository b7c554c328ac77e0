"""What people say, on the host's machine: checked against its signature and its chain, kept until the core has decided,
then receipted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from peer.commands import ChatLine, Reaction
from peer.keys import MeetingKeys
from peer.link.entries import MEETING_TALK, TO_ALL, TO_HOST, BadEntry, Kind, entry_hash
from peer.link.ledger import Checked, Ledger, LedgerState
from peer.link.receipts import ReceiptBody, read_receipt
from peer.link.wire import Entry, Receipt, Receipted, Say
from peer.room.effects import PassOn
from peer.room.events import Said
from peer.room.values import PersonId, Refusal

AUTHORS_LIMIT = 4096
"""Entries of the meeting's talk whose authors are remembered, so that they can take them off the screens."""


@dataclass(frozen=True)
class Kept:
    """An entry with its place. `line` is what a console prints of it, where there is something to read."""

    entry: Entry
    to: str | None
    receipt: Receipt
    line: ChatLine | Reaction | None


@dataclass(frozen=True)
class _Waiting:
    """An entry that holds, while the core decides on it."""

    checked: Checked
    said: Said


class HostTalk:
    """All that is said in one meeting. `clock` gives Unix time in seconds."""

    def __init__(self, keys: MeetingKeys, clock: Callable[[], float], state: LedgerState | None) -> None:
        self._keys = keys
        self._clock = clock
        self._ledger = Ledger(keys, state)
        self._key_of: dict[PersonId, bytes] = {}
        self._waiting: dict[int, _Waiting] = {}
        self._authors: dict[int, PersonId] = {}
        self._number = 0

    @property
    def state(self) -> LedgerState:
        """What the sealed state file keeps: places and hashes, no word."""
        return self._ledger.state

    def knows(self, person: PersonId, key: bytes) -> None:
        """This person speaks with this meeting key."""
        self._key_of[person] = key

    def forget(self, person: PersonId) -> None:
        """This person is gone; a talk that they had as a guest is forgotten."""
        key = self._key_of.pop(person, None)
        if key is not None:
            self._ledger.forget(key)

    def heard(self, person: PersonId, say: Say, guests: frozenset[PersonId]) -> Said | Receipted | Refusal:
        """What the core is told of an entry; its receipt if it has one already; or why it does not hold."""
        talk_with = person if person in guests else say.to if say.to in guests else None
        talk = MEETING_TALK if talk_with is None else self._key_of[talk_with]
        try:
            checked = self._ledger.check(
                say.entry, self._key_of[person], talk, _header_to(say, talk_with, person)
            )
        except BadEntry as bad:
            return Refusal(bad.code, {"part": bad.detail})
        if isinstance(checked, Receipt):
            return Receipted(checked, talk_with)
        self._number += 1
        text = "" if checked.content is None or checked.header.kind is Kind.PICTURE else checked.content.text
        said = Said(person, self._number, checked.header.kind.value, say.to, text)
        self._waiting[self._number] = _Waiting(checked, said)
        return said

    def receipt(self, effect: PassOn, name: str) -> Kept:
        """Give an entry that the core passed its place. `name` is its author's."""
        waiting = self._waiting.pop(effect.number)
        receipt = self._ledger.receipt(waiting.checked, self._clock())
        body = read_receipt(receipt, self._keys.signing.public)
        if effect.talk is None:
            self._authors[body.i] = waiting.said.by
            if len(self._authors) > AUTHORS_LIMIT:
                del self._authors[next(iter(self._authors))]
        return Kept(waiting.checked.entry, waiting.said.to, receipt, _line(waiting, body, effect, name))

    def author(self, number: int) -> PersonId | None:
        """Who wrote the entry with this place in the meeting's talk, if that is not too long ago."""
        return self._authors.get(number)

    def drop(self, number: int) -> bytes:
        """Forget an entry that the core refused; its hash."""
        return self._waiting.pop(number).checked.hash


def _line(waiting: _Waiting, body: ReceiptBody, effect: PassOn, name: str) -> ChatLine | Reaction | None:
    said = waiting.said
    if waiting.checked.content is None:
        return None
    if said.kind == Kind.REACTION.value:
        return Reaction(said.by, said.text)
    if said.kind != Kind.CHAT.value:
        return None
    return ChatLine(
        by=said.by,
        name=name,
        text=said.text,
        at=body.ts / 1000,
        number=body.i,
        to=said.to,
        talk=effect.talk,
    )


def hash_of(say: Say) -> bytes:
    """The hash by which an author knows what was refused."""
    return entry_hash(say.entry)


def _header_to(say: Say, talk_with: PersonId | None, author: PersonId) -> bytes | None:
    """What the signed header must say: in a guest's talk the guest writes to the host, the host to all of the talk."""
    if talk_with is not None:
        return TO_HOST if talk_with == author else TO_ALL
    if say.to is None:
        return TO_ALL
    return TO_HOST if say.to == "host" else None
