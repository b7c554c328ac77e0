"""A record on the disk: in order, flushed, whole again after a crash, patient with a disk that refuses."""

from __future__ import annotations

import asyncio
import os
import stat
import sys
from pathlib import Path

import pytest

from peer.trust import files
from peer.trust.files import KEYS_NAME, LOG_NAME, TEXTS_NAME, Disk, Lines, read_folder

DEADLINE = 10.0

FILLS_THE_DISK = """
import asyncio, resource, signal, sys
from pathlib import Path
from peer.trust.files import Disk, Lines

async def main():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (26, 26))
    safe = asyncio.Queue()
    disk = Disk(Path(sys.argv[1]))
    disk.start(safe.put_nowait)
    for n in range(4):
        disk.put(Lines(n, b"order %d\\n" % n))
        if n < 3:
            await safe.get()
    await disk.close()

asyncio.run(main())
"""


def lines(n: int) -> Lines:
    return Lines(n, b"order %d\n" % n, b"text %d\n" % n, b"key %d\n" % n if n == 0 else b"")


class Kept:
    """What a disk said is safe."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self._more = asyncio.Event()

    def __call__(self, n: int) -> None:
        self.numbers.append(n)
        self._more.set()

    async def until(self, n: int) -> None:
        async with asyncio.timeout(DEADLINE):
            while not self.numbers or self.numbers[-1] < n:
                self._more.clear()
                await self._more.wait()


async def test_lines_are_on_the_disk_in_order_when_they_are_called_safe(tmp_path: Path) -> None:
    disk, kept = Disk(tmp_path / "records" / "meeting"), Kept()
    disk.start(kept)
    for n in range(500):
        disk.put(lines(n))
    await kept.until(499)
    contents = read_folder(tmp_path / "records" / "meeting")
    assert contents.orders == b"".join(b"order %d\n" % n for n in range(500))
    assert contents.texts == b"".join(b"text %d\n" % n for n in range(500))
    assert contents.keys == b"key 0\n"
    assert kept.numbers == sorted(kept.numbers)
    assert await disk.contents() == contents
    await disk.close()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
async def test_only_the_owner_reads_them(tmp_path: Path) -> None:
    disk, kept = Disk(tmp_path / "m"), Kept()
    disk.start(kept)
    disk.put(lines(0))
    await disk.close()
    assert stat.S_IMODE((tmp_path / "m").stat().st_mode) == 0o700
    for name in (LOG_NAME, TEXTS_NAME, KEYS_NAME):
        assert stat.S_IMODE((tmp_path / "m" / name).stat().st_mode) == 0o600


async def test_what_waits_at_the_end_is_written(tmp_path: Path) -> None:
    disk = Disk(tmp_path)
    disk.start(lambda _n: None)
    for n in range(50):
        disk.put(lines(n))
    await disk.close()
    assert read_folder(tmp_path).orders.count(b"\n") == 50


async def test_a_line_that_a_crash_tore_is_cut_off(tmp_path: Path) -> None:
    torn = b"x" * (files.TAIL + 10)
    for name in (LOG_NAME, TEXTS_NAME, KEYS_NAME):
        (tmp_path / name).write_bytes(b"whole\n" + torn)
    disk = Disk(tmp_path)
    disk.start(lambda _n: None)
    disk.put(lines(0))
    await disk.close()
    contents = read_folder(tmp_path)
    assert (contents.orders, contents.texts) == (b"whole\norder 0\n", b"whole\ntext 0\n")
    assert contents.keys == b"whole\nkey 0\n"


@pytest.mark.expected_log(
    "ERROR vestibule.record: the record of orders cannot be written: .*; it is tried again"
)
async def test_a_disk_that_refuses_is_told_once_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "RETRY_EVERY", 0.02)
    blocked = tmp_path / "home"
    blocked.write_bytes(b"a file in the folder's place")
    disk, kept = Disk(blocked / "meeting"), Kept()
    disk.start(kept)
    for n in range(3):
        disk.put(lines(n))
    await asyncio.to_thread(blocked.unlink)
    await kept.until(2)
    await disk.close()
    assert read_folder(blocked / "meeting").orders == b"order 0\norder 1\norder 2\n"


@pytest.mark.expected_log(
    "ERROR vestibule.record: the record of orders cannot be written: .*; it is tried again"
)
async def test_a_disk_that_refuses_to_the_end_holds_nobody_up(tmp_path: Path) -> None:
    blocked = tmp_path / "home"
    blocked.write_bytes(b"a file in the folder's place")
    disk = Disk(blocked / "meeting")
    disk.start(lambda _n: None)
    disk.put(lines(0))
    await disk.close()
    assert blocked.is_file()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a limit on a process's files")
async def test_a_full_disk_leaves_whole_lines(tmp_path: Path) -> None:
    """A write that is cut in the middle is taken back: the file ends with a whole line at any time."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", FILLS_THE_DISK, str(tmp_path)),
        stderr=asyncio.subprocess.PIPE,
    )
    _, errors = await asyncio.wait_for(process.communicate(), 30)
    assert b"cannot be written" in errors
    assert read_folder(tmp_path).orders == b"order 0\norder 1\norder 2\n"


def test_a_file_beyond_all_bounds_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "FILE_LIMIT", 10)
    (tmp_path / LOG_NAME).write_bytes(b"x" * 11)
    with pytest.raises(ValueError, match="too large"):
        read_folder(tmp_path)
