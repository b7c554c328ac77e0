"""The meeting as a whole: its title, clock, rules, and what this person may do in it now.

`may...` follows what the host's machine told; it only decides which buttons are awake. The host enforces.
"""

from __future__ import annotations

import time

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.bridge import Bridge
from client.models.looks import shown_name
from client.models.roster import Roster
from client.models.sentences import alarm_sentence, device_sentence, refusal_sentence
from peer.commands import (
    Alarm,
    AnyNews,
    CameraState,
    DeviceMissing,
    Disconnected,
    Levels,
    MicrophoneState,
    React,
    Reconnected,
    Reconnecting,
    Rename,
    Statistics,
)
from peer.room.notices import (
    Admitted,
    AskedForCamera,
    AskedToUnmute,
    Refused,
    RulesChanged,
    YourCameraWasStopped,
    YouWereMuted,
    YouWerePutBack,
    YouWereSuspended,
)
from peer.room.requests import (
    End,
    SetCamera,
    SetHand,
    SetMicrophone,
)
from peer.room.values import ChatScope, Right, Role, Rules, Suspension

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

WEAK_RTT_MS = 600.0
"""Round trip from which one's own line counts as weak."""

WEAK_FOR = 3
"""Seconds in a row that it must be so: a machine that was busy for a moment has no weak line."""


