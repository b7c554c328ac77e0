"""A member's side of the star: one media connection with the host's machine, and what is sent and shown.

All methods are called on the peer's loop; sources, sinks and the picture callback run on threads of their
own.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import av
import msgspec

from peer.media.descriptions import PUBLISHED, BadDescription, ClosedMeanwhile
from peer.media.device import Device
from peer.media.member_connection import MemberConnection
from peer.media.mixer import Mixer
from peer.media.own_side import OwnSide
from peer.media.own_track import OwnTrack
from peer.media.picture_decoder import PictureCounts, PictureDecoder, Turn
from peer.media.received import ReceivedSlot
from peer.media.rtp import LEVEL_EXTENSION, SILENCE, extension, payload_bounds
from peer.media.sound_files import NullSpeaker
from peer.media.sources import BLOCK, Block, SoundSink, SoundSource, VideoSource
from peer.room.signals import Answer, Offer, Point, SocketName
from peer.room.values import PersonId, TrackKind

LEVELS_INTERVAL = 0.1
SHOWN_RANGE = 60
"""dB below full scale that count as silence on a level meter, as in `Mixer.levels`."""

BadOffer = BadDescription


class TrackReport(msgspec.Struct, frozen=True):
    """What arrived of one person's track since it was first pointed at.

    Times are `time.monotonic()` seconds. `frames` counts decoded pictures, or 10 ms blocks of sound decoded
    or rebuilt.
    """

    person: PersonId
    kind: TrackKind
    packets: int = 0
    frames: int = 0
    first_frame: float | None = None
    freezes: int = 0
    concealed_percent: float = 0.0


class CallReport(msgspec.Struct, frozen=True):
    """Counters of a member's own side. `rtt` in seconds, None before it was measured."""

    received: tuple[TrackReport, ...] = ()
    sent_packets: dict[TrackKind, int] = {}
    encoded_frames: int = 0
    rtt: float | None = None


