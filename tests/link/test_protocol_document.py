"""The document is what the types say."""

from __future__ import annotations

from pathlib import Path

from peer.link.protocol_document import document
from peer.link.wire import LIMITS, tag_of

FILE = Path(__file__).parents[2] / "docs" / "protocol.md"


def test_the_document_is_written_from_the_types() -> None:
    assert FILE.read_text() == document(), "python -m peer.link.protocol_document > docs/protocol.md"


def test_every_message_is_in_it() -> None:
    text = document()
    assert [tag for tag in map(tag_of, LIMITS) if f"#### `{tag}`" not in text] == []
