"""Pages on the screen, with their real models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.client.screens import Models, Screen, Show


@pytest.fixture
def models(tmp_path: Path, qapp: QGuiApplication) -> Iterator[Models]:
    """The models of all pages, with an empty settings folder."""
    del qapp
    made = Models(tmp_path)
    yield made
    made.close()


@pytest.fixture
def show(models: Models) -> Iterator[Show]:
    """Show a page; it must go without a QML warning."""
    shown: list[Screen] = []

    def one(page: str, size: tuple[int, int] = (1440, 900), mirrored: bool = False) -> Screen:
        shown.append(Screen(models, page, size, mirrored))
        return shown[-1]

    yield one
    for screen in shown:
        screen.close()
