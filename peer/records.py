"""The record of orders, as a command line says where it lies and how it is saved for people to read."""

from __future__ import annotations

import argparse
import asyncio
import logging
import time
from pathlib import Path

from peer.commands import RecordSaved, SaveRecord
from peer.failures import Failure, of_os_error, system_language
from peer.json_lines import LineWriter
from peer.keys import MeetingKeys
from peer.link.secret_store import KeyringLocked, SecretStore
from peer.run_file import write_private
from peer.secret import home_of
from peer.tasks import Tasks
from peer.trust.export import as_json_lines, as_page, readable
from peer.trust.files import Contents
from peer.trust.keep import Begun, in_memory, on_disk, prune, records_of
from peer.trust.record import OrderRecord
from peer.trust.verify import Report, Unreadable, verify_record

log = logging.getLogger("vestibule.record")


def store_name(meeting: str) -> str:
    """Under which name a secret store keeps a meeting's text key."""
    return f"record-{meeting}"


def keep_key(store: SecretStore, meeting: str, key: bytes) -> None:
    """Keep a meeting's text key, so that its record can be read later. Blocks. Raises Failure."""
    try:
        store.put(store_name(meeting), key)
    except KeyringLocked as locked:
        raise Failure("keyring_locked") from locked
    except OSError as error:
        raise of_os_error(error, "") from error


def begin(arguments: argparse.Namespace, keys: MeetingKeys, key: bytes, store: SecretStore | None) -> Begun:
    """Where this meeting's record is kept: in the home that was named or that a run file implies, else in memory.

    Records that are old enough are let go first. Blocks. Raises Failure.
    """
    if arguments.identity == "ephemeral" or (arguments.home is None and arguments.run_file is None):
        return in_memory(key)
    records = records_of(home_of(arguments))
    for meeting in prune(records, time.time()):
        if store is not None:
            forget_key(store, meeting)
    try:
        return on_disk(records, keys.signing, key)
    except OSError as error:
        raise of_os_error(error, str(records)) from error


def forget_key(store: SecretStore, meeting: str) -> None:
    """A record is gone, and its text key with it. A store that stays closed keeps a key of nothing."""
    try:
        store.delete(store_name(meeting))
    except (KeyringLocked, OSError):
        return


def saved_as(path: Path, contents: Contents, report: Report, key: bytes | None) -> bytes:
    """A record as this file is to hold it: a page (.html), readable JSON lines (.jsonl), else the signed record itself.

    `report` is what a verifier found.
    """
    if path.suffix == ".html":
        return as_page(report, readable(contents, report, key), system_language())
    if path.suffix == ".jsonl":
        return as_json_lines(report, readable(contents, report, key))
    return contents.orders


def save(contents: Contents, report: Report, key: bytes | None, path: Path) -> None:
    """Write a record to a file, as its name says. Blocks. Raises OSError."""
    write_private(path, saved_as(path, contents, report, key))


class SavesRecord:
    """Saves the record of a running meeting, as the console asks, and prints what came of it."""

    def __init__(self, record: OrderRecord, key: bytes, writer: LineWriter) -> None:
        self._record = record
        self._key = key
        self._writer = writer
        self._tasks = Tasks(lambda bug: log.error("a record of orders was not saved: %r", bug))

    def start(self, command: SaveRecord) -> None:
        """Begin to save it."""
        self._tasks.start(self._save(command))

    async def close(self) -> None:
        """Save no more."""
        await self._tasks.close()

    async def _save(self, command: SaveRecord) -> None:
        error = ""
        try:
            contents = await self._record.contents()
            await asyncio.to_thread(self._write, contents, Path(command.path))
        except Unreadable:
            error = "unreadable"
        except (OSError, ValueError) as failed:
            error = str(failed)
        self._writer.write(RecordSaved(command.path, error))

    def _write(self, contents: Contents, path: Path) -> None:
        save(contents, verify_record(contents.orders), self._key, path)
