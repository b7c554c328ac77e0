"""How much of the machine others took while something was measured: without it, a missed bar says little."""

from __future__ import annotations

import contextlib

import psutil


class Others:
    """Counts from its making on. Our own are this process and what it started."""

    def __init__(self) -> None:
        self._before = _seconds()

    def percent(self) -> float:
        """Of what all cores could do since then; 0 to 100."""
        before, now = self._before, _seconds()
        whole, busy, ours = (now[i] - before[i] for i in range(3))
        return min(100.0, max(0.0, 100 * (busy - ours) / whole)) if whole > 0 else 0.0


def _seconds() -> tuple[float, float, float]:
    """CPU time of all cores, that in which they worked, and that in which they worked for us."""
    times = psutil.cpu_times()
    whole = sum(times[:8])  # the rest (guests' time) is contained in these
    idle = times.idle + getattr(times, "iowait", 0.0)
    process = psutil.Process()
    ours = 0.0
    for one in (process, *process.children(recursive=True)):
        with contextlib.suppress(psutil.Error):
            spent = one.cpu_times()
            ours += spent.user + spent.system
    return whole, whole - idle, ours
