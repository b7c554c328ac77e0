"""A film with sound, made by the test."""

from __future__ import annotations

import fractions
from pathlib import Path

import av

from peer.media.picture_sources import TestCamera
from peer.media.sources import BLOCK, SAMPLE_RATE
from peer.media.speech import speech

RATE = 15


def write_film(path: Path, seconds: float = 2.0, size: tuple[int, int] = (160, 96)) -> Path:
    """Counters from 0 on at 15 a second, and somebody who speaks."""
    camera = TestCamera(*size, RATE)
    words = speech(0, seconds)
    with av.open(str(path), "w", format="webm") as container:
        picture = container.add_stream("libvpx", rate=RATE, width=size[0], height=size[1], pix_fmt="yuv420p")
        sound = container.add_stream("libopus", rate=SAMPLE_RATE, layout="mono")
        for number in range(int(seconds * RATE)):
            frame = camera.picture(number)
            frame.pts, frame.time_base = number, fractions.Fraction(1, RATE)
            container.mux(picture.encode(frame))
        for start in range(0, len(words) - 2 * BLOCK, 2 * BLOCK):
            block = av.AudioFrame.from_ndarray(words[None, start : start + 2 * BLOCK], "s16", "mono")
            block.sample_rate, block.pts = SAMPLE_RATE, start
            container.mux(sound.encode(block))
        container.mux(picture.encode(None))
        container.mux(sound.encode(None))
    return path
