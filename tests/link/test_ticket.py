"""Admission tickets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peer.keys import KeyPair, MeetingKeys
from peer.link.ticket import Tickets

KEYS = MeetingKeys(KeyPair(b"k" * 32), b"t" * 32)
LENA, BO = KeyPair(b"l" * 32).public, KeyPair(b"b" * 32).public
TICKET = Tickets(KEYS).issue("1a2b3c4d", LENA, 1000.0)


def test_a_ticket_names_its_member() -> None:
    assert Tickets(KEYS).read(TICKET, LENA) == "1a2b3c4d"


def test_a_stolen_ticket_is_worth_nothing() -> None:
    assert Tickets(KEYS).read(TICKET, BO) is None


def test_a_ticket_of_another_sitting_is_refused() -> None:
    assert Tickets(MeetingKeys.generate()).read(TICKET, LENA) is None


@given(st.binary(max_size=400))
def test_any_bytes_are_no_ticket(ticket: bytes) -> None:
    assert Tickets(KEYS).read(ticket, LENA) is None


@given(st.integers(0, len(TICKET) * 8 - 1))
def test_a_flipped_bit_is_refused(bit: int) -> None:
    changed = bytearray(TICKET)
    changed[bit // 8] ^= 1 << bit % 8
    assert Tickets(KEYS).read(bytes(changed), LENA) is None


def test_an_identity_of_the_wrong_size_is_our_own_mistake() -> None:
    with pytest.raises(ValueError):
        Tickets(KEYS).issue("1a2b3c4d", b"short", 0.0)
