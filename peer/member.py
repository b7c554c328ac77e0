"""A member's machine: what the host's machine says goes to the screen, what the person does goes to the host's machine.

The same shape as `host.py` on the other side: one input at a time, each effect performed by the part that owns it. What
the person may do is decided by the host; here only what must be true whatever the host says: nothing that the person
believes to be off leaves this machine.
"""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import msgspec

from peer import commands
from peer.commands import AnyCommand, AnyNews
from peer.keys import Identity, KeyPair
from peer.link.dial import Caller, DialFailed, Turned, Unreachable, WrongFingerprint, dial
from peer.link.invite import Invite
from peer.link.link import LinkClosed, MemberLink
from peer.link.wire import NotPassed, Passed, Pong, Receipted, ToMember
from peer.media.call import MemberMedia
from peer.media.sources import SoundSink, SoundSource, VideoSource
from peer.member_talk import MemberTalk
from peer.room import notices
from peer.room.notices import MemberView
from peer.room.requests import Leave, Request, SetCamera, SetMicrophone
from peer.room.signals import Look, Lost, Offer, Point
from peer.room.values import PersonId, Refusal, RefusalCode

log = logging.getLogger("vestibule.member")

QUIET_AFTER = 2.0
"""Seconds without a word from the host's machine until this one says Reconnecting and dials beside the old line."""

WATCH_EVERY = 0.25
TRY_FOR = 1.5
"""Seconds of one try to dial again."""

TRY_EVERY = (0.2, 0.8)
"""Seconds between tries, jittered so that a meeting does not come back all at once."""

GIVE_UP_AFTER = 150.0
"""Seconds of trying until the host's machine counts as gone: its app may start a dead service again within 120."""

FIRST_TRY = 8.0
LOOK_LIMIT = 24
STATISTICS_EVERY = 1.0

FINAL = {
    RefusalCode.REMOVED,
    RefusalCode.DECLINED,
    RefusalCode.ENDED,
    RefusalCode.BLOCKED,
    RefusalCode.TICKET_REFUSED,
    RefusalCode.LINK_REPLACED,
    RefusalCode.WRONG_TOKEN,
    RefusalCode.REVOKED_INVITE,
    RefusalCode.WRONG_PROOF,
    RefusalCode.VERSION_TOO_OLD,
    RefusalCode.VERSION_TOO_NEW,
    RefusalCode.LOCKED,
    RefusalCode.FULL,
    RefusalCode.WAITING_ROOM_FULL,
    RefusalCode.NOT_YET,
}
"""Refusals after which dialling again would change nothing."""


@dataclass
class Devices:
    """What a person has; None where there is none, which is a normal state."""

    camera: VideoSource | None = None
    microphone: SoundSource | None = None
    speaker: SoundSink | None = None


@dataclass(frozen=True)
class Over:
    """How it ended on this machine."""

    code: str
    refusal: Refusal | None = None
    message: str = ""


