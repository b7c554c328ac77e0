"""Chat, names, pictures and reactions: whom an entry reaches."""

from __future__ import annotations

import pytest

from peer.room.effects import PassOn
from peer.room.events import LineSilent, Said
from peer.room.notices import MemberChanged
from peer.room.requests import Admit, ChangeRules, Leave, Suspend
from peer.room.values import ChatScope, RefusalCode, Right, Rules
from tests.room.builder import ALL_OWN, Room, a_hosted_meeting, a_meeting

PRIVATE = Rules(allowed=ALL_OWN)


def a_talk(rules: Rules | None = None) -> Room:
    return a_hosted_meeting(rules).with_cohost("Carl").with_member("Bo", "Lena").with_guest("Max")


def test_a_line_for_everyone_reaches_every_member_and_no_guest() -> None:
    room = a_talk().says("lena")
    assert room.all(PassOn) == [PassOn(1, "lena", ("hanna", "carl", "bo"))]


def test_a_line_misses_those_who_are_away() -> None:
    assert a_talk().happens(LineSilent("bo")).says("lena").reached == ("hanna", "carl")


def test_a_line_for_the_host_reaches_host_and_cohosts() -> None:
    assert a_talk().says("lena", "host").reached == ("hanna", "carl")
    room = a_hosted_meeting().with_member("Lena").asks("hanna", Leave()).says("lena", "host")
    assert room.refused is RefusalCode.NO_HOST_PRESENT


def test_private_chat_needs_its_right_unless_a_host_is_in_it() -> None:
    room = a_talk()
    assert room.says("lena", "bo").refused is RefusalCode.NOT_ALLOWED
    assert room.says("lena", "hanna").reached == ("hanna",)
    assert room.says("lena", "carl").reached == ("carl",)
    assert room.says("carl", "bo").reached == ("bo",)
    assert a_talk(PRIVATE).says("lena", "bo").reached == ("bo",)


@pytest.mark.parametrize("to", ["lena", "nobody", "max", "console"])
def test_a_private_line_needs_a_member_who_reads(to: str) -> None:
    assert a_talk(PRIVATE).with_console().says("lena", to).refused is RefusalCode.NO_SUCH_PERSON


def test_chat_with_the_host_only() -> None:
    room = a_talk(Rules(chat=ChatScope.HOST, allowed=ALL_OWN))
    assert room.says("lena").refused is RefusalCode.NOT_ALLOWED
    assert room.says("lena", "bo").refused is RefusalCode.NOT_ALLOWED
    assert room.says("lena", "host").reached == ("hanna", "carl")
    assert room.says("carl").reached == ("hanna", "bo", "lena")


def test_chat_with_nobody() -> None:
    room = a_talk(Rules(chat=ChatScope.NOBODY))
    assert room.says("lena", "host").refused is RefusalCode.NOT_ALLOWED
    assert room.says("hanna").reached == ("carl", "bo", "lena")


def test_a_suspended_member_writes_to_nobody() -> None:
    room = a_talk().asks("hanna", Suspend("lena"))
    assert room.says("lena").refused is RefusalCode.SUSPENDED
    assert room.says("lena", "host").refused is RefusalCode.SUSPENDED


def test_a_guest_writes_to_the_host_and_to_nobody_else() -> None:
    room = a_talk().says("max", "host")
    assert room.all(PassOn) == [PassOn(1, "max", ("hanna", "carl"), talk="max")]
    for to in (None, "lena", "hanna"):
        assert room.says("max", to).refused is RefusalCode.NOT_A_MEMBER
    assert room.says("max", kind="name", to="host").refused is RefusalCode.NOT_A_MEMBER
    assert a_meeting().with_guest("Max").says("max", "host").refused is RefusalCode.NO_HOST_PRESENT


def test_a_guest_writes_five_lines_until_answered() -> None:
    room = a_talk()
    for _ in range(5):
        assert room.says("max", "host").refused is None
    before = room.meeting
    assert room.says("max", "host").refused is RefusalCode.NOT_YET
    assert room.meeting is before
    room.says("carl", "max")
    assert room.all(PassOn) == [PassOn(1, "carl", ("max", "hanna"), talk="max")]
    assert room.says("max", "host").refused is None
    assert room.says("hanna", "max").meeting.guests["max"].unanswered == 0


def test_a_new_name_is_clean_and_shown() -> None:
    renaming = Rules(allowed=ALL_OWN)
    room = a_talk(renaming).says("lena", kind="name", text="Lena  B ")
    assert room.reached == ("hanna", "carl", "bo")
    assert room.heard("bo", MemberChanged)[0].member.name == "Lena B"
    assert room.says("lena", kind="name", text="Lena B").reached == ("hanna", "carl", "bo")
    assert not room.heard("bo", MemberChanged)
    assert room.says("lena", kind="name", text="a\nb").refused is RefusalCode.MALFORMED
    assert room.says("lena", kind="name", to="bo").refused is RefusalCode.MALFORMED
    assert a_talk().says("lena", kind="name", text="Eve").refused is RefusalCode.NOT_ALLOWED


def test_reactions_and_pictures() -> None:
    room = a_talk()
    assert room.says("lena", kind="reaction", text="+1").reached == ("hanna", "carl", "bo")
    assert room.says("lena", kind="picture").refused is RefusalCode.NOT_ALLOWED
    room.asks("hanna", ChangeRules(pictures_hidden=False))
    assert room.says("lena", kind="picture").reached == ("hanna", "carl", "bo")
    room.with_guest("Noor", known=True).asks("hanna", Admit("noor")).asks(
        "hanna", ChangeRules(pictures_hidden=True)
    )
    assert room.says("noor", kind="picture").refused is None
    room.asks("hanna", ChangeRules(forbid=frozenset({Right.REACT})))
    assert room.says("lena", kind="reaction").refused is RefusalCode.NOT_ALLOWED


def test_an_unknown_kind_is_refused_by_name() -> None:
    assert a_talk().says("lena", kind="stroke").refused is RefusalCode.UNKNOWN_MESSAGE


def test_a_name_that_cannot_be_one_is_not_taken() -> None:
    assert a_talk(PRIVATE).says("lena", kind="name", text="x\ny").refused is RefusalCode.MALFORMED


@pytest.mark.parametrize("kind", ["chat", "name"])
def test_who_is_not_here_says_nothing(kind: str) -> None:
    assert a_talk().happens(Said("nobody", 1, kind, None)).refused is RefusalCode.NO_SUCH_PERSON


def test_a_picture_goes_to_all_or_to_one_who_came_later() -> None:
    room = a_talk(Rules(allowed=frozenset({Right.PICTURE}), pictures_hidden=False))
    assert room.says("lena", kind="picture").reached == ("hanna", "carl", "bo")
    assert room.says("lena", "bo", kind="picture").reached == ("bo",)
    for nobody in ("lena", "max", "nobody", "host"):
        assert room.says("lena", nobody, kind="picture").refused is RefusalCode.NO_SUCH_PERSON
    assert room.meeting.members["lena"].sent[-1].kind == "picture"
    assert room.meeting.members["lena"].sent[-1].count == 1
    assert (
        room.asks("hanna", Suspend("lena")).says("lena", "bo", kind="picture").refused
        is RefusalCode.SUSPENDED
    )
