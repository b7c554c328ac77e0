"""The documents stay true: what they point at exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from peer.main import COMMANDS

PROJECT = Path(__file__).parents[1]
DOCUMENTS = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/*.md")])
ATTACKS = PROJECT / "docs" / "attacks.md"


def read(name: str) -> str:
    return (PROJECT / name).read_text()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text())
    missing = [
        target for target in targets if "://" not in target and not (document.parent / target).exists()
    ]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_named_files_exist(document: Path) -> None:
    named = re.findall(
        r"`\.?/?((?:peer|client|packaging|resources|tests|docs)/[\w./-]+)[^`]*`", document.read_text()
    )
    assert [name for name in named if not (PROJECT / name.split("::")[0]).exists()] == []


def test_every_attack_names_a_test_that_exists() -> None:
    rows = [line for line in ATTACKS.read_text().splitlines() if line.startswith("| ")]
    for row in rows:
        if row == "| attack | what stops it | test |":
            continue
        tests = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row)
        assert tests, f"no test named: {row}"
        for path, name in tests:
            assert re.search(rf"\b(def|class) {name}\b", read(path)), f"{path} has no {name}"


def test_the_readme_names_every_command() -> None:
    assert [command for command in COMMANDS if f"run {command}" not in read("README.md")] == ["window"]


def test_the_readme_says_how_to_set_up_and_check() -> None:
    for command in ("./packaging/run", "./packaging/test", "packaging/register", "uv sync --frozen"):
        assert command in read("README.md")


def test_the_changelog_has_this_version() -> None:
    version = re.search(r'^version = "(.+)"', read("pyproject.toml"), re.MULTILINE)
    assert version is not None
    assert f"## [{version[1]}]" in read("CHANGELOG.md") or "## [Unreleased]" in read("CHANGELOG.md")
