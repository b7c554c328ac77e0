"""Token buckets: how much one member may make this machine do."""

from __future__ import annotations


class Budget:
    """`rate` a second, at most `burst` saved up. Times are seconds of any one clock."""

    __slots__ = ("_at", "_burst", "_left", "_rate", "spent")

    def __init__(self, rate: float, burst: float) -> None:
        self._rate = rate
        self._burst = burst
        self._left = burst
        self._at: float | None = None
        self.spent = 0
        """How often it was empty."""

    def take(self, now: float, amount: float = 1.0) -> bool:
        """Take `amount` if it is there."""
        if self._at is not None:
            self._left = min(self._burst, self._left + max(0.0, now - self._at) * self._rate)
        self._at = now
        if self._left < amount:
            self.spent += 1
            return False
        self._left -= amount
        return True

    def ready_in(self, amount: float = 1.0) -> float:
        """Seconds after the last `take` until `amount` will be there."""
        return max(0.0, (amount - self._left) / self._rate)


class Share:
    """At most `share` of what is counted in `earn` may be spent; nothing is granted in advance."""

    __slots__ = ("_cap", "_left", "_share", "spent")

    def __init__(self, share: float, cap: int) -> None:
        self._share = share
        self._cap = cap
        self._left = 0.0
        self.spent = 0

    def earn(self, amount: int) -> None:
        self._left = min(self._cap, self._left + amount * self._share)

    def take(self, amount: int) -> bool:
        if self._left < amount:
            self.spent += 1
            return False
        self._left -= amount
        return True
