"""The run file of a host's service: how an app that starts again finds the meeting that it left running.

`0600`, JSON. It says which process runs the meeting and how to reach it, and carries the sitting's own open link.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import msgspec
import psutil

START_TIME_SLACK = 1.0
"""Seconds by which two readings of one process's start time may differ."""


class RunFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the file. `started` is the process's start (Unix time): a pid alone may be another's by now."""

    pid: int
    started: float
    address: str
    port: int
    fingerprint: str
    meeting: str
    title: str
    link: str

    def write(self, path: Path) -> None:
        """Write atomically. Raises OSError."""
        write_private(path, msgspec.json.format(msgspec.json.encode(self)))

    def is_alive(self) -> bool:
        """True if the process that wrote this still runs."""
        try:
            process = psutil.Process(self.pid)
            return bool(
                abs(process.create_time() - self.started) < START_TIME_SLACK
                and process.status() != psutil.STATUS_ZOMBIE
            )
        except psutil.Error:
            return False


def of_this_process() -> tuple[int, float]:
    """Return (pid, start time) as a run file states them."""
    return os.getpid(), psutil.Process().create_time()


def read_run_file(path: Path) -> RunFile | None:
    """Return what stands in a run file; None if there is none or it is damaged."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=RunFile)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def write_private(path: Path, content: bytes) -> None:
    """Replace a file at once by one that only its owner can read. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "wb") as file:
            file.write(content)
        os.replace(beside, path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
