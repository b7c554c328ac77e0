from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from peer.media.sound_queue import STRETCH_INPUT, Origin, SampleQueue
from peer.media.sources import Block

PERIOD = 300


def hum(count: int) -> Block:
    return (np.sin(np.arange(count) * 2 * np.pi / PERIOD) * 8_000).astype(np.int16)


def holding(samples: Block) -> SampleQueue:
    queue = SampleQueue()
    queue.append(samples, Origin.DECODED)
    return queue


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1_000), st.integers(0, 4), st.integers(0, 1_000)), max_size=60))
def test_first_in_first_out(steps: list[tuple[int, int, int]]) -> None:
    queue = SampleQueue()
    samples: list[int] = []
    origins: list[int] = []
    written = 0
    for added, origin, wanted in steps:
        new = (np.arange(written, written + added) % 30_000).astype(np.int16)
        written += added
        queue.append(new, Origin(origin))
        samples += new.tolist()
        origins += [origin] * added
        count = len(queue) if len(queue) > 8_000 else min(wanted, len(queue))
        taken, whence = queue.take(count)
        assert taken.tolist() == samples[:count]
        assert whence.tolist() == origins[:count]
        del samples[:count], origins[:count]
        assert len(queue) == len(samples)


def test_shortening_takes_whole_periods_and_leaves_no_edge() -> None:
    queue = holding(hum(2_000))
    removed = queue.stretch(shorten=True, least_similar=0.85, quiet=60)
    assert removed % PERIOD < 12 or removed % PERIOD > PERIOD - 12
    assert len(queue) == 2_000 - removed
    sound, _ = queue.take(len(queue))
    assert np.abs(np.diff(sound.astype(int))).max() < 400


def test_lengthening_repeats_whole_periods_and_leaves_no_edge() -> None:
    queue = holding(hum(2_000))
    added = queue.stretch(shorten=False, least_similar=0.85, quiet=60)
    assert added % PERIOD < 12 or added % PERIOD > PERIOD - 12
    assert len(queue) == 2_000 + added
    sound, origins = queue.take(len(queue))
    assert np.abs(np.diff(sound.astype(int))).max() < 400
    assert (origins == Origin.DECODED).all()


def test_what_would_be_heard_is_not_done() -> None:
    noise = np.random.default_rng(0).normal(0, 5_000, STRETCH_INPUT).astype(np.int16)
    queue = holding(noise)
    assert queue.stretch(shorten=True, least_similar=0.85, quiet=60) == 0
    assert np.array_equal(queue.take(STRETCH_INPUT)[0], noise)


def test_quiet_may_always_be_stretched() -> None:
    noise = np.random.default_rng(0).normal(0, 10, STRETCH_INPUT).astype(np.int16)
    assert holding(noise).stretch(shorten=True, least_similar=0.85, quiet=60) > 0
