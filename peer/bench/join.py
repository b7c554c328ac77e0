"""`vestibule bench join`: from being let in to the first picture.

Ours: the host offers to a new member (that is what follows the proof), until their machine decoded the first picture
of a member who is already there; host, sender and receiver are the real classes over real sockets. Yardstick, in turn
with it: two stock aiortc peers in a process of their own (`join_stock.py`), offer to first decoded frame.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection

import msgspec

from peer.bench.join_stock import measure
from peer.media.aiortc_hooks import GATHER_TIMEOUT, STUN_RETRY
from peer.media.call import MemberMedia
from peer.media.feedback import KEY_FRAME_INTERVAL, KEY_FRAME_PATIENCE
from peer.media.picture_sources import TestCamera
from peer.media.rtp import VIDEO_CLOCK
from peer.media.star import HostMedia
from peer.room.events import MediaLost, MediaUp, PathSeen
from peer.room.signals import Offer, Point
from peer.room.values import PersonId, TrackKind

TIMES = 20
MUST = 3.0
DEADLINE = 15.0
PUBLISHER, JOINER = "publisher", "joiner"
SIZE = (640, 360, 30.0)
TIMEOUTS = {
    "offered": (float(GATHER_TIMEOUT),),
    "answered": (float(GATHER_TIMEOUT),),
    "connected": (STUN_RETRY, 2 * STUN_RETRY, 1.0),
    "pointed": (),
    "first_frame": (KEY_FRAME_INTERVAL, KEY_FRAME_PATIENCE),
}
"""The time-outs that could end each step's wait, in seconds (1.0: DTLS's first retransmission)."""


class Trace(msgspec.Struct):
    """When things happened, in seconds since the host was told to connect."""

    offered: float = 0.0
    answered: float = 0.0
    connected: float = 0.0
    pointed: float = 0.0
    first_frame: float = 0.0


class Ours:
    """A meeting of two, over and over: the second leaves and joins again."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._members: dict[PersonId, MemberMedia] = {}
        self._up: dict[PersonId, asyncio.Event] = {}
        self._first = asyncio.Event()
        self._trace = Trace()
        self._began = 0.0
        self._tasks: set[asyncio.Task[None]] = set()
        self._host = HostMedia(guard=lambda *_: True, send=self._send, happened=self._happened)

    def _since(self) -> float:
        return time.monotonic() - self._began

    def _happened(self, event: MediaUp | MediaLost | PathSeen) -> None:
        if isinstance(event, MediaUp):
            self._trace.connected = self._since()
            self._up[event.person].set()

    def _send(self, person: PersonId, signal: Offer | Point) -> None:
        if isinstance(signal, Point):
            self._members[person].point(signal)
            if person == JOINER and any(slot.person == PUBLISHER for slot in signal.slots):
                self._trace.pointed = self._since()
            return
        self._trace.offered = self._since()
        task = self._loop.create_task(self._answer(person, signal))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, person: PersonId, offer: Offer) -> None:
        answer = await self._members[person].answer(offer, loopback=True)
        self._trace.answered = self._since()
        self._host.answered(person, answer)

    def _connect(self, person: PersonId) -> None:
        self._up[person] = asyncio.Event()
        self._began = time.monotonic()
        self._trace = Trace()
        self._host.connect(person, True)
        self._host.open_gates(person, frozenset(TrackKind))

    def _machine(self, person: PersonId) -> MemberMedia:
        def picture(of: PersonId, _frame: object) -> None:
            if person == JOINER and of == PUBLISHER and not self._trace.first_frame:
                self._trace.first_frame = self._since()
                self._loop.call_soon_threadsafe(self._first.set)

        return MemberMedia(
            me=person,
            camera=TestCamera(*SIZE) if person == PUBLISHER else None,
            microphone=None,
            speaker=None,
            picture=picture,
            levels=lambda _talkers, _own: None,
            connection_lost=lambda _number: None,
        )

    async def begin(self) -> None:
        """The publisher is there, camera on."""
        self._members[PUBLISHER] = self._machine(PUBLISHER)
        self._connect(PUBLISHER)
        await asyncio.wait_for(self._up[PUBLISHER].wait(), DEADLINE)
        self._members[PUBLISHER].set_camera(True)

    async def join(self) -> Trace:
        """One joining and leaving. It begins when the publisher would answer a key-frame request at once again."""
        await asyncio.sleep(KEY_FRAME_INTERVAL)
        self._members[JOINER] = member = self._machine(JOINER)
        self._first = asyncio.Event()
        self._connect(JOINER)
        await asyncio.wait_for(self._first.wait(), DEADLINE)
        trace = self._trace
        self._host.disconnect(JOINER)
        await member.close()
        return trace

    async def end(self) -> None:
        await self._host.close()
        for member in self._members.values():
            await member.close()


async def _both(times: int, stock: Connection) -> tuple[list[Trace], list[float]]:
    ours = Ours()
    await ours.begin()
    traces, yardstick = [], []
    try:
        for _ in range(times):
            traces.append(await ours.join())
            stock.send("once")
            answer = await asyncio.to_thread(stock.recv)
            if isinstance(answer, str):
                raise RuntimeError(answer)
            yardstick.append(answer)
    finally:
        stock.send(None)
        await ours.end()
    return traces, yardstick


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def ended_by_timeout(traces: Sequence[Trace]) -> list[str]:
    """Waits between two steps of a trace that are as long as a time-out (0 to 15 % longer)."""
    found = []
    for number, trace in enumerate(traces):
        steps = list(msgspec.structs.asdict(trace).items())
        for (_, before), (name, after) in zip([("", 0.0), *steps], steps, strict=False):
            for limit in TIMEOUTS[name]:
                if limit <= after - before <= limit * 1.15:
                    found.append(
                        f"join {number}: {name} after {after - before:.3f} s: a time-out of {limit} s?"
                    )
    return found


def run(argv: Sequence[str]) -> int:
    """Print the table; 1 if the target was missed or a wait was a time-out."""
    parser = argparse.ArgumentParser(prog="vestibule bench join", description=__doc__)
    parser.add_argument("--times", type=int, default=TIMES)
    options = parser.parse_args(argv)
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    stock = context.Process(target=measure, args=(there, SIZE, VIDEO_CLOCK), daemon=True)
    stock.start()
    there.close()
    try:
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            traces, yardstick = runner.run(_both(options.times, here))
    finally:
        stock.join(5)
        if stock.is_alive():
            stock.kill()
            stock.join()
    print(f"{'':<24} {'p50 ms':>8} {'p95 ms':>8}")
    for name in Trace.__struct_fields__:
        values = [getattr(trace, name) for trace in traces]
        print(f"{name:<24} {percentile(values, 0.5) * 1e3:>8.0f} {percentile(values, 0.95) * 1e3:>8.0f}")
    print(
        f"{'stock aiortc':<24} {percentile(yardstick, 0.5) * 1e3:>8.0f} {percentile(yardstick, 0.95) * 1e3:>8.0f}"
    )
    ratio = percentile([trace.first_frame for trace in traces], 0.95) / percentile(yardstick, 0.95)
    print(f"p95 ratio {ratio:.2f}, must be at most {MUST:.0f}; {len(traces)} joins")
    waits = ended_by_timeout(traces)
    print("\n".join(waits) or "no wait is as long as a time-out")
    return 0 if ratio <= MUST and not waits else 1
