"""What a member sends, held against what they may send: sizes, rates, order. Pure; time is an argument."""

from __future__ import annotations

from typing import Final

from peer.link.buckets import Bucket
from peer.link.codec import BadFrame, Codec
from peer.link.wire import BYTES_RATE, RATES, Rate, ToHost
from peer.room.values import RefusalCode

PATIENCE: Final = (1.0, 30.0)
"""Bad frames a second and the burst on top that a link survives."""

_codec: Final[Codec[ToHost]] = Codec(ToHost)


class Intake:
    """One member's frames on the host's machine, after the handshake."""

    def __init__(self, now: float) -> None:
        self._bytes = Bucket(*BYTES_RATE, now)
        self._patience = Bucket(*PATIENCE, now)
        self._buckets: dict[Rate, Bucket] = {rate: Bucket(*limits, now) for rate, limits in RATES.items()}
        self.exhausted = False
        """True once so much was refused that the link must be closed."""

    def take(self, frame: bytes, now: float) -> ToHost:
        """The message, if it holds. Raises BadFrame; the frame is to be dropped then."""
        try:
            tag, limit = _codec.peek(frame)
            if not (self._bytes.take(now, len(frame)) and self._buckets[limit.rate].take(now)):
                raise BadFrame(RefusalCode.TOO_FAST, tag)
            return _codec.read(tag, frame)
        except BadFrame:
            self.exhausted = not self._patience.take(now)
            raise
