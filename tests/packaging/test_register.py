"""The desktop entry and the script that registers it for one person."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


def a_checkout(folder: Path) -> Path:
    (folder / ".venv" / "bin").mkdir(parents=True)
    vestibule = folder / ".venv" / "bin" / "vestibule"
    vestibule.write_text("#!/bin/sh\n")
    vestibule.chmod(0o755)
    shutil.copytree(PACKAGING, folder / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def register(checkout: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    return subprocess.run(
        [checkout / "packaging" / "register", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("vestibule", "vestibule"),
        ("my meetings", "my meetings"),
        ('50% of "$HOME"', r'50%% of \\"\\$HOME\\"'),
    ],
)
def test_links_open_this_checkout(tmp_path: Path, name: str, written: str) -> None:
    checkout = a_checkout(tmp_path / name)
    result = register(checkout, tmp_path)
    assert result.returncode == 0, result.stderr
    entry = tmp_path / ".local/share/applications/vestibule.desktop"
    lines = entry.read_text().splitlines()
    assert "MimeType=x-scheme-handler/vestibule;" in lines
    assert [line for line in lines if line.startswith("Exec=")] == [
        f'Exec="{tmp_path}/{written}/.venv/bin/vestibule" %u'
    ]
    assert (tmp_path / ".local/share/icons/hicolor/scalable/apps/vestibule.svg").exists()
    if validator := shutil.which("desktop-file-validate"):
        verdict = subprocess.run([validator, entry], capture_output=True, text=True, check=False)
        assert (verdict.returncode, verdict.stdout) == (0, "")


def test_it_can_be_undone(tmp_path: Path) -> None:
    checkout = a_checkout(tmp_path / "vestibule")
    register(checkout, tmp_path)
    assert register(checkout, tmp_path, "--remove").returncode == 0
    assert not list(tmp_path.glob(".local/share/**/vestibule.*"))


def test_before_the_set_up_it_says_what_to_do(tmp_path: Path) -> None:
    checkout = a_checkout(tmp_path / "vestibule")
    (checkout / ".venv/bin/vestibule").unlink()
    result = register(checkout, tmp_path)
    assert result.returncode == 1
    assert "./packaging/run" in result.stderr
    assert not (tmp_path / ".local").exists()
