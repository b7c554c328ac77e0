"""One page of the app in a window of its own, with its real models; what a person would see and press."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from client.bridge import Bridge
from client.devices.devices import DevicesModel
from client.models.goodbye import GoodbyeModel
from client.models.home import HomeModel
from client.models.invite_sheet import InviteSheetModel
from client.models.languages import Languages
from client.models.prejoin import PreJoinModel
from client.models.roster import Roster
from client.models.settings import SettingsModel
from client.models.waiting import WaitingModel
from client.pictures import Pictures
from client.saving import Saver
from client.settings import Store
from peer.commands import AnyCommand, AnyNews
from peer.keys import random_secret
from peer.link.invite import Invite
from peer.media.sources import SoundSource, VideoSource

ROOT = Path(__file__).resolve().parents[2]
QML = ROOT / "client" / "qml"
HOST_KEY = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
"""The public key of RFC 8032, section 7.1, test 2."""


def an_invite(number: int = 1, *addresses: str, port: int = 48100) -> str:
    """A link that could be opened."""
    secret = random_secret()
    return Invite(
        addresses=addresses or ("203.0.113.24", "2001:db8::1"),
        port=port,
        meeting="abcdefghijklm",
        fingerprint=secret,
        host=HOST_KEY,
        number=number,
        token=secret[:16],
    ).link


class Recorder:
    """A peer that takes part in nothing and keeps what it was told to do."""

    def __init__(self) -> None:
        self.done: list[AnyCommand] = []

    async def run(self) -> None:
        """End at once."""

    async def do(self, command: AnyCommand) -> None:
        """Keep it."""
        self.done.append(command)


@dataclass
class Models:
    """The real models of the screens, over a bridge whose peer only listens."""

    home: Path
    peer: Recorder = field(default_factory=Recorder)
    camera: VideoSource | None = None
    microphone: SoundSource | None = None

    def __post_init__(self) -> None:
        self.bridge = Bridge()
        self.bridge.start(lambda _: self.peer)
        self.store = Store(self.home)
        self.settings = SettingsModel(self.store)
        self.pictures = Pictures()
        self.devices = DevicesModel(self.pictures, self.camera, self.microphone)
        self.home_page = HomeModel(self.settings)
        self.pre_join = PreJoinModel(self.settings)
        self.waiting = WaitingModel(self.bridge, self.pictures)
        self.goodbye = GoodbyeModel(self.bridge)
        self.roster = Roster(self.bridge)
        self.saver = Saver()
        self.invites = InviteSheetModel(self.bridge, self.roster, self.saver)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        self.languages = Languages(app, self.settings)

    def hear(self, *news: AnyNews) -> None:
        """Say to the models what the host's machine would tell."""
        for one in news:
            self.bridge.news.emit(one)

    def close(self) -> None:
        """End what runs."""
        self.languages.remove()
        self.devices.close()
        self.saver.close()
        self.settings.close()
        self.bridge.close()

    def given(self, page: str) -> dict[str, QObject]:
        """The models that a page asks for."""
        return {
            "Home": {"home": self.home_page, "settings": self.settings},
            "PreJoin": {"preJoin": self.pre_join, "devices": self.devices, "settings": self.settings},
            "Waiting": {"waiting": self.waiting},
            "Goodbye": {"goodbye": self.goodbye},
            "Settings": {"settings": self.settings, "devices": self.devices},
            "InviteSheet": {"invites": self.invites},
        }[page]


class Screen:
    """A page on the screen."""

    def __init__(
        self, models: Models, page: str, size: tuple[int, int] = (1440, 900), mirrored: bool = False
    ) -> None:
        self.models = models
        self.warnings: list[str] = []
        self.engine = QQmlApplicationEngine()
        self.engine.warnings.connect(self._warned)
        models.languages.follow(self.engine)
        self.engine.setInitialProperties(
            {
                "settings": models.settings,
                "page": QUrl.fromLocalFile(str(QML / f"{page}.qml")),
                "given": models.given(page),
                "width": size[0],
                "height": size[1],
                "mirrored": mirrored,
            }
        )
        self.engine.load(QUrl.fromLocalFile(str(Path(__file__).with_name("Frame.qml"))))
        assert self.engine.rootObjects(), self.warnings
        window = self.engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        self.window = window
        self.page: Any = window.property("shown")
        window.requestActivate()
        assert QTest.qWaitForWindowActive(window)

    def _warned(self, found: list[QQmlError]) -> None:
        self.warnings.extend(warning.toString() for warning in found)

    def close(self) -> None:
        """Take the page off the screen; no QML warning may have come."""
        self.models.languages.leave(self.engine)
        for gone in (self.window, self.engine):
            gone.deleteLater()
            QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
        assert not self.warnings

    # --- what is there ---------------------------------------------------------------------------

    def items(self, top: QQuickItem | None = None) -> Iterator[QQuickItem]:
        """Every item that can be seen, from back to front."""
        for child in (top or self.window.contentItem()).childItems():
            if child.isVisible():
                yield child
                yield from self.items(child)

    def find(self, name: str) -> QQuickItem:
        """The item with this objectName."""
        return next(item for item in self.items() if item.objectName() == name)

    def words(self) -> list[str]:
        """All texts that can be seen."""
        return [
            str(text)
            for item in self.items()
            if (text := item.property("text")) and item.inherits("QQuickText")
        ]

    # --- what a person does ------------------------------------------------------------------------

    def click(self, name: str) -> None:
        """Press the middle of an item with the mouse."""
        item = self.find(name)
        middle = item.mapToScene(item.boundingRect().center())
        QTest.mouseClick(
            self.window,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(middle.x(), middle.y()),
        )

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        QTest.keyClick(self.window, key, modifiers)

    def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        for sign in text:
            QTest.keyClick(self.window, sign)

    def focused(self) -> str:
        """The objectName of what has the focus."""
        item = self.window.activeFocusItem()
        return item.objectName() if item is not None else ""

    def tab_to(self, name: str, limit: int = 60) -> None:
        """Go to an item with Tab only."""
        for _ in range(limit):
            if self.focused() == name:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {name}")

    def colours(self, name: str) -> set[int]:
        """The colours that an item shows now."""
        item = self.find(name)
        picture = self.window.grabWindow().copy(item.mapRectToScene(item.boundingRect()).toRect())
        return {
            picture.pixel(x, y) for x in range(0, picture.width(), 4) for y in range(0, picture.height(), 4)
        }

    def save(self, path: Path) -> None:
        """Save a picture of the window."""
        assert self.window.grabWindow().save(str(path))


def load_fonts() -> None:
    """Make the app's fonts known."""
    for font in sorted((ROOT / "resources" / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))


Show = Callable[..., Screen]
