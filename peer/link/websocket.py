"""A pipe made of WebSocket frames (RFC 6455) over TLS, for both ends: the protocol of `websockets` without
its loop.

One frame of ours is one binary message in one WebSocket frame. Control frames other than Close, text and
fragments have no use here and break the pipe.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections import deque
from typing import Final, cast

from websockets.client import ClientProtocol
from websockets.frames import CloseCode, Frame, Opcode
from websockets.http11 import Request, Response
from websockets.protocol import State
from websockets.server import ServerProtocol
from websockets.uri import parse_uri

from peer.link.addresses import normalise
from peer.link.pipe import OnFrame, OnLost
from peer.link.wire import FRAME_LIMIT
from peer.room.signals import SocketName
from peer.room.values import RefusalCode

UPGRADE_LIMIT: Final = 4096
"""Bytes of the HTTP request or response that opens the WebSocket."""
QUEUE_BYTES: Final = 1024 * 1024
QUEUE_FRAMES: Final = 2048
CLOSE_SECONDS: Final = 2.0

_MEANING: Final = {
    CloseCode.MESSAGE_TOO_BIG: RefusalCode.OVERSIZED,
    CloseCode.PROTOCOL_ERROR: RefusalCode.MALFORMED,
    CloseCode.UNSUPPORTED_DATA: RefusalCode.MALFORMED,
    CloseCode.INVALID_DATA: RefusalCode.MALFORMED,
}

# The library logs headers and frames at DEBUG: addresses and what people say.
_library_logger = logging.getLogger("vestibule.link.websocket")
_library_logger.setLevel(logging.WARNING)
_logger = logging.getLogger("vestibule.link")


class WrongCertificate(ConnectionError):
    """The certificate is not the invite's."""