@QmlElement
@QmlUncreatable("made by the app")
class MeetingModel(QObject):
    """State, rules and rights of the meeting that this window is in."""

    changed = Signal()
    clockChanged = Signal()
    levelChanged = Signal()
    weakChanged = Signal()

    told = Signal(str, str)
    """(tone, sentence): something happened that is worth a line for some seconds. Tones: neutral, warn, danger."""

    takenOrGiven = Signal(str)
    """A suspension came or went: a sentence that a screen reader says at once."""

    asked = Signal(str, str)
    """The host (by name) asks one to turn something on: "unmute" or "camera". It opens nothing."""

    def __init__(self, bridge: Bridge, roster: Roster, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roster = roster
        self._title = ""
        self._inside = False
        self._lost_at = 0.0
        self._rules = Rules()
        self._mine: Suspension | None = None
        self._microphone = False
        self._camera = False
        self._level = 0.0
        self._weak = 0
        """Statistics lines in a row that told of a slow line."""
        self._held_to_speak = False
        self._entered = 0.0
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self.clockChanged)
        bridge.news.connect(self._hear)
        for signal in (roster.replaced, roster.joined, roster.changed, roster.left):
            signal.connect(self._roster_changed)

    # --- what is so ---------------------------------------------------------------------------

    @Property(str, notify=changed)
    def title(self) -> str:
        """The meeting's title."""
        return self._title

    @Property(bool, notify=changed)
    def inside(self) -> bool:
        """True while one is a member (a broken line included)."""
        return self._inside

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        """How long one has been in: minutes and seconds, with hours from the first on."""
        seconds = int(time.monotonic() - self._entered) if self._inside else 0
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"

    @Property(bool, notify=changed)
    def reconnecting(self) -> bool:
        """True while the line to the host's computer is silent."""
        return self._lost_at > 0

    @Property(str, notify=changed)
    def lostAt(self) -> str:
        """The time of day of the last word from the host's computer."""
        return time.strftime("%H:%M:%S", time.localtime(self._lost_at)) if self._lost_at else ""

    @Property(bool, notify=changed)
    def hostAway(self) -> bool:
        """True while neither host nor co-host is there."""
        return self._inside and not self._roster.somebody_leads()

    @Property(bool, notify=weakChanged)
    def weakLine(self) -> bool:
        """True while one's own line to the host's computer is slow."""
        return self._weak >= WEAK_FOR

    @Property(bool, notify=changed)
    def isHost(self) -> bool:
        """True if one is the host."""
        view = self._roster.mine()
        return view is not None and view.role is Role.HOST

    @Property(bool, notify=changed)
    def mayModerate(self) -> bool:
        """True for host and co-hosts."""
        return self._roster.i_lead()

    @Property(bool, notify=changed)
    def stopped(self) -> bool:
        """True while a suspension, one's own or of all, keeps something from oneself."""
        view = self._roster.mine()
        return view is not None and bool(view.held_back)

    @Property(int, notify=changed)
    def pausedPeople(self) -> int:
        """From how many people the pause of all keeps something."""
        return sum(view.paused for view in self._roster.members.values())

    @Property(bool, notify=changed)
    def refusesPrivate(self) -> bool:
        """True if one takes no private messages but the host's."""
        view = self._roster.mine()
        return view is not None and view.refuses_private_chat

    @Property(bool, notify=changed)
    def micOn(self) -> bool:
        """True if this computer sends sound now."""
        return self._microphone

    @Property(bool, notify=changed)
    def cameraOn(self) -> bool:
        """True if this computer sends pictures now."""
        return self._camera

    @Property(bool, notify=changed)
    def handUp(self) -> bool:
        """True if one's hand is up."""
        view = self._roster.mine()
        return view is not None and view.hand_since is not None

    @Property(float, notify=levelChanged)
    def level(self) -> float:
        """How loud one's own microphone is, 0 to 1."""
        return self._level

    @Property(bool, notify=changed)
    def suspended(self) -> bool:
        """True if one is suspended, singled out."""
        return self._mine is not None

    @Property(bool, notify=changed)
    def paused(self) -> bool:
        """True if the suspension of all keeps something from oneself, and one was not singled out."""
        view = self._roster.mine()
        return self._mine is None and view is not None and view.paused

    # --- what one may do now ------------------------------------------------------------------

    @Property(bool, notify=changed)
    def mayUnmute(self) -> bool:
        """True if one may turn the microphone on (turning it off is always possible)."""
        return self._may(Right.SPEAK) and self._may(Right.UNMUTE)

    @Property(bool, notify=changed)
    def mayVideo(self) -> bool:
        """True if one may turn the camera on."""
        return self._may(Right.VIDEO)

    @Property(bool, notify=changed)
    def mayChat(self) -> bool:
        """True if one may write to somebody at least."""
        return self._may(Right.CHAT) and (self.mayModerate or self._rules.chat is not ChatScope.NOBODY)

    @Property(bool, notify=changed)
    def mayChatToAll(self) -> bool:
        """True if one may write to everyone."""
        return self._may(Right.CHAT) and (self.mayModerate or self._rules.chat is ChatScope.EVERYONE)

    @Property(bool, notify=changed)
    def mayChatPrivately(self) -> bool:
        """True if one may write to one person."""
        return self.mayChat and self._may(Right.CHAT_PRIVATELY)

    @Property(bool, notify=changed)
    def mayReact(self) -> bool:
        """True if one may show a reaction."""
        return self._may(Right.REACT)

    @Property(bool, notify=changed)
    def mayRaiseHand(self) -> bool:
        """True if one may raise a hand."""
        return self._may(Right.RAISE_HAND)

    @Property(bool, notify=changed)
    def mayRename(self) -> bool:
        """True if one may take another name."""
        return self._may(Right.RENAME)

    # --- the rules ----------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def locked(self) -> bool:
        """True if nobody new can come in."""
        return self._rules.locked

    # --- one's own acts -----------------------------------------------------------------------

    @Slot()
    def toggleMicrophone(self) -> None:
        """Turn one's own microphone on or off."""
        self._held_to_speak = False
        self._bridge.send(SetMicrophone(not self._microphone))

    @Slot(bool)
    def holdToSpeak(self, held: bool) -> None:
        """While held, the microphone is on; it only turns off again what it turned on."""
        if held and not self._microphone and not self._held_to_speak and self.mayUnmute:
            self._held_to_speak = True
            self._bridge.send(SetMicrophone(True))
        elif not held and self._held_to_speak:
            self._held_to_speak = False
            self._bridge.send(SetMicrophone(False))

    @Slot()
    def toggleCamera(self) -> None:
        """Turn one's own camera on or off."""
        self._bridge.send(SetCamera(not self._camera))

    @Slot()
    def toggleHand(self) -> None:
        """Raise or lower one's own hand."""
        self._bridge.send(SetHand(not self.handUp))

    @Slot(str)
    def react(self, emoji: str) -> None:
        """Show a reaction for some seconds."""
        self._bridge.send(React(emoji))

    @Slot(str)
    def rename(self, name: str) -> None:
        """Take another name."""
        self._bridge.send(Rename(name))

    @Slot(str)
    def deviceFailed(self, device: str) -> None:
        """A device is gone, or would not start: say so, and send nothing that the person believes to be sent."""
        if not self._inside:
            return
        self.told.emit("warn", device_sentence(device))
        if device == "microphone" and self._microphone:
            self._bridge.send(SetMicrophone(False))
        if device == "camera" and self._camera:
            self._bridge.send(SetCamera(False))

    @Slot()
    def endForAll(self) -> None:
        """End the meeting for everyone."""
        self._bridge.send(End())

    # --- from the bridge ----------------------------------------------------------------------

    def _may(self, right: Right) -> bool:
        view = self._roster.mine()
        if not self._inside or self._lost_at or view is None or right in view.held_back:
            return False
        if self._mine is not None and right in self._mine.rights:
            return False
        if self.mayModerate or right in view.given:
            return True
        return right in self._rules.allowed and right not in view.taken

    def _roster_changed(self, *_: object) -> None:
        self.changed.emit()

    def _hear(self, news: AnyNews) -> None:
        match news:
            case Levels():
                if news.mine != self._level:
                    self._level = news.mine
                    self.levelChanged.emit()
            case Statistics():
                was, slow = self.weakLine, news.rtt_ms is not None and news.rtt_ms > WEAK_RTT_MS
                self._weak = min(self._weak + 1, WEAK_FOR) if slow else 0
                if self.weakLine != was:
                    self.weakChanged.emit()
            case YouWereMuted() | YourCameraWasStopped() | AskedToUnmute() | AskedForCamera():
                self._hear_order(news)
            case Refused(refusal=refusal):
                self.told.emit("warn", refusal_sentence(refusal))
            case Alarm(code=code):
                self.told.emit("danger", alarm_sentence(code))
            case DeviceMissing(device=device):
                self.told.emit("warn", device_sentence(device))
            case _:
                self._hear_state(news)

    def _hear_state(self, news: AnyNews) -> None:
        match news:
            case Admitted():
                returned = self._inside
                self._title, self._rules = news.title, news.rules
                self._mine = news.suspension
                self._inside, self._lost_at = True, 0.0
                if not returned:
                    self._entered = time.monotonic()
                    self._clock.start()
            case RulesChanged():
                self._rules = news.rules
            case MicrophoneState():
                self._microphone = news.on
            case CameraState():
                self._camera = news.on
            case Reconnecting():
                self._lost_at = news.since or time.time()
                self._held_to_speak = False
            case Reconnected():
                self._lost_at = 0.0
            case YouWereSuspended():
                self._hear_suspension(news)
            case Disconnected() | YouWerePutBack():
                self._inside, self._lost_at = False, 0.0
                self._mine = None
                self._microphone = self._camera = self._held_to_speak = False
                self._level = 0.0
                self._clock.stop()
                self.levelChanged.emit()
            case _:
                return
        self.changed.emit()
        self.clockChanged.emit()

    def _hear_suspension(self, news: YouWereSuspended) -> None:
        translate = QCoreApplication.translate
        if news.everyone:
            sentence = (
                translate("MeetingModel", "Everyone has their rights back. Nothing was opened.")
                if news.suspension is None
                else translate("MeetingModel", "The host paused the meeting for everyone. Nobody is accused.")
            )
        else:
            self._mine = news.suspension
            sentence = (
                translate("MeetingModel", "You have your rights back. Nothing was opened.")
                if news.suspension is None
                else translate("MeetingModel", "You are suspended. You see and hear the meeting.")
            )
        self.takenOrGiven.emit(sentence)

    def _hear_order(self, news: YouWereMuted | YourCameraWasStopped | AskedToUnmute | AskedForCamera) -> None:
        who = shown_name(self._roster.name_of(news.by)) or QCoreApplication.translate(
            "MeetingModel", "The host"
        )
        match news:
            case AskedToUnmute():
                self.asked.emit("unmute", who)
            case AskedForCamera():
                self.asked.emit("camera", who)
            case YouWereMuted():
                sentence = QCoreApplication.translate("MeetingModel", "%1 muted you.")
                self.told.emit("neutral", sentence.replace("%1", who))
            case YourCameraWasStopped():
                sentence = QCoreApplication.translate("MeetingModel", "%1 turned your camera off.")
                self.told.emit("neutral", sentence.replace("%1", who))
