"""Which cameras, microphones and loudspeakers there are, which are meant, and the check of them before a meeting.

None at all is a normal state. Qt hears of a device that is plugged in; one that is pulled out stays Active in its sink,
so the lists are also looked at every two seconds.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtMultimedia import QAudioDevice, QCameraDevice, QMediaDevices, QVideoSink
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.devices.camera import QtCamera
from client.devices.chime import Player, chime
from client.devices.shared import SharedCamera, SharedMicrophone
from client.devices.sound import QtMicrophone, QtSpeaker
from client.pictures import MYSELF, Pictures
from peer.media.sources import SoundSink, SoundSource, VideoSource

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 2_000
PLAYER_RESTS_MS = 1_500

Device = QCameraDevice | QAudioDevice


@QmlElement
@QmlUncreatable("made by the app")
class DevicesModel(QObject):
    """The devices of this computer. A file or test source in their place counts as a device that is always there."""

    changed = Signal()
    levelChanged = Signal()
    failed = Signal(str)
    """camera, microphone or speaker: it would not start, or is gone while it was in use."""

    _levelHeard = Signal(float)

    def __init__(
        self,
        pictures: Pictures,
        camera: VideoSource | None = None,
        microphone: SoundSource | None = None,
        speaker: SoundSink | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._given = {"camera": camera, "microphone": microphone, "speaker": speaker}
        self._chosen = {"camera": "", "microphone": "", "speaker": ""}
        self._found: dict[str, tuple[Device, ...]] = {"camera": (), "microphone": (), "speaker": ()}
        self._level = 0.0
        self._preview = False

        self._qt_camera = QtCamera(lambda: self._meant("camera"), self)
        self._qt_microphone = QtMicrophone(lambda: self._meant("microphone"), self)
        self._qt_speaker = QtSpeaker(lambda: self._meant("speaker"), self)
        self._qt_camera.failed.connect(lambda: self.failed.emit("camera"))
        self._qt_microphone.failed.connect(lambda: self.failed.emit("microphone"))
        self._qt_speaker.failed.connect(lambda: self.failed.emit("speaker"))
        self._player_speaker = QtSpeaker(lambda: self._meant("speaker"), self)
        self._player = Player(self._player_speaker)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PLAYER_RESTS_MS)
        self._rest.timeout.connect(self._player.stop)

        self.shared_camera = SharedCamera(camera or self._qt_camera, lambda seen: pictures.show(MYSELF, seen))
        self.shared_microphone = SharedMicrophone(microphone or self._qt_microphone, self._levelHeard.emit)
        self.sound_sink: SoundSink = speaker or self._qt_speaker
        self._levelHeard.connect(self._hear_level)

        self._media = QMediaDevices(self)
        for signal in (
            self._media.videoInputsChanged,
            self._media.audioInputsChanged,
            self._media.audioOutputsChanged,
        ):
            signal.connect(self._look)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._look()

    # --- for QML ------------------------------------------------------------------------------

    @Property(list, notify=changed)
    def cameras(self) -> list[dict[str, str]]:
        """{id, name} of each camera."""
        return self._names("camera")

    @Property(list, notify=changed)
    def microphones(self) -> list[dict[str, str]]:
        """{id, name} of each microphone."""
        return self._names("microphone")

    @Property(list, notify=changed)
    def speakers(self) -> list[dict[str, str]]:
        """{id, name} of each loudspeaker."""
        return self._names("speaker")

    @Property(str, notify=changed)
    def camera(self) -> str:
        """Id of the camera that is meant; empty for the system's choice."""
        return self._chosen["camera"]

    @camera.setter
    def camera(self, device: str) -> None:
        self._choose("camera", device)

    @Property(str, notify=changed)
    def microphone(self) -> str:
        """Id of the microphone that is meant; empty for the system's choice."""
        return self._chosen["microphone"]

    @microphone.setter
    def microphone(self, device: str) -> None:
        self._choose("microphone", device)

    @Property(str, notify=changed)
    def speaker(self) -> str:
        """Id of the loudspeaker that is meant; empty for the system's choice."""
        return self._chosen["speaker"]

    @speaker.setter
    def speaker(self, device: str) -> None:
        self._choose("speaker", device)

    @Property(bool, notify=changed)
    def hasCamera(self) -> bool:
        """True if there is a camera."""
        return self._has("camera")

    @Property(bool, notify=changed)
    def hasMicrophone(self) -> bool:
        """True if there is a microphone."""
        return self._has("microphone")

    @Property(bool, notify=changed)
    def hasSpeaker(self) -> bool:
        """True if there is a loudspeaker."""
        return self._has("speaker")

    @Property(float, notify=levelChanged)
    def level(self) -> float:
        """How loud one's own microphone is, 0 to 1, while the check runs."""
        return self._level

    @Slot()
    def startPreview(self) -> None:
        """Begin the check of camera and microphone: nothing leaves this computer."""
        self._preview = True
        self._check_camera(True)
        self._check_microphone(True)

    @Slot()
    def stopPreview(self) -> None:
        """End the check."""
        self._preview = False
        self._check_camera(False)
        self._check_microphone(False)
        self._hear_level(0.0)

    @Slot(bool)
    def previewCamera(self, on: bool) -> None:
        """Begin or end the check of the camera alone."""
        self._check_camera(on)

    @Slot(QVideoSink)
    def attachPreview(self, sink: QVideoSink) -> None:
        """Show one's own camera in this sink."""
        self._pictures.attach(MYSELF, sink)

    @Slot(QVideoSink)
    def detachPreview(self, sink: QVideoSink) -> None:
        """Stop, before the sink goes."""
        self._pictures.detach(MYSELF, sink)

    @Slot(result=bool)
    def playTestSound(self) -> bool:
        """Play the chime; false if there is no loudspeaker."""
        if not self._has_real("speaker"):
            return False
        self._rest.start()
        return self._player.play(chime())

    # --- for the app --------------------------------------------------------------------------

    def close(self) -> None:
        """End everything, before the application goes."""
        self._timer.stop()
        self.stopPreview()
        for device in (self._qt_microphone, self._qt_speaker, self._player_speaker):
            device.close()
        self._qt_camera.stop()

    def _look(self) -> None:
        found: dict[str, tuple[Device, ...]] = {
            "camera": tuple(QMediaDevices.videoInputs()),
            "microphone": tuple(QMediaDevices.audioInputs()),
            "speaker": tuple(QMediaDevices.audioOutputs()),
        }
        before, self._found = self._found, found
        if {kind: _ids(devices) for kind, devices in before.items()} == {
            kind: _ids(devices) for kind, devices in found.items()
        }:
            return
        self.changed.emit()
        for kind in found:
            if before[kind] and not self._has(kind):
                self.failed.emit(kind)
            elif _ids(before[kind]) != _ids(found[kind]):
                self._follow_device(kind)

    def _choose(self, kind: str, device: str) -> None:
        if self._chosen[kind] != device:
            self._chosen[kind] = device
            self.changed.emit()
            self._follow_device(kind)

    def _follow_device(self, kind: str) -> None:
        """Let a run that is under way go on with the device that is meant now."""
        if kind == "camera":
            self._qt_camera.restart()
        elif kind == "microphone":
            self._qt_microphone.restart()
        else:
            self._qt_speaker.restart()

    def _meant(self, kind: str) -> Any:
        """Return the device chosen, the system's choice without one, or None. Called from any thread."""
        devices = self._found[kind]
        chosen = self._chosen[kind]
        for device in devices:
            if chosen and _id(device) == chosen:
                return device
        return next((device for device in devices if device.isDefault()), devices[0] if devices else None)

    def _has(self, kind: str) -> bool:
        return self._given[kind] is not None or bool(self._found[kind])

    def _has_real(self, kind: str) -> bool:
        return self._given[kind] is None and bool(self._found[kind])

    def _names(self, kind: str) -> list[dict[str, str]]:
        if self._given[kind] is not None:
            return []
        return [{"id": _id(device), "name": device.description()} for device in self._found[kind]]

    def _check_camera(self, on: bool) -> None:
        try:
            self.shared_camera.preview(on)
        except OSError:
            self.failed.emit("camera")
        if not on:
            self._pictures.forget(MYSELF)

    def _check_microphone(self, on: bool) -> None:
        try:
            self.shared_microphone.preview(on)
        except OSError:
            self.failed.emit("microphone")

    @Slot(float)
    def _hear_level(self, level: float) -> None:
        # falls slowly, so that a meter can be read
        shown = max(level, self._level * 0.85) if self._preview else 0.0
        if abs(shown - self._level) > 0.004 or shown == 0.0:
            self._level = shown if shown > 0.004 else 0.0
            self.levelChanged.emit()


def _id(device: Device) -> str:
    return bytes(device.id().data()).decode(errors="replace")


def _ids(devices: tuple[Device, ...]) -> list[str]:
    return [_id(device) for device in devices]
