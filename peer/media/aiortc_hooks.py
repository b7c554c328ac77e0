"""Every private name of aiortc 1.16.0 and aioice 0.13.0 that we touch, and nothing else does.

aiortc keeps ICE, DTLS and session descriptions. RTP and RTCP never reach it: from DTLS connected on, a `Wire`
reads the socket itself, gives every other datagram back, and sends on a plain duplicate of the socket. Its
senders and receivers are never started, so that no idle sender polls at 50 Hz and no decoder thread is made
for a slot.

Importing this file replaces two classes inside the libraries by subclasses that behave as before unless a
`Path` was set (`guarded`). `check_reached` fails closed: no connection is used that the guard does not stand
in.
"""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import socket
from collections.abc import Callable, Iterator
from typing import Any

import aioice.ice
import aioice.stun
import aiortc.rtcicetransport
from aiortc import RTCBundlePolicy, RTCConfiguration, RTCPeerConnection, RTCRtpSender

from peer.media import srtp
from peer.media.candidates import CANDIDATE_LIMIT, may_try
from peer.room.signals import SocketName

Address = tuple[str, int]

GATHER_TIMEOUT = 1
ROLE_CONFLICT_LIMIT = 8
LARGEST_TIE_BREAKER = 2**64 - 1
BATCH = 32
"""Datagrams read for each wake of the loop, so that one busy member does not starve the others."""

CHECKED_LIMIT = 8 * CANDIDATE_LIMIT
"""Pairs of a local socket and a source whose checks are remembered."""

LARGEST_DATAGRAM = 2048
FIRST_RTP_BYTE, LAST_RTP_BYTE = 128, 191
FIRST_RTCP_TYPE, LAST_RTCP_TYPE = 192, 223
"""RFC 7983 section 7 and RFC 5761 section 4: how STUN, DTLS, RTP and RTCP share a socket."""

PROFILE = b"SRTP_AEAD_AES_256_GCM"

OUR_CODECS = {"audio": "audio/opus", "video": "video/VP8"}

STUN_RETRY = 0.1
"""Seconds to the first repeated STUN request; 0.5 in the library, on every path that has to be punched."""

aioice.stun.RETRY_RTO = STUN_RETRY
aioice_received = aioice.ice.StunProtocol.datagram_received


class HookMissed(RuntimeError):
    """A library no longer has the shape that the hooks were made for. No media may flow."""


class Path:
    """What stands between a connection and the network.

    `allows(source, datagram)` is asked before STUN, DTLS or RTP is looked at. `seen(address, how)` is told of
    each new candidate, nominated pair and authenticated source, once each, at most 3 * CANDIDATE_LIMIT in
    all. `controls`: this side is the controlling one and stays it, whatever the other says.
    """

    def __init__(
        self,
        *,
        allows: Callable[[Address, bytes], bool],
        seen: Callable[[str, str], None],
        loopback: bool,
        controls: bool,
    ) -> None:
        self.allows = allows
        self.loopback = loopback
        self.controls = controls
        self.wire: Wire | None = None
        self.checked: set[tuple[Any, Address]] = set()
        """(local protocol, source) of each authentic check that came in."""
        self._seen = seen
        self._known: set[tuple[str, str]] = set()

    def note(self, address: str, how: str) -> None:
        if (address, how) not in self._known and len(self._known) < 3 * CANDIDATE_LIMIT:
            self._known.add((address, how))
            self._seen(address, how)


_path: contextvars.ContextVar[Path | None] = contextvars.ContextVar("media_path", default=None)


