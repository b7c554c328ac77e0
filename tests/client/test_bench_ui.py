"""What `vestibule bench ui` makes of its measurements, and one short real run. No time is asserted."""

from __future__ import annotations

import math
import subprocess
import sys

import av
import pytest

from client.bench.ui import report
from client.bench.ui_cast import HEIGHT, PICTURES, WIDTH, Delays, Seen, film, voice
from client.bench.ui_turns import Turns, p99
from peer.media.picture_buffer import EncodedPicture, PictureBuffer


def turns(*, echo: float, host: float, timer: float, meeting: float, lost: int = 0) -> Turns:
    def seen(block: float) -> Seen:
        return Seen(block=block, frames=100, pictures=900, news=40, seconds=4.0, tile=(424, 238))

    return Turns(
        echo=Delays([echo] * 100, 0),
        alone=seen(timer),
        forwarded=Delays([host] * 100, lost),
        meeting=seen(meeting),
        packets=3000.0,
        others=0.0,
    )


def test_a_packet_that_did_not_come_was_longest_on_its_way() -> None:
    hundred = [number / 1000 for number in range(100)]
    assert p99(Delays(hundred, 0)) == 0.098
    assert p99(Delays(hundred, 1)) == 0.099
    assert p99(Delays(hundred, 2)) == math.inf


@pytest.mark.parametrize(
    ("measured", "holds"),
    [
        (turns(echo=0.003, host=0.008, timer=0.02, meeting=0.04), True),
        (turns(echo=0.003, host=0.0081, timer=0.02, meeting=0.04), False),
        (turns(echo=0.003, host=0.008, timer=0.02, meeting=0.041), False),
        (turns(echo=0.003, host=0.008, timer=0.02, meeting=0.04, lost=2), False),
    ],
)
def test_either_bar_can_be_missed(measured: Turns, holds: bool) -> None:
    lines, good = report([measured])
    assert good is holds
    assert any(line.endswith("MISSED") for line in lines) is not holds


def test_the_median_run_counts() -> None:
    good, bad = (turns(echo=0.003, host=host, timer=0.02, meeting=0.03) for host in (0.004, 0.4))
    assert report([bad, good, good])[1]
    assert not report([bad, good, bad])[1]


def test_the_film_can_be_watched_from_its_beginning() -> None:
    whole: list[EncodedPicture] = []
    buffer = PictureBuffer()
    number = 0x10000
    for count, payloads in enumerate(film()):
        for payload in payloads:
            marker = payload is payloads[-1]
            whole += buffer.insert(number, count * 3000, marker, memoryview(payload))
            number += 1
    codec = av.CodecContext.create("vp8", "r")
    shown = [frame for encoded in whole for frame in codec.decode(av.Packet(encoded.data))]
    assert [encoded.key for encoded in whole] == [True] + [False] * (PICTURES - 1)
    assert {(frame.width, frame.height) for frame in shown} == {(WIDTH, HEIGHT)}
    assert len(shown) == PICTURES


def test_a_voice_is_loud_and_pauses() -> None:
    said = [sound.level for sound in voice(0)]
    assert min(said) < 40
    assert max(said) > 60


@pytest.mark.slow
@pytest.mark.window
@pytest.mark.network
def test_a_short_run_paints_and_forwards() -> None:
    command = [sys.executable, "-m", "peer.main", "bench", "ui", "--runs", "1", "--seconds", "0.5"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=150, check=False)
    lines = done.stdout.splitlines()
    assert len(lines) > 3, done.stderr
    heads = lines[1].replace("may be", "may").replace("others %", "others").split()
    first = dict(zip(heads, lines[2].split(), strict=True))
    assert float(first["frames/s"]) > 0
    assert float(first["packets/s"]) > 0
    assert float(first["lost"]) == 0
    assert done.returncode == int(any(line.endswith("MISSED") for line in lines)), done.stderr
