"""One connection's way from the accept to the shell: TLS, WebSocket and handshake, within three seconds."""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
import time
from collections.abc import Callable
from typing import Final

from peer.link.arrival import Arrival
from peer.link.buckets import BucketTable
from peer.link.codec import encode
from peer.link.ends import LAST_WORD, HostEnd
from peer.link.handshake import HostHandshake, Proven, Refuse
from peer.link.websocket import WebSocketPipe, server_pipe
from peer.room.notices import Refused
from peer.room.values import Refusal, RefusalCode

ATTEMPT_SECONDS: Final = 3.0
SHUTDOWN_SECONDS: Final = 1.0

_logger = logging.getLogger("vestibule.link.door")


class Attempt:
    """Owns the accepted socket until it is an arrival's link, or closed."""

    def __init__(
        self,
        sock: socket.socket,
        context: ssl.SSLContext,
        handshake: HostHandshake,
        invite_counts: BucketTable[int],
        arrived: Callable[[Arrival], None],
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._sock = sock
        self._context = context
        self._handshake = handshake
        self._invite_counts = invite_counts
        self._arrived = arrived
        self._pipe: WebSocketPipe = server_pipe()
        self._challenged = False
        self._settled: asyncio.Future[None] = self._loop.create_future()
        self._deadline: asyncio.TimerHandle | None = None
        self._tls: asyncio.Task[None] | None = None

    def start(self, over: Callable[[Attempt], None]) -> None:
        """Begin. `over` is called once, when the attempt came to its end in any way."""
        self._settled.add_done_callback(lambda _: over(self))
        self._deadline = self._loop.call_later(ATTEMPT_SECONDS, self.give_up)
        self._pipe.attach(self._take, self._lose)
        self._tls = self._loop.create_task(self._begin_tls())
        self._tls.add_done_callback(self._after_tls)

    def give_up(self) -> None:
        """Close the connection now, unless it is an arrival's link already."""
        if not self._settled.done():
            self._settle()
            if self._tls:
                self._tls.cancel()
            self._pipe.abort()

    async def _begin_tls(self) -> None:
        await self._loop.connect_accepted_socket(
            lambda: self._pipe,
            self._sock,
            ssl=self._context,
            ssl_handshake_timeout=ATTEMPT_SECONDS,
            ssl_shutdown_timeout=SHUTDOWN_SECONDS,
        )

    def _after_tls(self, tls: asyncio.Task[None]) -> None:
        if tls.cancelled():
            self._sock.close()  # a task that never ran took nothing over; a transport's close does no harm
            return
        error = tls.exception()
        if isinstance(error, OSError):  # no TLS 1.3, too slow, or gone
            self._lose(None)
        elif error is not None:
            raise error

    def _take(self, frame: bytes) -> None:
        try:
            if not self._challenged:
                self._challenged = True
                challenge = self._handshake.hello(frame, time.time())
                self._count_the_invite()
                self._pipe.write(challenge)
            else:
                self._hand_over(self._handshake.proof(frame, time.time()))
        except Refuse as refuse:
            level = logging.WARNING if refuse.misbehaved else logging.INFO
            _logger.log(level, "refused a handshake: %s %s", refuse, refuse.refusal.parameters)
            self._pipe.write(encode(Refused(refuse.refusal, LAST_WORD)))
            self._pipe.close()

    def _count_the_invite(self) -> None:
        number = self._handshake.invite_number
        if number is not None and not self._invite_counts.take(number, self._loop.time()):
            raise Refuse(Refusal(RefusalCode.BUSY))

    def _hand_over(self, proven: Proven) -> None:
        self._pipe.write(self._handshake.accepted())
        arrival = Arrival(**vars(proven), link=HostEnd(self._pipe))
        self._settle()
        # Not from inside the socket's callback: what the shell raises is its own.
        self._loop.call_soon(self._arrived, arrival)

    def _lose(self, reason: RefusalCode | None) -> None:
        if reason is not None:
            _logger.warning("refused a handshake: %s", reason.value)
        self._settle()

    def _settle(self) -> None:
        if self._deadline:
            self._deadline.cancel()
        if not self._settled.done():
            self._settled.set_result(None)
