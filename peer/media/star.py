"""The host's side of the star: one media connection for each member, and what is forwarded between them.

`HostMedia` ties; it decides nothing. Gates, looks and connections are told to it; tracks and slots obey.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from peer.media.aiortc_hooks import Address, Path
from peer.media.budget import Budget
from peer.media.descriptions import SLOT_LIMIT
from peer.media.host_connection import FIRST_AUDIO_SLOTS, HostConnection
from peer.media.seats import seat
from peer.media.slot import Slot
from peer.media.star_statistics import statistics_of
from peer.media.track import Track
from peer.room.events import MediaLost, MediaUp, PathSeen
from peer.room.signals import Answer, Guard, Look, Offer, Point
from peer.room.values import PersonId, TrackKind

SET_UP_AT_ONCE = 8
"""Connections being set up at the same time; others wait for their turn."""

LOOK_LIMIT = 24
TICK = 1.0
RESTED_AFTER = 60
"""Ticks without a packet after which a track's clock may start anywhere, so that its slots are pointed
anew."""


class Seat:
    """What the host's machine knows of one member: their gates, what they look at, their connection."""

    def __init__(self, loopback: bool) -> None:
        self.loopback = loopback
        self.open: set[TrackKind] = set()
        self.look: tuple[PersonId, ...] | None = None
        self.connection: HostConnection | None = None
        self.up = False
        self.offers = Budget(rate=0.5, burst=3)
        self.slot_changes = Budget(rate=4, burst=12)
        self.later: asyncio.TimerHandle | None = None
        self.reoffer: asyncio.TimerHandle | None = None


