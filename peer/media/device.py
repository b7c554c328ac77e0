"""One device of a member's machine, started and stopped on threads of its own: a driver may take seconds over either.

What is wanted last counts. Starts and stops never overlap, and an off that comes while an on is under way overtakes
it: the device is stopped as soon as it has started, and whoever listens drops what it delivers meanwhile.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

log = logging.getLogger("vestibule.media.device")

Called = TypeVar("Called", contravariant=True)
LAST_STOP_WITHIN = 2.0
"""Seconds that a device may take to stop when everything ends."""


class Source(Protocol[Called]):
    """A camera, a microphone or a loudspeaker (see `sources`)."""

    def start(self, called: Called, /) -> None:
        """Begin. Raises OSError if there is no such device."""

    def stop(self) -> None:
        """End."""


class Device(Generic[Called]):
    """`called` is what the source calls. `failed()`, on the loop: it did not start; it is off until `set` again."""

    def __init__(self, source: Source[Called] | None, called: Called, failed: Callable[[], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._source = source
        self._called = called
        self._failed = failed
        self._on = False
        self._running: Source[Called] | None = None
        self._busy = False
        self._idle = asyncio.Event()
        self._idle.set()

    def set(self, on: bool) -> None:
        """Start or stop it, soon."""
        self._on = on
        self._follow()

    def use(self, source: Source[Called] | None) -> None:
        """Another one from now on; it is started if this one was on."""
        self._source = source
        self._follow()

    async def close(self) -> None:
        """Stop it, and wait until it has stopped; a driver that does not come back is left alone."""
        self.set(False)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_STOP_WITHIN):
                await self._idle.wait()

    def _follow(self) -> None:
        wanted = self._source if self._on else None
        if self._busy or wanted is self._running:
            return
        self._busy = True
        self._idle.clear()
        running = self._running
        name, work = ("stop", self._stop) if running is not None else ("start", self._start)
        source = running if running is not None else wanted
        # Not of a pool: one that hangs in a driver must keep neither others nor the end of the process waiting.
        threading.Thread(target=work, args=(source,), name=f"device-{name}", daemon=True).start()

    def _start(self, source: Source[Called]) -> None:
        try:
            source.start(self._called)
        except OSError as error:
            log.info("a device does not start: %s", type(error).__name__)
            self._tell(None, source)
        else:
            self._tell(source, None)

    def _stop(self, source: Source[Called]) -> None:
        source.stop()
        self._tell(None, None)

    def _tell(self, running: Source[Called] | None, broken: Source[Called] | None) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended without waiting
            self._loop.call_soon_threadsafe(self._done, running, broken)

    def _done(self, running: Source[Called] | None, broken: Source[Called] | None) -> None:
        self._busy = False
        self._running = running
        if broken is not None and self._on and self._source is broken:
            self._on = False
            self._failed()
        self._follow()
        if not self._busy:
            self._idle.set()
