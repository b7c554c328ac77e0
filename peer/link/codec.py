"""Frames to messages and back, strictly: what is not in the union of this phase and direction is refused by
name.
"""

from __future__ import annotations

from typing import Any, Final, Generic, TypeVar, get_args

import msgspec

from peer.link.wire import LIMITS, UNREADABLE, AnyMessage, Limit, tag_of
from peer.room.values import Refusal, RefusalCode

M = TypeVar("M")

_KNOWN: Final = frozenset(map(tag_of, LIMITS))
_TYPE_KEY: Final = b"\xa4type"
_encoder: Final = msgspec.msgpack.Encoder()


class BadFrame(Exception):
    """The other machine sent what does not hold. `tag` is the message's name as far as it could be read."""

    def __init__(self, code: RefusalCode, tag: str = "") -> None:
        super().__init__(f"{code.value} {tag}")
        self.refusal = Refusal(code, {"message": tag} if tag else {})
        self.tag = tag


def encode(message: AnyMessage) -> bytes:
    """One frame. Raises ValueError above the message's limit: our own mistake."""
    frame = _encoder.encode(message)
    if len(frame) > LIMITS[type(message)].size:
        raise ValueError(f"{tag_of(type(message))} of {len(frame)} bytes")
    return frame


class Codec(Generic[M]):
    """Reads the messages of one union, or of one type."""

    def __init__(self, union: Any) -> None:
        self._entries: dict[str, tuple[Limit, msgspec.msgpack.Decoder[M]]] = {
            tag_of(kind): (LIMITS[kind], msgspec.msgpack.Decoder(kind))
            for kind in get_args(union) or (union,)
        }

    def peek(self, frame: bytes) -> tuple[str, Limit]:
        """The frame's name and limit, before anything of it is decoded. Raises BadFrame."""
        tag = _peek_tag(frame)
        entry = self._entries.get(tag)
        if entry is None:
            known = tag in _KNOWN
            raise BadFrame(RefusalCode.OUT_OF_ORDER if known else RefusalCode.UNKNOWN_MESSAGE, tag)
        if len(frame) > entry[0].size:
            raise BadFrame(RefusalCode.OVERSIZED, tag)
        return tag, entry[0]

    def read(self, tag: str, frame: bytes) -> M:
        """The message in a frame that was peeked at. Raises BadFrame."""
        try:
            return self._entries[tag][1].decode(frame)
        except UNREADABLE as error:
            raise BadFrame(RefusalCode.MALFORMED, tag) from error

    def decode(self, frame: bytes) -> M:
        """Peek and read. Raises BadFrame."""
        tag, _ = self.peek(frame)
        return self.read(tag, frame)


def _peek_tag(frame: bytes) -> str:
    """The value of `type`, the first key: fixmap, fixstr "type", fixstr of lower-case letters and _."""
    if len(frame) < 7 or frame[0] & 0xF0 != 0x80 or frame[1:6] != _TYPE_KEY or frame[6] & 0xE0 != 0xA0:
        raise BadFrame(RefusalCode.MALFORMED)
    raw = frame[7 : 7 + (frame[6] & 0x1F)]
    tag = raw.decode("ascii", "replace")
    if not tag.replace("_", "a").isalpha() or not tag.islower() or not tag.isascii():
        raise BadFrame(RefusalCode.MALFORMED)
    return tag
