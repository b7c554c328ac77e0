"""A member's machine as a witness of the host's record of orders."""

from __future__ import annotations

from pathlib import Path

import pytest

from peer.commands import Alarm, AnyNews, ReceiptSaved, RecordHeadKept
from peer.link.wire import RecordHead
from peer.member_record import Witness
from peer.trust.heads import make_head, read_receipt
from tests.trust.house import KEY


def head(number: int, byte: int = 1) -> RecordHead:
    made = make_head(KEY, number, bytes([byte]) * 32)
    return RecordHead(made.number, made.head, made.signature)


@pytest.fixture
def news() -> list[AnyNews]:
    return []


@pytest.fixture
def witness(news: list[AnyNews]) -> Witness:
    return Witness(news.append)


async def test_what_was_told_is_kept_and_saved(witness: Witness, news: list[AnyNews], tmp_path: Path) -> None:
    for number in (1, 4):
        witness.told(KEY.public, head(number))
    await witness.save(tmp_path / "receipt")
    path = str(tmp_path / "receipt")
    assert news == [RecordHeadKept(1, "01" * 32), RecordHeadKept(4, "01" * 32), ReceiptSaved(path, 2)]
    kept = read_receipt((tmp_path / "receipt").read_bytes())
    assert [one.number for one in kept] == [1, 4]


@pytest.mark.parametrize("second", [head(4, byte=2), head(3), RecordHead(5, bytes(32), bytes(64))])
def test_a_record_that_was_rewritten_is_an_alarm(
    witness: Witness, news: list[AnyNews], second: RecordHead
) -> None:
    witness.told(KEY.public, head(4))
    witness.told(KEY.public, second)
    assert news[1:] == [Alarm("record_rewritten")]


async def test_a_receipt_that_cannot_be_written_says_why(
    witness: Witness, news: list[AnyNews], tmp_path: Path
) -> None:
    await witness.save(tmp_path / "none" / "receipt")
    (said,) = news
    assert isinstance(said, ReceiptSaved)
    assert said.error
