"""The record of orders of one meeting, as its host's service keeps it: signed, chained, and only ever longer."""

from __future__ import annotations

import asyncio
import logging
import re
from collections import deque
from collections.abc import Callable
from typing import Any, Final

import msgspec

from peer.keys import KeyPair, is_service_certified, meeting_id
from peer.room.values import Party, PersonId
from peer.trust.entry import (
    VERSION,
    AnyEntry,
    Certified,
    Full,
    More,
    Opened,
    Order,
    Resumed,
    first_prev,
    write,
)
from peer.trust.files import Contents, Lines
from peer.trust.floods import Floods
from peer.trust.heads import Head, make_head
from peer.trust.keep import Begun
from peer.trust.texts import TEXT_LIMIT, Identified, Sealer

log = logging.getLogger("vestibule.record")

CONSOLE: Final = "console"
"""Who gave an order on the service's standard input."""

HEAD_EVERY: Final = 1.0
"""Seconds at least between two heads that are told."""

SIZE_LIMIT: Final = 32 * 1024 * 1024
"""Bytes of a record. A meeting of a day with an order each second has a third of it."""

PEOPLE_LIMIT: Final = 1024
"""People whose commitments are used again."""

PERSON: Final = re.compile(r"[0-9a-f]{8}")
PLAIN_LIMIT: Final = 256
"""Characters of what stands in a record as it came."""


class OrderRecord:
    """Notes orders. All calls belong on the loop.

    `begun` says where they are kept, and what is kept already where the service died and was started again. `clock`
    gives Unix time in seconds.
    """

    def __init__(
        self,
        *,
        key: KeyPair,
        host: bytes,
        clock: Callable[[], float],
        begun: Begun,
    ) -> None:
        self._key = key
        self._host = host
        self._keeping = begun.keeping
        self._sealer = begun.sealer
        self._clock = clock
        before = self._before = begun.before
        self._n = len(before.entries) if before else 0
        self._head = before.head if before else first_prev(meeting_id(key.public))
        self._size = begun.size
        self._full = False
        self._certified = before is not None and before.certified
        self._people: dict[PersonId, tuple[Party, bytes]] = {}
        self._floods = Floods()
        self._unsafe: deque[tuple[int, bytes]] = deque()
        self._tell: Callable[[Head], None] = lambda _head: None
        self._safe: tuple[int, bytes] | None = None
        self._telling: asyncio.TimerHandle | None = None

    def start(self, tell: Callable[[Head], None]) -> None:
        """Begin. `tell` hears of the newest line that is safe, at most once a second."""
        self._tell = tell
        self._keeping.start(self._kept)
        if self._before is None:
            public = self._key.public
            self._append(Opened, v=VERSION, meeting=meeting_id(public), meeting_key=public, host=self._host)
        else:
            self._append(Resumed, torn=self._before.torn)

    def certify(self, certificate: bytes) -> None:
        """The host proved who they are, and signed for this service's meeting key."""
        if not self._certified and is_service_certified(certificate, self._host, self._key.public):
            self._certified = True
            self._append(Certified, certificate=certificate)

    def order(
        self,
        by: Party,
        what: str,
        about: tuple[Party, ...] = (),
        *,
        number: int = 0,
        details: dict[str, str | int | bool] | None = None,
        texts: dict[str, str] | None = None,
        refused: str = "",
    ) -> None:
        """Note an order. Of many refused ones within a minute only the count is noted.

        `by.person` is CONSOLE for the service's standard input. Ids and details may come from a machine that obeys
        nothing: what is no id, or long, is left out.
        """
        now = self._clock()
        self._note_more(self._floods.over(now))
        if refused and not self._floods.is_noted(by.person, now):
            return
        people, beside = {}, _Beside()
        for party in dict.fromkeys((by, *about)):
            if party.identity or party.name:
                people[party.person] = self._identify(party, beside)
        owner = about[0] if len(about) == 1 and about[0].person in people else by
        commitments = {
            name: beside.add(self._sealer, owner.person, text[:TEXT_LIMIT].encode(errors="replace"))
            for name, text in (texts or {}).items()
        }
        self._append(
            Order,
            beside,
            by=by.person,
            what=what,
            number=number,
            role=by.role,
            whom=tuple(one.person if PERSON.fullmatch(one.person) else "" for one in about),
            details={name: one for name, one in (details or {}).items() if _is_short(one)},
            people=people,
            texts=commitments,
            refused=refused,
        )

    async def contents(self) -> Contents:
        """What is kept so far. Raises OSError."""
        return await self._keeping.contents()

    async def close(self) -> None:
        """Note what was counted, and wait until all is kept."""
        self._note_more(self._floods.all())
        await self._keeping.close()
        if self._telling is not None:
            self._telling.cancel()

    # --- lines ---------------------------------------------------------------------------------

    def _identify(self, party: Party, beside: _Beside) -> bytes:
        """The commitment to a person's name and identity, the same as long as these are."""
        known = self._people.get(party.person)
        if known is not None and (known[0].identity, known[0].name) == (party.identity, party.name):
            return known[1]
        content = msgspec.json.encode(Identified(party.name, party.identity))
        commitment = beside.add(self._sealer, party.person, content)
        self._people.pop(party.person, None)
        self._people[party.person] = (party, commitment)
        while len(self._people) > PEOPLE_LIMIT:
            del self._people[next(iter(self._people))]
        return commitment

    def _note_more(self, counts: list[tuple[PersonId, int]]) -> None:
        for by, refused in counts:
            self._append(More, by=by, refused=refused)

    def _append(self, kind: type[AnyEntry], beside: _Beside | None = None, **fields: Any) -> None:
        if self._full:
            return
        if self._size > SIZE_LIMIT:
            self._full = True
            kind, beside, fields = Full, None, {}
            log.error("the record of orders is full: later orders are not in it")
        at = int(self._clock() * 1000)
        written = write(self._key, kind(n=self._n, prev=self._head, at=at, **fields))
        self._n, self._head = written.n + 1, written.head
        beside = beside or _Beside()
        lines = Lines(written.n, written.line + b"\n", bytes(beside.texts), bytes(beside.keys))
        self._size += len(lines.order) + len(lines.texts) + len(lines.keys)
        self._unsafe.append((written.n, written.head))
        self._keeping.put(lines)

    # --- heads ---------------------------------------------------------------------------------

    def _kept(self, n: int) -> None:
        """All up to line `n` is safe: from now on nobody can lose it by a crash, so it may be told."""
        while self._unsafe and self._unsafe[0][0] <= n:
            self._safe = self._unsafe.popleft()
        if self._telling is None:
            self._tell_now()

    def _tell_now(self) -> None:
        self._telling = None
        if self._safe is None:
            return
        number, head = self._safe
        self._safe = None
        self._tell(make_head(self._key, number, head))
        self._telling = asyncio.get_running_loop().call_later(HEAD_EVERY, self._tell_now)


class _Beside:
    """The lines that one order adds to the files beside the record."""

    def __init__(self) -> None:
        self.texts = bytearray()
        self.keys = bytearray()

    def add(self, sealer: Sealer, owner: PersonId, content: bytes) -> bytes:
        """Commit to a text; its commitment."""
        committed = sealer.commit(owner, content)
        self.texts += committed.text
        self.keys += committed.key
        return committed.commitment


def _is_short(value: str | int | bool) -> bool:
    """Whether a detail may stand in the record: msgspec writes no integer beyond 64 bits."""
    return len(value) <= PLAIN_LIMIT if isinstance(value, str) else -(2**63) <= value < 2**63
