"""The host's side of the star: one media connection for each member, and what is forwarded between them.

`HostMedia` ties; it decides nothing. Gates, looks and connections are told to it; the forwarder obeys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from peer.room.events import MediaLost, MediaUp, PathSeen
from peer.room.signals import Answer, Guard, Look, Offer, Point
from peer.room.values import PersonId, TrackKind


class HostMedia:
    """All media connections of a meeting. Every method is called on the peer's loop."""

    def __init__(
        self,
        *,
        guard: Guard,
        send: Callable[[PersonId, Offer | Point], None],
        happened: Callable[[MediaUp | MediaLost | PathSeen], None],
    ) -> None:
        raise NotImplementedError

    def connect(self, person: PersonId, loopback: bool) -> None:
        """Offer this member a connection; one that they had is closed first. `loopback`: the link's peer is."""
        raise NotImplementedError

    def disconnect(self, person: PersonId) -> None:
        """Forget this member: nothing is sent to them or taken from them from now on. Gates are forgotten too."""
        raise NotImplementedError

    def answered(self, person: PersonId, answer: Answer) -> None:
        """The member's answer; one of another connection or revision is dropped and counted."""
        raise NotImplementedError

    def look(self, person: PersonId, look: Look) -> None:
        """Whose pictures the member shows now."""
        raise NotImplementedError

    def lost(self, person: PersonId, connection: int) -> None:
        """The member says that this connection is dead: a new one is offered (at most one each 2 s)."""
        raise NotImplementedError

    def open_gates(self, person: PersonId, kinds: Iterable[TrackKind]) -> None:
        """Forward these tracks of the member from now on, pictures from a key frame on. Gates begin closed."""
        raise NotImplementedError

    def close_gates(self, person: PersonId, kinds: Iterable[TrackKind]) -> None:
        """Forward nothing of these tracks from the next packet on, and forget their history."""
        raise NotImplementedError

    def statistics(self) -> dict[PersonId, dict[str, dict[str, int]]]:
        """Counters per person and track ("audio", "camera", "screen") and of the connection ("connection")."""
        raise NotImplementedError

    async def close(self) -> None:
        """Close every connection."""
        raise NotImplementedError
