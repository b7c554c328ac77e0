"""Pictures: bounded before they are decoded, made small, and written anew; shown only where they may be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage

from client.imagery import BadPicture, logo_from, portrait_from, received
from client.settings import PORTRAIT_LIMIT
from peer.commands import PictureShown, SetPicture
from peer.room.notices import MemberChanged, WaitingLogo, WaitingRoom
from peer.room.requests import SetWaitingRoom
from peer.room.values import LOGO_LIMIT

from .acting import ME, Window, a_member, admitted, until
from .screens import Models, Screen

JORIS = a_member("Joris de Vries")


def a_file(path: Path, width: int, height: int, *, noisy: bool = False) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    if noisy:
        for x in range(width):
            for y in range(height):
                image.setPixel(x, y, (x * 2654435761 ^ y * 40503 * x) & 0xFFFFFF)
    assert image.save(str(path))
    return path


def test_a_logo_is_written_anew_and_stays_small(tmp_path: Path, qapp: object) -> None:
    del qapp
    path = a_file(tmp_path / "logo.png", 400, 300, noisy=True)
    with path.open("ab") as file:
        file.write(b"<script>trailing</script>")
    logo = logo_from(path)
    assert len(logo) <= LOGO_LIMIT
    assert b"script" not in logo
    assert not QImage.fromData(logo).isNull()


@pytest.mark.parametrize(("width", "height"), [(59, 100), (100, 401)])
def test_a_logo_of_the_wrong_size_is_not_taken(tmp_path: Path, width: int, height: int) -> None:
    with pytest.raises(BadPicture, match="picture_sides"):
        logo_from(a_file(tmp_path / "logo.png", width, height))


def test_what_is_too_large_or_no_picture_is_not_decoded(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1024 * 1024))
    with pytest.raises(BadPicture, match="picture_too_large"):
        logo_from(path)
    path.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    with pytest.raises(BadPicture, match="picture_unreadable"):
        logo_from(path)
    bomb = a_file(tmp_path / "bomb.png", 600, 600).read_bytes()
    with pytest.raises(BadPicture, match="picture_sides"):
        received(bomb, PORTRAIT_LIMIT, 512)
    with pytest.raises(BadPicture, match="picture_too_large"):
        received(bytes(PORTRAIT_LIMIT + 1), PORTRAIT_LIMIT, 512)


def test_a_portrait_is_the_middle_as_a_small_square(tmp_path: Path) -> None:
    data = portrait_from(a_file(tmp_path / "me.jpg", 1600, 900))
    image = QImage.fromData(data)
    assert (image.width(), image.height()) == (256, 256)
    assert data.startswith(b"\xff\xd8")
    assert len(data) <= PORTRAIT_LIMIT


@pytest.fixture
def portrait(tmp_path: Path) -> bytes:
    return portrait_from(a_file(tmp_path / "me.png", 300, 300))


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    made = Window(tmp_path)
    yield made
    made.close()


def test_ones_picture_goes_out_at_the_entry_and_others_are_shown(window: Window, portrait: bytes) -> None:
    window.app.settings.change(picture=portrait)
    window.enter(admitted(JORIS))
    window.did(SetPicture(portrait))
    portraits = window.app.portraits
    assert portraits.source(ME).startswith(f"image://portraits/{ME}/")
    assert portraits.source(JORIS.id) == ""
    window.tell(PictureShown(JORIS.id, portrait))
    assert portraits.image(JORIS.id).width() == 256
    assert portraits.source(JORIS.id) != ""
    window.tell(MemberChanged(a_member("Joris de Vries", picture=False)))
    assert portraits.source(JORIS.id) == ""
    window.tell(PictureShown(JORIS.id, b"nonsense"), MemberChanged(JORIS))
    assert portraits.source(JORIS.id) == ""


def test_a_host_tells_guests_logo_and_description(window: Window, portrait: bytes) -> None:
    window.app.settings.change(logo=portrait, description="Bring your tea.")
    window.enter(admitted())
    window.did(SetWaitingRoom("Bring your tea.", portrait))


def test_a_picture_is_chosen_and_taken_away_in_the_settings(tmp_path: Path, qapp: object) -> None:
    del qapp
    models = Models(tmp_path)
    screen = Screen(models, "Settings")
    screen.click("section4")
    models.settings.choose("picture", QUrl.fromLocalFile(str(a_file(tmp_path / "me.png", 90, 90))))
    until(lambda: models.settings.picture != "")
    screen.click("withdraw_picture")
    assert models.settings.picture == ""
    models.settings.choose("picture", QUrl.fromLocalFile(str(tmp_path / "nothing.png")))
    until(lambda: "This is no picture that can be read. Choose a JPEG, PNG or GIF." in screen.words())
    screen.close()
    models.close()


def test_a_guest_sees_the_hosts_logo_and_can_hide_it(tmp_path: Path, portrait: bytes) -> None:
    models = Models(tmp_path)
    screen = Screen(models, "Waiting")
    models.hear(WaitingRoom("Eastbank Council", "Our evening.", 2, True), WaitingLogo(portrait))
    until(lambda: any(item.objectName() == "logo" for item in screen.items()))
    assert "That you came, and orders about you, for 12 months" in screen.words()
    screen.click("hideFilm")
    until(lambda: not any(item.objectName() == "logo" for item in screen.items()))
    models.hear(WaitingLogo(b"\x89PNG nonsense"))
    assert models.waiting.logo == ""
    screen.close()
    models.close()
