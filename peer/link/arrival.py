"""What the door hands to the shell: somebody whose proof holds. Whether they may come in is decided there."""

from __future__ import annotations

from dataclasses import dataclass

from peer.link.handshake import Proven
from peer.link.link import HostLink


@dataclass(frozen=True)
class Arrival(Proven):
    """Somebody proved an identity over a link that just opened. Where it comes from, the link knows."""

    link: HostLink
