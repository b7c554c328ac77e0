"""The window of `vestibule bench ui`: the app as it is, in a process of its own, with a 2 ms timer on its Qt thread."""

from __future__ import annotations

import asyncio
import gc
import os
import tempfile
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path

import av
import qasync
from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtQuickControls2 import QQuickStyle

from client.app import App, make_application
from client.bench.ui_cast import FPS, PEOPLE, Seen, Show, Shown, Tell, Watch, pictures, shift
from client.bench.ui_member import PipedMember
from client.bridge import MakePeer, NewsHeard, PictureSeen
from client.models.languages import Languages
from peer.link.secret_store import MemoryStore
from peer.room.values import PersonId

TICK_MS = 2
LOOK_MS = 50


class Painter:
    """The same pictures without a meeting: a thread gives each tile one at its rate, as a decoder does."""

    def __init__(self, show: PictureSeen) -> None:
        self._show = show
        self._pictures = pictures()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin."""
        self._stopping.clear()
        self._thread = threading.Thread(target=self._run, name="painter", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End; nothing is shown afterwards."""
        if self._thread is not None:
            self._stopping.set()
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        began = time.monotonic()
        turn = 0
        while not self._stopping.is_set():
            number, who = divmod(turn, len(PEOPLE))
            self._show(PEOPLE[who], self._pictures[shift(number, who)])
            turn += 1
            self._stopping.wait(max(0.0, began + turn / (FPS * len(PEOPLE)) - time.monotonic()))


class Stage(QObject):
    """Does what the bench's main process asks for. All on the Qt thread, but for `show`."""

    def __init__(self, orders: Connection, signals: Connection) -> None:
        super().__init__()
        self._orders = orders
        self._signals = signals
        self._painter = Painter(self.show)
        self._missing: set[PersonId] = set()
        self._pictures = self._frames = self._news = 0
        self._block = 0.0
        self._last = self._began = time.perf_counter()
        self._notifier = QSocketNotifier(orders.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._readable)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._tell_if_all_shown)

    def make_member(self, _link: str, _name: str) -> MakePeer:
        """What the app asks for when somebody joins."""

        def make(news: NewsHeard) -> PipedMember:
            return PipedMember(self._signals, news, self.show)

        return make

    def watch(self, app: App, window: QQuickWindow) -> None:
        """From now on the window is there, and does what is asked for."""
        self._app = app
        self._window = window
        window.frameSwapped.connect(self._swapped)
        app.bridge.news.connect(self._told)
        self._timer.start()

    def show(self, person: PersonId, picture: av.VideoFrame) -> None:
        """Put a picture into its tile, as the app does, and count it. From any thread."""
        self._app.pictures.show(person, picture)
        self._pictures += 1
        self._missing.discard(person)

    def close(self) -> None:
        """Show nothing more."""
        self._painter.stop()
        self._timer.stop()
        self._look.stop()
        self._notifier.setEnabled(False)

    @Slot()
    def _readable(self) -> None:
        try:
            order = self._orders.recv()
        except EOFError:
            order = None
        match order:
            case Show(meeting=meeting):
                self._change(meeting)
            case Watch():
                self._pictures = self._frames = self._news = 0
                self._block = 0.0
                self._began = self._last = time.perf_counter()
            case Tell():
                self._orders.send(self._seen())
            case None:
                self.close()
                QGuiApplication.quit()

    def _change(self, meeting: bool) -> None:
        self._painter.stop()
        self._app.bridge.stop()
        self._missing = set(PEOPLE)
        if meeting:
            self._app.call.join("Window", False, False)
        else:
            self._painter.start()
        self._look.start()

    def _seen(self) -> Seen:
        return Seen(
            block=self._block,
            frames=self._frames,
            pictures=self._pictures,
            news=self._news,
            seconds=time.perf_counter() - self._began,
            tile=next(
                (
                    (round(item.width()), round(item.height()))
                    for item in _below(self._window.contentItem())
                    if item.metaObject().className().endswith("VideoOutput")
                ),
                (0, 0),
            ),
        )

    @Slot()
    def _tell_if_all_shown(self) -> None:
        if not self._missing:
            self._look.stop()
            self._orders.send(Shown())

    @Slot()
    def _tick(self) -> None:
        now = time.perf_counter()
        self._block = max(self._block, now - self._last - TICK_MS / 1000)
        self._last = now

    @Slot()
    def _swapped(self) -> None:
        self._frames += 1

    @Slot(object)
    def _told(self, _news: object) -> None:
        self._news += 1


def _below(item: QQuickItem) -> list[QQuickItem]:
    return [item, *(one for child in item.childItems() for one in _below(child))]


def open_window(orders: Connection, signals: Connection, screen: dict[str, str]) -> None:
    """The process's main function. `screen` is the environment that names a virtual one, or empty."""
    os.environ.update(screen)
    QQuickStyle.setStyle("Basic")
    application = make_application(["vestibule"])
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    stage = Stage(orders, signals)
    with tempfile.TemporaryDirectory() as home:
        app = App(
            host=bytes(32),
            members=lambda _devices, _picture: stage.make_member,
            keys=MemoryStore(),
            folder=Path(home),
            home=Path(home),
        )
        try:
            if app.load(Languages(application, app.settings)) and app.engine is not None:
                window = app.engine.rootObjects()[0]
                assert isinstance(window, QQuickWindow)
                stage.watch(app, window)
                gc.freeze()  # as the app does
                with loop:
                    loop.run_forever()
        finally:
            stage.close()
            app.close()
