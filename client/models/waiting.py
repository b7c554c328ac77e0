"""The waiting room as a guest sees it: the meeting's title, where one stands, and a talk with the host."""

from __future__ import annotations

import time

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtMultimedia import QVideoSink
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.imagery import LOGO_SIDES, BadPicture, as_png, data_url, received
from client.models.looks import CONTROLS, initials, shown_name, tone
from client.models.rows import Row, RowModel
from client.pictures import Pictures
from peer.commands import (
    AnyNews,
    Chat,
    ChatLine,
    Connecting,
    Disconnected,
    HearWaitingFilm,
    Reconnected,
    Reconnecting,
    ShowWaitingFilm,
)
from peer.room.notices import Admitted, Held, WaitingLogo, WaitingRoom, YouWerePutBack
from peer.room.signals import WAITING_FILM
from peer.room.values import DESCRIPTION_LIMIT, LOGO_LIMIT, TITLE_LIMIT

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

LINES_KEPT = 500
TEXT_LIMIT = 500
"""Signs in one line to the host: more is refused at the host's machine."""


class Said(Row):
    """One line of the talk with the host."""

    who: str
    initials: str
    tone: int
    time: str
    text: str
    mine: bool


@QmlElement
@QmlUncreatable("made by the app")
class HostTalkModel(RowModel):
    """What guest and host wrote to each other. It is gone when the guest is."""

    KIND = Said


