"""The waiting room's film: one that the host's machine plays to everyone who waits, encoded once however many they are.

A waiting connection has one audio and one video slot and nothing else: it offers no track to send on, and is no seat of
the star, so that nothing of the meeting can reach it. It is built on the same hooks, guard, slots and budgets.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Coroutine
from typing import Any

import msgspec

from peer.media.aiortc_hooks import Address, Path
from peer.media.budget import Budget
from peer.media.film import Film
from peer.media.host_connection import HostConnection
from peer.media.picture_sender import PictureSender
from peer.media.rtp import LEVEL_EXTENSION, MID_EXTENSION, REWRITTEN, header
from peer.media.slot import Slot
from peer.media.sound_sender import SoundSender
from peer.media.track import Track
from peer.room.events import PathSeen
from peer.room.signals import WAITING_FILM, Answer, Guard, Offer, Point
from peer.room.values import WAITING_CONNECTIONS, PersonId, TrackKind

SET_UP_AT_ONCE = 4
TICK = 1.0
KEY_FRAMES_APART = 1.0
"""Seconds: newcomers and those who lost something share one key frame."""

BITRATE = 400_000
PAYLOAD_TYPE = 96
LARGEST_PACKET = 1500


class WaitingReport(msgspec.Struct, frozen=True):
    """How often the encoder ran, and what went to whom."""

    encoded_frames: int
    sent_packets: dict[PersonId, int]


class _FilmTrack:
    """The film's picture or sound as packets: what a member's machine would send, made here."""

    def __init__(self, kind: TrackKind, now: Callable[[], float]) -> None:
        level = LEVEL_EXTENSION if kind is TrackKind.AUDIO else 0
        ssrc = secrets.randbits(32)
        constant, self._level_at = header(ssrc, "0", MID_EXTENSION, level)
        self.track = Track(WAITING_FILM, kind, ssrc, PAYLOAD_TYPE, level, now)
        self.track.open_gate()
        self._head = len(constant)
        self._packet = memoryview(bytearray(constant + bytes(LARGEST_PACKET)))
        self._number = secrets.randbelow(0x8000)

    def put(self, payload: bytes, timestamp: int, marker: bool, level: int = 0) -> None:
        self._number = (self._number + 1) & 0xFFFF
        second = (0x80 if marker else 0) | PAYLOAD_TYPE
        REWRITTEN.pack_into(self._packet, 1, second, self._number, timestamp)
        if self._level_at:
            self._packet[self._level_at] = level
        end = self._head + len(payload)
        self._packet[self._head : end] = payload
        self.track.receive(self._packet, end, self._number, timestamp)


class WaitingVideo:
    """All waiting connections of a meeting. Every method is called on the peer's loop.

    Who gets one is decided elsewhere; above WAITING_CONNECTIONS nobody does. The film plays while somebody watches.
    """

    def __init__(
        self,
        film: Film,
        *,
        guard: Guard,
        send: Callable[[PersonId, Offer | Point], None],
        happened: Callable[[PathSeen], None],
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._film = film
        self._guard = guard
        self._send = send
        self._happened = happened
        self._places: dict[PersonId, _Place] = {}
        self._numbers = 0
        self._set_up = asyncio.Semaphore(SET_UP_AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._picture = _FilmTrack(TrackKind.CAMERA, self._loop.time)
        self._sound = _FilmTrack(TrackKind.AUDIO, self._loop.time)
        self._picture.track.on_wanted = lambda _track: self._want_key_frame()
        self._pictures = PictureSender(self._picture_encoded)
        self._pictures.limit(BITRATE)
        self._sounds = SoundSender(self._sound_encoded)
        self._plays = False
        self._asked_at = float("-inf")
        self._asking: asyncio.TimerHandle | None = None
        self._closed = False
        self._timer = self._loop.call_later(TICK, self._tick)

    def connect(self, person: PersonId, loopback: bool) -> None:
        """Offer this guest a waiting connection, unless too many have one."""
        if person not in self._places and len(self._places) < WAITING_CONNECTIONS:
            self._places[person] = _Place(loopback)
            self._offer(person)

    def disconnect(self, person: PersonId) -> None:
        """Close it; nothing is sent to them or taken from them from now on."""
        place = self._places.pop(person, None)
        if place is not None:
            if place.later is not None:
                place.later.cancel()
            self._give_up(place)
        self._play_or_rest()

    def serves(self, person: PersonId) -> bool:
        """Whether this guest's answers are awaited here."""
        return person in self._places

    def answered(self, person: PersonId, answer: Answer) -> None:
        """A guest's answer; one of another connection is dropped."""
        place = self._places.get(person)
        if (
            place is not None
            and place.connection is not None
            and answer.connection == place.connection.number
        ):
            place.connection.answered(answer)

    def lost(self, person: PersonId, connection: int) -> None:
        """The guest says that this connection is dead, or wants the film again: a new one is offered."""
        place = self._places.get(person)
        if place is None or place.later is not None or connection != place.number:
            return
        if place.offers.take(self._loop.time()):
            self._offer(person)
        else:
            place.later = self._loop.call_later(place.offers.ready_in(), self._offer_later, person)

    def _offer_later(self, person: PersonId) -> None:
        place = self._places.get(person)
        if place is not None:
            place.later = None
            place.offers.take(self._loop.time())
            self._offer(person)

    def _offer(self, person: PersonId) -> None:
        place = self._places[person]
        self._give_up(place)
        # Below zero: an answer that comes after admission must not be taken for one to the star.
        self._numbers -= 1
        place.number = self._numbers
        guard = self._guard

        def allows(source: Address, datagram: bytes) -> bool:
            return guard(person, source, datagram)

        def seen(address: str, how: str) -> None:
            self._happened(PathSeen(person=person, address=address, how=how))

        place.connection = connection = HostConnection(
            person,
            place.number,
            Path(allows=allows, seen=seen, loopback=place.loopback, controls=True),
            send=lambda offer: self._send(person, offer),
            up=self._came_up,
            down=self._went_down,
            slots_added=_ignore,
            published=(),
            audio_slots=1,
            video_slots=1,
        )
        self._run(self._open(place, connection))

    async def _open(self, place: _Place, connection: HostConnection) -> None:
        async with self._set_up:
            if place.connection is connection:
                await connection.open()

    def _give_up(self, place: _Place) -> None:
        connection, place.connection = place.connection, None
        if connection is not None:
            self._run(connection.close())

    def _came_up(self, connection: HostConnection) -> None:
        place = self._places.get(connection.person)
        if place is None or place.connection is not connection:
            self._run(connection.close())
            return
        self._play_or_rest()
        self._send(connection.person, Point(slots=tuple(map(self._point, connection.slots.values()))))

    def _point(self, slot: Slot) -> Any:
        part = self._sound if slot.kind is TrackKind.AUDIO else self._picture
        return slot.point(part.track)

    def _went_down(self, connection: HostConnection) -> None:
        place = self._places.get(connection.person)
        if place is not None and place.connection is connection:
            place.connection = None
        self._play_or_rest()

    def _play_or_rest(self) -> None:
        watched = not self._closed and any(
            place.connection is not None and place.connection.slots for place in self._places.values()
        )
        if watched == self._plays:
            return
        self._plays = watched
        self._pictures.switch(watched)
        self._sounds.switch(watched)
        if watched:
            for part in (self._picture, self._sound):
                part.track.rested()
            self._film.start(self._pictures.deliver, self._sounds.deliver)
        else:
            self._film.stop()

    def _want_key_frame(self) -> None:
        if self._asking is None:
            wait = max(0.0, self._asked_at + KEY_FRAMES_APART - self._loop.time())
            self._asking = self._loop.call_later(wait, self._ask)

    def _ask(self) -> None:
        self._asking = None
        self._asked_at = self._loop.time()
        self._pictures.want_key_frame()

    def _picture_encoded(self, payloads: list[bytes], timestamp: int) -> None:
        def put() -> None:
            for payload in payloads:
                self._picture.put(payload, timestamp, payload is payloads[-1])

        self._call_on_loop(put)

    def _sound_encoded(self, payload: bytes, timestamp: int, level: int, begins: bool) -> None:
        self._call_on_loop(lambda: self._sound.put(payload, timestamp, begins, level))

    def _call_on_loop(self, what: Callable[[], None]) -> None:
        if not self._closed:
            self._loop.call_soon_threadsafe(what)

    def _tick(self) -> None:
        self._timer = self._loop.call_later(TICK, self._tick)
        self._picture.track.tick()
        self._sound.track.tick()
        for place in list(self._places.values()):
            if place.connection is not None and not place.connection.tick():
                self._give_up(place)

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._loop.call_exception_handler(
                {"message": "a waiting connection's task failed", "exception": error, "task": task}
            )

    def report(self) -> WaitingReport:
        """What was encoded and sent so far."""
        return WaitingReport(
            encoded_frames=self._pictures.encoded,
            sent_packets={
                person: sum(slot.packets for slot in place.connection.slots.values())
                for person, place in self._places.items()
                if place.connection is not None
            },
        )

    async def close(self) -> None:
        """Close every connection and end the film."""
        self._timer.cancel()
        if self._asking is not None:
            self._asking.cancel()
        for person in list(self._places):
            self.disconnect(person)
        self._closed = True
        self._pictures.stop()
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)


class _Place:
    """One guest's. `number` is that of the newest offer, also after its connection went down."""

    def __init__(self, loopback: bool) -> None:
        self.loopback = loopback
        self.number = 0
        self.connection: HostConnection | None = None
        self.offers = Budget(rate=0.2, burst=3)
        self.later: asyncio.TimerHandle | None = None


def _ignore(_connection: HostConnection) -> None:
    """A waiting connection never grows."""
