"""The two ends of a link over a pipe: messages instead of frames, refusals, and the heartbeat."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from typing import Final, Generic, TypeVar

from peer.link.addresses import is_loopback
from peer.link.codec import BadFrame, Codec, encode
from peer.link.entries import entry_hash
from peer.link.intake import Intake
from peer.link.link import LinkClosed
from peer.link.pipe import Pipe
from peer.link.wire import AnyMessage, NotPassed, Ping, Pong, Say, ToHost, ToMember, tag_of
from peer.room.notices import Refused
from peer.room.signals import SocketName
from peer.room.values import Refusal, RefusalCode

PING_SECONDS: Final = 0.5
LAST_WORD: Final = "link"
"""The `request` of a Refused notice after which the host closes the link."""

QUEUE_HIGH: Final = 256
QUEUE_LOW: Final = 64
"""Messages that wait for the shell: above the first the pipe is paused, below the second it goes on."""

_says: Final[Codec[Say]] = Codec(Say)

_logger = logging.getLogger("vestibule.link")

In = TypeVar("In")
Out = TypeVar("Out", bound=AnyMessage, contravariant=True)


class _End(Generic[In, Out]):
    """What both ends share: the queue of messages that wait for the shell, and how it ends."""

    def __init__(self, pipe: Pipe) -> None:
        self._loop = asyncio.get_running_loop()
        self._pipe = pipe
        self._waiting: deque[In] = deque()
        self._paused = False
        self._arrived = asyncio.Event()
        self._closed = False
        self._refusal: Refusal | None = None
        pipe.attach(self._take, self._lose)

    @property
    def address(self) -> str:
        return self._pipe.address

    @property
    def own_address(self) -> SocketName | None:
        return self._pipe.own_address

    @property
    def loopback(self) -> bool:
        return is_loopback(self._pipe.address)

    @property
    def last_heard(self) -> float:
        return self._pipe.last_heard

    @property
    def closed(self) -> bool:
        return self._closed

    def send(self, message: Out) -> None:
        self._pipe.write(encode(message))

    def send_encoded(self, frame: bytes) -> None:
        self._pipe.write(frame)

    async def receive(self) -> In:
        while not self._waiting:
            if self._closed:
                raise LinkClosed(self._refusal)
            self._arrived.clear()
            await self._arrived.wait()
        message = self._waiting.popleft()
        if self._paused and len(self._waiting) <= QUEUE_LOW:
            self._paused = False
            self._pipe.resume()
        return message

    def close(self, refusal: Refusal | None = None) -> None:
        if not self._closed:
            self._refusal = refusal
            self._waiting.clear()
            self._say_last(refusal)
            self._pipe.close()

    async def wait_closed(self) -> None:
        await self._pipe.wait_closed()

    def _say_last(self, refusal: Refusal | None) -> None:
        """Tell the other end why, if it is ours to tell."""

    def _take(self, frame: bytes) -> None:
        raise NotImplementedError

    def _put(self, message: In) -> None:
        self._waiting.append(message)
        self._arrived.set()
        if not self._paused and len(self._waiting) >= QUEUE_HIGH:
            self._paused = True
            self._pipe.pause()

    def _lose(self, reason: RefusalCode | None) -> None:
        self._closed = True
        self._refusal = self._refusal or (Refusal(reason) if reason else None)
        self._arrived.set()


class HostEnd(_End[ToHost, ToMember]):
    """The host's end: answers pings itself, refuses by name what does not hold, and closes when that does not
    stop.
    """

    rtt: float | None = None

    def __init__(self, pipe: Pipe) -> None:
        self._intake = Intake(asyncio.get_running_loop().time())
        super().__init__(pipe)

    def _say_last(self, refusal: Refusal | None) -> None:
        if refusal is not None:
            self.send(Refused(refusal, LAST_WORD))

    def _take(self, frame: bytes) -> None:
        try:
            message = self._intake.take(frame, self._loop.time())
        except BadFrame as bad:
            _logger.warning("refused a member's message: %s", bad)
            if self._intake.exhausted:
                self.close(bad.refusal)
            else:
                self.send(_answer(frame, bad))
            return
        if isinstance(message, Ping):
            self.send(Pong(message.number))
        else:
            self._put(message)

    def _lose(self, reason: RefusalCode | None) -> None:
        if reason is not None:
            _logger.warning("closed a member's link: %s", reason.value)
        super()._lose(reason)


def _answer(frame: bytes, bad: BadFrame) -> ToMember:
    """The refusal of a frame. An author waits for the answer to an entry by its hash, too fast or not."""
    if bad.tag == tag_of(Say) and bad.refusal.code is RefusalCode.TOO_FAST:
        with contextlib.suppress(BadFrame):
            return NotPassed(entry_hash(_says.decode(frame).entry), bad.refusal)
    return Refused(bad.refusal, bad.tag)


class MemberEnd(_End[ToMember, ToHost]):
    """A member's end: pings every 0.5 s, and closes when the host sends what does not hold."""

    _codec: Final[Codec[ToMember]] = Codec(ToMember)

    def __init__(self, pipe: Pipe, meeting_key: bytes) -> None:
        super().__init__(pipe)
        self.meeting_key = meeting_key
        self.rtt: float | None = None
        self._pings = 0
        self._unanswered: deque[tuple[int, float]] = deque(maxlen=64)
        self._loop.call_soon(self._ping)

    def _ping(self) -> None:
        if self._closed:
            return
        self._pings += 1
        self._unanswered.append((self._pings, self._loop.time()))
        self.send(Ping(self._pings))
        self._loop.call_later(PING_SECONDS, self._ping)

    def _measure(self, number: int) -> None:
        while self._unanswered and self._unanswered[0][0] <= number:
            asked, at = self._unanswered.popleft()
            if asked == number:
                self.rtt = self._loop.time() - at

    def _take(self, frame: bytes) -> None:
        try:
            message = self._codec.decode(frame)
        except BadFrame as bad:
            _logger.warning("the host's machine sent what does not hold: %s", bad)
            self.close(bad.refusal)
            return
        if isinstance(message, Pong):
            self._measure(message.number)
        elif isinstance(message, Refused) and message.request == LAST_WORD:
            self._refusal = message.refusal
        else:
            self._put(message)
