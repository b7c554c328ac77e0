"""The window's JSON lines: commands on standard input do what a click does, news go to standard output."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject

from client.bridge import Bridge
from client.models.call import CallModel
from client.models.chat import ChatModel
from client.models.door import DoorModel
from client.models.meeting import MeetingModel
from client.models.people import PeopleModel
from client.screenshots import Screenshots
from peer.commands import AnyCommand, Chat, React, Rename, Screenshot, Silence
from peer.json_lines import LineWriter
from peer.room.requests import (
    Admit,
    AdmitAll,
    AskToUnmute,
    Decline,
    End,
    Leave,
    LowerHand,
    Mute,
    PutBack,
    Remove,
    SetCamera,
    SetHand,
    SetMicrophone,
    StopCamera,
)


class ScreenshotSaved(msgspec.Struct, frozen=True, tag_field="type", tag="screenshot_saved"):
    """The answer to `screenshot`: what was written. Empty if nothing could be."""

    paths: tuple[str, ...]


class Hand(QObject):
    """Does what a command says, through the models that QML calls."""

    def __init__(
        self,
        bridge: Bridge,
        call: CallModel,
        meeting: MeetingModel,
        people: PeopleModel,
        door: DoorModel,
        chat: ChatModel,
        writer: LineWriter,
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._screenshots = Screenshots(self)
        self._call = call
        self._meeting = meeting
        self._people = people
        self._door = door
        self._chat = chat
        self._writer = writer

    def obey(self, command: AnyCommand) -> None:
        """Do one command, on the Qt thread."""
        match command:
            case Screenshot(path=path):
                self._screenshots.take(Path(path), lambda saved: self._writer.write(ScreenshotSaved(saved)))
            case Leave():
                self._call.leave()
            case SetMicrophone(on=on):
                _unless(self._meeting.micOn == on, self._meeting.toggleMicrophone)
            case SetCamera(on=on):
                _unless(self._meeting.cameraOn == on, self._meeting.toggleCamera)
            case SetHand(up=up):
                _unless(self._meeting.handUp == up, self._meeting.toggleHand)
            case Chat(text=text, to=to):
                self._chat.send(text, to or "")
            case React(emoji=emoji):
                self._meeting.react(emoji)
            case Rename(name=name):
                self._meeting.rename(name)
            case End():
                self._meeting.endForAll()
            case Admit(guest=guest):
                self._door.admit(guest)
            case AdmitAll():
                self._door.admitAll()
            case Decline(guest=guest, message=message):
                self._door.decline(guest, message)
            case _:
                self._to_a_person(command)

    def _to_a_person(self, command: AnyCommand) -> None:
        match command:
            case Mute(member=member):
                self._people.mute(member)
            case AskToUnmute(member=member):
                self._people.askToUnmute(member)
            case StopCamera(member=member):
                self._people.stopCamera(member)
            case LowerHand(member=str(member)):
                self._people.lowerHand(member)
            case PutBack(member=member):
                self._people.putBack(member)
            case Remove(person=person, reason=""):
                self._people.removeForGood(person)
            case Silence(person=person, on=on):
                self._people.silence(person, on)
            case _:
                self._bridge.send(command)


def _unless(so: bool, act: Callable[[], None]) -> None:
    if not so:
        act()
