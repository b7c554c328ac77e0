"""Whether a record of orders holds: a pure function of the file's bytes and, where there is one, of a receipt's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from peer.keys import is_service_certified, meeting_id
from peer.trust.entry import (
    VERSION,
    AnyEntry,
    BadLine,
    Certified,
    Opened,
    first_prev,
    line_hash,
    read,
    read_signed,
)
from peer.trust.heads import Head

LOG_LIMIT: Final = 64 * 1024 * 1024
"""Bytes that a record may have."""


class Unreadable(Exception):
    """A file is no record of orders."""


@dataclass(frozen=True)
class Fault:
    """The first line that does not hold, by its number; `last` is the end of the range where only that is known.

    `why`: form (not a line of a record), signature (changed), certificate, chain (the line before it was changed),
    dropped (lines `first` to `last` are missing), added (a line stands twice or out of place), receipt (lines were
    changed, dropped or added since the receipt), meeting (the receipt is of another).
    """

    first: int
    last: int
    why: str


@dataclass(frozen=True)
class Report:
    """What a record is worth. `entries` are those before the fault; `head` is the hash of the last of them.

    `torn` counts the bytes of a last line without an end, which a crash leaves: it is no order and no fault.
    """

    opened: Opened
    entries: tuple[AnyEntry, ...]
    head: bytes
    certified: bool
    torn: int
    fault: Fault | None

    @property
    def holds(self) -> bool:
        """True if there is no fault."""
        return self.fault is None


def verify_record(content: bytes, receipt: tuple[Head, ...] = ()) -> Report:
    """Check every line, the chain, the certificate, and what the receipt says. Raises Unreadable."""
    if len(content) > LOG_LIMIT:
        raise Unreadable("too large")
    *lines, rest = content.split(b"\n")
    opened = _opened(lines)
    entries: list[AnyEntry] = []
    hashes: list[bytes] = []
    fault: Fault | None = None
    for entry in _chained(lines, opened):
        if isinstance(entry, Fault):
            fault = entry
            break
        entries.append(entry)
        hashes.append(line_hash(lines[entry.n]))
    found = _against(receipt, opened, hashes, intact=fault is None)
    if found is not None and (fault is None or found.first < fault.first):
        fault = found
    kept = len(entries) if fault is None else min(len(entries), fault.first)
    held = tuple(entries[:kept])
    certified = any(isinstance(entry, Certified) for entry in held)
    return Report(opened, held, hashes[kept - 1] if kept else b"", certified, len(rest), fault)


def _opened(lines: list[bytes]) -> Opened:
    if not lines:
        raise Unreadable("no line")
    try:
        opened, _, _ = read(lines[0])
    except BadLine as bad:
        raise Unreadable("the first line") from bad
    if not isinstance(opened, Opened) or opened.v != VERSION:
        raise Unreadable("the first line")
    return opened


def _chained(lines: list[bytes], opened: Opened) -> Iterator[AnyEntry | Fault]:
    """Each entry that holds, in order, and at most one fault, last."""
    prev = first_prev(opened.meeting)
    for n, line in enumerate(lines):
        try:
            entry = read_signed(line, opened.meeting_key)
        except BadLine as bad:
            yield Fault(n, n, bad.why)
            return
        fault = _placed(entry, n, prev, opened)
        if fault is not None:
            yield fault
            return
        yield entry
        prev = line_hash(line)


def _placed(entry: AnyEntry, n: int, prev: bytes, opened: Opened) -> Fault | None:
    """Why an entry that is signed does not belong in this place."""
    if entry.n > n:
        return Fault(n, entry.n - 1, "dropped")
    if entry.n < n or (isinstance(entry, Opened) and n > 0):
        return Fault(n, n, "added")
    if entry.prev != prev:
        return Fault(max(0, n - 1), n, "chain")
    if n == 0 and opened.meeting != meeting_id(opened.meeting_key):
        return Fault(0, 0, "form")
    if isinstance(entry, Certified) and not is_service_certified(
        entry.certificate, opened.host, opened.meeting_key
    ):
        return Fault(n, n, "certificate")
    return None


def _against(receipt: tuple[Head, ...], opened: Opened, hashes: list[bytes], *, intact: bool) -> Fault | None:
    """The first contradiction between a receipt and the lines that hold by themselves."""
    agreed = -1
    for head in receipt:
        if head.meeting_key != opened.meeting_key:
            return Fault(0, 0, "meeting")
        if head.number >= len(hashes):
            return Fault(len(hashes), head.number, "dropped") if intact else None
        if head.head != hashes[head.number]:
            return Fault(agreed + 1, head.number, "receipt")
        agreed = head.number
    return None
