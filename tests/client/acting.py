"""The app's window as it is, with a peer in the place of a member's machine that tells what a test has it tell."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from client.app import App
from client.bridge import MakePeer, NewsHeard
from client.models.languages import Languages
from peer.commands import AnyCommand, AnyNews, CameraState, MicrophoneState
from peer.link.secret_store import MemoryStore
from peer.room.notices import Admitted, GuestCard, MemberView
from peer.room.values import (
    NOT_JUDGED,
    Decision,
    InviteKind,
    InviteRef,
    PersonId,
    Role,
    Rules,
    Verdict,
)

ME = "me000000"
HELD = Verdict(Decision.HOLD, "vpn", "DE", "vpn")


def until(so: Callable[[], bool], seconds: float = 5) -> None:
    """Let events come until something is so; `seconds` only ends a test that waits in vain."""
    waited = QElapsedTimer()
    waited.start()
    while not so():
        assert waited.elapsed() < seconds * 1000, "waited in vain"
        QTest.qWait(5)


class Actor:
    """A peer: keeps what it was told to do, and tells what a test says."""

    def __init__(self, news: NewsHeard) -> None:
        self.tell = news
        self.done: list[AnyCommand] = []

    async def run(self) -> None:
        """Take part until cancelled."""
        await asyncio.Event().wait()

    async def do(self, command: AnyCommand) -> None:
        """Keep the command."""
        self.done.append(command)


def a_member(name: str, person: PersonId = "", role: Role = Role.MEMBER, **facts: Any) -> MemberView:
    """A member; their id is made of the name."""
    facts = {"microphone": False, "camera": False, **facts}
    return MemberView(id=person or id_of(name), key=b"k" * 32, name=name, role=role, **facts)


def a_guest(name: str, waits: float = 5.0, **facts: Any) -> GuestCard:
    """A guest at the door."""
    facts = {"invite": InviteRef(1, InviteKind.OPEN), "known": False, "verdict": NOT_JUDGED, **facts}
    return GuestCard(id=id_of(name), key=b"g" * 32, name=name, since=time.time() - waits, **facts)


def id_of(name: str) -> PersonId:
    """The id of the person with this name."""
    return (name.lower().replace(" ", "") + "00000000")[:8]


def admitted(
    *others: MemberView, role: Role = Role.HOST, guests: tuple[GuestCard, ...] = (), **facts: Any
) -> Admitted:
    """Oneself (Amira) is in, with these others."""
    me = a_member("Amira Haddad", ME, role)
    facts = {"title": "Eastbank Council", "rules": Rules(), "ticket": b"t", **facts}
    return Admitted(you=ME, members=(me, *others), guests=guests, **facts)


def a_picture(width: int = 320, height: int = 180, luma: int = 120) -> av.VideoFrame:
    """A plain picture."""
    frame = av.VideoFrame(width, height, "yuv420p")
    for plane, value in zip(frame.planes, (luma, 90, 170), strict=True):
        np.frombuffer(plane, np.uint8)[:] = value
    return frame


class Window:
    """The app's window in a meeting."""

    def __init__(self, home: Path, size: tuple[int, int] = (1280, 800)) -> None:
        self.actor: Actor | None = None
        self.app = App(
            host=b"h" * 32,
            members=lambda _devices, _show: self.make,
            keys=MemoryStore(),
            folder=home,
            home=home,
        )
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self.languages = Languages(application, self.app.settings)
        assert self.app.load(self.languages)
        assert self.app.engine is not None
        main = self.app.engine.rootObjects()[0]
        assert isinstance(main, QQuickWindow)
        self.main = main
        self.main.resize(*size)
        self.main.requestActivate()
        assert QTest.qWaitForWindowActive(self.main)

    def make(self, _link: str, _name: str) -> MakePeer:
        """Make the peer."""

        def make(news: NewsHeard) -> Actor:
            self.actor = Actor(news)
            return self.actor

        return make

    def enter(self, *first: AnyNews) -> None:
        """Begin a meeting and hear this."""
        self.app.call.rejoin("", "Amira")
        until(lambda: self.actor is not None)
        self.tell(*first)

    def tell(self, *news: AnyNews) -> None:
        """Have the peer tell this, from its own thread, and wait until the models heard it."""
        actor = self.actor
        assert actor is not None
        heard: list[AnyNews] = []
        self.app.bridge.news.connect(heard.append)
        for one in news:
            self.app.bridge._loop.call_soon_threadsafe(actor.tell, one)
        until(lambda: len(heard) >= len(news))
        self.app.bridge.news.disconnect(heard.append)
        QTest.qWait(1)

    def sounds_and_shows(self) -> None:
        """One's own microphone and camera are on."""
        self.tell(MicrophoneState(True), CameraState(True))

    def close(self) -> None:
        """End the window."""
        self.languages.remove()
        self.app.close()

    # --- looking ---------------------------------------------------------------------------------

    @property
    def done(self) -> list[AnyCommand]:
        """What the peer was told to do."""
        assert self.actor is not None
        return self.actor.done

    def did(self, command: AnyCommand) -> None:
        """Wait until the peer was told to do this."""
        until(lambda: command in self.done)

    @property
    def admit(self) -> QQuickWindow:
        """The admit dialog."""
        return next(
            window
            for window in QGuiApplication.topLevelWindows()
            if isinstance(window, QQuickWindow) and window.objectName() == "admit"
        )

    def items(self, window: QQuickWindow | None = None) -> Iterator[QQuickItem]:
        """Every item of a window that can be seen, from back to front."""
        yield from _below((window or self.main).contentItem())

    def find(self, name: str, window: QQuickWindow | None = None) -> QQuickItem:
        """The item with this objectName, once it can be seen."""
        found: list[QQuickItem] = []

        def there() -> bool:
            found[:] = [item for item in self.items(window) if item.objectName() == name]
            return bool(found)

        until(there)
        return found[-1]

    def sees(self, text: str, window: QQuickWindow | None = None) -> bool:
        """True if this text can be seen."""
        return any(item.property("text") == text for item in self.items(window))

    # --- doing -----------------------------------------------------------------------------------

    def click(self, what: str | QQuickItem, window: QQuickWindow | None = None) -> None:
        """Press the middle of an item, once it stands still."""
        item = self.find(what, window) if isinstance(what, str) else what
        places = [item.mapToScene(item.boundingRect().center())]

        def still() -> bool:
            QTest.qWait(20)
            places.append(item.mapToScene(item.boundingRect().center()))
            return places[-1] == places[-2]

        until(still)
        at = places[-1]
        QTest.mouseClick(
            window or self.main,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(int(at.x()), int(at.y())),
        )

    def click_text(self, text: str, window: QQuickWindow | None = None) -> None:
        """Press what shows this text."""
        until(lambda: self.sees(text, window))
        self.click([item for item in self.items(window) if item.property("text") == text][-1], window)

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        window: QQuickWindow | None = None,
    ) -> None:
        """Press and release a key."""
        QTest.keyClick(window or self.main, key, modifiers)

    def write(self, text: str, window: QQuickWindow | None = None) -> None:
        """Type a text."""
        for sign in text:
            QTest.keyClick(window or self.main, sign)

    def page(self) -> QObject:
        """The page that shows."""
        page = self.main.property("page")
        assert isinstance(page, QObject)
        return page


def _below(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child
            yield from _below(child)
