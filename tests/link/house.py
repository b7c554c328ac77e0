"""A host's door on this machine, people who come to it, and strangers who send it what they like."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import msgspec

from peer.keys import Identity, KeyPair, MeetingKeys, random_secret
from peer.link.arrival import Arrival
from peer.link.certificate import ServerCertificate, client_context
from peer.link.dial import Caller, dial
from peer.link.door import Door
from peer.link.handshake import MemberHandshake
from peer.link.invite import Invite
from peer.link.invite_book import InviteBook
from peer.link.link import MemberLink
from peer.link.ticket import Tickets
from peer.link.websocket import WebSocketPipe, client_pipe
from peer.link.wire import Accepted
from peer.room.values import RefusalCode

DEADLINE = 10.0


async def until(condition: Callable[[], Any], deadline: float = DEADLINE) -> None:
    """Wait for a condition; fail when the deadline passes first."""
    end = asyncio.get_running_loop().time() + deadline
    while not condition():
        assert asyncio.get_running_loop().time() < end, "did not happen"
        await asyncio.sleep(0.005)


@dataclass
class House:
    """A door that is open, and all who arrived."""

    meeting: MeetingKeys
    certificate: ServerCertificate
    host: Identity
    invites: InviteBook
    tickets: Tickets
    door: Door
    port: int
    arrivals: asyncio.Queue[Arrival]
    members: list[MemberLink] = field(default_factory=list)

    def invite(self, number: int | None = None, addresses: tuple[str, ...] = ("127.0.0.1",)) -> Invite:
        """The open link, or the invite with this number."""
        number = self.invites.open_link.number if number is None else number
        return Invite(
            addresses,
            self.port,
            self.meeting.id,
            self.certificate.fingerprint,
            self.host.public,
            number,
            self.meeting.token(number),
        )

    def guest(self, name: str = "Lena", ticket: bytes | None = None) -> Caller:
        """Somebody with a fresh identity."""
        return Caller(Identity.for_host(random_secret(), self.host.public), KeyPair.generate(), name, ticket)

    async def let_in(self, caller: Caller, invite: Invite | None = None) -> tuple[MemberLink, Arrival]:
        """Dial, and both ends of the link."""
        link = await dial(invite or self.invite(), caller)
        self.members.append(link)
        return link, await asyncio.wait_for(self.arrivals.get(), DEADLINE)

    def nobody_arrived(self) -> bool:
        """True if the shell heard of nobody."""
        return self.arrivals.empty()


async def nothing_open() -> None:
    """Wait until the loop watches no socket but its own: whatever was opened is closed again."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, asyncio.SelectorEventLoop)
    await until(lambda: len(loop._selector.get_map()) <= 1)


@asynccontextmanager
async def a_house(addresses: tuple[str, ...] = ("127.0.0.1",)) -> AsyncIterator[House]:
    """A door on loopback; everything is closed at the end."""
    meeting, certificate = MeetingKeys.generate(), ServerCertificate.generate()
    host, invites, tickets = Identity.generate(), InviteBook(), Tickets(meeting)
    arrivals: asyncio.Queue[Arrival] = asyncio.Queue()
    seen: list[Arrival] = []

    def arrived(arrival: Arrival) -> None:
        seen.append(arrival)
        arrivals.put_nowait(arrival)

    door = Door(
        meeting=meeting,
        certificate=certificate,
        invites=invites,
        tickets=tickets,
        host_identity=host.public,
        arrived=arrived,
    )
    port = await door.open(addresses=addresses)
    house = House(meeting, certificate, host, invites, tickets, door, port, arrivals)
    try:
        yield house
    finally:
        await door.close()
        for link in (*house.members, *(arrival.link for arrival in seen)):
            link.close()
            await link.wait_closed()
        await nothing_open()


class Stranger:
    """Somebody with a WebSocket to the door who obeys nothing."""

    def __init__(self, pipe: WebSocketPipe) -> None:
        self.pipe = pipe
        self.heard: list[Any] = []
        self.lost: list[RefusalCode | None] = []
        pipe.attach(self._take, self.lost.append)

    def _take(self, frame: bytes) -> None:
        self.heard.append(msgspec.msgpack.decode(frame))

    def say(self, *frames: bytes) -> None:
        """Send frames as they are."""
        for frame in frames:
            self.pipe.write(frame)

    async def refusals(self, count: int = 1) -> list[str]:
        """The codes of the first refusals that came."""

        def codes() -> list[str]:
            return [said["refusal"]["code"] for said in self.heard if said["type"] == "refused"]

        await until(lambda: len(codes()) >= count or self.lost)
        return codes()

    async def is_closed(self) -> None:
        """Wait until the door closed the connection."""
        await until(lambda: self.lost)


@asynccontextmanager
async def a_stranger(house: House, source: str = "127.0.0.1") -> AsyncIterator[Stranger]:
    """TLS and WebSocket, and nothing said yet."""
    pipe = await open_pipe(house, source)
    try:
        yield Stranger(pipe)
    finally:
        pipe.abort()


@asynccontextmanager
async def a_rogue(house: House) -> AsyncIterator[tuple[Stranger, Arrival]]:
    """A stranger who came in by a handshake that holds, and goes on by hand."""
    async with a_stranger(house) as stranger:
        caller = house.guest("Rogue")
        handshake = MemberHandshake(house.invite(), caller.identity, caller.key, caller.name, None)
        stranger.say(handshake.hello())
        await until(lambda: stranger.heard)
        answer = handshake.take(msgspec.msgpack.encode(stranger.heard.pop()))
        assert isinstance(answer, bytes)
        stranger.say(answer)
        await until(lambda: stranger.heard)
        assert isinstance(handshake.take(msgspec.msgpack.encode(stranger.heard.pop())), Accepted)
        yield stranger, await house.arrivals.get()


async def open_pipe(house: House, source: str = "127.0.0.1") -> WebSocketPipe:
    """A member's end of the pipe, from this loopback address."""
    sock = socket.socket()
    sock.bind((source, 0))
    sock.setblocking(False)
    loop = asyncio.get_running_loop()
    await loop.sock_connect(sock, ("127.0.0.1", house.port))
    pipe = client_pipe(house.certificate.fingerprint)
    await loop.create_connection(
        lambda: pipe, sock=sock, ssl=client_context(), server_hostname="", ssl_shutdown_timeout=1.0
    )
    await pipe.opened
    return pipe
