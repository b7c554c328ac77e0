from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peer.bench.sound import play_ours, queued
from peer.media.opus import FRAME, LARGEST_DTX, LARGEST_PAYLOAD, Encoder, has_lbrr
from peer.media.playout import TalkerBuffer
from peer.media.sound_compare import correlate, envelope
from peer.media.sound_inbox import LARGEST_INBOX
from peer.media.sound_packets import MOST_PACKETS
from peer.media.sound_queue import Origin
from peer.media.sources import BLOCK
from peer.media.speech import speech
from tests.media.sound.talk import Line, alike, payloads


def test_on_a_clean_network_what_was_said_is_heard() -> None:
    line = Line().deliver(payloads())
    counts = line.buffer.counts
    assert counts.invented_share == 0
    assert counts.recovered == counts.late == counts.garbage == 0
    assert alike(speech(0, 6.0), line.sound) > 0.9
    assert line.buffer.delay_ms <= 60


def test_numbers_may_wrap_at_any_moment() -> None:
    line = Line(timestamp=2**32 - 20 * FRAME, sequence=2**16 - 31).deliver(payloads())
    assert line.buffer.counts.invented_share == 0
    assert line.buffer.counts.late == 0
    assert alike(speech(0, 6.0), line.sound) > 0.9


def test_a_lone_loss_is_rebuilt_from_the_next_packet() -> None:
    frames: list[bytes | None] = list(payloads())
    at = next(i for i in range(40, 200) if has_lbrr(payloads()[i + 1]))
    frames[at] = None
    line = Line().deliver(frames)
    assert line.buffer.counts.recovered == FRAME
    assert line.buffer.counts.invented_share == 0
    assert alike(speech(0, 6.0), line.sound) > 0.85


def test_a_burst_is_concealed_and_time_does_not_slip() -> None:
    frames: list[bytes | None] = list(payloads())
    frames[100:104] = [None] * 4
    line = Line().deliver(frames)
    counts = line.buffer.counts
    assert 2 * FRAME <= counts.concealed + counts.expanded <= 6 * FRAME
    assert line.buffer.delay_ms <= 120


def test_a_pause_is_silence_and_no_loss() -> None:
    frames = payloads(dtx=False)[:100]
    line = Line().deliver([*frames, b"\x08"])
    line.pause(100)
    line.deliver(frames)
    counts = line.buffer.counts
    assert counts.concealed == 0
    assert counts.invented_share < 0.01
    assert counts.silence > 90 * FRAME
    quiet = np.concatenate(line.played[270:390])
    assert not quiet.any()
    assert all((origins == Origin.SILENCE).all() for origins in line.origins[270:390])


def test_the_first_word_after_a_pause_is_rebuilt_too() -> None:
    at = next(i for i in range(40, 200) if has_lbrr(payloads()[i + 1]))
    line = Line().deliver([*payloads()[:30], b"\x08"]).pause(50)
    line.deliver([None, *payloads()[at + 1 : at + 50]])
    assert line.buffer.counts.recovered == FRAME
    assert line.buffer.counts.concealed == 0


def test_dtx_as_the_encoder_sends_it_is_not_invented_sound() -> None:
    encoder = Encoder()
    sound = np.concatenate([speech(1, 3.0), np.zeros(96_000, np.int16), speech(1, 3.0)])
    line = Line()
    pausing = False
    for at in range(0, len(sound), FRAME):
        payload = encoder.encode(sound[at : at + FRAME])
        if pausing and len(payload) <= LARGEST_DTX:
            line.pause(1)
        else:
            line.deliver([payload])
        pausing = len(payload) <= LARGEST_DTX
    assert line.buffer.counts.invented_share < 0.01
    assert line.buffer.counts.silence > 48_000


def test_who_falls_silent_without_a_word_is_not_invented_for_ever() -> None:
    line = Line().deliver(payloads()[:50]).listen(500)
    assert not line.buffer.talking
    assert not np.concatenate(line.played[-100:]).any()
    assert line.buffer.counts.invented_share == 0


def test_unmuting_goes_on_where_muting_stopped() -> None:
    line = Line().deliver(payloads()[:50]).pause(500).deliver(payloads()[50:])
    assert line.buffer.counts.invented_share == 0
    assert line.buffer.counts.silence > 490 * FRAME
    assert line.buffer.delay_ms <= 60


