"""The invites of a meeting, as people are told of them."""

from __future__ import annotations

import pytest

from peer.host_invites import HostInvites
from peer.link.invite_book import BOOK_LIMIT, InviteBook
from peer.room.effects import (
    AnyEffect,
    BindInvite,
    MakePersonalInvite,
    RevokeInviteNumber,
    RotateInvites,
    TellInvites,
    TellOpenLink,
)
from peer.room.notices import AnyNotice, InviteMade, Invites


class House:
    """A book, and all that was saved and told, in order."""

    def __init__(self) -> None:
        self.book = InviteBook()
        self.happened: list[object] = []
        self._invites = HostInvites(
            self.book,
            lambda ref: f"vestibule://join/{ref.number}",
            lambda: self.happened.append("saved"),
            lambda to, notice: self.happened.append((to, notice)),
        )

    def does(self, effect: AnyEffect) -> list[object]:
        self.happened.clear()
        self._invites.performs[type(effect)](effect)
        return self.happened

    def told(self, effect: AnyEffect) -> AnyNotice:
        [(_, notice)] = [one for one in self.does(effect) if isinstance(one, tuple)]
        return notice


def test_an_invite_is_saved_before_anybody_is_told() -> None:
    house = House()
    saved, told = house.does(MakePersonalInvite("hanna", "Lena", 2, 5000.0))
    assert saved == "saved"
    assert told == ("hanna", InviteMade(house.book.views[1].invite, "vestibule://join/2"))
    assert (house.book.views[1].uses, house.book.views[1].ends) == (2, 5000.0)
    assert house.does(RotateInvites("hanna"))[0] == "saved"


def test_the_open_link_is_told_as_it_is_now() -> None:
    house = House()
    house.does(RotateInvites("hanna"))
    assert house.told(TellOpenLink("bo")) == InviteMade(house.book.open_link, "vestibule://join/2")


def test_who_used_which_invite() -> None:
    house = House()
    house.does(MakePersonalInvite("hanna", "Lena", 1))
    house.does(BindInvite(2, b"l" * 32))
    house.does(RevokeInviteNumber(2))
    told = house.told(TellInvites("hanna"))
    assert isinstance(told, Invites)
    assert [(one.invite.invitee, one.admitted, one.revoked) for one in told.invites] == [
        ("", 0, False),
        ("Lena", 1, True),
    ]


@pytest.mark.expected_log("the book is full")
def test_a_full_book_makes_no_invite() -> None:
    house = House()
    for number in range(BOOK_LIMIT - 1):
        house.book.make_personal(str(number))
    assert house.does(MakePersonalInvite("hanna", "one more", 1)) == []