class _NominatedPairs(dict[int, Any]):
    """aioice overwrites the pair in use without a word; here the word is said."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def __setitem__(self, component: int, pair: Any) -> None:
        super().__setitem__(component, pair)
        self._path.note(pair.remote_addr[0], "nominated")
        if self._path.wire is not None:
            self._path.wire.use(pair)

    def clear(self) -> None:
        super().clear()
        if self._path.wire is not None:
            self._path.wire.close()


class GuardedProtocol(aioice.ice.StunProtocol):
    """One local socket: every datagram passes the guard first, and RTP leaves here."""

    def datagram_received(self, data: Any, addr: tuple[Any, ...]) -> None:
        path: Path | None = getattr(self.receiver, "path", None)
        if path is not None:
            source = (addr[0], addr[1])
            if not path.allows(source, data):
                return
            if path.wire is not None and data and FIRST_RTP_BYTE <= data[0] <= LAST_RTP_BYTE:
                path.wire.media(data, source, self)
                return
        super().datagram_received(data, addr)


class GuardedConnection(aioice.ice.Connection):
    """An ICE connection that tells its Path what it sees, and keeps its role."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.path = _path.get()
        self._conflicts = 0
        if self.path is not None:
            self._nominated = _NominatedPairs(self.path)
            if self.path.controls:
                self._tie_breaker = LARGEST_TIE_BREAKER

    async def get_component_candidates(
        self,
        component: int,
        addresses: list[str],
        timeout: int = GATHER_TIMEOUT,  # noqa: ASYNC109
    ) -> list[Any]:
        if self.path is not None and self.path.loopback:
            addresses = ["127.0.0.1"]
        found: list[Any] = await super().get_component_candidates(component, addresses, timeout)
        return found

    async def add_remote_candidate(self, remote_candidate: Any) -> None:
        # A name would be looked up by multicast: ours never claim one.
        if (
            self.path is not None
            and remote_candidate is not None
            and not may_try(remote_candidate.host, loopback=self.path.loopback)
        ):
            return
        await super().add_remote_candidate(remote_candidate)

    def _add_remote_candidate(self, remote_candidate: Any, network_host: str) -> None:
        if self.path is not None:
            if len(self._remote_candidates) >= CANDIDATE_LIMIT:
                return
            self.path.note(network_host, "candidate")
        super()._add_remote_candidate(remote_candidate, network_host)

    def check_incoming(self, message: Any, addr: Address, protocol: Any) -> None:
        if self.path is not None:
            self.path.note(addr[0], "source")
            known = any(c._network_host == addr[0] and c.port == addr[1] for c in self._remote_candidates)
            if not known and len(self._remote_candidates) >= 2 * CANDIDATE_LIMIT:
                return
            if len(self.path.checked) < CHECKED_LIMIT:
                self.path.checked.add((protocol, addr))
        super().check_incoming(message, addr, protocol)

    def switch_role(self, ice_controlling: bool) -> None:
        if self.path is None:
            super().switch_role(ice_controlling)
            return
        # RFC 8445 section 7.3.1.1 lets the larger tie-breaker win: a member would take the choice of the path.
        self._conflicts += 1
        if self._conflicts == ROLE_CONFLICT_LIMIT:
            self._closer = asyncio.ensure_future(self.close())


aioice.ice.StunProtocol = GuardedProtocol  # type: ignore[misc]
aiortc.rtcicetransport.Connection = GuardedConnection  # type: ignore[attr-defined]


@contextlib.contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Connections that get their transports inside belong to `path`."""
    token = _path.set(path)
    try:
        yield
    finally:
        _path.reset(token)


def new_connection() -> RTCPeerConnection:
    """A connection that asks no STUN server and bundles everything on one transport."""
    return RTCPeerConnection(RTCConfiguration(iceServers=[], bundlePolicy=RTCBundlePolicy.MAX_BUNDLE))


def our_codecs_only(connection: RTCPeerConnection) -> None:
    """Negotiate Opus, and VP8 without RTX: a resent packet is the same packet again."""
    for transceiver in connection.getTransceivers():
        wanted = OUR_CODECS[transceiver.kind]
        codecs = RTCRtpSender.getCapabilities(transceiver.kind).codecs
        transceiver.setCodecPreferences([codec for codec in codecs if codec.mimeType == wanted])


async def _nothing(_parameters: object) -> None:
    """Takes the place of `RTCRtpSender.send` and `RTCRtpReceiver.receive`."""


def bypass(connection: RTCPeerConnection) -> None:
    """Keep aiortc's senders and receivers from ever starting. To be called after transceivers were added."""
    for transceiver in connection.getTransceivers():
        for owner, name in ((transceiver.sender, "send"), (transceiver.receiver, "receive")):
            if not callable(getattr(owner, name, None)):
                raise HookMissed(f"{type(owner).__name__}.{name}")
            setattr(owner, name, _nothing)


def dtls_transport(connection: RTCPeerConnection) -> Any:
    """The one DTLS transport of a bundled connection."""
    return connection.getTransceivers()[0].receiver.transport


