"""The people of `vestibule bench suspend`: eight who send pre-encoded pictures, four of them sound and words too, and a
bystander who notes every packet, every picture shown and every 10 ms played. Two processes.
"""

from __future__ import annotations

import asyncio
import itertools
import secrets
import time
from multiprocessing.connection import Connection
from typing import Any

import av
import msgspec
from aiortc.codecs.vpx import Vp8Encoder

import peer.member
from peer.commands import AnyNews, ChatLine, Connecting
from peer.keys import Identity, KeyPair
from peer.link.author import Author
from peer.link.dial import Caller, dial
from peer.link.entries import TO_ALL, Kind
from peer.link.invite import parse_invite
from peer.link.link import LinkClosed, MemberLink
from peer.link.wire import NotPassed, Say
from peer.media import rtcp
from peer.media.call import MemberMedia
from peer.media.member_connection import MemberConnection
from peer.media.opus import Encoder
from peer.media.picture_sender import CLOCK
from peer.media.picture_sources import TestCamera
from peer.media.received import ReceivedSlot
from peer.media.rtp import VIDEO_CLOCK
from peer.media.sound_files import NullSpeaker
from peer.media.sources import BLOCK, Block
from peer.media.speech import speech
from peer.member import Devices, Member
from peer.room.notices import Admitted, MemberChanged, MemberJoined
from peer.room.requests import SetCamera, SetMicrophone
from peer.room.signals import Look, Offer, Point
from peer.room.values import PersonId, Right, TrackKind

FPS = 30
KEY_EACH = 10
PICTURES = 60
WORDS_EACH = 0.2
"""Seconds between two messages of who is suspended: five a second, as fast as the link lets through."""

AUDIBLE = 0.05
"""Loudness, 0 to 1, of one talker before the mix."""

ASKED_AGAIN = 24
"""Packets before the last one that the bystander asks for again once it is told of a suspension."""


class Encoded:
    """Pictures and speech that were encoded before anything begins, and go round and round."""

    def __init__(self) -> None:
        camera, encoder = TestCamera(320, 180, FPS), Vp8Encoder()
        self.pictures: list[list[bytes]] = []
        for number in range(PICTURES):
            frame = camera.picture(number)
            frame.pts, frame.time_base = number * VIDEO_CLOCK // FPS, CLOCK
            self.pictures.append(encoder.encode(frame, force_keyframe=number % KEY_EACH == 0)[0])
        opus = Encoder()
        words = speech(0)
        self.sound = [
            opus.encode(words[at : at + 2 * BLOCK]) for at in range(0, len(words) - 2 * BLOCK, 2 * BLOCK)
        ]


class Deaf:
    """Receives, and shows nothing."""

    def sound_packet(self, *_: Any) -> None:
        """Not played."""

    def picture_packet(self, *_: Any) -> None:
        """Not shown."""

    def pictures_waiting(self, slot: ReceivedSlot) -> None:
        """Not shown."""

    def key_frame_wanted(self, kind: TrackKind) -> None:
        """One comes each third of a second."""

    def bitrate(self, kind: TrackKind, bits_per_second: int) -> None:
        """The rate is the bench's."""


