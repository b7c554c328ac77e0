from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from peer.media.sound_limiter import Limiter
from peer.media.sources import BLOCK


def tone(peak: float) -> np.ndarray:
    return (np.sin(np.arange(BLOCK) * 2 * np.pi / 48) * peak).astype(np.float32)


def test_what_is_below_the_ceiling_is_left_alone() -> None:
    block = tone(9_000)
    assert Limiter(10_000).limit(block) is block


@settings(deadline=None)
@given(st.lists(st.floats(0, 2e6), min_size=1, max_size=20))
def test_nothing_passes_the_ceiling(peaks: list[float]) -> None:
    limiter = Limiter(10_000)
    for peak in peaks:
        assert np.abs(limiter.limit(tone(peak))).max() <= 10_000


def test_what_is_too_loud_is_turned_down_not_cut() -> None:
    limiter = Limiter(10_000)
    limiter.limit(tone(30_000))
    steady = limiter.limit(tone(30_000))
    assert np.corrcoef(steady, tone(30_000))[0, 1] > 0.999


def test_loudness_comes_back_slowly() -> None:
    limiter = Limiter(10_000)
    limiter.limit(tone(40_000))
    peaks = [float(np.abs(limiter.limit(tone(5_000))).max()) for _ in range(60)]
    assert peaks[0] < 2_000
    assert peaks == sorted(peaks)
    assert peaks[-1] > 4_990
