"""A list for QML: rows of frozen values, changed by differences. The only reset is an empty list becoming another."""

from __future__ import annotations

from typing import Any, ClassVar

import msgspec
from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """Base of a row: its fields are the roles. `key` tells rows apart."""

    key: str


@QmlElement
@QmlUncreatable("made by the app")
class RowModel(QAbstractListModel):
    """Rows of one kind. A subclass names the kind."""

    KIND: ClassVar[type[Row]] = Row

    countChanged = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._fields = self.KIND.__struct_fields__
        self._rows: list[Row] = []

    @Property(int, notify=countChanged)
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    # --- what Qt asks ---------------------------------------------------------------------------

    def roleNames(self) -> dict[int, QByteArray]:
        return {FIRST_ROLE + i: QByteArray(name.encode()) for i, name in enumerate(self._fields)}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = FIRST_ROLE) -> Any:
        place = role - FIRST_ROLE
        if not index.isValid() or not 0 <= place < len(self._fields):
            return None
        return getattr(self._rows[index.row()], self._fields[place])

    # --- what a subclass does -------------------------------------------------------------------

    def row_of(self, key: str) -> int:
        """Return where the row with this key is, or -1."""
        return next((i for i, row in enumerate(self._rows) if row.key == key), -1)

    def show(self, rows: list[Row]) -> None:
        """Show these rows: what is gone is removed, what is new inserted, what differs told by role.

        Rows that stay keep their order among themselves; one that would have to move is removed and inserted.
        """
        before = len(self._rows)
        wanted = [row.key for row in rows]
        self._remove_all_but(_in_order([row.key for row in self._rows], wanted))
        for place, row in enumerate(rows):
            if place < len(self._rows) and self._rows[place].key == row.key:
                self.change(place, row)
            else:
                self.insert(place, row)
        if len(self._rows) != before:
            self.countChanged.emit()

    def insert(self, place: int, row: Row) -> None:
        """Insert one row (without `countChanged`)."""
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, row)
        self.endInsertRows()

    def remove(self, place: int) -> None:
        """Remove one row (without `countChanged`)."""
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self.endRemoveRows()

    def change(self, place: int, row: Row) -> None:
        """Replace one row and tell which of its roles differ."""
        old = self._rows[place]
        roles = [
            FIRST_ROLE + i for i, name in enumerate(self._fields) if getattr(old, name) != getattr(row, name)
        ]
        if roles:
            self._rows[place] = row
            index = self.index(place, 0)
            self.dataChanged.emit(index, index, roles)

    def _remove_all_but(self, kept: set[str]) -> None:
        for place in range(len(self._rows) - 1, -1, -1):
            if self._rows[place].key not in kept:
                self.remove(place)


def _in_order(present: list[str], wanted: list[str]) -> set[str]:
    """Return which of the present keys can stay where they are, given the order that is wanted."""
    places = {key: place for place, key in enumerate(wanted)}
    kept: set[str] = set()
    last = -1
    for key in present:
        place = places.get(key, -1)
        if place > last:
            kept.add(key)
            last = place
    return kept