class Sender:
    """One who sends whatever happens. `speaks`: sound too, and words while suspended."""

    def __init__(self, name: str, link: str, encoded: Encoded, speaks: bool) -> None:
        self.name = name
        self.me: PersonId | None = None
        self.told_words = 0
        self._invite = parse_invite(link)
        self._key = KeyPair.generate()
        self._author = Author(self._key, self._invite.meeting)
        self._encoded = encoded
        self._speaks = speaks
        self._suspended = False
        self._connection: MemberConnection | None = None

    async def run(self) -> None:
        identity = Identity.for_host(secrets.token_bytes(32), self._invite.host)
        link = await dial(self._invite, Caller(identity, self._key, self.name), 30.0)
        work = [asyncio.create_task(self._send_pictures())]
        if self._speaks:
            work += [asyncio.create_task(self._send_sound()), asyncio.create_task(self._write(link))]
        try:
            while True:
                await self._heard(link, await link.receive())
        except LinkClosed:
            pass
        finally:
            for task in work:
                task.cancel()
            if self._connection is not None:
                await self._connection.close()

    async def _heard(self, link: MemberLink, message: Any) -> None:
        match message:
            case Admitted(you=me):
                self.me = me
                link.send(Look(()))
                self._turn_on(link)
            case Offer():
                if self._connection is None or self._connection.number != message.connection:
                    self._connection = MemberConnection(
                        message.connection, loopback=link.loopback, receiver=Deaf(), lost=lambda _: None
                    )
                link.send(await self._connection.answer(message))
            case Point() if self._connection is not None:
                self._connection.point(message.slots)
            case NotPassed(entry=entry):
                self._author.refused(entry, time.time())
            case MemberChanged(member=member) if member.id == self.me:
                was, self._suspended = self._suspended, Right.VIDEO in member.held_back
                if was and not self._suspended:
                    self._turn_on(link)

    def _turn_on(self, link: MemberLink) -> None:
        link.send(SetCamera(True))
        if self._speaks:
            link.send(SetMicrophone(True))

    async def _send_pictures(self) -> None:
        began = time.monotonic()
        for number in itertools.count():
            await asyncio.sleep(max(0.0, began + number / FPS - time.monotonic()))
            track = None if self._connection is None else self._connection.tracks.get(TrackKind.CAMERA)
            if track is not None:
                payloads = self._encoded.pictures[number % PICTURES]
                for payload in payloads:
                    track.send(payload, number * VIDEO_CLOCK // FPS & 0xFFFFFFFF, payload is payloads[-1])

    async def _send_sound(self) -> None:
        began = time.monotonic()
        for number in itertools.count():
            await asyncio.sleep(max(0.0, began + number / 50 - time.monotonic()))
            track = None if self._connection is None else self._connection.tracks.get(TrackKind.AUDIO)
            if track is not None:
                payload = self._encoded.sound[number % len(self._encoded.sound)]
                track.send(payload, number * 2 * BLOCK & 0xFFFFFFFF, number == 0, 20)

    async def _write(self, link: MemberLink) -> None:
        while True:
            await asyncio.sleep(WORDS_EACH)
            if self._suspended and self._author.pending is None:
                written = self._author.say(Kind.CHAT, b"You must hear this", TO_ALL, time.time())
                if written is not None:
                    self.told_words += 1
                    link.send(Say(written.entry))

    def sent(self) -> int:
        """Packets of all tracks so far."""
        tracks = {} if self._connection is None else self._connection.tracks
        return sum(track.packets for track in tracks.values())


def send(pipe: Connection, link: str, senders: int, speakers: int) -> None:
    """The senders' process: tells who the speakers are, and at the end how many packets and words each sent."""

    async def main() -> None:
        encoded = Encoded()
        people = [Sender(f"Sender {n}", link, encoded, n < speakers) for n in range(senders)]
        tasks = [asyncio.create_task(person.run()) for person in people]
        while not all(person.sent() > 100 for person in people):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        began = time.monotonic()
        before = [person.sent() for person in people]
        pipe.send([person.me for person in people[:speakers]])
        await asyncio.to_thread(pipe.recv)
        took = time.monotonic() - began
        pipe.send(
            [
                ((person.sent() - at) / took, person.told_words)
                for person, at in zip(people, before, strict=True)
            ]
        )
        await asyncio.gather(*tasks, return_exceptions=True)

    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        runner.run(main())


class Log(msgspec.Struct):
    """What the bystander's machine received and put out, times in `time.monotonic()` seconds."""

    packets: list[tuple[PersonId, float]] = []
    pictures: list[tuple[PersonId, float]] = []
    audible: list[tuple[PersonId, float]] = []
    told: list[tuple[PersonId, float, bool]] = []
    """(who, when, whether they are suspended now)."""
    words: list[tuple[PersonId, float]] = []


log = Log([], [], [], [], [])


class WatchedMedia(MemberMedia):
    """A MemberMedia that notes packets and, told of a suspension, asks for the last ones again."""

    now: WatchedMedia

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        WatchedMedia.now = self

    def sound_packet(self, slot: ReceivedSlot, *packet: Any) -> None:
        log.packets.append((str(slot.person), time.monotonic()))
        super().sound_packet(slot, *packet)

    def picture_packet(self, slot: ReceivedSlot, *packet: Any) -> None:
        log.packets.append((str(slot.person), time.monotonic()))
        super().picture_packet(slot, *packet)

    def ask_again(self, person: PersonId) -> None:
        connection = self._connection
        if connection is None or connection.wire is None:
            return
        for slot in connection.slots.values():
            if slot.person == person and slot.highest >= ASKED_AGAIN:
                wanted = range(slot.highest - ASKED_AGAIN, slot.highest + 1)
                connection.wire.send_rtcp(rtcp.nack(connection._ssrc, slot.ssrc, wanted))


class Ears(NullSpeaker):
    """A loudspeaker that notes who can be heard in each 10 ms that it plays."""

    def play(self, _block: Block) -> None:
        now = time.monotonic()
        log.audible += [(who, now) for who, loud in WatchedMedia.now.mixer.levels().items() if loud > AUDIBLE]


def watch(pipe: Connection, link: str) -> None:
    """The bystander's process: ready when packets come; at the end its log."""
    peer.member.MemberMedia = WatchedMedia  # type: ignore[attr-defined]

    def picture(person: PersonId, _frame: av.VideoFrame) -> None:
        log.pictures.append((person, time.monotonic()))

    def news(item: AnyNews) -> None:
        match item:
            case MemberChanged(member=member) | MemberJoined(member=member):
                suspended = Right.VIDEO in member.held_back
                log.told.append((member.id, time.monotonic(), suspended))
                if suspended:
                    WatchedMedia.now.ask_again(member.id)
            case ChatLine(by=by):
                log.words.append((by, time.monotonic()))
            case Connecting():
                pass

    async def main() -> None:
        invite = parse_invite(link)
        member = Member(
            invite=invite,
            identity=Identity.for_host(secrets.token_bytes(32), invite.host),
            name="Bystander",
            devices=Devices(speaker=Ears()),
            news=news,
            picture=picture,
        )
        running = asyncio.create_task(member.run())
        while len(log.packets) < 100:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        pipe.send(True)
        await asyncio.to_thread(pipe.recv)
        pipe.send(log)
        await asyncio.wait([running], timeout=10)

    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        runner.run(main())


def paint() -> None:
    """A window's work: nine pictures of 640x360 turned into screen pixels, 30 times a second, until it is ended."""
    camera = TestCamera(640, 360)
    frames = [camera.picture(number) for number in range(9)]
    due = time.monotonic()
    while True:
        for frame in frames:
            frame.reformat(format="rgba").to_ndarray()
        due = max(due + 1 / 30, time.monotonic())
        time.sleep(max(0.0, due - time.monotonic()))