class HostMedia:
    """All media connections of a meeting. Every method is called on the peer's loop."""

    def __init__(
        self,
        *,
        guard: Guard,
        send: Callable[[PersonId, Offer | Point], None],
        happened: Callable[[MediaUp | MediaLost | PathSeen], None],
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._guard = guard
        self._send = send
        self._happened = happened
        self._seats: dict[PersonId, Seat] = {}
        self._numbers = 0
        self._set_up = asyncio.Semaphore(SET_UP_AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._still: dict[Track, tuple[int, int]] = {}
        self._timer: asyncio.TimerHandle | None = self._loop.call_later(TICK, self._tick)

    def connect(self, person: PersonId, loopback: bool) -> None:
        """Offer this member a connection; one that they had is closed first.

        `loopback`: the link's peer is on this machine; only then are loopback addresses used.
        """
        place = self._seats.get(person)
        if place is None:
            place = self._seats[person] = Seat(loopback)
        place.loopback = loopback
        self._offer(person, place)

    def _offer(self, person: PersonId, place: Seat) -> None:
        old, place.connection = place.connection, None
        place.up = False
        if old is not None:
            self._run(old.close())
        self._numbers += 1
        guard = self._guard

        def allows(source: Address, datagram: bytes) -> bool:
            return guard(person, source, datagram)

        def seen(address: str, how: str) -> None:
            self._happened(PathSeen(person=person, address=address, how=how))

        def send(offer: Offer) -> None:
            self._send(person, offer)

        connection = HostConnection(
            person,
            self._numbers,
            Path(allows=allows, seen=seen, loopback=place.loopback, controls=True),
            send=send,
            up=self._came_up,
            down=self._went_down,
            slots_added=self._slots_added,
            audio_slots=max(len(self._seats) - 1, FIRST_AUDIO_SLOTS),
        )
        place.connection = connection
        self._run(self._open(connection))

    async def _open(self, connection: HostConnection) -> None:
        async with self._set_up:
            place = self._seats.get(connection.person)
            if place is not None and place.connection is connection:
                await connection.open()

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._loop.call_exception_handler(
                {"message": "a media task failed", "exception": error, "task": task}
            )

    def disconnect(self, person: PersonId) -> None:
        """Forget this member: nothing is sent to them or taken from them from now on. Gates are forgotten
        too."""
        place = self._seats.pop(person, None)
        if place is None:
            return
        for timer in (place.later, place.reoffer):
            if timer is not None:
                timer.cancel()
        if place.connection is not None:
            connection, place.connection = place.connection, None
            self._run(connection.close())

    def answered(self, person: PersonId, answer: Answer) -> None:
        """The member's answer; one of another connection or revision is dropped and counted."""
        place = self._seats.get(person)
        if place is None or place.connection is None:
            return
        if answer.connection != place.connection.number:
            place.connection.counters.stale_answers += 1
            return
        place.connection.answered(answer)

    def link_made_anew(self, person: PersonId) -> None:
        """What was said on the old link may not have arrived: an offer without an answer, and all slots."""
        place = self._seats.get(person)
        if place is None or place.connection is None:
            return
        place.connection.offer_again()
        if place.up:
            self._send(person, Point(slots=tuple(slot.told() for slot in place.connection.slots.values())))

    def look(self, person: PersonId, look: Look) -> None:
        """Whose pictures the member shows now. Who has not said gets everybody's, as far as slots go."""
        place = self._seats.get(person)
        if place is None:
            return
        place.look = look.people[:LOOK_LIMIT]
        if place.later is not None:
            return
        if place.slot_changes.take(self._loop.time()):
            self._seat_pictures(person)
        else:
            place.later = self._loop.call_later(place.slot_changes.ready_in(), self._look_later, person)

    def _look_later(self, person: PersonId) -> None:
        place = self._seats.get(person)
        if place is not None:
            place.later = None
            place.slot_changes.take(self._loop.time())
            self._seat_pictures(person)

    def lost(self, person: PersonId, connection: int) -> None:
        """The member says that this connection is dead: a new one is offered, at most one each 2 s."""
        place = self._seats.get(person)
        if place is None or place.reoffer is not None:
            return
        if place.connection is not None and place.connection.number != connection:
            return
        if place.offers.take(self._loop.time()):
            self._offer(person, place)
        else:
            place.reoffer = self._loop.call_later(place.offers.ready_in(), self._offer_later, person)

    def _offer_later(self, person: PersonId) -> None:
        place = self._seats.get(person)
        if place is not None:
            place.reoffer = None
            place.offers.take(self._loop.time())
            self._offer(person, place)

    def open_gates(self, person: PersonId, kinds: Iterable[TrackKind]) -> None:
        """Forward these tracks of the member from now on, pictures from a key frame on. Gates begin closed.

        The member's connection may be made later; the gates wait for it.
        """
        place = self._seats.setdefault(person, Seat(False))
        opened = frozenset(kinds) - place.open
        place.open |= opened
        if place.up:
            for track in self._tracks(person):
                if track.kind in opened:
                    track.open_gate()
                    self._point_anew(track)
            self._seat_everyone()

    def close_gates(self, person: PersonId, kinds: Iterable[TrackKind]) -> None:
        """Forward nothing of these tracks from the next packet on, and forget their history."""
        place = self._seats.get(person)
        if place is None:
            return
        closed = frozenset(kinds)
        place.open -= closed
        for track in self._tracks(person):
            if track.kind in closed:
                track.close_gate()

    def _tracks(self, person: PersonId) -> list[Track]:
        place = self._seats.get(person)
        if place is None or place.connection is None:
            return []
        return list(place.connection.tracks.values())

    def _came_up(self, connection: HostConnection) -> None:
        place = self._seats.get(connection.person)
        if place is None or place.connection is not connection:
            self._run(connection.close())
            return
        place.up = True
        for track in connection.tracks.values():
            if track.kind in place.open:
                track.open_gate()
        self._happened(MediaUp(person=connection.person))
        self._seat_everyone()

    def _went_down(self, connection: HostConnection) -> None:
        for track in connection.tracks.values():
            track.close_gate()
            self._still.pop(track, None)
            for person, place in self._seats.items():
                if place.connection is not None and place.up:
                    changes = [slot for slot in place.connection.slots.values() if slot.track is track]
                    self._point(person, [(slot, None) for slot in changes])
        place_of = self._seats.get(connection.person)
        if place_of is not None and place_of.connection in (connection, None):
            was_up, place_of.up = place_of.up, False
            if place_of.connection is connection:
                place_of.connection = None
                if was_up or self._timer is not None:
                    self._happened(MediaLost(person=connection.person))

    def _slots_added(self, connection: HostConnection) -> None:
        self._seat_sound(connection.person)
        self._seat_pictures(connection.person)

    def _seat_everyone(self) -> None:
        for person in list(self._seats):
            self._seat_sound(person)
            self._seat_pictures(person)

    def _seat_sound(self, person: PersonId) -> None:
        tracks = [
            track
            for other in self._seats
            if other != person
            for track in self._tracks(other)
            if track.kind is TrackKind.AUDIO
        ]
        tracks.sort(key=lambda track: (-track.spoke_at, track.person))
        self._seat(person, TrackKind.AUDIO, tracks, frozenset(tracks))

    def _seat_pictures(self, person: PersonId) -> None:
        place = self._seats.get(person)
        if place is None:
            return
        people = tuple(self._seats)[: LOOK_LIMIT + 1] if place.look is None else place.look
        others = [other for other in people if other != person]
        looked_at = [t for other in others for t in self._tracks(other) if t.kind is not TrackKind.AUDIO]
        wanted = [track for track in looked_at if track.open and track.in_use]
        # A share is what everyone came to look at.
        wanted.sort(key=lambda track: track.kind is not TrackKind.SCREEN)
        self._seat(person, TrackKind.CAMERA, wanted, frozenset(looked_at))

    def _seat(self, person: PersonId, kind: TrackKind, wanted: list[Track], keep: frozenset[Track]) -> None:
        place = self._seats.get(person)
        if place is None or place.connection is None or not place.up:
            return
        connection = place.connection
        slots = [(slot, slot.track) for slot in connection.slots.values() if slot.kind is kind]
        self._point(person, seat(slots, wanted, keep))
        have = len(slots)
        if len(wanted) > have and have < SLOT_LIMIT and place.offers.take(self._loop.time()):
            # By doubling: each offer costs both machines some 50 ms.
            more = max(len(wanted) - have, have)
            audio = kind is TrackKind.AUDIO
            self._run(self._grow(connection, more if audio else 0, 0 if audio else more))

    async def _grow(self, connection: HostConnection, audio: int, video: int) -> None:
        async with self._set_up:
            await connection.grow(audio, video)

    def _point(self, person: PersonId, changes: list[tuple[Slot, Track | None]]) -> None:
        if changes:
            self._send(person, Point(slots=tuple(slot.point(track) for slot, track in changes)))

    def _point_anew(self, track: Track) -> None:
        for person, place in self._seats.items():
            if place.connection is not None and place.up:
                changes = [slot for slot in place.connection.slots.values() if slot.track is track]
                self._point(person, [(slot, track) for slot in changes])

    def _tick(self) -> None:
        self._timer = self._loop.call_later(TICK, self._tick)
        for person, place in list(self._seats.items()):
            connection = place.connection
            if connection is None or not place.up:
                continue
            if not connection.tick():
                self._run(connection.close())
                continue
            for track in connection.tracks.values():
                self._watch_rest(track)
                if track.kind is TrackKind.SCREEN and track.open and track.in_use and not track.slots:
                    for other in self._seats:
                        self._seat_pictures(other)
            self._seat_speakers(person, place, connection)

    def _watch_rest(self, track: Track) -> None:
        packets, ticks = self._still.get(track, (-1, 0))
        if packets != track.reception.packets:
            self._still[track] = (track.reception.packets, 0)
        elif ticks < RESTED_AFTER:
            self._still[track] = (packets, ticks + 1)
            if ticks + 1 == RESTED_AFTER and track.open:
                track.rested()
                self._point_anew(track)

    def _seat_speakers(self, person: PersonId, place: Seat, connection: HostConnection) -> None:
        """Beyond the pool of slots, those who spoke last are heard."""
        audio = sum(slot.kind is TrackKind.AUDIO for slot in connection.slots.values())
        if len(self._seats) - 1 > audio and place.slot_changes.take(self._loop.time()):
            self._seat_sound(person)

    def statistics(self) -> dict[PersonId, dict[str, dict[str, int]]]:
        """Counters per person: of each track ("audio", "camera", "screen"), "connection" and "sent"."""
        return {
            person: statistics_of(place.connection)
            for person, place in self._seats.items()
            if place.connection is not None
        }

    async def close(self) -> None:
        """Close every connection."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        for person in list(self._seats):
            self.disconnect(person)
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
