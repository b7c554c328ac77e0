"""A member's end of the media connection: answers offers, sends the own tracks, takes the slots in."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from typing import Protocol

from aiortc import RTCSessionDescription
from aiortc.rtp import RtcpPsfbPacket, RtcpRrPacket, RtcpRtpfbPacket, RtcpSrPacket, unpack_remb_fci

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
from peer.media.descriptions import PUBLISHED, BadDescription, ClosedMeanwhile, lines, with_opus_format
from peer.media.own_track import OwnTrack
from peer.media.received import ReceivedSlot
from peer.media.rtp import FIXED_TAIL
from peer.room import signals
from peer.room.signals import SDP_LIMIT, Answer, Offer, SocketName
from peer.room.values import TrackKind

log = logging.getLogger(__name__)

DEADLINE = 8.0
SILENCE_LIMIT = 8.0
DOUBT_LIMIT = 2.0
"""Seconds of silence after the link had to be made anew: the host reports each second, so a path that lives speaks."""

REPORT_INTERVAL = 1.0
NACK_ROUND = 0.03
KEY_FRAME_INTERVAL = 0.5
PLI, FIR, APPLICATION, NACK = 1, 4, 15, 1


class Receiver(Protocol):
    """Whom a connection hands packets and wishes to (`call.py`). `packet` is memory that the next one
    overwrites."""

    def sound_packet(
        self, slot: ReceivedSlot, packet: memoryview, length: int, sequence: int, timestamp: int
    ) -> None:
        """Sound of the slot's person."""

    def picture_packet(
        self, slot: ReceivedSlot, packet: memoryview, length: int, number: int, timestamp: int
    ) -> None:
        """A packet of the slot's picture, by its extended sequence number."""

    def pictures_waiting(self, slot: ReceivedSlot) -> None:
        """Incomplete pictures were given up; later ones may be whole."""

    def key_frame_wanted(self, kind: TrackKind) -> None:
        """Somebody looks at the own track and needs a key frame."""

    def bitrate(self, kind: TrackKind, bits_per_second: int) -> None:
        """What the own track may take; 0: nobody looks."""