def check_reached(connection: RTCPeerConnection, path: Path) -> None:
    """Raise HookMissed unless this connection's transport is ours and offers AES-256-GCM alone."""
    transports = {id(t.receiver.transport): t.receiver.transport for t in connection.getTransceivers()}
    if len(transports) != 1:
        raise HookMissed("MAX_BUNDLE")
    dtls = next(iter(transports.values()))
    ice = dtls.transport._connection
    if not isinstance(ice, GuardedConnection) or ice.path is not path:
        raise HookMissed("aiortc.rtcicetransport.Connection")
    if not isinstance(ice._nominated, _NominatedPairs):
        raise HookMissed("Connection._nominated")
    if any(not isinstance(protocol, GuardedProtocol) for protocol in ice._protocols):
        raise HookMissed("aioice.ice.StunProtocol")
    profiles = [profile for profile in dtls._srtp_profiles if profile.openssl_profile == PROFILE]
    if len(profiles) != 1:
        raise HookMissed("RTCDtlsTransport._srtp_profiles")
    dtls._srtp_profiles = profiles


FORGET_AFTER = 2.0
DESCRIPTIONS = tuple(
    f"_RTCPeerConnection__{which}{end}Description"
    for which in ("current", "pending")
    for end in ("Local", "Remote")
)


async def close_connection(connection: RTCPeerConnection) -> None:
    """Close it and break its circles: else some 13,000 objects wait for the collector, which stops the loop."""
    dtls = dtls_transport(connection) if connection.getTransceivers() else None
    await connection.close()
    for name in DESCRIPTIONS:
        if name not in vars(connection):
            raise HookMissed(name)
        setattr(connection, name, None)
    # Its parameters later: aiortc's own __connect may still be on its way through them.
    for name in ("remoteDtls", "remoteIce"):
        parameters = vars(connection)[f"_RTCPeerConnection__{name}"]
        asyncio.get_running_loop().call_later(FORGET_AFTER, parameters.clear)
    for name in ("transceivers", "dtlsTransports", "iceTransports"):
        vars(connection)[f"_RTCPeerConnection__{name}"].clear()
    connection.remove_all_listeners()
    if dtls is not None:
        dtls.remove_all_listeners()
        for router in (dtls._rtp_router.receivers, dtls._rtp_router.senders):
            router.clear()


def ssrc_and_payload_type(transceiver: Any) -> tuple[int, int]:
    """What this side sends with on a negotiated m-line."""
    return transceiver.sender._ssrc, transceiver._codecs[0].payloadType


def datagrams_waiting(connection: RTCPeerConnection) -> int:
    """How many datagrams wait for aiortc (DTLS only, once a Wire is there)."""
    waiting: int = dtls_transport(connection).transport._connection._queue.qsize()
    return waiting


