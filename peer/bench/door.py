"""`vestibule bench door`: guests arrive while one address floods the door with connections.

A process of its own opens the flood from 127.0.0.1 and stalls whatever it gets; guests come from other loopback
addresses meanwhile, and from the flooding address itself afterwards. Only loopback addresses are used; the other ones
are there without set-up on Linux alone.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import multiprocessing
import resource
import selectors
import socket
import time
from collections.abc import Awaitable
from multiprocessing.connection import Connection
from typing import NamedTuple

from peer.keys import Identity, KeyPair, MeetingKeys, random_secret
from peer.link.arrival import Arrival
from peer.link.certificate import ServerCertificate, client_context
from peer.link.dial import Caller, DialFailed, dial, shake
from peer.link.door import Door
from peer.link.invite import Invite
from peer.link.invite_book import InviteBook
from peer.link.link import MemberLink
from peer.link.ticket import Tickets
from peer.link.websocket import client_pipe

GUESTS = 20
FLOODED = "127.0.0.1"
IN_TIME = 2.0
AFTERWARDS = 30.0
CPU_BOUND = 0.30
SETTLE = 1.0
"""Seconds of flood before the first guest comes: the flooder's burst is spent by then."""
HOLD_LIMIT = 400


class Usage(NamedTuple):
    """A process's CPU seconds, and the clock in seconds."""

    cpu: float
    wall: float


def run(argv: list[str]) -> int:
    """Print the table; 0 if every guest arrived in time and the host's CPU was within its bound."""
    parser = argparse.ArgumentParser(prog="vestibule bench door", description=__doc__)
    parser.add_argument("--seconds", type=float, default=6.0, help="how long the flood lasts")
    parser.add_argument("--rate", type=int, default=1000, help="connections a second")
    options = parser.parse_args(argv)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    host = context.Process(target=_host, args=(theirs,))
    host.start()
    try:
        invite: Invite = ours.recv()
        flooder = context.Process(target=flood, args=(invite.port, options.rate, options.seconds))
        before = _usage(ours)
        flooder.start()
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            outside = runner.run(_from_outside(invite, options.seconds))
            flooder.join()
            after = _usage(ours)
            inside = runner.run(_from_the_flooder(invite))
    finally:
        ours.close()  # the host ends with it
        host.join(5)
    return _report(outside, inside, (after.cpu - before.cpu) / (after.wall - before.wall), flooder.exitcode)


def _report(outside: list[float], inside: list[float], cpu: float, opened: int | None) -> int:
    print("| what | got | must |")
    print("|---|---|---|")
    print(f"| guests from other addresses during the flood | {len(outside)} of {GUESTS} | all |")
    print(f"| slowest of them | {_slowest(outside)} | {IN_TIME:g} s |")
    print(f"| guests from the flooding address after it | {len(inside)} of {GUESTS} | all |")
    print(f"| slowest of them | {_slowest(inside)} | {AFTERWARDS:g} s |")
    print(f"| host's CPU during the flood, of one core | {cpu:.1%} | {CPU_BOUND:.0%} |")
    good = (
        len(outside) == len(inside) == GUESTS
        and max(outside) < IN_TIME
        and max(inside) < AFTERWARDS
        and cpu <= CPU_BOUND
        and opened == 0
    )
    return 0 if good else 1


def _slowest(times: list[float]) -> str:
    return f"{max(times):.2f} s" if times else "none"


# --- the host's process ------------------------------------------------------------------------


def _host(pipe: Connection) -> None:
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        runner.run(_serve(pipe))


