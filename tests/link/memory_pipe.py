"""Two ends of a pipe in memory, over a line that is late and goes black: in order and whole, as TCP would keep it."""

from __future__ import annotations

import asyncio
import random
from collections import deque

from peer.link.pipe import OnFrame, OnLost
from peer.room.values import RefusalCode


class MemoryPipe:
    """One end. Frames take between `shortest` and `longest` seconds; in a black-out they wait for its end."""

    def __init__(self, seed: int, shortest: float, longest: float, address: str) -> None:
        self._loop = asyncio.get_running_loop()
        self._random = random.Random(seed)
        self._shortest = shortest
        self._longest = longest
        self._on_frame: OnFrame | None = None
        self._on_lost: OnLost | None = None
        self._under_way: deque[bytes | None] = deque()
        self._held: deque[bytes] = deque()
        self._due = 0.0
        self.paused = False
        self.black = False
        self.peer: MemoryPipe | None = None
        self.address = address
        self.own_address = None
        self.last_heard = self._loop.time()
        self.closed = False

    def attach(self, on_frame: OnFrame, on_lost: OnLost) -> None:
        self._on_frame, self._on_lost = on_frame, on_lost

    def write(self, frame: bytes) -> None:
        if not self.closed:
            self._later(frame)

    def pause(self) -> None:
        self.paused = True

    def resume(self) -> None:
        self.paused = False
        self._drain()

    def close(self) -> None:
        if not self.closed:
            self._later(None)
            self._end(None)

    async def wait_closed(self) -> None:
        pass

    def abort(self) -> None:
        self.close()

    def light(self) -> None:
        """The black-out ends: what was held arrives."""
        self.black = False
        self._drain()

    def _later(self, frame: bytes | None) -> None:
        delay = self._random.uniform(self._shortest, self._longest)
        self._due = max(self._due, self._loop.time() + delay)
        assert self.peer is not None
        self._under_way.append(frame)
        self._loop.call_at(self._due, self._deliver)  # timers of one moment come in any order, frames do not

    def _deliver(self) -> None:
        assert self.peer is not None
        self.peer._arrive(self._under_way.popleft())

    def _arrive(self, frame: bytes | None) -> None:
        if frame is None:
            self._end(None)
            return
        self._held.append(frame)
        self._drain()

    def _drain(self) -> None:
        while self._held and not (self.black or self.paused or self.closed):
            self.last_heard = self._loop.time()
            frame = self._held.popleft()
            if self._on_frame:
                self._on_frame(frame)

    def _end(self, reason: RefusalCode | None) -> None:
        if not self.closed:
            self.closed = True
            if self._on_lost:
                self._on_lost(reason)


def pair(seed: int = 1, shortest: float = 0.0, longest: float = 0.01) -> tuple[MemoryPipe, MemoryPipe]:
    """The host's end and a member's."""
    host = MemoryPipe(seed, shortest, longest, "198.51.100.7")
    member = MemoryPipe(seed + 1, shortest, longest, "203.0.113.1")
    host.peer, member.peer = member, host
    return host, member
