"""The invite sheet: the open link closed, opened and made anew; personal invites with all that is known of them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication

from client.models.invitation import calendar, letter, mailto
from peer.room.notices import Bypasses, InviteMade, Invites, InviteView, RulesChanged
from peer.room.requests import (
    ChangeRules,
    ListInvites,
    MakeInvite,
    RevokeInvite,
    RotateLink,
    SetBypass,
)
from peer.room.values import InviteKind, InviteRef, Right, Role, Rules

from .acting import ME, Window, a_member, admitted, until
from .screens import an_invite

LENA = InviteRef(2, InviteKind.PERSONAL, "Lena Fischer")
PETRA = InviteRef(3, InviteKind.PERSONAL, "Petra Jansen")


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    made = Window(tmp_path)
    made.enter(admitted())
    made.tell(InviteMade(InviteRef(1, InviteKind.OPEN), an_invite()))
    made.page().inviteAsked.emit()  # type: ignore[attr-defined]
    until(lambda: made.sees("Invite people"))
    yield made
    made.close()


def test_the_link_is_closed_opened_and_made_anew(window: Window) -> None:
    window.did(ListInvites())
    window.click("openOrClose")
    window.did(ChangeRules(open_link=False))
    window.tell(RulesChanged(Rules(open_link=False, guarded=True)))
    until(lambda: window.sees("Closed, after a removal: people never met before are refused."))
    window.click("openOrClose")
    window.did(ChangeRules(open_link=True))
    window.click("rotate")
    window.did(RotateLink())


def test_an_invite_with_a_name_that_needs_no_wait(window: Window) -> None:
    window.click("invitee")
    window.write("Lena Fischer")
    window.click("noWait")
    window.click("add")
    window.did(MakeInvite("Lena Fischer", 1, None))
    window.tell(InviteMade(LENA, an_invite(2)))
    window.did(SetBypass(True, invite=2))
    window.tell(Bypasses((), (2,)))
    window.click("noWaitOf2")
    window.did(SetBypass(False, invite=2))


def test_who_used_it_is_said_and_a_revoked_one_is_made_anew_in_a_click(window: Window) -> None:
    window.tell(
        Invites(
            (
                InviteView(InviteRef(1, InviteKind.OPEN), None, None, 5, 14, False),
                InviteView(LENA, 1, time.time() + 60, 1, 3, False),
                InviteView(PETRA, 1, None, 1, 1, True),
            )
        )
    )
    until(lambda: window.sees("Lena Fischer’s invite has been used by 3 people"))
    assert window.sees("Used by 14 people.")
    assert window.sees("Revoked. Used by 1 person.")
    window.click("againFor3")
    window.did(MakeInvite("Petra Jansen", 1))
    window.click_text("Revoke")
    window.did(RevokeInvite(2))
    until(lambda: window.sees("Revoked. Used by 3 people."))


def test_a_letter_is_shown_before_anything_opens_it(window: Window) -> None:
    window.click("mail")
    until(lambda: window.sees("This is the letter"))
    text = window.find("letterText").property("text")
    assert "Eastbank Council" in text
    assert "vestibule://join/" in text
    window.click_text("Copy the text")
    assert QGuiApplication.clipboard().text() == text


def test_a_cohost_sees_personal_invites_only_if_given(tmp_path: Path) -> None:
    plain = Window(tmp_path / "plain")
    try:
        plain.enter(admitted(role=Role.COHOST))
        assert not plain.app.invites.mayPersonal
        mine = a_member("Amira Haddad", ME, Role.COHOST, given=frozenset({Right.INVITES}))
        plain.app.roster.members[ME] = mine
        assert plain.app.invites.mayPersonal
    finally:
        plain.close()


def test_a_calendar_file_is_saved(window: Window, tmp_path: Path) -> None:
    told: list[str] = []
    window.app.invites.told.connect(told.append)
    path = tmp_path / "meeting.ics"
    window.app.invites.saveCalendar("19:30", QUrl.fromLocalFile(str(path)))
    until(lambda: bool(told))
    content = path.read_bytes()
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"SUMMARY:Eastbank Council" in content
    window.app.invites.saveCalendar("19:30", QUrl.fromLocalFile(str(tmp_path / "no" / "\0.ics")))
    until(lambda: len(told) == 2)
    assert "could not be saved" in told[1]


def test_a_calendar_file_folds_and_escapes() -> None:
    at = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
    content = calendar("Quay, bus; and 'é" + "é" * 90, "vestibule://join/" + "a" * 200, at, at)
    lines = content.split(b"\r\n")
    assert b"DTSTART:20261124T183000Z" in lines
    assert b"DTEND:20261124T193000Z" in lines
    assert all(len(line) <= 75 for line in lines)
    unfolded = content.replace(b"\r\n ", b"").decode()
    assert "SUMMARY:Quay\\, bus\\; and" in unfolded
    assert "a" * 200 in unfolded


def test_a_letter_keeps_its_link_whole() -> None:
    link = an_invite(7)
    url = mailto(letter("Tea & cake", link, "Lena")).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    assert url.startswith("mailto:?subject=")
    assert "Tea%20%26%20cake" in url
    assert QUrl.fromPercentEncoding(url.encode()).count(link) == 1
