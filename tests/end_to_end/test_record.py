"""The record of orders between real processes: kept by the host, witnessed by members, checked by whoever has both."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from peer.state_file import KEY_SIZE
from tests.end_to_end.house import HOST, PASSPHRASE, SOON, STARTS, House, pipe_with

pytestmark = [pytest.mark.network, pytest.mark.slow]

KEPT = ("--identity", "kept")


def verify(
    *arguments: str | Path, passphrase: bytes | None = None, home: Path | None = None
) -> tuple[int, str]:
    """Run `vestibule verify`; its exit status and what it said."""
    options, descriptors = [], ()
    if passphrase is not None:
        descriptors = (pipe_with(passphrase + b"\n"),)
        options = ["--passphrase-fd", str(descriptors[0])]
    run = subprocess.run(
        [sys.executable, "-m", "peer.main", "verify", *map(str, arguments), *options]
        + (["--home", str(home)] if home is not None else []),
        capture_output=True,
        text=True,
        timeout=STARTS,
        pass_fds=descriptors,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        check=False,
    )
    for descriptor in descriptors:
        os.close(descriptor)
    assert "Traceback" not in run.stderr
    return run.returncode, run.stdout + run.stderr


def record_in(home: Path) -> Path:
    """The folder of the only record of this installation."""
    (folder,) = (home / "records").iterdir()
    return folder


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


class Kept:
    """A service that keeps its record on the disk, with the key of its texts handed over as the app does it."""

    def __init__(self, house: House, folder: Path) -> None:
        self._house = house
        self._run_file = folder / "run" / "meeting.json"
        self._key = secrets.token_bytes(KEY_SIZE)

    def start(self, *options: str) -> None:
        key = pipe_with(self._key)
        self._house.open(
            *(
                "--host",
                self._house.host_key(),
                "--run-file",
                str(self._run_file),
                "--state-key-fd",
                str(key),
            ),
            *options,
            identity=KEPT,
            pass_fds=(key,),
        )


def hold_a_meeting(house: House, receipt: Path) -> None:
    """Ana comes in, is muted and suspended for a reason, and saves what she was told of the record."""
    host = house.enter_as_host()
    ana = house.knock("Ana")
    ana_id = house.admit("Ana", by=host)
    ana.say(type="mute", member=house.ids[HOST])
    ana.wait_for("refused", SOON, request="mute")
    host.say(type="mute", member=ana_id)
    host.say(type="suspend", member=ana_id, reason="Shouted at Bo")
    ana.wait_for("you_were_suspended", SOON)
    # opened, certified, admit, Ana's mute, mute, suspend
    ana.wait_for("record_head", SOON, number=5)
    ana.say(type="save_receipt", path=str(receipt))
    assert "error" not in ana.wait_for("receipt_saved", SOON)[1]


def test_a_record_holds_and_whatever_is_done_to_it_is_found(house: House, tmp_path: Path) -> None:
    receipt = tmp_path / "receipt.jsonl"
    Kept(house, tmp_path).start()
    hold_a_meeting(house, receipt)
    house.actors[HOST].say(type="end")
    house.service.wait_end(SOON)

    folder = record_in(house.home("service"))
    log = folder / "orders.log"
    for arguments in ((folder,), (log,), (log, "--receipt", receipt)):
        status, said = verify(*arguments)
        assert (status, said.split(":")[0]) == (0, "holds")
        assert f"certified: the host {house.host_key()}" in said
    orders = [json.loads(line)["body"] for line in log.read_bytes().splitlines()]
    assert [order.get("what", order["type"]) for order in orders] == [
        *("opened", "certified", "admit", "mute", "mute", "suspend", "end")
    ]
    assert [order.get("refused", "") for order in orders][3] == "not_allowed"

    everything = b"".join(path.read_bytes() for path in house.home("service").rglob("*") if path.is_file())
    for word in (b"Ana", b"Shouted", HOST.encode()):
        assert word not in everything

    changed = tmp_path / "changed.log"
    changed.write_bytes(log.read_bytes().replace(b'"what":"suspend"', b'"what":"admitted"'))
    status, said = verify(changed)
    assert (status, said.splitlines()[0].split(":")[1]) == (1, " line 5, signature")

    cut = tmp_path / "cut.log"
    cut.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:4]))
    assert verify(cut)[0] == 0
    status, said = verify(cut, "--receipt", receipt)
    assert (status, said.splitlines()[0].split(":")[1]) == (1, " line 4, dropped")

    changed.write_bytes(b"something else\n")
    assert verify(changed)[0] == 2
    assert verify(tmp_path / "nowhere")[0] == 2
    assert verify(log, "--receipt", log)[0] == 2


def test_a_killed_service_goes_on_in_the_same_record(house: House, tmp_path: Path) -> None:
    receipt = tmp_path / "receipt.jsonl"
    kept = Kept(house, tmp_path)
    kept.start()
    hold_a_meeting(house, receipt)
    house.service.kill()
    house.service.wait_end(SOON)
    log = record_in(house.home("service")) / "orders.log"
    with log.open("ab") as file:
        file.write(log.read_bytes()[:70])
    assert "torn: " in verify(log)[1]

    ana, host = house.actors["Ana"], house.actors[HOST]
    came_back = ana.count()
    kept.start("--resume")
    ana.wait_for("reconnected", STARTS, after=came_back)
    host.wait_for("reconnected", STARTS)
    host.say(type="remove", person=house.ids["Ana"])
    ana.wait_for("removed", SOON)
    host.say(type="end")
    house.service.wait_end(SOON)
    assert verify(log, "--receipt", receipt)[0] == 0
    orders = [json.loads(line)["body"] for line in log.read_bytes().splitlines()]
    assert (orders[6]["type"], orders[6]["torn"]) == ("resumed", 70)
    assert [order["what"] for order in orders[7:]] == ["remove", "end"]


def test_a_service_with_a_store_of_its_own_can_read_its_record_later(house: House, tmp_path: Path) -> None:
    descriptor = pipe_with(PASSPHRASE + b"\n")
    house.open(identity=("--passphrase-fd", str(descriptor)), pass_fds=(descriptor,))
    house.knock("Ana")
    ana_id = house.admit("Ana")
    house.service.say(type="suspend", member=ana_id, reason="Shouted at Bo")
    house.actors["Ana"].wait_for("you_were_suspended", SOON)
    house.end()

    home = house.home("service")
    folder, readable, page = record_in(home), tmp_path / "record.jsonl", tmp_path / "record.html"
    status, said = verify(folder, "--export", readable, passphrase=PASSPHRASE, home=home)
    assert (status, "sealed: " in said) == (0, False)
    suspend = next(line for line in lines_of(readable) if line.get("what") == "suspend")
    assert (suspend["whom"][0]["name"], suspend["texts"]) == ("Ana", {"reason": "Shouted at Bo"})
    assert verify(folder, "--export", page, passphrase=PASSPHRASE, home=home)[0] == 0
    assert "Shouted at Bo" in page.read_text()

    status, said = verify(folder, "--export", readable, home=tmp_path / "another")
    assert (status, "sealed: " in said) == (0, True)
    assert "Ana" not in readable.read_text()
    status, said = verify(folder, "--export", readable, passphrase=b"wrong", home=home)
    assert (status, "wrong_passphrase" in said) == (2, True)


def test_a_record_in_memory_can_be_saved_while_it_runs(house: House, tmp_path: Path) -> None:
    service = house.open()
    house.bring("Ana")
    for name in ("orders.log", "record.html", "record.jsonl", "none/of/it"):
        service.say(type="save_record", path=str(tmp_path / name))
        assert "error" not in service.wait_for("record_saved", SOON, path=str(tmp_path / name))[1]
    assert verify(tmp_path / "orders.log")[0] == 0
    assert "Ana" in (tmp_path / "record.html").read_text()
    assert lines_of(tmp_path / "record.jsonl")[-1]["whom"][0]["name"] == "Ana"
    service.say(type="save_record", path="/proc/no/such/place")
    assert service.wait_for("record_saved", SOON, path="/proc/no/such/place")[1]["error"]
    assert not (house.home("service") / "records").exists()
    house.end()
