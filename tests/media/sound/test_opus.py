from __future__ import annotations

import contextlib
import gc
import weakref

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peer.media.opus import (
    FRAME,
    LARGEST_DTX,
    LARGEST_PAYLOAD,
    LONGEST_FRAME,
    Decoder,
    Encoder,
    OpusError,
    has_lbrr,
    samples_in,
)
from peer.media.speech import speech
from tests.media.sound.talk import alike, payloads


def test_speech_survives_the_codec() -> None:
    decoder = Decoder()
    heard = np.concatenate([decoder.decode(payload) for payload in payloads()])
    assert alike(speech(0, 6.0), heard) > 0.9
    assert 20 < sum(map(len, payloads())) * 8 / 6.0 / 1000 < 40


def test_a_frame_is_rebuilt_from_the_copy_in_the_next() -> None:
    frames = payloads()
    alikeness = []
    for at in [number for number in range(40, 120) if has_lbrr(frames[number + 1])]:
        whole, holed = Decoder(), Decoder()
        for payload in frames[:at]:
            whole.decode(payload)
            holed.decode(payload)
        lost, rebuilt = whole.decode(frames[at]), holed.recover(frames[at + 1], FRAME)
        assert len(rebuilt) == FRAME
        alikeness.append(np.corrcoef(lost, rebuilt)[0, 1])
    assert np.median(alikeness) > 0.9


def test_concealment_goes_on_and_then_fades() -> None:
    decoder = Decoder()
    loudest = max(range(50, 250), key=lambda i: len(payloads()[i]))
    for payload in payloads()[:loudest]:
        decoder.decode(payload)
    parts = [decoder.conceal(480) for _ in range(60)]
    assert {len(part) for part in parts} == {480}
    assert np.abs(parts[0]).max() > 4 * np.abs(parts[-1]).max()


@pytest.mark.parametrize("count", [1, 119, 480, 481, LONGEST_FRAME])
def test_any_number_of_samples_can_be_concealed(count: int) -> None:
    assert len(Decoder().conceal(count)) == count


def test_a_pause_is_sent_in_next_to_nothing() -> None:
    encoder = Encoder()
    quiet = np.zeros(FRAME, np.int16)
    sizes = [len(encoder.encode(frame)) for frame in [*speech(0, 2.0).reshape(-1, FRAME), *[quiet] * 60]]
    assert sum(size <= LARGEST_DTX for size in sizes[-30:]) > 20


def test_without_dtx_silence_is_sent_in_full() -> None:
    encoder = Encoder(dtx=False)
    assert min(len(encoder.encode(np.zeros(FRAME, np.int16))) for _ in range(60)) > LARGEST_DTX


@given(st.binary(max_size=LARGEST_PAYLOAD + 10))
def test_no_payload_does_more_than_raise_the_typed_error(payload: bytes) -> None:
    decoder = Decoder()
    for use in (decoder.decode, samples_in, lambda p: decoder.recover(p, FRAME)):
        with contextlib.suppress(OpusError):
            use(payload)
    has_lbrr(payload)
    assert 120 <= len(decoder.decode(payloads()[0])) <= LONGEST_FRAME


@pytest.mark.parametrize("payload", [b"", bytes(LARGEST_PAYLOAD + 1)])
def test_what_no_datagram_holds_is_refused_unseen(payload: bytes) -> None:
    for use in (Decoder().decode, samples_in, lambda p: Decoder().recover(p, FRAME)):
        with pytest.raises(OpusError):
            use(payload)
    assert not has_lbrr(payload)


def test_a_frame_of_no_legal_length_is_refused() -> None:
    with pytest.raises(OpusError):
        Encoder().encode(np.zeros(481, np.int16))


def test_expected_loss_is_kept_in_range_and_buys_copies() -> None:
    encoder = Encoder()
    encoder.expect_loss(0)
    none = sum(has_lbrr(encoder.encode(frame)) for frame in speech(0, 4.0).reshape(-1, FRAME))
    encoder.expect_loss(500)
    some = sum(has_lbrr(encoder.encode(frame)) for frame in speech(0, 4.0).reshape(-1, FRAME))
    assert none == 0
    assert some > 50


def test_the_state_goes_with_the_last_reference() -> None:
    decoder, encoder = Decoder(), Encoder()
    ends = [weakref.ref(decoder), weakref.ref(encoder)]
    del decoder, encoder
    gc.collect()
    assert [end() for end in ends] == [None, None]
