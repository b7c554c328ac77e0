"""The other machines of `vestibule bench ui`: nine people in one process, those who measure in another, and the echo.

What is measured is a packet of the publisher's: when it was given to the socket, and when a subscriber had it in hand,
decrypted. The same process, on the same loop, measures the bare echo. Where that is measured the nine send through it
too, so that it has as much to carry as the host, and the machine as many processes to run.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import itertools
import os
import socket
import threading
import time
from collections.abc import Coroutine
from multiprocessing.connection import Connection
from typing import Any

from client.bench.ui_cast import (
    FPS,
    PEOPLE,
    SOUND_FRAME,
    TALKERS,
    Busy,
    Delays,
    Live,
    Sound,
    ThroughEcho,
    film,
    shift,
    voice,
)
from peer.bench.forward_load import NUMBER, PACKET, Checker, Load, Send, subscriber
from peer.media.received import ReceivedSlot
from peer.media.rtp import AUDIO_CLOCK, VIDEO_CLOCK
from peer.room.values import PersonId, TrackKind

SUBSCRIBERS = 2
LAST_ECHOES = 0.5
"""Seconds that the last datagrams have to come back."""

Address = tuple[str, int]


class Clock(Checker):
    """Receives copies, and notes how long each was on its way."""

    def __init__(self, sent: dict[int, float]) -> None:
        super().__init__()
        self.delays: list[float] = []
        self._sent = sent

    def picture_packet(
        self, slot: ReceivedSlot, packet: memoryview, length: int, number: int, timestamp: int
    ) -> None:
        now = time.perf_counter()
        super().picture_packet(slot, packet, length, number, timestamp)
        if self.next is not None and (began := self._sent.get(self.next - 1)) is not None:
            self.delays.append(now - began)


class Echo:
    """Sends datagrams to the echo, and notes how long each was on its way there and back."""

    def __init__(self, address: Address) -> None:
        self.delays: list[float] = []
        self._sent: dict[int, float] = {}
        self._numbers = itertools.count()
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.connect(address)
        self._socket.setblocking(False)
        asyncio.get_running_loop().add_reader(self._socket.fileno(), self._readable)

    def send(self) -> None:
        """One more; the socket's full buffer loses it."""
        number = next(self._numbers) & 0xFFFFFFFF
        self._sent[number] = time.perf_counter()
        with contextlib.suppress(OSError):
            self._socket.send(NUMBER.pack(number).ljust(PACKET, b"\0"))

    def forget(self) -> None:
        """Begin anew."""
        self.delays.clear()
        self._sent.clear()

    def _readable(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                data = self._socket.recv(2048)
                began = self._sent.pop(NUMBER.unpack_from(data)[0], None)
                if began is not None:
                    self.delays.append(time.perf_counter() - began)


class Measurers(Load):
    """A publisher and subscribers whose clocks are one."""

    def __init__(self, pipe: Connection, echo: Address) -> None:
        self._sent_at: dict[int, float] = {}
        self._clocks = {subscriber(number): Clock(self._sent_at) for number in range(SUBSCRIBERS)}
        super().__init__(pipe, self._clocks)
        self._echo = Echo(echo)

    def publish(self) -> None:
        self._sent_at[self._published] = time.perf_counter()
        super().publish()

    async def obey(self, order: Any) -> None:
        match order:
            case Send():
                await self._through_host(order)
            case ThroughEcho(like=like):
                await self._through_echo(like)

    async def _through_host(self, order: Send) -> None:
        self._sent_at.clear()
        for clock in self._clocks.values():
            clock.delays.clear()
        await self.pace(order, self.publish)
        await self.all_here()
        delays = [delay for clock in self._clocks.values() for delay in clock.delays]
        self._pipe.send(Delays(delays, order.packets * len(self._clocks) - len(delays)))

    async def _through_echo(self, order: Send) -> None:
        self._echo.forget()
        await self.pace(order, self._echo.send)
        await asyncio.sleep(LAST_ECHOES)
        delays = list(self._echo.delays)
        self._pipe.send(Delays(delays, order.packets - len(delays)))


class People(Load):
    """Nine with cameras, two of whom talk."""

    def __init__(self, pipe: Connection, echo: Address) -> None:
        super().__init__(pipe, {})
        self._film = film()
        self._voices = {person: voice(number) for number, person in enumerate(TALKERS)}
        self._echo = Echo(echo)
        self._doing: list[asyncio.Task[None]] = []

    async def arrive(self) -> None:
        for person in PEOPLE:
            await self.tracks_of(person)

    async def obey(self, order: Any) -> None:
        for task in self._doing:
            task.cancel()
        self._doing.clear()
        match order:
            case Live():
                self._do(self._show())
                for who, said in self._voices.items():
                    self._do(self._talk(who, said))
            case Busy(rate=rate):
                self._do(self._stay_busy(rate))

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        self._doing.append(self._loop.create_task(work))

    async def _show(self) -> None:
        """Every camera at its rate, one after the other, so that they do not come in one burst."""
        began = self._loop.time()
        for turn in itertools.count():
            number, who = divmod(turn, len(PEOPLE))
            payloads = self._film[shift(number, who)]
            track = (await self.tracks_of(PEOPLE[who]))[TrackKind.CAMERA]
            timestamp = (int(began * VIDEO_CLOCK) + number * VIDEO_CLOCK // FPS) & 0xFFFFFFFF
            for payload in payloads:
                track.send(payload, timestamp, payload is payloads[-1])
            await self._until(began + (turn + 1) / (FPS * len(PEOPLE)))

    async def _talk(self, who: PersonId, said: list[Sound]) -> None:
        began = self._loop.time()
        track = (await self.tracks_of(who))[TrackKind.AUDIO]
        for number in itertools.count():
            sound = said[number % len(said)]
            timestamp = (int(began * AUDIO_CLOCK) + number * SOUND_FRAME) & 0xFFFFFFFF
            track.send(sound.payload, timestamp, number == 0, sound.level)
            await self._until(began + (number + 1) * SOUND_FRAME / AUDIO_CLOCK)

    async def _stay_busy(self, rate: int) -> None:
        while True:
            await self.pace(Send(rate, rate), self._echo.send)
            self._echo.forget()

    async def _until(self, due: float) -> None:
        await asyncio.sleep(max(0.0, due - self._loop.time()))


def measure(pipe: Connection, echo: Address) -> None:
    """Main function of the process that measures."""
    _play(Measurers, pipe, echo)


def gather(pipe: Connection, echo: Address) -> None:
    """Main function of the process of the nine."""
    _play(People, pipe, echo)


def _play(kind: type[Measurers] | type[People], pipe: Connection, echo: Address) -> None:
    async def main() -> None:
        await kind(pipe, echo).run()

    gc.freeze()  # as `vestibule join` does
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        runner.run(main())


def echo(pipe: Connection) -> None:
    """Main function of the yardstick: a bare UDP echo. It lives as long as the other end of the pipe."""
    threading.Thread(target=_end_with, args=(pipe,), daemon=True).start()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as plain:
        plain.bind(("127.0.0.1", 0))
        pipe.send(plain.getsockname())
        while True:
            data, source = plain.recvfrom(2048)
            plain.sendto(data, source)


def _end_with(pipe: Connection) -> None:
    with contextlib.suppress(EOFError):
        pipe.recv()
    os._exit(0)
