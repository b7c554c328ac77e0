"""A member's side of the star: one media connection with the host's machine, and what is sent and shown.

All methods are called on the peer's loop; sources, sinks and the picture callback run on threads of their own.
"""

from __future__ import annotations

from collections.abc import Callable

import av
import msgspec

from peer.media.sources import SoundSink, SoundSource, VideoSource
from peer.room.signals import Answer, Offer, Point
from peer.room.values import PersonId, TrackKind


class TrackReport(msgspec.Struct, frozen=True):
    """What arrived of one person's track since it was first pointed at.

    Times are `time.monotonic()` seconds. `frames` counts decoded pictures, or 10 ms blocks of sound played.
    """

    person: PersonId
    kind: TrackKind
    packets: int = 0
    frames: int = 0
    first_frame: float | None = None
    freezes: int = 0
    concealed: int = 0


class CallReport(msgspec.Struct, frozen=True):
    """Counters of a member's own connection. `rtt` in seconds, None before it was measured."""

    received: tuple[TrackReport, ...] = ()
    sent_packets: dict[TrackKind, int] = {}
    encoded_frames: int = 0
    rtt: float | None = None


class MemberMedia:
    """One machine's media in one meeting. Microphone and camera begin off."""

    def __init__(
        self,
        *,
        me: PersonId,
        camera: VideoSource | None,
        microphone: SoundSource | None,
        speaker: SoundSink | None,
        picture: Callable[[PersonId, av.VideoFrame], None],
        levels: Callable[[dict[PersonId, float], float], None],
        connection_lost: Callable[[int], None],
    ) -> None:
        """`picture` is called on a decoder's or the camera's thread, the own picture with `me`.

        `levels(talkers, own)`: loudness 0 to 1, ten times a second, on the peer's loop.
        `connection_lost(connection)`: tell the host (`Lost`); it offers a new one. On the peer's loop.
        """
        raise NotImplementedError

    async def answer(self, offer: Offer, *, loopback: bool = False) -> Answer:
        """Answer the host's offer; a new connection number replaces the old connection.

        `loopback`: the link's peer is on this machine; only then are loopback addresses used.
        Raises BadOffer (ValueError) when the offer is not one that this machine can answer.
        """
        raise NotImplementedError

    def point(self, point: Point) -> None:
        """Slots were pointed anew."""
        raise NotImplementedError

    def set_microphone(self, on: bool) -> None:
        """Off: the device is stopped, nothing is encoded, no packet leaves. Raises OSError if it does not start."""
        raise NotImplementedError

    def set_camera(self, on: bool) -> None:
        """Off: the device is stopped, nothing is encoded, no packet leaves. Raises OSError if it does not start."""
        raise NotImplementedError

    def use_camera(self, source: VideoSource | None) -> None:
        """Take another camera from now on (started if the camera is on)."""
        raise NotImplementedError

    def use_microphone(self, source: SoundSource | None) -> None:
        """Take another microphone from now on (started if the microphone is on)."""
        raise NotImplementedError

    def use_speaker(self, sink: SoundSink | None) -> None:
        """Take another loudspeaker from now on."""
        raise NotImplementedError

    def silence(self, person: PersonId, on: bool) -> None:
        """Do not play this person's sound on this machine."""
        raise NotImplementedError

    def statistics(self) -> CallReport:
        """What arrived and what was sent so far."""
        raise NotImplementedError

    async def close(self) -> None:
        """Stop every device and close the connection."""
        raise NotImplementedError
