"""Reactions, merged when many show the same: one sign and its count over the stage."""

from __future__ import annotations

import collections

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.models.hiding import HidingModel
from client.models.looks import reaction_glyph
from client.models.roster import Roster
from client.models.rows import Row, RowModel

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

MERGED_FROM = 3
"""So many of the same are one sign with a count."""


class ReactionRow(Row):
    """One kind of reaction; `key` is its picture, `people` how many show it now."""

    people: int


@QmlElement
@QmlUncreatable("made by the app")
class ReactionsModel(RowModel):
    """The reactions that many show now."""

    KIND = ReactionRow

    def __init__(self, roster: Roster, hiding: HidingModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roster = roster
        self._hiding = hiding
        for signal in (roster.changed, roster.left, roster.replaced, hiding.changed):
            signal.connect(self._refresh)

    def _refresh(self, *_: object) -> None:
        if not self._roster.reactions and not self._rows:
            return
        counts = collections.Counter(
            reaction_glyph(emoji)
            for person, emoji in self._roster.reactions.items()
            if not self._hiding.hidden(person)
        )
        self.show(
            [
                ReactionRow(key=glyph, people=people)
                for glyph, people in sorted(counts.items())
                if people >= MERGED_FROM
            ]
        )
