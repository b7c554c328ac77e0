"""Speech-like sound, made and not recorded: voices that nobody's ear or envelope takes for one another.

Harmonics of a gliding pitch under three formants, with bursts of noise for consonants, in syllables, words
and pauses whose lengths come from the voice's own seed. The same voice is the same sound on every machine.
"""

from __future__ import annotations

import functools

import msgspec
import numpy as np
from numpy.typing import NDArray

from peer.media.sources import SAMPLE_RATE, Block

SECONDS = 24.0
"""The usual length of a clip."""
VOICES = 4
"""Voices 0 to 3 are tuned to be unlike one another; any other number is a voice too."""

_RATE = 16_000
_CONTROL = 200
_HARMONICS = 36
_LOUDNESS = 9_000.0
_BACKGROUND = 12.0

_VOWELS = (
    (700.0, 1200.0, 2500.0),
    (500.0, 1800.0, 2500.0),
    (300.0, 2200.0, 2900.0),
    (500.0, 900.0, 2400.0),
    (320.0, 800.0, 2300.0),
    (400.0, 1500.0, 2400.0),
)
"""Formants in Hz of a, e, i, o, u and the vowel of an unstressed syllable."""
_WIDTHS = (90.0, 110.0, 160.0)
_WEIGHTS = (1.0, 0.6, 0.3)


class Voice(msgspec.Struct, frozen=True):
    """How somebody speaks: pitch in Hz, tract length relative to an adult's, seconds from syllable to syllable.

    The beat is steady on purpose: envelopes with different beats agree at no lag, so a few seconds tell who speaks.
    """

    pitch: float
    tract: float
    beat: float
    syllables: tuple[int, int]
    """Fewest and most between two pauses."""
    pause: tuple[float, float]
    """Shortest and longest pause in seconds."""


_TUNED = (
    Voice(pitch=118, tract=1.0, beat=0.30, syllables=(4, 8), pause=(0.2, 0.5)),
    Voice(pitch=205, tract=1.17, beat=0.17, syllables=(5, 11), pause=(0.2, 0.45)),
    Voice(pitch=92, tract=0.94, beat=0.42, syllables=(3, 5), pause=(0.35, 0.6)),
    Voice(pitch=172, tract=1.1, beat=0.23, syllables=(7, 13), pause=(0.25, 0.5)),
)
_WAVER = 0.06
_CONSONANT = 0.28
"""The part of a syllable that is a consonant."""


class _Score:
    """What to say, at 200 values a second: pitch, loudness of voice and of noise, formants."""

    def __init__(self, voice: Voice, seconds: float, generator: np.random.Generator) -> None:
        self.length = int(seconds * _CONTROL)
        self.pitch = np.full(self.length, voice.pitch)
        self.voiced = np.zeros(self.length)
        self.noise = np.zeros(self.length)
        self.formants = np.tile(np.array(_VOWELS[-1]) * voice.tract, (self.length, 1))
        self._voice = voice
        self._generator = generator
        at = int(generator.uniform(0.02, 0.15) * _CONTROL)
        while at < self.length:
            at = self._say_phrase(at)

    def _say_phrase(self, at: int) -> int:
        generator, voice = self._generator, self._voice
        for number in range(int(generator.integers(voice.syllables[0], voice.syllables[1] + 1))):
            length = voice.beat * generator.uniform(1 - _WAVER, 1 + _WAVER) * _CONTROL
            at = self._consonant(at, int(length * _CONSONANT))
            at = self._vowel(at, int(length * (1 - _CONSONANT)), number)
        return at + int(generator.uniform(*voice.pause) * _CONTROL)

    def _consonant(self, at: int, length: int) -> int:
        end = min(self.length, at + length)
        self.noise[at:end] = self._generator.uniform(0.02, 0.12)
        return end

    def _vowel(self, at: int, length: int, number: int) -> int:
        end = min(self.length, at + length)
        shape = np.sin(np.pi * (np.arange(end - at) + 0.5) / max(1, end - at)) ** 0.6
        self.voiced[at:end] = shape * self._generator.uniform(0.7, 1.0)
        self.formants[at:end] = (
            np.array(_VOWELS[int(self._generator.integers(len(_VOWELS)))]) * self._voice.tract
        )
        fall = 1.12 - 0.03 * number
        self.pitch[at:end] = self._voice.pitch * fall * np.linspace(1.04, 0.95, end - at)
        return end


def voice(number: int) -> Voice:
    """Return the voice of this number."""
    if 0 <= number < VOICES:
        return _TUNED[number]
    generator = np.random.default_rng(number % (1 << 63))
    slowest = float(generator.uniform(0.12, 0.3))
    return Voice(
        pitch=float(generator.uniform(85, 220)),
        tract=float(generator.uniform(0.92, 1.18)),
        beat=float(generator.uniform(0.16, 0.42)),
        syllables=(int(generator.integers(2, 5)), int(generator.integers(5, 12))),
        pause=(slowest, slowest * 3),
    )


@functools.lru_cache(maxsize=8)
def speech(number: int, seconds: float = SECONDS) -> Block:
    """Return what this voice says: mono, 48 kHz, about -20 dB below full scale. Do not write into it."""
    generator = np.random.default_rng([20_26, number % (1 << 63)])
    score = _Score(voice(number), seconds, generator)
    count = int(seconds * _RATE)
    sound = _voiced(score, count) + _noise(score, count, generator)
    sound *= _LOUDNESS / max(1e-6, float(np.abs(sound).max()))
    sound += generator.standard_normal(count) * _BACKGROUND
    made = _to_device_rate(sound)
    made.flags.writeable = False
    return made


def _stretched(values: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    stretched: NDArray[np.float64] = np.interp(
        np.arange(count) * (_CONTROL / _RATE), np.arange(len(values)), values
    )
    return stretched


def _voiced(score: _Score, count: int) -> NDArray[np.float64]:
    phase = 2 * np.pi * np.cumsum(_stretched(score.pitch, count)) / _RATE
    total = np.zeros(count)
    for harmonic in range(1, _HARMONICS + 1):
        frequency = harmonic * score.pitch
        response = np.zeros(score.length)
        for number, (width, weight) in enumerate(zip(_WIDTHS, _WEIGHTS, strict=True)):
            response += weight / (1 + ((frequency - score.formants[:, number]) / width) ** 2)
        audible = frequency < _RATE / 2 - 500
        total += _stretched(response * score.voiced * audible / harmonic**0.5, count) * np.sin(
            harmonic * phase
        )
    return total


def _noise(score: _Score, count: int, generator: np.random.Generator) -> NDArray[np.float64]:
    spectrum = np.fft.rfft(generator.standard_normal(count))
    frequency = np.fft.rfftfreq(count, 1 / _RATE)
    spectrum *= np.exp(-(((frequency - 4_500) / 1_800) ** 2))
    noise: NDArray[np.float64] = np.fft.irfft(spectrum, count) * _stretched(score.noise, count)
    return noise


def _to_device_rate(sound: NDArray[np.float64]) -> Block:
    factor = SAMPLE_RATE // _RATE
    spectrum = np.fft.rfft(sound)
    wide = np.fft.irfft(spectrum, len(sound) * factor) * factor
    return np.clip(wide, -32_768, 32_767).astype(np.int16)
