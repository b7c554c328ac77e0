"""The record of orders as the host's window reads it: from the disk, checked, searched, saved."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from client.models.order_log import DONE, REFUSED, OrderLogModel
from client.record_reader import RecordReader
from client.saving import Saver
from peer.keys import KeyPair, meeting_id
from peer.link.secret_store import MemoryStore
from peer.records import store_name
from peer.room.values import Party
from peer.trust.files import LOG_NAME
from peer.trust.keep import on_disk, records_of
from peer.trust.record import OrderRecord

from .acting import until

KEY = KeyPair.generate()
TEXT_KEY = b"t" * 32
HOST = Party("aaaaaaaa", b"h" * 32, "Amira Haddad", "host")
JORIS = Party("bbbbbbbb", b"j" * 32, "Joris de Vries", "cohost")
KEVIN = Party("cccccccc", b"k" * 32, "Kevin B.", "member")


def write_record(home: Path) -> None:
    """A record of three orders, one of them refused."""

    async def write() -> None:
        record = OrderRecord(
            key=KEY,
            host=b"h" * 32,
            clock=lambda: 1_795_000_000.0,
            begun=on_disk(records_of(home), KEY, TEXT_KEY),
        )
        record.start(lambda _head: None)
        record.order(JORIS, "suspend", (KEVIN,), number=1, texts={"reason": "Shouted over others"})
        record.order(JORIS, "unban", (KEVIN,), refused="not_allowed")
        record.order(HOST, "rules", details={"locked": True}, number=2)
        await record.close()

    asyncio.run(write())


@pytest.fixture
def keys() -> MemoryStore:
    store = MemoryStore()
    store.put(store_name(meeting_id(KEY.public)), TEXT_KEY)
    return store


@pytest.fixture
def log(tmp_path: Path, keys: MemoryStore) -> Iterator[OrderLogModel]:
    write_record(tmp_path)
    saver = Saver()
    model = OrderLogModel(RecordReader(tmp_path, keys), saver)
    model.look()
    until(lambda: model.check != "")
    yield model
    model.close()
    saver.close()


def shown(log: OrderLogModel) -> list[tuple[str, str, str]]:
    return [(row.who, row.text, row.why) for row in log._lines._rows]  # type: ignore[attr-defined]


def test_every_order_is_there_newest_first_and_checked(log: OrderLogModel) -> None:
    assert shown(log) == [
        ("Amira Haddad", "Changed the rules", "locked: true"),
        ("Joris de Vries", "Lifted the ban of Kevin B.", "Refused: This meeting does not let you do that."),
        ("Joris de Vries", "Suspended Kevin B.", "“Shouted over others”"),
    ]
    assert log.holds
    assert log.check == "Checked: nothing changed"
    assert (log.total, log.refused) == (3, 1)


def test_filter_and_search(log: OrderLogModel) -> None:
    log.setKind(REFUSED)
    assert [text for _, text, _ in shown(log)] == ["Lifted the ban of Kevin B."]
    log.setKind(DONE)
    log.setSearch("SHOUTED")
    assert [text for _, text, _ in shown(log)] == ["Suspended Kevin B."]
    log.setSearch("nobody has this name")
    assert shown(log) == []


def test_without_the_key_names_stay_sealed(tmp_path: Path) -> None:
    write_record(tmp_path)
    saver = Saver()
    log = OrderLogModel(RecordReader(tmp_path, MemoryStore()), saver)
    log.look()
    until(lambda: log.check != "")
    assert not log.readable
    assert shown(log)[2] == ("bbbbbbbb", "Suspended cccccccc", "")
    log.close()
    saver.close()


def test_a_changed_line_is_said(tmp_path: Path, log: OrderLogModel) -> None:
    path = records_of(tmp_path) / meeting_id(KEY.public) / LOG_NAME
    lines = path.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b"unban", b"admit")
    path.write_bytes(b"\n".join(lines))
    log.look()
    until(lambda: not log.holds)
    assert log.check == "Changed or damaged from line 2 on"
    assert len(shown(log)) == 1


def test_what_is_no_record_is_said(tmp_path: Path, log: OrderLogModel) -> None:
    (records_of(tmp_path) / meeting_id(KEY.public) / LOG_NAME).write_bytes(b"nonsense\n")
    log.look()
    until(lambda: log.problem != "")


def test_it_is_saved_as_a_page_as_lines_and_as_it_is(log: OrderLogModel, tmp_path: Path) -> None:
    told: list[str] = []
    log.told.connect(told.append)
    for name in ("record.html", "record.jsonl", "record.log"):
        log.export(QUrl.fromLocalFile(str(tmp_path / name)))
    until(lambda: len(told) == 3)
    assert "Kevin B." in (tmp_path / "record.html").read_text("utf-8")
    first, *lines = (tmp_path / "record.jsonl").read_text("utf-8").splitlines()
    assert json.loads(first)["holds"] is True
    assert len(lines) == 4
    original = (records_of(tmp_path) / meeting_id(KEY.public) / LOG_NAME).read_bytes()
    assert (tmp_path / "record.log").read_bytes() == original
