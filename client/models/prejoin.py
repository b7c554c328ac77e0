"""Before knocking: what the link itself says, and under which name one comes. Nothing is dialled here."""

from __future__ import annotations

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.invites import BadInvite, Facts, facts
from client.models.home import problem_of
from client.models.looks import initials, tone
from client.models.sentences import invite_sentence
from client.models.settings import SettingsModel
from peer.room.values import NAME_LIMIT

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class PreJoinModel(QObject):
    """The facts of one invite, and the name to knock with."""

    changed = Signal()
    nameChanged = Signal()

    def __init__(self, settings: SettingsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._link = ""
        self._facts: Facts | None = None
        self._name = settings.kept.name

    # --- the link --------------------------------------------------------------------------------

    def _get_link(self) -> str:
        return self._link

    def _set_link(self, link: str) -> None:
        if link == self._link:
            return
        self._link = link
        try:
            self._facts = facts(link)
        except BadInvite:
            self._facts = None
        if self._name != self._settings.kept.name:
            self._name = self._settings.kept.name
            self.nameChanged.emit()
        self.changed.emit()

    link = Property(str, _get_link, _set_link, notify=changed)

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """True if the link is an invite."""
        return self._facts is not None

    @Property(str, notify=changed)
    def problem(self) -> str:
        """What is wrong with the link, and what to do."""
        return "" if self._facts is not None or not self._link else invite_sentence(problem_of(self._link))

    @Property(str, notify=changed)
    def hostKey(self) -> str:
        return self._facts.host_key if self._facts else ""

    @Property(str, notify=changed)
    def meeting(self) -> str:
        """The meeting's public id."""
        return self._facts.meeting if self._facts else ""

    @Property(str, notify=changed)
    def kind(self) -> str:
        if self._facts is not None and self._facts.open:
            return QCoreApplication.translate("PreJoinModel", "Open: whoever has the link can knock")
        number = self._facts.number if self._facts else 0
        said = QCoreApplication.translate(
            "PreJoinModel", "Number %1: the host’s computer knows whom it is for"
        )
        return said.replace("%1", str(number))

    @Property(str, notify=changed)
    def where(self) -> str:
        """How many addresses, and of which kind."""
        if self._facts is None:
            return ""
        if self._facts.own:
            said = QCoreApplication.translate("PreJoinModel", "This computer, port %1")
        elif self._facts.elsewhere == 1:
            said = QCoreApplication.translate("PreJoinModel", "1 address on the internet, port %1")
        elif self._facts.elsewhere:
            said = QCoreApplication.translate("PreJoinModel", "%2 addresses on the internet, port %1")
        elif self._facts.addresses == 1:
            said = QCoreApplication.translate("PreJoinModel", "1 address of a local network, port %1")
        else:
            said = QCoreApplication.translate("PreJoinModel", "%2 addresses of a local network, port %1")
        count = self._facts.elsewhere or self._facts.addresses
        return said.replace("%1", str(self._facts.port)).replace("%2", str(count))

    # --- the name --------------------------------------------------------------------------------

    def _get_name(self) -> str:
        return self._name

    def _set_name(self, name: str) -> None:
        name = name[:NAME_LIMIT]
        if name != self._name:
            self._name = name
            self.nameChanged.emit()

    name = Property(str, _get_name, _set_name, notify=nameChanged)

    @Property(int, constant=True)
    def nameLimit(self) -> int:
        return NAME_LIMIT

    @Property(str, notify=nameChanged)
    def initials(self) -> str:
        return initials(self._name)

    @Property(int, notify=nameChanged)
    def tone(self) -> int:
        return tone(self._name)

    @Property(bool, notify=nameChanged)
    def named(self) -> bool:
        """True if there is a name to come in with."""
        return bool(self._name.strip())

    @Slot()
    def rememberName(self) -> None:
        """Take the name as the one to start with next time."""
        self._settings.change(name=self._name.strip())
