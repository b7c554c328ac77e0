"""Listening: sockets of our own, and an accept loop that counts connections before TLS costs anything.

A TLS handshake costs some 1.7 ms of CPU whatever the token says; an accept and a close cost some 50 us.
"""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
import struct
import sys
from collections.abc import Callable
from typing import Final

from peer.link.addresses import counted_as
from peer.link.buckets import BucketTable

CONNECTIONS: Final = (20.0, 40.0)
"""Connections a second and the burst on top from one IPv4 address or one IPv6 /64."""
TABLE_LIMIT: Final = 4096
BACKLOG: Final = 1024
BATCH: Final = 64
"""Accepts in one turn of the loop: media must not wait for a flood."""
REST_SECONDS: Final = 0.5

_RESET: Final = struct.pack("ii", 1, 0)
_OUT_OF_RESOURCES: Final = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}
_PORT_TRIES: Final = 16

_logger = logging.getLogger("vestibule.link.door")


class PortTaken(OSError):
    """Another program listens on this port."""


Accepted = Callable[[socket.socket, str], None]
"""Gets the socket, non-blocking, and what its address is counted as."""


def listen(port: int | None, addresses: tuple[str, ...]) -> tuple[list[socket.socket], int]:
    """Sockets that listen on each of these addresses at one port, a free one with None.

    A family that this machine lacks is left out. Raises PortTaken, and OSError if nothing is left.
    """
    for _ in range(_PORT_TRIES):
        try:
            return _listen_once(port or 0, addresses)
        except PortTaken:
            if port:  # else the free port of one family is taken in the other
                raise
    raise PortTaken(errno.EADDRINUSE, "no port is free in both families")


def _listen_once(port: int, addresses: tuple[str, ...]) -> tuple[list[socket.socket], int]:
    sockets: list[socket.socket] = []
    try:
        for address in addresses:
            try:
                sockets.append(_listen_on(address, port))
            except OSError as error:
                if error.errno == errno.EADDRINUSE:
                    raise PortTaken(errno.EADDRINUSE, "the port is taken") from error
                if error.errno not in (errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL):
                    raise
            else:
                port = sockets[-1].getsockname()[1]
        if not sockets:
            raise OSError(errno.EADDRNOTAVAIL, "no address to listen on")
    except BaseException:
        for sock in sockets:
            sock.close()
        raise
    return sockets, port


def _listen_on(address: str, port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
        if sys.platform == "win32":  # where SO_REUSEADDR lets two programs share a port
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if sock.family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.bind((address, port))
        sock.listen(BACKLOG)
    except BaseException:
        sock.close()
        raise
    return sock


class AcceptLoop:
    """Accepts on listening sockets, and closes at once what comes too fast from one address."""

    def __init__(self, sockets: list[socket.socket], accepted: Accepted) -> None:
        self._loop = asyncio.get_running_loop()
        self._sockets = sockets
        self._accepted = accepted
        self._counts: BucketTable[str] = BucketTable(*CONNECTIONS, TABLE_LIMIT)
        self.turned_away = 0
        """Connections that came too fast, since the beginning."""
        self._told = 0
        self._report: asyncio.TimerHandle | None = None
        self._rests: dict[socket.socket, asyncio.TimerHandle] = {}
        for sock in sockets:
            self._loop.add_reader(sock, self._accept, sock)

    def close(self) -> None:
        """Stop, and close the sockets."""
        for rest in (*self._rests.values(), *filter(None, [self._report])):
            rest.cancel()
        for sock in self._sockets:
            self._loop.remove_reader(sock)
            sock.close()

    def _accept(self, listener: socket.socket) -> None:
        now = self._loop.time()
        for _ in range(BATCH):
            try:
                sock, address = listener.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                if error.errno not in _OUT_OF_RESOURCES:
                    raise
                self._rest(listener)
                return
            counted = counted_as(address[0])
            if self._counts.take(counted, now):
                sock.setblocking(False)
                self._accepted(sock, counted)
            else:
                self._turn_away(sock)

    def _turn_away(self, sock: socket.socket) -> None:
        """Close with a reset: nothing lingers in the kernel, and the other end may try again later."""
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        sock.close()
        self.turned_away += 1
        if self._report is None:
            self._report = self._loop.call_later(1.0, self._tell)

    def _tell(self) -> None:
        _logger.info("%d connections came too fast and were closed", self.turned_away - self._told)
        self._told = self.turned_away
        self._report = None

    def _rest(self, listener: socket.socket) -> None:
        """Out of descriptors or memory: the loop would spin on a socket that it cannot accept."""
        _logger.warning("too many open connections: the door rests")
        self._loop.remove_reader(listener)
        self._rests[listener] = self._loop.call_later(REST_SECONDS, self._go_on, listener)

    def _go_on(self, listener: socket.socket) -> None:
        del self._rests[listener]
        self._loop.add_reader(listener, self._accept, listener)
