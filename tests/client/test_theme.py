"""The theme: legible in each of its three palettes, larger when asked, and the only place of colours."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine, QQmlExpression

from tests.client.screens import QML

PALETTES = ("dark", "light", "contrast")
PLANES = ("window", "surface", "raised", "field", "well")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(white|black|red|green|blue|gray|grey)\"")


class Theme:
    """The theme itself, asked and changed by QML expressions."""

    def __init__(self) -> None:
        self._engine = QQmlEngine()
        self._component = component = QQmlComponent(self._engine)
        source = 'import QtQuick; import "."; QtObject { readonly property var theme: Theme }'
        component.setData(source.encode(), QUrl.fromLocalFile(str(QML / "Probe.qml")))
        self._probe = component.create()

    def __call__(self, expression: str) -> Any:
        """The value of `theme.<expression>`."""
        return QQmlExpression(self._engine.rootContext(), self._probe, f"theme.{expression}").evaluate()[0]


@pytest.fixture
def theme(qapp: QGuiApplication) -> Theme:
    """A theme as it is at the start."""
    del qapp
    return Theme()


def luminance(colour: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(ink: QColor, plane: QColor) -> float:
    """Contrast ratio (WCAG 2.2)."""
    light, dark = sorted((luminance(ink), luminance(plane)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("palette", "plane"), [*product(PALETTES, PLANES)])
def test_words_are_legible_on_every_plane(theme: Theme, palette: str, plane: str) -> None:
    for ink in ("text", "muted", "accentText", "dangerText", "warn", "good"):
        assert contrast(theme(f"{palette}.{ink}"), theme(f"{palette}.{plane}")) >= 4.5, ink


@pytest.mark.parametrize("palette", PALETTES)
def test_buttons_and_boxes_are_legible(theme: Theme, palette: str) -> None:
    for ink, plane in (
        ("accentInk", "accent"),
        ("accentInk", "accentHover"),
        ("dangerInk", "danger"),
        ("dangerInk", "dangerHover"),
        ("invertedInk", "invertedFill"),
        ("warn", "warnSoft"),
        ("good", "goodSoft"),
        ("dangerText", "dangerSoft"),
        ("accentText", "accentSoft"),
    ):
        assert contrast(theme(f"{palette}.{ink}"), theme(f"{palette}.{plane}")) >= 4.5, (ink, plane)


@pytest.mark.parametrize("palette", PALETTES)
def test_a_switch_is_outlined(theme: Theme, palette: str) -> None:
    assert contrast(theme(f"{palette}.lineStrong"), theme(f"{palette}.surface")) >= 3


def test_text_grows_with_its_scale(theme: Theme) -> None:
    plain, control = theme("type.body.pixelSize"), theme("size.control")
    theme("textScale = 2")
    assert theme("type.body.pixelSize") == 2 * plain
    assert theme("size.control") == 2 * control


def test_less_motion_is_none(theme: Theme) -> None:
    assert 0 < theme("motion.normal") <= 200
    theme("reduceMotion = true")
    assert theme("motion.normal") == 0


def qml() -> list[Path]:
    return [path for path in sorted(QML.rglob("*.qml")) if path.name != "Theme.qml"]


@pytest.mark.parametrize("path", qml(), ids=lambda path: path.name)
def test_no_colour_stands_elsewhere(path: Path) -> None:
    assert not COLOUR.search(path.read_text("utf-8"))
