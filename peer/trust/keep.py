"""The records of orders on a host's disk: a folder for each meeting, begun, gone on with, erased from, and let go."""

from __future__ import annotations

import contextlib
import logging
import os
import re
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from peer.keys import KeyPair, meeting_id
from peer.trust.entry import BadLine, read
from peer.trust.files import KEYS_NAME, LOG_NAME, TEXTS_NAME, Disk, Keeping, Memory, read_folder
from peer.trust.texts import Sealer, owners_of, read_keys, without_keys
from peer.trust.verify import Report, Unreadable, verify_record

log = logging.getLogger("vestibule.record")

KEPT_FOR: Final = 365 * 86_400.0
"""Seconds for which a record is kept, from its first line on."""

HELD_NAME: Final = "held"
"""A file of this name in a record's folder says that a case holds it: it is not let go."""

FOLDER: Final = re.compile(r"([a-z2-7]{13})(-[0-9]+)?")


@dataclass(frozen=True)
class Begun:
    """Where a meeting's record is kept, and what is in it already (`size` bytes, over all its files)."""

    keeping: Keeping
    sealer: Sealer
    before: Report | None = None
    size: int = 0


def records_of(home: Path) -> Path:
    """The folder with all records of an installation."""
    return home / "records"


def in_memory(text_key: bytes) -> Begun:
    """A record that ends with its service."""
    return Begun(Memory(), Sealer(text_key))


def on_disk(records: Path, key: KeyPair, text_key: bytes) -> Begun:
    """Begin the record of this meeting, or go on with the one that a dead service left. Blocks. Raises OSError.

    A record that was damaged is reported and left as it is; another begins beside it.
    """
    meeting = meeting_id(key.public)
    for attempt in count(1):
        folder = records / (meeting if attempt == 1 else f"{meeting}-{attempt}")
        try:
            contents = read_folder(folder)
            if b"\n" not in contents.orders:
                return Begun(Disk(folder), Sealer(text_key))
            report = verify_record(contents.orders)
        except (Unreadable, ValueError):
            log.error("the record of orders in %s cannot be read: another begins", folder.name)
            continue
        if report.fault is None and report.opened.meeting_key == key.public:
            sealer = Sealer(text_key, read_keys(contents.keys, text_key))
            size = len(contents.orders) + len(contents.texts) + len(contents.keys)
            return Begun(Disk(folder), sealer, report, size)
        first = report.fault.first if report.fault is not None else 0
        log.error("the record of orders in %s is damaged from line %d on: another begins", folder.name, first)
    raise AssertionError("unreachable: the count has no end")


def prune(records: Path, now: float) -> list[str]:
    """Delete the records that are older than KEPT_FOR and held by no case; their meetings' ids. Blocks.

    `now` is Unix time in seconds. What cannot be deleted is tried again at the next start.
    """
    gone = []
    with contextlib.suppress(OSError):
        for folder in sorted(records.iterdir()):
            named = FOLDER.fullmatch(folder.name)
            if named is None or (folder / HELD_NAME).exists():
                continue
            with contextlib.suppress(OSError):
                if now - _began(folder / LOG_NAME) > KEPT_FOR:
                    _delete(folder)
                    gone.append(named[1])
    return gone


def erase(folder: Path, text_key: bytes, identity: bytes) -> int:
    """Erase a person from a finished record: under how many ids they were in it. Blocks. Raises OSError, ValueError.

    The keys of all texts about them are overwritten where they lie.
    """
    contents = read_folder(folder)
    owners = owners_of(contents.texts, read_keys(contents.keys, text_key), identity)
    if owners:
        _overwrite(folder / KEYS_NAME, without_keys(contents.keys, owners))
    return len(owners)


def _began(path: Path) -> float:
    """When a record began, by its first line; by its file, where that line says nothing."""
    with path.open("rb") as file:
        line = file.readline(1024)
    try:
        return read(line.rstrip(b"\n"))[0].at / 1000
    except BadLine:
        return path.stat().st_mtime


def _delete(folder: Path) -> None:
    """Delete a record, its keys first and overwritten, so that no text outlives them."""
    keys = folder / KEYS_NAME
    if keys.exists():
        _overwrite(keys, bytes(keys.stat().st_size))
    for name in (KEYS_NAME, TEXTS_NAME, LOG_NAME):
        (folder / name).unlink(missing_ok=True)
    folder.rmdir()


def _overwrite(path: Path, content: bytes) -> None:
    """Write over a file of the same length, in its place on the disk."""
    with path.open("r+b") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
