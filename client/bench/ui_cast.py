"""Who takes part in `vestibule bench ui`, what they show and say, and the words that its processes exchange."""

from __future__ import annotations

import fractions

import av
import msgspec
import numpy as np
from aiortc.codecs.vpx import Vp8Encoder

from peer.bench.forward_load import Send
from peer.media.opus import Encoder
from peer.media.picture_sources import TestCamera
from peer.media.rtp import VIDEO_CLOCK
from peer.media.sound_sender import FRAME, level
from peer.media.speech import speech
from peer.room.values import PersonId

WINDOW: PersonId = "window"
PEOPLE: tuple[PersonId, ...] = ("Ana", "Bo", "Cem", "Dana", "Eli", "Femke", "Goran", "Hana", "Ivo")
"""The nine on the stage. Who looks at them is not among them: a tenth tile would not move."""

TALKERS = PEOPLE[:2]
WIDTH, HEIGHT, FPS = 640, 360, 30
BITRATE = 600_000
PICTURES = 30
"""One second, over and over: a key frame each second."""

SOUND_FRAME = FRAME
"""Samples of one Opus packet: 20 ms."""

SPEECH_SECONDS = 6.0


class Sound(msgspec.Struct, frozen=True):
    """One Opus packet and its loudness in -dBov."""

    payload: bytes
    level: int


class ThroughEcho(msgspec.Struct, frozen=True):
    """The same through the process that sends each datagram back."""

    like: Send


class Live(msgspec.Struct, frozen=True):
    """The nine have their cameras and microphones on."""


class Busy(msgspec.Struct, frozen=True):
    """The nine are in no meeting; their machines send so many datagrams a second through the echo."""

    rate: int


class Delays(msgspec.Struct, frozen=True):
    """How long each packet was on its way, in seconds; `missing` did not come."""

    seconds: list[float]
    missing: int


class Show(msgspec.Struct, frozen=True):
    """Paint the nine: in a meeting, or the same pictures without one."""

    meeting: bool


class Shown(msgspec.Struct, frozen=True):
    """All nine have a picture."""


class Watch(msgspec.Struct, frozen=True):
    """Begin to watch the Qt thread."""


class Tell(msgspec.Struct, frozen=True):
    """Say what was seen since `Watch`."""


class Seen(msgspec.Struct, frozen=True):
    """`block`: seconds by which the latest tick of the 2 ms timer was late. `frames` of the whole window reached the
    screen, `pictures` its tiles, `news` its models. `tile`: width and height of one on the screen."""

    block: float
    frames: int
    pictures: int
    news: int
    seconds: float
    tile: tuple[int, int]


def shift(number: int, who: int) -> int:
    """Which of the pictures a person's camera gives as its `number`th: everybody is elsewhere in the film."""
    return (number + 7 * who) % PICTURES


def pictures() -> list[av.VideoFrame]:
    """What a camera gives."""
    camera = TestCamera(WIDTH, HEIGHT, FPS)
    return [camera.picture(number) for number in range(PICTURES)]


def film() -> list[list[bytes]]:
    """The same as VP8: for each picture the payloads of its packets. The first is a key frame."""
    encoder = Vp8Encoder()
    encoder.target_bitrate = BITRATE
    encoded = []
    for number, frame in enumerate(pictures()):
        frame.pts, frame.time_base = number * VIDEO_CLOCK // FPS, fractions.Fraction(1, VIDEO_CLOCK)
        encoded.append(encoder.encode(frame, force_keyframe=number == 0)[0])
    return encoded


def voice(number: int) -> list[Sound]:
    """What a person says, as Opus."""
    encoder = Encoder()
    said = speech(number, SPEECH_SECONDS)
    pieces = np.split(said[: len(said) // SOUND_FRAME * SOUND_FRAME], len(said) // SOUND_FRAME)
    return [Sound(encoder.encode(piece), level(piece)) for piece in pieces]
