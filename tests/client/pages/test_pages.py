"""What holds for every page: reachable by keyboard, named, legible at each size, in both directions and languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from client.settings import Appearance, Language
from peer.commands import ChatLine, Disconnected
from peer.room.notices import InviteMade, RemovedFromMeeting, WaitingRoom
from peer.room.values import InviteKind, InviteRef
from tests.client.screens import Models, Screen, Show, an_invite

LONG = "Our November evening. Everyone who lives between the bridge and the lock may speak. " * 3


def kept_invites(models: Models) -> None:
    models.home_page.keep(an_invite(), "Chess club, second team")
    models.home_page.keep(an_invite(2), "")
    models.home_page.pasted = "vestibule://nothing"


def a_link(models: Models) -> None:
    models.pre_join.link = an_invite(3)


def a_waiting_room(models: Models) -> None:
    models.hear(
        WaitingRoom("Eastbank Neighbourhood Council", LONG, 2, True),
        ChatLine(by="aaaaaaaa", name="Tomás", text=LONG, at=0.0, number=1, mine=True),
        ChatLine(by="bbbbbbbb", name="Amira Haddad", text=LONG, at=0.0, number=2),
    )


def a_removal(models: Models) -> None:
    models.hear(
        WaitingRoom("Chess", "", 0, True), RemovedFromMeeting("Amira Haddad", LONG), Disconnected("removed")
    )


def invites(models: Models) -> None:
    models.invites.showOpenLink(an_invite())
    models.hear(InviteMade(InviteRef(7, InviteKind.PERSONAL, "Lena Fischer"), an_invite(7)))


PAGES: dict[str, Callable[[Models], None]] = {
    "Home": kept_invites,
    "PreJoin": a_link,
    "Waiting": a_waiting_room,
    "Goodbye": a_removal,
    "InviteSheet": invites,
    **{f"Settings {section}": kept_invites for section in range(8)},
}
SIZES = [(1440, 900), (640, 480)]


def a_page(models: Models, show: Show, page: str, size: tuple[int, int], mirrored: bool = False) -> Screen:
    """Show a page with something on it."""
    models.settings.change(name="Tomás Rey", reduce_motion=True)
    PAGES[page](models)
    name, _, section = page.partition(" ")
    screen = show(name, size, mirrored)
    if section:
        screen.page.setProperty("section", int(section))
    return screen


def place(item: QQuickItem) -> QRectF:
    """Where an item is in its window."""
    return item.mapRectToScene(item.boundingRect())


def scrolls(item: QQuickItem) -> bool:
    """True if an item lies in something that can be scrolled to it."""
    above = item.parentItem()
    while above is not None:
        if above.inherits("QQuickFlickable") and above.property("interactive"):
            return True
        above = above.parentItem()
    return False


def cut_texts(screen: Screen) -> list[str]:
    """Words that do not fit: shortened, or beyond the side of the window or of their plane."""
    width = screen.window.width()
    found = []
    for item in screen.items():
        if not item.inherits("QQuickText") or not item.property("text"):
            continue
        where = place(item)
        if (
            item.property("truncated")
            or where.left() < -1
            or where.right() > width + 1
            or item.property("contentWidth") > item.width() + 1
        ):
            found.append(str(item.property("text")))
    return found


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    ("language", "mirrored"),
    [(Language.ENGLISH, False), (Language.DUTCH, True)],
    ids=["English", "Dutch, right to left"],
)
@pytest.mark.parametrize("page", PAGES)
def test_no_word_is_cut(
    models: Models,
    show: Show,
    page: str,
    mirrored: bool,
    language: Language,
    size: tuple[int, int],
    qtbot: QtBot,
) -> None:
    models.settings.change(language=language)
    screen = a_page(models, show, page, size, mirrored)
    qtbot.waitUntil(lambda: not cut_texts(screen), timeout=2000)


@pytest.mark.parametrize("page", ["Home", "PreJoin", "Waiting", "InviteSheet", "Settings 3", "Settings 6"])
def test_no_word_is_cut_at_twice_the_size(models: Models, show: Show, page: str, qtbot: QtBot) -> None:
    models.settings.change(language=Language.DUTCH, text_percent=200)
    screen = a_page(models, show, page, (1000, 700))
    qtbot.waitUntil(lambda: not cut_texts(screen), timeout=2000)


@pytest.mark.parametrize("page", PAGES)
def test_tab_goes_through_every_control_and_round(models: Models, show: Show, page: str) -> None:
    screen = a_page(models, show, page, (640, 480))
    wanted = {
        item
        for item in screen.items()
        if item.property("activeFocusOnTab") and item.isEnabled() and item.inherits("QQuickControl")
    }
    seen: set[QQuickItem] = set()
    for _ in range(len(wanted) * 2 + 10):
        screen.key(Qt.Key.Key_Tab)
        item = screen.window.activeFocusItem()
        assert item is not None
        seen.add(item)
        middle = place(item).center()
        assert 0 <= middle.y() <= 480, f"{item.property('text')} has the focus out of view"
    assert wanted <= seen


@pytest.mark.parametrize("appearance", Appearance)
@pytest.mark.parametrize("page", ["Home", "InviteSheet", "Settings 6"])
def test_each_palette_shows_each_page(models: Models, show: Show, page: str, appearance: Appearance) -> None:
    models.settings.change(appearance=appearance)
    screen = a_page(models, show, page, SIZES[0])
    assert screen.window.grabWindow().width() == SIZES[0][0]


@pytest.mark.parametrize("page", PAGES)
def test_every_control_has_a_name(models: Models, show: Show, page: str) -> None:
    QAccessible.setActive(True)
    screen = a_page(models, show, page, SIZES[0])
    for item in screen.items():
        if not (item.property("activeFocusOnTab") and item.inherits("QQuickControl")):
            continue
        interface = QAccessible.queryAccessibleInterface(item)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name), item