class Member:
    """One person in one meeting, from the first knock to the end. All calls belong on the peer's loop.

    `news` is called on the loop; `picture` on a decoder's or camera's thread, the own picture with the own id.
    """

    def __init__(
        self,
        *,
        invite: Invite,
        identity: Identity,
        name: str,
        devices: Devices,
        news: Callable[[AnyNews], None],
        picture: Callable[[PersonId, av.VideoFrame], None],
    ) -> None:
        self._invite = invite
        self._caller = Caller(identity, KeyPair.generate(), name)
        self._devices = devices
        self._news = news
        self._picture = picture
        self._talk = MemberTalk(invite, self._caller.key)
        self._link: MemberLink | None = None
        self._media: MemberMedia | None = None
        self._me: PersonId | None = None
        self._members: dict[PersonId, MemberView] = {}
        self._looked: tuple[PersonId, ...] = ()
        self._microphone_wanted = False
        self._camera_wanted = False
        self._sends = (False, False)
        self._admitted_at = 0.0
        self._quiet_since: float | None = None
        self._ending: Over | None = None
        self._over: asyncio.Future[Over] | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._redialling: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Knock, wait, take part; returns when it is over, after a last `Disconnected`."""
        self._over = asyncio.get_running_loop().create_future()
        self._news(commands.Connecting())
        try:
            self._take(await dial(self._invite, self._caller, FIRST_TRY))
        except DialFailed as failed:
            self._end(of_failure(failed))
        else:
            self._start(self._watch())
            self._start(self._report())
        try:
            over = await self._over
        finally:
            await self._close()
        self._news(commands.Disconnected(over.code, over.refusal, over.message))

    async def do(self, command: AnyCommand) -> None:
        """Do what the person wants. What the host refuses comes back as news."""
        match command:
            case SetMicrophone(on=on):
                self._microphone_wanted = on
                self._apply_own_state()
            case SetCamera(on=on):
                self._camera_wanted = on
                self._apply_own_state()
            case commands.Chat(text=text, to=to):
                self._say("chat", text, to)
                return
            case commands.Rename(name=name):
                self._say("name", name, None)
                return
            case commands.React(emoji=emoji):
                self._say("reaction", emoji, None)
                return
            case commands.Silence(person=person, on=on):
                if self._media is not None:
                    self._media.silence(person, on)
                return
            case commands.SaveEnvelopes(path=path):
                await self._save_envelopes(Path(path))
                return
            case commands.Screenshot():
                return
        assert isinstance(command, Request)
        if self._link is not None:
            self._link.send(command)
        if isinstance(command, Leave):
            self._end(Over("left"))

    def use(self, devices: Devices) -> None:
        """Take other devices from now on."""
        changed, self._devices = self._devices, devices
        if self._media is None:
            return
        if devices.camera is not changed.camera:
            self._media.use_camera(devices.camera)
        if devices.microphone is not changed.microphone:
            self._media.use_microphone(devices.microphone)
        if devices.speaker is not changed.speaker:
            self._media.use_speaker(devices.speaker)

    # --- the line ----------------------------------------------------------------------------

    def _take(self, link: MemberLink) -> None:
        old, self._link = self._link, link
        self._start(self._listen(link))
        if old is not None:
            old.close()

    async def _listen(self, link: MemberLink) -> None:
        try:
            while True:
                message = await link.receive()
                if self._link is link:
                    self._hear(message)
        except LinkClosed as closed:
            if self._link is link:
                self._line_ended(closed.refusal)

    def _line_ended(self, refusal: Refusal | None) -> None:
        if self._ending is not None:
            self._end(self._ending)
        elif refusal is not None and refusal.code in FINAL:
            self._end(Over(refusal.code.value, refusal))
        else:
            self._go_quiet()

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(WATCH_EVERY)
            link = self._link
            if link is None or link.closed:
                continue
            if loop.time() - link.last_heard > QUIET_AFTER:
                self._go_quiet()
            elif self._quiet_since is not None and self._quiet_since < link.last_heard:
                self._speaks_again()

    def _go_quiet(self) -> None:
        if self._quiet_since is not None:
            return
        loop = asyncio.get_running_loop()
        self._quiet_since = loop.time()
        heard = self._link.last_heard if self._link is not None else loop.time()
        self._news(commands.Reconnecting(since=time.time() - (loop.time() - heard)))
        self._redialling = self._start(self._redial(loop.time() + GIVE_UP_AFTER))

    def _speaks_again(self) -> None:
        self._quiet_since = None
        if self._redialling is not None:
            self._redialling.cancel()
            self._redialling = None
        self._news(commands.Reconnected())

    async def _redial(self, until: float) -> None:
        loop = asyncio.get_running_loop()
        while loop.time() < until:
            try:
                link = await dial(self._invite, self._caller, TRY_FOR)
            except Turned as turned:
                if turned.refusal.code in FINAL:
                    self._end(of_failure(turned))
                    return
            except WrongFingerprint as wrong:
                self._end(of_failure(wrong))
                return
            except DialFailed:
                pass
            else:
                self._redialling = None
                self._take(link)
                self._speaks_again()
                return
            await asyncio.sleep(random.uniform(*TRY_EVERY))  # noqa: S311  no secret
        self._end(Over("host_gone"))

    # --- what the host's machine says ----------------------------------------------------------

    def _hear(self, message: ToMember) -> None:
        match message:
            case Pong():
                return
            case Offer():
                self._start(self._answer(message))
            case Point():
                if self._media is not None:
                    self._media.point(message)
            case Passed() | Receipted() | NotPassed():
                self._heard_talk(message)
            case _:
                self._told(message)

    def _told(self, notice: notices.Notice) -> None:
        match notice:
            case notices.Admitted():
                self._admitted(notice)
            case notices.MemberJoined(member=member) | notices.MemberChanged(member=member):
                before = self._members.get(member.id)
                self._members[member.id] = member
                self._talk.knows(member.id, member.key)
                self._look()
                if member.id == self._me:
                    self._follow(before, member)
            case notices.MemberLeft(id=person):
                self._members.pop(person, None)
                self._look()
            case notices.GuestArrived(guest=guest) | notices.GuestChanged(guest=guest):
                self._talk.knows(guest.id, guest.key)
            case notices.YouWereMuted() | notices.Refused(request="microphone"):
                self._microphone_wanted = False
                self._apply_own_state()
            case notices.YourCameraWasStopped() | notices.Refused(request="camera"):
                self._camera_wanted = False
                self._apply_own_state()
            case notices.YouWerePutBack() | notices.Held():
                self._start(self._leave_media())
            case notices.Declined(message=text):
                self._ending = Over("declined", message=text)
            case notices.RemovedFromMeeting(reason=reason):
                self._ending = Over("removed", message=reason)
            case notices.Ended():
                self._ending = Over("ended")
        self._news(notice)  # type: ignore[arg-type]

    def _admitted(self, notice: notices.Admitted) -> None:
        first = self._me != notice.you
        self._me = notice.you
        self._caller = Caller(self._caller.identity, self._caller.key, self._caller.name, notice.ticket)
        self._members = {member.id: member for member in notice.members}
        self._talk.admitted(notice)
        if first:
            self._admitted_at = time.monotonic()
            self._microphone_wanted = self._camera_wanted = False
        if self._media is None:
            self._media = MemberMedia(
                me=notice.you,
                camera=self._devices.camera,
                microphone=self._devices.microphone,
                speaker=self._devices.speaker,
                picture=self._picture,
                levels=lambda talkers, mine: self._news(commands.Levels(talkers, mine)),
                connection_lost=self._media_lost,
            )
        self._looked = ()
        self._look()
        mine = self._members[notice.you]
        self._microphone_wanted = self._microphone_wanted and mine.microphone
        self._camera_wanted = self._camera_wanted and mine.camera
        self._apply_own_state()

    def _heard_talk(self, message: Passed | Receipted | NotPassed) -> None:
        for item in self._talk.hear(message):
            if isinstance(item, commands.ChatLine) and (author := self._members.get(item.by)) is not None:
                item = msgspec.structs.replace(item, name=author.name)
            self._news(item)

    def _say(self, kind: str, text: str, to: str | None) -> None:
        if self._link is None:
            return
        said = self._talk.say(kind, text, to, waiting=self._me is None)
        if isinstance(said, Refusal):
            self._news(notices.Refused(said, kind))
        else:
            self._link.send(said)

    # --- media -------------------------------------------------------------------------------

    async def _answer(self, offer: Offer) -> None:
        media, link = self._media, self._link
        if media is None or link is None:
            return
        try:
            link.send(await media.answer(offer, loopback=link.loopback))
        except ValueError:
            log.warning("an offer of the host's machine cannot be answered")
            link.send(Lost(offer.connection))

    def _media_lost(self, connection: int) -> None:
        if self._link is not None:
            self._link.send(Lost(connection))

    def _look(self) -> None:
        wanted = tuple(person for person in self._members if person != self._me)[:LOOK_LIMIT]
        if wanted != self._looked and self._link is not None and self._media is not None:
            self._looked = wanted
            self._link.send(Look(wanted))

    def _follow(self, before: MemberView | None, mine: MemberView) -> None:
        """What the host's machine turned off is off here too, and stays off until the person turns it on again.

        What was off before may have been turned on by a request that is still on its way.
        """
        if before is not None and before.microphone and not mine.microphone:
            self._microphone_wanted = False
        if before is not None and before.camera and not mine.camera:
            self._camera_wanted = False
        self._apply_own_state()

    def _apply_own_state(self) -> None:
        """Send only what the person wants and the host's machine has on."""
        mine = self._members.get(self._me) if self._me is not None else None
        if self._media is None or mine is None:
            return
        on = (self._microphone_wanted and mine.microphone, self._camera_wanted and mine.camera)
        for switch, wanted, device in (
            (self._media.set_microphone, on[0], "microphone"),
            (self._media.set_camera, on[1], "camera"),
        ):
            try:
                switch(wanted)
            except OSError:
                self._news(commands.DeviceMissing(device))
        if on != self._sends:
            self._sends = on
            self._news(commands.MicrophoneState(on[0]))
            self._news(commands.CameraState(on[1]))

    async def _leave_media(self) -> None:
        self._me = None
        self._members.clear()
        self._microphone_wanted = self._camera_wanted = False
        media, self._media = self._media, None
        if media is not None:
            await media.close()

    async def _save_envelopes(self, path: Path) -> None:
        if self._media is None:
            return
        envelopes = {person: self._media.envelope(person) for person in self._members if person != self._me}
        content = msgspec.json.encode(
            {person: [float(one) for one in kept] for person, kept in envelopes.items()}
        )
        await asyncio.to_thread(path.write_bytes, content)

    async def _report(self) -> None:
        while True:
            await asyncio.sleep(STATISTICS_EVERY)
            if self._media is not None and self._link is not None:
                self._news(statistics(self._media, self._link.rtt, self._admitted_at))

    # --- the end -----------------------------------------------------------------------------

    def _end(self, over: Over) -> None:
        if self._over is not None and not self._over.done():
            self._over.set_result(over)

    async def _close(self) -> None:
        if self._media is not None:
            await self._media.close()
        if self._link is not None:
            self._link.close()
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled() or (error := task.exception()) is None:
            return
        if self._over is not None and not self._over.done():
            self._over.set_exception(error)  # a bug of ours: loudly