class WebSocketPipe(asyncio.Protocol):
    """Either end. `opened` is done when frames may pass; it fails if they never will."""

    def __init__(self, protocol: ServerProtocol | ClientProtocol, fingerprint: bytes | None) -> None:
        self._loop = asyncio.get_running_loop()
        self._protocol = protocol
        self._fingerprint = fingerprint
        self._transport: asyncio.Transport | None = None
        self._on_frame: OnFrame | None = None
        self._on_lost: OnLost | None = None
        self._reason: RefusalCode | None = None
        self._upgrade_bytes = 0
        self._queue: deque[bytes] = deque()
        self._queued_bytes = 0
        self._full = False
        self._lost = False
        self._closing: asyncio.TimerHandle | None = None
        self._gone = asyncio.Event()
        self.opened: asyncio.Future[None] = self._loop.create_future()
        self.address = ""
        self.own_address: SocketName | None = None
        self.last_heard = self._loop.time()

    @property
    def closed(self) -> bool:
        return self._lost

    # --- Pipe ------------------------------------------------------------------------------

    def attach(self, on_frame: OnFrame, on_lost: OnLost) -> None:
        self._on_frame = on_frame
        self._on_lost = on_lost
        if self._lost:
            self._loop.call_soon(on_lost, self._reason)

    def write(self, frame: bytes) -> None:
        if self._lost or self._protocol.state is not State.OPEN:
            return
        self._protocol.send_binary(frame)
        self._flush()

    def pause(self) -> None:
        if self._transport and not self._transport.is_closing():
            self._transport.pause_reading()

    def resume(self) -> None:
        if self._transport and not self._transport.is_closing():
            self._transport.resume_reading()

    def close(self) -> None:
        if self._lost:
            return
        if self._protocol.state is State.OPEN:
            self._protocol.send_close(CloseCode.NORMAL_CLOSURE)
            self._flush()
            self._end(None)
            self.resume()  # or the other end's Close would never be read
        else:
            self.abort()

    async def wait_closed(self) -> None:
        if self._transport:
            await self._gone.wait()

    def abort(self) -> None:
        if self._transport:
            self._transport.abort()
        self._end(None)

    # --- asyncio.Protocol --------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        peer = transport.get_extra_info("peername")
        if not peer:  # gone already
            self.abort()
            return
        self.address = normalise(peer[0])
        self.own_address = transport.get_extra_info("sockname")
        if isinstance(self._protocol, ClientProtocol):
            shown = transport.get_extra_info("ssl_object").getpeercert(True)
            if shown is None or hashlib.sha256(shown).digest() != self._fingerprint:
                self._fail_opening(WrongCertificate())
                return
            self._protocol.send_request(self._protocol.connect())
            self._flush()

    def data_received(self, data: bytes) -> None:
        self.last_heard = self._loop.time()
        if not self.opened.done():
            self._upgrade_bytes += len(data)
            if self._upgrade_bytes > UPGRADE_LIMIT:
                self._fail_opening(ConnectionError("no WebSocket"))
                return
        self._protocol.receive_data(data)
        for event in self._protocol.events_received():
            if isinstance(event, Frame):
                self._take(event)
            elif isinstance(event, Request):
                self._accept(event)
            elif isinstance(event, Response):
                self._settle_opening()
        if self._protocol.handshake_exc is not None and not self.opened.done():
            self._fail_opening(ConnectionError("no WebSocket"))
        self._flush()
        self._look_for_the_end()

    def eof_received(self) -> None:
        self._protocol.receive_eof()

    def pause_writing(self) -> None:
        self._full = True

    def resume_writing(self) -> None:
        self._full = False
        self._flush()

    def connection_lost(self, _exc: Exception | None) -> None:
        self._gone.set()
        if self._closing:
            self._closing.cancel()
        if not self.opened.done():
            self._fail_opening(ConnectionError("closed"))
        self._end(self._reason)

    # --- inside ------------------------------------------------------------------------------

    def _accept(self, request: Request) -> None:
        assert isinstance(self._protocol, ServerProtocol)
        self._protocol.send_response(self._protocol.accept(request))
        self._settle_opening()

    def _settle_opening(self) -> None:
        if self._protocol.state is State.OPEN and not self.opened.done():
            self.opened.set_result(None)

    def _fail_opening(self, error: ConnectionError) -> None:
        if not self.opened.done():
            self.opened.set_exception(error)
            self.opened.exception()  # seen: at the host's end nobody waits for it
        self.abort()

    def _take(self, frame: Frame) -> None:
        if frame.opcode is Opcode.CLOSE:
            return
        if frame.opcode is not Opcode.BINARY or not frame.fin:
            self._reason = RefusalCode.MALFORMED
            if self._protocol.state is State.OPEN:
                self._protocol.fail(CloseCode.UNSUPPORTED_DATA)
        elif self._on_frame and not self._lost:
            self._on_frame(bytes(frame.data))

    def _flush(self) -> None:
        for data in self._protocol.data_to_send():
            self._queue.append(data)
            self._queued_bytes += len(data)
        if self._transport is None or self._transport.is_closing():
            return
        while self._queue and not self._full:
            data = self._queue.popleft()
            self._queued_bytes -= len(data)
            if data:
                self._transport.write(data)
            else:  # the library's sign that this half is done
                self._transport.close()
                return
        if self._queued_bytes > QUEUE_BYTES or len(self._queue) > QUEUE_FRAMES:
            _logger.info("a link was too slow and was closed")
            self.abort()

    def _look_for_the_end(self) -> None:
        if self._lost or self._protocol.state is State.OPEN or self._protocol.state is State.CONNECTING:
            return
        sent, received = self._protocol.close_sent, self._protocol.close_rcvd
        code = sent.code if received is None and sent else received.code if received else None
        self._end(self._reason or _MEANING.get(cast(CloseCode, code)))

    def _end(self, reason: RefusalCode | None) -> None:
        """Tell whoever is attached, once, and leave the closing handshake a moment."""
        if self._lost:
            return
        self._lost = True
        self._reason = reason
        if self._transport and not self._transport.is_closing():
            self._closing = self._loop.call_later(CLOSE_SECONDS, self._transport.abort)
        if self._on_lost:
            self._on_lost(reason)


def server_pipe() -> WebSocketPipe:
    """The host's end, for an accepted connection. A request with an Origin comes from a web page and is refused."""
    return WebSocketPipe(ServerProtocol(origins=[None], max_size=FRAME_LIMIT, logger=_library_logger), None)


def client_pipe(fingerprint: bytes) -> WebSocketPipe:
    """A member's end: it sends nothing unless the certificate has this fingerprint (SHA-256)."""
    uri = parse_uri("wss://vestibule/")
    return WebSocketPipe(ClientProtocol(uri, max_size=FRAME_LIMIT, logger=_library_logger), fingerprint)
