"""The sealed state file of a running meeting: what a restarted service needs, and nothing else.

PyNaCl's SecretBox (XSalsa20-Poly1305) under a key that the app keeps in its keyring. Deleted when the meeting ends, or
when it is found over `STALE_AFTER` old. Never chat, media or addresses: `MeetingState` has no room for them.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import msgspec
import nacl.exceptions
import nacl.secret

from peer.link.invite_book import BookState
from peer.link.ledger import LedgerState
from peer.link.wire import UNREADABLE
from peer.run_file import write_private

KEY_SIZE = nacl.secret.SecretBox.KEY_SIZE
STALE_AFTER = 120.0
"""Seconds after which a meeting without a service counts as over."""

STATE_LIMIT = 4 * 1024 * 1024


class MeetingState(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that a restart needs: keys of this sitting, where it listened, its invites, and the core's own snapshot."""

    port: int
    addresses: tuple[str, ...]
    meeting_seed: bytes
    token_key: bytes
    tls_key: bytes
    tls_certificate: bytes
    invites: BookState
    ledger: LedgerState
    room: msgspec.Raw


class StateLost(Exception):
    """There is no state to go on from: no file, another key, damaged, or stale."""


class StateFile:
    """One meeting's sealed state on disk."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._box = nacl.secret.SecretBox(key)

    def write(self, state: MeetingState) -> None:
        """Replace the file at once. Raises OSError (a full disk, no permission)."""
        write_private(self._path, bytes(self._box.encrypt(msgspec.msgpack.encode(state))))

    def touch(self) -> None:
        """Say that the meeting still runs, so that the file is not found stale."""
        with contextlib.suppress(OSError):
            os.utime(self._path)

    def read(self, now: float) -> MeetingState:
        """Return the state. `now` is Unix time in seconds. Raises StateLost; a stale file is deleted."""
        try:
            age = now - self._path.stat().st_mtime
            if age > STALE_AFTER:
                self.delete()
                raise StateLost("stale")
            with self._path.open("rb") as file:
                sealed = file.read(STATE_LIMIT)
            return msgspec.msgpack.decode(self._box.decrypt(sealed), type=MeetingState)
        except OSError as error:
            raise StateLost("no file") from error
        except (nacl.exceptions.CryptoError, ValueError, *UNREADABLE) as error:
            raise StateLost("damaged, or sealed with another key") from error

    def delete(self) -> None:
        """Overwrite and remove the file; without the key it was unreadable anyhow."""
        with contextlib.suppress(OSError):
            size = self._path.stat().st_size
            with self._path.open("r+b") as file:
                file.write(bytes(size))
            self._path.unlink()
