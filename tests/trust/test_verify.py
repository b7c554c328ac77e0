"""Whatever is done to a record of orders is found: by the record itself, or by a receipt that somebody else holds."""

from __future__ import annotations

import asyncio
import random

import msgspec
import pytest

from peer.keys import Identity, KeyPair
from peer.trust.entry import AnyEntry, Certified, Order, line_hash, write
from peer.trust.heads import Head, make_head
from peer.trust.verify import Fault, Report, Unreadable, verify_record
from tests.trust.house import HOST, KEY, MALLORY, rechained, some_orders

RECORD = asyncio.run(some_orders())
LINES = RECORD.split(b"\n")[:-1]
ENTRIES = verify_record(RECORD).entries


def joined(lines: list[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def receipt(lines: list[bytes] = LINES, key: KeyPair = KEY) -> tuple[Head, ...]:
    """What a member holds who was told the head after each order."""
    return tuple(make_head(key, n, line_hash(line)) for n, line in enumerate(lines))


def fault(content: bytes, heads: tuple[Head, ...] = ()) -> Fault | None:
    return verify_record(content, heads).fault


def test_an_untouched_record_holds_with_its_receipt_and_without() -> None:
    for heads in ((), receipt(), receipt()[-1:]):
        report = verify_record(RECORD, heads)
        assert report.holds
        assert report.certified
        assert report.torn == 0
        assert report.head == line_hash(LINES[-1])
        assert [type(entry).__name__ for entry in report.entries] == ["Opened", "Certified"] + ["Order"] * 6


def test_it_grows_after_the_receipt() -> None:
    assert verify_record(RECORD, receipt()[:4]).holds


def outcome(content: bytes) -> Report | None:
    try:
        return verify_record(content)
    except Unreadable:
        return None


def test_every_flipped_bit_is_found() -> None:
    """Each bit of the file, one after another: never does the verifier say what it says of the true file."""
    small = joined(LINES[:4])
    true = outcome(small)
    assert true is not None
    for place in range(len(small)):
        for bit in range(8):
            changed = bytearray(small)
            changed[place] ^= 1 << bit
            assert outcome(bytes(changed)) != true, f"bit {bit} of byte {place}"


def test_a_flipped_bit_names_its_line() -> None:
    chance = random.Random(4)
    start = 0
    for n, line in enumerate(LINES):
        for _ in range(20 if n else 0):
            changed = bytearray(RECORD)
            changed[start + chance.randrange(len(line))] ^= 1 << chance.randrange(8)
            found = fault(bytes(changed))
            assert found is not None
            assert found.first == n
        start += len(line) + 1


@pytest.mark.parametrize("n", range(1, len(LINES) - 1))
def test_a_dropped_order_is_named(n: int) -> None:
    assert fault(joined(LINES[:n] + LINES[n + 1 :])) == Fault(n, n, "dropped")


@pytest.mark.parametrize("n", range(2, len(LINES)))
def test_an_order_that_stands_twice_is_named(n: int) -> None:
    assert fault(joined([*LINES[:n], LINES[n - 1], *LINES[n:]])) == Fault(n, n, "added")


@pytest.mark.parametrize("n", range(1, len(LINES) - 1))
def test_orders_in_another_order_are_named(n: int) -> None:
    swapped = [*LINES[:n], LINES[n + 1], LINES[n], *LINES[n + 2 :]]
    found = fault(joined(swapped))
    assert found is not None
    assert found.first == n


@pytest.mark.parametrize("n", range(1, len(LINES)))
def test_a_record_cut_short_is_found_by_the_receipt_only(n: int) -> None:
    short = joined(LINES[:n])
    assert verify_record(short).holds
    assert fault(short, receipt()) == Fault(n, len(LINES) - 1 if n == len(LINES) else n, "dropped")


def test_the_last_receipt_says_how_many_are_missing() -> None:
    assert fault(joined(LINES[:3]), receipt()[-1:]) == Fault(3, 7, "dropped")


@pytest.mark.parametrize("n", range(1, len(LINES)))
def test_a_torn_last_line_is_no_order_and_no_fault(n: int) -> None:
    torn = joined(LINES[:n]) + LINES[n][: len(LINES[n]) // 2]
    report = verify_record(torn)
    assert (report.holds, len(report.entries), report.torn) == (True, n, len(LINES[n]) // 2)
    assert fault(torn, receipt()) == Fault(n, n, "dropped")


# --- what the host could do, who has the true key ----------------------------------------------


def an_order_changed() -> list[AnyEntry]:
    entries = list(ENTRIES)
    assert isinstance(entries[4], Order)
    entries[4] = msgspec.structs.replace(entries[4], refused="")
    return entries


def an_order_dropped() -> list[AnyEntry]:
    return [*ENTRIES[:4], *ENTRIES[5:]]


def an_order_added() -> list[AnyEntry]:
    return [*ENTRIES[:4], ENTRIES[3], *ENTRIES[4:]]


@pytest.mark.parametrize("forged", [an_order_changed(), an_order_dropped(), an_order_added()])
def test_a_record_signed_anew_by_the_true_key_is_found_by_the_receipt_only(forged: list[AnyEntry]) -> None:
    anew = joined(rechained(forged))
    assert verify_record(anew).holds
    assert fault(anew, receipt()) == Fault(4, 4, "receipt")
    assert fault(anew, receipt()[-1:]) is not None
    assert fault(anew, (receipt()[1], receipt()[6])) == Fault(2, 6, "receipt")
    assert len(verify_record(anew, receipt()).entries) == 4


def test_one_line_signed_anew_breaks_the_chain() -> None:
    other = msgspec.structs.replace(ENTRIES[4], at=1)
    lines = [*LINES[:4], write(KEY, other).line, *LINES[5:]]
    assert fault(joined(lines)) == Fault(4, 5, "chain")


def test_the_earliest_fault_is_the_one_that_is_named() -> None:
    lines = rechained(an_order_changed())
    lines[6] = lines[6].replace(b'"at"', b'"ta"')
    assert fault(joined(lines)) == Fault(6, 6, "form")
    assert fault(joined(lines), receipt()) == Fault(4, 4, "receipt")


def test_a_record_under_another_key_is_not_the_one_of_the_receipt() -> None:
    other = KeyPair.generate()
    assert fault(RECORD, receipt(LINES, other)) == Fault(0, 0, "meeting")


def test_a_certificate_of_somebody_else_does_not_hold() -> None:
    stranger = Identity.for_hosting(bytes(32)).certify_service(KEY.public)
    entries = list(ENTRIES)
    assert isinstance(entries[1], Certified)
    entries[1] = msgspec.structs.replace(entries[1], certificate=stranger)
    assert fault(joined(rechained(entries))) == Fault(1, 1, "certificate")
    assert HOST.certify_service(KEY.public) != stranger


def test_a_record_of_a_meeting_that_is_not_its_key_s_does_not_hold() -> None:
    entries = [msgspec.structs.replace(ENTRIES[0], meeting="a" * 13), *ENTRIES[1:]]
    assert fault(joined(rechained(entries))) == Fault(0, 0, "form")


@pytest.mark.parametrize("content", [b"", b"\n", b"{}\n", b"not a record\n", LINES[1] + b"\n", LINES[0]])
def test_what_is_no_record_is_unreadable(content: bytes) -> None:
    with pytest.raises(Unreadable):
        verify_record(content)


def test_it_says_nothing_of_names() -> None:
    for word in (b"Amira", b"Lena", b"Mallory", b"Shouted", MALLORY.identity.hex().encode()):
        assert word not in RECORD
