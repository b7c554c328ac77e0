"""A link: the authenticated control connection between a member's machine and the host's."""

from __future__ import annotations

from typing import Protocol, TypeVar

from peer.link.wire import ToHost, ToMember
from peer.room.signals import SocketName
from peer.room.values import Refusal

In = TypeVar("In", covariant=True)
Out = TypeVar("Out", contravariant=True)


class LinkClosed(Exception):
    """The link is gone. `refusal` is the other side's last word, or ours, if there was one."""

    def __init__(self, refusal: Refusal | None = None) -> None:
        super().__init__(refusal.code.value if refusal else "closed")
        self.refusal = refusal


class Link(Protocol[In, Out]):
    """One end. All calls belong on the loop's thread."""

    @property
    def address(self) -> str:
        """The other end's address, normalised, for the geofence alone: never shown, logged or saved."""

    @property
    def own_address(self) -> SocketName | None:
        """What this end is bound to, to tell when that address is gone; None where there is no socket."""

    @property
    def loopback(self) -> bool:
        """True if the other end is this machine."""

    @property
    def rtt(self) -> float | None:
        """The last round trip in seconds; None where none was measured (the host's end measures none)."""

    @property
    def last_heard(self) -> float:
        """When anything came last, on the loop's monotonic clock."""

    @property
    def closed(self) -> bool:
        """True once nothing more can be sent."""

    def send(self, message: Out) -> None:
        """Queue a message. Never blocks: on a closed link nothing happens; a full queue closes the link."""

    def send_encoded(self, frame: bytes) -> None:
        """Queue what `codec.encode` made: one encoding for many links."""

    async def receive(self) -> In:
        """The next message that holds. Raises LinkClosed when there are no more."""

    def close(self, refusal: Refusal | None = None) -> None:
        """Send what is queued, then the refusal if there is one, then close. May be called again."""

    async def wait_closed(self) -> None:
        """After `close`: wait until all is sent or given up, at most some seconds. A process ends after it."""


HostLink = Link[ToHost, ToMember]
"""The host's end of a link to one person."""


class MemberLink(Link[ToMember, ToHost], Protocol):
    """A member's end of the link to the host."""

    @property
    def meeting_key(self) -> bytes:
        """The service's public meeting key: it signs receipts, and the meeting id is a hash of it."""
