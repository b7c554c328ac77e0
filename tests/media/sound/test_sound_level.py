from __future__ import annotations

import pytest

from peer.media.sound_level import Level, Wish


def settled(level_ms: float) -> Level:
    level = Level()
    for _ in range(100):
        level.note(level_ms)
    return level


@pytest.mark.parametrize(
    ("level_ms", "target_ms", "wish"),
    [
        (40, 40, Wish.NOTHING),
        (55, 40, Wish.NOTHING),
        (80, 40, Wish.SHORTEN),
        (300, 40, Wish.SHORTEN_NOW),
        (20, 80, Wish.LENGTHEN),
        (5, 80, Wish.NOTHING),
    ],
)
def test_the_sound_in_hand_is_led_to_the_target(level_ms: float, target_ms: float, wish: Wish) -> None:
    assert settled(level_ms).wish(level_ms, target_ms) is wish


def test_one_packet_too_many_changes_nothing() -> None:
    level = settled(40)
    level.note(100)
    assert level.wish(100, 40) is Wish.NOTHING


def test_after_a_change_the_next_one_waits() -> None:
    level = settled(300)
    level.changed(-5)
    level.note(295)
    assert level.wish(295, 40) is Wish.NOTHING
    level.note(295)
    assert level.wish(295, 40) is Wish.SHORTEN_NOW


def test_after_a_restart_the_past_says_nothing() -> None:
    level = settled(300)
    level.restart()
    assert level.wish(40, 40) is Wish.NOTHING
    level.note(40)
    assert level.wish(40, 40) is Wish.NOTHING