class Wire:
    """The socket and SRTP sessions of a connected transport: plaintext RTP and RTCP in and out.

    `rtp(view, length)` gets a view of memory that the next packet overwrites. `rtcp(data)` gets bytes. Only
    packets that authenticate and come from an address of an authentic ICE check arrive there.
    """

    def __init__(
        self,
        connection: RTCPeerConnection,
        path: Path,
        rtp: Callable[[memoryview, int], None],
        rtcp: Callable[[bytes], None],
    ) -> None:
        dtls = dtls_transport(connection)
        self._loop = asyncio.get_running_loop()
        self._path = path
        self._ice = dtls.transport._connection
        self._rtp = rtp
        self._rtcp = rtcp
        self._in = srtp.PacketBuffer()
        self._out = srtp.PacketBuffer()
        self._receiving = dtls._rx_srtp
        self._sending = dtls._tx_srtp
        if self._receiving is None or self._sending is None or 1 not in self._ice._nominated:
            raise HookMissed("RTCDtlsTransport._rx_srtp, _tx_srtp")
        self.unprotect_handle = srtp.handle(self._receiving)
        self.protect_handle = srtp.handle(self._sending)
        self.address: Address = ("", 0)
        self.sendto: Callable[[Any, Address], int] = self._relay
        self.dropped = 0
        self.unauthentic = 0
        self.packets = 0
        self.closed = False
        self._protocol: Any = None
        self._socket: socket.socket | None = None
        self._sources: set[Address] = set()
        path.wire = self
        self.use(self._ice._nominated[1])

    def use(self, pair: Any) -> None:
        """Send on this pair from now on, and read its socket directly."""
        self.address = (pair.remote_addr[0], pair.remote_addr[1])
        self._sources.add(self.address)
        if pair.protocol is self._protocol or self.closed:
            return
        self._give_back()
        self._protocol = pair.protocol
        wrapper = pair.protocol.transport.get_extra_info("socket")
        if wrapper is None:
            self.sendto = self._relay
            return
        self._socket = plain = wrapper.dup()
        plain.setblocking(False)
        self.sendto = plain.sendto
        self._loop._remove_reader(wrapper.fileno())  # type: ignore[attr-defined]
        self._loop.add_reader(plain.fileno(), self._readable)

    @property
    def own_address(self) -> SocketName | None:
        """What the socket is bound to; None where the pair has none of its own."""
        return None if self._socket is None else self._socket.getsockname()

    def _relay(self, data: Any, address: Address) -> int:
        """Where the pair has no socket of its own (TURN): slow, but the same."""
        self._protocol.transport.sendto(bytes(data), address)
        return len(data)

    def _readable(self) -> None:
        plain = self._socket
        if plain is None:
            return
        receive = plain.recvfrom
        protocol = self._protocol
        allows = self._path.allows
        media = self.media
        for _ in range(BATCH):
            try:
                data, source = receive(LARGEST_DATAGRAM)
            except (BlockingIOError, InterruptedError):
                return
            except OSError:
                continue  # an ICMP error of an earlier send; the next read tells
            if len(source) != 2:
                source = (source[0], source[1])
            if not allows(source, data):
                continue
            if data and FIRST_RTP_BYTE <= data[0] <= LAST_RTP_BYTE:
                media(data, source, protocol)
            else:
                aioice_received(protocol, data, source)
            if self.closed or self._socket is not plain:
                return

    def media(self, data: bytes, source: Address, protocol: Any) -> None:
        """An RTP or RTCP datagram that passed the guard."""
        size = len(data)
        if source not in self._sources and not self._validated(source, protocol):
            self.dropped += 1
            return
        if size < 12 or size > srtp.LARGEST_PACKET:
            self.dropped += 1
            return
        buffer = self._in
        buffer.view[0:size] = data
        length = buffer.length
        length[0] = size
        if FIRST_RTCP_TYPE <= data[1] <= LAST_RTCP_TYPE:
            if srtp.unprotect_rtcp(self.unprotect_handle, buffer.data, length):
                self.unauthentic += 1
                return
            self.packets += 1
            self._rtcp(bytes(buffer.view[0 : length[0]]))
            return
        if srtp.unprotect(self.unprotect_handle, buffer.data, length):
            self.unauthentic += 1
            return
        self.packets += 1
        self._rtp(buffer.view, length[0])

    def _validated(self, source: Address, protocol: Any) -> bool:
        """Whether an authentic check came in on this very way.

        Each side may settle on another pair, and aioice gives up its own checks of all others then: their state
        says nothing of whether the other side may send there.
        """
        if (protocol, source) not in self._path.checked:
            return False
        if len(self._sources) < CHECKED_LIMIT:
            self._sources.add(source)
        return True

    def send_rtcp(self, data: bytes) -> None:
        """Protect and send a compound of at most LARGEST_PACKET bytes; what the socket does not take is
        lost."""
        if self.closed:
            return
        buffer = self._out
        size = len(data)
        buffer.view[0:size] = data
        buffer.length[0] = size
        if srtp.protect_rtcp(self.protect_handle, buffer.data, buffer.length) == 0:
            with contextlib.suppress(OSError):
                self.sendto(buffer.view[0 : buffer.length[0]], self.address)

    def _give_back(self) -> None:
        if self._socket is not None:
            self._loop.remove_reader(self._socket.fileno())
            self._socket.close()
            self._socket = None
            transport = self._protocol.transport
            if not transport.is_closing():
                self._loop._add_reader(transport._sock_fd, transport._read_ready)  # type: ignore[attr-defined]

    def close(self) -> None:
        """Leave the socket to aioice again; nothing is delivered or sent afterwards."""
        if not self.closed:
            self.closed = True
            self._give_back()
            self.sendto = _discard
            # The way back to whoever made the connection: another circle.
            self._path.wire = None
            self._rtp, self._rtcp = _ignore_rtp, _ignore_rtcp


def _ignore_rtp(_packet: memoryview, _length: int) -> None:
    """What came while the wire was closed."""


def _ignore_rtcp(_data: bytes) -> None:
    """What came while the wire was closed."""


def _discard(data: Any, _address: Address) -> int:
    return len(data)