class _Heard:
    """Packets of one person's track, and when the first could be heard or seen."""

    def __init__(self) -> None:
        self.packets = 0
        self.first: float | None = None
        self.pictures = PictureCounts()


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
        device_missing: Callable[[str], None] = lambda _device: None,
        publishes: tuple[TrackKind, ...] = PUBLISHED,
    ) -> None:
        """`picture` is called on a decoder's or the camera's thread, the own picture with `me`.

        `levels(talkers, own)`: loudness 0 to 1, ten times a second, on the peer's loop.
        `connection_lost(connection)`: tell the host (`Lost`); it offers a new one. On the peer's loop.
        `device_missing("camera", "microphone" or "speaker")`: it did not start, and is off. On the peer's loop.
        `publishes`: the tracks that an offer must ask for; none while one waits.
        """
        self._loop = asyncio.get_running_loop()
        self._levels = levels
        self._connection_lost = connection_lost
        self._device_missing = device_missing
        self._publishes = publishes
        self._closed = False
        self._answering = asyncio.Lock()
        self._connection: MemberConnection | None = None
        self._lost_number: int | None = None
        self._heard: dict[tuple[PersonId, TrackKind], _Heard] = {}
        self._turns: dict[str, Turn] = {}
        self._sent_before: dict[TrackKind, int] = dict.fromkeys(TrackKind, 0)
        self.mixer = Mixer()
        self._decoder = PictureDecoder(picture)
        self._own = OwnSide(
            camera=camera,
            microphone=microphone,
            track=self._own_track,
            shown=lambda frame: picture(me, frame),
            missing=device_missing,
        )
        self._speaker = Device[Callable[[], Block]](None, self.mixer.pull, self._speaker_failed)
        self.use_speaker(speaker)
        self._levels_timer = self._loop.call_later(LEVELS_INTERVAL, self._tell_levels)

    async def answer(self, offer: Offer, *, loopback: bool = False) -> Answer:
        """Answer the host's offer; a new connection number replaces the old connection.

        `loopback`: the link's peer is on this machine; only then are loopback addresses used.
        Raises BadOffer (ValueError) when the offer is not one that this machine can answer.
        """
        # One at a time: an offer that is overtaken is answered all the same, and the host drops that answer.
        async with self._answering:
            return await self._answer(offer, loopback)

    async def _answer(self, offer: Offer, loopback: bool) -> Answer:
        if self._closed:
            raise ClosedMeanwhile
        current = self._connection
        if current is not None and current.number == offer.connection:
            return await current.answer(offer)
        self._connection = connection = MemberConnection(
            offer.connection, loopback=loopback, receiver=self, lost=self._lost, publishes=self._publishes
        )
        self._lost_number = None
        if current is not None:
            self._count_sent(current)
            await current.close()
        return await connection.answer(offer)

    def _lost(self, connection: MemberConnection) -> None:
        if connection is self._connection and not self._closed:
            self._lost_number = connection.number
            self._connection_lost(connection.number)

    def _count_sent(self, connection: MemberConnection) -> None:
        for kind, track in connection.tracks.items():
            self._sent_before[kind] += track.packets

    def link_made_anew(self) -> None:
        """The link stands on a new socket, perhaps from another address."""
        if self._lost_number is not None:
            self._connection_lost(self._lost_number)
        elif self._connection is not None:
            self._connection.doubt()

    @property
    def own_address(self) -> SocketName | None:
        """What the media path's own end is bound to; None while there is no path."""
        return None if self._connection is None else self._connection.own_address

    def address_gone(self) -> None:
        """The system says that the path's own address is no longer there: it is given up at once."""
        if self._connection is not None:
            self._connection.give_up()

    def point(self, point: Point) -> None:
        """Slots were pointed anew."""
        connection = self._connection
        if connection is None:
            return
        for slot in connection.point(point.slots):
            over = self._turns.pop(slot.mid, None)
            if over is not None:
                over.over = True
            if slot.person is None:
                continue
            heard = self._heard.setdefault((slot.person, slot.kind), _Heard())
            if slot.kind is TrackKind.AUDIO:
                self.mixer.talker(slot.person).reset()
            else:
                self._begin_turn(connection, slot, heard)
            connection.release(slot)
        heard_now = {s.person for s in connection.slots.values() if s.kind is TrackKind.AUDIO}
        for person in [person for person in self.mixer.levels() if person not in heard_now]:
            self.mixer.remove(person)

    def _begin_turn(self, connection: MemberConnection, slot: ReceivedSlot, heard: _Heard) -> None:
        assert slot.person is not None
        heard.pictures.interrupted()
        turn = Turn(slot.person, slot.kind, heard.pictures)
        self._turns[slot.mid] = turn

        def start_over() -> None:
            if self._turns.get(slot.mid) is turn:
                slot.pictures.skip()
                connection.want_key_frame(slot)

        def broken() -> None:
            self._call_on_loop(start_over)

        turn.broken = broken

    def _call_on_loop(self, what: Callable[[], None]) -> None:
        if not self._closed:
            self._loop.call_soon_threadsafe(what)

    def sound_packet(
        self, slot: ReceivedSlot, packet: memoryview, length: int, sequence: int, timestamp: int
    ) -> None:
        """Called by the connection."""
        assert slot.person is not None
        start, end = payload_bounds(packet, length)
        if start >= end:
            return
        heard = self._heard[slot.person, TrackKind.AUDIO]
        heard.packets += 1
        now = time.monotonic()
        heard.first = heard.first or now
        talker = self.mixer.talker(slot.person)
        loudness = extension(packet, length, LEVEL_EXTENSION)
        if loudness >= 0:
            talker.heard_level(loudness & 0x7F)
        talker.insert(bytes(packet[start:end]), timestamp, sequence, now * 1000)

    def picture_packet(
        self, slot: ReceivedSlot, packet: memoryview, length: int, number: int, timestamp: int
    ) -> None:
        """Called by the connection."""
        assert slot.person is not None
        self._heard[slot.person, slot.kind].packets += 1
        turn = self._turns[slot.mid]
        for encoded in slot.picture_packet(packet, length, number, timestamp):
            if not self._decoder.put(turn, encoded):
                turn.broken()

    def pictures_waiting(self, slot: ReceivedSlot) -> None:
        """Called by the connection."""
        turn = self._turns.get(slot.mid)
        for encoded in slot.pictures.waiting():
            if turn is not None and not self._decoder.put(turn, encoded):
                turn.broken()

    def key_frame_wanted(self, kind: TrackKind) -> None:
        """Called by the connection."""
        if kind is TrackKind.CAMERA:
            self._own.want_key_frame()

    def bitrate(self, kind: TrackKind, bits_per_second: int) -> None:
        """Called by the connection."""
        if kind is TrackKind.CAMERA:
            self._own.limit(bits_per_second)

    def set_microphone(self, on: bool) -> None:
        """Off: nothing is encoded and no packet leaves from now on; the device stops soon. On: it starts soon."""
        self._own.set_microphone(on)

    def set_camera(self, on: bool) -> None:
        """As `set_microphone`."""
        self._own.set_camera(on)

    def use_camera(self, source: VideoSource | None) -> None:
        """Take another camera from now on."""
        self._own.use_camera(source)

    def use_microphone(self, source: SoundSource | None) -> None:
        """Take another microphone from now on."""
        self._own.use_microphone(source)

    def use_speaker(self, sink: SoundSink | None) -> None:
        """Take another loudspeaker from now on; None plays into nothing."""
        self._speaker.use(sink if sink is not None else NullSpeaker())
        self._speaker.set(True)

    def _speaker_failed(self) -> None:
        self._device_missing("speaker")
        self.use_speaker(None)

    def _own_track(self, kind: TrackKind) -> OwnTrack | None:
        return None if self._connection is None else self._connection.tracks.get(kind)

    def drop_sound(self, person: PersonId) -> None:
        """Do not play what of this person still waits: the host's machine took it from them to speak."""
        if (person, TrackKind.AUDIO) in self._heard:
            self.mixer.talker(person).reset()

    def silence(self, person: PersonId, on: bool) -> None:
        """Do not play this person's sound on this machine."""
        self.mixer.silence(person, on)

    def _tell_levels(self) -> None:
        self._levels_timer = self._loop.call_later(LEVELS_INTERVAL, self._tell_levels)
        own = max(0.0, 1 - self._own.level / SHOWN_RANGE) if self._own.level < SILENCE else 0.0
        self._levels(self.mixer.levels(), own)

    def statistics(self) -> CallReport:
        """What arrived and what was sent so far."""
        sent = dict(self._sent_before)
        if self._connection is not None:
            for kind, track in self._connection.tracks.items():
                sent[kind] += track.packets
        return CallReport(
            received=tuple(self._report(person, kind) for person, kind in self._heard),
            sent_packets=sent,
            encoded_frames=self._own.encoded_frames,
            rtt=None if self._connection is None else self._connection.rtt,
        )

    def _report(self, person: PersonId, kind: TrackKind) -> TrackReport:
        heard = self._heard[person, kind]
        if kind is not TrackKind.AUDIO:
            pictures = heard.pictures
            return TrackReport(
                person=person,
                kind=kind,
                packets=heard.packets,
                frames=pictures.frames,
                first_frame=pictures.first_frame,
                freezes=pictures.freezes,
            )
        counts = self.mixer.counts(person)
        return TrackReport(
            person=person,
            kind=kind,
            packets=heard.packets,
            frames=0 if counts is None else (counts.decoded + counts.recovered) // BLOCK,
            first_frame=heard.first,
            concealed_percent=self.mixer.concealed_percent(person),
        )

    async def close(self) -> None:
        """Stop every device and close the connection."""
        if self._closed:
            return
        self._closed = True
        self._levels_timer.cancel()
        await asyncio.gather(self._own.close(), self._speaker.close())
        self._decoder.stop()
        for turn in self._turns.values():
            turn.over = True
        async with self._answering:
            if self._connection is not None:
                await self._connection.close()