def test_a_network_that_was_down_is_not_taken_for_a_pause() -> None:
    line = Line().deliver([*payloads()[:50], *[None] * 100, *payloads()[150:]])
    assert 95 * FRAME < line.buffer.counts.expanded < 105 * FRAME
    assert line.buffer.delay_ms <= 60


def test_a_network_that_held_everything_back_is_not_taken_for_a_pause() -> None:
    line = Line().deliver(payloads()[:50]).listen(60)
    for number in range(50, 80):
        line.buffer.insert(payloads()[number], number * FRAME, number, line.now)
    line.listen(20)
    assert 50 * BLOCK < line.buffer.counts.expanded < 65 * BLOCK


def test_after_a_loudspeaker_that_stood_still_the_newest_is_heard() -> None:
    line = Line().deliver(payloads()[:100])
    for number in range(100, 200):
        line.buffer.insert(payloads()[number], number * FRAME, number, number * 20.0)
    line.listen(1)
    assert line.buffer.delay_ms < 250
    assert line.buffer.counts.overflowed > 80
    assert line.listen(20).sound[-BLOCK:].any()


def test_a_packet_that_comes_late_but_in_time_is_played() -> None:
    buffer = TalkerBuffer()
    frames = payloads()[:100]
    order = [0, 1, 3, 2, *range(4, 100)]
    for step, number in enumerate(order):
        buffer.insert(frames[number], number * FRAME, number, step * 20.0)
        buffer.pull()
        buffer.pull()
    assert buffer.counts.late == 0
    assert buffer.counts.concealed + buffer.counts.expanded <= BLOCK


def test_a_packet_that_comes_twice_is_played_once() -> None:
    buffer = TalkerBuffer()
    for number, payload in enumerate(payloads()[:100]):
        for _ in range(2):
            buffer.insert(payload, number * FRAME, number, number * 20.0)
        buffer.pull()
        buffer.pull()
    assert buffer.counts.late == 100
    assert buffer.counts.invented_share == 0


@pytest.mark.parametrize("length", [120, 240, 480, 960, 1920, 2880])
def test_frames_of_any_legal_length_are_played(length: int) -> None:
    encoder, buffer = Encoder(dtx=False), TalkerBuffer()
    sound = speech(2, 4.0)
    due = 0
    heard = []
    for number, at in enumerate(range(0, len(sound) - length + 1, length)):
        buffer.insert(encoder.encode(sound[at : at + length]), at, number, at / 48)
        while due <= at:
            heard.append(buffer.pull()[0])
            due += BLOCK
    assert buffer.counts.invented_share < 0.02
    assert correlate(envelope(sound), envelope(np.concatenate(heard))) > 0.9


