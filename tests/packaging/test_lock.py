"""The lock file names PyPI's public addresses and no others."""

from __future__ import annotations

import re
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def test_only_pypi_is_named() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", (PROJECT / "uv.lock").read_text()))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}


def test_every_package_comes_with_a_hash() -> None:
    for line in (PROJECT / "uv.lock").read_text().splitlines():
        if "url = " in line:
            assert 'hash = "sha256:' in line, line
