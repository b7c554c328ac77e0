"""The settings page: each row does what it says, at once."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from client.settings import Appearance, Language, SavedInvite, Store
from peer.room.values import ChatScope
from tests.client.screens import QML, Models, Screen, Show


def at(screen: Screen, section: int) -> None:
    """Go to one of the pages with the mouse."""
    screen.click(f"section{section}")
    assert screen.page.property("section") == section


@pytest.mark.parametrize(("section", "row"), [(0, "enterMuted"), (1, "enterCameraOff"), (3, "waitingRoom")])
def test_a_switch_changes_its_setting_and_back(models: Models, show: Show, section: int, row: str) -> None:
    screen = show("Settings")
    at(screen, section)
    before = getattr(models.settings, row)
    screen.click(row)
    assert getattr(models.settings, row) is not before
    screen.click(row)
    assert getattr(models.settings, row) is before


def test_the_language_changes_while_the_window_is_open(models: Models, show: Show) -> None:
    models.settings.change(language=Language.ENGLISH)
    screen = show("Settings")
    at(screen, 5)
    assert "Settings" in screen.words()
    screen.click("language2")
    assert "Instellingen" in screen.words()
    screen.click("language1")
    assert "Settings" in screen.words()


def test_the_colours_change_at_once(models: Models, show: Show) -> None:
    models.settings.change(appearance=Appearance.DARK)
    screen = show("Settings")
    at(screen, 6)
    dark = screen.window.color()
    models.settings.appearance = 2
    assert screen.window.color() != dark
    models.settings.appearance = 3
    assert screen.window.color().name() == "#000000"


def test_the_palette_is_chosen_with_arrow_keys(models: Models, show: Show) -> None:
    models.settings.change(appearance=Appearance.DARK)
    screen = show("Settings")
    at(screen, 6)
    for _ in range(30):
        screen.key(Qt.Key.Key_Tab)
        item = screen.window.activeFocusItem()
        if item is not None and item.property("text") == "Dark":
            break
    screen.key(Qt.Key.Key_Right)
    assert models.settings.kept.appearance is Appearance.LIGHT
    screen.key(Qt.Key.Key_Right)
    assert models.settings.kept.appearance is Appearance.CONTRAST
    screen.key(Qt.Key.Key_Right)
    assert models.settings.kept.appearance is Appearance.CONTRAST


def test_the_port_takes_only_a_port(models: Models, show: Show) -> None:
    screen = show("Settings")
    at(screen, 2)
    screen.click("port")
    screen.type("48100")
    assert models.settings.port == 48100
    screen.type("\b\b")
    assert models.settings.port == 4810
    assert any("A port is a number" in text for text in screen.words())
    screen.type("\b\b\b")
    assert models.settings.port == 0


@pytest.mark.parametrize("text", ["x", "80", "65536", "99999999999", "-1", "٤٨١٠٠"])
def test_no_other_text_is_a_port(models: Models, text: str) -> None:
    assert not models.settings.setPort(text)
    assert models.settings.port == 0


def test_who_may_chat_is_set_for_new_meetings(models: Models) -> None:
    models.settings.setChatScope(1)
    assert models.settings.kept.new_meeting.chat is ChatScope.HOST


def test_kept_invites_are_erased_after_a_question(models: Models, show: Show, qtbot: QtBot) -> None:
    models.settings.change(saved=(SavedInvite("vestibule://join/x", "Chess"),))
    screen = show("Settings")
    at(screen, 4)
    screen.click("erase")
    qtbot.waitUntil(lambda: "Erase all kept invites?" in screen.words())
    screen.key(Qt.Key.Key_Escape)
    assert models.settings.savedInvites == 1
    qtbot.waitUntil(lambda: "Erase all kept invites?" not in screen.words())
    screen.click("erase")
    qtbot.waitUntil(lambda: "Erase all kept invites?" in screen.words())
    screen.click("eraseNow")
    assert models.settings.savedInvites == 0


def test_changes_are_on_disk_soon_and_at_the_end(models: Models, qtbot: QtBot) -> None:
    models.settings.name = "Lena"
    qtbot.waitUntil(lambda: Store(models.home).settings.name == "Lena")
    models.settings.name = "Bo"
    models.settings.close()
    assert Store(models.home).settings.name == "Bo"


def test_the_shortcuts_told_are_those_that_work() -> None:
    said = set(re.findall(r'keys: "([^"]+)"', (QML / "Settings.qml").read_text("utf-8")))
    work = {
        keys
        for path in QML.rglob("*.qml")
        for keys in re.findall(r'sequences?: \[?"([^"]+)"', path.read_text("utf-8"))
    }
    assert len(said) > 10
    assert said <= work
