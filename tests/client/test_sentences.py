"""Every code has a sentence and a next step of its own, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from client.models import sentences
from client.models.goodbye import LOOKS
from client.models.languages import TRANSLATIONS
from client.models.sentences import Said
from client.settings import Trouble
from peer.room.values import NOT_JUDGED, Decision, Refusal, RefusalCode, Verdict

TABLES: dict[str, dict[str, Said]] = {
    "refusals": {code.value: said for code, said in sentences.REFUSALS.items()},
    "endings": sentences.ENDINGS,
    "devices": sentences.DEVICES,
    "alarms": sentences.ALARMS,
    "invites": sentences.INVITE_PROBLEMS,
    "troubles": {trouble.value: said for trouble, said in sentences.TROUBLES.items()},
}


@pytest.fixture
def dutch(qapp: QCoreApplication) -> Iterator[QTranslator]:
    """The app in Dutch."""
    translator = QTranslator(qapp)
    assert translator.load(str(TRANSLATIONS / "vestibule_nl.qm"))
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def every_said() -> list[tuple[str, Said]]:
    return [(f"{table}.{code}", said) for table, codes in TABLES.items() for code, said in codes.items()]


def test_no_code_is_without_a_sentence() -> None:
    assert set(sentences.REFUSALS) == set(RefusalCode)
    assert set(sentences.TROUBLES) == set(Trouble)
    assert set(sentences.DEVICES) == {"camera", "microphone", "speaker"}


def test_each_ending_has_its_own_sentence() -> None:
    facts = [sentences.ending(code).fact for code in (*sentences.ENDINGS, *RefusalCode)]
    assert len(set(facts)) == len(facts)


def test_an_unknown_ending_is_still_a_sentence() -> None:
    assert sentences.ending("of_tomorrow") == sentences.ending("unknown")
    assert sentences.alarm_sentence("of_tomorrow") == sentences.alarm_sentence("unknown")


@pytest.mark.parametrize(("name", "said"), every_said())
def test_a_sentence_says_what_happened_and_what_to_do(name: str, said: Said) -> None:
    for text in said:
        assert text[0].isupper(), name
        assert text.endswith("."), name
        assert "!" not in text
        assert "user" not in text.lower()


@pytest.mark.parametrize(("name", "said"), every_said())
@pytest.mark.usefixtures("dutch")
def test_it_is_said_in_dutch_too(name: str, said: Said) -> None:
    for text in said:
        assert sentences.words(text) != text, name


@pytest.mark.usefixtures("dutch")
def test_the_important_ones_in_dutch() -> None:
    locked = sentences.ending("locked")
    assert locked.fact == "De vergadering is vergrendeld. Er kan niemand meer bij."
    revoked = sentences.refusal_sentence(Refusal(RefusalCode.REVOKED_INVITE))
    assert revoked == "Deze uitnodiging is ingetrokken. Vraag de host om een nieuwe."


def test_a_wait_says_how_long() -> None:
    refusal = Refusal(RefusalCode.NOT_YET, {"seconds": 42})
    assert sentences.refusal_sentence(refusal).endswith("Try again in 42 s.")


def test_every_look_belongs_to_an_ending() -> None:
    assert set(LOOKS) <= {*sentences.ENDINGS, *RefusalCode}


@pytest.mark.parametrize(
    ("decision", "country", "kind"), [*product(Decision, (None, "DE"), (None, "vpn", "tor", "of_tomorrow"))]
)
def test_a_verdict_is_a_fact_and_a_reason(decision: Decision, country: str | None, kind: str | None) -> None:
    fact, reason = sentences.verdict_sentence(Verdict(decision, "network", country, kind))
    assert fact.endswith(".")
    assert country is None or country in reason


def test_without_a_fence_nothing_is_judged() -> None:
    assert sentences.verdict_sentence(NOT_JUDGED) == ("The geofence is off.", "")
