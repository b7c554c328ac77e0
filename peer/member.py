"""A member's machine: what the host's machine says goes to the screen, what the person does goes to the host's machine.

The same shape as `host.py` on the other side: one input at a time, each effect performed by the part that owns it. What
the person may do is decided by the host; here only what must be true whatever the host says: nothing that the person
believes to be off leaves this machine.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import av
import msgspec

from peer import commands
from peer.commands import AnyCommand, AnyNews
from peer.keys import Identity, KeyPair
from peer.link.dial import Caller
from peer.link.entries import Kind
from peer.link.invite import Invite
from peer.link.link import MemberLink
from peer.link.wire import NotPassed, Passed, Pong, Receipted, RecordHead, ToMember
from peer.media.call import MemberMedia
from peer.media.descriptions import ClosedMeanwhile
from peer.media.sources import SoundSink, SoundSource, VideoSource
from peer.media.waiting_media import WaitingMedia
from peer.member_line import MemberLine, Over
from peer.member_record import Witness
from peer.member_talk import MemberTalk
from peer.member_waiting import MemberWaiting
from peer.own_address import is_own
from peer.room import notices
from peer.room.notices import MemberView
from peer.room.requests import Leave, Request, SetCamera, SetMicrophone
from peer.room.signals import Look, Lost, Offer, Point
from peer.room.values import PersonId, Refusal, Right
from peer.tasks import Tasks

log = logging.getLogger("vestibule.member")

LOOK_LIMIT = 24
STATISTICS_EVERY = 1.0
LOOK_FOR_ADDRESS_EVERY = 0.5


@dataclass
class Devices:
    """What a person has; None where there is none, which is a normal state."""

    camera: VideoSource | None = None
    microphone: SoundSource | None = None
    speaker: SoundSink | None = None


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
        self._key = KeyPair.generate()
        self._devices = devices
        self._news = news
        self._picture = picture
        self._talk = MemberTalk(self._key, invite.meeting)
        self._line = MemberLine(invite, Caller(identity, self._key, name), self, self._failed)
        self._tasks = Tasks(self._failed)
        self._over: asyncio.Future[Over] = asyncio.get_running_loop().create_future()
        self._farewell: Over | None = None
        """What the host's machine said before it closed the line."""
        self._media: MemberMedia | None = None
        self._waiting = MemberWaiting(picture=picture, send=self._line.send)
        self._me: PersonId | None = None
        self._members: dict[PersonId, MemberView] = {}
        self._looked: tuple[PersonId, ...] = ()
        self._own_picture = b""
        self._microphone_wanted = False
        self._camera_wanted = False
        self._sends = (False, False)
        self._admitted_at = 0.0
        self._witness = Witness(news)

    async def run(self) -> None:
        """Knock, wait, take part; returns when it is over, after a last `Disconnected`."""
        self._news(commands.Connecting())
        self._tasks.start(self._line.open())
        self._tasks.start(self._report())
        self._tasks.start(self._watch_path())
        try:
            over = await self._over
        finally:
            await self._tasks.close()
            await self._waiting.stop()
            if self._media is not None:
                await self._media.close()
            await self._line.close()
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
                self._say(Kind.CHAT, text, to)
                return
            case commands.Rename(name=name):
                self._say(Kind.NAME, name, None)
                return
            case commands.SetPicture(data=data):
                self._own_picture = data
                if self._me is not None:
                    self._say(Kind.PICTURE, data, None)
                return
            case commands.React(emoji=emoji):
                self._say(Kind.REACTION, emoji, None)
                return
            case commands.Silence(person=person, on=on):
                if self._media is not None:
                    self._media.silence(person, on)
                return
            case commands.HearWaitingFilm(on=on):
                self._waiting.hear(on)
                return
            case commands.ShowWaitingFilm(on=on):
                await self._waiting.show(on)
                return
            case commands.SaveEnvelopes(path=path):
                await self._save_envelopes(Path(path))
                return
            case commands.SaveReceipt(path=path):
                await self._witness.save(Path(path))
                return
            case commands.Screenshot():
                return
        assert isinstance(command, Request)
        self._line.send(command)
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

    def linked(self, link: MemberLink) -> None:
        """What had no answer on the old link is said again on the new one."""
        if self._media is not None:
            self._media.link_made_anew()
        for say in self._talk.linked(link.meeting_key):
            link.send(say)

    def went_quiet(self, since: float) -> None:
        """Tell the person."""
        self._news(commands.Reconnecting(since))

    def spoke_again(self) -> None:
        """Tell the person."""
        self._news(commands.Reconnected())

    def line_is_over(self, over: Over) -> None:
        """The last word of the host's machine says more than how the line ended."""
        self._end(self._farewell or over)

    # --- what the host's machine says ----------------------------------------------------------

    def hear(self, message: ToMember) -> None:
        """The host's machine says something."""
        match message:
            case Pong():
                return
            case Offer():
                self._tasks.start(self._answer(message, self._media))
            case Point():
                (self._media or self._waiting).point(message)
            case Passed() | Receipted() | NotPassed():
                self._heard_talk(message)
            case RecordHead():
                assert self._line.link is not None  # messages come over a link
                self._witness.told(self._line.link.meeting_key, message)
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
                if isinstance(notice, notices.MemberJoined) and member.id != self._me:
                    self._show_picture(member.id)
                if self._media is not None and Right.SPEAK in member.held_back:
                    self._media.drop_sound(member.id)
                if member.id == self._me:
                    self._follow(before, member)
            case notices.MemberLeft(id=person):
                self._members.pop(person, None)
                self._look()
            case notices.GuestArrived(guest=guest) | notices.GuestChanged(guest=guest):
                self._talk.knows(guest.id, guest.key, waits=True)
            case notices.YouWereMuted() | notices.Refused(request="microphone"):
                self._microphone_wanted = False
                self._apply_own_state()
            case notices.YourCameraWasStopped() | notices.Refused(request="camera"):
                self._camera_wanted = False
                self._apply_own_state()
            case notices.YouWerePutBack() | notices.Held():
                self._tasks.start(self._leave_media())
            case notices.WaitingRoom(video=False):
                self._tasks.start(self._waiting.stop())
            case notices.Declined(message=text):
                self._farewell = Over("declined", message=text)
            case notices.RemovedFromMeeting(reason=reason):
                self._farewell = Over("removed", message=reason)
                self._tasks.start(self._leave_media())
            case notices.Ended():
                self._farewell = Over("ended")
        self._news(notice)  # type: ignore[arg-type]

    def _admitted(self, notice: notices.Admitted) -> None:
        first = self._me != notice.you
        self._me = notice.you
        self._line.keep_ticket(notice.ticket)
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
                speaker=None,
                picture=self._picture,
                levels=lambda talkers, mine: self._news(commands.Levels(talkers, mine)),
                connection_lost=self._media_lost,
                device_missing=lambda device: self._news(commands.DeviceMissing(device)),
            )
            self._tasks.start(self._waiting.give_way(self._media, self._devices.speaker))
        self._looked = ()
        self._look()
        mine = self._members[notice.you]
        self._microphone_wanted = self._microphone_wanted and mine.microphone
        self._camera_wanted = self._camera_wanted and mine.camera
        self._apply_own_state()
        self._show_picture(None)

    def _show_picture(self, to: PersonId | None) -> None:
        """To all when one comes in, and to each who comes later: the host's machine keeps nobody's."""
        if self._own_picture:
            self._say(Kind.PICTURE, self._own_picture, to)

    def _heard_talk(self, message: Passed | Receipted | NotPassed) -> None:
        heard = self._talk.hear(message)
        for item in heard.news:
            if isinstance(item, commands.ChatLine) and (author := self._members.get(item.by)) is not None:
                item = msgspec.structs.replace(item, name=author.name)
            self._news(item)
        for say in heard.send:
            self._line.send(say)

    def _say(self, kind: Kind, content: str | bytes, to: str | None) -> None:
        said = self._talk.say(kind, content, to)
        if isinstance(said, Refusal):
            self._news(notices.Refused(said, kind.value))
        elif said is not None:
            self._line.send(said)

    # --- media -------------------------------------------------------------------------------

    async def _answer(self, offer: Offer, media: MemberMedia | None) -> None:
        """`media` is what there was when it came: one that was admitted since answers no offer to a guest."""
        link = self._line.link
        if link is None or media is not self._media:
            return
        if media is None:
            speaker = self._devices.speaker
            answer = await self._waiting.answer(offer, speaker, loopback=link.loopback)
            if answer is not None and self._media is None:
                link.send(answer)
            return
        try:
            link.send(await media.answer(offer, loopback=link.loopback))
        except ClosedMeanwhile:
            link.send(Lost(offer.connection))
        except ValueError as error:
            log.warning("an offer of the host's machine cannot be answered: %s", error)
            link.send(Lost(offer.connection))

    def _media_lost(self, connection: int) -> None:
        self._line.send(Lost(connection))

    async def _watch_path(self) -> None:
        while True:
            await asyncio.sleep(LOOK_FOR_ADDRESS_EVERY)
            if self._media is not None and not is_own(self._media.own_address):
                self._media.address_gone()

    def _look(self) -> None:
        wanted = tuple(person for person in self._members if person != self._me)[:LOOK_LIMIT]
        if wanted != self._looked and self._media is not None:
            self._looked = wanted
            self._line.send(Look(wanted))

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
        self._media.set_microphone(on[0])
        self._media.set_camera(on[1])
        if on != self._sends:
            self._sends = on
            self._news(commands.MicrophoneState(on[0]))
            self._news(commands.CameraState(on[1]))

    async def _leave_media(self) -> None:
        self._me = None
        self._talk.put_back()
        self._members.clear()
        self._microphone_wanted = self._camera_wanted = False
        media, self._media = self._media, None
        if media is not None:
            await media.close()

    async def _save_envelopes(self, path: Path) -> None:
        if self._media is None:
            return
        envelopes = {
            person: self._media.mixer.envelope(person) for person in self._members if person != self._me
        }
        content = msgspec.json.encode(
            {person: [float(one) for one in kept] for person, kept in envelopes.items()}
        )
        await asyncio.to_thread(path.write_bytes, content)
        self._news(commands.EnvelopesSaved(str(path)))

    async def _report(self) -> None:
        while True:
            await asyncio.sleep(STATISTICS_EVERY)
            media = self._media or self._waiting.media
            if media is not None and self._line.link is not None:
                self._news(statistics(media, self._line.link.rtt, self._admitted_at))

    # --- the end -----------------------------------------------------------------------------

    def _end(self, over: Over) -> None:
        if not self._over.done():
            self._over.set_result(over)

    def _failed(self, bug: BaseException) -> None:
        if not self._over.done():
            self._over.set_exception(bug)


def statistics(
    media: MemberMedia | WaitingMedia, rtt: float | None, admitted_at: float
) -> commands.Statistics:
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
            concealed_percent=round(track.concealed_percent, 2),
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
