"""The turns of `vestibule bench ui`. The process in which they are taken is the host's: a real HostMedia."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import math
import multiprocessing
import os
import signal
import sys
import time
from contextlib import ExitStack, closing
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

import msgspec

from client.bench.ui_cast import (
    PEOPLE,
    TALKERS,
    WINDOW,
    Busy,
    Delays,
    Live,
    Seen,
    Show,
    Shown,
    Tell,
    ThroughEcho,
    Watch,
)
from client.bench.ui_load import SUBSCRIBERS, echo, gather, measure
from client.bench.ui_others import Others
from client.bench.ui_window import open_window
from client.demo.screen import VirtualScreen
from peer.bench.forward import Host
from peer.bench.forward_load import PUBLISHER, Joined, Ready, Send, subscriber
from peer.media.host_connection import FIRST_VIDEO_SLOTS
from peer.room.signals import Look
from peer.room.values import TrackKind

PACKETS_A_SECOND = 3_000
MEASURED_A_SECOND = 680
"""Packets that are published to be timed, each forwarded to SUBSCRIBERS. The pictures and the sound of the nine make up
the rest of PACKETS_A_SECOND."""

SETTLING = 1.0
"""Seconds from the first picture of everybody to the measurement: pages and connections of before are gone."""

PATIENCE = 5.0
"""Seconds that a process has to end when asked."""


class Turns(msgspec.Struct, frozen=True):
    """One run: first the yardsticks, then the meeting. `packets` were forwarded in each second of it.

    `others`: percent of the machine that other programs took, in the worse of the two.
    """

    echo: Delays
    alone: Seen
    forwarded: Delays
    meeting: Seen
    packets: float
    others: float


def p99(delays: Delays) -> float:
    """Seconds; a packet that did not come was longer on its way than any other."""
    found = sorted(delays.seconds) + [math.inf] * delays.missing
    return found[math.ceil(0.99 * len(found)) - 1]


class Bench:
    """The host, and what it asks of the other processes."""

    def __init__(
        self,
        measurers: Connection,
        people: Connection,
        orders: Connection,
        signals: Connection,
        seconds: float,
    ) -> None:
        """`orders` goes to the window's Qt thread, `signals` to its member; `seconds` is how long a turn is."""
        self._measurers = measurers
        self._people = people
        self._window = orders
        self._seconds = seconds
        self._host = Host(measurers)
        self._host.listen(people, *PEOPLE)
        self._host.listen(signals, WINDOW)
        self._host.listen(orders)

    async def open(self) -> None:
        """Everyone is there and has as many slots as they will need: later offers are no part of what is measured."""
        media = self._host.media
        for _ in (self._measurers, self._people):
            await self._host.next(Joined)
        looks = {subscriber(number): (PUBLISHER,) for number in range(SUBSCRIBERS)}
        for person in (*PEOPLE, PUBLISHER, *looks):
            media.connect(person, True)
            media.look(person, Look(people=looks.get(person, ())))
        for person in (*PEOPLE, PUBLISHER):
            media.open_gates(person, {TrackKind.CAMERA})
        for person in TALKERS:
            media.open_gates(person, {TrackKind.AUDIO})
        for _ in (self._measurers, self._people):
            await self._host.next(Ready)
        await self._meet()
        await self._host.settled(FIRST_VIDEO_SLOTS + len(PEOPLE) + 1 + SUBSCRIBERS)

    async def _meet(self) -> None:
        self._people.send(Live())
        self._window.send(Show(meeting=True))
        self._host.media.connect(WINDOW, True)
        self._host.media.look(WINDOW, Look(people=PEOPLE))
        await self._host.next(Shown)

    async def run(self) -> Turns:
        """First without a meeting, then in it."""
        measured = SUBSCRIBERS * MEASURED_A_SECOND
        self._host.media.disconnect(WINDOW)
        self._people.send(Busy(PACKETS_A_SECOND - measured))
        self._window.send(Show(meeting=False))
        await self._host.next(Shown)
        echoed, alone, _, before = await self._measure(ThroughEcho(self._order(measured)))
        await self._meet()
        forwarded, meeting, packets, others = await self._measure(self._order(MEASURED_A_SECOND))
        return Turns(echoed, alone, forwarded, meeting, packets, max(before, others))

    def _order(self, rate: int) -> Send:
        return Send(round(rate * self._seconds), rate)

    async def _measure(self, order: Send | ThroughEcho) -> tuple[Delays, Seen, float, float]:
        await asyncio.sleep(SETTLING)
        self._window.send(Watch())
        before, began, others = self._forwarded(), time.monotonic(), Others()
        self._measurers.send(order)
        delays: Delays = await self._host.next(Delays)
        packets = (self._forwarded() - before) / (time.monotonic() - began)
        self._window.send(Tell())
        return delays, await self._host.next(Seen), packets, others.percent()

    def _forwarded(self) -> int:
        return sum(found["sent"]["packets"] for found in self._host.media.statistics().values())

    async def close(self) -> None:
        """The others end too."""
        for pipe in (self._measurers, self._people, self._window):
            with contextlib.suppress(OSError):
                pipe.send(None)
        await self._host.close()


def take_turns(runs: int, seconds: float) -> list[Turns]:
    """Start everybody, take the turns, end everybody. Raises Failure if there is no screen and none can be made."""
    context = multiprocessing.get_context("spawn")
    with ExitStack() as stack:
        before = signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
        stack.callback(signal.signal, signal.SIGTERM, before)
        screen: dict[str, str] = {}
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            screen = stack.enter_context(closing(VirtualScreen())).environment
        measurers, people, orders, signals, echoes = (context.Pipe() for _ in range(5))
        processes = [context.Process(target=echo, args=(echoes[1],), daemon=True)]
        stack.callback(kill, processes)
        processes[0].start()
        address = echoes[0].recv()
        members = [
            context.Process(target=measure, args=(measurers[1], address), daemon=True),
            context.Process(target=gather, args=(people[1], address), daemon=True),
            context.Process(target=open_window, args=(orders[1], signals[1], screen), daemon=True),
        ]
        for process in members:
            process.start()
            processes.append(process)
        for _, theirs in (measurers, people, orders, signals, echoes):
            theirs.close()

        async def all_runs() -> list[Turns]:
            bench = Bench(measurers[0], people[0], orders[0], signals[0], seconds)
            try:
                await bench.open()
                return [await bench.run() for _ in range(runs)]
            finally:
                await bench.close()

        gc.freeze()  # as the host's service does
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            found = runner.run(all_runs())
        for process in members:
            process.join(PATIENCE)
        return found


def kill(processes: list[SpawnProcess]) -> None:
    """End what has not ended by itself: the echo never does."""
    for process in processes:
        process.kill()
        process.join()
