"""The host's record of orders as a member's machine witnesses it: the heads that it was told, kept and saved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from peer.commands import Alarm, AnyNews, ReceiptSaved, RecordHeadKept
from peer.link.wire import RecordHead
from peer.trust.heads import Head, Kept, write_receipt


class Witness:
    """Keeps what this machine is told of one meeting's record. All calls belong on the loop."""

    def __init__(self, news: Callable[[AnyNews], None]) -> None:
        self._news = news
        self._kept = Kept()

    def told(self, meeting_key: bytes, head: RecordHead) -> None:
        """The service with this meeting key says how far its record is, and what is in it."""
        if self._kept.take(Head(meeting_key, head.number, head.head, head.signature)):
            self._news(RecordHeadKept(head.number, head.head.hex()))
        else:
            self._news(Alarm("record_rewritten"))

    async def save(self, path: Path) -> None:
        """Write what is kept to a receipt file."""
        heads, error = self._kept.heads, ""
        try:
            await asyncio.to_thread(path.write_bytes, write_receipt(heads))
        except OSError as failed:
            error = failed.strerror or str(failed)
        self._news(ReceiptSaved(str(path), len(heads), error))
