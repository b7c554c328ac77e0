"""A process that a test started and left running fails that test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

import psutil
import pytest

MARK = "VESTIBULE_TEST_RUN"
"""In the environment of all that a run starts: a service outlives its parent, so that descent alone misses it."""

GRACE = 5.0
"""Seconds that a process which was told to end may take to be gone."""


@pytest.fixture(autouse=True)
def no_process_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test after which a process of it still runs; what a wider fixture started does not count."""
    mark = str(os.getpid())
    monkeypatch.setenv(MARK, mark)
    before = set(psutil.pids())
    yield
    started = [process for process in running(set(psutil.pids()) - before) if is_ours(process, mark)]
    _, left = psutil.wait_procs(started, timeout=GRACE)
    names = []
    for process in left:
        with suppress(psutil.NoSuchProcess):
            names.append(" ".join(process.cmdline()) or process.name())
            process.kill()
    psutil.wait_procs(left, timeout=GRACE)
    if names:
        pytest.fail("still running after the test:\n" + "\n".join(names), pytrace=False)


def running(pids: set[int]) -> Iterator[psutil.Process]:
    """Those of these processes that still run. A zombie has ended, and waits for its parent only."""
    for pid in pids:
        with suppress(psutil.NoSuchProcess):
            process = psutil.Process(pid)
            if process.status() != psutil.STATUS_ZOMBIE:
                yield process


def is_ours(process: psutil.Process, mark: str) -> bool:
    """Whether this run started it, directly or not."""
    with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
        if process.environ().get(MARK) == mark:
            return True
    with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
        return any(parent.pid == os.getpid() for parent in process.parents())
    return False
