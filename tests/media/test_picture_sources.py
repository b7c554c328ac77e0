"""Cameras that are no devices, and the counter that survives encoding."""

from __future__ import annotations

import threading
from pathlib import Path

import av
import numpy as np
import pytest

from peer.media.clips import write_clip
from peer.media.picture_sources import FileCamera, TestCamera, read_counter


@pytest.mark.parametrize(("width", "height"), [(128, 72), (160, 96), (320, 180), (640, 360), (1280, 720)])
def test_the_counter_is_read_back_at_every_size(width: int, height: int) -> None:
    camera = TestCamera(width, height)
    for number in (0, 1, 255, 12_345, 2**24 - 1):
        assert read_counter(camera.picture(number)) == number


def test_a_picture_without_a_counter_has_none() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (180 * 3 // 2, 320), np.uint8)
    assert read_counter(av.VideoFrame.from_ndarray(noise, format="yuv420p")) is None
    assert read_counter(av.VideoFrame(32, 32, "yuv420p")) is None


class Taken:
    """What a camera delivered."""

    def __init__(self) -> None:
        self.frames: list[av.VideoFrame] = []
        self.wake = threading.Condition()

    def __call__(self, frame: av.VideoFrame) -> None:
        with self.wake:
            self.frames.append(frame)
            self.wake.notify()

    def wait_for(self, count: int) -> None:
        with self.wake:
            assert self.wake.wait_for(lambda: len(self.frames) >= count, 10)


def test_a_test_camera_counts_up_and_stops_when_told() -> None:
    taken, camera = Taken(), TestCamera(160, 96, 60)
    camera.start(taken)
    taken.wait_for(5)
    camera.stop()
    numbers = [read_counter(frame) for frame in taken.frames]
    assert numbers == sorted(set(numbers), key=lambda number: number or 0)
    assert len(taken.frames) == len(numbers), "nothing after stop"
    camera.start(taken)
    camera.stop()
    camera.stop()


def test_a_clip_is_written_and_plays_again_and_again(tmp_path: Path) -> None:
    clip = tmp_path / "clip.webm"
    write_clip(clip, width=320, height=180, fps=15, seconds=0.4, hue=2)
    taken, camera = Taken(), FileCamera(clip)
    camera.start(taken)
    taken.wait_for(9)
    camera.stop()
    assert [read_counter(frame) for frame in taken.frames[:9]] == [0, 1, 2, 3, 4, 5, 0, 1, 2]
    assert camera.fps == 15
    assert {(frame.width, frame.height, frame.format.name) for frame in taken.frames} == {
        (320, 180, "yuv420p")
    }


def test_a_film_that_is_missing_or_no_film_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"none\.webm"):
        FileCamera(tmp_path / "none.webm").start(Taken())
    (tmp_path / "text.webm").write_text("this is no film")
    with pytest.raises(OSError, match=r"text\.webm"):
        FileCamera(tmp_path / "text.webm").start(Taken())
