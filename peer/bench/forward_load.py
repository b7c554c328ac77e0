"""The members' side of `vestibule bench forward`, in a process of its own: real connections, no pictures.

Each packet carries a number and a known filling. A copy is bad when its slot's sequence number or its own number is not
the next one, or when the filling differs; that it decrypted is AES-GCM's word.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from typing import Any

import msgspec

from peer.media.member_connection import MemberConnection
from peer.media.own_track import OwnTrack
from peer.media.received import ReceivedSlot
from peer.media.rtp import payload_bounds
from peer.room.signals import Answer, Offer, Point
from peer.room.values import PersonId, TrackKind

PACKET = 1200
"""Bytes of an RTP packet before protection."""

PUBLISHER = "publisher"
HEADER = 20
KEY_FRAME = b"\x10\x00"
"""A VP8 descriptor that begins a frame, and the first byte of a key frame: each packet may be the first forwarded."""

NUMBER = struct.Struct("!L")
FILLING = bytes(range(256)) * 5
QUIET = 2.0
"""Seconds without a copy after which those that are missing are given up."""


class Joined(msgspec.Struct, frozen=True):
    """The other process is there and reads what comes to `sink`."""

    sink: tuple[str, int]


class Ready(msgspec.Struct, frozen=True):
    """Everyone is connected, and one packet reached every subscriber."""


class Send(msgspec.Struct, frozen=True):
    """Publish so many packets, so many a second."""

    packets: int
    rate: int


class Sent(msgspec.Struct, frozen=True):
    """They were sent; `copies` arrived since the beginning, `bad` of them bad."""

    copies: int
    bad: int


class Signalled(msgspec.Struct, frozen=True):
    """A media signal on its way, in either direction."""

    person: PersonId
    signal: Offer | Answer | Point


def subscriber(number: int) -> PersonId:
    return f"member{number}"


class Checker:
    """Receives one subscriber's copies."""

    def __init__(self) -> None:
        self.copies = 0
        self.bad = 0
        self.next: int | None = None
        self._sequence: int | None = None

    def picture_packet(
        self, slot: ReceivedSlot, packet: memoryview, length: int, number: int, timestamp: int
    ) -> None:
        slot.picture_packet(packet, length, number, timestamp)
        start, end = payload_bounds(packet, length)
        (told,) = NUMBER.unpack_from(packet, start + 2)
        in_order = (self.next is None or told == self.next) and (
            self._sequence is None or number == self._sequence
        )
        if not in_order or packet[start + 6 : end] != FILLING[: end - start - 6]:
            self.bad += 1
        self.copies += 1
        self.next = told + 1
        self._sequence = number + 1

    def sound_packet(self, *_: Any) -> None:
        """There is none."""

    def pictures_waiting(self, slot: ReceivedSlot) -> None:
        """Copies are counted, not shown."""

    def key_frame_wanted(self, kind: TrackKind) -> None:
        """Every packet is one."""

    def bitrate(self, kind: TrackKind, bits_per_second: int) -> None:
        """The rate is the bench's."""


class Load:
    """All members. `checkers`: those who subscribe, and what takes in their copies."""

    def __init__(self, pipe: Connection, checkers: Mapping[PersonId, Checker]) -> None:
        self._pipe = pipe
        self._loop = asyncio.get_running_loop()
        self._checkers = checkers
        self._connections: dict[PersonId, MemberConnection] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._published = 0
        self._ended = asyncio.Event()
        self._work: asyncio.Queue[Any] = asyncio.Queue()
        self._sink = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._sink.bind(("127.0.0.1", 0))
        self._sink.setblocking(False)
        self._loop.add_reader(self._sink.fileno(), self._drain)
        self._loop.add_reader(pipe.fileno(), self._readable)

    def _drain(self) -> None:
        with contextlib.suppress(BlockingIOError):
            for _ in range(64):
                self._sink.recv(2048)

    def _readable(self) -> None:
        while self._pipe.poll():
            try:
                message = self._pipe.recv()
            except EOFError:
                raise SystemExit("the bench's main process is gone") from None
            if message is None:
                self._ended.set()
                return
            if not isinstance(message, Signalled):
                self._work.put_nowait(message)
            elif isinstance(message.signal, Offer):
                task = self._loop.create_task(self._answer(message.person, message.signal))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            elif isinstance(message.signal, Point):
                connection = self._connections[message.person]
                for slot in connection.point(message.signal.slots):
                    connection.release(slot)

    async def _answer(self, person: PersonId, offer: Offer) -> None:
        connection = self._connections.get(person)
        if connection is None:
            connection = self._connections[person] = MemberConnection(
                offer.connection,
                loopback=True,
                receiver=self._checkers.get(person, Checker()),
                lost=lambda _: self._ended.set(),
            )
        self._pipe.send(Signalled(person, await connection.answer(offer)))

    def publish(self) -> None:
        """Send the next packet."""
        payload = KEY_FRAME + NUMBER.pack(self._published) + FILLING[: PACKET - HEADER - 6]
        track = self._connections[PUBLISHER].tracks[TrackKind.CAMERA]
        track.send(payload, 3000 * self._published & 0xFFFFFFFF, True)
        self._published += 1

    async def run(self) -> None:
        """Join, then do what the other process asks for until it ends."""
        self._pipe.send(Joined(self._sink.getsockname()))
        await self.arrive()
        self._pipe.send(Ready())
        ended = self._loop.create_task(self._ended.wait())
        while not ended.done():
            work = self._loop.create_task(self._work.get())
            await asyncio.wait((work, ended), return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                work.cancel()
                break
            await self.obey(work.result())
        for connection in self._connections.values():
            await connection.close()

    async def arrive(self) -> None:
        """Everyone is connected, and one packet reached every subscriber."""
        await self.tracks_of(PUBLISHER)
        while any(checker.copies == 0 for checker in self._checkers.values()):
            self.publish()
            await asyncio.sleep(0.02)
        await self.all_here()
        for checker in self._checkers.values():
            checker.copies = 0

    async def tracks_of(self, person: PersonId) -> dict[TrackKind, OwnTrack]:
        """What a person may send on, once they are connected."""
        while person not in self._connections or not self._connections[person].tracks:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        return self._connections[person].tracks

    async def obey(self, order: Any) -> None:
        """Do what the other process asks for, and say when it is done."""
        await self.pace(order, self.publish)
        await self.all_here()
        checkers = self._checkers.values()
        self._pipe.send(Sent(sum(c.copies for c in checkers), sum(c.bad for c in checkers)))

    async def pace(self, order: Send, send: Callable[[], None]) -> None:
        """Call `send` so often, at that rate."""
        began = self._loop.time()
        for number in range(order.packets):
            send()
            due = began + (number + 1) / order.rate
            if due - self._loop.time() > 0.001:
                await asyncio.sleep(due - self._loop.time())
            elif number % 8 == 7:
                await asyncio.sleep(0)

    async def all_here(self) -> None:
        """Wait until every copy arrived, or none comes any more."""
        before, changed_at = -1, self._loop.time()
        while any(checker.next != self._published for checker in self._checkers.values()):
            copies = sum(checker.copies for checker in self._checkers.values())
            if copies != before:
                before, changed_at = copies, self._loop.time()
            elif self._loop.time() - changed_at > QUIET:
                return
            await asyncio.sleep(0.005)


def play(pipe: Connection, subscribers: int) -> None:
    """The process's main function."""

    async def main() -> None:
        await Load(pipe, {subscriber(number): Checker() for number in range(subscribers)}).run()

    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        runner.run(main())
