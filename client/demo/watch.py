"""What each process of a demo costs, sampled while it runs."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import psutil

from client.demo.summary import Process

SAMPLE_EVERY = 1.0
MEGABYTE = 1024 * 1024


@dataclass
class _Cost:
    name: str
    since: float
    until: float = 0.0
    cpu_seconds: float = 0.0
    rss: int = 0


class CostWatch:
    """Samples the processes that `named` gives, once a second, on a thread of its own."""

    def __init__(self, named: Callable[[], dict[str, psutil.Process]]) -> None:
        self._named = named
        self._costs: dict[int, _Cost] = {}
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="costs", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._ending.wait(SAMPLE_EVERY):
            for name, process in self._named().items():
                with contextlib.suppress(psutil.Error):
                    self._sample(name, process)

    def _sample(self, name: str, process: psutil.Process) -> None:
        cost = self._costs.setdefault(process.pid, _Cost(name, process.create_time()))
        times = process.cpu_times()
        cost.until = time.time()
        cost.cpu_seconds = times.user + times.system
        cost.rss = max(cost.rss, process.memory_info().rss)

    def end(self) -> list[Process]:
        """Stop; what each cost."""
        self._ending.set()
        self._thread.join()
        return [
            Process(
                cost.name,
                round(100 * cost.cpu_seconds / max(0.001, cost.until - cost.since), 1),
                round(cost.rss / MEGABYTE, 1),
            )
            for cost in self._costs.values()
        ]
