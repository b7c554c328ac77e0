"""What carries frames from one end of a link to the other: a WebSocket over TLS, or a test's bad network."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from peer.room.signals import SocketName
from peer.room.values import RefusalCode

OnFrame = Callable[[bytes], None]
OnLost = Callable[[RefusalCode | None], None]


class Pipe(Protocol):
    """One end of a connection that keeps frames whole and in order, or breaks. All on the loop's thread."""

    @property
    def address(self) -> str:
        """The other end's address, normalised."""

    @property
    def own_address(self) -> SocketName | None:
        """What this end is bound to; None where there is no socket."""

    @property
    def last_heard(self) -> float:
        """When anything came last, on the loop's clock."""

    @property
    def closed(self) -> bool:
        """True once nothing more can be written."""

    def attach(self, on_frame: OnFrame, on_lost: OnLost) -> None:
        """Who gets frames from now on, and who is told once that the pipe broke, with the reason if it was a
        frame that did not hold. May be called again, from inside `on_frame` too.
        """

    def write(self, frame: bytes) -> None:
        """Queue a frame. Never blocks; a full queue breaks the pipe."""

    def pause(self) -> None:
        """Take no more from the network for now."""

    def resume(self) -> None:
        """Take from the network again."""

    def close(self) -> None:
        """Send what is queued, then close. `on_lost` is called at once."""

    async def wait_closed(self) -> None:
        """Wait until all that was queued before `close` is sent, or was given up: at most some seconds."""

    def abort(self) -> None:
        """Break the pipe at once. `on_lost` is called."""
