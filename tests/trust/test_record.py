"""What the record notes of an order, what it leaves out, and when its head is told."""

from __future__ import annotations

import asyncio
import logging

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peer.keys import HASH_SIZE, Identity
from peer.room.values import Party
from peer.trust import record as recording
from peer.trust.entry import Certified, Full, More, Opened, Order
from peer.trust.files import Memory
from peer.trust.floods import OF_ALL, OF_ONE, WINDOW
from peer.trust.heads import Head
from peer.trust.record import CONSOLE, OrderRecord
from peer.trust.verify import Report, verify_record
from tests.trust.house import AMIRA, HOST, KEY, LENA, MALLORY, Clock, a_record, begun


async def report_of(record: OrderRecord) -> Report:
    return verify_record((await record.contents()).orders)


def started(clock: Clock | None = None) -> OrderRecord:
    record = a_record(clock=clock)
    record.start(lambda _head: None)
    return record


async def test_an_order_says_who_what_whom_when_and_why() -> None:
    record = started(clock := Clock())
    clock.now += 61.5
    record.order(
        AMIRA, "suspend", (MALLORY,), number=3, details={"name_hidden": True}, texts={"reason": "Shouted"}
    )
    opened, order = (await report_of(record)).entries
    assert isinstance(opened, Opened)
    assert isinstance(order, Order)
    assert (order.by, order.role, order.what, order.whom) == ("0a0a0a0a", "host", "suspend", ("2c2c2c2c",))
    assert (order.number, order.details, order.refused) == (3, {"name_hidden": True}, "")
    assert order.at - opened.at == 61_500
    assert order.people.keys() == {"0a0a0a0a", "2c2c2c2c"}
    assert {name: len(one) for name, one in order.texts.items()} == {"reason": HASH_SIZE}


async def test_a_refused_order_is_noted_too() -> None:
    record = started()
    record.order(MALLORY, "mute", (AMIRA,), refused="not_allowed")
    order = (await report_of(record)).entries[-1]
    assert isinstance(order, Order)
    assert order.refused == "not_allowed"


async def test_a_person_is_committed_to_anew_only_when_their_name_changes() -> None:
    record = started()
    renamed = msgspec.structs.replace(LENA, name="Lena K.")
    for party in (LENA, LENA, renamed):
        record.order(AMIRA, "mute", (party,))
    first, second, third = (one.people["1b1b1b1b"] for one in await orders_of(record))
    assert first == second != third


async def orders_of(record: OrderRecord) -> list[Order]:
    return [one for one in (await report_of(record)).entries if isinstance(one, Order)]


async def test_a_console_is_nobody_by_name() -> None:
    record = started()
    record.order(Party(CONSOLE, role="host"), "end")
    (order,) = await orders_of(record)
    assert (order.by, order.role, order.people) == ("console", "host", {})


async def test_what_a_foreign_machine_calls_an_id_is_not_written_down() -> None:
    """A modified member names a person in an order: the name of a victim does not reach the disk by that way."""
    record = started()
    record.order(
        MALLORY, "admit", (Party("Lena Jansen, Dam 1"),), details={"x": "y" * 300}, refused="no_such_person"
    )
    (order,) = await orders_of(record)
    assert (order.whom, order.details) == (("",), {})
    assert b"Jansen" not in (await record.contents()).orders


async def test_the_host_s_certificate_is_noted_once_and_a_stranger_s_never() -> None:
    record = started()
    record.certify(Identity.for_hosting(bytes(32)).certify_service(KEY.public))
    record.certify(HOST.certify_service(KEY.public))
    record.certify(HOST.certify_service(KEY.public))
    report = await report_of(record)
    assert [type(entry) for entry in report.entries] == [Opened, Certified]
    assert report.certified


async def test_a_flood_of_refused_orders_becomes_a_count() -> None:
    record = started(clock := Clock())
    for _ in range(1_000):
        record.order(MALLORY, "admit_all", refused="not_allowed")
    assert len(await orders_of(record)) == OF_ONE
    clock.now += WINDOW
    record.order(AMIRA, "rules")
    *_, more, order = (await report_of(record)).entries
    assert isinstance(more, More)
    assert isinstance(order, Order)
    assert (more.by, more.refused) == ("2c2c2c2c", 1_000 - OF_ONE)


