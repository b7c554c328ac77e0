"""Where the installation's secret lies, and small named secrets beside it: the system's keyring, a file
sealed with a passphrase, or memory. Never plain on a disk.

Everything here may block (D-Bus, a prompt of the keyring, Argon2id): from a loop or the Qt thread it is
called in a thread of its own.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Final, Protocol

import keyring.backend
import keyring.errors

from peer.keys import random_secret
from peer.link.sealed_file import SealedFile

INSTALLATION: Final = "installation"
"""The name under which a store keeps the installation's secret."""
SERVICE: Final = "vestibule"

_TRUSTED: Final = ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
"""The modules of `keyring` that keep secrets sealed; others write them down plainly, or nowhere."""


class NoSecretStore(Exception):
    """There is no keyring here, and neither passphrase nor ephemeral was asked for."""

    code = "no_secret_store"


class KeyringLocked(Exception):
    """The keyring is there and stays closed."""

    code = "keyring_locked"


class SecretStore(Protocol):
    """Small named secrets, each up to 1 kB. All calls may block; they raise KeyringLocked and OSError."""

    def get(self, name: str) -> bytes | None:
        """The secret of this name, or None."""

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret under this name, in the place of what was there."""

    def delete(self, name: str) -> None:
        """Forget the secret of this name, if there is one."""


def open_store(home: Path, *, ephemeral: bool = False, passphrase: bytes | None = None) -> SecretStore:
    """Where this installation keeps its secrets. Blocks.

    Raises NoSecretStore, KeyringLocked, WrongPassphrase, DamagedSecrets and OSError.
    """
    if ephemeral:
        return MemoryStore()
    if passphrase is not None:
        return SealedFile(home / "secrets.sealed", passphrase)
    return KeyringStore(home)


def installation_secret(store: SecretStore) -> bytes:
    """The installation's secret (32 bytes), made the first time. Blocks; raises what the store raises."""
    secret = store.get(INSTALLATION)
    if secret is None:
        store.put(INSTALLATION, random_secret())
        secret = store.get(INSTALLATION)  # what lies there now, should two have begun at once
        assert secret is not None
    return secret


class MemoryStore:
    """Keeps secrets as long as the process lives."""

    def __init__(self) -> None:
        self._secrets: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        """The secret of this name, or None."""
        return self._secrets.get(name)

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret."""
        self._secrets[name] = secret

    def delete(self, name: str) -> None:
        """Forget a secret."""
        self._secrets.pop(name, None)


class KeyringStore:
    """The system's keyring. Each home folder has secrets of its own in it. Raises NoSecretStore."""

    def __init__(self, home: Path) -> None:
        self._ring = _trusted_keyring()
        self._prefix = hashlib.blake2b(str(home.resolve()).encode(), digest_size=8).hexdigest()

    def get(self, name: str) -> bytes | None:
        """The secret of this name, or None. Blocks, perhaps for a prompt."""
        try:
            text = self._ring.get_password(SERVICE, self._user(name))
        except keyring.errors.KeyringError as error:
            raise KeyringLocked from error
        return None if text is None else base64.b64decode(text)

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret. Blocks."""
        try:
            self._ring.set_password(SERVICE, self._user(name), base64.b64encode(secret).decode())
        except keyring.errors.KeyringError as error:
            raise KeyringLocked from error

    def delete(self, name: str) -> None:
        """Forget a secret. Blocks."""
        try:
            if self.get(name) is not None:
                self._ring.delete_password(SERVICE, self._user(name))
        except keyring.errors.KeyringError as error:
            raise KeyringLocked from error

    def _user(self, name: str) -> str:
        return f"{self._prefix}/{name}"


def _trusted_keyring() -> keyring.backend.KeyringBackend:
    rings = [ring for ring in keyring.backend.get_all_keyring() if _is_trusted(type(ring))]
    if not rings:
        raise NoSecretStore
    return max(rings, key=lambda ring: float(ring.priority))


def _is_trusted(kind: type) -> bool:
    package, _, module = kind.__module__.rpartition(".")
    return package == "keyring.backends" and module in _TRUSTED
