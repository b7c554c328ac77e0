"""A member's own side of a talk: entries in a chain, one on its way at a time.

The chain holds what was receipted and nothing else: an entry that the host refused leaves no hole, and a hole
that a reader finds was made by the host. So the next entry is signed only when the one before it has its
answer.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Final

from peer.keys import KeyPair
from peer.link.entries import MEETING_TALK, Kind, entry_hash, first_link, write_entry
from peer.link.wire import Entry

QUEUE_LIMIT: Final = 32


class TooMuchToSay(Exception):
    """More waits for the host's answers than is kept."""


@dataclass(frozen=True)
class Written:
    """An entry on its way, and what its author knows of it. `to` is TO_ALL, TO_HOST or a meeting key."""

    entry: Entry
    kind: Kind
    content: bytes
    to: bytes

    @property
    def hash(self) -> bytes:
        """The entry's hash: receipts and refusals name it."""
        return entry_hash(self.entry)


class Author:
    """Writes the entries of one person in one talk."""

    def __init__(self, key: KeyPair, meeting: str, talk: bytes = MEETING_TALK) -> None:
        self._key = key
        self._meeting = meeting
        self._seq = 0
        self._last = first_link(meeting, talk)
        self._waiting: deque[tuple[Kind, bytes, bytes]] = deque()
        self.pending: Written | None = None
        """The entry that has no answer yet; after a reconnection it is sent again as it is."""

    def say(self, kind: Kind, content: bytes, to: bytes, now: float) -> Written | None:
        """The entry to send now, or None if it waits for the answer to another.

        `to` is TO_ALL, TO_HOST or a recipient's meeting key; `now` is Unix time in seconds. Raises
        TooMuchToSay, and ValueError for content that is too long.
        """
        if self.pending is None:
            self.pending = self._write(kind, content, to, now)
            return self.pending
        if len(self._waiting) >= QUEUE_LIMIT:
            raise TooMuchToSay
        self._waiting.append((kind, content, to))
        return None

    def receipted(self, entry: bytes, now: float) -> Written | None:
        """The pending entry, if its hash is this one, stands. The entry to send next, if one waits."""
        if self.pending is None or self.pending.hash != entry:
            return None
        self._seq += 1
        self._last = entry
        return self._next(now)

    def refused(self, entry: bytes, now: float) -> Written | None:
        """The pending entry, if its hash is this one, was dropped. The entry to send next, if one waits."""
        if self.pending is None or self.pending.hash != entry:
            return None
        return self._next(now)

    def _next(self, now: float) -> Written | None:
        self.pending = self._write(*self._waiting.popleft(), now) if self._waiting else None
        return self.pending

    def _write(self, kind: Kind, content: bytes, to: bytes, now: float) -> Written:
        entry = write_entry(self._key, self._meeting, self._seq + 1, self._last, kind, content, to, now)
        return Written(entry, kind, content, to)
