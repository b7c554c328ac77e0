"""`vestibule join`: a member without a window, who speaks JSON lines: a bot, a load test, the cast of a demo."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
from pathlib import Path

import av

from peer.commands import AnyCommand, AnyNews
from peer.counters import CounterWatch
from peer.failures import Failure
from peer.json_lines import LineReader, LineWriter
from peer.keys import Identity
from peer.link.invite import BadInvite, Invite, parse_invite
from peer.media.picture_sources import FileCamera, TestCamera
from peer.media.sound_files import FileMicrophone, FileSpeaker, NullSpeaker, TestMicrophone
from peer.media.sources import SoundSink, SoundSource, VideoSource
from peer.member import Devices, Member
from peer.room.requests import Leave
from peer.room.values import PersonId
from peer.secret import installation_secret

COMMANDS_LIMIT = 1_000
"""Commands that may wait while one is carried out; more of them are dropped."""


async def run_member(arguments: argparse.Namespace) -> int:
    """Take part until it is over. Returns 0 if the person was let in at all or left themselves, else 1."""
    invite = read_invite(arguments.link)
    secret = installation_secret(arguments)
    writer = LineWriter()
    watch = CounterWatch(writer.write) if arguments.read_counters else None
    last: list[AnyNews] = []

    def picture(person: PersonId, frame: av.VideoFrame) -> None:
        if watch is not None:
            watch.seen(person, frame)

    def news(item: AnyNews) -> None:
        last[:] = [item]
        writer.write(item)

    member = Member(
        invite=invite,
        identity=Identity.towards(secret, invite.host),
        name=arguments.name,
        devices=devices(arguments),
        news=news,
        picture=picture,
    )
    del secret
    commands: asyncio.Queue[AnyCommand] = asyncio.Queue(COMMANDS_LIMIT)

    def heard(command: AnyCommand) -> None:
        with contextlib.suppress(asyncio.QueueFull):
            commands.put_nowait(command)

    LineReader[AnyCommand](AnyCommand, heard=heard, wrong=writer.write, ended=lambda: None).start(
        asyncio.get_running_loop()
    )
    leave_on_signals(heard)
    obeying = asyncio.create_task(obey(member, commands))
    try:
        await member.run()
    finally:
        obeying.cancel()
        writer.close()
    return 0 if getattr(last[0], "code", "") in ("left", "ended") else 1


async def obey(member: Member, commands: asyncio.Queue[AnyCommand]) -> None:
    """Carry out one command after another."""
    while True:
        await member.do(await commands.get())


def leave_on_signals(heard: object) -> None:
    """Leave the meeting when the process is asked to stop."""
    assert callable(heard)
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGINT"):
        with contextlib.suppress(NotImplementedError, AttributeError):
            loop.add_signal_handler(getattr(signal, name), heard, Leave())


def read_invite(link: str) -> Invite:
    """The invite in a link. Raises Failure."""
    try:
        return parse_invite(link)
    except BadInvite as bad:
        raise Failure("bad_invite") from bad


def devices(arguments: argparse.Namespace) -> Devices:
    """The devices that a command line names. Raises Failure for a file that is not there."""
    return Devices(
        camera=camera(arguments.camera),
        microphone=microphone(arguments.microphone),
        speaker=speaker(arguments.speaker),
    )


def camera(named: str | None) -> VideoSource | None:
    """A file, a test picture, or none."""
    if named is None:
        return None
    return TestCamera() if named == "test" else FileCamera(existing(named))


def microphone(named: str | None) -> SoundSource | None:
    """A file, a made voice, or none."""
    if named is None:
        return None
    return TestMicrophone() if named == "test" else FileMicrophone(existing(named))


def speaker(named: str | None) -> SoundSink:
    """A file to write, or a loudspeaker that nobody hears: what is received is played either way."""
    return NullSpeaker() if named is None else FileSpeaker(Path(named))


def existing(named: str) -> Path:
    """A file's path. Raises Failure if it is not there."""
    path = Path(named)
    if not path.is_file():
        raise Failure("no_such_file", path=named)
    return path
