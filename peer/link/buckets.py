"""Token buckets: so many at once, so many a second. Time is an argument, in seconds of any steady clock."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Bucket:
    """Starts full with `burst`, gains `rate` a second."""

    __slots__ = ("_burst", "_level", "_rate", "_since")

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate = rate
        self._burst = burst
        self._level = burst
        self._since = now

    def take(self, now: float, cost: float = 1.0) -> bool:
        """Take the cost out; False, and nothing is taken, if there is not that much."""
        self._refill(now)
        if self._level < cost:
            return False
        self._level -= cost
        return True

    def _refill(self, now: float) -> None:
        if now > self._since:
            self._level = min(self._burst, self._level + (now - self._since) * self._rate)
            self._since = now


class BucketTable(Generic[Key]):
    """A bucket for each key, at most `limit`: the one that was used longest ago is forgotten first."""

    def __init__(self, rate: float, burst: float, limit: int) -> None:
        self._rate = rate
        self._burst = burst
        self._limit = limit
        self._buckets: OrderedDict[Key, Bucket] = OrderedDict()

    def __len__(self) -> int:
        return len(self._buckets)

    def take(self, key: Key, now: float) -> bool:
        """Take one out of this key's bucket; False if it is empty."""
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = Bucket(self._rate, self._burst, now)
            if len(self._buckets) > self._limit:
                self._buckets.popitem(last=False)
        else:
            self._buckets.move_to_end(key)
        return bucket.take(now)
