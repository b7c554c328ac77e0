"""The composition root of the window: builds everything, passes it by constructor, decides nothing."""

from __future__ import annotations

import argparse
import asyncio
import gc
import logging
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import PySide6.QtQuick  # noqa: F401  registers the Quick types: without it an item arrives as a bare QObject
import qasync
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QIcon
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuickControls2 import QQuickStyle

from client.bridge import Bridge, PictureSeen
from client.devices.devices import DevicesModel
from client.doorbell import Doorbell
from client.hosting import Hosting, Opening
from client.lines import Hand
from client.members import Members
from client.models.call import CallModel, MakeMember
from client.models.calls import CallsModel, SendersModel
from client.models.chat import ChatModel
from client.models.cohosts import CoHostsModel
from client.models.door import DoorModel
from client.models.goodbye import GoodbyeModel
from client.models.hiding import HidingModel
from client.models.home import HomeModel
from client.models.invite_sheet import InviteSheetModel
from client.models.languages import Languages
from client.models.meeting import MeetingModel
from client.models.order_log import OrderLogModel
from client.models.orders import OrdersModel
from client.models.people import PeopleModel
from client.models.prejoin import PreJoinModel
from client.models.reactions import ReactionsModel
from client.models.recent import Recent
from client.models.removals import RemovalsModel
from client.models.resuming import PeopleBackModel, RightsBackModel
from client.models.roster import Roster
from client.models.rules import RulesModel
from client.models.sent import SentModel
from client.models.settings import SettingsModel
from client.models.stage import StageModel
from client.models.suspension import SuspensionModel
from client.models.waiting import WaitingModel
from client.pictures import Pictures
from client.portraits import PROVIDER, PortraitProvider, Portraits
from client.record_reader import RecordReader
from client.saving import Saver
from client.settings import Store
from peer import joining
from peer.commands import AnyCommand, AnyNews
from peer.counters import CounterWatch
from peer.failures import Failure
from peer.json_lines import LineError, LineReader, LineWriter
from peer.keys import Identity
from peer.link.invite import parse_invite
from peer.link.secret_store import KeyringLocked, SecretStore, installation_secret
from peer.media.sources import SoundSink, SoundSource, VideoSource
from peer.room.notices import InviteMade
from peer.room.values import InviteKind, InviteRef, PersonId
from peer.secret import home_of, store_of

HERE = Path(__file__).resolve().parent
QML = HERE / "qml"
RESOURCES = HERE.parent / "resources"

log = logging.getLogger("vestibule.window")


@dataclass(frozen=True)
class Given:
    """Files and test sources that the command line puts in the place of devices."""

    camera: VideoSource | None = None
    microphone: SoundSource | None = None
    speaker: SoundSink | None = None


