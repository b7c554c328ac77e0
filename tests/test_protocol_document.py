"""The document is what the types say."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from peer.commands import LocalCommand, LocalNotice
from peer.link.wire import LIMITS, tag_of
from peer.protocol_document import document

FILE = Path(__file__).parents[1] / "docs" / "protocol.md"


def test_the_document_is_written_from_the_types() -> None:
    assert FILE.read_text() == document(), "python -m peer.protocol_document > docs/protocol.md"


def test_every_message_is_in_it() -> None:
    text = document()
    assert [tag for tag in map(tag_of, LIMITS) if f"#### `{tag}`" not in text] == []


def test_every_line_of_the_headless_commands_is_in_it() -> None:
    text = document()
    lines = (*get_args(LocalCommand), *get_args(LocalNotice))
    assert [tag for tag in map(tag_of, lines) if f"#### `{tag}`" not in text] == []
