"""A member's machine that says what it may not: forged, replayed and forbidden entries."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from peer.keys import KeyPair
from peer.link.author import Author
from peer.link.entries import TO_ALL, Kind
from peer.link.wire import NotPassed, Passed, Receipted
from peer.room.notices import RulesChanged
from peer.room.values import RefusalCode
from tests.end_to_end.house import SOON, House
from tests.hostile.rude_member import RudeMember

pytestmark = [pytest.mark.network, pytest.mark.slow]
REFUSED = "vestibule.host: an entry was refused"


@pytest.fixture
def mallory(house: House, rude: Callable[..., RudeMember]) -> RudeMember:
    """A rude member in a meeting with Ana."""
    house.open()
    house.bring("Ana")
    member = rude(house.link)
    member.come()
    house.service.say(type="admit", guest=house.arrived("Mallory"))
    assert member.me
    return member


def read_by_ana(house: House) -> list[str]:
    """What Ana has read of others, up to a line that Mallory's chain ends with."""
    return [line["text"] for _, line in house.actors["Ana"].heard("chat_line") if not line.get("mine")]


def refused(answer: object) -> RefusalCode:
    """Why an entry was not passed on."""
    assert isinstance(answer, NotPassed)
    return answer.refusal.code


def test_forged_and_replayed_entries(house: House, mallory: RudeMember) -> None:
    house.expect(REFUSED)
    other = Author(KeyPair.generate(), mallory.invite.meeting)
    forged = other.say(Kind.CHAT, b"I am Ana", TO_ALL, time.time())
    assert forged is not None
    assert refused(mallory.say(forged.entry)) is RefusalCode.BAD_SIGNATURE

    house.actors["Ana"].say(type="chat", text="I said this once")
    theirs = mallory.wait_for(Passed).entry
    assert refused(mallory.say(theirs)) is RefusalCode.BAD_SIGNATURE

    once = mallory.entry("Once only")
    first = mallory.say(once)
    assert isinstance(first, Receipted)
    assert mallory.say(once) == first, "the same receipt, and nobody hears it twice"
    mallory.author.receipted(mallory.author.pending.hash, time.time())  # type: ignore[union-attr]
    assert isinstance(mallory.say(mallory.entry("The end")), Receipted)

    house.actors["Ana"].wait_for("chat_line", SOON, text="The end")
    assert read_by_ana(house) == ["Once only", "The end"]
    house.end()


def test_chat_while_nobody_may(house: House, mallory: RudeMember) -> None:
    house.service.say(type="rules", chat="nobody")
    mallory.wait_for(RulesChanged)
    assert refused(mallory.say(mallory.entry("All the same"))) is RefusalCode.NOT_ALLOWED
    house.service.say(type="suspend", member=mallory.me)
    house.service.say(type="rules", chat="everyone")
    mallory.wait_for(RulesChanged, holds=lambda told: told.rules.chat == "everyone")
    mallory.author.refused(mallory.author.pending.hash, time.time())  # type: ignore[union-attr]
    assert refused(mallory.say(mallory.entry("All the same"))) is RefusalCode.SUSPENDED
    house.actors["Ana"].say(type="chat", text="Peace")
    house.actors["Ana"].wait_for("chat_line", SOON, text="Peace", mine=True)
    assert read_by_ana(house) == []
    house.end()
