"""The set-up: says what it installs and why, stops where it may not, and does nothing twice.

It runs here as it is, against a system of small stand-ins.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.packaging.system import ASK_ADMINISTRATOR, a_checkout, a_system


def test_nothing_missing_calls_nothing(tmp_path: Path) -> None:
    system = a_system(tmp_path, installed="libone libtwo")
    result = system.run("need 'a reason' libone libtwo; install_needed")
    assert (result.returncode, result.stderr) == (0, "")
    assert system.called() == []


def test_root_installs_what_is_missing_and_says_why(tmp_path: Path) -> None:
    system = a_system(tmp_path, installed="libone", known="libtwo removed-one")
    result = system.run("need 'the window' libone libtwo; need 'the sound' removed-one; install_needed")
    assert result.returncode == 0, result.stderr
    assert "for the window: libtwo\n" in result.stderr
    assert "for the sound: removed-one\n" in result.stderr
    update, install = system.called()
    assert update.endswith("update")
    assert install.endswith("--no-remove libtwo removed-one")


def test_without_root_it_names_the_packages_and_stops(tmp_path: Path) -> None:
    system = a_system(tmp_path, installed="libone", known="libtwo", root=False)
    result = system.run("need 'the window' libone libtwo; install_needed; echo went on")
    assert result.returncode == ASK_ADMINISTRATOR
    assert "apt-get install --no-install-recommends libtwo\n" in result.stderr
    assert "went on" not in result.stdout
    assert system.called() == []


@pytest.mark.parametrize(
    ("installed", "known", "asked_for"),
    [
        ("libnew", "", None),
        ("libold", "", None),
        ("", "libnew", "libnew"),
        ("", "libold", "libold"),
        ("", "", "libold"),
    ],
)
def test_a_renamed_package(tmp_path: Path, installed: str, known: str, asked_for: str | None) -> None:
    system = a_system(tmp_path, installed=installed, known=known, root=False)
    result = system.run("need 'the window' 'libnew|libold'; install_needed")
    if asked_for is None:
        assert (result.returncode, result.stderr) == (0, "")
    else:
        assert f"--no-install-recommends {asked_for}\n" in result.stderr


def test_one_name_is_not_taken_for_another_that_it_begins(tmp_path: Path) -> None:
    system = a_system(tmp_path, installed="libpulse0-extra xlibpulse0", root=False)
    assert system.run("need 'the sound' libpulse0; install_needed").returncode == ASK_ADMINISTRATOR


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return a_checkout(tmp_path / "a checkout")


def syncs(checkout: Path, scope: str) -> list[str]:
    """What uv is asked for when this is set up; [] for nothing."""
    calls = checkout / "calls"
    calls.unlink(missing_ok=True)
    script = f". packaging/setup.sh; install_python_packages {scope}"
    subprocess.run(["bash", "-c", script], cwd=checkout, check=True, timeout=30, capture_output=True)
    return calls.read_text().splitlines() if calls.exists() else []


def test_python_packages_are_installed_once(checkout: Path) -> None:
    (call,) = syncs(checkout, "run")
    assert call.startswith("never: sync --frozen --python ")
    assert call.endswith("--no-dev --inexact")
    assert syncs(checkout, "run") == []
    assert syncs(checkout, "test") == ["never: sync --frozen"]
    assert syncs(checkout, "test") == []
    assert syncs(checkout, "run") == [], "the tests' environment has all that the app needs"


def test_a_changed_lock_file_is_followed(checkout: Path) -> None:
    syncs(checkout, "test")
    (checkout / "uv.lock").write_text("locked = 2\n")
    assert len(syncs(checkout, "run")) == 1


def test_a_moved_checkout_is_set_up_anew(checkout: Path) -> None:
    syncs(checkout, "run")
    moved = checkout.with_name("moved")
    checkout.rename(moved)
    assert len(syncs(moved, "run")) == 1
