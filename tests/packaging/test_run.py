"""`packaging/run`: what it starts, and what it installs for that."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.packaging.system import ASK_ADMINISTRATOR, a_checkout, a_system

SCREEN = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}
NO_SCREEN: dict[str, str] = {}


def run(
    folder: Path, screen: dict[str, str], arguments: str, installed: str
) -> subprocess.CompletedProcess[str]:
    """Run it on a system with these packages (in a checkout whose vestibule prints its arguments), not as root."""
    checkout = a_checkout(folder / "checkout")
    vestibule = checkout / ".venv" / "bin" / "vestibule"
    vestibule.parent.mkdir(parents=True)
    vestibule.write_text('#!/bin/sh\necho "started: $*"\n')
    vestibule.chmod(0o755)
    system = a_system(folder, installed=installed, root=False)
    without = {
        name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    return subprocess.run(
        [checkout / "packaging" / "run", *arguments.split()],
        env=without | screen | {"PATH": f"{system.folder}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@pytest.fixture(scope="module")
def window_packages(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a window needs, by its own word."""
    result = run(tmp_path_factory.mktemp("bare"), SCREEN, "", installed="")
    assert result.returncode == ASK_ADMINISTRATOR
    (line,) = (line for line in result.stderr.splitlines() if line.startswith("  apt-get install"))
    return line.partition("--no-install-recommends ")[2]


@pytest.mark.parametrize(
    ("screen", "arguments", "started"),
    [
        (SCREEN, "", ""),
        (WAYLAND, "vestibule://join/abc", "vestibule://join/abc"),
        (SCREEN, "demo --out there", "demo --out there"),
        (NO_SCREEN, "", "demo"),
        (NO_SCREEN, "vestibule://join/abc --name Ana", "demo"),
        (NO_SCREEN, "demo --out there", "demo --out there"),
        (NO_SCREEN, "bench ui", "bench ui"),
    ],
)
def test_windows(
    tmp_path: Path, window_packages: str, screen: dict[str, str], arguments: str, started: str
) -> None:
    virtual = "" if screen else " xvfb libgl1-mesa-dri"
    result = run(tmp_path, screen, arguments, installed=window_packages + virtual)
    assert (result.returncode, result.stdout) == (0, f"started: {started}\n"), result.stderr
    assert ("Running the demo instead" in result.stderr) == (started == "demo")


@pytest.mark.parametrize("arguments", ["", "demo", "bench ui"])
def test_without_a_screen_a_window_needs_a_virtual_one(
    tmp_path: Path, window_packages: str, arguments: str
) -> None:
    result = run(tmp_path, NO_SCREEN, arguments, installed=window_packages)
    assert result.returncode == ASK_ADMINISTRATOR
    assert "for a virtual screen, drawn without a graphics card: xvfb libgl1-mesa-dri\n" in result.stderr


@pytest.mark.parametrize(
    "arguments", ["host --title Council", "join LINK --name Lena", "demo --headless", "bench sound", "--help"]
)
def test_without_a_window_nothing_is_needed(tmp_path: Path, arguments: str) -> None:
    result = run(tmp_path, NO_SCREEN, arguments, installed="")
    assert (result.returncode, result.stdout) == (0, f"started: {arguments}\n"), result.stderr
    assert "demo instead" not in result.stderr
