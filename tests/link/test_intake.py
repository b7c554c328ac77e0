"""What one member may send: by size, by rate, by patience."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peer.link.codec import BadFrame, encode
from peer.link.intake import PATIENCE, Intake
from peer.link.wire import BYTES_RATE, RATES, Entry, Ping, Rate, Say
from peer.room.requests import SetHand
from peer.room.signals import Answer
from peer.room.values import RefusalCode
from tests.link.frames import garbage

HAND = encode(SetHand(True))


def taken(intake: Intake, frames: list[bytes], now: float) -> list[RefusalCode | None]:
    """What became of each frame: None, or why it was refused."""
    outcomes: list[RefusalCode | None] = []
    for frame in frames:
        try:
            intake.take(frame, now)
        except BadFrame as bad:
            outcomes.append(bad.refusal.code)
        else:
            outcomes.append(None)
    return outcomes


def test_a_burst_passes_and_what_is_above_it_is_too_fast() -> None:
    rate, burst = RATES[Rate.REQUEST]
    outcomes = taken(Intake(0.0), [HAND] * int(burst + 3), 0.0)
    assert outcomes == [None] * int(burst) + [RefusalCode.TOO_FAST] * 3
    assert rate < burst


def test_after_a_while_messages_pass_again() -> None:
    intake = Intake(0.0)
    taken(intake, [HAND] * 50, 0.0)
    assert taken(intake, [HAND], 1.0) == [None]


def test_one_class_does_not_starve_another() -> None:
    intake = Intake(0.0)
    taken(intake, [HAND] * 50, 0.0)
    assert taken(intake, [encode(Ping(1))], 0.0) == [None]


def test_bytes_are_counted_over_all_classes() -> None:
    intake = Intake(0.0)
    large = encode(Answer(1, 1, "x" * 250_000))
    outcomes = taken(intake, [large] * 6, 0.0)
    fit = int(BYTES_RATE[1] // len(large))
    assert outcomes == [None] * fit + [RefusalCode.TOO_FAST] * (6 - fit)


def test_the_longest_entry_may_be_said() -> None:
    assert taken(Intake(0.0), [encode(Say(Entry(bytes(300), bytes(64), bytes(65_000))))], 0.0) == [None]


def test_patience_ends() -> None:
    intake = Intake(0.0)
    outcomes = taken(intake, [b"junk"] * int(PATIENCE[1]), 0.0)
    assert set(outcomes) == {RefusalCode.MALFORMED}
    assert not intake.exhausted
    taken(intake, [b"junk"], 0.0)
    assert intake.exhausted


def test_a_mistake_now_and_then_is_forgiven() -> None:
    intake = Intake(0.0)
    for second in range(200):
        taken(intake, [b"junk"], second * 2.0)
    assert not intake.exhausted


@given(st.lists(garbage, max_size=20))
def test_whatever_comes_is_a_message_or_refused(frames: list[bytes]) -> None:
    intake = Intake(0.0)
    for frame in frames:
        try:
            intake.take(frame, 0.0)
        except BadFrame:
            pass
        except Exception as other:  # pragma: no cover
            pytest.fail(f"{other!r}")
