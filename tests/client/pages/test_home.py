"""Home: start, join, keep an invite, with mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from client.models.home import reach
from client.settings import Store
from tests.client.screens import Models, Show, an_invite


def test_a_meeting_is_started_with_the_keyboard_alone(show: Show) -> None:
    screen = show("Home")
    asked = QSignalSpy(screen.page.startAsked)
    screen.tab_to("title")
    screen.type("Chess")
    screen.tab_to("name")
    screen.type("Lena")
    screen.tab_to("start")
    screen.key(Qt.Key.Key_Space)
    assert [asked.at(i) for i in range(asked.count())] == [["Chess", True, "Lena"]]


def test_a_meeting_without_a_title_is_named_after_its_host(models: Models, show: Show) -> None:
    models.settings.change(name="Lena")
    screen = show("Home")
    asked = QSignalSpy(screen.page.startAsked)
    screen.click("start")
    assert asked.at(0) == ["Meeting of Lena", True, "Lena"]


def test_nobody_starts_without_a_name(show: Show) -> None:
    screen = show("Home")
    assert not screen.find("start").isEnabled()


def test_the_waiting_room_can_be_off_for_one_meeting(models: Models, show: Show) -> None:
    models.settings.change(name="Lena")
    screen = show("Home")
    asked = QSignalSpy(screen.page.startAsked)
    screen.click("waitingRoom")
    screen.click("start")
    assert asked.at(0)[1] is False
    assert models.settings.kept.new_meeting.waiting_room


def test_a_link_is_checked_while_it_is_typed(models: Models, show: Show) -> None:
    screen = show("Home")
    screen.click("link")
    screen.type("vestibule:/")
    assert models.home_page.problem == ""
    screen.type("x")
    assert any("This is not an invite." in text for text in screen.words())
    assert not screen.find("join").isEnabled()


def test_a_pasted_invite_is_opened(models: Models, show: Show) -> None:
    screen = show("Home")
    opened = QSignalSpy(screen.page.inviteOpened)
    link = an_invite()
    screen.click("link")
    screen.type(link)
    assert models.home_page.good
    screen.key(Qt.Key.Key_Return)
    assert opened.at(0) == [link]


def test_a_cut_invite_says_so(models: Models) -> None:
    models.home_page.pasted = an_invite()[:-3]
    assert models.home_page.problem.startswith("A part of this invite is missing")


def test_an_invite_is_kept_opened_and_forgotten(models: Models, show: Show, qtbot: QtBot) -> None:
    screen = show("Home")
    link = an_invite()
    models.home_page.pasted = link
    screen.tab_to("keep")
    screen.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.focused() == "label")
    screen.type("Chess club")
    screen.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Chess club" in screen.words())
    assert models.home_page.pasted == ""
    qtbot.waitUntil(lambda: Store(models.home).settings.saved == models.settings.kept.saved)
    models.home_page.forget(link)
    qtbot.waitUntil(lambda: "No invites are kept" in screen.words())


def test_escape_keeps_nothing_and_gives_the_focus_back(models: Models, show: Show, qtbot: QtBot) -> None:
    screen = show("Home")
    models.home_page.pasted = an_invite()
    screen.tab_to("keep")
    screen.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: screen.focused() == "label")
    screen.key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: screen.focused() == "keep")
    assert models.settings.kept.saved == ()


def test_the_same_invite_is_kept_once(models: Models) -> None:
    link = an_invite()
    assert models.home_page.keep(link, "one")
    assert models.home_page.keep(f"  {link}\n", "two")
    assert [invite.label for invite in models.settings.kept.saved] == ["two"]
    assert not models.home_page.keep("https://example.org", "none")


def test_what_is_said_of_this_computer_is_what_its_addresses_say(models: Models, show: Show) -> None:
    screen = show("Home")
    assert models.home_page.doorTone == {"internet": "good", "local": "neutral", "none": "warn"}[reach()]
    assert models.home_page.doorText in screen.words()


def test_settings_that_cannot_be_saved_are_told(models: Models, show: Show, qtbot: QtBot) -> None:
    models.store.path = models.home / "settings.json" / "below-a-file"
    (models.home / "settings.json").write_text("{}", "utf-8")
    screen = show("Home")
    models.settings.change(name="Lena")
    qtbot.waitUntil(lambda: any("Settings cannot be saved" in text for text in screen.words()))
    assert models.settings.name == "Lena"
