"""A screen for the tests of the window: the one that is there, else a virtual one with a software rasteriser."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from client.app import load_fonts

EXPECTED_OF_QT = (
    "pipewire-0.3",
    "PulseAudioService",
    "Failed to initialize PulseAudio",
    "could not connect to PulseAudio",
)
"""QtMultimedia says these where neither PipeWire nor PulseAudio runs."""

COMPLAINTS = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg)


def start_display() -> subprocess.Popen[bytes] | None:
    """Start Xvfb on a free number and name it in DISPLAY, unless there is a display already."""
    os.environ["LIBGL_ALWAYS_SOFTWARE"] = "1"
    os.environ.pop("QT_QUICK_BACKEND", None)
    if os.environ.get("DISPLAY"):
        return None
    read, write = os.pipe()
    server = subprocess.Popen(
        [
            *("Xvfb", "-displayfd", str(write), "-screen", "0", "3840x2160x24"),
            *("-nolisten", "tcp", "-noreset", "+extension", "GLX"),
        ],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with open(read, "rb") as said:
        os.environ["DISPLAY"] = f":{int(said.readline())}"
    return server


@pytest.fixture(scope="session", autouse=True)
def display() -> Iterator[None]:
    """A display for the whole run."""
    server = start_display()
    yield
    if server is not None:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The application class of pytest-qt: no widgets."""
    os.environ["QT_QUICK_CONTROLS_STYLE"] = "Basic"
    return QGuiApplication


@pytest.fixture(autouse=True)
def words_of_qt(display: None, qapp: QGuiApplication) -> Iterator[list[str]]:
    """Fail a test in which Qt or QML complained."""
    del display
    load_fonts(qapp)
    qapp.setQuitOnLastWindowClosed(False)
    said: list[str] = []

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if kind in COMPLAINTS and not any(known in message for known in EXPECTED_OF_QT):
            said.append(message)

    before = qInstallMessageHandler(hear)
    yield said
    qInstallMessageHandler(before)
    assert not said, said
