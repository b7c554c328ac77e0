"""Co-hosts: who is one, what each may do beyond the ordinary, and what each did."""

from __future__ import annotations

import time

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.deeds import deed
from client.models.looks import initials, shown_name, tone
from client.models.roster import Roster
from client.models.rows import Row, RowModel
from peer.commands import AnyNews, Disconnected
from peer.room.notices import MemberView, OrderDone, OrderUndone, YouWerePutBack
from peer.room.requests import Appoint, HandOver, SetRight, UndoOrder
from peer.room.values import PersonId, Right, Role

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

ORDERS_KEPT = 200
LEADS = (Role.COHOST, Role.CHAIR)

ORDINARY = (Right.ADMIT, Right.MODERATE, Right.REMOVE, Right.RULE)
"""What a co-host may do unless the host takes it."""


class CoHost(Row):
    """One member, as co-host or as somebody who may become one."""

    name: str
    initials: str
    tone: int
    detail: str
    warnings: int = 0


class Power(Row):
    """One right of a co-host; `key` is the right. `extra`: only if the host gives it."""

    glyph: str
    text: str
    on: bool
    extra: bool


class Act(Row):
    """One order of a co-host; `key` is its number."""

    text: str
    at: str
    undone: bool
    canUndo: bool


@QmlElement
@QmlUncreatable("made by the app")
class MembersModel(RowModel):
    """Members by name."""

    KIND = CoHost


@QmlElement
@QmlUncreatable("made by the app")
class PowersModel(RowModel):
    """What the chosen co-host may do."""

    KIND = Power


@QmlElement
@QmlUncreatable("made by the app")
class ActsModel(RowModel):
    """What the chosen co-host did, newest first."""

    KIND = Act


