"""Camera, microphone and loudspeaker: what cameras give becomes ours, two users share one device, none is normal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from client.devices.camera import QtCamera, best_format
from client.devices.chime import chime
from client.devices.devices import DevicesModel
from client.devices.frames import PLAIN, from_qt
from client.devices.shared import SharedCamera, SharedMicrophone
from client.devices.sound import QtMicrophone, QtSpeaker
from client.pictures import MYSELF, Pictures
from peer.media.sources import BLOCK

from .acting import a_picture, until


class Source:
    """A camera or microphone that a test drives."""

    def __init__(self, there: bool = True) -> None:
        self.there = there
        self.deliver: Callable[..., None] | None = None
        self.starts = 0

    def start(self, deliver: Callable[..., None]) -> None:
        """Begin."""
        if not self.there:
            raise OSError("none")
        self.starts += 1
        self.deliver = deliver

    def stop(self) -> None:
        """End."""
        self.deliver = None


def a_frame(form: QVideoFrameFormat.PixelFormat, name: str, picture: av.VideoFrame) -> QVideoFrame:
    """The picture as a camera gives it in this format, line by line."""
    given = picture.reformat(format=name)
    frame = QVideoFrame(QVideoFrameFormat(QSize(given.width, given.height), form))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    for index, plane in enumerate(given.planes):
        source = np.frombuffer(plane, np.uint8)[: plane.line_size * plane.height].reshape(-1, plane.line_size)
        stride = frame.bytesPerLine(index)
        target = np.frombuffer(frame.bits(index), np.uint8)
        lines = min(plane.height, target.size // stride)
        width = min(stride, plane.line_size)
        target[: stride * lines].reshape(lines, stride)[:, :width] = source[:lines, :width]
        del target
    frame.unmap()
    return frame


@pytest.mark.parametrize(("form", "name"), PLAIN.items(), ids=PLAIN.values())
def test_each_format_of_a_camera_becomes_yuv420p(form: QVideoFrameFormat.PixelFormat, name: str) -> None:
    picture = a_picture(322, 242, luma=77)
    taken = from_qt(a_frame(form, name, picture))
    assert taken is not None
    assert taken.format.name == "yuv420p"
    assert (taken.width, taken.height) == (322, 242)
    pixels = taken.to_ndarray().astype(int)
    assert abs(pixels[:242, :322] - 77).max() <= 2


def test_a_format_that_is_not_plain_goes_through_an_image() -> None:
    taken = from_qt(
        a_frame(QVideoFrameFormat.PixelFormat.Format_BGRA8888, "bgra", a_picture(320, 180, luma=200))
    )
    assert taken is not None
    assert abs(int(taken.to_ndarray()[50, 50]) - 200) <= 12


def test_a_camera_runs_while_either_wants_it_and_the_meeting_gets_only_what_it_asked_for() -> None:
    source, shown, sent = Source(), [], []
    camera = SharedCamera(source, shown.append)
    camera.preview(True)
    assert source.deliver is not None
    source.deliver(a_picture())
    assert (len(shown), len(sent)) == (1, 0)
    camera.start(sent.append)
    source.deliver(a_picture())
    camera.preview(False)
    source.deliver(a_picture())
    assert (len(shown), len(sent)) == (2, 2)
    camera.stop()
    assert source.deliver is None
    assert source.starts == 1


def test_a_microphone_in_the_check_sends_nothing_to_the_meeting() -> None:
    source, levels, sent = Source(), [], []
    microphone = SharedMicrophone(source, levels.append)
    microphone.preview(True)
    assert source.deliver is not None
    source.deliver(np.full(BLOCK, 16384, np.int16))
    assert levels == [0.5]
    assert not sent


def test_a_device_that_is_not_there_is_an_error_for_the_meeting_and_nothing_runs() -> None:
    camera = SharedCamera(Source(there=False), lambda _: None)
    with pytest.raises(OSError):
        camera.start(lambda _: None)
    camera.stop()


def test_no_device_at_all_is_a_normal_state() -> None:
    for device in (QtCamera(lambda: None), QtMicrophone(lambda: None), QtSpeaker(lambda: None)):
        with pytest.raises(OSError):
            device.start(lambda *_: None)
        device.stop()


def test_files_and_test_pictures_count_as_devices() -> None:
    pictures = Pictures()
    source, microphone = Source(), Source()
    devices = DevicesModel(pictures, camera=source, microphone=microphone)
    try:
        assert devices.hasCamera
        assert devices.hasMicrophone
        devices.startPreview()
        assert source.deliver is not None
        source.deliver(a_picture())
        assert pictures.has(MYSELF)
        assert microphone.deliver is not None
        microphone.deliver(np.full(BLOCK, 16384, np.int16))
        until(lambda: devices.level > 0.4)
        devices.stopPreview()
        assert not pictures.has(MYSELF)
        assert source.deliver is None
    finally:
        devices.close()


def test_a_check_without_devices_says_which_are_missing() -> None:
    devices = DevicesModel(Pictures(), camera=Source(there=False), microphone=Source(there=False))
    missing: list[str] = []
    devices.failed.connect(missing.append)
    devices.startPreview()
    devices.close()
    assert missing == ["camera", "microphone"]


def test_no_formats_no_choice() -> None:
    assert best_format([]) is None


def test_the_chime_is_soft_and_ends_silent() -> None:
    samples = chime()
    assert samples.size % BLOCK == 0
    assert 2_000 < int(np.abs(samples).max()) < 12_000
    assert int(np.abs(samples[-50:]).max()) < 600


LOOP = """
import sys, time
import numpy as np
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtMultimedia import QMediaDevices
from client.devices.sound import QtMicrophone, QtSpeaker
app = QCoreApplication(sys.argv)
phase = [0]
def tone():
    t = (np.arange(480) + phase[0]) / 48000
    phase[0] += 480
    return (np.sin(2 * np.pi * 440 * t) * 12000).astype(np.int16)
