from __future__ import annotations

import threading
import wave
from pathlib import Path

import av
import numpy as np
import pytest

from peer.media.sound_compare import correlate, envelope
from peer.media.sound_files import (
    FileMicrophone,
    FileSpeaker,
    NullSpeaker,
    TestMicrophone,
    read_sound,
    write_sound,
)
from peer.media.sources import BLOCK, Block, SoundSink, SoundSource
from peer.media.speech import speech


class Listener:
    """Keeps what a microphone delivers, and waits until it was so much."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._more = threading.Condition()

    def deliver(self, block: Block) -> None:
        with self._more:
            self.blocks.append(block)
            self._more.notify_all()

    def wait_for(self, count: int) -> None:
        with self._more:
            assert self._more.wait_for(lambda: len(self.blocks) >= count, timeout=20)


def listen(microphone: SoundSource, count: int) -> list[Block]:
    listener = Listener()
    microphone.start(listener.deliver)
    listener.wait_for(count)
    microphone.stop()
    heard = len(listener.blocks)
    assert all(block.shape == (BLOCK,) and block.dtype == np.int16 for block in listener.blocks)
    assert len(listener.blocks) == heard
    return listener.blocks


def test_a_wav_file_is_a_microphone_that_starts_again_at_its_end(tmp_path: Path) -> None:
    sound = speech(0, 6.0)[48_000 : 48_000 + 10 * BLOCK]
    write_sound(tmp_path / "clip.wav", sound)
    blocks = listen(FileMicrophone(tmp_path / "clip.wav"), 25)
    assert np.array_equal(np.concatenate(blocks[:10]), sound)
    assert np.array_equal(np.concatenate(blocks[10:20]), sound)


def test_any_rate_and_any_number_of_channels_will_do(tmp_path: Path) -> None:
    path = tmp_path / "clip.flac"
    tone = (np.sin(np.arange(44_100) * 2 * np.pi * 440 / 44_100) * 8_000).astype(np.int16)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("flac", rate=44_100, layout="stereo")
        frame = av.AudioFrame.from_ndarray(np.repeat(tone, 2).reshape(1, -1), format="s16", layout="stereo")
        frame.sample_rate = 44_100
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    sound = np.concatenate(list(read_sound(path)))
    assert abs(len(sound) - 48_000) <= BLOCK
    assert np.argmax(np.abs(np.fft.rfft(sound[:48_000]))) == 440


@pytest.mark.parametrize("content", [None, b"", b"no sound at all" * 50])
def test_what_is_no_sound_file_is_no_microphone(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "clip.wav"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(OSError):
        FileMicrophone(path).start(lambda _block: None)


def test_a_file_without_a_single_sample_is_no_microphone(tmp_path: Path) -> None:
    write_sound(tmp_path / "empty.wav", np.zeros(0, np.int16))
    with pytest.raises(OSError):
        FileMicrophone(tmp_path / "empty.wav").start(lambda _block: None)


def test_the_test_microphone_speaks_in_the_voice_of_its_number() -> None:
    blocks = listen(TestMicrophone(2), 20)
    assert np.array_equal(np.concatenate(blocks), speech(2)[: len(blocks) * BLOCK])


def test_stopping_twice_or_before_the_start_is_nothing() -> None:
    for device in (TestMicrophone(), FileMicrophone("none"), NullSpeaker(), FileSpeaker("none")):
        device.stop()
        device.stop()


def test_a_file_speaker_writes_what_it_played(tmp_path: Path) -> None:
    sound = speech(1, 6.0).reshape(-1, BLOCK)
    listener = Listener()

    def pull() -> Block:
        block = sound[len(listener.blocks) % len(sound)]
        listener.deliver(block)
        return block

    speaker: SoundSink = FileSpeaker(tmp_path / "heard.wav")
    speaker.start(pull)
    listener.wait_for(20)
    speaker.stop()
    with wave.open(str(tmp_path / "heard.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 48_000)
    written = np.concatenate(list(read_sound(tmp_path / "heard.wav")))
    assert np.array_equal(written, np.concatenate(listener.blocks))


def test_a_file_speaker_without_a_place_to_write_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        FileSpeaker(tmp_path / "nowhere" / "heard.wav").start(lambda: np.zeros(BLOCK, np.int16))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.expected_log("the loudspeaker's file is not written any more")
def test_a_full_disk_ends_the_file_and_not_the_sound() -> None:
    listener = Listener()

    def pull() -> Block:
        listener.deliver(np.ones(BLOCK, np.int16))
        return listener.blocks[-1]

    speaker = FileSpeaker("/dev/full")
    speaker.start(pull)
    listener.wait_for(40)
    speaker.stop()


def test_the_null_speaker_keeps_pulling() -> None:
    listener = Listener()

    def pull() -> Block:
        listener.deliver(np.zeros(BLOCK, np.int16))
        return listener.blocks[-1]

    speaker = NullSpeaker()
    speaker.start(pull)
    listener.wait_for(5)
    speaker.stop()


def test_voices_are_themselves_and_nobody_else() -> None:
    envelopes = [envelope(speech(voice)) for voice in range(4)]
    for voice, own in enumerate(envelopes):
        for start in range(0, 1_800, 300):
            heard = own[start : start + 600]
            for other, sent in enumerate(envelopes):
                likeness = correlate(sent, heard)
                assert likeness > 0.99 if voice == other else likeness < 0.4


def test_a_clip_is_found_at_any_place_of_its_loop() -> None:
    sent = envelope(speech(3))
    assert correlate(sent, np.roll(sent, 700)[:1_500]) > 0.99
    assert correlate(sent, np.tile(sent, 3)[500:5_000]) > 0.99


def test_silence_is_like_nothing() -> None:
    sent = envelope(speech(0))
    assert correlate(sent, np.zeros(1_000, np.float32)) == 0
    assert correlate(np.zeros(1_000, np.float32), sent) == 0
    assert correlate(sent, sent[:1]) == 0


def test_speech_is_the_same_each_time_and_any_number_is_a_voice() -> None:
    speech.cache_clear()
    once = speech(1, 6.0)
    speech.cache_clear()
    assert np.array_equal(once, speech(1, 6.0))
    for number in (17, 2**70, -3):
        assert 3_000 < np.abs(speech(number, 2.0).astype(int)).max() < 12_000
