"""What a playout buffer made of what it got."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from peer.media.sound_queue import Origin


class PlayoutCounts(msgspec.Struct):
    """Samples by origin since the start, and packets that were not used."""

    decoded: int = 0
    recovered: int = 0
    concealed: int = 0
    expanded: int = 0
    silence: int = 0
    stretched: int = 0
    """Removed or repeated."""
    packets: int = 0
    late: int = 0
    """Came after their turn, or twice."""
    garbage: int = 0
    """No Opus."""
    oversized: int = 0
    """Empty, or larger than any payload may be."""
    overflowed: int = 0
    """Pushed out because too many waited."""

    def add(self, by_origin: Sequence[int]) -> None:
        """Count played samples, given in the order of `Origin`."""
        self.decoded += by_origin[Origin.DECODED]
        self.recovered += by_origin[Origin.RECOVERED]
        self.concealed += by_origin[Origin.CONCEALED]
        self.expanded += by_origin[Origin.EXPANDED]
        self.silence += by_origin[Origin.SILENCE]

    @property
    def invented_share(self) -> float:
        """The part of what was played, 0 to 1, that is neither decoded, rebuilt nor a pause."""
        invented = self.concealed + self.expanded
        return invented / max(1, invented + self.decoded + self.recovered + self.silence)
