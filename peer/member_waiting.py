"""The waiting room's film on a guest's machine: offers answered while one waits, and what the guest wants of it."""

from __future__ import annotations

import logging
from collections.abc import Callable

import av

from peer.media.call import MemberMedia
from peer.media.descriptions import ClosedMeanwhile
from peer.media.sources import SoundSink
from peer.media.waiting_media import WaitingMedia
from peer.room.signals import Answer, Lost, Offer, Point
from peer.room.values import PersonId

log = logging.getLogger("vestibule.member.waiting")


class MemberWaiting:
    """At most one film at a time. All calls belong on the peer's loop."""

    def __init__(
        self, *, picture: Callable[[PersonId, av.VideoFrame], None], send: Callable[[Lost], None]
    ) -> None:
        self._picture = picture
        self._send = send
        self._shows = True
        self._hears = False
        self._number: int | None = None
        """That of the newest offer, so that it can be asked for again."""
        self.media: WaitingMedia | None = None

    async def answer(
        self, offer: Offer, speaker: SoundSink | None, *, loopback: bool
    ) -> Answer | Lost | None:
        """What to say to an offer; nothing while the guest does not want the film."""
        self._number = offer.connection
        if not self._shows:
            return None
        if self.media is None:
            self.media = WaitingMedia(
                speaker=speaker,
                picture=self._picture,
                connection_lost=lambda number: self._send(Lost(number)),
            )
            self.media.hear(self._hears)
        try:
            return await self.media.answer(offer, loopback=loopback)
        except ClosedMeanwhile:
            return None
        except ValueError as error:
            log.warning("an offer of the host's machine cannot be answered: %s", error)
            return Lost(offer.connection)

    def point(self, point: Point) -> None:
        """The slots carry the film now."""
        if self.media is not None:
            self.media.point(point)

    def hear(self, on: bool) -> None:
        """The guest wants its sound, or does not."""
        self._hears = on
        if self.media is not None:
            self.media.hear(on)

    async def show(self, on: bool) -> None:
        """The guest wants it, or does not; it is asked for again then."""
        if on == self._shows:
            return
        self._shows = on
        if not on:
            await self.stop()
        elif self._number is not None:
            self._send(Lost(self._number))

    async def stop(self) -> None:
        """No film from now on, until the next offer."""
        media, self.media = self.media, None
        if media is not None:
            await media.close()

    async def give_way(self, media: MemberMedia, speaker: SoundSink | None) -> None:
        """The guest was admitted: the loudspeaker goes from the film to the meeting."""
        self._number = None
        await self.stop()
        media.use_speaker(speaker)
