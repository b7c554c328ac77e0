"""The QML is clean against the models of this run, and the check bites."""

from __future__ import annotations

from pathlib import Path

import pytest

from client.qmltypes import lint, qml_files, write_module

GOOD = """
import QtQuick
import Vestibule

Item {
    required property SettingsModel settings
    readonly property string shown: settings.name
}
"""


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The types of the models as they are now."""
    folder = tmp_path_factory.mktemp("types")
    write_module(folder)
    return folder


def test_all_qml_is_clean(types: Path) -> None:
    assert lint(qml_files(), types) == 0


@pytest.mark.parametrize(
    ("was", "wrong"),
    [
        ("settings.name", "settings.nonsense"),
        ("SettingsModel settings", "NonsenseModel settings"),
        ("string shown: settings.name", "string shown: nonsense"),
        ("import Vestibule\n", ""),
        ("Item {", "Item { nonsense: 3;"),
    ],
)
def test_nonsense_is_found(types: Path, tmp_path: Path, was: str, wrong: str) -> None:
    page = tmp_path / "Page.qml"
    page.write_text(GOOD, "utf-8")
    assert lint([page], types) == 0
    page.write_text(GOOD.replace(was, wrong), "utf-8")
    assert lint([page], types) != 0
