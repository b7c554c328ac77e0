"""A guest's side of the waiting room's film: it shows and, when asked to, plays; there is nothing it could send."""

from __future__ import annotations

from collections.abc import Callable

import av

from peer.media.call import CallReport, MemberMedia
from peer.media.sources import SoundSink
from peer.room.signals import WAITING_FILM, Answer, Offer, Point
from peer.room.values import PersonId


class WaitingMedia:
    """One guest's. `picture(WAITING_FILM, frame)` is called on a decoder's thread.

    It has no microphone and no camera, and answers no offer that asks for a track. The sound is off until `hear`.
    """

    def __init__(
        self,
        *,
        speaker: SoundSink | None,
        picture: Callable[[PersonId, av.VideoFrame], None],
        connection_lost: Callable[[int], None],
    ) -> None:
        self._speaker = speaker
        self._media = MemberMedia(
            me="",
            camera=None,
            microphone=None,
            speaker=None,
            picture=picture,
            levels=lambda _talkers, _own: None,
            connection_lost=connection_lost,
            publishes=(),
        )
        self._media.silence(WAITING_FILM, True)

    async def answer(self, offer: Offer, *, loopback: bool = False) -> Answer:
        """As `MemberMedia.answer`. Raises BadOffer (ValueError)."""
        return await self._media.answer(offer, loopback=loopback)

    def point(self, point: Point) -> None:
        """The slots carry the film now."""
        self._media.point(point)

    def hear(self, on: bool) -> None:
        """Play the film's sound."""
        self._media.silence(WAITING_FILM, not on)
        self._media.use_speaker(self._speaker if on else None)

    def statistics(self) -> CallReport:
        """What arrived so far."""
        return self._media.statistics()

    async def close(self) -> None:
        """Close the connection and let go of the loudspeaker."""
        await self._media.close()
