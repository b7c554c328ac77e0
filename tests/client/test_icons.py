"""Every icon that is asked for is there, and every icon that is there is asked for."""

from __future__ import annotations

import re

from tests.client.screens import ROOT

ICONS = ROOT / "resources" / "icons"
ASKED = re.compile(r'glyph: "([a-z0-9-]+)"')
QUOTED = re.compile(r'"([a-z0-9-]+)"')


def sources() -> list[str]:
    """The text of every file of the window."""
    client = ROOT / "client"
    return [path.read_text("utf-8") for path in client.rglob("*") if path.suffix in (".py", ".qml")]


def test_every_icon_asked_for_is_there() -> None:
    asked = {name for text in sources() for name in ASKED.findall(text)}
    there = {path.stem for path in ICONS.glob("*.svg")}
    assert len(asked) > 20
    assert asked <= there


def test_every_icon_is_asked_for() -> None:
    named = {name for text in sources() for name in QUOTED.findall(text)}
    for icon in ICONS.glob("*.svg"):
        assert icon.stem in named or icon.stem.removesuffix("-off") in named, icon.stem
