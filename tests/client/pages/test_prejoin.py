"""Pre-join: what the link says, and nothing dialled before the knock."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from client.invites import key_words
from peer.media.picture_sources import TestCamera
from peer.media.sound_files import TestMicrophone
from tests.client.screens import HOST_KEY, Models, Screen, Show, an_invite


def test_the_page_shows_what_the_link_says(models: Models, show: Show) -> None:
    models.pre_join.link = an_invite(1, "8.8.8.8", "192.168.1.4")
    words = show("PreJoin").words()
    assert key_words(HOST_KEY) in words
    assert "abcdefghijklm" in words
    assert "1 address on the internet, port 48100" in words
    assert "Open: whoever has the link can knock" in words
    assert "Connecting shows your network address to the host." in words
    assert "Nothing has been sent yet" in words


@pytest.mark.parametrize(
    ("addresses", "said"),
    [
        (("127.0.0.1",), "This computer, port 48100"),
        (("192.168.1.4",), "1 address of a local network, port 48100"),
        (("192.168.1.4", "10.0.0.1"), "2 addresses of a local network, port 48100"),
        (("8.8.8.8", "9.9.9.9", "10.0.0.1"), "2 addresses on the internet, port 48100"),
    ],
)
def test_it_says_where_the_link_leads(models: Models, addresses: tuple[str, ...], said: str) -> None:
    models.pre_join.link = an_invite(1, *addresses)
    assert models.pre_join.where == said


def test_a_personal_invite_does_not_claim_for_whom(models: Models) -> None:
    models.pre_join.link = an_invite(7)
    assert models.pre_join.kind == "Number 7: the host’s computer knows whom it is for"


def test_a_damaged_link_cannot_be_knocked_with(models: Models, show: Show) -> None:
    models.settings.change(name="Lena")
    models.pre_join.link = an_invite()[:-4]
    screen = show("PreJoin")
    assert models.pre_join.problem in screen.words()
    assert not screen.find("knock").isEnabled()


def test_one_knocks_with_a_name_and_the_keyboard(models: Models, show: Show) -> None:
    models.pre_join.link = an_invite()
    screen = show("PreJoin")
    asked = QSignalSpy(screen.page.joinAsked)
    assert not screen.find("knock").isEnabled()
    screen.tab_to("name")
    screen.type("Lena")
    screen.tab_to("knock")
    screen.key(Qt.Key.Key_Return)
    assert asked.at(0) == ["Lena", False, False]
    assert models.settings.kept.name == "Lena"


def test_another_invite_starts_with_the_kept_name(models: Models) -> None:
    models.settings.change(name="Lena")
    models.pre_join.link = an_invite()
    assert models.pre_join.name == "Lena"
    models.pre_join.name = "Somebody else"
    models.pre_join.link = an_invite()
    assert models.pre_join.name == "Lena"


def test_opening_a_link_dials_nothing(models: Models, show: Show) -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        door.setblocking(False)
        models.pre_join.link = an_invite(1, "127.0.0.1", port=door.getsockname()[1])
        show("PreJoin")
        with pytest.raises(BlockingIOError):
            door.accept()


def test_no_device_is_a_normal_state(models: Models, show: Show) -> None:
    screen = show("PreJoin")
    if not models.devices.hasCamera:
        assert "No camera" in screen.words()
        assert not screen.find("camera").isEnabled()
    if not models.devices.hasMicrophone:
        assert "No microphone" in screen.words()
        assert not screen.find("microphone").isEnabled()


def test_one_sees_and_hears_oneself_before_the_knock(
    tmp_path: Path, qapp: QGuiApplication, qtbot: QtBot
) -> None:
    del qapp
    models = Models(tmp_path, camera=TestCamera(320, 180, 15), microphone=TestMicrophone())
    models.settings.change(name="Lena", enter_muted=False)
    models.pre_join.link = an_invite()
    screen = Screen(models, "PreJoin")
    try:
        qtbot.waitUntil(lambda: models.devices.level > 0)
        still = screen.colours("preview")
        screen.click("camera")
        qtbot.waitUntil(lambda: len(screen.colours("preview") - still) > 100)
        asked = QSignalSpy(screen.page.joinAsked)
        screen.click("knock")
        assert asked.at(0) == ["Lena", True, True]
        screen.click("camera")
        qtbot.waitUntil(lambda: len(screen.colours("preview") - still) < 100)
    finally:
        screen.close()
        models.close()
