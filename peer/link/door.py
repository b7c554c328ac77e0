"""The host's door: one port, IPv4 and IPv6, and one handshake for each connection that is let in."""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Callable
from typing import Final

from peer.keys import MeetingKeys
from peer.link.accept import AcceptLoop, PortTaken, listen
from peer.link.arrival import Arrival
from peer.link.attempt import Attempt
from peer.link.buckets import BucketTable
from peer.link.certificate import ServerCertificate
from peer.link.handshake import HostHandshake
from peer.link.invite_book import BOOK_LIMIT, InviteBook
from peer.link.ticket import Tickets

__all__ = ["Door", "PortTaken"]

ATTEMPT_LIMIT: Final = 64
INVITE_RATE: Final = (40.0, 240.0)
"""Proofs a second and the burst on top for one invite: a whole meeting may come back at once."""


class Door:
    """Lets people knock. `arrived` is called on the loop for each proof that holds.

    The loop must be asyncio's selector loop. Which invites and tickets hold is asked at each handshake, so
    changing `invites` takes effect at once.
    """

    def __init__(
        self,
        *,
        meeting: MeetingKeys,
        certificate: ServerCertificate,
        invites: InviteBook,
        tickets: Tickets,
        host_identity: bytes | None,
        arrived: Callable[[Arrival], None],
    ) -> None:
        self._meeting = meeting
        self._fingerprint = certificate.fingerprint
        self._context = certificate.server_context()
        self._invites = invites
        self._tickets = tickets
        self._host_identity = host_identity
        self._arrived = arrived
        self._accept_loop: AcceptLoop | None = None
        self._attempts: dict[Attempt, str] = {}
        """Handshakes in the making, oldest first, and what their addresses are counted as."""
        self._invite_counts: BucketTable[int] = BucketTable(*INVITE_RATE, BOOK_LIMIT)

    async def open(self, port: int | None = None, addresses: tuple[str, ...] = ("0.0.0.0", "::")) -> int:
        """Listen on all addresses at one port (a free one with None); the port. Raises PortTaken, OSError."""
        sockets, port = listen(port, addresses)
        self._accept_loop = AcceptLoop(sockets, self._begin)
        return port

    @property
    def turned_away(self) -> int:
        """Connections that came too fast and were closed before TLS, since the door opened."""
        return self._accept_loop.turned_away if self._accept_loop else 0

    async def close(self) -> None:
        """Stop listening and drop handshakes in the making; links that arrived stay open."""
        if self._accept_loop:
            self._accept_loop.close()
            self._accept_loop = None
        for attempt in list(self._attempts):
            attempt.give_up()

    def _begin(self, sock: socket.socket, counted: str) -> None:
        if len(self._attempts) >= ATTEMPT_LIMIT:
            self._give_one_up()
        handshake = HostHandshake(
            self._meeting, self._fingerprint, self._invites, self._tickets, self._host_identity
        )
        attempt = Attempt(sock, self._context, handshake, self._invite_counts, self._arrived)
        self._attempts[attempt] = counted
        attempt.start(self._forget)

    def _forget(self, attempt: Attempt) -> None:
        self._attempts.pop(attempt, None)

    def _give_one_up(self) -> None:
        """Drop the oldest attempt of the address that has most: who stalls many stalls their own."""
        busiest, _ = Counter(self._attempts.values()).most_common(1)[0]
        oldest = next(attempt for attempt, counted in self._attempts.items() if counted == busiest)
        del self._attempts[oldest]
        oldest.give_up()
