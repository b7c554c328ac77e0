"""The one crossing between the Qt thread and the peer's loop.

Commands go in by `run_coroutine_threadsafe`, news come out through one queued signal, pictures go straight to their
sinks (`client/pictures.py`). All that crosses is frozen. The peer's thread lives as long as the window: one thread, one
`SelectorEventLoop` made by name (a second Qt event loop would appear under qasync otherwise).
"""

from __future__ import annotations

import asyncio
import collections
import concurrent.futures
import logging
import threading
from collections.abc import Callable
from typing import Protocol

import av
from PySide6.QtCore import QObject, Qt, Signal, Slot

from peer.commands import AnyCommand, AnyNews, Disconnected, Levels, Statistics
from peer.room.values import PersonId

NEWS_LIMIT = 4096
"""News that may wait for the Qt thread. A window further behind than that shows what is long no longer so."""

NEWS_A_TURN = 128
"""News given to the models before painting and input get their turn."""

STOP_SECONDS = 3.0
"""How long a window that closes waits for the peer to say goodbye."""

BROKEN = "broken"
"""`Disconnected.code` where our own side failed; the details are in the log."""

log = logging.getLogger("vestibule.bridge")

NewsHeard = Callable[[AnyNews], None]
PictureSeen = Callable[[PersonId, av.VideoFrame], None]


class Peer(Protocol):
    """What the bridge drives: `peer.member.Member`."""

    async def run(self) -> None:
        """Take part in one meeting, from the first dial to the end."""

    async def do(self, command: AnyCommand) -> None:
        """Perform one command. A refusal comes as news."""


MakePeer = Callable[[NewsHeard], Peer]
"""Called on the peer's loop; the function given takes news from any thread."""


class Bridge(QObject):
    """Runs at most one peer at a time on the peer's thread, and gives the Qt thread its news."""

    news = Signal(object)
    """One of AnyNews, on the Qt thread, in the order in which the peer told them."""

    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: collections.deque[AnyNews] = collections.deque()
        self._levels: Levels | None = None
        self._statistics: Statistics | None = None
        self._told = False
        self._generation = 0
        self._peer: Peer | None = None
        self._running: asyncio.Task[None] | None = None
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._loop = asyncio.SelectorEventLoop()
        self._thread = threading.Thread(target=self._run_loop, name="peer", daemon=True)
        self._thread.start()

    # --- from the Qt thread ----------------------------------------------------------------

    def start(self, make: MakePeer) -> None:
        """Take part in a meeting. One that still runs is ended first; its later news are not heard."""
        with self._lock:
            self._generation += 1
            generation = self._generation
            self._waiting.clear()
            self._levels = self._statistics = None
        self._submit(self._take_part(make, generation))

    def send(self, command: AnyCommand) -> None:
        """Hand one command to the peer; without one it is dropped."""
        self._submit(self._do(command))

    def stop(self) -> None:
        """End the present meeting on this computer (without a Leave of its own); no further news of it."""
        with self._lock:
            self._generation += 1
        self._submit(self._end())

    def close(self) -> None:
        """End the peer's thread. Nothing may be called afterwards."""
        with self._lock:
            self._generation += 1
        try:
            self._submit(self._end()).result(STOP_SECONDS)
        except concurrent.futures.TimeoutError:
            log.error("the peer did not end within %s s", STOP_SECONDS)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(STOP_SECONDS)
        if not self._thread.is_alive():
            self._loop.close()

    # --- on the peer's thread ----------------------------------------------------------------

    def _run_loop(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    def _submit(
        self, work: collections.abc.Coroutine[object, object, None]
    ) -> concurrent.futures.Future[None]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _take_part(self, make: MakePeer, generation: int) -> None:
        await self._end()
        try:
            self._peer = make(lambda news: self._hear(news, generation))
        except Exception:
            log.exception("the meeting could not be set up")
            self._hear(Disconnected(BROKEN), generation)
            return
        self._running = asyncio.create_task(self._run_peer(self._peer, generation))

    async def _run_peer(self, peer: Peer, generation: int) -> None:
        try:
            await peer.run()
        except asyncio.CancelledError:
            raise
        except Exception:
            log.exception("the member's machine failed")
            self._hear(Disconnected(BROKEN), generation)

    async def _do(self, command: AnyCommand) -> None:
        if self._peer is None:
            return
        try:
            await self._peer.do(command)
        except Exception:
            log.exception("a command failed: %s", type(command).__name__)

    async def _end(self) -> None:
        running, self._running, self._peer = self._running, None, None
        if running is None:
            return
        running.cancel()
        await asyncio.wait({running})

    def _hear(self, news: AnyNews, generation: int) -> None:
        """Take news from any thread. Levels and statistics replace those that nobody has seen yet."""
        with self._lock:
            if generation != self._generation:
                return
            if isinstance(news, Levels):
                self._levels = news
            elif isinstance(news, Statistics):
                self._statistics = news
            elif len(self._waiting) < NEWS_LIMIT:
                self._waiting.append(news)
            else:
                self._generation += 1
                self._waiting.append(Disconnected("too_fast"))
                log.error("more than %s news wait for the window: the meeting is left", NEWS_LIMIT)
                self._loop.call_soon_threadsafe(lambda: self._loop.create_task(self._end()))
            if self._told:
                return
            self._told = True
        self._arrived.emit()

    # --- on the Qt thread again --------------------------------------------------------------

    @Slot()
    def _deliver(self) -> None:
        with self._lock:
            batch: list[AnyNews] = []
            while self._waiting and len(batch) < NEWS_A_TURN:
                batch.append(self._waiting.popleft())
            if not self._waiting:
                if self._levels is not None:
                    batch.append(self._levels)
                if self._statistics is not None:
                    batch.append(self._statistics)
                self._levels = self._statistics = None
            more = self._told = bool(self._waiting)
        for news in batch:
            self.news.emit(news)
        if more:
            self._arrived.emit()
