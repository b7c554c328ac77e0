"""The contract with aiortc 1.16.0 and aioice 0.13.0: one test for each private name that `aiortc_hooks` leans on.

On another version these fail by name, before anything subtler does.
"""

from __future__ import annotations

import asyncio
import gc
import importlib.metadata
import inspect
from collections.abc import AsyncIterator
from typing import Any

import aioice.ice
import aioice.stun
import aiortc.rtcdtlstransport
import aiortc.rtcicetransport
import pytest
from aiortc import RTCPeerConnection, RTCSessionDescription
from pylibsrtp import Session
from pylibsrtp._binding import lib

from peer.media import aiortc_hooks, srtp
from peer.media.aiortc_hooks import (
    GuardedConnection,
    GuardedProtocol,
    HookMissed,
    Path,
    Wire,
    bypass,
    check_reached,
    dtls_transport,
    guarded,
    new_connection,
    our_codecs_only,
    ssrc_and_payload_type,
)
from peer.media.descriptions import with_opus_format
from tests.media.meeting import until


class Ends:
    """Two connected ends with hooks; `paths` holds what each saw."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, str]] = []
        self.allowed = True
        self.datagrams: list[bytes] = []
        self.got: list[bytes] = []
        self.got_rtcp: list[bytes] = []
        self.offering = Path(allows=self._allows, seen=self._see, loopback=True, controls=True)
        self.answering = Path(allows=lambda *_: True, seen=lambda *_: None, loopback=True, controls=False)
        self.a, self.b = new_connection(), new_connection()
        self.wires: list[Wire] = []

    def _allows(self, _source: tuple[str, int], datagram: bytes) -> bool:
        self.datagrams.append(datagram)
        return self.allowed

    def _see(self, address: str, how: str) -> None:
        self.seen.append((address, how))

    async def connect(self) -> None:
        with guarded(self.offering):
            self.a.addTransceiver("video", direction="recvonly")
            self.a.addTransceiver("audio", direction="sendonly")
        our_codecs_only(self.a)
        bypass(self.a)
        await self.a.setLocalDescription(await self.a.createOffer())
        check_reached(self.a, self.offering)
        with guarded(self.answering):
            await self.b.setRemoteDescription(self.a.localDescription)
        our_codecs_only(self.b)
        bypass(self.b)
        self.b.getTransceivers()[0].direction = "sendonly"
        await self.b.setLocalDescription(await self.b.createAnswer())
        check_reached(self.b, self.answering)
        await self.a.setRemoteDescription(self.b.localDescription)
        await until(lambda: dtls_transport(self.a).state == dtls_transport(self.b).state == "connected")
        self.wires = [
            Wire(self.a, self.offering, lambda v, n: self.got.append(bytes(v[:n])), self.got_rtcp.append),
            Wire(self.b, self.answering, lambda *_: None, lambda _: None),
        ]

    async def close(self) -> None:
        for wire in self.wires:
            wire.close()
        await asyncio.gather(self.a.close(), self.b.close())


@pytest.fixture
async def ends() -> AsyncIterator[Ends]:
    made = Ends()
    await made.connect()
    yield made
    await made.close()


def send(wire: Wire, packet: bytes) -> bytes:
    """Protect and send; returns what went over the wire."""
    buffer = srtp.PacketBuffer()
    buffer.view[0 : len(packet)] = packet
    buffer.length[0] = len(packet)
    assert srtp.protect(wire.protect_handle, buffer.data, buffer.length) == 0
    protected = bytes(buffer.view[0 : buffer.length[0]])
    wire.sendto(protected, wire.address)
    return protected


PACKET = bytes([0x80, 97, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3]) + b"payload"


def test_the_versions_are_those_that_the_hooks_were_made_for() -> None:
    versions = {name: importlib.metadata.version(name) for name in ("aiortc", "aioice", "pylibsrtp")}
    assert versions == {"aiortc": "1.16.0", "aioice": "0.13.0", "pylibsrtp": "1.0.0"}


def test_the_libraries_look_our_classes_up_where_we_put_them() -> None:
    assert aioice.ice.StunProtocol is GuardedProtocol
    assert aiortc.rtcicetransport.Connection is GuardedConnection
    assert "StunProtocol(self)" in inspect.getsource(aioice.ice.Connection.get_component_candidates)
    assert "Connection(" in inspect.getsource(aiortc.rtcicetransport.RTCIceGatherer.__init__)


def test_stun_is_repeated_after_a_tenth_of_a_second() -> None:
    assert aioice.stun.RETRY_RTO == 0.1
    assert "RETRY_RTO" in inspect.getsource(aioice.stun.Transaction.__init__)


def test_gathering_gives_up_after_a_second() -> None:
    ours = inspect.signature(GuardedConnection.get_component_candidates).parameters
    theirs = inspect.signature(aioice.ice.Connection.get_component_candidates).parameters
    assert list(ours) == list(theirs)
    assert ours["timeout"].default == 1


async def test_every_datagram_passes_the_guard_before_it_is_looked_at(ends: Ends) -> None:
    kinds = {
        ("rtp" if 128 <= d[0] <= 191 else "dtls" if 20 <= d[0] <= 63 else "stun") for d in ends.datagrams
    }
    assert kinds >= {"stun", "dtls"}
    send(ends.wires[1], PACKET)
    await until(lambda: ends.got == [PACKET])
    ends.allowed = False
    asked = len(ends.datagrams)
    second = PACKET[:3] + b"\x02" + PACKET[4:]
    send(ends.wires[1], second)
    await until(lambda: len(ends.datagrams) > asked)
    assert ends.got == [PACKET]
    assert ends.wires[0].packets == 1


async def test_candidates_sources_and_the_nominated_pair_are_told(ends: Ends) -> None:
    assert sorted(ends.seen) == [("127.0.0.1", how) for how in ("candidate", "nominated", "source")]


async def test_only_loopback_is_gathered_when_the_links_peer_is_loopback(ends: Ends) -> None:
    description = ends.a.localDescription.sdp
    hosts = {line.split()[4] for line in description.splitlines() if line.startswith("a=candidate:")}
    assert hosts == {"127.0.0.1"}


async def test_rtp_bypasses_aiortc(ends: Ends) -> None:
    packet = send(ends.wires[1], PACKET)
    await until(lambda: ends.got == [PACKET])
    assert aiortc_hooks.datagrams_waiting(ends.a) == 0
    ends.wires[1].sendto(packet, ends.wires[1].address)
    ends.wires[1].sendto(b"\x80\x61" + bytes(40), ends.wires[1].address)
    await until(lambda: ends.wires[0].unauthentic == 2, "a replay and a forgery")
    assert ends.got == [PACKET]


async def test_rtcp_is_unprotected_by_the_same_sessions(ends: Ends) -> None:
    report = bytes([0x80, 201, 0, 1, 0, 0, 0, 9])
    ends.wires[1].send_rtcp(report)
    await until(lambda: ends.got_rtcp == [report])


async def test_media_from_an_address_that_ice_did_not_validate_is_dropped(ends: Ends) -> None:
    wire = ends.wires[0]
    protected = send(ends.wires[1], PACKET)
    await until(lambda: ends.got == [PACKET])
    wire.media(protected, ("127.0.0.1", 9), wire._protocol)
    assert wire.dropped == 1


async def test_media_is_taken_on_every_way_on_which_an_authentic_check_came(ends: Ends) -> None:
    """Each side may settle on another pair: aioice gives up its own checks of the others then."""
    wire = ends.wires[0]
    wire._sources.clear()
    for pair in wire._ice._check_list:
        pair.state = type(pair.state).IN_PROGRESS
    send(ends.wires[1], PACKET)
    await until(lambda: ends.got == [PACKET])


async def test_the_profile_is_aes_256_gcm(ends: Ends) -> None:
    assert dtls_transport(ends.a)._ssl.get_selected_srtp_profile() == aiortc_hooks.PROFILE
    assert [p.openssl_profile for p in dtls_transport(ends.b)._srtp_profiles] == [aiortc_hooks.PROFILE]


async def test_aiortcs_senders_and_receivers_never_start(ends: Ends) -> None:
    for connection in (ends.a, ends.b):
        for transceiver in connection.getTransceivers():
            assert transceiver.sender._RTCRtpSender__started is False
            assert transceiver.receiver._RTCRtpReceiver__started is False


async def test_only_our_codecs_are_negotiated(ends: Ends) -> None:
    for description in (ends.a.localDescription.sdp, ends.b.localDescription.sdp):
        maps = {line.split()[1] for line in description.splitlines() if line.startswith("a=rtpmap:")}
        assert maps == {"VP8/90000", "opus/48000/2"}
        fmtp = [line for line in with_opus_format(description).splitlines() if line.startswith("a=fmtp")]
        assert len(fmtp) == 1
        assert fmtp[0].endswith("useinbandfec=1;usedtx=1;minptime=10")


async def test_extensions_have_the_ids_that_headers_are_made_with(ends: Ends) -> None:
    lines = [line for line in ends.a.localDescription.sdp.splitlines() if line.startswith("a=extmap:")]
    assert "a=extmap:1 urn:ietf:params:rtp-hdrext:sdes:mid" in lines
    assert "a=extmap:2 urn:ietf:params:rtp-hdrext:ssrc-audio-level" in lines


async def test_the_ssrc_in_the_description_is_the_senders(ends: Ends) -> None:
    ssrc, payload_type = ssrc_and_payload_type(ends.b.getTransceivers()[0])
    assert f"a=ssrc:{ssrc} " in ends.b.localDescription.sdp
    assert f"a=rtpmap:{payload_type} VP8/90000" in ends.b.localDescription.sdp


async def test_the_offering_side_keeps_its_role_whatever_the_other_says(ends: Ends) -> None:
    ice = dtls_transport(ends.a).transport._connection
    assert ice._tie_breaker == 2**64 - 1
    ice.switch_role(ice_controlling=False)
    assert ice.ice_controlling
    assert ice._nominated[1].remote_addr == ends.wires[0].address


async def test_who_insists_on_a_role_conflict_is_dropped(ends: Ends) -> None:
    ice = dtls_transport(ends.a).transport._connection
    for _ in range(aiortc_hooks.ROLE_CONFLICT_LIMIT):
        ice.switch_role(ice_controlling=False)
    await until(lambda: ends.wires[0].closed)


async def test_a_new_nomination_moves_the_wire(ends: Ends) -> None:
    ice = dtls_transport(ends.a).transport._connection
    pair = aioice.ice.CandidatePair(
        ice._nominated[1].protocol, aioice.Candidate.from_sdp("1 1 udp 1 127.0.0.1 9 typ host")
    )
    pair.remote_candidate._network_host = "127.0.0.1"
    ice._nominated[1] = pair
    assert ends.wires[0].address == ("127.0.0.1", 9)


async def test_remote_candidates_are_bounded_and_names_never_resolved(ends: Ends) -> None:
    ice = dtls_transport(ends.a).transport._connection
    ice._remote_candidates_end = False
    for number in range(100):
        text = f"{number} 1 udp 1 127.0.0.1 {1000 + number} typ host"
        await ice.add_remote_candidate(aioice.Candidate.from_sdp(text))
    await ice.add_remote_candidate(aioice.Candidate.from_sdp("1 1 udp 1 a.local 9 typ host"))
    await ice.add_remote_candidate(aioice.Candidate.from_sdp("1 1 udp 1 224.0.0.1 9 typ host"))
    assert len(ice.remote_candidates) <= aiortc_hooks.CANDIDATE_LIMIT
    assert {candidate.host for candidate in ice.remote_candidates} == {"127.0.0.1"}


async def test_a_connection_that_the_guard_does_not_stand_in_is_refused() -> None:
    path = Path(allows=lambda *_: True, seen=lambda *_: None, loopback=True, controls=True)
    unguarded = new_connection()
    unguarded.addTransceiver("audio")
    with pytest.raises(HookMissed):
        check_reached(unguarded, path)
    await unguarded.close()


async def test_several_transports_are_refused() -> None:
    path = Path(allows=lambda *_: True, seen=lambda *_: None, loopback=True, controls=True)
    with guarded(path):
        several = RTCPeerConnection()
        several.addTransceiver("audio")
        several.addTransceiver("video")
    with pytest.raises(HookMissed):
        check_reached(several, path)
    await several.close()


async def test_a_wire_needs_finished_dtls() -> None:
    path = Path(allows=lambda *_: True, seen=lambda *_: None, loopback=True, controls=True)
    with guarded(path):
        connection = new_connection()
        connection.addTransceiver("audio")
    with pytest.raises(HookMissed):
        Wire(connection, path, lambda *_: None, lambda *_: None)
    await connection.close()


async def test_without_a_path_the_libraries_are_as_they_were() -> None:
    connection = new_connection()
    connection.addTransceiver("audio")
    ice = dtls_transport(connection).transport._connection
    assert ice.path is None
    assert type(ice._nominated) is dict
    await connection.close()


async def test_a_closed_wire_gives_the_socket_back(ends: Ends) -> None:
    wire = ends.wires[0]
    protocol: Any = wire._protocol
    descriptor = protocol.transport.get_extra_info("socket").fileno()
    loop: Any = asyncio.get_running_loop()
    assert descriptor not in loop._selector.get_map()
    wire.close()
    assert descriptor in loop._selector.get_map()
    wire.send_rtcp(b"\x80\xc9\x00\x01\x00\x00\x00\x01")
    assert wire.sendto(b"nothing leaves", wire.address) == 14


async def test_when_ice_ends_the_wire_ends_first(ends: Ends) -> None:
    await dtls_transport(ends.a).transport.stop()
    assert ends.wires[0].closed


def test_libsrtp_functions_take_a_sessions_handle() -> None:
    session = srtp.new_session(bytes(srtp.KEY_LENGTH), inbound=False)
    other = srtp.new_session(bytes(srtp.KEY_LENGTH), inbound=True)
    assert isinstance(session, Session)
    buffer = srtp.PacketBuffer()
    buffer.view[0 : len(PACKET)] = PACKET
    buffer.length[0] = len(PACKET)
    assert srtp.protect(srtp.handle(session), buffer.data, buffer.length) == lib.srtp_err_status_ok
    assert buffer.length[0] == len(PACKET) + 16
    assert srtp.unprotect(srtp.handle(other), buffer.data, buffer.length) == lib.srtp_err_status_ok
    assert bytes(buffer.view[0 : buffer.length[0]]) == PACKET


async def test_a_closed_connection_leaves_no_descriptions_for_the_collector() -> None:
    made = Ends()
    await made.connect()
    for wire in made.wires:
        wire.close()
    gc.collect()
    await asyncio.gather(*(aiortc_hooks.close_connection(end) for end in (made.a, made.b)))
    assert made.a.localDescription is None
    assert made.b.remoteDescription is None
    assert made.a.getTransceivers() == []
    del made
    assert gc.collect() < 3000


async def test_a_bad_description_raises_something(ends: Ends) -> None:
    with pytest.raises(Exception):  # noqa: B017
        await ends.b.setRemoteDescription(RTCSessionDescription("v=0\r\nm=audio", "offer"))
