"""`vestibule bench forward`: what it costs the host's process to pass a packet on.

Yardstick, interleaved with the run: one in-place `srtp_protect` (AES-256-GCM, 1,200 bytes) and one `sendto` from
Python, to a socket that is read. A second process (`forward_load.py`) plays the members: it connects as they do,
sends, decrypts every copy and checks its order.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import multiprocessing
import socket
import statistics
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from typing import Any

import msgspec

from peer.bench.forward_load import (
    PACKET,
    PUBLISHER,
    Joined,
    Ready,
    Send,
    Sent,
    Signalled,
    play,
    subscriber,
)
from peer.media import srtp
from peer.media.descriptions import SLOT_LIMIT
from peer.media.host_connection import FIRST_VIDEO_SLOTS
from peer.media.star import HostMedia
from peer.room.events import MediaLost, MediaUp, PathSeen
from peer.room.signals import Answer, Look, Offer, Point
from peer.room.values import PersonId, TrackKind

COPIES = 20_000
PIECES = 5
RUNS = 5
MUST = {3: 6.0, 8: 5.0, 24: 4.0}
RATE = {3: 800, 8: 500, 24: 250}
"""Packets a second that come in: about 1.2 to 3 MB/s of pictures go out of each."""

PATIENCE = 60.0


class Result(msgspec.Struct, frozen=True):
    """One run. Times in microseconds of CPU."""

    copies: int
    bad: int
    missing: int
    per_copy: float
    yardstick: float

    @property
    def ratio(self) -> float:
        return self.per_copy / self.yardstick


class Yardstick:
    """One protect and one sendto, timed in CPU of this thread."""

    def __init__(self, sink: tuple[str, int]) -> None:
        self._session = srtp.new_session(bytes(range(srtp.KEY_LENGTH)), inbound=False)
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._sink = sink
        self._buffer = srtp.PacketBuffer()
        self._buffer.view[0:12] = bytes([0x80, 97, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
        self._sequence = 0

    def run(self, calls: int) -> float:
        """Seconds of CPU for so many calls."""
        handle = srtp.handle(self._session)
        data, view, length = self._buffer.data, self._buffer.view, self._buffer.length
        protect, sendto, sink = srtp.protect, self._socket.sendto, self._sink
        number = self._sequence
        began = time.thread_time()
        for _ in range(calls):
            number += 1
            view[2] = number >> 8 & 0xFF
            view[3] = number & 0xFF
            length[0] = PACKET
            protect(handle, data, length)
            sendto(view[: length[0]], sink)
        spent = time.thread_time() - began
        self._sequence = number
        return spent

    def close(self) -> None:
        self._socket.close()


class Host:
    """The host's process: a real HostMedia; links are pipes to other processes, `pipe` for whom has no other."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._pipes: dict[PersonId, Connection] = {}
        self._readers: list[Connection] = []
        self.answers: asyncio.Queue[Any] = asyncio.Queue()
        self.up: set[PersonId] = set()
        self.media = HostMedia(guard=lambda *_: True, send=self._send, happened=self._happened)
        self._loop = asyncio.get_running_loop()
        self.listen(pipe)

    def listen(self, pipe: Connection, *people: PersonId) -> None:
        """Hear what is said on this pipe; these people's signals go there."""
        self._pipes.update(dict.fromkeys(people, pipe))
        self._readers.append(pipe)
        self._loop.add_reader(pipe.fileno(), self._readable, pipe)

    def _send(self, person: PersonId, signal: Offer | Point) -> None:
        with contextlib.suppress(BrokenPipeError):
            self._pipes.get(person, self._pipe).send(Signalled(person, signal))

    def _happened(self, event: MediaUp | MediaLost | PathSeen) -> None:
        if isinstance(event, MediaUp):
            self.up.add(event.person)
        elif isinstance(event, MediaLost):
            self.answers.put_nowait(ConnectionError(f"{event.person} was lost"))

    def _readable(self, pipe: Connection) -> None:
        while pipe.poll():
            try:
                message = pipe.recv()
            except EOFError as error:
                self._loop.remove_reader(pipe.fileno())
                self.answers.put_nowait(error)
                return
            if isinstance(message, Signalled) and isinstance(message.signal, Answer):
                self.media.answered(message.person, message.signal)
            else:
                self.answers.put_nowait(message)

    async def next(self, kind: type) -> Any:
        """The other process's next word, which has to be a `kind`."""
        message = await asyncio.wait_for(self.answers.get(), PATIENCE)
        if not isinstance(message, kind):
            raise RuntimeError(f"the load process said {message!r}")
        return message

    async def settled(self, slots: int) -> None:
        """Everyone has so many slots: later offers, which sound for all needs, are no part of what is measured."""
        async with asyncio.timeout(PATIENCE):
            while any(  # noqa: ASYNC110
                found["sent"]["slots"] < slots for found in self.media.statistics().values()
            ):
                await asyncio.sleep(0.1)

    async def close(self) -> None:
        for pipe in self._readers:
            self._loop.remove_reader(pipe.fileno())
        await self.media.close()


