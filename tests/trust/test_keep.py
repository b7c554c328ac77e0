"""The records on a host's disk: gone on with, damaged, erased from, and let go."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from peer.trust.entry import Order, Resumed
from peer.trust.export import readable
from peer.trust.files import KEYS_NAME, LOG_NAME, TEXTS_NAME, read_folder
from peer.trust.heads import Head
from peer.trust.keep import HELD_NAME, KEPT_FOR, erase, on_disk, prune, records_of
from peer.trust.record import OrderRecord
from peer.trust.texts import read_keys, text_key_of
from peer.trust.verify import verify_record
from tests.trust.house import AMIRA, HOST, KEY, LENA, MALLORY, NOON, TEXT_KEY, Clock, a_record, some_orders


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return records_of(tmp_path)


def only(records: Path) -> Path:
    """The folder of the only record."""
    (folder,) = records.iterdir()
    return folder


async def a_meeting(records: Path) -> Path:
    """A short meeting's record; its folder."""
    await some_orders(begin=on_disk(records, KEY, TEXT_KEY))
    return only(records)


async def go_on(records: Path) -> OrderRecord:
    record = a_record(on_disk(records, KEY, TEXT_KEY))
    record.start(lambda _head: None)
    return record


async def test_a_service_that_is_started_again_goes_on_in_the_same_chain(records: Path) -> None:
    folder = await a_meeting(records)
    before = read_folder(folder)
    record = await go_on(records)
    record.certify(HOST.certify_service(KEY.public))
    record.order(AMIRA, "mute", (LENA,))
    await record.close()
    after = read_folder(folder)
    assert after.orders.startswith(before.orders)
    report = verify_record(after.orders)
    assert report.holds
    resumed, order = report.entries[-2:]
    assert isinstance(resumed, Resumed)
    assert isinstance(order, Order)
    assert readable(after, report, TEXT_KEY)[-1].whom[0].name == "Lena"


@pytest.mark.parametrize("cut", [1, 40, 200])
async def test_a_torn_last_line_is_recovered_and_said(records: Path, cut: int) -> None:
    folder = await a_meeting(records)
    whole = read_folder(folder).orders
    (folder / LOG_NAME).write_bytes(whole[:-cut])
    torn = len(whole[:-cut].split(b"\n")[-1])
    record = await go_on(records)
    await record.close()
    report = verify_record(read_folder(folder).orders)
    assert (report.holds, report.torn, len(report.entries)) == (True, 0, 8)
    resumed = report.entries[-1]
    assert isinstance(resumed, Resumed)
    assert resumed.torn == torn > 0


async def test_a_first_line_that_was_torn_begins_anew(records: Path) -> None:
    folder = await a_meeting(records)
    (folder / LOG_NAME).write_bytes(read_folder(folder).orders[:50])
    record = await go_on(records)
    await record.close()
    assert verify_record(read_folder(folder).orders).holds


@pytest.mark.expected_log("ERROR vestibule.record: .* is damaged from line 3 on: another begins")
async def test_any_other_damage_is_reported_and_left_as_it_is(records: Path) -> None:
    folder = await a_meeting(records)
    damaged = bytearray(read_folder(folder).orders)
    damaged[[found.start() for found in re.finditer(b"\n", damaged)][2] + 30] ^= 1
    (folder / LOG_NAME).write_bytes(damaged)
    record = await go_on(records)
    record.order(AMIRA, "mute", (LENA,))
    await record.close()
    assert read_folder(folder).orders == bytes(damaged)
    beside = folder.with_name(f"{folder.name}-2")
    assert verify_record(read_folder(beside).orders).holds


@pytest.mark.expected_log("ERROR vestibule.record: the record of orders in .* cannot be read: another begins")
async def test_what_is_no_record_is_reported_and_left_as_it_is(records: Path) -> None:
    folder = await a_meeting(records)
    (folder / LOG_NAME).write_bytes(b"rubbish\n")
    await (await go_on(records)).close()
    assert read_folder(folder).orders == b"rubbish\n"


async def test_no_name_and_no_word_is_plain_on_the_disk(records: Path) -> None:
    folder = await a_meeting(records)
    assert {path.name for path in folder.iterdir()} == {LOG_NAME, TEXTS_NAME, KEYS_NAME}
    everything = b"".join(path.read_bytes() for path in folder.iterdir())
    for word in ("Amira", "Lena", "Mallory", "Shouted", "shouting"):
        assert word.encode() not in everything
    for person in (LENA, MALLORY):
        assert person.identity not in everything
        assert person.identity.hex().encode() not in everything


