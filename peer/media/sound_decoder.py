"""A talker's decoder: what it makes of a packet, a loss or a pause, and nothing at all while nobody listens."""

from __future__ import annotations

import numpy as np

from peer.media.opus import LARGEST_DTX, Decoder, OpusError, has_lbrr
from peer.media.sound_queue import Origin
from peer.media.sources import Block

COMFORT_BLOCKS = 40
"""Blocks of 10 ms of background after a pause began: an encoder in DTX describes it every 400 ms."""
_FADE_BLOCKS = 10

Sound = tuple[Block, Origin]


class TalkerDecoder:
    """Every call returns as many samples as were asked for. While not `audible` they are silence, and cost nothing."""

    def __init__(self) -> None:
        self.audible = True
        self._decoder = Decoder()
        self._stale = False

    def restart(self) -> None:
        """Another stream follows."""
        self._stale = True

    def decode(self, payload: bytes, count: int) -> Sound:
        """Decode a payload that holds `count` samples; what is no Opus after all is concealed."""
        if not self._ready():
            return _silence(count)
        try:
            samples = self._decoder.decode(payload)
        except OpusError:
            return self._decoder.conceal(count), Origin.CONCEALED
        return samples, Origin.SILENCE if len(payload) <= LARGEST_DTX else Origin.DECODED

    def recover(self, next_payload: bytes, count: int) -> Sound:
        """Rebuild the frame before a payload from the copy in it, or conceal it where there is none."""
        if not self._ready():
            return _silence(count)
        if has_lbrr(next_payload):
            try:
                return self._decoder.recover(next_payload, count), Origin.RECOVERED
            except OpusError:
                pass
        return self._decoder.conceal(count), Origin.CONCEALED

    def conceal(self, count: int, origin: Origin) -> Sound:
        """Invent what is not here."""
        return (self._decoder.conceal(count), origin) if self._ready() else _silence(count)

    def comfort(self, count: int, blocks: int) -> Sound:
        """Go on with the background of the last frame; `blocks` of the pause went by, and it fades at the end."""
        left = COMFORT_BLOCKS - blocks
        if left <= 0 or not self._ready():
            return _silence(count)
        noise = self._decoder.conceal(count)
        if left <= _FADE_BLOCKS:
            fade = np.linspace(left / _FADE_BLOCKS, (left - 1) / _FADE_BLOCKS, count)
            noise = (noise * fade).astype(np.int16)
        return noise, Origin.SILENCE

    def _ready(self) -> bool:
        """A decoder that missed something begins afresh."""
        if not self.audible:
            self._stale = True
        elif self._stale:
            self._decoder.reset()
            self._stale = False
        return self.audible


def _silence(count: int) -> Sound:
    return np.zeros(count, np.int16), Origin.SILENCE