async def one_run(subscribers: int, pipe: Connection) -> Result:
    """20,000 copies in pieces, a piece of the yardstick after each."""
    host = Host(pipe)
    sink: Joined = await host.next(Joined)
    people = [PUBLISHER, *(subscriber(number) for number in range(subscribers))]
    for person in people:
        host.media.connect(person, True)
        host.media.look(person, Look(people=() if person == PUBLISHER else (PUBLISHER,)))
    host.media.open_gates(PUBLISHER, {TrackKind.CAMERA})
    await host.next(Ready)
    await host.settled(FIRST_VIDEO_SLOTS + min(SLOT_LIMIT, subscribers))
    yardstick = Yardstick(sink.sink)
    yardstick.run(500)
    each = -(-COPIES // subscribers // PIECES)
    forwarding = measure = 0.0
    bad = received = 0
    for _ in range(PIECES):
        began = time.process_time()
        pipe.send(Send(each, RATE[subscribers]))
        done: Sent = await host.next(Sent)
        forwarding += time.process_time() - began
        bad, received = done.bad, done.copies
        measure += yardstick.run(COPIES // PIECES)
    yardstick.close()
    pipe.send(None)
    await host.close()
    expected = each * PIECES * subscribers
    return Result(
        copies=received,
        bad=bad,
        missing=expected - received,
        per_copy=forwarding / expected * 1e6,
        yardstick=measure / (COPIES // PIECES * PIECES) * 1e6,
    )


def _run_with_load(subscribers: int) -> Result:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    load = context.Process(target=play, args=(theirs, subscribers), daemon=True)
    load.start()
    theirs.close()
    try:
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            return runner.run(one_run(subscribers, ours))
    finally:
        load.join(5)
        if load.is_alive():
            load.kill()
            load.join()


def run(argv: Sequence[str]) -> int:
    """Print the table; 1 if a target was missed or a copy was bad."""
    parser = argparse.ArgumentParser(prog="vestibule bench forward", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--subscribers", type=int, nargs="*", choices=sorted(MUST), default=sorted(MUST))
    options = parser.parse_args(argv)
    results: dict[int, list[Result]] = {number: [] for number in options.subscribers}
    for _ in range(options.runs):
        for number, found in results.items():
            found.append(_run_with_load(number))
    print(
        f"{'N':>3} {'copies':>7} {'bad':>4} {'missing':>8} {'us/copy':>8} {'yardstick':>10} {'ratio':>6} {'must':>5}"
    )
    good = True
    for number, found in results.items():
        ratio = statistics.median(result.ratio for result in found)
        bad = sum(result.bad for result in found)
        missing = sum(result.missing for result in found)
        good = good and ratio <= MUST[number] and bad == 0 and missing == 0
        print(
            f"{number:>3} {sum(result.copies for result in found):>7} {bad:>4} {missing:>8} "
            f"{statistics.median(result.per_copy for result in found):>8.1f} "
            f"{statistics.median(result.yardstick for result in found):>10.2f} "
            f"{ratio:>6.2f} {MUST[number]:>5.0f}"
        )
    print("us of CPU of the host's whole process, receiving included; median of", options.runs, "runs")
    return 0 if good else 1