def test_frame_lengths_may_change_in_mid_stream() -> None:
    encoder, buffer = Encoder(dtx=False), TalkerBuffer()
    sound = speech(0, 6.0)
    at = due = 0
    for number in range(200):
        length = (960, 480, 1920, 240)[number // 10 % 4]
        buffer.insert(encoder.encode(sound[at : at + length]), at, number, at / 48)
        at += length
        while due + BLOCK <= at:
            buffer.pull()
            due += BLOCK
    assert buffer.counts.late == buffer.counts.concealed == 0
    assert buffer.counts.invented_share < 0.02


def test_too_much_in_hand_is_played_faster_until_it_is_not() -> None:
    line = Line().deliver(payloads()[:50])
    for number in range(50, 75):  # half a second at once
        line.buffer.insert(payloads()[number], number * FRAME, number, line.now)
    line._timestamp, line._sequence = 75 * FRAME, 75
    line.listen(1)
    full = line.buffer.delay_ms
    line.deliver(payloads()[75:])
    assert full > 400
    assert line.buffer.delay_ms < full - 200
    assert line.buffer.counts.stretched > 0
    assert line.buffer.counts.concealed == 0


def test_another_stream_after_a_reset_starts_afresh() -> None:
    line = Line().deliver(payloads()[:100])
    for number in range(100, 110):
        line.buffer.insert(payloads()[number], number * FRAME, number, line.now)
    line.buffer.reset()
    line.listen(1)
    assert line.buffer.delay_ms == 0
    assert not line.buffer.talking
    heard = Line(line.buffer, timestamp=3_000_000_000, sequence=7).deliver(payloads(1))
    assert alike(speech(1, 6.0), heard.sound) > 0.9


def test_a_stream_that_jumps_without_a_reset_is_followed() -> None:
    buffer = TalkerBuffer()
    Line(buffer, timestamp=2_000_000_000, sequence=9_000).deliver(payloads()[:100])
    heard = Line(buffer, timestamp=5, sequence=40_000).deliver(payloads(1))
    assert alike(speech(1, 6.0), heard.sound) > 0.9


def test_what_is_not_listened_to_is_not_decoded_and_comes_back() -> None:
    line = Line().deliver(payloads()[:100])
    line.buffer.audible = False
    line.deliver(payloads()[100:200])
    assert not np.concatenate(line.played[-150:]).any()
    line.buffer.audible = True
    line.deliver(payloads()[200:])
    assert np.concatenate(line.played[-150:]).any()
    assert line.buffer.counts.invented_share == 0
    assert line.buffer.delay_ms <= 60


def test_garbage_is_counted_and_played_over() -> None:
    frames: list[bytes | None] = list(payloads())
    frames[60] = b"\xff" * 40
    line = Line()
    line.buffer.insert(b"", 0, 0, 0.0)
    line.buffer.insert(bytes(LARGEST_PAYLOAD + 1), 0, 0, 0.0)
    line.deliver(frames)
    assert line.buffer.counts.oversized == 2
    assert line.buffer.counts.garbage == 1
    assert alike(speech(0, 6.0), line.sound) > 0.8


def test_jitter_and_loss_are_mostly_hidden() -> None:
    packets = [(payload, number * FRAME) for number, payload in enumerate(payloads(0, 20.0))]
    for seed in range(2):
        outcome = play_ours(queued(packets, 0.05, 30.0, seed))
        assert outcome.invented < 4
        assert outcome.delay_ms < 90


anything = st.tuples(
    st.one_of(
        st.binary(max_size=80),
        st.binary(min_size=1490, max_size=1510),
        st.integers(0, 290).map(lambda number: payloads()[number]),
        st.just(b"\x08"),
        st.sampled_from([2, 4, 6]).map(lambda count: bytes([0x0B, count]) + bytes(count * 30)),
    ),
    st.one_of(
        st.integers(0, 2**32 - 1),
        st.integers(0, 40).map(lambda n: n * 960),
        st.integers(2**32 - 5_000, 2**32 - 1),
    ),
    st.one_of(st.integers(0, 2**16 - 1), st.integers(0, 40), st.integers(65_500, 65_535)),
    st.floats(-1e9, 1e9),
    st.integers(0, 4),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(anything, max_size=60), st.integers(0, 60))
def test_whatever_comes_each_pull_gives_ten_milliseconds(
    events: list[tuple[bytes, int, int, float, int]], reset_at: int
) -> None:
    buffer = TalkerBuffer()
    pulls = 0
    for number, (payload, timestamp, sequence, arrival_ms, listening) in enumerate(events):
        buffer.insert(payload, timestamp, sequence, arrival_ms)
        if number == reset_at:
            buffer.reset()
        for _ in range(listening):
            block, origins = buffer.pull()
            pulls += 1
            assert block.shape == origins.shape == (BLOCK,)
            assert block.dtype == np.int16
            assert buffer.delay_ms < 2_000
    counts = buffer.counts
    played = counts.decoded + counts.recovered + counts.concealed + counts.expanded + counts.silence
    assert played == pulls * BLOCK


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(-3, 3)), min_size=50, max_size=250))
def test_any_loss_and_reordering_keeps_time(fates: list[int | None]) -> None:
    buffer = TalkerBuffer()
    arrivals = sorted(
        (max(0, number + shift), number) for number, shift in enumerate(fates) if shift is not None
    )
    for step in range(len(fates)):
        while arrivals and arrivals[0][0] <= step:
            _, number = arrivals.pop(0)
            buffer.insert(payloads()[number], number * FRAME, number, step * 20.0)
        buffer.pull()
        buffer.pull()
        assert buffer.delay_ms < 600


def test_a_flood_stays_bounded() -> None:
    buffer = TalkerBuffer()
    for number in range(10_000):
        buffer.insert(payloads()[number % 290], number * 7919 % 2**32, number % 2**16, 0.0)
    assert len(buffer._inbox) <= LARGEST_INBOX
    for _ in range(10):
        buffer.pull()
        assert len(buffer._packets) <= MOST_PACKETS
        assert buffer.delay_ms < 2_000
