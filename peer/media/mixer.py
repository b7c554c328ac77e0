"""All talkers into one sound: each is played out, turned down where needed, and added."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from peer.media.playout import TalkerBuffer
from peer.media.sound_counts import PlayoutCounts
from peer.media.sound_limiter import Limiter
from peer.media.sources import BLOCK, Block
from peer.room.values import PersonId

ENVELOPE_BLOCKS = 6_000
"""10 ms values that are kept of each talker: the last minute."""
ALL_DECODED = 10
"""Up to so many who talk at the same time, all are decoded."""
LOUDEST_DECODED = 5
"""With more, only so many are."""
LOUDEST_GAIN = 2.0

_TALKER_CEILING = 23_000.0
_SUM_CEILING = 32_000.0
_SILENT_DB = 127
_QUIETEST_SHOWN_DB = 60.0
_KEEP_DB = 3.0
_DECAY_DB = 0.5


class Talker(TalkerBuffer):
    """One person's buffer, and what the mix knows of them."""

    def __init__(self) -> None:
        super().__init__()
        self.gain = 1.0
        self.silenced = False
        self.limiter = Limiter(_TALKER_CEILING)
        self.level = 0.0
        self.claimed_db = float(_SILENT_DB)
        self.energies: deque[float] = deque(maxlen=ENVELOPE_BLOCKS)

    def heard_level(self, level_db: int) -> None:
        """Note the audio level that came with a packet: 0 (loudest) to 127 dB below full scale (RFC 6464).

        It decides only who is decoded when more than ALL_DECODED talk; between syllables it falls slowly.
        """
        self.claimed_db = min(float(_SILENT_DB), max(0.0, level_db), self.claimed_db + _DECAY_DB)


class Mixer:
    """Whoever is heard on this machine; at most as many as are in the room.

    `pull` is called by the loudspeaker's thread, which is the clock; all else by any other thread.
    """

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._pulling = threading.Lock()
        # Replaced whole, never changed in place: `pull` reads it without waiting for anybody.
        self._talkers: dict[PersonId, Talker] = {}
        self._silenced: frozenset[PersonId] = frozenset()
        self._limiter = Limiter(_SUM_CEILING)

    def talker(self, person: PersonId) -> Talker:
        """Return a person's buffer, made now if there is none."""
        with self._changing:
            talker = self._talkers.get(person)
            if talker is None:
                talker = Talker()
                talker.silenced = person in self._silenced
                self._talkers = {**self._talkers, person: talker}
            return talker

    def remove(self, person: PersonId) -> None:
        """Forget a person's sound, if there is any. Whether they are silenced stays."""
        with self._changing:
            self._talkers = {key: talker for key, talker in self._talkers.items() if key != person}

    def silence(self, person: PersonId, on: bool) -> None:
        """Stop hearing a person from the next 10 ms on, or hear them again."""
        with self._changing:
            self._silenced = self._silenced | {person} if on else self._silenced - {person}
            if person in self._talkers:
                self._talkers[person].silenced = on

    def volume(self, person: PersonId, gain: float) -> None:
        """Set how loud a person is heard: 0 to LOUDEST_GAIN, 1 as sent."""
        talker = self._talkers.get(person)
        if talker is not None:
            talker.gain = min(LOUDEST_GAIN, max(0.0, gain))

    def pull(self) -> Block:
        """Return the next 10 ms of everybody (480 samples)."""
        with self._pulling:
            talkers = tuple(self._talkers.values())
            _choose(talkers)
            total = np.zeros(BLOCK, np.float32)
            for talker in talkers:
                _add(total, talker)
            return self._limiter.limit(total).astype(np.int16)

    def levels(self) -> dict[PersonId, float]:
        """Return how loud each talker is now, 0 (60 dB below full scale) to 1, before the mix."""
        return {person: talker.level for person, talker in self._talkers.items()}

    def counts(self, person: PersonId) -> PlayoutCounts | None:
        """Return a talker's counters, or None if there is no such talker."""
        talker = self._talkers.get(person)
        return talker.counts if talker is not None else None

    def concealed_percent(self, person: PersonId) -> float:
        """Return the share of what was played of a talker that had to be invented, 0 to 100."""
        counts = self.counts(person)
        return 100 * counts.invented_share if counts is not None else 0.0

    def envelope(self, person: PersonId) -> NDArray[np.float32]:
        """Return a talker's rms (int16 units) per 10 ms of the last minute, before the mix, oldest first."""
        talker = self._talkers.get(person)
        return np.array(talker.energies.copy() if talker is not None else (), np.float32)


def _choose(talkers: Sequence[Talker]) -> None:
    """Mark whom to decode: all, or the loudest by what their packets say, favouring who is heard now."""
    talking = [talker for talker in talkers if talker.talking and not talker.silenced]
    chosen = talking
    if len(talking) > ALL_DECODED:
        chosen = sorted(talking, key=_rank)[:LOUDEST_DECODED]
    for talker in talkers:
        talker.audible = not talker.silenced and (talker in chosen or not talker.talking)


def _rank(talker: Talker) -> float:
    return talker.claimed_db - (_KEEP_DB if talker.audible else 0.0)


def _add(total: NDArray[np.float32], talker: Talker) -> None:
    block, _ = talker.pull()
    sound = block.astype(np.float32)
    energy = float(np.dot(sound, sound)) / BLOCK
    talker.energies.append(energy**0.5)
    talker.level = _shown(energy)
    if energy:
        total += talker.limiter.limit(sound * np.float32(talker.gain))


def _shown(energy: float) -> float:
    below_full = 90.3 - 10 * np.log10(max(energy, 1.0))
    return float(max(0.0, 1 - below_full / _QUIETEST_SHOWN_DB))
