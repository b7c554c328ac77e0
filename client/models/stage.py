"""The tiles on the stage: one page of them, oneself first, nobody jumps when they speak."""

from __future__ import annotations

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtMultimedia import QVideoSink
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.hiding import HidingModel
from client.models.looks import initials, reaction_glyph, shown_name, tone
from client.models.people import hidden_name
from client.models.roster import Roster
from client.models.rows import Row, RowModel
from client.pictures import Pictures
from peer.commands import AnyNews, CameraState, Statistics, TrackStatistics
from peer.room.notices import MemberView
from peer.room.values import PersonId, Right, Role, TrackKind

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = 25
"""Tiles on one page."""

WEAK_FROM_PERCENT = 5.0
POOR_FROM_PERCENT = 15.0
"""Share of a talker's sound that had to be made up, from which their line counts as weak, as poor."""


class Tile(Row):
    """One member on the stage. `weak`: 0 not shown, 1 poor, 2 fair. `turn`: the place of a raised hand, from 1, else 0.

    `suspended` and `paused` are so while their picture is kept back; `hidden` is one's own choice.
    """

    name: str
    initials: str
    tone: int
    micOff: bool
    speaking: bool
    host: bool
    cohost: bool
    hand: bool
    reaction: str
    suspended: bool
    paused: bool
    hidden: bool
    turn: int
    present: bool
    mine: bool
    hasPicture: bool
    weak: int


@QmlElement
@QmlUncreatable("made by the app")
class StageModel(RowModel):
    """The tiles of the present page."""

    KIND = Tile

    pageChanged = Signal()

    def __init__(
        self,
        bridge: Bridge,
        roster: Roster,
        pictures: Pictures,
        hiding: HidingModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._roster = roster
        self._pictures = pictures
        self._hiding = hiding
        self._turns: dict[PersonId, int] = {}
        self._page = 0
        self._my_camera = False
        self._weak: dict[PersonId, int] = {}
        self._concealed: dict[PersonId, TrackStatistics] = {}
        bridge.news.connect(self._hear)
        roster.replaced.connect(self._replace)
        roster.joined.connect(self._refresh)
        roster.changed.connect(self._update)
        roster.spoke.connect(self._update)
        roster.left.connect(self._leave)
        roster.spotlighted.connect(self._refresh)
        pictures.began.connect(self._update)
        hiding.changed.connect(self._refresh)

    @Property(int, notify=pageChanged)
    def page(self) -> int:
        """The present page, from 0."""
        return self._page

    @Property(int, notify=pageChanged)
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-len(self._roster.members) // PAGE))

    @Property(str, notify=pageChanged)
    def spotlight(self) -> str:
        """Who is shown large on this page, or an empty text."""
        spotlit = self._roster.spotlight or ""
        return spotlit if self.row_of(spotlit) >= 0 else ""

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Go some pages on, or back; the ends hold."""
        page = min(max(self._page + pages, 0), self.pages - 1)
        if page != self._page:
            self._page = page
            self._refresh()

    @Slot(str, QVideoSink)
    def attach(self, person: str, sink: QVideoSink) -> None:
        """Show a member's pictures in this sink."""
        self._pictures.attach(person, sink)

    @Slot(str, QVideoSink)
    def detach(self, person: str, sink: QVideoSink) -> None:
        """Stop, before the sink goes."""
        self._pictures.detach(person, sink)

    def _hear(self, news: AnyNews) -> None:
        match news:
            case CameraState():
                self._my_camera = news.on
                if not news.on:
                    self._pictures.forget(self._roster.me)
                self._update(self._roster.me)
            case Statistics():
                self._weigh_lines(news)

    def _weigh_lines(self, statistics: Statistics) -> None:
        for track in statistics.received:
            if track.kind != TrackKind.AUDIO or track.person not in self._roster.members:
                continue
            before = self._concealed.get(track.person)
            self._concealed[track.person] = track
            percent = _concealed_since(before, track)
            weak = 1 if percent >= POOR_FROM_PERCENT else 2 if percent >= WEAK_FROM_PERCENT else 0
            if self._weak.get(track.person, 0) != weak:
                self._weak[track.person] = weak
                self._update(track.person)

    def _replace(self) -> None:
        self._page = 0
        self._weak.clear()
        self._concealed.clear()
        if not self._roster.members:
            self._my_camera = False
            self._pictures.forget_all()
        self._refresh()

    def _leave(self, person: PersonId) -> None:
        self._pictures.forget(person)
        self._weak.pop(person, None)
        self._concealed.pop(person, None)
        self._refresh()

    def _refresh(self) -> None:
        self._page = min(self._page, self.pages - 1)
        self._turns = self._turns_now()
        order = self._roster.order()
        if self._roster.spotlight in self._roster.members:
            order.sort(key=lambda person: person != self._roster.spotlight)
        order = order[self._page * PAGE : (self._page + 1) * PAGE]
        self.show([self._tile(self._roster.members[person]) for person in order])
        self.pageChanged.emit()

    def _turns_now(self) -> dict[PersonId, int]:
        return {person: turn for turn, person in enumerate(self._roster.hands(), 1)}

    def _update(self, person: PersonId) -> None:
        if self._turns != self._turns_now():
            self._refresh()
        view = self._roster.members.get(person)
        if view is not None and person != self._roster.me and not view.camera:
            self._pictures.forget(person)
        place = self.row_of(person)
        if place >= 0 and view is not None:
            self.change(place, self._tile(view))

    def _tile(self, view: MemberView) -> Tile:
        mine = view.id == self._roster.me
        name = shown_name(view.name)
        if view.name_hidden and not mine:
            name = hidden_name("")
        shows = self._my_camera if mine else view.camera
        blank = Right.VIDEO in view.held_back
        hidden = self._hiding.hidden(view.id)
        return Tile(
            key=view.id,
            name=QCoreApplication.translate("StageModel", "%1 (you)").replace("%1", name) if mine else name,
            initials=initials(name),
            tone=tone(view.id),
            micOff=not view.microphone,
            speaking=view.id in self._roster.speaking
            and view.microphone
            and Right.SPEAK not in view.held_back,
            host=view.role is Role.HOST,
            cohost=view.role in (Role.COHOST, Role.CHAIR),
            hand=view.hand_since is not None,
            reaction="" if blank or hidden else reaction_glyph(self._roster.reactions.get(view.id, "")),
            suspended=blank and view.suspended,
            paused=blank and not view.suspended,
            hidden=hidden,
            turn=self._turns.get(view.id, 0),
            present=view.present,
            mine=mine,
            hasPicture=shows and view.present and not blank and not hidden and self._pictures.has(view.id),
            weak=self._weak.get(view.id, 0),
        )


def _concealed_since(before: TrackStatistics | None, now: TrackStatistics) -> float:
    """Return the share, in percent, of what was made up since the last figures (which count from admission)."""
    if before is None or now.frames <= before.frames:
        return 0.0
    made_up = now.frames * now.concealed_percent - before.frames * before.concealed_percent
    return max(0.0, made_up / (now.frames - before.frames))
