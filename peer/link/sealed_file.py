"""Named secrets in one file, sealed with a passphrase: Argon2id (RFC 9106) and a SecretBox
(XSalsa20-Poly1305).
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

import msgspec
import nacl.exceptions
import nacl.pwhash.argon2id as argon2id
import nacl.secret
import nacl.utils

MAGIC: Final = b"VSTBSEC1"
PASSES: Final = 3
MEMORY: Final = 64 * 1024 * 1024
"""Bytes. With three passes the second recommended choice of RFC 9106, section 4."""
FILE_LIMIT: Final = 256 * 1024


class WrongPassphrase(Exception):
    """The passphrase does not open the file, or the file was changed."""

    code = "wrong_passphrase"


class DamagedSecrets(Exception):
    """The file is no file of sealed secrets."""

    code = "secrets_damaged"


class SealedFile:
    """A store of secrets. Making one and every call block; raises WrongPassphrase, DamagedSecrets and
    OSError.
    """

    def __init__(self, path: Path, passphrase: bytes) -> None:
        self._path = path
        raw = self._read_raw()
        self._salt = raw[: argon2id.SALTBYTES] if raw else nacl.utils.random(argon2id.SALTBYTES)
        self._box = nacl.secret.SecretBox(
            argon2id.kdf(nacl.secret.SecretBox.KEY_SIZE, passphrase, self._salt, PASSES, MEMORY)
        )
        self._read()

    def get(self, name: str) -> bytes | None:
        """The secret of this name, or None."""
        return self._read().get(name)

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret; the file is replaced whole."""
        self._write({**self._read(), name: secret})

    def delete(self, name: str) -> None:
        """Forget a secret."""
        secrets = self._read()
        if secrets.pop(name, None) is not None:
            self._write(secrets)

    def _read_raw(self) -> bytes | None:
        """Salt and sealed content, or None if there is no file yet."""
        try:
            with self._path.open("rb") as file:
                raw = file.read(FILE_LIMIT + 1)
        except FileNotFoundError:
            return None
        smallest = len(MAGIC) + argon2id.SALTBYTES + nacl.secret.SecretBox.NONCE_SIZE
        if not raw.startswith(MAGIC) or not smallest < len(raw) <= FILE_LIMIT:
            raise DamagedSecrets
        return raw[len(MAGIC) :]

    def _read(self) -> dict[str, bytes]:
        raw = self._read_raw()
        if raw is None:
            return {}
        try:
            content = self._box.decrypt(raw[argon2id.SALTBYTES :])
        except nacl.exceptions.CryptoError as error:
            raise WrongPassphrase from error
        return msgspec.msgpack.decode(content, type=dict[str, bytes])

    def _write(self, secrets: dict[str, bytes]) -> None:
        raw = MAGIC + self._salt + self._box.encrypt(msgspec.msgpack.encode(secrets))
        if len(raw) > FILE_LIMIT:
            raise ValueError("too many secrets")
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".secrets-")  # mode 0600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, self._path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