def of_failure(failed: DialFailed) -> Over:
    """How a try to dial ended, as this machine tells it."""
    if isinstance(failed, Turned):
        return Over(failed.refusal.code.value, failed.refusal)
    if isinstance(failed, WrongFingerprint):
        return Over("wrong_fingerprint")
    assert isinstance(failed, Unreachable)
    return Over("unreachable")


def statistics(media: MemberMedia, rtt: float | None, admitted_at: float) -> commands.Statistics:
    """What a second's line says, times counted from admission."""
    report = media.statistics()
    received = tuple(
        commands.TrackStatistics(
            person=track.person,
            kind=track.kind.value,
            frames=track.frames,
            packets=track.packets,
            first_frame_ms=None
            if track.first_frame is None
            else round((track.first_frame - admitted_at) * 1000, 1),
            concealed_percent=round(100 * track.concealed / track.frames, 2) if track.frames else 0.0,
            freezes=track.freezes,
        )
        for track in report.received
    )
    sent = {kind.value: count for kind, count in report.sent_packets.items()}
    return commands.Statistics(
        rtt_ms=None if rtt is None else round(rtt * 1000, 1),
        received=received,
        sent_video_frames=report.encoded_frames,
        sent_audio_packets=sent.get("audio", 0),
        sent_video_packets=sent.get("camera", 0),
    )
