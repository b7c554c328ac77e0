from __future__ import annotations

from importlib.resources import files

import numpy as np

from peer.media.sound_chime import chime
from peer.media.sound_files import read_sound


def test_the_shipped_chime_is_the_one_that_is_made_here() -> None:
    path = files("resources") / "sounds" / "chime.wav"
    shipped = np.concatenate(list(read_sound(str(path))))
    assert np.abs(shipped.astype(int) - chime()).max() <= 1
    assert len(path.read_bytes()) < 100_000


def test_it_begins_and_ends_in_silence() -> None:
    sound = chime().astype(int)
    assert abs(sound[0]) < 50
    assert abs(sound[-1]) < 50
    assert 8_000 < np.abs(sound).max() < 20_000
