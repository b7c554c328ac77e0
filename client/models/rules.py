"""The meeting's rules, as the security menu shows and changes them."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from peer.commands import AnyNews
from peer.room.notices import Admitted, RulesChanged
from peer.room.presets import PRESETS
from peer.room.requests import ChangeRules, LowerHand, MuteAll, UsePreset
from peer.room.values import ChatScope, Preset, Right, Rules

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class RulesModel(QObject):
    """The rules as the host's machine last told them. A change shows when it has come back from there."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rules = Rules()
        bridge.news.connect(self._hear)

    @Property(bool, notify=changed)
    def locked(self) -> bool:
        """True if nobody new can come in."""
        return self._rules.locked

    @Property(bool, notify=changed)
    def waitingRoom(self) -> bool:
        """True if guests wait until somebody admits them."""
        return self._rules.waiting_room

    @Property(bool, notify=changed)
    def openLink(self) -> bool:
        """True if the open link takes people never met before."""
        return self._rules.open_link

    @Property(bool, notify=changed)
    def guarded(self) -> bool:
        """True since somebody was removed, until the host opens the link again."""
        return self._rules.guarded

    @Property(bool, notify=changed)
    def picturesHidden(self) -> bool:
        """True if no profile picture is shown."""
        return Right.PICTURE not in self._rules.allowed

    @Property(bool, notify=changed)
    def strangersHidden(self) -> bool:
        """True if the pictures of people never met before are kept back."""
        return self._rules.pictures_hidden

    @Property(int, notify=changed)
    def chatScope(self) -> int:
        """To whom members may write: 0 everyone, 1 host only, 2 nobody."""
        return list(ChatScope).index(self._rules.chat)

    @Property(list, notify=changed)
    def allowed(self) -> list[str]:
        """The rights that members have, by name."""
        return sorted(self._rules.allowed)

    @Property(int, notify=changed)
    def preset(self) -> int:
        """Which preset the rules are: 0 open talk, 1 class, 2 support group; -1 none of them."""
        mine = _comparable(self._rules)
        return next((i for i, one in enumerate(Preset) if _comparable(PRESETS[one]) == mine), -1)

    @Slot(bool)
    def setLocked(self, on: bool) -> None:
        """Lock or unlock the meeting."""
        self._bridge.send(ChangeRules(locked=on))

    @Slot(bool)
    def setWaitingRoom(self, on: bool) -> None:
        """Turn the waiting room on or off."""
        self._bridge.send(ChangeRules(waiting_room=on))

    @Slot(bool)
    def setOpenLink(self, on: bool) -> None:
        """Open or close the open link to people never met before. Opening it ends the guard after a removal."""
        self._bridge.send(ChangeRules(open_link=on))

    @Slot(bool)
    def setPicturesHidden(self, on: bool) -> None:
        """Hide all profile pictures, or show them."""
        self.allow(Right.PICTURE.value, not on)

    @Slot(bool)
    def setStrangersHidden(self, on: bool) -> None:
        """Keep back the pictures of people never met before, or show them."""
        self._bridge.send(ChangeRules(pictures_hidden=on))

    @Slot(int)
    def setChatScope(self, scope: int) -> None:
        """Say to whom members may write: 0 everyone, 1 host only, 2 nobody."""
        self._bridge.send(ChangeRules(chat=list(ChatScope)[scope]))

    @Slot(str, bool)
    def allow(self, right: str, on: bool) -> None:
        """Give members a right, or take it from all of them."""
        rights = frozenset({Right(right)})
        self._bridge.send(ChangeRules(allow=rights) if on else ChangeRules(forbid=rights))

    @Slot(int)
    def usePreset(self, index: int) -> None:
        """Set the rules of a preset: 0 open talk, 1 class, 2 support group."""
        self._bridge.send(UsePreset(list(Preset)[index]))

    @Slot(bool)
    def muteAll(self, may_unmute: bool) -> None:
        """Close every microphone but the host's and co-hosts'; say whether they may turn their own on again."""
        self._bridge.send(MuteAll(may_unmute=may_unmute))

    @Slot()
    def lowerAllHands(self) -> None:
        """Lower every hand."""
        self._bridge.send(LowerHand(None))

    def _hear(self, news: AnyNews) -> None:
        match news:
            case Admitted(rules=rules) | RulesChanged(rules=rules):
                self._rules = rules
                self.changed.emit()


def _comparable(rules: Rules) -> Rules:
    """The rules without what a preset leaves as it is."""
    return replace(rules, locked=False, open_link=True, guarded=False, member_limit=0, guest_limit=0)
