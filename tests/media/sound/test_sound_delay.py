from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from peer.media.sound_delay import LARGEST_MS, SMALLEST_MS, TargetDelay


def after(lateness: list[float]) -> int:
    target = TargetDelay()
    for number, late in enumerate(lateness):
        target.packet_arrived(number * 20.0 + late, number * 20.0)
    return target.milliseconds


def test_a_steady_network_needs_the_least() -> None:
    assert after([5.0] * 300) == SMALLEST_MS


def test_the_target_covers_nearly_all_of_the_jitter() -> None:
    late = list(np.random.default_rng(1).uniform(0, 60, 1_000))
    assert 60 <= after(late) <= 90


def test_a_bad_time_is_forgotten_in_the_end() -> None:
    bad = list(np.random.default_rng(1).uniform(0, 200, 300))
    assert after(bad) > 150
    assert after(bad + [0.0] * 3_000) <= 60


def test_a_clock_that_jumps_is_no_jitter() -> None:
    assert after([0.0] * 200 + [60_000.0] * 200) == SMALLEST_MS


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(-1e12, 1e12), st.floats(-1e12, 1e12)), max_size=50))
def test_no_clock_asks_for_more_than_the_bound(times: list[tuple[float, float]]) -> None:
    target = TargetDelay()
    for arrival, timestamp in times:
        assert 0 <= target.packet_arrived(arrival, timestamp) <= LARGEST_MS
        assert SMALLEST_MS <= target.milliseconds <= LARGEST_MS