async def test_another_key_opens_no_text(records: Path) -> None:
    contents = read_folder(await a_meeting(records))
    assert read_keys(contents.keys, bytes(32)) == {}
    report = verify_record(contents.orders)
    for key in (None, bytes(32)):
        lines = readable(contents, report, key)
        assert {person.name for line in lines for person in line.whom} == {None}
        assert lines[5].texts == {"reason": None}


# --- erasing -----------------------------------------------------------------------------------


async def test_erasing_a_person_leaves_the_chain_whole_and_the_others_readable(records: Path) -> None:
    folder = await a_meeting(records)
    before = read_folder(folder)
    assert erase(folder, TEXT_KEY, MALLORY.identity) == 1
    after = read_folder(folder)
    assert after.orders == before.orders
    report = verify_record(after.orders)
    assert report.holds
    lines = readable(after, report, TEXT_KEY)
    names = {
        person.id: person.name for line in lines for person in (*line.whom, *([line.by] if line.by else []))
    }
    assert names == {AMIRA.person: "Amira", LENA.person: "Lena", MALLORY.person: None}
    assert [line.texts for line in lines if line.texts] == [{"reason": None}, {"reason": None}]
    sealed = [line for line in before.keys.split(b"\n") if MALLORY.person.encode() in line]
    assert sealed
    assert all(line not in after.keys for line in sealed)


async def test_erasing_again_or_a_stranger_changes_nothing(records: Path) -> None:
    folder = await a_meeting(records)
    assert erase(folder, TEXT_KEY, bytes(32)) == 0
    erase(folder, TEXT_KEY, MALLORY.identity)
    assert erase(folder, TEXT_KEY, MALLORY.identity) == 0


async def test_who_was_there_under_several_ids_is_erased_under_all(records: Path) -> None:
    record = await go_on(records)
    for person in ("aaaaaaaa", "bbbbbbbb"):
        record.order(AMIRA, "admit", (type(LENA)(person, LENA.identity, f"Lena {person}", "guest"),))
    await record.close()
    folder = only(records)
    assert erase(folder, TEXT_KEY, LENA.identity) == 2


# --- letting go --------------------------------------------------------------------------------


async def test_a_record_is_let_go_after_twelve_months(records: Path) -> None:
    folder = await a_meeting(records)
    assert prune(records, NOON + KEPT_FOR) == []
    assert folder.exists()
    assert prune(records, NOON + KEPT_FOR + 1) == [folder.name]
    assert not folder.exists()


async def test_a_case_holds_a_record(records: Path) -> None:
    folder = await a_meeting(records)
    (folder / HELD_NAME).touch()
    assert prune(records, NOON + 2 * KEPT_FOR) == []
    assert verify_record(read_folder(folder).orders).holds


async def test_what_is_no_record_of_ours_is_left_alone(records: Path) -> None:
    stranger = records / "holiday pictures"
    stranger.mkdir(parents=True)
    (records / "o5cahqcxirz5y").touch()
    assert prune(records, NOON + 2 * KEPT_FOR) == []
    assert stranger.exists()
    assert prune(records / "none", NOON) == []


async def test_a_damaged_record_is_let_go_by_its_file_s_age(records: Path) -> None:
    folder = await a_meeting(records)
    (folder / LOG_NAME).write_bytes(b"rubbish\n")
    changed = (folder / LOG_NAME).stat().st_mtime
    assert prune(records, changed + KEPT_FOR - 1) == []
    assert prune(records, changed + KEPT_FOR + 1) == [folder.name]


def test_a_text_key_is_another_than_the_state_s() -> None:
    assert text_key_of(TEXT_KEY) == text_key_of(TEXT_KEY) != TEXT_KEY
    assert len(text_key_of(TEXT_KEY)) == 32


async def test_heads_name_the_lines_across_a_restart(records: Path) -> None:
    heads: list[Head] = []
    first = a_record(on_disk(records, KEY, TEXT_KEY), Clock())
    first.start(heads.append)
    first.order(AMIRA, "mute", (LENA,))
    await first.close()
    second = a_record(on_disk(records, KEY, TEXT_KEY), Clock())
    second.start(heads.append)
    second.order(AMIRA, "mute", (LENA,))
    await second.close()
    folder = only(records)
    assert heads
    assert verify_record(read_folder(folder).orders, tuple(heads)).holds
