"""Token buckets never give more than their burst and their rate, whatever is asked when."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peer.link.buckets import Bucket, BucketTable


@given(st.lists(st.tuples(st.floats(0, 5), st.floats(0.1, 20)), max_size=60))
def test_never_more_than_burst_and_rate(asked: list[tuple[float, float]]) -> None:
    bucket, now, taken = Bucket(2.0, 10.0, 0.0), 0.0, 0.0
    for later, cost in asked:
        now += later
        if bucket.take(now, cost):
            taken += cost
        assert taken <= 10.0 + 2.0 * now + 1e-6


def test_a_full_burst_and_then_the_rate() -> None:
    bucket = Bucket(2.0, 3.0, 100.0)
    assert [bucket.take(100.0) for _ in range(4)] == [True, True, True, False]
    assert not bucket.take(100.4)
    assert bucket.take(100.5)


def test_a_clock_that_jumps_back_gives_nothing() -> None:
    bucket = Bucket(1.0, 1.0, 100.0)
    assert bucket.take(100.0)
    assert not bucket.take(50.0)
    assert not bucket.take(100.5)


def test_a_table_counts_each_key_by_itself() -> None:
    table: BucketTable[str] = BucketTable(1.0, 1.0, 10)
    assert table.take("a", 0.0)
    assert not table.take("a", 0.0)
    assert table.take("b", 0.0)


def test_a_table_is_bounded_and_forgets_the_longest_unused() -> None:
    table: BucketTable[int] = BucketTable(1.0, 1.0, 3)
    for key in (0, 1, 2):
        assert table.take(key, 0.0)
    assert not table.take(0, 0.0)  # used again: 1 is the oldest now
    assert table.take(3, 0.0)
    assert len(table) == 3
    assert not table.take(0, 0.0)
    assert table.take(1, 0.0)