got = []
speaker = QtSpeaker(lambda: QMediaDevices.defaultAudioOutput())
microphone = QtMicrophone(lambda: next(d for d in QMediaDevices.audioInputs() if d.isDefault()))
microphone.start(got.append)
speaker.start(tone)
def look():
    if len(got) > 200:
        app.quit()
timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
QTimer.singleShot(15000, app.quit)
app.exec()
speaker.close(); microphone.close()
sound = np.concatenate(got[-100:]).astype(float)
spectrum = np.abs(np.fft.rfft(sound))
print("pitch", round(float(np.argmax(spectrum)) * 48000 / sound.size), "blocks", len(got), {b.size for b in got})
"""


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pulseaudio") is None, reason="no pulseaudio on this system")
def test_a_tone_through_the_loudspeaker_comes_back_through_the_microphone(tmp_path: Path) -> None:
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "XDG_RUNTIME_DIR": str(runtime),
        "PULSE_SERVER": f"unix:{runtime}/native",
        "PULSE_RUNTIME_PATH": str(runtime),
        "HOME": str(tmp_path),
    }
    server = subprocess.Popen(
        [
            *(
                "pulseaudio",
                "-n",
                "--daemonize=no",
                "--exit-idle-time=-1",
                "--use-pid-file=no",
                "--system=no",
            ),
            *("-L", f"module-native-protocol-unix socket={runtime}/native auth-anonymous=1"),
            *("-L", "module-null-sink sink_name=loop"),
            *("-L", "module-remap-source master=loop.monitor source_name=heard"),
        ],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until((runtime / "native").exists)
        environment["PULSE_SOURCE"] = "heard"
        said = subprocess.run(
            [sys.executable, "-c", LOOP],
            env=environment,
            capture_output=True,
            text=True,
            timeout=40,
            check=True,
        )
        assert "pitch 440" in said.stdout, said
        assert "{480}" in said.stdout
    finally:
        server.terminate()
        server.wait(10)
