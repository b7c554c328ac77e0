"""A system and a checkout to try the set-up on: small stand-ins for dpkg-query, apt-get, apt-cache, id and uv that note
how they were called.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

PACKAGING = Path(__file__).parents[2] / "packaging"
SETUP = PACKAGING / "setup.sh"
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


def a_checkout(folder: Path) -> Path:
    """A checkout of the set-up alone; its uv notes how it was called, and makes an empty environment."""
    shutil.copytree(PACKAGING, folder / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
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
