"""What the demo's cast shows and says: short moving clips with a frame counter, and a made voice each."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av

from peer.media.picture_sources import TestCamera
from peer.media.sound_compare import Envelope, envelope
from peer.media.sound_files import write_sound
from peer.media.speech import speech

WIDTH, HEIGHT, FPS = 320, 180, 15
"""Four windows that paint at 30 fps fill both cores of a small machine."""

SECONDS = 60
"""Longer than a demo: a clip that began again would show a falling counter."""

QUALITY = 3
"""The encoder's quantiser: fine enough that the counter's blocks stay sharp."""


@dataclass(frozen=True)
class Clip:
    """One person's picture and voice, and the voice's energies as they are sent."""

    camera: Path
    microphone: Path
    sent: Envelope


def make_clip(folder: Path, name: str, number: int) -> Clip:
    """Make the clip of one of the cast; about two seconds of work."""
    camera, microphone = folder / f"{name}.mp4", folder / f"{name}.wav"
    film(camera, hue=number)
    voice = speech(number)
    write_sound(microphone, voice)
    return Clip(camera, microphone, envelope(voice))


def film(path: Path, hue: int, seconds: float = SECONDS) -> None:
    """Write a moving picture with its frame number drawn in, digits and blocks."""
    source = TestCamera(WIDTH, HEIGHT, FPS, hue)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.codec_context.options = {"qmin": str(QUALITY), "qmax": str(QUALITY)}
        for number in range(int(seconds * FPS)):
            frame = source.picture(number)
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
