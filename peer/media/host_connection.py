"""The host's end of one member's media connection: offers, the tracks that come in, the slots that go out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

import msgspec
from aiortc import RTCSessionDescription
from aiortc.rtp import RtcpPsfbPacket, RtcpRtpfbPacket, RtcpSrPacket

from peer.media import rtcp
from peer.media.aiortc_hooks import (
    HookMissed,
    Path,
    Wire,
    bypass,
    check_reached,
    close_connection,
    dtls_transport,
    guarded,
    new_connection,
    our_codecs_only,
    ssrc_and_payload_type,
)
from peer.media.budget import Budget
from peer.media.descriptions import PUBLISHED, SLOT_LIMIT, BadDescription, lines, with_opus_format
from peer.media.feedback import Upstream
from peer.media.rtp import FIXED_TAIL, LEVEL_EXTENSION, MID_EXTENSION
from peer.media.slot import Slot
from peer.media.track import Track
from peer.room.signals import SDP_LIMIT, Answer, Offer
from peer.room.values import PersonId, TrackKind

log = logging.getLogger(__name__)

FIRST_AUDIO_SLOTS, FIRST_VIDEO_SLOTS = 6, 9
DEADLINE = 8.0
"""Seconds from an offer to DTLS connected; aiortc would wait 63."""

SILENCE_LIMIT = 8.0
"""Seconds without an authentic packet after which a connection counts as lost: both sides send RTCP each
second."""

REPORT_LIMIT = 1200
"""Bytes of one compound."""

PLI, FIR, NACK = 1, 4, 1


class ConnectionCounters(msgspec.Struct):
    """What a member's machine did that was dropped, and what its budgets refused."""

    rtcp_malformed: int = 0
    unknown_ssrc: int = 0
    stale_answers: int = 0
    bad_answers: int = 0


