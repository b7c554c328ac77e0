"""The host's door: one port, IPv4 and IPv6, an accept loop of its own, and the handshake."""

from __future__ import annotations

from collections.abc import Callable

from peer.keys import MeetingKeys
from peer.link.arrival import Arrival
from peer.link.certificate import ServerCertificate
from peer.link.invite_book import InviteBook
from peer.link.ticket import Tickets


class PortTaken(OSError):
    """Another program listens on this port."""


class Door:
    """Lets people knock. `arrived` is called on the loop for each proof that holds, and may call `Link.send`."""

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
        raise NotImplementedError

    async def open(self, port: int | None = None, addresses: tuple[str, ...] = ("0.0.0.0", "::")) -> int:
        """Listen on all addresses at one port (a free one with None); the port. Raises PortTaken, OSError."""
        raise NotImplementedError

    async def close(self) -> None:
        """Stop listening and drop handshakes in the making; links that arrived stay open."""
        raise NotImplementedError
