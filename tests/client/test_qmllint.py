"""The QML is clean against the models of this run, and the check bites."""

from __future__ import annotations

from pathlib import Path

import pytest

from client.qmltypes import lint, qml_files

GOOD = """
import QtQuick
import Vestibule

Item {
    required property SettingsModel settings
    readonly property string shown: settings.name
}
"""


def test_all_qml_is_clean() -> None:
    assert lint(qml_files()) == 0


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
def test_nonsense_is_found(tmp_path: Path, was: str, wrong: str) -> None:
    page = tmp_path / "Page.qml"
    page.write_text(GOOD, "utf-8")
    assert lint([page]) == 0
    page.write_text(GOOD.replace(was, wrong), "utf-8")
    assert lint([page]) != 0
