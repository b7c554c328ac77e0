"""One meeting on this computer from the first click to the goodbye: which page shows, and how it was entered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge, MakePeer
from client.models.settings import SettingsModel
from peer.commands import AnyNews, Disconnected
from peer.room.notices import Admitted, InviteMade, RemovedFromMeeting, WaitingRoom, YouWerePutBack
from peer.room.requests import ChangeRules, Leave, SetCamera, SetMicrophone, SetWaitingRoom
from peer.room.values import InviteKind, Role, Rules

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

MakeMember = Callable[[str, str], MakePeer]
"""(link, name) -> what the bridge starts. Raises ValueError if the link is no invite."""


OVER = ("settings", "orders")
"""The pages that are looked at while a meeting goes on."""

OpenService = Callable[[str, bool], None]
"""(title, waiting room) -> starts a service; `serviceOpened` or `serviceFailed` follows."""


@QmlElement
@QmlUncreatable("made by the app")
class CallModel(QObject):
    """The pages: home, prejoin, connecting, waiting, meeting, removed, goodbye, settings."""

    pageChanged = Signal()
    linkChanged = Signal()
    inviteChanged = Signal()

    failed = Signal(str)
    """It could not begin: a code for the goodbye page."""

    def __init__(
        self,
        bridge: Bridge,
        settings: SettingsModel,
        open_service: OpenService,
        make_member: MakeMember,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._settings = settings
        self._open_service = open_service
        self._make_member = make_member
        self._page = "home"
        self._before_settings = "home"
        self._link = ""
        self._my_invite = ""
        self._hosting = False
        self._name = ""
        self._microphone_on = False
        self._camera_on = False
        self._rules_sent = False
        bridge.news.connect(self._hear)

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        """The page that shows now."""
        return self._page

    @Property(str, notify=linkChanged)
    def link(self) -> str:
        """The invite that is being opened."""
        return self._link

    @Property(str, notify=inviteChanged)
    def myInvite(self) -> str:
        """The open link of one's own meeting, else empty."""
        return self._my_invite

    @Property(bool, notify=inviteChanged)
    def hosting(self) -> bool:
        """True in a meeting that this computer is the door of."""
        return self._hosting

    # --- from the pages -----------------------------------------------------------------------

    @Slot(str)
    def openInvite(self, link: str) -> None:
        """Show what a link says. It dials nothing."""
        self._set_link(link.strip())
        self._go("prejoin")

    @Slot(str, bool, bool)
    def join(self, name: str, microphone_on: bool, camera_on: bool) -> None:
        """Knock with the link that is open."""
        self._enter(self._link, name, microphone_on, camera_on, hosting=False)

    @Slot(str, bool, str)
    def startMeeting(self, title: str, waiting_room: bool, name: str) -> None:
        """Start a meeting with this computer as its door, and go in."""
        self._name = name
        self._microphone_on = not self._settings.kept.enter_muted
        self._camera_on = not self._settings.kept.enter_camera_off
        self._go("connecting")
        self._open_service(title, waiting_room)

    @Slot(str, str)
    def rejoin(self, link: str, name: str) -> None:
        """Go back into one's own meeting that still runs on this computer."""
        self._enter(link, name, False, False, hosting=True)

    @Slot()
    def leave(self) -> None:
        """Leave the meeting, or the waiting room."""
        self._bridge.send(Leave())

    @Slot()
    def goHome(self) -> None:
        """Show Home; a meeting that is still being dialled is given up."""
        if self._page in ("connecting", "waiting", "meeting", "removed"):
            self._bridge.stop()
            self._end_hosting()
        self._go("home")

    @Slot()
    def openSettings(self) -> None:
        """Show the settings; a meeting goes on meanwhile."""
        self._look_at("settings")

    @Slot()
    def openOrders(self) -> None:
        """Show the record of orders; a meeting goes on meanwhile."""
        self._look_at("orders")

    @Slot()
    def closeSettings(self) -> None:
        """Go back to where the settings, or the record of orders, were opened."""
        if self._page in OVER:
            self._go(self._before_settings)

    # --- from the service ---------------------------------------------------------------------

    @Slot(str)
    def serviceOpened(self, link: str) -> None:
        """The host's service listens: go in over loopback, like everyone else."""
        self._enter(link, self._name, self._microphone_on, self._camera_on, hosting=True)

    @Slot(str)
    def serviceFailed(self, code: str) -> None:
        """The host's service did not start."""
        self._end(code)

    # --- inside -------------------------------------------------------------------------------

    def _enter(self, link: str, name: str, microphone_on: bool, camera_on: bool, *, hosting: bool) -> None:
        try:
            peer = self._make_member(link, name)
        except ValueError:
            self._end("bad_invite")
            return
        self._set_link(link)
        self._hosting = hosting
        self._my_invite = link if hosting else ""
        self.inviteChanged.emit()
        self._rules_sent = False
        self._microphone_on, self._camera_on = microphone_on, camera_on
        self._go("connecting")
        self._bridge.start(peer)

    def _hear(self, news: AnyNews) -> None:
        match news:
            case WaitingRoom() | YouWerePutBack():
                self._show("waiting")
            case Admitted():
                self._admitted(news)
            case InviteMade() if news.invite.kind is InviteKind.OPEN and self._hosting:
                self._my_invite = news.link
                self.inviteChanged.emit()
            case RemovedFromMeeting(may_report=may_report, may_appeal=may_appeal) if may_report or may_appeal:
                self._go("removed")
            case Disconnected():
                self._end_hosting()
                self._show("goodbye")

    def _admitted(self, news: Admitted) -> None:
        """Go in; turn on what was chosen before the door, once; a host's own defaults become the rules, once."""
        self._show("meeting")
        if self._microphone_on:
            self._bridge.send(SetMicrophone(True))
        if self._camera_on:
            self._bridge.send(SetCamera(True))
        self._microphone_on = self._camera_on = False
        mine = next((member for member in news.members if member.id == news.you), None)
        if self._hosting and not self._rules_sent and mine is not None and mine.role is Role.HOST:
            self._rules_sent = True
            kept = self._settings.kept
            if kept.logo or kept.description:
                self._bridge.send(SetWaitingRoom(kept.description, kept.logo))
            change = self._rules_wanted(news.rules)
            if change is not None and len(news.members) == 1:
                self._bridge.send(change)

    def _rules_wanted(self, rules: Rules) -> ChangeRules | None:
        """Return the order that makes the rules of a new meeting those of the settings; None if they are."""
        wanted = self._settings.kept.new_meeting
        allow, forbid = wanted.rights()
        if (
            wanted.chat is rules.chat
            and wanted.pictures_hidden == rules.pictures_hidden
            and allow <= rules.allowed
            and not forbid & rules.allowed
        ):
            return None
        return ChangeRules(
            chat=wanted.chat, pictures_hidden=wanted.pictures_hidden, allow=allow, forbid=forbid
        )

    def _set_link(self, link: str) -> None:
        if link != self._link:
            self._link = link
            self.linkChanged.emit()

    def _end(self, code: str) -> None:
        self._end_hosting()
        self.failed.emit(code)
        self._show("goodbye")

    def _end_hosting(self) -> None:
        if self._hosting:
            self._hosting = False
            self._my_invite = ""
            self.inviteChanged.emit()

    def _show(self, page: str) -> None:
        """Show a page that the meeting leads to; open settings stay open above it, but not over an end."""
        if self._page in OVER and page != "goodbye":
            self._before_settings = page
        else:
            self._go(page)

    def _look_at(self, page: str) -> None:
        if self._page not in OVER:
            self._before_settings = self._page
        self._go(page)

    def _go(self, page: str) -> None:
        if page != self._page:
            self._page = page
            self.pageChanged.emit()
