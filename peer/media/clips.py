"""Writes short films for the demo: the test picture with its counter, so that a viewer can say which frame it is."""

from __future__ import annotations

import fractions
from pathlib import Path

import av

from peer.media.picture_sources import TestCamera

BITS_PER_PIXEL = 0.3
"""Enough that the counter's blocks stay black and white."""


def write_clip(
    path: Path | str,
    *,
    width: int = 320,
    height: int = 180,
    fps: int = 15,
    seconds: float = 4.0,
    hue: int = 0,
    first: int = 0,
) -> None:
    """Write a VP8 film (WebM). Its counter begins at `first`; `hue` tells clips apart. Raises OSError."""
    camera = TestCamera(width, height, fps, hue)
    with av.open(str(path), "w", format="webm") as container:
        stream = container.add_stream("libvpx", rate=fps)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.bit_rate = int(width * height * fps * BITS_PER_PIXEL)
        stream.options = {"deadline": "realtime", "cpu-used": "8"}
        for number in range(round(fps * seconds)):
            frame = camera.picture(first + number)
            frame.pts = number
            frame.time_base = fractions.Fraction(1, fps)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
