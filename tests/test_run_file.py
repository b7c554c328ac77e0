"""The run file: private, and believed only while its process runs."""

import os
import stat

import pytest

from peer.run_file import RunFile, of_this_process, read_run_file, write_private


def a_run_file(**changes) -> RunFile:
    pid, started = of_this_process()
    values = {
        "pid": pid,
        "started": started,
        "address": "127.0.0.1",
        "port": 4711,
        "fingerprint": "00" * 32,
        "meeting": "a" * 13,
        "title": "Quay hearing",
        "link": "vestibule://join/x",
    }
    return RunFile(**{**values, **changes})


def test_it_is_read_back_and_private(tmp_path):
    path = tmp_path / "deep" / "run.json"
    a_run_file().write(path)
    assert read_run_file(path) == a_run_file()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_this_process_is_alive():
    assert a_run_file().is_alive()


def test_a_pid_that_another_process_took_is_not_alive():
    assert not a_run_file(started=1.0).is_alive()


def test_a_process_that_ended_is_not_alive():
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    assert not a_run_file(pid=child).is_alive()


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b'{"pid": "x"}'])
def test_a_damaged_file_is_no_run_file(tmp_path, content):
    path = tmp_path / "run.json"
    path.write_bytes(content)
    assert read_run_file(path) is None


def test_there_may_be_none(tmp_path):
    assert read_run_file(tmp_path / "none") is None


def test_a_failed_write_leaves_the_old_file_whole(tmp_path):
    path = tmp_path / "run.json"
    write_private(path, b"old")
    blocked = path.with_name(f".{path.name}.{os.getpid()}")
    blocked.mkdir()
    with pytest.raises(OSError):
        write_private(path, b"new")
    assert path.read_bytes() == b"old"