@QmlElement
@QmlUncreatable("made by the app")
class WaitingModel(QObject):
    """What a guest is told. `state`: connecting, told, held, away, reconnecting."""

    changed = Signal()
    clockChanged = Signal()
    told = Signal(str)
    """A sentence for a screen reader: the state is another now, or the host wrote."""

    def __init__(self, bridge: Bridge, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._pictures = pictures
        self._film_heard = False
        self._film_hidden = False
        self._talk = HostTalkModel(self)
        self._room: WaitingRoom | None = None
        self._logo = ""
        self._held = False
        self._broken = False
        self._put_back = False
        self._since = 0.0
        self._came = 0
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self.clockChanged)
        bridge.news.connect(self._hear)

    # --- the meeting ------------------------------------------------------------------------------

    @Property(str, notify=changed)
    def title(self) -> str:
        return _plain(self._room.title, TITLE_LIMIT) if self._room else ""

    @Property(str, notify=changed)
    def description(self) -> str:
        return _plain(self._room.description, DESCRIPTION_LIMIT) if self._room else ""

    @Property(str, notify=changed)
    def logo(self) -> str:
        """The host's logo, checked and written anew on this computer; empty for none."""
        return self._logo

    # --- the film that the host shows ---------------------------------------------------------------

    @Property(bool, notify=changed)
    def film(self) -> bool:
        """True while the host's computer sends a film to watch."""
        return self._room is not None and self._room.video

    @Property(bool, notify=changed)
    def filmHeard(self) -> bool:
        return self._film_heard

    @Property(bool, notify=changed)
    def filmHidden(self) -> bool:
        """True if one hid what the host shows, film or logo."""
        return self._film_hidden

    @Slot(bool)
    def hearFilm(self, on: bool) -> None:
        """Hear the film, or not: it comes without sound."""
        self._film_heard = on
        self._bridge.send(HearWaitingFilm(on))
        self.changed.emit()

    @Slot(bool)
    def hideFilm(self, hidden: bool) -> None:
        """Take film and logo off the screen, or show them again. A hidden film is not received."""
        self._film_hidden = hidden
        if self.film:
            self._bridge.send(ShowWaitingFilm(not hidden))
        self.changed.emit()

    @Slot(QVideoSink)
    def attachFilm(self, sink: QVideoSink) -> None:
        """Show the film here."""
        self._pictures.attach(WAITING_FILM, sink)

    @Slot(QVideoSink)
    def detachFilm(self, sink: QVideoSink) -> None:
        """Show it here no more."""
        self._pictures.detach(WAITING_FILM, sink)

    # --- where one stands ----------------------------------------------------------------------------

    @Property(str, notify=changed)
    def state(self) -> str:
        if self._broken:
            return "reconnecting"
        if self._room is None:
            return "connecting"
        if self._held or self._room.held:
            return "held"
        return "told" if self._room.host_present else "away"

    @Property(str, notify=changed)
    def headline(self) -> str:
        return {
            "connecting": QCoreApplication.translate("WaitingModel", "Knocking at the host’s computer"),
            "told": QCoreApplication.translate("WaitingModel", "The host has been told"),
            "held": QCoreApplication.translate("WaitingModel", "You are held at the door"),
            "away": QCoreApplication.translate("WaitingModel", "The host is away"),
            "reconnecting": QCoreApplication.translate(
                "WaitingModel", "The line to the host’s computer broke"
            ),
        }[self.state]

    @Property(str, notify=changed)
    def detail(self) -> str:
        state = self.state
        if state == "told":
            return self._ahead()
        return {
            "connecting": QCoreApplication.translate("WaitingModel", "This takes a few seconds."),
            "held": QCoreApplication.translate(
                "WaitingModel", "The meeting’s rules hold your network. The host decides."
            ),
            "away": QCoreApplication.translate("WaitingModel", "Nobody is let in until they are back."),
            "reconnecting": QCoreApplication.translate("WaitingModel", "Trying again. You keep your place."),
        }[state]

    def _ahead(self) -> str:
        ahead = self._room.ahead if self._room else 0
        if ahead == 0:
            return QCoreApplication.translate("WaitingModel", "You are next.")
        if ahead == 1:
            return QCoreApplication.translate("WaitingModel", "1 person is ahead of you.")
        return QCoreApplication.translate("WaitingModel", "%1 people are ahead of you.").replace(
            "%1", str(ahead)
        )

    @Property(int, notify=changed)
    def ahead(self) -> int:
        return self._room.ahead if self._room else 0

    @Property(bool, notify=changed)
    def putBack(self) -> bool:
        """True if one was a member and waits again."""
        return self._put_back

    @Property(int, notify=clockChanged)
    def seconds(self) -> int:
        """Seconds since the knock was heard."""
        return max(0, int(time.monotonic() - self._since)) if self._since else 0

    # --- the talk with the host ------------------------------------------------------------------------

    @Property(QObject, constant=True)
    def talk(self) -> QObject:
        """A HostTalkModel."""
        return self._talk

    @Property(int, constant=True)
    def textLimit(self) -> int:
        return TEXT_LIMIT

    @Slot(str, result=bool)
    def write(self, text: str) -> bool:
        """Write a line to the host. False if there is nothing to write or no line to the host yet."""
        text = text.strip()[:TEXT_LIMIT]
        if not text or self._room is None:
            return False
        self._bridge.send(Chat(text, "host"))
        return True

    # --- news ---------------------------------------------------------------------------------------------

    def _hear(self, news: AnyNews) -> None:
        before = (self.headline, self.detail)
        match news:
            case Connecting():
                if self._room is None:
                    self._forget()
            case WaitingRoom():
                if self._room is None:
                    self._since = time.monotonic()
                    self._clock.start()
                self._room, self._broken = news, False
            case WaitingLogo(logo=logo):
                self._logo = _checked(logo)
            case Held():
                self._held = True
            case YouWerePutBack():
                self._forget()
                self._put_back = True
            case Reconnecting():
                self._broken = self._room is not None
            case Reconnected():
                self._broken = False
            case ChatLine() if self._room is not None:
                self._append(news)
                return
            case Admitted() | Disconnected():
                self._forget()
            case _:
                return
        self.changed.emit()
        if self._room is not None and (self.headline, self.detail) != before:
            self.told.emit(f"{self.headline}. {self.detail}")

    def _append(self, line: ChatLine) -> None:
        self._came += 1
        who = shown_name(line.name)
        self._talk.insert(
            self._talk.rowCount(),
            Said(
                key=str(self._came),
                who=who,
                initials=initials(who),
                tone=tone(line.by),
                time=time.strftime("%H:%M", time.localtime(line.at)),
                text=_plain(line.text, TEXT_LIMIT),
                mine=line.mine,
            ),
        )
        while self._talk.rowCount() > LINES_KEPT:
            self._talk.remove(0)
        self._talk.countChanged.emit()
        if not line.mine:
            said = QCoreApplication.translate("WaitingModel", "%1 wrote: %2")
            self.told.emit(said.replace("%1", who).replace("%2", _plain(line.text, TEXT_LIMIT)))

    def _forget(self) -> None:
        self._clock.stop()
        self._room = None
        self._logo = ""
        self._film_heard = self._film_hidden = False
        self._held = self._broken = self._put_back = False
        self._since = 0.0
        self._talk.show([])


def _plain(text: str, limit: int) -> str:
    """Return a foreign text, cut to its limit, without signs that turn the direction of what follows."""
    return text.translate(CONTROLS)[:limit]


def _checked(logo: bytes) -> str:
    """Return a logo from the host's machine as an address for QML, if it is a small picture at all."""
    if not logo:
        return ""
    try:
        return data_url(as_png(received(logo, LOGO_LIMIT, LOGO_SIDES[1])))
    except BadPicture:
        return ""