@QmlElement
@QmlUncreatable("made by the app")
class CoHostsModel(QObject):
    """The co-hosts of this meeting. Only the host changes them; the host's machine holds everyone to that."""

    changed = Signal()

    def __init__(self, bridge: Bridge, roster: Roster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._chosen: PersonId = ""
        self._cohosts = MembersModel(self)
        self._others = MembersModel(self)
        self._powers = PowersModel(self)
        self._acts = ActsModel(self)
        self._orders: dict[int, OrderDone] = {}
        self._names: dict[int, tuple[str, ...]] = {}
        self._undone: set[int] = set()
        roster.replaced.connect(self._refresh)
        for told in (roster.joined, roster.changed, roster.left):
            told.connect(self._refresh)
        bridge.news.connect(self._hear)

    # --- what is seen ----------------------------------------------------------------------------

    @Property(QObject, constant=True)
    def cohosts(self) -> QObject:
        """A MembersModel: the co-hosts."""
        return self._cohosts

    @Property(QObject, constant=True)
    def others(self) -> QObject:
        """A MembersModel: members who are none."""
        return self._others

    @Property(QObject, constant=True)
    def powers(self) -> QObject:
        """A PowersModel of the chosen one."""
        return self._powers

    @Property(QObject, constant=True)
    def acts(self) -> QObject:
        """An ActsModel of the chosen one."""
        return self._acts

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """The co-host who is looked at."""
        return self._chosen

    @Property(str, notify=changed)
    def chosenName(self) -> str:
        return shown_name(self._roster.name_of(self._chosen))

    @Property(bool, notify=changed)
    def hasChair(self) -> bool:
        """True if the chosen one holds the chair."""
        view = self._roster.members.get(self._chosen)
        return view is not None and view.role is Role.CHAIR

    @Property(bool, notify=changed)
    def mayAppoint(self) -> bool:
        """True for who may change co-hosts."""
        mine = self._roster.mine()
        return mine is not None and mine.role in (Role.HOST, Role.CHAIR)

    @Property(bool, notify=changed)
    def isHost(self) -> bool:
        """True for the host, who alone hands the chair over and takes it back."""
        mine = self._roster.mine()
        return mine is not None and mine.role is Role.HOST

    # --- what is done ----------------------------------------------------------------------------

    @Slot(str)
    def choose(self, person: str) -> None:
        """Look at this co-host."""
        self._chosen = person
        self._refresh()

    @Slot(str)
    def appoint(self, person: str) -> None:
        """Make a member co-host."""
        self._chosen = person
        self._bridge.send(Appoint(person, True))

    @Slot(str)
    def dismiss(self, person: str) -> None:
        """Make a co-host a member again."""
        self._bridge.send(Appoint(person, False))

    @Slot(str, bool)
    def give(self, right: str, on: bool) -> None:
        """Give the chosen co-host a right, or take it."""
        named = Right(right)
        if named in ORDINARY:
            self._bridge.send(SetRight(self._chosen, named, None if on else False))
        else:
            self._bridge.send(SetRight(self._chosen, named, True if on else None))

    @Slot()
    def handOver(self) -> None:
        """Hand the chair to the chosen co-host."""
        self._bridge.send(HandOver(self._chosen))

    @Slot()
    def takeBack(self) -> None:
        """Take the chair back."""
        self._bridge.send(HandOver())

    @Slot(str)
    def undo(self, number: str) -> None:
        """Undo one order, as far as nothing later changed it."""
        self._bridge.send(UndoOrder(int(number)))

    # --- news ------------------------------------------------------------------------------------

    def _hear(self, news: AnyNews) -> None:
        match news:
            case OrderDone():
                self._orders[news.number] = news
                self._names[news.number] = tuple(
                    name for who in news.about if (name := self._roster.name_of(who))
                )
                for old in sorted(self._orders)[:-ORDERS_KEPT]:
                    del self._orders[old], self._names[old]
            case OrderUndone():
                self._undone.add(news.number)
            case Disconnected() | YouWerePutBack():
                self._orders.clear()
                self._names.clear()
                self._undone.clear()
            case _:
                return
        self._refresh()

    def _refresh(self) -> None:
        views = sorted(self._roster.members.values(), key=lambda view: shown_name(view.name).casefold())
        leads = [view for view in views if view.role in LEADS]
        if leads and self._chosen not in {view.id for view in leads}:
            self._chosen = leads[0].id
        elif not leads:
            self._chosen = ""
        self._cohosts.show([_row(view) for view in leads])
        self._others.show([_row(view) for view in views if view.role is Role.MEMBER])
        view = self._roster.members.get(self._chosen)
        self._powers.show(_powers(view) if view is not None else [])
        self._acts.show(self._rows())
        self.changed.emit()

    def _rows(self) -> list[Row]:
        return [
            Act(
                key=str(number),
                text=deed(order.what, self._names[number]),
                at=time.strftime("%H:%M:%S", time.localtime(order.at)),
                undone=number in self._undone,
                canUndo=order.can_undo and number not in self._undone,
            )
            for number, order in sorted(self._orders.items(), reverse=True)
            if order.by == self._chosen
        ]


def _row(view: MemberView) -> CoHost:
    name = shown_name(view.name)
    if view.role is Role.CHAIR:
        detail = QCoreApplication.translate("CoHostsModel", "Has the chair")
    elif view.role is Role.COHOST:
        extra = len(view.given - set(ORDINARY))
        detail = QCoreApplication.translate("CoHostsModel", "Co-host")
        if extra == 1:
            more = QCoreApplication.translate("CoHostsModel", "1 right more")
            detail = f"{detail} · {more}"
        elif extra:
            more = QCoreApplication.translate("CoHostsModel", "%1 rights more").replace("%1", str(extra))
            detail = f"{detail} · {more}"
    else:
        detail = QCoreApplication.translate("CoHostsModel", "Member")
    return CoHost(key=view.id, name=name, initials=initials(name), tone=tone(view.id), detail=detail)


def _powers(view: MemberView) -> list[Row]:
    translate = QCoreApplication.translate
    ordinary = (
        (Right.ADMIT, "door-open", translate("CoHostsModel", "Admit and decline guests")),
        (Right.MODERATE, "circle-pause", translate("CoHostsModel", "Mute, suspend, and give rights back")),
        (Right.REMOVE, "user-x", translate("CoHostsModel", "Remove, at most 3 people a minute")),
        (Right.RULE, "shield", translate("CoHostsModel", "Change what members may do")),
    )
    extra = (
        (Right.REMOVE_FREELY, "user-x", translate("CoHostsModel", "Remove as many as needed")),
        (Right.UNBAN, "undo-2", translate("CoHostsModel", "Lift a ban")),
        (Right.INVITES, "ticket", translate("CoHostsModel", "See and make personal invites")),
        (Right.FENCE, "globe", translate("CoHostsModel", "Change the geofence")),
        (Right.EXPORT, "file-down", translate("CoHostsModel", "Export the record of orders")),
        (Right.ORDER_COHOSTS, "users", translate("CoHostsModel", "Act on another co-host")),
    )
    chair = view.role is Role.CHAIR
    return [
        Power(key=right.value, glyph=glyph, text=text, on=chair or right not in view.taken, extra=False)
        for right, glyph, text in ordinary
    ] + [
        Power(key=right.value, glyph=glyph, text=text, on=chair or right in view.given, extra=True)
        for right, glyph, text in extra
    ]
