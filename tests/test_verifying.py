"""What `vestibule verify` says and how it ends, in both languages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from peer.main import main
from peer.trust.entry import line_hash
from peer.trust.heads import make_head, write_receipt
from peer.trust.verify import verify_record
from peer.verifying import SENTENCES
from tests.trust.house import HOST, KEY, rechained, some_orders

RECORD = asyncio.run(some_orders())
LINES = RECORD.split(b"\n")[:-1]
Said = Callable[..., tuple[int, list[str]]]


@pytest.fixture(params=["en", "nl"])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("LC_ALL", f"{request.param}_NL.UTF-8")
    return int(request.param == "nl")


@pytest.fixture
def verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    """Verify this content; the exit status and the lines that were said."""

    def run(content: bytes, receipt: bytes | None = None, *options: str) -> tuple[int, list[str]]:
        (tmp_path / "a.log").write_bytes(content)
        arguments = ["verify", str(tmp_path / "a.log"), "--home", str(tmp_path), *options]
        if receipt is not None:
            (tmp_path / "receipt").write_bytes(receipt)
            arguments += ["--receipt", str(tmp_path / "receipt")]
        status = main(arguments)
        return status, capsys.readouterr().out.splitlines()

    return run


def receipt(lines: list[bytes] = LINES) -> bytes:
    return write_receipt(make_head(KEY, n, line_hash(line)) for n, line in enumerate(lines))


def joined(lines: list[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def test_a_record_that_holds(verify: Said, language: int) -> None:
    meeting = verify_record(RECORD).opened.meeting
    holds = f"holds: 8 lines, meeting {meeting}: {SENTENCES['holds'][language]}"
    certified = f"certified: {SENTENCES['certified'][language].format(host=HOST.public.hex())}"
    assert verify(RECORD) == (0, [holds, certified])
    assert verify(RECORD, receipt()) == (
        0,
        [holds, f"receipt: {SENTENCES['receipt_holds'][language]}", certified],
    )


def test_a_torn_last_line_is_said(verify: Said, language: int) -> None:
    status, said = verify(RECORD + b"half")
    assert status == 0
    assert f"torn: {SENTENCES['torn'][language].format(bytes=4)}" in said


def test_a_record_signed_anew_names_the_first_order(verify: Said, language: int) -> None:
    entries = list(verify_record(RECORD).entries)
    anew = joined(rechained([*entries[:4], *entries[5:]]))
    assert verify(anew)[0] == 0
    status, said = verify(anew, receipt())
    assert status == 1
    assert said[0] == f"broken: line 4, receipt: {SENTENCES['receipt'][language].format(line='line 4')}"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (joined([*LINES[:4], *LINES[5:]]), "line 4, dropped"),
        (joined([*LINES[:4], LINES[3], *LINES[4:]]), "line 4, added"),
        (RECORD.replace(b'"what":"rules"', b'"what":"mute"'), "line 6, signature"),
        (RECORD.replace(b'"what":"rules"', b'"what": "rules"'), "line 6, form"),
    ],
)
def test_what_was_done_to_it_is_named(verify: Said, content: bytes, fault: str) -> None:
    status, said = verify(content)
    assert status == 1
    assert said[0].startswith(f"broken: {fault}: ")


def test_a_receipt_of_another_meeting_does_not_vouch(verify: Said) -> None:
    other = write_receipt([make_head(HOST, 0, line_hash(LINES[0]))])
    status, said = verify(RECORD, other)
    assert (status, said[0].split(":")[0]) == (1, "broken")


@pytest.mark.parametrize(("content", "heads"), [(b"not a record\n", None), (RECORD, b"not a receipt\n")])
def test_what_cannot_be_read_ends_with_two(verify: Said, content: bytes, heads: bytes | None) -> None:
    status, said = verify(content, heads)
    assert (status, said[0].split(":")[0]) == (2, "unreadable")


def test_a_file_that_is_not_there_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(tmp_path / "nowhere")]) == 2
    assert main(["verify", str(tmp_path)]) == 2
    assert "no_such_file" in capsys.readouterr().err


def test_an_export_of_a_broken_record_says_so(verify: Said, tmp_path: Path) -> None:
    changed = RECORD.replace(b'"what":"rules"', b'"what":"mute"')
    page = tmp_path / "page.html"
    status, said = verify(changed, None, "--export", str(page), "--identity", "ephemeral")
    assert status == 1
    assert any(line.startswith("sealed: ") for line in said)
    assert "line 6" in page.read_text()


def test_an_export_that_cannot_be_written_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    options = ("--export", str(tmp_path / "file" / "page.html"), "--identity", "ephemeral")
    assert main(["verify", str(_written(tmp_path)), *options]) == 2
    assert "cannot_write" in capsys.readouterr().err


def _written(folder: Path) -> Path:
    path = folder / "whole.log"
    path.write_bytes(RECORD)
    return path
