"""The way through the app's own window: from page to page, with what a person presses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from client.settings import Appearance, Language
from peer.commands import Connecting, Disconnected
from peer.room.notices import InviteMade, WaitingRoom
from peer.room.requests import Leave
from peer.room.values import InviteKind, InviteRef
from tests.client.acting import Window, admitted, until
from tests.client.screens import an_invite


def place(item: QQuickItem) -> QRectF:
    """Where an item is in its window."""
    return item.mapRectToScene(item.boundingRect())


@pytest.fixture
def window(tmp_path: Path, qapp: QGuiApplication) -> Iterator[Window]:
    """The window, at Home."""
    del qapp
    shown = Window(tmp_path)
    shown.app.settings.change(name="Lena", language=Language.ENGLISH)
    yield shown
    shown.close()


def test_from_a_pasted_invite_to_the_waiting_room_and_out(window: Window) -> None:
    link = an_invite()
    window.click("link")
    window.write(link)
    window.press(Qt.Key.Key_Return)
    until(lambda: window.sees("Nothing has been sent yet"))
    assert window.actor is None
    until(lambda: 0 < place(window.find("knock")).bottom() < window.main.height())
    window.click("knock")
    until(lambda: window.actor is not None)
    window.tell(Connecting(), WaitingRoom("Chess", "", 1, True))
    until(lambda: window.sees("1 person is ahead of you."))
    window.click("leave")
    window.did(Leave())
    window.tell(Disconnected("left"))
    until(lambda: window.sees("You left the meeting."))
    window.click("act")
    until(lambda: window.sees("Nothing has been sent yet"))
    window.click_text("Before you knock")
    window.app.call.goHome()
    until(lambda: window.sees("Welcome, Lena"))


def test_a_revoked_invite_leads_back_to_the_field_for_another(window: Window) -> None:
    window.app.call.openInvite(an_invite())
    until(lambda: 0 < place(window.find("knock")).bottom() < window.main.height())
    window.click("knock")
    until(lambda: window.actor is not None)
    window.tell(Disconnected("revoked_invite"))
    until(lambda: window.sees("This invite was taken back."))
    window.click("act")
    until(lambda: window.sees("Join with an invite"))
    focused = window.main.activeFocusItem()
    assert focused is not None
    assert focused.objectName() == "link"


def test_settings_and_back(window: Window) -> None:
    window.click_text("Settings")
    until(lambda: window.sees("Audio"))
    window.app.settings.change(appearance=Appearance.LIGHT)
    light = window.main.color()
    window.app.settings.change(appearance=Appearance.DARK)
    assert window.main.color() != light
    window.app.settings.change(language=Language.DUTCH)
    until(lambda: window.sees("Instellingen"))
    window.app.call.closeSettings()
    until(lambda: window.sees("Welkom, Lena"))


def test_the_host_invites_from_inside(window: Window) -> None:
    link = an_invite(2)
    window.enter(admitted(), InviteMade(InviteRef(2, InviteKind.OPEN), link))
    window.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    until(lambda: window.sees("Invite people"))
    window.click("copy")
    assert QGuiApplication.clipboard().text() == link
    window.press(Qt.Key.Key_Escape)
    until(lambda: not window.sees("Open link"))