async def _serve(pipe: Connection) -> None:
    meeting, certificate = MeetingKeys.generate(), ServerCertificate.generate()
    arrivals: list[Arrival] = []
    book = InviteBook()
    door = Door(
        meeting=meeting,
        certificate=certificate,
        invites=book,
        tickets=Tickets(meeting),
        host_identity=None,
        arrived=arrivals.append,
    )
    port = await door.open(addresses=("127.0.0.1",))
    number = book.open_link.number
    pipe.send(
        Invite(
            (FLOODED,),
            port,
            meeting.id,
            certificate.fingerprint,
            meeting.signing.public,
            number,
            meeting.token(number),
        )
    )
    over = asyncio.Event()
    loop = asyncio.get_running_loop()

    def answer() -> None:
        try:
            pipe.recv()
        except EOFError:
            over.set()
            loop.remove_reader(pipe.fileno())
            return
        used = resource.getrusage(resource.RUSAGE_SELF)
        pipe.send(Usage(used.ru_utime + used.ru_stime, time.monotonic()))

    loop.add_reader(pipe.fileno(), answer)
    await over.wait()
    await door.close()


def _usage(pipe: Connection) -> Usage:
    pipe.send("usage")
    usage: Usage = pipe.recv()
    return usage


# --- the flood ---------------------------------------------------------------------------------


def flood(port: int, rate: int, seconds: float) -> None:
    """Open connections evenly; hold those that the door keeps, and say nothing on them."""
    held: set[socket.socket] = set()
    begin, opened = time.monotonic(), 0
    with selectors.DefaultSelector() as selector:
        while (now := time.monotonic()) < begin + seconds:
            while opened < (now - begin) * rate and len(held) < HOLD_LIMIT:
                sock = socket.socket()
                sock.setblocking(False)
                with contextlib.suppress(BlockingIOError):
                    sock.connect((FLOODED, port))
                selector.register(sock, selectors.EVENT_READ)
                held.add(sock)
                opened += 1
            for key, _ in selector.select(0.001):
                selector.unregister(key.fileobj)
                gone = key.fileobj
                assert isinstance(gone, socket.socket)
                held.discard(gone)
                gone.close()
        for sock in held:
            sock.close()
    print(f"flood: {opened} connections in {seconds:g} s ({opened / seconds:.0f} a second)")
    raise SystemExit(0 if opened >= rate * seconds * 0.8 else 3)


# --- the guests --------------------------------------------------------------------------------


def _caller(invite: Invite) -> Caller:
    return Caller(Identity.for_host(random_secret(), invite.host), KeyPair.generate(), "Guest")


async def _from_outside(invite: Invite, seconds: float) -> list[float]:
    """One after another, evenly over the rest of the flood."""
    await asyncio.sleep(SETTLE)
    pause = (seconds - SETTLE) / (GUESTS + 2)
    tasks = []
    for guest in range(GUESTS):
        tasks.append(asyncio.create_task(_timed(_dial_from(f"127.0.1.{guest + 1}", invite))))
        await asyncio.sleep(pause)
    return [took for took in await asyncio.gather(*tasks) if took is not None]


async def _from_the_flooder(invite: Invite) -> list[float]:
    """All at once, the moment that the flood is over."""
    tasks = [_timed(dial(invite, _caller(invite), AFTERWARDS)) for _ in range(GUESTS)]
    return [took for took in await asyncio.gather(*tasks) if took is not None]


async def _timed(dialled: Awaitable[MemberLink]) -> float | None:
    begin = time.monotonic()
    try:
        link = await dialled
    except (DialFailed, OSError, TimeoutError):
        return None
    took = time.monotonic() - begin
    link.close()
    await link.wait_closed()
    return took


async def _dial_from(source: str, invite: Invite) -> MemberLink:
    loop = asyncio.get_running_loop()
    sock = socket.socket()
    sock.setblocking(False)
    sock.bind((source, 0))
    pipe = client_pipe(invite.fingerprint)
    async with asyncio.timeout(IN_TIME * 2):
        await loop.sock_connect(sock, (FLOODED, invite.port))
        await loop.create_connection(lambda: pipe, sock=sock, ssl=client_context(), server_hostname="")
        await pipe.opened
        return await shake(pipe, invite, _caller(invite))
