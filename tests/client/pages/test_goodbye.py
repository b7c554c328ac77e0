"""The endings: each with its sentence, its next step, and what was said with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from client.models.sentences import ENDINGS, ending
from peer.commands import Connecting, Disconnected
from peer.room.notices import Declined, RemovedFromMeeting, WaitingRoom
from peer.room.values import Refusal, RefusalCode
from tests.client.screens import Models, Show


def test_each_ending_is_shown(models: Models, show: Show) -> None:
    screen = show("Goodbye")
    for code in (*ENDINGS, *RefusalCode):
        models.hear(Disconnected(code))
        words = screen.words()
        assert ending(code).fact in words, code
        assert ending(code).then in words, code


def test_a_removal_says_who_and_why(models: Models, show: Show) -> None:
    screen = show("Goodbye")
    models.hear(
        WaitingRoom("Chess", "", 0, True),
        RemovedFromMeeting("Amira", "Wrote <b>names</b>"),
        Disconnected("removed"),
    )
    words = screen.words()
    assert "Chess" in words
    assert "by Amira" in words
    assert "Wrote <b>names</b>" in words
    assert models.goodbye.act == ""


def test_a_message_of_the_host_is_shown(models: Models, show: Show) -> None:
    screen = show("Goodbye")
    models.hear(Declined("Next week again"), Disconnected("declined"))
    assert "Next week again" in screen.words()


def test_a_refusal_that_waits_says_how_long(models: Models) -> None:
    models.hear(Disconnected("not_yet", Refusal(RefusalCode.NOT_YET, {"seconds": 7})))
    assert models.goodbye.then == "Try again in 7 s."


def test_what_was_said_before_does_not_stay(models: Models) -> None:
    models.hear(RemovedFromMeeting("Amira", "Because"), Disconnected("removed"))
    models.hear(Connecting(), Disconnected("unreachable"))
    assert (models.goodbye.by, models.goodbye.message) == ("", "")


@pytest.mark.parametrize(("code", "signal"), [("locked", "againAsked"), ("revoked_invite", "pasteAsked")])
def test_the_next_step_is_a_key_away(models: Models, show: Show, code: str, signal: str) -> None:
    screen = show("Goodbye")
    models.hear(Disconnected(code))
    asked = QSignalSpy(getattr(screen.page, signal))
    screen.tab_to("act")
    screen.key(Qt.Key.Key_Return)
    assert asked.count() == 1


def test_an_ending_that_no_news_told(models: Models) -> None:
    models.hear(WaitingRoom("Chess", "", 0, True), Disconnected("left"))
    models.goodbye.show("bad_invite")
    assert models.goodbye.act == "paste"
    assert models.goodbye.title == ""
