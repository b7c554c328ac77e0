"""Many guests of a real service on one thread: the real link and the real media of those who wait."""

from __future__ import annotations

import asyncio
import secrets
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from peer.keys import Identity, KeyPair
from peer.link.dial import Caller, dial
from peer.link.invite import parse_invite
from peer.link.link import LinkClosed, MemberLink
from peer.link.wire import ToMember
from peer.media.member_connection import MemberConnection
from peer.member_waiting import MemberWaiting
from peer.room.notices import Admitted, WaitingRoom
from peer.room.signals import Offer, Point

Result = TypeVar("Result")
DEADLINE = 90.0


class WaitingGuest:
    """One who knocks and waits. Everything that the host's machine says is kept in `heard`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.heard: list[ToMember] = []
        self.film: MemberWaiting | None = None
        self._link: MemberLink | None = None
        self._reading: asyncio.Task[None] | None = None

    async def come(self, link: str) -> None:
        invite = parse_invite(link)
        identity = Identity.for_host(secrets.token_bytes(32), invite.host)
        made = await dial(invite, Caller(identity, KeyPair.generate(), self.name), DEADLINE)
        self._link = made
        self.film = MemberWaiting(picture=lambda _who, _frame: None, send=made.send)
        self._reading = asyncio.create_task(self._read(made, self.film))

    async def _read(self, link: MemberLink, film: MemberWaiting) -> None:
        try:
            while True:
                message = await link.receive()
                self.heard.append(message)
                if isinstance(message, Point):
                    film.point(message)
                elif isinstance(message, Offer) and not self.admitted:
                    answer = await film.answer(message, None, loopback=link.loopback)
                    if answer is not None:
                        link.send(answer)
        except LinkClosed:
            pass

    @property
    def admitted(self) -> bool:
        return any(isinstance(message, Admitted) for message in self.heard)

    @property
    def told_of_a_film(self) -> bool | None:
        """What the newest word of the waiting room says."""
        rooms = [message for message in self.heard if isinstance(message, WaitingRoom)]
        return rooms[-1].video if rooms else None

    @property
    def pictures(self) -> int:
        """Decoded so far."""
        if self.film is None or self.film.media is None:
            return 0
        return sum(one.frames for one in self.film.media.statistics().received if one.kind == "camera")

    @property
    def port(self) -> int:
        """Where media arrives; 0 while there is no connection."""
        name = None if self._connection is None else self._connection.own_address
        return 0 if name is None else name[1]

    @property
    def slots(self) -> set[int]:
        """The SSRCs that were offered."""
        return set() if self._connection is None else {one.ssrc for one in self._connection.slots.values()}

    @property
    def _connection(self) -> MemberConnection | None:
        media = None if self.film is None else self.film.media
        return None if media is None else media._media._connection

    async def close(self) -> None:
        if self.film is not None:
            await self.film.stop()
        if self._link is not None:
            self._link.close()
            await self._link.wait_closed()
        if self._reading is not None:
            await self._reading


class Queue:
    """The guests, and the thread on which they live."""

    def __init__(self) -> None:
        self.guests: list[WaitingGuest] = []
        self._loop = asyncio.SelectorEventLoop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="guests")
        self._thread.start()

    def come(self, link: str, names: list[str]) -> None:
        """They knock one after the other."""
        for name in names:
            guest = WaitingGuest(name)
            self.do(guest.come(link))
            self.guests.append(guest)

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for a condition on what these guests heard and saw."""

        async def wait() -> None:
            end = self._loop.time() + DEADLINE
            while not condition():
                assert self._loop.time() < end, f"did not happen: {what}"
                await asyncio.sleep(0.05)

        self.do(wait())

    def do(self, work: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(2 * DEADLINE)

    def close(self) -> None:
        for guest in self.guests:
            self.do(guest.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
