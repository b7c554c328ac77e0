"""Whom this host met before, removed and refuses everywhere: identities alone, never a name or an address.

An identity is a key for this host only, so the file says nothing to anybody else. The networks of people who were
removed from this meeting stay in memory.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from peer.link.addresses import counted_as
from peer.room import effects as does
from peer.run_file import write_private

log = logging.getLogger("vestibule.people")

MET_LIMIT = 20_000
REMOVED_LIMIT = 20_000
NETWORK_LIMIT = 256
"""How many are kept; beyond it the oldest is forgotten, but nobody who is refused everywhere."""

FILE_LIMIT = 4 * 1024 * 1024


class Removed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How often an identity was removed, and whether all of this host's meetings refuse it."""

    times: int
    refused: bool = False


class PeopleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is on disk."""

    met: tuple[bytes, ...] = ()
    removed: tuple[tuple[bytes, Removed], ...] = ()


class Facts(NamedTuple):
    """What is known of somebody who knocks."""

    known: bool
    banned: bool
    earlier_removals: int
    same_network: bool


class PeopleMet:
    """Everybody whom this host met. `path` None keeps it in memory."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        file = _read(path)
        self._met = dict.fromkeys(file.met)
        self._removed = dict(file.removed)
        self._networks: dict[str, None] = {}

    def performs(self, address_of: Callable[[str], str | None]) -> dict[type, Callable[[Any], None]]:
        """How each effect of this kind is performed. `address_of` says where a person's link comes from."""
        return {
            does.Remember: lambda effect: self._remember(effect.identity),
            does.NoteRemoval: self._note_removal,
            does.Unban: lambda effect: self._unban(effect.identity),
            does.NoteNetwork: lambda effect: self._note_network(address_of(effect.person)),
        }

    def facts(self, identity: bytes, address: str) -> Facts:
        """What is known of this identity, and of the network that it comes from."""
        removed = self._removed.get(identity, Removed(0))
        return Facts(
            known=identity in self._met,
            banned=removed.refused,
            earlier_removals=removed.times,
            same_network=counted_as(address) in self._networks,
        )

    def _remember(self, identity: bytes) -> None:
        if identity not in self._met:
            self._met[identity] = None
            while len(self._met) > MET_LIMIT:
                del self._met[next(iter(self._met))]
            self._write()

    def _note_removal(self, effect: does.NoteRemoval) -> None:
        old = self._removed.pop(effect.identity, Removed(0))
        times = old.times if effect.lost else old.times + 1
        self._removed[effect.identity] = Removed(times, old.refused or effect.everywhere)
        forgettable = (identity for identity, one in self._removed.items() if not one.refused)
        if len(self._removed) > REMOVED_LIMIT and (oldest := next(forgettable, None)) is not None:
            del self._removed[oldest]
        self._write()

    def _unban(self, identity: bytes) -> None:
        old = self._removed.get(identity)
        if old is not None and old.refused:
            self._removed[identity] = Removed(old.times)
            self._write()

    def _note_network(self, address: str | None) -> None:
        if address is not None:
            self._networks[counted_as(address)] = None
            while len(self._networks) > NETWORK_LIMIT:
                del self._networks[next(iter(self._networks))]

    def _write(self) -> None:
        if self._path is None:
            return
        try:
            file = PeopleFile(tuple(self._met), tuple(self._removed.items()))
            write_private(self._path, msgspec.msgpack.encode(file))
        except OSError as error:
            log.error("the people met could not be saved: %s", error.strerror)


def _read(path: Path | None) -> PeopleFile:
    """What is on disk. A damaged file is put aside, so that nothing is written over it."""
    if path is None:
        return PeopleFile()
    try:
        with path.open("rb") as file:
            return msgspec.msgpack.decode(file.read(FILE_LIMIT), type=PeopleFile)
    except FileNotFoundError:
        return PeopleFile()
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        log.error("the people met before could not be read")
        with contextlib.suppress(OSError):
            path.replace(path.with_suffix(".damaged"))
        return PeopleFile()
