"""The host's service of `vestibule bench suspend`: the real one, which also notes when it accepts a suspension, and how
late an idle timer is beside it. At its end it writes both to the file that its first argument names.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

import msgspec

import peer.hosting
from peer.host import HostService
from peer.main import main
from peer.room import events as did
from peer.room.requests import Suspend
from peer.room.values import PersonId

TIMER = 0.01


class Measured(msgspec.Struct):
    """Times in `time.monotonic()` seconds; lateness in seconds."""

    accepted: list[tuple[PersonId, float]] = []
    lateness: list[float] = []


measured = Measured([], [])


class TimedService(HostService):
    """A HostService with a watch."""

    def start(self) -> None:
        super().start()
        self._timing = asyncio.create_task(self._idle_timer())

    async def _idle_timer(self) -> None:
        while True:
            due = time.monotonic() + TIMER
            await asyncio.sleep(TIMER)
            measured.lateness.append(max(0.0, time.monotonic() - due))

    def happen(self, event: did.AnyEvent) -> None:
        if isinstance(event, did.Asked) and isinstance(event.request, Suspend) and event.request.member:
            measured.accepted.append((event.request.member, time.monotonic()))
        super().happen(event)


if __name__ == "__main__":
    peer.hosting.HostService = TimedService  # type: ignore[attr-defined]
    report = Path(sys.argv[1])
    status = main(sys.argv[2:])
    report.write_bytes(msgspec.msgpack.encode(measured))
    raise SystemExit(status)