class MemberConnection:
    """One RTCPeerConnection of a member's machine. `lost(connection)` is called once, when it is of no more
    use."""

    def __init__(
        self,
        number: int,
        *,
        loopback: bool,
        receiver: Receiver,
        lost: Callable[[MemberConnection], None],
        publishes: tuple[TrackKind, ...] = PUBLISHED,
    ) -> None:
        self.number = number
        self.slots: dict[str, ReceivedSlot] = {}
        self.tracks: dict[TrackKind, OwnTrack] = {}
        self.wire: Wire | None = None
        self.rtt: float | None = None
        self._loop = asyncio.get_running_loop()
        self._receiver = receiver
        self._lost = lost
        self._publishes = publishes
        self._path = Path(allows=_allow, seen=_ignore, loopback=loopback, controls=False)
        self._connection = new_connection()
        self._by_ssrc: dict[int, ReceivedSlot] = {}
        self._own: dict[int, OwnTrack] = {}
        self._asked_at: dict[int, float] = {}
        self._nack_timer: asyncio.TimerHandle | None = None
        self._report_timer: asyncio.TimerHandle | None = None
        self._deadline: asyncio.TimerHandle | None = None
        self._heard = 0
        self._heard_at = self._loop.time()
        self._given_up: dict[int, int] = {}
        # aiortc must not be closed while it gathers: it would keep the socket that it is about to open.
        self._describing = asyncio.Lock()
        self._ended = False

    async def answer(self, offer: Offer) -> Answer:
        """Answer a first offer or one with more slots. Raises BadDescription, also when closed meanwhile."""
        async with self._describing:
            return await self._answer(offer)

    async def _answer(self, offer: Offer) -> Answer:
        if self._ended:
            raise ClosedMeanwhile
        if len(offer.sdp) > SDP_LIMIT:
            raise BadDescription("size")
        offered = lines(offer.sdp, self._publishes)
        connection = self._connection
        with guarded(self._path):
            try:
                await connection.setRemoteDescription(RTCSessionDescription(offer.sdp, "offer"))
            except Exception as error:
                # aiortc's parser raises whatever the other machine's text makes it raise.
                raise BadDescription(type(error).__name__) from error
        our_codecs_only(connection)
        bypass(connection)
        for transceiver in connection.getTransceivers()[: len(self._publishes)]:
            transceiver.direction = "sendonly"
        check_first = self.wire is None
        if check_first:
            dtls_transport(connection).on("statechange", self._dtls_changed)
            self._deadline = self._loop.call_later(DEADLINE, self._fail)
        await connection.setLocalDescription(await connection.createAnswer())
        if check_first:
            check_reached(connection, self._path)
        for line in offered[len(self._publishes) :]:
            if line.mid not in self.slots:
                kind = TrackKind.AUDIO if line.kind == "audio" else TrackKind.CAMERA
                slot = ReceivedSlot(line.mid, kind, line.ssrc)
                self.slots[line.mid] = self._by_ssrc[line.ssrc] = slot
        sdp = with_opus_format(connection.localDescription.sdp)
        return Answer(connection=offer.connection, revision=offer.revision, sdp=sdp)

    def _dtls_changed(self) -> None:
        state = dtls_transport(self._connection).state
        if state == "connected" and self.wire is None:
            try:
                self._begin()
            except HookMissed:
                log.exception("a hook was not reached: no media flows")
                self._fail()
        elif state in ("closed", "failed"):
            self._fail()

    def _begin(self) -> None:
        self.wire = wire = Wire(self._connection, self._path, self._rtp, self._rtcp)
        for kind, transceiver in zip(self._publishes, self._connection.getTransceivers(), strict=False):
            ssrc, payload_type = ssrc_and_payload_type(transceiver)
            track = OwnTrack(wire, kind, str(transceiver.mid), ssrc, payload_type)
            self.tracks[kind] = self._own[ssrc] = track
        self._heard_at = self._loop.time()
        self._ssrc, _ = ssrc_and_payload_type(self._connection.getTransceivers()[0])
        if self._deadline is not None:
            self._deadline.cancel()
        self._report()

    def _fail(self) -> None:
        if not self._ended:
            self._ended = True
            self._lost(self)

    @property
    def own_address(self) -> SocketName | None:
        """What its socket is bound to; None before it stands and after it ended."""
        return None if self.wire is None or self._ended else self.wire.own_address

    def give_up(self) -> None:
        """It is of no more use: say so now, not after its silence."""
        self._fail()

    def doubt(self) -> None:
        """The link had to be made anew: this path went with it, unless something is heard on it soon."""
        if self.wire is not None:
            self._heard = self.wire.packets
            self._heard_at = self._loop.time() - SILENCE_LIMIT + DOUBT_LIMIT

    def point(self, slots: Iterable[signals.Slot]) -> list[ReceivedSlot]:
        """Slots were pointed anew; returns those that begin a new turn. Packets that came early are taken
        now."""
        changed = []
        for told in slots:
            slot = self.slots.get(told.mid)
            if slot is not None and slot.point(told):
                changed.append(slot)
        return changed

    def release(self, slot: ReceivedSlot) -> None:
        """Look again at what was held until its turn was told."""
        held = list(slot.held)
        slot.held.clear()
        for packet in held:
            self._take(slot, memoryview(packet.packet), len(packet.packet), packet.sequence, packet.timestamp)

    def _rtp(self, packet: memoryview, length: int) -> None:
        sequence, timestamp, ssrc = FIXED_TAIL.unpack_from(packet, 2)
        slot = self._by_ssrc.get(ssrc)
        if slot is not None:
            self._take(slot, packet, length, sequence, timestamp)

    def _take(
        self, slot: ReceivedSlot, packet: memoryview, length: int, sequence: int, timestamp: int
    ) -> None:
        where = slot.belongs(timestamp)
        if where > 0:
            slot.hold(packet, length, sequence, timestamp)
            return
        number = slot.count(sequence, self._loop.time())
        if where < 0 or slot.person is None:
            return
        if slot.kind is TrackKind.AUDIO:
            self._receiver.sound_packet(slot, packet, length, sequence, timestamp)
            return
        self._receiver.picture_packet(slot, packet, length, number, timestamp)
        if slot.pictures.needs_key:
            self.want_key_frame(slot)
        if slot.missing and self._nack_timer is None:
            self._nack_timer = self._loop.call_later(NACK_ROUND / 3, self._nack_round)

    def want_key_frame(self, slot: ReceivedSlot) -> None:
        """Ask the host for a key frame, at most one in KEY_FRAME_INTERVAL."""
        now = self._loop.time()
        if self.wire is not None and now - self._asked_at.get(slot.ssrc, 0.0) >= KEY_FRAME_INTERVAL:
            self._asked_at[slot.ssrc] = now
            self.wire.send_rtcp(rtcp.picture_loss(self._ssrc, slot.ssrc))

    def _nack_round(self) -> None:
        self._nack_timer = None
        if self.wire is None or self._ended:
            return
        now = self._loop.time()
        again = max(0.05, 1.5 * (self.rtt or 0.05))
        waiting = False
        for slot in self._by_ssrc.values():
            if not slot.missing:
                continue
            due = slot.missing.due(now, again)
            if due:
                self.wire.send_rtcp(rtcp.nack(self._ssrc, slot.ssrc, due[: rtcp.NACKS_AT_ONCE]))
            if slot.missing.given_up != self._given_up.get(slot.ssrc, 0):
                self._given_up[slot.ssrc] = slot.missing.given_up
                slot.missing.clear()
                slot.pictures.skip()
                self.want_key_frame(slot)
                self._receiver.pictures_waiting(slot)
            waiting = waiting or bool(slot.missing)
        if waiting:
            self._nack_timer = self._loop.call_later(NACK_ROUND, self._nack_round)

    def _rtcp(self, data: bytes) -> None:
        try:
            packets = rtcp.parse(data)
        except rtcp.Malformed:
            return
        now = self._loop.time()
        for packet in packets:
            if isinstance(packet, RtcpSrPacket):
                slot = self._by_ssrc.get(packet.ssrc)
                if slot is not None:
                    slot.reception.sender_reported(packet.sender_info.ntp_timestamp, now)
            elif isinstance(packet, RtcpRrPacket):
                for report in packet.reports:
                    self._measure(report.lsr, report.dlsr)
            elif isinstance(packet, RtcpRtpfbPacket) and packet.fmt == NACK:
                track = self._own.get(packet.media_ssrc)
                if track is not None:
                    track.resend(packet.lost)
            elif isinstance(packet, RtcpPsfbPacket) and packet.fmt in (PLI, FIR):
                track = self._own.get(packet.media_ssrc)
                if track is not None:
                    self._receiver.key_frame_wanted(track.kind)
            elif isinstance(packet, RtcpPsfbPacket) and packet.fmt == APPLICATION:
                self._limit(packet.fci)

    def _limit(self, fci: bytes) -> None:
        try:
            bitrate, ssrcs = unpack_remb_fci(fci)
        except (ValueError, IndexError):
            return
        for ssrc in ssrcs:
            track = self._own.get(ssrc)
            if track is not None:
                self._receiver.bitrate(track.kind, bitrate)

    def _measure(self, last_report: int, delay: int) -> None:
        """RFC 3550 section 6.4.1: round trip = arrival - LSR - DLSR, in 1/65536 s."""
        if last_report:
            arrival = (rtcp.ntp(time.time()) >> 16) & 0xFFFFFFFF
            passed = (arrival - last_report - delay) & 0xFFFFFFFF
            if passed < 10 * 65536:
                rtt = passed / 65536
                self.rtt = rtt if self.rtt is None else 0.8 * self.rtt + 0.2 * rtt

    def _report(self) -> None:
        if self._ended or self.wire is None:
            return
        self._report_timer = self._loop.call_later(REPORT_INTERVAL, self._report)
        now = self._loop.time()
        if self.wire.packets != self._heard:
            self._heard = self.wire.packets
            self._heard_at = now
        elif now - self._heard_at > SILENCE_LIMIT:
            self._fail()
            return
        reports = [
            slot.reception.report(slot.highest, now) for slot in self._by_ssrc.values() if slot.highest >= 0
        ]
        own = b"".join(track.report() for track in self.tracks.values())
        self.wire.send_rtcp(rtcp.receiver_report(self._ssrc, reports) + own)

    async def close(self) -> None:
        """End it; `lost` is not called any more."""
        self._ended = True
        for timer in (self._nack_timer, self._report_timer, self._deadline):
            if timer is not None:
                timer.cancel()
        if self.wire is not None:
            self.wire.close()
        async with self._describing:
            await close_connection(self._connection)


def _allow(_source: tuple[str, int], _datagram: bytes) -> bool:
    return True


def _ignore(_address: str, _how: str) -> None:
    """A member's machine judges nobody's path."""
