"""What the host's service notes of an order: in the record, and for the console."""

from __future__ import annotations

from msgspec.structs import replace

from peer.commands import OrderRecorded
from peer.room.effects import Record
from peer.room.values import PersonId
from peer.trust.record import CONSOLE, OrderRecord


def note(record: OrderRecord, order: Record, console: PersonId | None) -> OrderRecorded:
    """Note an order; what the console prints of it. `console` is who speaks on standard input."""
    by = replace(order.by, person=CONSOLE) if order.by.person == console else order.by
    record.order(
        by,
        order.what,
        order.about,
        number=order.number,
        details=order.details,
        texts=order.texts,
        refused=order.refusal.code.value if order.refusal is not None else "",
    )
    whom = order.about[0].person if order.about else None
    return OrderRecorded(by.person, order.what, whom, order.texts.get("reason", ""), order.refusal)
