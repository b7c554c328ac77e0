"""What the invites of a meeting allow."""

from __future__ import annotations

import msgspec
import pytest

from peer.link.invite_book import (
    BOOK_LIMIT,
    HOST_NUMBER,
    REVOKED,
    SEEN_LIMIT,
    USED,
    BookFull,
    BookState,
    InviteBook,
)
from peer.room.cards import InviteView
from peer.room.values import InviteKind

LENA, BO = b"l" * 32, b"b" * 32


def test_the_open_link_lets_everybody_knock() -> None:
    book = InviteBook()
    for identity in (LENA, BO, LENA):
        assert book.use(book.open_link.number, identity, False, 0.0) == book.open_link


def test_a_rotated_link_is_refused_and_the_new_one_works() -> None:
    book = InviteBook()
    old = book.open_link
    new = book.rotate()
    assert new == book.open_link != old
    assert book.look_up(old.number, 0.0) == REVOKED
    assert book.look_up(new.number, 0.0) == new


def test_a_personal_invite_is_used_up_by_who_was_let_in_with_it_and_not_by_who_knocked() -> None:
    book = InviteBook()
    ref = book.make_personal("Lena")
    assert (ref.kind, ref.invitee) == (InviteKind.PERSONAL, "Lena")
    assert book.use(ref.number, BO, False, 0.0) == ref
    assert book.use(ref.number, LENA, False, 0.0) == ref
    book.bind(ref.number, LENA)
    book.bind(ref.number, LENA)
    assert book.use(ref.number, BO, False, 0.0) == USED
    assert book.use(ref.number, LENA, False, 0.0) == ref


def test_the_book_shows_who_used_an_invite_and_from_how_many_identities() -> None:
    book = InviteBook()
    ref = book.make_personal("Lena", uses=2, ends=50.0)
    for who in (LENA, BO, b"c" * 32, LENA):
        book.use(ref.number, who, False, 0.0)
    book.bind(ref.number, LENA)
    book.revoke(ref.number)
    assert book.views[1:] == (InviteView(ref, 2, 50.0, admitted=1, seen=3, revoked=True),)


def test_of_those_who_try_an_invite_only_so_many_are_remembered() -> None:
    book = InviteBook()
    ref = book.make_personal("Lena")
    for number in range(SEEN_LIMIT + 10):
        book.use(ref.number, number.to_bytes(32), False, 0.0)
    assert book.views[1].seen == SEEN_LIMIT


def test_a_personal_invite_for_two_lets_two_in() -> None:
    book = InviteBook()
    ref = book.make_personal("The Jansens", uses=2)
    for who in (LENA, BO):
        assert book.use(ref.number, who, False, 0.0) == ref
        book.bind(ref.number, who)
    assert book.use(ref.number, b"c" * 32, False, 0.0) == USED


def test_a_revoked_invite_is_refused_and_the_others_stay() -> None:
    book = InviteBook()
    lena, bo = book.make_personal("Lena"), book.make_personal("Bo")
    book.revoke(lena.number)
    book.revoke(lena.number)
    assert book.use(lena.number, LENA, False, 0.0) == REVOKED
    assert book.use(bo.number, BO, False, 0.0) == bo


def test_the_open_link_is_rotated_and_never_just_revoked() -> None:
    book = InviteBook()
    book.revoke(book.open_link.number)
    assert book.look_up(book.open_link.number, 0.0) == book.open_link


def test_an_invite_ends_at_its_time() -> None:
    book = InviteBook()
    ref = book.make_personal("Lena", ends=100.0)
    assert book.look_up(ref.number, 99.9) == ref
    assert book.use(ref.number, LENA, False, 100.0) == REVOKED


def test_the_host_s_own_invite_works_for_the_host_alone() -> None:
    book = InviteBook()
    book.rotate()
    used = book.use(HOST_NUMBER, LENA, True, 0.0)
    assert getattr(used, "kind", None) is InviteKind.HOST
    assert book.use(HOST_NUMBER, LENA, False, 0.0) == REVOKED


def test_a_number_that_was_never_given_out_is_refused() -> None:
    assert InviteBook().look_up(77, 0.0) == REVOKED


def test_the_book_has_a_last_page() -> None:
    book = InviteBook()
    for number in range(BOOK_LIMIT - 1):
        book.make_personal(str(number))
    with pytest.raises(BookFull):
        book.make_personal("one more")
    book.rotate()
    book.revoke(7)
    assert book.make_personal("one more").number not in range(BOOK_LIMIT)
    assert book.look_up(7, 0.0) == REVOKED
    book.bind(7, LENA)


def test_a_restart_forgets_nothing_and_gives_no_number_twice() -> None:
    book = InviteBook()
    ref = book.make_personal("Lena")
    book.bind(ref.number, LENA)
    gone = book.make_personal("Bo")
    book.revoke(gone.number)
    old = book.open_link
    book.rotate()
    again = InviteBook(msgspec.msgpack.decode(msgspec.msgpack.encode(book.state), type=BookState))
    assert again.open_link == book.open_link
    assert again.use(ref.number, BO, False, 0.0) == USED
    assert again.use(ref.number, LENA, False, 0.0) == ref
    assert again.look_up(old.number, 0.0) == again.look_up(gone.number, 0.0) == REVOKED
    assert again.make_personal("New").number not in {ref.number, gone.number, old.number}
