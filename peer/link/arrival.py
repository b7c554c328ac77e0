"""What the door hands to the shell: somebody whose proof holds. Whether they may come in is decided there."""

from __future__ import annotations

from dataclasses import dataclass

from peer.link.link import HostLink
from peer.room.values import InviteRef, PersonId


@dataclass(frozen=True)
class Arrival:
    """Somebody proved an identity over a link that just opened.

    `invite` is None for who comes back by a ticket; then `ticket_member` is the member in it. `key` is the
    meeting key. `service_certificate` is the host's, for the service's meeting key. `name` is cleaned and
    never empty.
    """

    identity: bytes
    key: bytes
    certificate: bytes
    name: str
    invite: InviteRef | None
    ticket_member: PersonId | None
    is_host: bool
    service_certificate: bytes | None
    link: HostLink

    @property
    def address(self) -> str:
        """Where the link comes from, for the geofence alone."""
        return self.link.address

    @property
    def loopback(self) -> bool:
        """True if they come from this machine."""
        return self.link.loopback
