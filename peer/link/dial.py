"""Dialling: a member's machine finds the host's door, knows it by its fingerprint, and proves who comes."""

from __future__ import annotations

import asyncio
import logging
import random
import socket
from dataclasses import dataclass, field
from typing import Final

from peer.keys import Identity, KeyPair
from peer.link.addresses import may_dial, own_networks
from peer.link.certificate import client_context
from peer.link.ends import MemberEnd
from peer.link.handshake import MemberHandshake, Refuse
from peer.link.invite import ADDRESS_LIMIT, Invite
from peer.link.link import MemberLink
from peer.link.websocket import WebSocketPipe, WrongCertificate, client_pipe
from peer.room.values import Refusal, RefusalCode

RETRY_SECONDS: Final = 0.2
RETRY_LIMIT: Final = 2.0
SHUTDOWN_SECONDS: Final = 1.0

_logger = logging.getLogger("vestibule.link.dial")


class DialFailed(Exception):
    """No link came about."""


class WrongFingerprint(DialFailed):
    """Who answered is not who made the invite. Not a byte of ours was sent."""


class Unreachable(DialFailed):
    """No address answered in time."""


class Turned(DialFailed):
    """The door answered with a refusal (VERSION_TOO_OLD among them)."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code.value)
        self.refusal = refusal


class _Dropped(Exception):
    """The door took the connection and closed it again without a word: it was too busy for it."""


@dataclass(frozen=True)
class Caller:
    """Who comes. `key` is the key made for this meeting; `ticket` is a returning member's."""

    identity: Identity
    key: KeyPair
    name: str
    ticket: bytes | None = field(default=None, repr=False)


async def dial(invite: Invite, caller: Caller, deadline: float = 8.0) -> MemberLink:
    """A link to the host, handshake done, within `deadline` seconds. Raises DialFailed.

    All addresses are dialled at once; the first that shows the right certificate gets the handshake. Where
    the door closes what comes too fast, it is tried again, later and later, until the deadline.
    """
    networks = own_networks()
    addresses = [address for address in invite.addresses[:ADDRESS_LIMIT] if may_dial(address, networks)]
    if not addresses:
        raise Unreachable("no address may be dialled from here")
    problem: DialFailed = Unreachable("no answer in time")
    pause = RETRY_SECONDS
    try:
        async with asyncio.timeout(deadline):
            while True:
                try:
                    return await shake(await _first(addresses, invite), invite, caller)
                except _Dropped:
                    problem = Unreachable("closed by the door")
                except Turned as turned:
                    if turned.refusal.code is not RefusalCode.BUSY:
                        raise
                    problem = turned
                await asyncio.sleep(pause * random.uniform(0.5, 1.5))
                pause = min(pause * 1.5, RETRY_LIMIT)
    except TimeoutError:
        raise problem from None


async def _first(addresses: list[str], invite: Invite) -> WebSocketPipe:
    """The first pipe that opens; the others are given up. Raises the most telling failure if none does."""
    pending = {asyncio.create_task(_open(address, invite)) for address in addresses}
    failures: list[BaseException] = []
    winner: WebSocketPipe | None = None
    try:
        while pending and winner is None:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                error = task.exception()
                if error is not None:
                    failures.append(error)
                elif winner is None:
                    winner = task.result()
                else:
                    task.result().abort()
    finally:
        for task in pending:
            task.cancel()
        for late in await asyncio.gather(*pending, return_exceptions=True):
            if isinstance(late, WebSocketPipe):
                late.abort()
    if winner is not None:
        return winner
    for kind in (WrongFingerprint, _Dropped):
        for failure in failures:
            if isinstance(failure, kind):
                raise failure
    for failure in failures:
        if not isinstance(failure, DialFailed):
            raise failure
    raise Unreachable("no address answered")


async def _open(address: str, invite: Invite) -> WebSocketPipe:
    """TCP, TLS, the comparison of the fingerprint, and the WebSocket upgrade."""
    loop = asyncio.get_running_loop()
    sock = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    pipe = client_pipe(invite.fingerprint)
    try:
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            await loop.sock_connect(sock, (address, invite.port))
        except (ConnectionResetError, ConnectionAbortedError) as error:
            raise _Dropped from error  # taken and closed before we looked
        except OSError as error:
            raise Unreachable("does not answer") from error
        try:
            await loop.create_connection(
                lambda: pipe,
                sock=sock,
                ssl=client_context(),
                server_hostname="",
                ssl_shutdown_timeout=SHUTDOWN_SECONDS,
            )
            await pipe.opened
        except WrongCertificate:
            raise WrongFingerprint from None
        except OSError as error:
            raise _Dropped from error
    except BaseException:
        pipe.abort()
        sock.close()
        raise
    return pipe


async def shake(pipe: WebSocketPipe, invite: Invite, caller: Caller) -> MemberLink:
    """The handshake on a pipe that opened. Raises Turned; the caller sets the deadline."""
    outcome: asyncio.Future[MemberLink] = asyncio.get_running_loop().create_future()
    handshake = MemberHandshake(invite, caller.identity, caller.key, caller.name, caller.ticket)

    def take(frame: bytes) -> None:
        if outcome.done():
            return
        try:
            answer = handshake.take(frame)
        except Refuse as refuse:
            if refuse.misbehaved:
                _logger.warning("the host's machine broke the handshake: %s", refuse)
            outcome.set_exception(Turned(refuse.refusal))
            pipe.close()
            return
        if isinstance(answer, bytes):
            pipe.write(answer)
        else:
            outcome.set_result(MemberEnd(pipe, handshake.meeting_key))

    def lose(reason: RefusalCode | None) -> None:
        if not outcome.done():
            outcome.set_exception(Turned(Refusal(reason)) if reason else _Dropped())

    pipe.attach(take, lose)
    pipe.write(handshake.hello())
    try:
        return await outcome
    except BaseException:
        pipe.abort()
        raise
