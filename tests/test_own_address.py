"""An address of this machine, and one that it does not have."""

from __future__ import annotations

from peer.own_address import is_own


def test_loopback_is_ours_and_a_documentation_address_is_not() -> None:
    assert is_own(("127.0.0.1", 4000))
    assert not is_own(("192.0.2.1", 4000))
    assert not is_own(("2001:db8::1", 4000, 0, 0))


def test_what_cannot_be_told_counts_as_ours() -> None:
    assert is_own(None)
