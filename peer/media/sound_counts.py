"""What a playout buffer made of what it got."""

from __future__ import annotations

import msgspec


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

    @property
    def invented_share(self) -> float:
        """The part of what was played, 0 to 1, that is neither decoded, rebuilt nor a pause."""
        invented = self.concealed + self.expanded
        return invented / max(1, invented + self.decoded + self.recovered + self.silence)
