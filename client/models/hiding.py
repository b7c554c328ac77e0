"""Whom one silenced or hid, or everything at once. It changes this screen only, and nobody is told."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.roster import Roster
from peer.commands import Silence
from peer.room.values import PersonId

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class HidingModel(QObject):
    """Whom one silenced, whom one hid, and whether everything is hidden and silenced until the key is pressed again."""

    changed = Signal()
    """The people, or everything."""

    def __init__(self, bridge: Bridge, roster: Roster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._silenced: set[PersonId] = set()
        self._hidden: set[PersonId] = set()
        self._everything = False
        roster.replaced.connect(self._replace)
        roster.joined.connect(self._come)
        roster.left.connect(self._go)

    @Property(bool, notify=changed)
    def everything(self) -> bool:
        """True while everybody is hidden and silenced."""
        return self._everything

    def silenced(self, person: PersonId) -> bool:
        """True if one does not hear this person, by one's own choice of them."""
        return person in self._silenced

    def hidden(self, person: PersonId) -> bool:
        """True if one sees no picture and no message of this person."""
        return person != self._roster.me and (self._everything or person in self._hidden)

    def chosen(self, person: PersonId) -> bool:
        """True if one hid this person alone."""
        return person in self._hidden

    @Slot(str, bool)
    def silence(self, person: str, on: bool) -> None:
        """Stop hearing somebody, or hear them again."""
        (self._silenced.add if on else self._silenced.discard)(person)
        if not self._everything:
            self._bridge.send(Silence(person, on))
        self.changed.emit()

    @Slot(str, bool)
    def hide(self, person: str, on: bool) -> None:
        """Stop seeing somebody's picture and messages, or see them again."""
        (self._hidden.add if on else self._hidden.discard)(person)
        self.changed.emit()

    @Slot()
    def toggleEverything(self) -> None:
        """Hide and silence everybody, or end that: whom one silenced before stays silenced."""
        self._everything = not self._everything
        for person in self._others():
            if person not in self._silenced:
                self._bridge.send(Silence(person, self._everything))
        self.changed.emit()

    def _others(self) -> list[PersonId]:
        return [person for person in self._roster.members if person != self._roster.me]

    def _replace(self) -> None:
        """A new line has a new mixer: what was silent stays silent. Another meeting begins with nobody hidden."""
        here = self._roster.members.keys()
        if not here:
            return
        self._silenced &= here
        self._hidden &= here
        if self._everything and len(here) == 1:
            self._everything = False
        for person in self._others():
            if self._everything or person in self._silenced:
                self._bridge.send(Silence(person, True))
        self.changed.emit()

    def _come(self, person: PersonId) -> None:
        if self._everything:
            self._bridge.send(Silence(person, True))

    def _go(self, person: PersonId, _why: str) -> None:
        self._silenced.discard(person)
        self._hidden.discard(person)