class App(QObject):
    """Everything that a window consists of, from the bridge to the QML engine.

    `host` is the public key by which one hosts; `keys` keeps those of running meetings, `folder` has their run
    files; `home` is where the settings lie, None for the system's place. `members` makes the maker of members from
    the devices and the way of pictures to the screen.
    """

    def __init__(
        self,
        *,
        host: bytes,
        members: Callable[[DevicesModel, PictureSeen], MakeMember],
        keys: SecretStore,
        folder: Path,
        home: Path | None = None,
        given: Given = Given(),
    ) -> None:
        super().__init__()
        self._host = host
        self.bridge = Bridge(self)
        self.pictures = Pictures(self)
        self.settings = SettingsModel(Store(home), self)
        self.devices = DevicesModel(self.pictures, given.camera, given.microphone, given.speaker, self)
        self.hosting = Hosting(folder, keys, self)
        self.roster = Roster(self.bridge, self)
        self.portraits = Portraits(self.bridge, self.roster, self.settings, self)
        make_member = members(self.devices, self.pictures.show)
        self.call = CallModel(self.bridge, self.settings, self.open, make_member, self)
        self.meeting = MeetingModel(self.bridge, self.roster, self)
        self.hiding = HidingModel(self.bridge, self.roster, self)
        self.stage = StageModel(self.bridge, self.roster, self.pictures, self.hiding, self)
        self.people = PeopleModel(self.bridge, self.roster, self.hiding, self)
        self.rules = RulesModel(self.bridge, self)
        self.orders = OrdersModel(self.bridge, self.roster, self)
        self.recent = Recent(self.bridge, self.roster, self)
        self.sent = SentModel(self.bridge, self.roster, self.recent, self)
        self.suspension = SuspensionModel(self.bridge, self.roster, self)
        self.calls = CallsModel(self.bridge, self.roster, self)
        self.senders = SendersModel(self.roster, self.recent, self.calls, self)
        self.rights_back = RightsBackModel(self.bridge, self.roster, self)
        self.people_back = PeopleBackModel(self.bridge, self.roster, self)
        self.reactions = ReactionsModel(self.roster, self.hiding, self)
        self.door = DoorModel(self.bridge, self.roster, self)
        self.chat = ChatModel(self.bridge, self.roster, self.hiding, self)
        self.home_page = HomeModel(self.settings, self)
        self.pre_join = PreJoinModel(self.settings, self)
        self.waiting = WaitingModel(self.bridge, self.pictures, self)
        self.goodbye = GoodbyeModel(self.bridge, self)
        self.saver = Saver(self)
        self.invites = InviteSheetModel(self.bridge, self.roster, self.saver, self)
        self.cohosts = CoHostsModel(self.bridge, self.roster, self)
        self.removals = RemovalsModel(self.bridge, self)
        self.order_log = OrderLogModel(RecordReader(folder, keys, self), self.saver, self)
        self.doorbell = Doorbell(self.devices, self)
        self.engine: QQmlApplicationEngine | None = None
        self._tie()

    def _tie(self) -> None:
        self.hosting.opened.connect(self.call.serviceOpened)
        self.hosting.failed.connect(self.call.serviceFailed)
        self.call.failed.connect(self.goodbye.show)
        self.call.inviteChanged.connect(lambda: self.invites.showOpenLink(self.call.myInvite))
        self.door.knocked.connect(self.doorbell.ring)
        self.devices.failed.connect(self.meeting.deviceFailed)
        self.settings.changed.connect(self._choose_devices)
        self._choose_devices()

    def _choose_devices(self) -> None:
        kept = self.settings.kept
        self.devices.camera = kept.camera
        self.devices.microphone = kept.microphone
        self.devices.speaker = kept.speaker

    def open(self, title: str, waiting_room: bool) -> None:
        """Start the host's service, for the models."""
        port = self.settings.kept.port
        self.hosting.start(Opening(title, self._host, waiting_room, port))

    def load(self, languages: Languages) -> bool:
        """Open the window; false if its QML does not load."""
        self.engine = QQmlApplicationEngine()
        self.engine.warnings.connect(warn)
        self.engine.addImageProvider(PROVIDER, PortraitProvider(self.portraits))
        languages.follow(self.engine)
        self.engine.setInitialProperties(
            {
                "call": self.call,
                "meeting": self.meeting,
                "stage": self.stage,
                "people": self.people,
                "rules": self.rules,
                "orders": self.orders,
                "sent": self.sent,
                "suspension": self.suspension,
                "calls": self.calls,
                "senders": self.senders,
                "rightsBack": self.rights_back,
                "peopleBack": self.people_back,
                "hiding": self.hiding,
                "merged": self.reactions,
                "door": self.door,
                "chat": self.chat,
                "home": self.home_page,
                "preJoin": self.pre_join,
                "waiting": self.waiting,
                "settings": self.settings,
                "invites": self.invites,
                "cohosts": self.cohosts,
                "orderLog": self.order_log,
                "removals": self.removals,
                "goodbye": self.goodbye,
                "devices": self.devices,
            }
        )
        self.engine.load(QUrl.fromLocalFile(str(QML / "Main.qml")))
        return bool(self.engine.rootObjects())

    @property
    def root(self) -> QObject:
        """The main window."""
        assert self.engine is not None
        return self.engine.rootObjects()[0]

    def close(self) -> None:
        """End everything, views before what they show. Whoever closes the window leaves the meeting."""
        if self.call.page in ("waiting", "meeting"):
            self.call.leave()
        self.door.close()
        if self.engine is not None:
            engine, self.engine = self.engine, None
            engine.deleteLater()
            QCoreApplication.sendPostedEvents(engine, QEvent.Type.DeferredDelete)
        self.bridge.close()
        self.pictures.close()
        self.hosting.close()
        self.devices.close()
        self.order_log.close()
        self.saver.close()
        self.settings.close()


def warn(warnings: Sequence[QQmlError]) -> None:
    """Log what QML complains about: each is a mistake of ours."""
    for warning in warnings:
        log.error("%s", warning.toString())


