"""The house's import rules, beyond the contracts in pyproject.toml."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]

PURE = {
    "__future__",
    "collections",
    "dataclasses",
    "enum",
    "functools",
    "itertools",
    "math",
    "msgspec",
    "operator",
    "re",
    "types",
    "typing",
    "unicodedata",
}
"""What the core may import beside itself: nothing here reads a clock, a file, a socket or a random number."""

WITHOUT_QT = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6", "qasync", "client"}:
            raise ImportError(f"a machine needs no window: {name}")

sys.meta_path.insert(0, NoQt())
import peer
for module in pkgutil.walk_packages(peer.__path__, "peer."):
    importlib.import_module(module.name)
"""


def imported(path: Path) -> Iterator[str]:
    """The absolute names of the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield node.module or ""


@pytest.mark.parametrize("path", sorted(PROJECT.glob("peer/room/**/*.py")), ids=lambda path: path.name)
def test_the_core_is_pure(path: Path) -> None:
    outside = {name for name in imported(path) if not (name + ".").startswith("peer.room.")}
    assert {name.split(".")[0] for name in outside} <= PURE


def test_peer_imports_without_qt_and_without_the_client() -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", WITHOUT_QT],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