async def test_a_flood_by_many_strangers_becomes_a_count_of_all() -> None:
    record = started()
    for stranger in range(2_000):
        record.order(Party(f"{stranger:08x}", bytes(32), "x"), "admit", refused="not_allowed")
    assert len(await orders_of(record)) == OF_ALL
    await record.close()
    more = (await report_of(record)).entries[-1]
    assert isinstance(more, More)
    assert (more.by, more.refused) == ("", 2_000 - OF_ALL)


async def test_orders_that_are_done_are_never_merged() -> None:
    record = started()
    for _ in range(OF_ALL + OF_ONE):
        record.order(AMIRA, "mute", (LENA,))
    assert len(await orders_of(record)) == OF_ALL + OF_ONE


@pytest.mark.expected_log("ERROR vestibule.record: the record of orders is full")
async def test_a_record_ends_where_it_may_not_grow_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "SIZE_LIMIT", 20_000)
    record = started()
    for _ in range(100):
        record.order(AMIRA, "mute", (LENA,))
    report = await report_of(record)
    assert isinstance(report.entries[-1], Full)
    assert report.holds
    assert len((await record.contents()).orders) < 22_000


# --- heads -------------------------------------------------------------------------------------


class Slow(Memory):
    """A disk that says when it has a line."""

    def __init__(self) -> None:
        super().__init__()
        self.has = lambda _n: None

    def start(self, kept: object) -> None:
        super().start(lambda _n: None)
        self.has = kept  # type: ignore[assignment]


async def test_a_head_is_told_only_when_its_line_is_safe_and_merged_to_one_a_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recording, "HEAD_EVERY", 0.05)
    told: asyncio.Queue[Head] = asyncio.Queue()
    disk = Slow()
    record = a_record(begun(disk))
    record.start(told.put_nowait)
    for _ in range(4):
        record.order(AMIRA, "mute", (LENA,))
    assert told.empty()
    for n in range(3):
        disk.has(n)
    first = await told.get()
    second = await asyncio.wait_for(told.get(), 10)
    assert (first.number, second.number) == (0, 2)
    assert first.holds()
    assert second.holds()
    disk.has(4)
    third = await asyncio.wait_for(told.get(), 10)
    report = await report_of(record)
    assert (third.number, third.head) == (4, report.head)
    await record.close()


# --- whatever comes ----------------------------------------------------------------------------

anything = st.text(max_size=600)
parties = st.builds(Party, anything, st.binary(max_size=40), anything, st.text(max_size=10))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(parties, max_size=3).map(tuple),
            st.dictionaries(
                st.text(max_size=9), st.one_of(anything, st.booleans(), st.integers()), max_size=4
            ),
            st.dictionaries(st.text(max_size=9), st.text(max_size=5_000), max_size=3),
            st.sampled_from(["", "not_allowed"]),
        ),
        max_size=6,
    )
)
def test_whatever_is_ordered_the_record_holds(
    orders: list[tuple[tuple[Party, ...], dict, dict, str]],
) -> None:  # type: ignore[type-arg]
    async def meeting() -> None:
        record = started()
        for about, details, texts, refused in orders:
            record.order(AMIRA, "suspend", about, details=details, texts=texts, refused=refused)
        report = await report_of(record)
        assert report.holds
        assert len(report.entries) == len(orders) + 1

    logging.getLogger("asyncio").setLevel(logging.ERROR)
    asyncio.run(meeting())


async def test_an_order_about_as_many_as_may_wait_is_one_line() -> None:
    record = started()
    crowd = tuple(
        Party(f"{n:08x}", Identity.for_host(n.to_bytes(32), HOST.public).public, f"Guest {n}", "guest")
        for n in range(200)
    )
    record.order(AMIRA, "admit_all", crowd)
    (order,) = await orders_of(record)
    assert len(order.whom) == len(order.people) - 1 == 200
