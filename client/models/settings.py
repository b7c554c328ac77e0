"""The settings as the screens see and change them. What they mean stands in `client/settings.py`."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
from PySide6.QtCore import Property, QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.imagery import BadPicture, data_url, logo_from, portrait_from
from client.models.looks import initials, tone
from client.models.sentences import picture_sentence, trouble_sentence
from client.settings import Appearance, Language, Settings, Store
from peer.room.values import DESCRIPTION_LIMIT, NAME_LIMIT, ChatScope

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

SAVE_AFTER_MS = 250
"""Changes that follow one another this quickly are written once."""

APPEARANCES = tuple(Appearance)
LANGUAGES = tuple(Language)
SCOPES = tuple(ChatScope)


@QmlElement
@QmlUncreatable("made by the app")
class SettingsModel(QObject):
    """Every setting as a property. A change counts at once and is written soon, away from the Qt thread."""

    changed = Signal()
    languageChanged = Signal()
    troubleChanged = Signal()
    pictureChanged = Signal()
    _written = Signal()
    _chosen = Signal(str, object, str)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._writer = ThreadPoolExecutor(1, "settings")
        self._soon = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._soon.timeout.connect(self._write)
        self._written.connect(self.troubleChanged, Qt.ConnectionType.QueuedConnection)
        self._picture_problem = ""
        self._chosen.connect(self._take, Qt.ConnectionType.QueuedConnection)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.changed)
        hints.accessibility().contrastPreferenceChanged.connect(self.changed)

    # --- for the other models --------------------------------------------------------------------

    @property
    def kept(self) -> Settings:
        """The settings as they are now."""
        return self._store.settings

    def change(self, **fields: object) -> None:
        """Change settings by name, tell the screens, and write them soon. Raises msgspec.ValidationError."""
        before = self._store.settings
        self._store.change(**fields)
        if self._store.settings == before:
            return
        self.changed.emit()
        if self._store.settings.language != before.language:
            self.languageChanged.emit()
        self._soon.start()

    def say_again(self) -> None:
        """Tell the screens that every sentence is in another language now."""
        self.changed.emit()
        self.troubleChanged.emit()

    def close(self) -> None:
        """Write what is still to be written. Called once, at the end."""
        if self._soon.isActive():
            self._soon.stop()
            self._write()
        self._writer.shutdown()

    def _write(self) -> None:
        self._writer.submit(self._save)

    def _save(self) -> None:
        self._store.save()
        self._written.emit()

    # --- what is wrong, and where it lies ----------------------------------------------------------

    @Property(str, notify=troubleChanged)
    def trouble(self) -> str:
        """Why the settings are in memory only, or empty."""
        return trouble_sentence(self._store.trouble) if self._store.trouble is not None else ""

    @Property(str, constant=True)
    def path(self) -> str:
        return str(self._store.path)

    # --- the person ------------------------------------------------------------------------------

    def _name(self) -> str:
        return self.kept.name

    def _set_name(self, name: str) -> None:
        self.change(name=name.strip()[:NAME_LIMIT])

    name = Property(str, _name, _set_name, notify=changed)

    @Property(str, notify=changed)
    def initials(self) -> str:
        return initials(self.kept.name)

    @Property(int, notify=changed)
    def tone(self) -> int:
        return tone(self.kept.name)

    @Property(str, notify=changed)
    def picture(self) -> str:
        """One's own profile picture, as an address; empty for none."""
        return data_url(self.kept.picture)

    @Property(str, notify=changed)
    def logo(self) -> str:
        """The logo of one's waiting room, as an address; empty for none."""
        return data_url(self.kept.logo)

    @Property(str, notify=changed)
    def description(self) -> str:
        """What guests read in one's waiting room."""
        return self.kept.description

    @Slot(str)
    def setDescription(self, text: str) -> None:
        """Change it."""
        self.change(description=text.strip()[:DESCRIPTION_LIMIT])

    @Property(str, notify=pictureChanged)
    def pictureProblem(self) -> str:
        """Why the last picture or logo that was chosen is not taken, or empty."""
        return picture_sentence(self._picture_problem) if self._picture_problem else ""

    @Slot(str, QUrl)
    def choose(self, what: str, file: QUrl) -> None:
        """Take the picture in this file as one's `picture` or `logo`."""
        self._writer.submit(self._choose, what, Path(file.toLocalFile()))

    @Slot(str)
    def withdraw(self, what: str) -> None:
        """Have no `picture` or `logo` any more."""
        self._picture_problem = ""
        self.pictureChanged.emit()
        self.change(**{what: b""})

    def _choose(self, what: str, path: Path) -> None:
        try:
            self._chosen.emit(what, logo_from(path) if what == "logo" else portrait_from(path), "")
        except BadPicture as bad:
            self._chosen.emit(what, b"", bad.code)
        except OSError:
            self._chosen.emit(what, b"", "picture_unreadable")

    def _take(self, what: str, data: bytes, problem: str) -> None:
        self._picture_problem = problem
        self.pictureChanged.emit()
        if not problem:
            self.change(**{what: data})

    # --- appearance ------------------------------------------------------------------------------

    @Property(str, notify=changed)
    def mode(self) -> str:
        """Theme.mode: the palette asked for, or the one that the system asks for."""
        if self.kept.appearance is not Appearance.SYSTEM:
            return self.kept.appearance.value
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return Appearance.CONTRAST.value
        return (Appearance.LIGHT if hints.colorScheme() is Qt.ColorScheme.Light else Appearance.DARK).value

    def _appearance(self) -> int:
        return APPEARANCES.index(self.kept.appearance)

    def _set_appearance(self, place: int) -> None:
        self.change(appearance=APPEARANCES[place])

    appearance = Property(int, _appearance, _set_appearance, notify=changed)
    """Place in system, dark, light, contrast."""

    def _text_percent(self) -> int:
        return self.kept.text_percent

    def _set_text_percent(self, percent: int) -> None:
        self.change(text_percent=percent)

    textPercent = Property(int, _text_percent, _set_text_percent, notify=changed)

    def _reduce_motion(self) -> bool:
        return self.kept.reduce_motion

    def _set_reduce_motion(self, on: bool) -> None:
        self.change(reduce_motion=on)

    reduceMotion = Property(bool, _reduce_motion, _set_reduce_motion, notify=changed)

    def _language(self) -> int:
        return LANGUAGES.index(self.kept.language)

    def _set_language(self, place: int) -> None:
        self.change(language=LANGUAGES[place])

    language = Property(int, _language, _set_language, notify=changed)
    """Place in system, English, Dutch."""

    # --- devices and entry -------------------------------------------------------------------------

    def _camera(self) -> str:
        return self.kept.camera

    def _set_camera(self, device: str) -> None:
        self.change(camera=device)

    camera = Property(str, _camera, _set_camera, notify=changed)

    def _microphone(self) -> str:
        return self.kept.microphone

    def _set_microphone(self, device: str) -> None:
        self.change(microphone=device)

    microphone = Property(str, _microphone, _set_microphone, notify=changed)

    def _speaker(self) -> str:
        return self.kept.speaker

    def _set_speaker(self, device: str) -> None:
        self.change(speaker=device)

    speaker = Property(str, _speaker, _set_speaker, notify=changed)

    def _enter_muted(self) -> bool:
        return self.kept.enter_muted

    def _set_enter_muted(self, on: bool) -> None:
        self.change(enter_muted=on)

    enterMuted = Property(bool, _enter_muted, _set_enter_muted, notify=changed)

    def _enter_camera_off(self) -> bool:
        return self.kept.enter_camera_off

    def _set_enter_camera_off(self, on: bool) -> None:
        self.change(enter_camera_off=on)

    enterCameraOff = Property(bool, _enter_camera_off, _set_enter_camera_off, notify=changed)

    # --- network, security, privacy ------------------------------------------------------------------

    @Property(int, notify=changed)
    def port(self) -> int:
        return self.kept.port

    @Slot(str, result=bool)
    def setPort(self, text: str) -> bool:
        """Take a port from a text field; empty means any free one. False if it is none."""
        text = text.strip()
        if not text:
            self.change(port=0)
            return True
        if not (text.isascii() and text.isdigit() and 1024 <= int(text[:6]) <= 65535):
            return False
        self.change(port=int(text))
        return True

    @Property(bool, notify=changed)
    def waitingRoom(self) -> bool:
        return self.kept.new_meeting.waiting_room

    @Property(int, notify=changed)
    def chatScope(self) -> int:
        """Place in everyone, host, nobody."""
        return SCOPES.index(self.kept.new_meeting.chat)

    @Slot(int)
    def setChatScope(self, place: int) -> None:
        self._start_with(chat=SCOPES[place])

    @Property(bool, notify=changed)
    def unmute(self) -> bool:
        return self.kept.new_meeting.unmute

    @Property(bool, notify=changed)
    def video(self) -> bool:
        return self.kept.new_meeting.video

    @Property(bool, notify=changed)
    def react(self) -> bool:
        return self.kept.new_meeting.react

    @Property(bool, notify=changed)
    def rename(self) -> bool:
        return self.kept.new_meeting.rename

    @Slot(str, bool)
    def startWith(self, rule: str, on: bool) -> None:
        """Begin each new meeting with this on or off: the name of a switch in NewMeeting."""
        self._start_with(**{rule: on})

    def _start_with(self, **rules: object) -> None:
        self.change(new_meeting=msgspec.structs.replace(self.kept.new_meeting, **rules))

    def _keep_name(self) -> bool:
        return self.kept.keep_name

    def _set_keep_name(self, on: bool) -> None:
        self.change(keep_name=on)

    keepName = Property(bool, _keep_name, _set_keep_name, notify=changed)

    @Property(int, notify=changed)
    def savedInvites(self) -> int:
        return len(self.kept.saved)

    @Slot()
    def eraseSavedInvites(self) -> None:
        self.change(saved=())
