"""What is on a disk after a meeting: no name, no word, no picture and no voice, however it ended."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from peer.media.picture_sources import TestCamera
from peer.media.speech import speech
from peer.state_file import KEY_SIZE
from tests.end_to_end.house import HOST, SOON, House, pipe_with

pytestmark = [pytest.mark.network, pytest.mark.slow]

SLICE = 2_400
"""Samples of 50 ms: even so short a piece of the voice must not lie anywhere."""

PHASES = 40
"""Pictures after which the test camera's pattern, the counter left aside, is the same again."""

ROW, COLUMNS = 250, 480
"""A row of the test picture far from its counter, and how much of it is looked for."""

AT_ONCE = 16 * 1024 * 1024
PLACES = (Path("/tmp"), Path("/var/tmp"))


@pytest.mark.parametrize("end", ["ended", "killed"])
def test_nothing_of_a_meeting_is_on_disk(house: House, tmp_path: Path, end: str) -> None:
    began = time.time()
    mark = secrets.token_hex(6)
    ana, bo, phrase = f"Ana {mark}", f"Bo {mark}", f"The quay is dry {mark}"
    run_file, key = tmp_path / "run" / "meeting.json", pipe_with(secrets.token_bytes(KEY_SIZE))
    house.open(
        *("--host", house.host_key(), "--run-file", str(run_file), "--state-key-fd", str(key)),
        pass_fds=(key,),
        environment=own_places(house, "service"),
    )
    host = house.enter_as_host(environment=own_places(house, HOST))
    for name in (ana, bo):
        key = pipe_with(b"words\n")
        house.knock(
            name,
            *("--camera", "test", "--microphone", "test"),
            identity=("--passphrase-fd", str(key)),
            pass_fds=(key,),
            environment=own_places(house, name),
        )
        house.admit(name, by=host)
        house.switch_on(name)
    house.see_and_hear(ana, bo)
    house.actors[ana].say(type="chat", text=phrase)
    house.actors[bo].wait_for("chat_line", SOON, text=phrase)

    if end == "ended":
        host.say(type="end")
        for actor in house.actors.values():
            actor.wait_end(SOON)
        assert not run_file.exists()
        assert list(run_file.parent.iterdir()) == []
    else:
        for actor in house.actors.values():
            actor.kill()
        for actor in house.actors.values():
            actor.wait_end(SOON)
        assert {path.name for path in run_file.parent.iterdir()} == {"meeting.json", "meeting.state"}

    left = {path.name for path in (tmp_path / "homes").rglob("*") if path.is_file()}
    assert left == {"secrets.sealed"}
    needles = [*texts(ana, bo, phrase), *pictures(), *voice()]
    assert [path for path in files_since(began, tmp_path, *PLACES) if holds(path, needles)] == []


def test_the_search_finds_what_it_looks_for(tmp_path: Path) -> None:
    picture = TestCamera().picture(7).to_ndarray()
    (tmp_path / "picture").write_bytes(b"head" + picture.tobytes())
    (tmp_path / "voice").write_bytes(b"head" + as_float(speech(0)[48_000:96_000]).tobytes())
    (tmp_path / "words").write_text("He said: The quay is dry.", "utf-16")
    (tmp_path / "nothing").write_bytes(bytes(100_000))
    needles = [*texts("The quay is dry"), *pictures(), *voice()]
    found = {path.name for path in files_since(0, tmp_path) if holds(path, needles)}
    assert found == {"picture", "voice", "words"}


def own_places(house: House, name: str) -> dict[str, str]:
    """All folders in which a program of this person's might keep something, in their home."""
    home = house.home(name)
    kinds = ("CONFIG", "DATA", "CACHE", "STATE")
    return {"HOME": str(home), **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in kinds}}


def texts(*words: str) -> list[bytes]:
    """Words as a program may write them down."""
    return [word.encode(code) for word in words for code in ("utf-8", "utf-16-le", "utf-16-be")]


def pictures() -> list[bytes]:
    """A piece of each picture of the test camera, as its raw luma."""
    camera = TestCamera()
    return [camera.picture(number).to_ndarray()[ROW, :COLUMNS].tobytes() for number in range(PHASES)]


def voice() -> list[bytes]:
    """One second of the test microphone's speech in pieces, as int16 and as float32."""
    second = speech(0)[48_000:96_000]
    return [
        sound[start : start + SLICE].tobytes()
        for sound in (second, as_float(second))
        for start in range(0, len(second), SLICE)
    ]


def as_float(sound: np.ndarray) -> np.ndarray:
    """Samples from -1 to 1."""
    return sound.astype(np.float32) / 32768


def files_since(moment: float, *places: Path) -> Iterator[Path]:
    """Every ordinary file under these folders that was written after this moment."""
    seen: set[tuple[int, int]] = set()
    for place in places:
        for folder, _, names in os.walk(place):
            for name in names:
                path = Path(folder, name)
                try:
                    about = path.lstat()
                except OSError:
                    continue
                key = (about.st_dev, about.st_ino)
                if path.is_file() and not path.is_symlink() and about.st_mtime >= moment and key not in seen:
                    seen.add(key)
                    yield path


def holds(path: Path, needles: Sequence[bytes]) -> bool:
    """Whether any of these bytes stand in this file, which may be gone by now."""
    overlap = max(map(len, needles))
    tail = b""
    try:
        with path.open("rb") as file:
            while part := file.read(AT_ONCE):
                whole = tail + part
                if any(needle in whole for needle in needles):
                    return True
                tail = whole[-overlap:]
    except OSError:
        return False
    return False
