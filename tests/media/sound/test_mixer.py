from __future__ import annotations

import threading

import numpy as np
import pytest

from peer.media.mixer import ALL_DECODED, ENVELOPE_BLOCKS, LOUDEST_DECODED, Mixer
from peer.media.opus import FRAME
from peer.media.playout import TalkerBuffer
from peer.media.sound_compare import correlate, envelope
from peer.media.sources import BLOCK, Block
from peer.media.speech import speech
from tests.media.sound.talk import payloads


def talk(mixer: Mixer, people: dict[str, int], frames: range) -> Block:
    """Let each person say these frames in their voice, and return what the loudspeaker plays."""
    played = []
    for number in frames:
        for person, voice in people.items():
            payload = payloads(voice)[number % 290]
            mixer.talker(person).insert(payload, number * FRAME, number, number * 20.0)
        played += [mixer.pull(), mixer.pull()]
    return np.concatenate(played)


def alone(voice: int, frames: range) -> Block:
    buffer = TalkerBuffer()
    played = []
    for number in frames:
        buffer.insert(payloads(voice)[number], number * FRAME, number, number * 20.0)
        played += [buffer.pull()[0], buffer.pull()[0]]
    return np.concatenate(played)


def test_nobody_is_silence() -> None:
    block = Mixer().pull()
    assert block.shape == (BLOCK,)
    assert block.dtype == np.int16
    assert not block.any()


def test_two_who_talk_are_heard_as_the_sum_of_both() -> None:
    frames = range(150)
    mixed = talk(Mixer(), {"ana": 0, "bo": 1}, frames)
    expected = alone(0, frames).astype(int) + alone(1, frames)
    assert np.abs(mixed - expected).max() <= 1


def test_a_silenced_person_is_not_heard_nor_after_coming_back() -> None:
    mixer = Mixer()
    mixer.silence("bo", True)
    assert np.array_equal(talk(mixer, {"ana": 0, "bo": 1}, range(100)), alone(0, range(100)))
    mixer.remove("bo")
    talk(mixer, {"bo": 1}, range(100, 150))
    assert mixer.levels()["bo"] == 0
    mixer.silence("bo", False)
    assert talk(mixer, {"bo": 1}, range(150, 200)).any()


def test_volume_turns_one_person_down_and_has_a_limit() -> None:
    mixer, frames = Mixer(), range(100)
    mixer.talker("ana")
    mixer.volume("ana", 0.5)
    mixer.volume("nobody", 0.5)
    assert np.abs(talk(mixer, {"ana": 0}, frames) - alone(0, frames) / 2).max() <= 1
    mixer.volume("ana", 1e9)
    assert mixer.talker("ana").gain == 2.0


def test_who_is_gone_is_not_heard() -> None:
    mixer = Mixer()
    talk(mixer, {"ana": 0}, range(50))
    mixer.remove("ana")
    mixer.remove("ana")
    assert not mixer.pull().any()
    assert mixer.levels() == {}
    assert mixer.counts("ana") is None
    assert mixer.concealed_percent("ana") == 0
    assert len(mixer.envelope("ana")) == 0


def test_a_crowd_does_not_clip() -> None:
    mixer = Mixer()
    for number in range(9):
        mixer.talker(f"p{number}")
        mixer.volume(f"p{number}", 2.0)
    sound = talk(mixer, {f"p{number}": 0 for number in range(9)}, range(150))
    assert 20_000 < np.abs(sound.astype(int)).max() <= 32_000


def test_of_many_who_talk_only_the_loudest_are_decoded() -> None:
    mixer = Mixer()
    people = {f"p{number:02}": number % 4 for number in range(ALL_DECODED + 4)}
    for number, person in enumerate(people):
        mixer.talker(person).heard_level(60 - 3 * number)
    talk(mixer, people, range(60))
    heard = [person for person in people if mixer.talker(person).audible]
    assert heard == list(people)[-LOUDEST_DECODED:]
    for person in people:
        assert mixer.concealed_percent(person) == 0


def test_up_to_ten_all_are_decoded() -> None:
    mixer = Mixer()
    people = {f"p{number:02}": number % 4 for number in range(ALL_DECODED)}
    talk(mixer, people, range(20))
    assert all(mixer.talker(person).audible for person in people)


@pytest.mark.parametrize("claimed", [-5, 0, 127, 10**9])
def test_a_claimed_level_stays_in_range(claimed: int) -> None:
    talker = Mixer().talker("ana")
    talker.heard_level(claimed)
    assert 0 <= talker.claimed_db <= 127


def test_levels_follow_the_voice() -> None:
    mixer = Mixer()
    seen = []
    for number in range(100):
        talk(mixer, {"ana": 0}, range(number, number + 1))
        seen.append(mixer.levels()["ana"])
    assert max(seen) > 0.6
    assert all(0 <= level <= 1 for level in seen)
    for _ in range(80):
        mixer.pull()
    assert mixer.levels()["ana"] == 0


def test_the_tap_tells_each_voice_before_the_mix() -> None:
    mixer = Mixer()
    talk(mixer, {"ana": 0, "bo": 1}, range(290))
    for person, own, other in (("ana", 0, 1), ("bo", 1, 0)):
        heard = mixer.envelope(person)
        assert correlate(envelope(speech(own, 6.0)), heard) > 0.9
        assert correlate(envelope(speech(other, 6.0)), heard) < 0.5
    assert mixer.talker("ana").energies.maxlen == ENVELOPE_BLOCKS


def test_people_come_and_go_while_the_loudspeaker_pulls() -> None:
    mixer = Mixer()
    ended = threading.Event()
    failures: list[BaseException] = []
    blocks = 0

    def speaker() -> None:
        nonlocal blocks
        try:
            while not ended.is_set():
                assert mixer.pull().shape == (BLOCK,)
                blocks += 1
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=speaker) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(2_000):
        person = f"p{number % 7}"
        mixer.talker(person).insert(payloads()[number % 290], number * FRAME, number % 65_536, number * 20.0)
        mixer.levels()
        mixer.envelope(person)
        mixer.silence(person, number % 3 == 0)
        if number % 5 == 0:
            mixer.remove(f"p{number % 11}")
        if number % 13 == 0:
            mixer.talker(person).reset()
    ended.set()
    for thread in threads:
        thread.join()
    assert not failures
    assert blocks > 0
