"""A member's machine that obeys nothing: the real link and the real media, in hands that respect no order.

It lives on a loop and a thread of its own, so that tests read like a conversation. Everything that the host's machine
says is kept in `heard`.
"""

from __future__ import annotations

import asyncio
import secrets
import threading
import time
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any, TypeVar

from peer.keys import Identity, KeyPair
from peer.link.author import Author
from peer.link.dial import Caller, Turned, dial
from peer.link.entries import TO_ALL, Kind
from peer.link.invite import parse_invite
from peer.link.link import LinkClosed, MemberLink
from peer.link.wire import Entry, NotPassed, Receipted, Say, ToHost, ToMember
from peer.media.call import MemberMedia
from peer.media.picture_sources import TestCamera
from peer.media.sound_files import TestMicrophone
from peer.room.notices import Admitted, Refused
from peer.room.signals import Look, Offer, Point
from peer.room.values import PersonId, RefusalCode, TrackKind

DEADLINE = 20.0
Message = TypeVar("Message")
Result = TypeVar("Result")


class RudeMember:
    """One machine. `identity` and `key` are kept over all its visits, as is the last `ticket`."""

    def __init__(self, link: str, name: str = "Mallory") -> None:
        self.invite = parse_invite(link)
        self.caller = Caller(
            Identity.for_host(secrets.token_bytes(32), self.invite.host), KeyPair.generate(), name
        )
        self.author = Author(self.caller.key, self.invite.meeting)
        self.heard: list[ToMember] = []
        self.closed: list[RefusalCode | None] = []
        self.ticket: bytes | None = None
        self.media: MemberMedia | None = None
        self._link: MemberLink | None = None
        self._reading: asyncio.Task[None] | None = None
        self._changed = threading.Condition()
        self._loop = asyncio.SelectorEventLoop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="rude-member")
        self._thread.start()

    # --- what it does ----------------------------------------------------------------------------

    def come(self, *, ticket: bytes | None = None, link: str | None = None) -> RefusalCode | None:
        """Dial and prove; why not, if the door says no. With a ticket as a member who returns."""
        self.invite = self.invite if link is None else parse_invite(link)
        return self._do(self._come(ticket))

    async def _come(self, ticket: bytes | None) -> RefusalCode | None:
        try:
            self._link = await dial(self.invite, replace(self.caller, ticket=ticket))
        except Turned as turned:
            return turned.refusal.code
        self._reading = self._loop.create_task(self._read(self._link))
        return None

    def send(self, *messages: ToHost) -> None:
        """Say this, whatever comes of it."""
        self._on_loop(lambda: [self.link.send(message) for message in messages])

    def send_frames(self, *frames: bytes) -> None:
        """Send these bytes as they are."""
        self._on_loop(lambda: [self.link.send_encoded(frame) for frame in frames])

    def entry(self, text: str) -> Entry:
        """The next entry of the own chain; nothing is sent."""
        written = self.author.say(Kind.CHAT, text.encode(), TO_ALL, time.time())
        assert written is not None
        return written.entry

    def say(self, entry: Entry, to: str | None = None) -> Receipted | NotPassed:
        """Send an entry, and the answer to it."""
        after = len(self.heard)
        self.send(Say(entry, to))
        return self.wait_for((Receipted, NotPassed), after=after)

    def hang_up(self) -> None:
        """Break the line without a word; the media connection goes on."""
        self._on_loop(self.link.close)

    def broadcast(self) -> None:
        """Send sound and pictures from now on, whatever anybody says."""

        def begin() -> None:
            assert self.media is not None
            self.media.set_microphone(True)
            self.media.set_camera(True)
            self.media.key_frame_wanted(TrackKind.CAMERA)

        self._on_loop(begin)

    def sent(self) -> dict[TrackKind, int]:
        """Packets that left this machine so far."""
        assert self.media is not None
        return self._do(self._sent(self.media))

    async def _sent(self, media: MemberMedia) -> dict[TrackKind, int]:
        return media.statistics().sent_packets

    def sends_more(self, count: int = 40) -> None:
        """Wait until this machine has sent so many packets more, of sound and of pictures."""
        before = self.sent()
        self.until(lambda: all(self.sent()[kind] >= before[kind] + count for kind in (AUDIO, CAMERA)))

    # --- what it hears ---------------------------------------------------------------------------

    @property
    def link(self) -> MemberLink:
        """The link of the last visit."""
        assert self._link is not None
        return self._link

    @property
    def me(self) -> PersonId:
        """Who it is in the meeting."""
        return self.wait_for(Admitted).you

    def wait_for(
        self,
        kind: type[Message] | tuple[type[Any], ...],
        *,
        after: int = 0,
        holds: Callable[[Any], bool] = lambda _message: True,
    ) -> Any:
        """The first message of this kind from index `after` on."""
        found: list[Any] = []

        def look() -> bool:
            found[:] = [one for one in self.heard[after:] if isinstance(one, kind) and holds(one)][:1]
            return bool(found)

        self.until(look)
        return found[0]

    def refusals(self, after: int = 0) -> list[RefusalCode]:
        """The codes of all refusals that came from index `after` on."""
        return [one.refusal.code for one in self.heard[after:] if isinstance(one, Refused)]

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for a condition on what this machine heard or sent."""
        end = time.monotonic() + DEADLINE
        with self._changed:
            while not condition():
                last = [type(message).__name__ for message in self.heard[-5:]]
                assert time.monotonic() < end, f"did not happen; heard last {last}, closed {self.closed}"
                self._changed.wait(0.1)

    def is_closed(self) -> RefusalCode | None:
        """Wait until the host's machine closed the link; its last word."""
        self.until(lambda: bool(self.closed))
        return self.closed[-1]

    async def _read(self, link: MemberLink) -> None:
        try:
            while True:
                message = await link.receive()
                await self._react(link, message)
                with self._changed:
                    self.heard.append(message)
                    self._changed.notify_all()
        except LinkClosed as closed:
            with self._changed:
                self.closed.append(closed.refusal.code if closed.refusal else None)
                self._changed.notify_all()

    async def _react(self, link: MemberLink, message: ToMember) -> None:
        """A media connection like anybody's, and nothing else that was asked for."""
        match message:
            case Admitted(you=me, ticket=ticket):
                self.ticket = ticket
                if self.media is None:
                    self.media = a_media(me)
                link.send(Look(tuple(one.id for one in message.members if one.id != me)))
            case Offer() if self.media is not None:
                link.send(await self.media.answer(message, loopback=link.loopback))
            case Point() if self.media is not None:
                self.media.point(message)

    # --- the thread ------------------------------------------------------------------------------

    def _do(self, work: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(DEADLINE)

    def _on_loop(self, what: Callable[[], Any]) -> None:
        async def run() -> None:
            what()

        self._do(run())

    def close(self) -> None:
        """End link, media and thread."""
        self._do(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _close(self) -> None:
        if self.media is not None:
            await self.media.close()
        if self._link is not None:
            self._link.close()
            await self._link.wait_closed()
        if self._reading is not None:
            await self._reading


AUDIO, CAMERA = TrackKind.AUDIO, TrackKind.CAMERA


def a_media(me: PersonId) -> MemberMedia:
    """Camera and microphone of a test, nobody who watches or listens, and no ear for how much is wanted."""
    media = MemberMedia(
        me=me,
        camera=TestCamera(),
        microphone=TestMicrophone(),
        speaker=None,
        picture=lambda _person, _frame: None,
        levels=lambda _talkers, _own: None,
        connection_lost=lambda _connection: None,
    )
    media.bitrate = lambda _kind, _bits: None  # type: ignore[method-assign]
    return media
