"""A member's line to the host's machine: one link at a time, dialled again beside the old one when it falls silent."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from peer.link.dial import Caller, DialFailed, Turned, WrongFingerprint, dial
from peer.link.invite import Invite
from peer.link.link import LinkClosed, MemberLink
from peer.link.wire import ToHost, ToMember
from peer.own_address import is_own
from peer.room.values import Refusal, RefusalCode
from peer.tasks import Tasks

QUIET_AFTER = 2.0
"""Seconds without a word from the host's machine until this one says Reconnecting and dials beside the old line; at
once where the address that the line began at is gone."""

WATCH_EVERY = 0.25
FIRST_TRY = 8.0
TRY_FOR = 1.5
"""Seconds of one try to dial again."""

TRY_EVERY = (0.2, 0.8)
"""Seconds between tries, jittered so that a meeting does not come back all at once."""

OWN_TRY = 30.0
"""Seconds after a try without an answer in which a link that was replaced was replaced by that try."""

GIVE_UP_AFTER = 150.0
"""Seconds of trying until the host's machine counts as gone: its app may start a dead service again within 120."""

LAST_WORDS_WITHIN = 1.0
"""Seconds that closing the link may take to send what was queued."""

PASSING = {RefusalCode.BUSY, RefusalCode.TOO_FAST}
"""Refusals after which dialling again may help; after any other it would change nothing."""


@dataclass(frozen=True)
class Over:
    """How it ended on this machine: what `Disconnected` says."""

    code: str
    refusal: Refusal | None = None
    message: str = ""


class Listener(Protocol):
    """Who hears of the line. Called on the loop."""

    def linked(self, link: MemberLink) -> None:
        """This link is the line from now on."""

    def hear(self, message: ToMember) -> None:
        """The host's machine says this."""

    def went_quiet(self, since: float) -> None:
        """Nothing was heard since this Unix time; it is dialled again."""

    def spoke_again(self) -> None:
        """The line speaks again, as it was or on a new link."""

    def line_is_over(self, over: Over) -> None:
        """No link will come any more."""


class MemberLine:
    """The line of one member. `ticket`, once there is one, brings the member back without a second wait."""

    def __init__(
        self, invite: Invite, caller: Caller, listener: Listener, failed: Callable[[BaseException], None]
    ) -> None:
        self.link: MemberLink | None = None
        self._invite = invite
        self._caller = caller
        self._listener = listener
        self._tasks = Tasks(failed)
        self._quiet_since: float | None = None
        self._redialling: asyncio.Task[None] | None = None
        self._tried_at: float | None = None
        """When the last try without an answer began: the host's machine may have taken it for the line."""

    async def open(self) -> None:
        """Dial for the first time."""
        try:
            link = await dial(self._invite, self._caller, FIRST_TRY)
        except DialFailed as failed:
            self._listener.line_is_over(of_failure(failed))
            return
        self._take(link)
        self._tasks.start(self._watch())

    def keep_ticket(self, ticket: bytes) -> None:
        """Come back with this ticket."""
        self._caller = replace(self._caller, ticket=ticket)

    def send(self, message: ToHost) -> None:
        """Send over the link; nothing happens while there is none."""
        if self.link is not None:
            self.link.send(message)

    async def close(self) -> None:
        """Close the link, after what was sent."""
        await self._tasks.close()
        if self.link is not None:
            self.link.close()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LAST_WORDS_WITHIN):
                    await self.link.wait_closed()

    def _take(self, link: MemberLink) -> None:
        old, self.link = self.link, link
        self._tasks.start(self._listen(link))
        self._listener.linked(link)
        if old is not None:
            old.close()

    async def _listen(self, link: MemberLink) -> None:
        try:
            while True:
                message = await link.receive()
                if self.link is link:
                    self._listener.hear(message)
        except LinkClosed as closed:
            if self.link is not link:
                return
            refusal = closed.refusal
            if refusal is not None and refusal.code not in PASSING and not self._is_own_doing(refusal):
                self._listener.line_is_over(Over(refusal.code.value, refusal))
            else:
                self._go_quiet()

    def _is_own_doing(self, refusal: Refusal) -> bool:
        """True if it was a try of this machine that took the link's place, its answer lost on the way."""
        if refusal.code is not RefusalCode.LINK_REPLACED or self._tried_at is None:
            return False
        return asyncio.get_running_loop().time() - self._tried_at < OWN_TRY

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(WATCH_EVERY)
            link = self.link
            if link is None or link.closed:
                continue
            if loop.time() - link.last_heard > QUIET_AFTER or not is_own(link.own_address):
                self._go_quiet()
            elif self._quiet_since is not None and self._quiet_since < link.last_heard:
                self._speak_again()

    def _go_quiet(self) -> None:
        if self._quiet_since is not None:
            return
        now = asyncio.get_running_loop().time()
        self._quiet_since = now
        heard = self.link.last_heard if self.link is not None else now
        self._redialling = self._tasks.start(self._redial(now + GIVE_UP_AFTER))
        self._listener.went_quiet(time.time() - (now - heard))

    def _speak_again(self) -> None:
        self._quiet_since = None
        if self._redialling is not None:
            self._redialling.cancel()
            self._redialling = None
        self._listener.spoke_again()

    async def _redial(self, until: float) -> None:
        loop = asyncio.get_running_loop()
        while loop.time() < until:
            self._tried_at = loop.time()
            try:
                link = await dial(self._invite, self._caller, TRY_FOR)
            except Turned as turned:
                if turned.refusal.code not in PASSING:
                    self._listener.line_is_over(of_failure(turned))
                    return
            except WrongFingerprint as wrong:
                self._listener.line_is_over(of_failure(wrong))
                return
            except DialFailed:
                pass
            else:
                self._redialling = self._tried_at = None
                self._take(link)
                self._speak_again()
                return
            await asyncio.sleep(random.uniform(*TRY_EVERY))
        self._listener.line_is_over(Over("host_gone"))


def of_failure(failed: DialFailed) -> Over:
    """How a try to dial ended, as this machine tells it."""
    if isinstance(failed, Turned):
        return Over(failed.refusal.code.value, failed.refusal)
    return Over("wrong_fingerprint" if isinstance(failed, WrongFingerprint) else "unreachable")
