"""The window's member in `vestibule bench ui`: what the app's bridge runs there.

Its media are those of any member. In place of a link it has a pipe to the bench's host, and it is told what a lively
meeting would tell: hands, microphones, lines of chat, levels, statistics.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from multiprocessing.connection import Connection

from client.bench.ui_cast import PEOPLE, TALKERS, WINDOW
from client.bridge import NewsHeard, PictureSeen
from peer.bench.forward_load import Signalled
from peer.commands import AnyCommand, ChatLine, Connecting, Levels
from peer.media.call import MemberMedia
from peer.member import statistics
from peer.room.notices import Admitted, MemberChanged, MemberView
from peer.room.signals import Offer, Point
from peer.room.values import PersonId, Role, Rules

NEWS_EVERY = 0.1
HAND_EVERY, CHAT_EVERY, STATISTICS_EVERY = 5, 20, 10
"""In steps of NEWS_EVERY."""

RTT = 0.001


def member(person: PersonId, hand_since: float | None = None) -> MemberView:
    """How one of the nine is seen."""
    return MemberView(
        id=person,
        key=person.encode().ljust(32, b"\0"),
        name=f"{person} Example",
        role=Role.HOST if person == PEOPLE[0] else Role.MEMBER,
        microphone=person in TALKERS,
        camera=True,
        hand_since=hand_since,
    )


class PipedMember:
    """A peer for the bridge."""

    def __init__(self, pipe: Connection, news: NewsHeard, picture: PictureSeen) -> None:
        self._pipe = pipe
        self._news = news
        self._picture = picture
        self._loop = asyncio.get_running_loop()
        self._answers: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Take part until cancelled."""
        self._news(Connecting())
        self._news(
            Admitted(
                you=WINDOW,
                ticket=b"",
                title="Bench",
                rules=Rules(),
                members=tuple(member(person) for person in PEOPLE),
            )
        )
        self._media = MemberMedia(
            me=WINDOW,
            camera=None,
            microphone=None,
            speaker=None,
            picture=self._picture,
            levels=lambda talkers, own: self._news(Levels(talkers, own)),
            connection_lost=_lost,
        )
        self._loop.add_reader(self._pipe.fileno(), self._readable)
        try:
            await self._gossip()
        finally:
            self._loop.remove_reader(self._pipe.fileno())
            for task in self._answers:
                task.cancel()
            await self._media.close()

    async def do(self, command: AnyCommand) -> None:
        """Nobody presses anything."""

    def _readable(self) -> None:
        while self._pipe.poll():
            signal = self._pipe.recv().signal
            if isinstance(signal, Offer):
                task = self._loop.create_task(self._answer(signal))
                self._answers.add(task)
                task.add_done_callback(self._answers.discard)
            elif isinstance(signal, Point):
                self._media.point(signal)

    async def _answer(self, offer: Offer) -> None:
        self._pipe.send(Signalled(WINDOW, await self._media.answer(offer, loopback=True)))

    async def _gossip(self) -> None:
        began = time.monotonic()
        for step in itertools.count(1):
            await asyncio.sleep(NEWS_EVERY)
            who = PEOPLE[step % len(PEOPLE)]
            if step % HAND_EVERY == 0:
                self._news(MemberChanged(member(who, time.time() if step % (2 * HAND_EVERY) else None)))
            if step % CHAT_EVERY == 0:
                self._news(ChatLine(who, f"{who} Example", f"This is line {step}.", time.time(), step))
            if step % STATISTICS_EVERY == 0:
                self._news(statistics(self._media, RTT, began))


def _lost(_connection: int) -> None:
    """On one machine's loopback this is a bug, and the bench hangs up on its own deadline."""