class HostConnection:
    """One RTCPeerConnection of the host's machine. A new one is made for each try; this is never revived.

    `published` are the tracks that the other side may send: all of them, or none where somebody waits.
    `up(connection)` when tracks and slots are there; `down(connection)` once, when it failed or was closed by
    the other side or `close`; `slots_added(connection)` after a later offer was answered.
    """

    def __init__(
        self,
        person: PersonId,
        number: int,
        path: Path,
        *,
        send: Callable[[Offer], None],
        up: Callable[[HostConnection], None],
        down: Callable[[HostConnection], None],
        slots_added: Callable[[HostConnection], None],
        published: tuple[TrackKind, ...] = PUBLISHED,
        audio_slots: int = FIRST_AUDIO_SLOTS,
        video_slots: int = FIRST_VIDEO_SLOTS,
    ) -> None:
        self.person = person
        self.number = number
        self.revision = 0
        self.slots: dict[str, Slot] = {}
        self.tracks: dict[int, Track] = {}
        self.wire: Wire | None = None
        self.upstream: Upstream | None = None
        self.counters = ConnectionCounters()
        self.key_frame_budget = Budget(rate=4, burst=12)
        self.rtcp_budget = Budget(rate=200, burst=400)
        self._loop = asyncio.get_running_loop()
        self._path = path
        self._send = send
        self._up = up
        self._down = down
        self._slots_added = slots_added
        self._slot_of: dict[int, Slot] = {}
        self._connection = new_connection()
        self._answer: asyncio.Future[Answer] | None = None
        self._offered: Offer | None = None
        self._connected: asyncio.Future[None] = self._loop.create_future()
        self._heard = 0
        self._heard_at = self._loop.time()
        self._publishes = published
        self._first_slots = (min(audio_slots, SLOT_LIMIT), min(video_slots, SLOT_LIMIT))
        # aiortc must not be closed while it gathers: it would keep the socket that it is about to open.
        self._describing = asyncio.Lock()
        self._growing = False
        self._ended = False

    async def open(self) -> None:
        """Offer, wait for the answer, connect. Ends with `up` or `down`."""
        connection = self._connection
        with guarded(self._path):
            for kind in self._publishes:
                connection.addTransceiver(_media(kind), direction="recvonly")
            self._add_slots(*self._first_slots)
        dtls_transport(connection).on("statechange", self._dtls_changed)
        try:
            async with asyncio.timeout(DEADLINE):
                await self._negotiate()
                await asyncio.shield(self._connected)
        except (TimeoutError, ConnectionError, BadDescription) as reason:
            log.info("media connection not set up: %s", type(reason).__name__)
            await self.close()
            return
        if not self._ended:
            self._up(self)

    def _add_slots(self, audio: int, video: int) -> None:
        for _ in range(audio):
            self._connection.addTransceiver("audio", direction="sendonly")
        for _ in range(video):
            self._connection.addTransceiver("video", direction="sendonly")
        our_codecs_only(self._connection)
        bypass(self._connection)

    async def _negotiate(self) -> None:
        connection = self._connection
        async with self._describing:
            if self._ended:
                raise ConnectionError("closed meanwhile")
            await connection.setLocalDescription(await connection.createOffer())
        if self._ended:
            raise ConnectionError("closed meanwhile")
        check_reached(connection, self._path)
        self._answer = self._loop.create_future()
        description = with_opus_format(connection.localDescription.sdp)
        self._offered = Offer(connection=self.number, revision=self.revision, sdp=description)
        self._send(self._offered)
        answer = await self._answer
        self._answer = self._offered = None
        offered = lines(description, self._publishes)
        theirs = lines(answer.sdp, self._publishes)
        if [(line.kind, line.mid) for line in theirs] != [(line.kind, line.mid) for line in offered]:
            raise BadDescription("other m-lines than offered")
        async with self._describing:
            if self._ended:
                raise ConnectionError("closed meanwhile")
            try:
                await connection.setRemoteDescription(RTCSessionDescription(answer.sdp, "answer"))
            except Exception as error:
                # aiortc's parser raises whatever the other machine's text makes it raise.
                raise BadDescription(type(error).__name__) from error
        self._published = theirs[: len(self._publishes)]

    @property
    def waits_for_answer(self) -> bool:
        """An offer was sent, and no answer came yet."""
        return self._offered is not None

    def offer_again(self) -> None:
        """The offer, or its answer, may have been lost with the link."""
        if self._offered is not None and not self._ended:
            self._send(self._offered)

    def answered(self, answer: Answer) -> None:
        """The member's answer; one of another revision, or too large, is dropped."""
        waiting = self._answer
        if waiting is None or waiting.done() or answer.revision != self.revision:
            self.counters.stale_answers += 1
        elif len(answer.sdp) > SDP_LIMIT:
            self.counters.bad_answers += 1
        else:
            waiting.set_result(answer)

    def _dtls_changed(self) -> None:
        state = dtls_transport(self._connection).state
        if state == "connected" and self.wire is None:
            try:
                self._begin()
            except HookMissed:
                log.exception("a hook was not reached: no media flows")
                self._fail()
                return
            if not self._connected.done():
                self._connected.set_result(None)
        elif state in ("closed", "failed"):
            self._fail()

    def _fail(self) -> None:
        if not self._connected.done():
            self._connected.set_exception(ConnectionError("DTLS"))
            self._connected.exception()
        elif not self._ended:
            self._closing = asyncio.ensure_future(self.close())

    def _begin(self) -> None:
        self.wire = wire = Wire(self._connection, self._path, self._rtp, self._rtcp)
        transceivers = self._connection.getTransceivers()
        own_ssrc, _ = ssrc_and_payload_type(transceivers[0])
        self.upstream = upstream = Upstream(own_ssrc, wire.send_rtcp)
        for kind, line, transceiver in zip(self._publishes, self._published, transceivers, strict=False):
            _, payload_type = ssrc_and_payload_type(transceiver)
            track = Track(self.person, kind, line.ssrc, payload_type, LEVEL_EXTENSION, self._loop.time)
            track.on_gap = upstream.gap
            track.on_wanted = upstream.want_key_frame
            self.tracks[line.ssrc] = track
        self._make_slots()

    def _make_slots(self) -> None:
        assert self.wire is not None
        for transceiver in self._connection.getTransceivers()[len(self._publishes) :]:
            mid = transceiver.mid
            if mid is None or mid in self.slots:
                continue
            ssrc, payload_type = ssrc_and_payload_type(transceiver)
            kind = TrackKind.AUDIO if transceiver.kind == "audio" else TrackKind.CAMERA
            level = LEVEL_EXTENSION if kind is TrackKind.AUDIO else 0
            slot = Slot(self.wire, mid, kind, ssrc, payload_type, MID_EXTENSION, level)
            self.slots[mid] = slot
            self._slot_of[ssrc] = slot

    async def grow(self, audio: int, video: int) -> None:
        """Offer more slots, up to SLOT_LIMIT of each kind. Without an answer there are no more, now or later."""
        have = [slot.kind for slot in self.slots.values()]
        audio = min(audio, SLOT_LIMIT - have.count(TrackKind.AUDIO))
        video = min(video, SLOT_LIMIT - have.count(TrackKind.CAMERA))
        if self._ended or self._growing or audio + video <= 0:
            return
        self._growing = True
        self._add_slots(audio, video)
        self.revision += 1
        try:
            async with asyncio.timeout(DEADLINE):
                await self._negotiate()
        except (TimeoutError, ConnectionError):
            return
        except BadDescription:
            await self.close()
            return
        self._growing = False
        if not self._ended:
            self._make_slots()
            self._slots_added(self)

    def _rtp(self, packet: memoryview, length: int) -> None:
        sequence, timestamp, ssrc = FIXED_TAIL.unpack_from(packet, 2)
        track = self.tracks.get(ssrc)
        if track is None:
            self.counters.unknown_ssrc += 1
            return
        track.receive(packet, length, sequence, timestamp)

    def _rtcp(self, data: bytes) -> None:
        now = self._loop.time()
        if not self.rtcp_budget.take(now):
            return
        try:
            packets = rtcp.parse(data)
        except rtcp.Malformed:
            self.counters.rtcp_malformed += 1
            return
        for packet in packets:
            if isinstance(packet, RtcpSrPacket):
                track = self.tracks.get(packet.ssrc)
                if track is not None:
                    ntp_time = packet.sender_info.ntp_timestamp
                    track.clock_mapping = (ntp_time, packet.sender_info.rtp_timestamp)
                    track.reception.sender_reported(ntp_time, now)
            elif isinstance(packet, RtcpRtpfbPacket) and packet.fmt == NACK:
                slot = self._slot_of.get(packet.media_ssrc)
                if slot is not None:
                    slot.resend(packet.lost)
            elif isinstance(packet, RtcpPsfbPacket) and packet.fmt in (PLI, FIR):
                slot = self._slot_of.get(packet.media_ssrc)
                track = None if slot is None else slot.track
                if track is not None and track.open and self.key_frame_budget.take(now):
                    track.on_wanted(track)

    def tick(self) -> bool:
        """A second passed: send reports. False when the other side has been silent for too long."""
        if self.wire is None or self.upstream is None:
            return True
        now = self._loop.time()
        if self.wire.packets != self._heard:
            self._heard = self.wire.packets
            self._heard_at = now
        for track in self.tracks.values():
            track.tick()
        compound = self.upstream.tick(self.tracks.values())
        for slot in self.slots.values():
            report = slot.report()
            if len(compound) + len(report) > REPORT_LIMIT:
                self.wire.send_rtcp(compound)
                compound = b""
            compound += report
        self.wire.send_rtcp(compound)
        return now - self._heard_at < SILENCE_LIMIT

    async def close(self) -> None:
        """End it: `down` is called first, at once; nothing is forwarded afterwards."""
        if self._ended:
            return
        self._ended = True
        for slot in self.slots.values():
            slot.stop()
        self._down(self)
        if self.upstream is not None:
            self.upstream.close()
        if self.wire is not None:
            self.wire.close()
        if self._answer is not None and not self._answer.done():
            self._answer.cancel()
        if not self._connected.done():
            self._connected.cancel()
        async with self._describing:
            await close_connection(self._connection)


def _media(kind: TrackKind) -> str:
    return "audio" if kind is TrackKind.AUDIO else "video"
