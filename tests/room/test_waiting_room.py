"""What guests see while they wait: words and a picture."""

from __future__ import annotations

import pytest

from peer.room.effects import Record
from peer.room.notices import WaitingLogo, WaitingRoom
from peer.room.requests import SetWaitingRoom, Undo
from peer.room.values import LOGO_LIMIT, RefusalCode
from tests.room.builder import a_hosted_meeting

LOGO = b"\x89PNG"


def test_words_and_picture_reach_all_who_wait_and_who_comes_later() -> None:
    room = a_hosted_meeting().with_guest("Lena")
    assert not room.heard("lena", WaitingLogo)
    room.asks("hanna", SetWaitingRoom(" Welcome.\nWe begin at eight. ", LOGO))
    assert room.heard("lena", WaitingRoom)[0].description == "Welcome.\nWe begin at eight."
    assert room.heard("lena", WaitingLogo) == [WaitingLogo(LOGO)]
    assert not room.heard("hanna", WaitingLogo)
    room.with_guest("Max")
    assert room.heard("max", WaitingLogo) == [WaitingLogo(LOGO)]
    assert not room.heard("lena", WaitingLogo)
    assert room.with_guest("Noor").told("lena") == []
    before = room.meeting
    assert room.asks("hanna", SetWaitingRoom(logo=LOGO)).meeting is before
    room.asks("hanna", SetWaitingRoom("", b""))
    assert room.heard("lena", WaitingLogo) == [WaitingLogo(b"")]
    assert room.all(Record)[0].texts == {"description": ""}
    assert room.all(Record)[0].details == {"logo": 0}
    room.asks("hanna", Undo())
    assert (room.meeting.logo, room.meeting.description) == (LOGO, "Welcome.\nWe begin at eight.")


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (SetWaitingRoom("x" * 501), RefusalCode.MALFORMED),
        (SetWaitingRoom("x" * 2001), RefusalCode.MALFORMED),
        (SetWaitingRoom("\u202eemoclew"), RefusalCode.MALFORMED),
        (SetWaitingRoom(logo=b"x" * (LOGO_LIMIT + 1)), RefusalCode.OVERSIZED),
    ],
)
def test_words_and_picture_have_their_limits(request_: SetWaitingRoom, code: RefusalCode) -> None:
    assert a_hosted_meeting().asks("hanna", request_).refused is code
