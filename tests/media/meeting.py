"""A meeting on one machine: the real HostMedia, real MemberMedia, real sockets; only the link is a function call."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import av
import msgspec

from peer.media.call import MemberMedia, TrackReport
from peer.media.picture_sources import TestCamera, read_counter
from peer.media.star import HostMedia
from peer.room.events import MediaLost, MediaUp, PathSeen
from peer.room.signals import Look, Lost, Offer, Point
from peer.room.values import PersonId, TrackKind

DEADLINE = 15.0
ALL = frozenset(TrackKind)


async def until(condition: Callable[[], Any], what: str = "", deadline: float = DEADLINE) -> None:
    """Wait for a condition; fail when the deadline passes first."""
    end = asyncio.get_running_loop().time() + deadline
    while not condition():
        assert asyncio.get_running_loop().time() < end, f"did not happen: {what or condition}"
        await asyncio.sleep(0.01)


class Member:
    """One member's machine. `pictures[person]` holds the counters of the frames that were shown."""

    def __init__(self, meeting: Meeting, person: PersonId, camera: Any, microphone: Any) -> None:
        self.person = person
        self.pictures: dict[PersonId, list[int | None]] = defaultdict(list)
        self.sizes: dict[PersonId, set[tuple[int, int]]] = defaultdict(set)
        self.levels: dict[PersonId, float] = {}
        self.lost: list[int] = []
        self.points: list[Point] = []
        self.offers: list[Offer] = []
        self.answers_with: Callable[[str], str] = str
        self._meeting = meeting
        self.media = MemberMedia(
            me=person,
            camera=camera,
            microphone=microphone,
            speaker=None,
            picture=self._picture,
            levels=self._levels,
            connection_lost=self._lost,
        )

    def _picture(self, person: PersonId, frame: av.VideoFrame) -> None:
        self.sizes[person].add((frame.width, frame.height))
        self.pictures[person].append(read_counter(frame))

    def _levels(self, talkers: dict[PersonId, float], _own: float) -> None:
        self.levels = dict(talkers)

    def _lost(self, connection: int) -> None:
        self.lost.append(connection)
        self._meeting.host.lost(self.person, Lost(connection=connection).connection)

    def report(self, person: PersonId, kind: TrackKind) -> TrackReport:
        for report in self.media.statistics().received:
            if (report.person, report.kind) == (person, kind):
                return report
        return TrackReport(person=person, kind=kind)

    def frames(self, person: PersonId) -> int:
        return self.report(person, TrackKind.CAMERA).frames

    def disobey(self) -> None:
        """Go on sending although the host says that nobody looks."""
        self.media.bitrate = lambda _kind, _bits: None  # type: ignore[method-assign]

    def look(self, *people: PersonId) -> None:
        self._meeting.host.look(self.person, Look(people=people))


class Meeting:
    """The host's machine and its members."""

    def __init__(self) -> None:
        self.members: dict[PersonId, Member] = {}
        self.up: list[PersonId] = []
        self.down: list[PersonId] = []
        self.paths: list[PathSeen] = []
        self.refused: set[PersonId] = set()
        self.deaf: set[PersonId] = set()
        """Whose link is broken towards them."""
        self.mute: set[PersonId] = set()
        """Whose answers do not arrive."""
        self.guarded = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self.host = HostMedia(guard=self._guard, send=self._send, happened=self._happened)

    def _guard(self, person: PersonId, _source: tuple[str, int], _datagram: bytes) -> bool:
        self.guarded += 1
        return person not in self.refused

    def _happened(self, event: MediaUp | MediaLost | PathSeen) -> None:
        if isinstance(event, MediaUp):
            self.up.append(event.person)
        elif isinstance(event, MediaLost):
            self.down.append(event.person)
        else:
            self.paths.append(event)

    def _send(self, person: PersonId, signal: Offer | Point) -> None:
        if person in self.deaf:
            return
        task = asyncio.ensure_future(self._deliver(person, signal))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, person: PersonId, signal: Offer | Point) -> None:
        member = self.members[person]
        if isinstance(signal, Point):
            member.points.append(signal)
            member.media.point(signal)
            return
        member.offers.append(signal)
        answer = await member.media.answer(signal, loopback=True)
        if person in self.mute:
            return
        self.host.answered(person, msgspec.structs.replace(answer, sdp=member.answers_with(answer.sdp)))

    def with_member(self, person: PersonId, *, camera: Any = None, microphone: Any = None) -> Member:
        member = self.members[person] = Member(self, person, camera or TestCamera(160, 96, 30), microphone)
        self.host.connect(person, True)
        self.host.open_gates(person, ALL)
        return member

    async def all_up(self) -> None:
        await until(lambda: set(self.up) >= set(self.members), "everyone connected")

    async def close(self) -> None:
        await self.host.close()
        await asyncio.gather(*(member.media.close() for member in self.members.values()))
