"""What a member keeps of the record's head, and what a receipt file may be."""

from __future__ import annotations

import msgspec
import pytest

from peer.keys import KeyPair
from peer.trust import heads
from peer.trust.heads import BadReceipt, Head, Kept, make_head, read_receipt, write_receipt
from tests.trust.house import KEY


def head(number: int, key: KeyPair = KEY, byte: int = 1) -> Head:
    return make_head(key, number, bytes([byte]) * 32)


def kept(*told: Head) -> tuple[list[bool], Kept]:
    """What a member's machine thinks of what it was told, in order."""
    keeps = Kept()
    return [keeps.take(one) for one in told], keeps


def test_heads_that_go_on_are_kept() -> None:
    taken, keeps = kept(head(1), head(4), head(9))
    assert taken == [True, True, True]
    assert read_receipt(write_receipt(keeps.heads)) == keeps.heads


def test_the_same_head_again_says_nothing_new() -> None:
    taken, keeps = kept(head(1), head(1))
    assert taken == [True, True]
    assert keeps.heads == (head(1),)


@pytest.mark.parametrize("later", [head(4, byte=2), head(3, byte=2), head(5, KeyPair(bytes(32)))])
def test_a_head_that_contradicts_the_last_is_told_and_kept_as_proof(later: Head) -> None:
    taken, keeps = kept(head(4), later)
    assert taken == [True, False]
    assert keeps.heads == (head(4), later)


def test_a_head_that_nobody_signed_is_not_kept() -> None:
    forged = msgspec.structs.replace(head(1), number=2)
    taken, keeps = kept(forged, msgspec.structs.replace(head(1), head=b"short"))
    assert taken == [False, False]
    assert keeps.heads == ()


def test_a_head_is_of_one_meeting() -> None:
    assert not msgspec.structs.replace(head(1), meeting_key=KeyPair(bytes(32)).public).holds()


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "HEAD_LIMIT", 3)
    _, keeps = kept(*(head(n) for n in range(10)))
    assert [one.number for one in keeps.heads] == [7, 8, 9]


def test_a_number_that_msgpack_cannot_write_is_none() -> None:
    assert not Head(KEY.public, 2**70, bytes(32), bytes(64)).holds()
    assert not Head(KEY.public, -1, bytes(32), bytes(64)).holds()


BAD = {
    "nothing": b"",
    "no JSON": b"{",
    "not UTF-8": b'{"meeting_key":"\xff"}',
    "another shape": b"[]\n",
    "an unknown field": write_receipt([head(1)]).replace(b"}", b',"x":1}'),
    "unsigned": write_receipt([msgspec.structs.replace(head(1), number=2)]),
    "of two meetings": write_receipt([head(1), head(2, KeyPair(bytes(32)))]),
    "too large": b" " * (heads.RECEIPT_LIMIT + 1),
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_what_is_no_receipt_is_refused(content: bytes) -> None:
    with pytest.raises(BadReceipt):
        read_receipt(content)
