"""Names: what they may look like, and which can be taken for which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peer.room.names import clean_name, looks_like
from peer.room.values import NAME_LIMIT


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lena", "Lena"),
        ("  Lena   B  ", "Lena B"),
        ("Zoe\u0308", "Zo\u00eb"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🏫 Ms Lee", "👩\u200d🏫 Ms Lee"),
        ("李", "李"),
        ("x" * 64, "x" * 64),
    ],
)
def test_a_good_name(text: str, name: str) -> None:
    assert clean_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "x" * 65,
        "x" * 300,
        "two\nlines",
        "tab\tbed",
        "bell\a",
        "right\u202eleft",
        "mark\u200fed",
        "iso\u2066lated",
        "zero\u200bwidth",
        "line\u2028apart",
        "\ue000",
        "\ud800",
        "\u200c",
        "...",
        "\u0301",
    ],
)
def test_a_name_that_cannot_be_one(text: str) -> None:
    assert clean_name(text) is None


@given(st.text(max_size=300))
def test_a_clean_name_is_short_and_stays_as_it_is(text: str) -> None:
    name = clean_name(text)
    if name is not None:
        assert 1 <= len(name) <= NAME_LIMIT
        assert clean_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "hanna",
        "HANNA",
        "Han na",
        "Hanna.",
        "H\u0430nna",  # Cyrillic a
        "\u041d\u0430nn\u0430",  # Cyrillic En, which looks like H
        "\uff28anna",  # fullwidth H
        "Hann\u03b1",  # Greek alpha
        "Hánnä",
        "Han\u200dna",
        "H@nna",
    ],
)
def test_a_name_that_can_be_taken_for_hannas(name: str) -> None:
    assert looks_like(name, ["Bo", "Hanna"]) == "Hanna"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Bi11", "Bill"),
        ("Lena 0", "Lena o"),
        ("Carn", "Cam"),
        ("vvim", "wim"),
        ("Clark", "Dark"),
        ("PAUI", "Paul"),
    ],
)
def test_other_look_alikes(name: str, other: str) -> None:
    assert looks_like(name, [other]) == other


@pytest.mark.parametrize(
    ("name", "other"), [("Hanna", "Hannah"), ("Bo", "Bob"), ("Ana", "Anna"), ("李", "王")]
)
def test_names_that_differ(name: str, other: str) -> None:
    assert looks_like(name, [other]) == ""
