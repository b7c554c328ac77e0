"""The waiting room: the true state in words, and a talk with the host in plain text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from peer.commands import Chat, ChatLine, Connecting, Disconnected, Reconnected, Reconnecting
from peer.room.notices import Held, WaitingRoom, YouWerePutBack
from peer.room.values import Decision, Verdict
from tests.client.screens import Models, Show

ROOM = WaitingRoom("Chess", "Second team", 2, True)


def line(text: str, mine: bool = False, number: int = 1) -> ChatLine:
    return ChatLine(by="aaaaaaaa", name="Amira", text=text, at=0.0, number=number, talk="bbbbbbbb", mine=mine)


@pytest.mark.parametrize(
    ("room", "state", "headline", "detail"),
    [
        (ROOM, "told", "The host has been told", "2 people are ahead of you."),
        (WaitingRoom("Chess", "", 1, True), "told", "The host has been told", "1 person is ahead of you."),
        (WaitingRoom("Chess", "", 0, True), "told", "The host has been told", "You are next."),
        (
            WaitingRoom("Chess", "", 0, False),
            "away",
            "The host is away",
            "Nobody is let in until they are back.",
        ),
        (
            WaitingRoom("Chess", "", 0, True, held=True),
            "held",
            "You are held at the door",
            "The meeting’s rules hold your network. The host decides.",
        ),
    ],
)
def test_each_state_has_its_words(
    models: Models, show: Show, room: WaitingRoom, state: str, headline: str, detail: str
) -> None:
    screen = show("Waiting")
    models.hear(Connecting(), room)
    assert models.waiting.state == state
    words = screen.words()
    assert headline in words
    assert detail in words
    assert "Nobody sees or hears you yet." in words
    assert "Chess" in words


def test_the_states_follow_what_is_told(models: Models) -> None:
    assert models.waiting.state == "connecting"
    models.hear(ROOM)
    assert models.waiting.state == "told"
    models.hear(Held(Verdict(Decision.HOLD, "vpn")))
    assert models.waiting.state == "held"
    models.hear(Reconnecting(0.0))
    assert models.waiting.state == "reconnecting"
    models.hear(Reconnected())
    assert models.waiting.state == "held"
    models.hear(Disconnected("declined"))
    assert models.waiting.state == "connecting"
    assert models.waiting.title == ""


def test_whoever_is_put_back_is_told(models: Models, show: Show) -> None:
    screen = show("Waiting")
    models.hear(YouWerePutBack(), ROOM)
    assert "You were put back in the waiting room." in screen.words()


def test_one_writes_to_the_host_with_the_keyboard(models: Models, show: Show, qtbot: QtBot) -> None:
    screen = show("Waiting")
    models.hear(ROOM)
    screen.tab_to("words")
    screen.type("Hello")
    screen.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: models.peer.done == [Chat("Hello", "host")])
    assert screen.find("words").property("text") == ""


def test_nothing_is_written_before_the_host_answers(models: Models, show: Show) -> None:
    screen = show("Waiting")
    assert not screen.find("words").isEnabled()
    assert not models.waiting.write("Hello")


def test_what_is_said_is_plain_text(models: Models, show: Show, qtbot: QtBot) -> None:
    screen = show("Waiting")
    models.hear(
        ROOM, line("<b>Bold</b> <img src='http://198.51.100.1/x.png'>"), line("Mine", mine=True, number=2)
    )
    qtbot.waitUntil(lambda: "<b>Bold</b> <img src='http://198.51.100.1/x.png'>" in screen.words())
    assert "Amira" in screen.words()
    assert "You" in screen.words()


def test_a_text_cannot_turn_the_line_round(models: Models) -> None:
    models.hear(ROOM, line("abc\u202edef"))
    talk = models.waiting.talk
    role = next(role for role, name in talk.roleNames().items() if name == b"text")
    assert talk.data(talk.index(0, 0), role) == "abcdef"


def test_the_talk_is_gone_at_the_end(models: Models) -> None:
    models.hear(ROOM, line("Hello"))
    assert models.waiting.talk.rowCount() == 1
    models.hear(Disconnected("left"))
    assert models.waiting.talk.rowCount() == 0


def test_the_talk_is_bounded(models: Models) -> None:
    models.hear(ROOM, *(line(str(number), number=number) for number in range(600)))
    assert models.waiting.talk.rowCount() == 500


def test_changes_are_said_to_a_screen_reader(models: Models) -> None:
    told = QSignalSpy(models.waiting.told)
    models.hear(ROOM, ROOM, line("Hello"))
    said = [told.at(i)[0] for i in range(told.count())]
    assert said == ["The host has been told. 2 people are ahead of you.", "Amira wrote: Hello"]


def test_one_can_always_leave(show: Show) -> None:
    screen = show("Waiting")
    asked = QSignalSpy(screen.page.leaveAsked)
    screen.tab_to("leave")
    screen.key(Qt.Key.Key_Space)
    assert asked.count() == 1
