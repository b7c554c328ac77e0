"""The set-up: says what it installs and why, stops where it may not, and does nothing twice.

It runs here as it is, against a system made of small stand-ins for dpkg-query, apt-get, apt-cache and id that
write down how they were called.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

SETUP = Path(__file__).parents[2] / "packaging" / "setup.sh"
ASK_ADMINISTRATOR = 3


@dataclass
class System:
    """A Debian with some packages installed and others known, used as root or not."""

    folder: Path
    calls: Path

    def run(self, script: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", f". '{SETUP}'\n{script}"],
            env=os.environ | {"PATH": f"{self.folder}:{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    def called(self) -> list[str]:
        return self.calls.read_text().splitlines() if self.calls.exists() else []


def a_system(folder: Path, *, installed: str = "", known: str = "", root: bool = True) -> System:
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    calls = folder / "calls"
    packages = (
        "\\n".join(f"{name} installed" for name in installed.split()) + "\\nremoved-one config-files\\n"
    )
    stand_ins = {
        "dpkg-query": f"printf '{packages}'",
        "apt-get": f'echo "$@" >>"{calls}"',
        "apt-cache": f'case " {known} " in *" $2 "*) ;; *) exit 100 ;; esac',
        "id": f"echo {0 if root else 1000}",
    }
    for name, script in stand_ins.items():
        path = bin_folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
    return System(bin_folder, calls)


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
    """A checkout of the set-up alone; its uv notes how it was called, and makes an empty environment."""
    folder = tmp_path / "a checkout"
    (folder / "packaging").mkdir(parents=True)
    (folder / "packaging" / "setup.sh").write_text(SETUP.read_text())
    (folder / "uv.lock").write_text("locked = 1\n")
    (folder / "pyproject.toml").write_text("[project]\n")
    tools = folder / ".venv-tools" / "bin"
    tools.mkdir(parents=True)
    uv = tools / "uv"
    uv.write_text(
        "#!/bin/sh\n"
        '[ "$1" != --version ] || exit 0\n'
        'echo "$UV_PYTHON_DOWNLOADS: $*" >>calls\n'
        "mkdir -p .venv/bin && printf '#!/bin/sh\\n' >.venv/bin/python && chmod +x .venv/bin/python\n"
    )
    uv.chmod(0o755)
    return folder


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
