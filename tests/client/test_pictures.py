"""Pictures keep their pixels, whatever their size, and go to the sinks that show their person, the latest only."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import av
import numpy as np
import pytest
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from client.devices.frames import from_qt
from client.pictures import SIDE_LIMIT, Pictures, to_qt

from .acting import a_picture


@pytest.mark.parametrize(("width", "height"), [(320, 180), (640, 360), (322, 242), (98, 50), (1280, 720)])
def test_pixels_survive_the_way_to_qt_and_back(width: int, height: int) -> None:
    picture = av.VideoFrame(width, height, "yuv420p")
    random = np.random.default_rng(1)
    for plane in picture.planes:
        whole = np.frombuffer(plane, np.uint8)
        whole[:] = random.integers(0, 255, whole.size, np.uint8)
    shown = to_qt(picture)
    assert shown is not None
    back = from_qt(shown)
    assert back is not None
    assert (back.to_ndarray() == picture.to_ndarray()).all()


def test_odd_sizes_are_shown_and_taken_with_even_sides() -> None:
    shown = to_qt(a_picture(321, 241))
    assert shown is not None
    back = from_qt(shown)
    assert back is not None
    assert (back.width, back.height) == (320, 240)
    assert abs(int(back.to_ndarray()[100, 100]) - 120) <= 1


def test_other_formats_are_turned_into_ours() -> None:
    shown = to_qt(a_picture().reformat(format="rgb24"))
    assert shown is not None
    assert shown.width() == 320


def test_a_size_that_no_screen_has_is_not_shown() -> None:
    assert to_qt(av.VideoFrame(SIDE_LIMIT + 2, 2, "yuv420p")) is None


def luma_of(sink: QVideoSink) -> int | None:
    seen = from_qt(sink.videoFrame()) if sink.videoFrame().isValid() else None
    return None if seen is None else int(seen.to_ndarray()[0, 0])


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not holds():
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)


def test_pictures_that_come_at_once_are_shown_together() -> None:
    pictures, sinks = Pictures(), {f"p{n}": QVideoSink() for n in range(9)}
    for person, sink in sinks.items():
        pictures.attach(person, sink)
        pictures.show(person, a_picture(luma=80))
    wait_until(lambda: all(luma_of(sink) == 80 for sink in sinks.values()))
    pictures.close()


def test_pictures_from_another_thread_reach_the_sinks_of_their_person_only() -> None:
    pictures, mine, other = Pictures(), QVideoSink(), QVideoSink()
    began: list[str] = []
    pictures.began.connect(began.append)
    pictures.attach("ana00000", mine)
    pictures.attach("bo000000", other)
    worker = threading.Thread(
        target=lambda: [pictures.show("ana00000", a_picture(luma=n)) for n in range(60, 70)]
    )
    worker.start()
    worker.join()
    wait_until(lambda: luma_of(mine) == 69)
    assert not other.videoFrame().isValid()
    assert pictures.has("ana00000")
    pictures.close()


def test_a_new_tile_begins_with_the_last_picture_and_a_forgotten_one_with_none() -> None:
    pictures = Pictures()
    pictures.show("ana00000", a_picture())
    sink = QVideoSink()
    pictures.attach("ana00000", sink)
    assert sink.videoFrame().isValid()
    pictures.forget("ana00000")
    assert not sink.videoFrame().isValid()
    assert not pictures.has("ana00000")


def test_a_sink_that_was_detached_gets_nothing() -> None:
    pictures, sink = Pictures(), QVideoSink()
    pictures.attach("ana00000", sink)
    pictures.detach("ana00000", sink)
    pictures.show("ana00000", a_picture())
    assert sink.videoFrame() == QVideoFrame()