def make_application(arguments: Sequence[str]) -> QGuiApplication:
    """Return the application, with our fonts and the plain style. There is at most one in a process."""
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    application = QGuiApplication(list(arguments))
    application.setApplicationName("vestibule")
    application.setApplicationDisplayName("Vestibule")
    application.setDesktopFileName("vestibule")
    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "door-open.svg")))
    load_fonts(application)
    return application


def load_fonts(application: QGuiApplication) -> None:
    """Take Inter, and for Arabic IBM Plex, from our own resources."""
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    QFont.insertSubstitution("Inter", "IBM Plex Sans Arabic")
    application.setFont(QFont("Inter"))


def run_window(arguments: argparse.Namespace) -> int:
    """Open the app's window and return its exit status. Raises Failure before there is a window."""
    store = store_of(arguments)
    secret = secret_in(store)
    given = Given(
        camera=joining.camera(arguments.camera),
        microphone=joining.microphone(arguments.microphone),
        speaker=joining.speaker(arguments.speaker) if arguments.speaker else None,
    )
    QQuickStyle.setStyle("Basic")
    application = make_application(sys.argv[:1])
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    writer = LineWriter() if arguments.json else None
    watch = CounterWatch(writer.write) if writer is not None and arguments.read_counters else None

    def members(devices: DevicesModel, show: PictureSeen) -> MakeMember:
        return Members(secret, devices, show if watch is None else counted(watch, show)).make

    app = App(
        host=Identity.for_hosting(secret).public,
        members=members,
        keys=store,
        folder=home_of(arguments),
        home=arguments.home,
        given=given,
    )
    languages = Languages(application, app.settings)
    if not app.load(languages):
        app.close()
        return 1
    open_at(app.root, arguments.size)
    # What is there now stays: each time that the collector looked through it the window stood still for some 50 ms.
    gc.freeze()
    if writer is not None:
        speak_lines(app, writer, application, loop)
    begin(app, arguments)
    application.lastWindowClosed.connect(loop.stop)
    try:
        with loop:
            loop.run_forever()
    finally:
        app.close()
        if writer is not None:
            writer.close()
    return 0


def open_at(root: QObject, size: str | None) -> None:
    """Give the window the size that the command line asks for. Raises Failure."""
    if size is None:
        return
    width, _, height = size.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise Failure("bad_size")
    root.setProperty("width", int(width))
    root.setProperty("height", int(height))


def secret_in(store: SecretStore) -> bytes:
    """Return the installation's secret. Blocks. Raises Failure."""
    try:
        return installation_secret(store)
    except KeyringLocked as locked:
        raise Failure("keyring_locked") from locked


def counted(watch: CounterWatch, show: PictureSeen) -> PictureSeen:
    """Return a way for pictures to the screen that reads their counters too."""

    def seen(person: PersonId, picture: av.VideoFrame) -> None:
        watch.seen(person, picture)
        show(person, picture)

    return seen


def begin(app: App, arguments: argparse.Namespace) -> None:
    """Do what the command line asks: open a link, start a meeting, or go back into one that still runs here."""
    name = arguments.name or app.settings.kept.name
    if arguments.host_title:
        app.call.startMeeting(arguments.host_title, arguments.waiting_room == "on", name or "Host")
    elif arguments.link:
        app.call.openInvite(arguments.link)
        if arguments.join_at_once:
            app.call.join(name or "Guest", False, False)
    else:
        running = app.hosting.find()
        if running is not None:
            app.call.rejoin(running.link, name or "Host")


def speak_lines(app: App, writer: LineWriter, application: QGuiApplication, loop: Any) -> None:
    """Speak JSON lines as `vestibule join` does; the end of standard input closes the window."""
    hand = Hand(app.bridge, app.call, app.meeting, app.people, app.door, app.chat, writer)
    app.hand = hand  # type: ignore[attr-defined]

    def heard(command: AnyCommand) -> None:
        hand.obey(command)

    def wrong(error: LineError) -> None:
        writer.write(error)

    def told(news: AnyNews) -> None:
        writer.write(news)

    def opened(link: str) -> None:
        writer.write(InviteMade(InviteRef(parse_invite(link).number, InviteKind.OPEN), link))

    app.hosting.opened.connect(opened)
    app.bridge.news.connect(told)
    LineReader[AnyCommand](AnyCommand, heard=heard, wrong=wrong, ended=application.quit).start(loop)
