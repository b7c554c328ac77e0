"""What the door hands to the shell: somebody whose proof holds. Whether they may come in is decided there."""

from __future__ import annotations

from dataclasses import dataclass

from peer.link.handshake import Proven
from peer.link.link import HostLink


@dataclass(frozen=True)
class Arrival(Proven):
    """Somebody proved an identity over a link that just opened."""

    link: HostLink

    @property
    def address(self) -> str:
        """Where the link comes from, for the geofence alone."""
        return self.link.address

    @property
    def loopback(self) -> bool:
        """True if they come from this machine."""
        return self.link.loopback
