"""The invite sheet: the open link with a code that can be read, and personal invites."""

from __future__ import annotations

import segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from peer.commands import Disconnected
from peer.room.notices import InviteMade, Refused, RulesChanged
from peer.room.requests import MakeInvite, RevokeInvite, RotateLink
from peer.room.values import InviteKind, InviteRef, Refusal, RefusalCode, Rules
from tests.client.acting import admitted
from tests.client.screens import Models, Show, an_invite


def test_the_open_link_is_copied_with_the_first_key(models: Models, show: Show, qtbot: QtBot) -> None:
    link = an_invite()
    models.invites.showOpenLink(link)
    screen = show("InviteSheet")
    qtbot.waitUntil(lambda: screen.focused() == "copy")
    screen.key(Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == link
    assert "Copied" in screen.words()


def test_the_code_on_the_screen_is_the_link(models: Models, show: Show, qtbot: QtBot) -> None:
    link = an_invite()
    models.invites.showOpenLink(link)
    screen = show("InviteSheet")
    code = screen.find("qr")
    qtbot.waitUntil(lambda: screen.focused() == "copy" and code.property("progress") == 1)
    modules = [list(row) for row in segno.make(link, error="l").matrix]

    def seen() -> list[list[int]]:
        picture = screen.window.grabWindow()
        corner = code.mapToScene(code.boundingRect().topLeft())
        side = code.width() / len(modules)
        ratio = screen.window.devicePixelRatio()
        return [
            [
                int(
                    picture.pixelColor(
                        int((corner.x() + (x + 0.5) * side) * ratio),
                        int((corner.y() + (y + 0.5) * side) * ratio),
                    ).lightness()
                    < 128
                )
                for x in range(len(modules))
            ]
            for y in range(len(modules))
        ]

    qtbot.waitUntil(lambda: seen() == modules)


def test_a_personal_invite_is_made_copied_and_taken_back(models: Models, show: Show, qtbot: QtBot) -> None:
    models.hear(admitted())
    screen = show("InviteSheet")
    screen.tab_to("invitee")
    screen.type("Lena Fischer")
    screen.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: MakeInvite("Lena Fischer") in models.peer.done)
    link = an_invite(7)
    models.hear(InviteMade(InviteRef(7, InviteKind.PERSONAL, "Lena Fischer"), link))
    qtbot.waitUntil(lambda: "Lena Fischer" in screen.words())
    models.invites.copy(link)
    assert QGuiApplication.clipboard().text() == link
    models.invites.revoke("7")
    qtbot.waitUntil(lambda: RevokeInvite(7) in models.peer.done)
    assert "Revoked." in screen.words()


def test_a_new_open_link_takes_the_place_of_the_old(models: Models, show: Show, qtbot: QtBot) -> None:
    models.invites.showOpenLink(an_invite(1))
    screen = show("InviteSheet")
    screen.click("rotate")
    qtbot.waitUntil(lambda: models.peer.done == [RotateLink()])
    link = an_invite(2)
    models.hear(InviteMade(InviteRef(2, InviteKind.OPEN), link))
    assert screen.find("openLink").property("text") == link


def test_a_refusal_stands_where_it_was_caused(models: Models, show: Show) -> None:
    screen = show("InviteSheet")
    models.hear(Refused(Refusal(RefusalCode.TOO_FAST), "make_invite"))
    assert any("Too much was sent" in text for text in screen.words())
    models.hear(Refused(Refusal(RefusalCode.NOT_ALLOWED), "mute"))
    assert not any("does not let you" in text for text in screen.words())


def test_without_a_waiting_room_the_sheet_warns(models: Models, show: Show) -> None:
    screen = show("InviteSheet")
    models.hear(RulesChanged(Rules(waiting_room=False)))
    assert any("comes straight in" in text for text in screen.words())


def test_nothing_stays_after_the_meeting(models: Models) -> None:
    models.invites.showOpenLink(an_invite())
    models.hear(InviteMade(InviteRef(7, InviteKind.PERSONAL, "Lena"), an_invite(7)), Disconnected("ended"))
    assert models.invites.link == models.invites.qr == ""
    assert models.invites.personal.rowCount() == 0
