"""One process of a played meeting, spoken to in JSON lines: it hears everything, forgets nothing, and ends surely."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import psutil

Line = dict[str, Any]

HEARD_LIMIT = 100_000
"""Lines kept of one process; a demo makes some thousands."""

GRACE = 5.0
"""Seconds from a polite request to end until the process is killed."""


class Missed(Exception):
    """What was waited for did not happen in time."""


class Actor:
    """A `vestibule` process. `lines` grows on a thread of its own; times are `time.monotonic()` seconds."""

    def __init__(
        self,
        name: str,
        arguments: Sequence[str],
        *,
        environment: Mapping[str, str] | None = None,
        log: Path | None = None,
        pass_fds: Sequence[int] = (),
        prefix: Sequence[str] = (),
    ) -> None:
        self.name = name
        self.lines: list[tuple[float, Line]] = []
        self._changed = threading.Condition()
        self._ended = False
        self._log = open(log, "wb") if log is not None else None  # noqa: SIM115  closed in `end`
        self.process = subprocess.Popen(
            [*prefix, sys.executable, "-m", "peer.main", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log if self._log is not None else None,
            env={**os.environ, **(environment or {})},
            pass_fds=tuple(pass_fds),
            start_new_session=True,
        )
        self._thread = threading.Thread(target=self._listen, name=f"hear-{name}", daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for raw in self.process.stdout:
            try:
                line = json.loads(raw)
            except ValueError:
                continue
            with self._changed:
                if len(self.lines) < HEARD_LIMIT:
                    self.lines.append((time.monotonic(), line))
                self._changed.notify_all()
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def say(self, **command: Any) -> None:
        """Write one command; nothing happens if the process has ended."""
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):
            self.process.stdin.write(json.dumps(command).encode() + b"\n")
            self.process.stdin.flush()

    def close_input(self) -> None:
        """End its standard input."""
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):
            self.process.stdin.close()

    def wait_for(
        self, what: str | Callable[[Line], bool], timeout: float, *, after: int = 0, **fields: Any
    ) -> tuple[float, Line]:
        """The first line from index `after` on of this type (or that holds) with these fields. Raises Missed."""
        deadline = time.monotonic() + timeout
        at = after

        def fits(line: Line) -> bool:
            right = line.get("type") == what if isinstance(what, str) else what(line)
            return right and all(line.get(key) == value for key, value in fields.items())

        with self._changed:
            while True:
                while at < len(self.lines):
                    if fits(self.lines[at][1]):
                        return self.lines[at]
                    at += 1
                left = deadline - time.monotonic()
                if left <= 0 or (self._ended and at >= len(self.lines)):
                    raise Missed(f"{self.name}: no {what if isinstance(what, str) else 'such line'} {fields}")
                self._changed.wait(left)

    def heard(self, what: str) -> list[tuple[float, Line]]:
        """Every line of this type so far."""
        with self._changed:
            return [(at, line) for at, line in self.lines if line.get("type") == what]

    def count(self) -> int:
        """How many lines were heard so far: what `wait_for` takes as `after`."""
        with self._changed:
            return len(self.lines)

    def wait_end(self, timeout: float) -> int:
        """Its exit status. Raises Missed."""
        try:
            return self.process.wait(timeout)
        except subprocess.TimeoutExpired as error:
            raise Missed(f"{self.name}: still runs") from error

    def kill(self) -> None:
        """End it as a power failure would."""
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()

    def family(self) -> list[psutil.Process]:
        """The process and all that it started."""
        try:
            process = psutil.Process(self.process.pid)
            return [process, *process.children(recursive=True)]
        except psutil.Error:
            return []

    def end(self) -> None:
        """Ask it to end, then make sure, its children included."""
        family = self.family()
        self.close_input()
        for process in family:
            with contextlib.suppress(psutil.Error):
                process.terminate()
        _, alive = psutil.wait_procs(family, GRACE)
        for process in alive:
            with contextlib.suppress(psutil.Error):
                process.kill()
        self.process.wait()
        self._thread.join(GRACE)
        if self.process.stdout is not None:
            self.process.stdout.close()
        if self._log is not None:
            self._log.close()
