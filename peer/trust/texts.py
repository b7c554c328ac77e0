"""What the record of orders only commits to: names, identities, reasons, appeals; readable while their keys are there.

Two files beside the record, both lines of JSON. In `texts.log` each text, with the random key of its commitment, is
sealed (SecretBox: XSalsa20-Poly1305) under the data key of the person whom it is about, their *owner*; in `keys.log`
each data key is sealed under the meeting's text key. To erase a person is to overwrite their data key: the texts are
lost then, and the record still holds, since it has commitments only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

import msgspec
import nacl.exceptions
import nacl.secret

from peer.keys import SECRET_SIZE, commit, random_secret
from peer.room.values import PersonId

KEY_SIZE: Final = nacl.secret.SecretBox.KEY_SIZE
TEXT_LIMIT: Final = 4096
"""Characters of one text; what is longer is cut off."""


def text_key_of(state_key: bytes) -> bytes:
    """A meeting's text key (32 bytes), from the key of its sealed state file: keyed BLAKE2b (RFC 7693)."""
    return hashlib.blake2b(b"", digest_size=KEY_SIZE, key=state_key, person=b"vestibule-texts").digest()


class Identified(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person's commitment in `Order.people` is to, in JSON."""

    name: str
    identity: bytes


class KeyLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of `keys.log`."""

    owner: PersonId
    sealed: bytes


class TextLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of `texts.log`."""

    owner: PersonId
    commitment: bytes
    sealed: bytes


Line = TypeVar("Line", KeyLine, TextLine)


@dataclass(frozen=True)
class Committed:
    """A commitment, and the lines to be kept beside the record: `key` is empty where the owner has one already."""

    commitment: bytes
    text: bytes
    key: bytes


class Sealer:
    """Commits to texts and seals them. `data_keys` are those of an earlier service of the same meeting."""

    def __init__(self, text_key: bytes, data_keys: dict[PersonId, bytes] | None = None) -> None:
        self._box = nacl.secret.SecretBox(text_key)
        self._data_keys = dict(data_keys or {})

    def commit(self, owner: PersonId, content: bytes) -> Committed:
        """Commit to a text about this person."""
        key_line = b""
        if owner not in self._data_keys:
            self._data_keys[owner] = random_secret()
            sealed = bytes(self._box.encrypt(self._data_keys[owner]))
            key_line = msgspec.json.encode(KeyLine(owner, sealed)) + b"\n"
        key = random_secret()
        commitment = commit(key, content)
        sealed = bytes(nacl.secret.SecretBox(self._data_keys[owner]).encrypt(key + content))
        return Committed(
            commitment, msgspec.json.encode(TextLine(owner, commitment, sealed)) + b"\n", key_line
        )


def read_keys(content: bytes, text_key: bytes) -> dict[PersonId, bytes]:
    """The data keys in `keys.log` that are not erased. A line that does not open is passed over, like a torn one."""
    box = nacl.secret.SecretBox(text_key)
    keys = {}
    for line in _lines(content, KeyLine):
        try:
            data_key = box.decrypt(line.sealed)
        except (nacl.exceptions.CryptoError, ValueError):
            continue
        if len(data_key) == KEY_SIZE:
            keys[line.owner] = data_key
    return keys


def read_texts(content: bytes, data_keys: dict[PersonId, bytes]) -> dict[bytes, bytes]:
    """Commitment -> text, of all that these keys open and that is what was committed to."""
    texts = {}
    for line in _lines(content, TextLine):
        data_key = data_keys.get(line.owner)
        if data_key is None:
            continue
        try:
            opened = nacl.secret.SecretBox(data_key).decrypt(line.sealed)
        except (nacl.exceptions.CryptoError, ValueError):
            continue
        key, text = opened[:SECRET_SIZE], opened[SECRET_SIZE:]
        if commit(key, text) == line.commitment:
            texts[line.commitment] = text
    return texts


def owners_of(texts: bytes, data_keys: dict[PersonId, bytes], identity: bytes) -> frozenset[PersonId]:
    """Under which ids this identity was in the meeting, as far as is known still."""
    found = set()
    for line in _lines(texts, TextLine):
        opened = read_texts(msgspec.json.encode(line), data_keys).get(line.commitment)
        try:
            is_theirs = (
                opened is not None and msgspec.json.decode(opened, type=Identified).identity == identity
            )
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            continue
        if is_theirs:
            found.add(line.owner)
    return frozenset(found)


def without_keys(content: bytes, owners: Iterable[PersonId]) -> bytes:
    """`keys.log` of the same length, with the lines of these owners overwritten by blanks."""
    gone = frozenset(owners)
    kept = []
    for line in content.split(b"\n"):
        is_theirs = any(one.owner in gone for one in _lines(line, KeyLine))
        kept.append(b" " * len(line) if is_theirs else line)
    return b"\n".join(kept)


def _lines(content: bytes, kind: type[Line]) -> Iterator[Line]:
    decoder = msgspec.json.Decoder(kind)
    for line in content.split(b"\n"):
        if line.strip():
            try:
                yield decoder.decode(line)
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                continue
