"""The app and the host's service: a real process, found again, started again when it dies, gone at the end."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from client.hosting import Hosting, Opening, failure_code
from peer.keys import Identity
from peer.link.invite import parse_invite
from peer.link.secret_store import MemoryStore, open_store
from peer.run_file import RunFile, read_run_file
from peer.trust.export import readable
from peer.trust.files import read_folder
from peer.trust.verify import verify_record

from .acting import until

pytestmark = [pytest.mark.slow, pytest.mark.network]
HOST = Identity.for_hosting(b"s" * 32).public


@pytest.fixture
def keys() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def hosting(tmp_path: Path, keys: MemoryStore) -> Iterator[Hosting]:
    made = Hosting(tmp_path, keys)
    yield made
    made.close()
    for path in (tmp_path / "run").glob("*.json"):
        found = read_run_file(path)
        if found is not None:
            end(found)


def opened(hosting: Hosting, title: str = "Council") -> str:
    links: list[str] = []
    hosting.opened.connect(links.append)
    hosting.start(Opening(title, HOST))
    until(lambda: bool(links), seconds=20)
    return links[0]


def running(folder: Path) -> RunFile:
    (path,) = (folder / "run").glob("*.json")
    found = read_run_file(path)
    assert found is not None
    return found


def end(service: RunFile) -> None:
    """End the meeting for all, as the system does at shutdown."""
    process = psutil.Process(service.pid)
    os.kill(service.pid, signal.SIGTERM)
    process.wait(10)


def test_a_service_listens_and_obeys_the_key_that_it_was_given(hosting: Hosting, tmp_path: Path) -> None:
    invite = parse_invite(opened(hosting))
    assert invite.host == HOST
    assert running(tmp_path).link == invite.link


def test_the_key_of_the_state_is_in_no_argument_and_no_environment(
    hosting: Hosting, tmp_path: Path, keys: MemoryStore
) -> None:
    opened(hosting)
    service = running(tmp_path)
    (path,) = (tmp_path / "run").glob("*.json")
    key = keys.get(f"meeting-{path.stem}")
    assert key is not None
    process = psutil.Process(service.pid)
    seen = " ".join(process.cmdline()) + repr(process.environ())
    assert key.hex() not in seen
    assert repr(key)[2:-1] not in seen


def test_an_app_that_starts_again_finds_the_meeting_that_still_runs(
    hosting: Hosting, tmp_path: Path, keys: MemoryStore
) -> None:
    link = opened(hosting)
    hosting.close()
    again = Hosting(tmp_path, keys)
    found = again.find()
    assert found is not None
    assert found.link == link
    again.close()


@pytest.mark.expected_log("WARNING vestibule.hosting: the host's service is gone")
def test_a_service_that_dies_is_started_again_as_the_same_meeting(hosting: Hosting, tmp_path: Path) -> None:
    before = parse_invite(opened(hosting))
    first = running(tmp_path)
    until(lambda: bool(list((tmp_path / "run").glob("*.state"))))
    os.kill(first.pid, signal.SIGKILL)
    until(lambda: running(tmp_path).pid != first.pid, seconds=20)
    after = parse_invite(running(tmp_path).link)
    assert (after.meeting, after.port, after.fingerprint) == (before.meeting, before.port, before.fingerprint)


def test_a_meeting_that_ended_leaves_nothing_and_is_not_started_again(
    hosting: Hosting, tmp_path: Path, keys: MemoryStore
) -> None:
    opened(hosting)
    (path,) = (tmp_path / "run").glob("*.json")
    end(running(tmp_path))
    until(lambda: keys.get(f"meeting-{path.stem}") is None, seconds=10)
    assert not list((tmp_path / "run").iterdir())
    assert hosting.find() is None


def test_the_key_of_the_record_s_texts_outlives_the_meeting(tmp_path: Path) -> None:
    keys = open_store(tmp_path, passphrase=b"a grey heron")
    hosting = Hosting(tmp_path, keys)
    meeting = parse_invite(opened(hosting)).meeting
    end(running(tmp_path))
    until(lambda: not list((tmp_path / "run").iterdir()), seconds=10)
    hosting.close()
    key = keys.get(f"record-{meeting}")
    assert key is not None
    contents = read_folder(tmp_path / "records" / meeting)
    report = verify_record(contents.orders)
    assert report.holds
    assert [line.what for line in readable(contents, report, key)] == ["", "end"]


def test_an_app_that_keeps_nothing_has_a_service_that_keeps_nothing(hosting: Hosting, tmp_path: Path) -> None:
    opened(hosting)
    end(running(tmp_path))
    assert not (tmp_path / "records").exists()


def test_a_port_that_is_taken_is_said_by_its_code(hosting: Hosting, tmp_path: Path) -> None:
    port = parse_invite(opened(hosting)).port
    second = Hosting(tmp_path / "second", MemoryStore())
    failed: list[str] = []
    second.failed.connect(failed.append)
    second.start(Opening("Another", HOST, port=port))
    until(lambda: bool(failed), seconds=20)
    second.close()
    assert failed == ["port_taken"]


def test_last_words_that_name_no_code() -> None:
    assert failure_code(b"Traceback\nZeroDivisionError: x\n") == "service_failed"
    assert failure_code(b"vestibule: disk_full: The disk is full.\n") == "disk_full"
