"""Dutch is complete, and the compiled words are those of the source."""

from __future__ import annotations

import re
from pathlib import Path

from client.words import DUTCH, compile_words, entries, gather

PLACES = re.compile(r"%\d|%n")


def test_every_word_of_the_source_has_its_dutch(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    gather(fresh)
    said = {(context, source) for context, source, _ in entries(fresh)}
    finished = {(context, source) for context, source, dutch in entries(DUTCH) if dutch}
    assert len(said) > 300
    assert said - finished == set()
    assert finished - said == set()


def test_the_compiled_words_are_those_of_the_source(tmp_path: Path) -> None:
    compiled = tmp_path / "fresh.qm"
    compile_words(DUTCH, compiled)
    assert compiled.read_bytes() == DUTCH.with_suffix(".qm").read_bytes()


def test_no_place_of_a_value_is_lost() -> None:
    for _, source, dutch in entries(DUTCH):
        assert sorted(PLACES.findall(source)) == sorted(PLACES.findall(dutch)), source


def test_dutch_says_je() -> None:
    for _, _, dutch in entries(DUTCH):
        assert not re.search(r"\b(u|uw|Uw|gebruiker)\b", dutch), dutch
