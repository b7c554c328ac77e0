"""Calling the host, appealing, reporting, refusing private messages."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.effects import Record
from peer.room.events import LineSilent
from peer.room.notices import AppealMade, AppealTaken, HostCalled, MemberChanged
from peer.room.requests import (
    Appeal,
    CallHost,
    ChangeRules,
    Leave,
    Mute,
    MuteGuest,
    RefusePrivateChat,
    ReportPerson,
    Resume,
    Suspend,
)
from peer.room.rights import OWN
from peer.room.values import RefusalCode, Right, Rules
from peer.room.voices import VOICES_LIMIT
from tests.room.builder import ALL_OWN, Room, a_hosted_meeting


def a_room() -> Room:
    return a_hosted_meeting(Rules(allowed=ALL_OWN)).with_cohost("Carl").with_member("Bo", "Lena")


def test_a_call_reaches_host_and_cohosts_and_nobody_else() -> None:
    room = a_room().with_console().asks("lena", CallHost())
    for host in ("hanna", "carl", "console"):
        assert room.heard(host, HostCalled) == [HostCalled("lena", room.now)]
    assert not room.told("bo")
    assert room.all(Record)[0].what == "call_host"


def test_one_call_a_minute() -> None:
    room = a_room().asks("lena", CallHost())
    assert room.after(59).asks("lena", CallHost()).refused is RefusalCode.NOT_YET
    assert room.after(1).asks("lena", CallHost()).refused is None


def test_who_is_paused_with_all_may_call_and_who_was_singled_out_may_not() -> None:
    room = a_room().asks("hanna", Suspend())
    assert room.asks("lena", CallHost()).refused is None
    assert room.asks("hanna", Suspend("bo")).asks("bo", CallHost()).refused is RefusalCode.SUSPENDED


def test_a_call_that_nobody_hears_is_said_to_be_so() -> None:
    room = a_hosted_meeting().with_member("Lena").happens(LineSilent("hanna"))
    assert room.asks("lena", CallHost()).refused is RefusalCode.NO_HOST_PRESENT


def test_an_appeal_against_each_order_about_oneself_once() -> None:
    room = a_room().asks("carl", Suspend("lena"))
    order = room.meeting.orders
    room.asks("lena", Appeal(order, "It was the dog."))
    assert room.heard("hanna", AppealMade) == [AppealMade("lena", "Lena", order, "It was the dog.", room.now)]
    assert room.heard("carl", AppealMade)
    assert not room.heard("bo", AppealMade)
    assert room.heard("lena", AppealTaken) == [AppealTaken(order)]
    assert room.asks("lena", Appeal(order, "Really.")).refused is RefusalCode.ALREADY_DONE
    room.asks("hanna", Resume("lena", OWN)).talking("lena").asks("carl", Mute("lena"))
    assert room.asks("lena", Appeal(room.meeting.orders, "Why?")).refused is None


def test_an_appeal_is_about_an_order_that_concerned_oneself() -> None:
    room = a_room().asks("carl", Suspend("bo"))
    assert room.asks("lena", Appeal(room.meeting.orders, "Free Bo")).refused is RefusalCode.NOT_ALLOWED
    assert room.asks("lena", Appeal(0, "?")).refused is RefusalCode.NOT_ALLOWED
    assert room.with_console().asks("console", Appeal(1, "?")).refused is RefusalCode.NOT_ALLOWED
    room.asks("hanna", Suspend())
    assert room.asks("lena", Appeal(room.meeting.orders, "I did nothing")).refused is None


def test_an_appeal_has_a_thousand_characters() -> None:
    room = a_room().asks("carl", Suspend("lena"))
    order = room.meeting.orders
    assert room.asks("lena", Appeal(order, " ")).refused is RefusalCode.MALFORMED
    assert room.asks("lena", Appeal(order, "x" * 1001)).refused is RefusalCode.OVERSIZED
    assert room.asks("lena", Appeal(order, "x" * 1000)).refused is None


def test_a_guest_appeals_too() -> None:
    room = a_room().with_guest("Max").asks("hanna", MuteGuest("max"))
    assert room.asks("max", Appeal(room.meeting.orders, "I was polite")).refused is None


def test_a_report_is_noted_once_for_each_pair() -> None:
    room = a_room().asks("lena", ReportPerson("bo"))
    noted = room.all(Record)[0]
    assert (noted.what, noted.about[0].name, noted.texts) == ("report_person", "Bo", {})
    assert not room.told("hanna")
    assert room.asks("lena", ReportPerson("bo")).refused is RefusalCode.ALREADY_DONE
    assert room.asks("lena", ReportPerson("carl")).refused is None
    assert room.asks("bo", Leave()).asks("carl", ReportPerson("bo")).refused is None
    assert room.asks("lena", ReportPerson("hanna")).refused is RefusalCode.HOST_IS_UNTOUCHABLE


def test_appeals_and_reports_are_bounded() -> None:
    room = a_room().asks("carl", Suspend("lena"))
    many = {(b"", number): None for number in range(VOICES_LIMIT)}
    reports = frozenset((b"", bytes([one % 256, one // 256])) for one in range(VOICES_LIMIT))
    room.meeting = replace(room.meeting, appeals=many, reports=reports)
    assert room.asks("lena", Appeal(room.meeting.orders, "one more")).refused is RefusalCode.BUSY
    assert room.asks("lena", ReportPerson("bo")).refused is RefusalCode.BUSY


def test_who_refuses_private_messages_gets_those_of_the_hosts_alone() -> None:
    room = a_room().asks("lena", RefusePrivateChat(True))
    assert room.heard("bo", MemberChanged)[0].member.refuses_private_chat
    assert room.says("bo", "lena").refused is RefusalCode.PRIVATE_CHAT_REFUSED
    assert room.says("carl", "lena").reached == ("lena",)
    assert room.says("lena", "bo").reached == ("bo",)
    before = room.meeting
    assert room.asks("lena", RefusePrivateChat(True)).meeting is before
    assert room.asks("lena", RefusePrivateChat(False)).says("bo", "lena").reached == ("lena",)


def test_private_messages_are_off_until_the_host_allows_them() -> None:
    room = a_hosted_meeting().with_member("Bo", "Lena")
    assert room.says("bo", "lena").refused is RefusalCode.NOT_ALLOWED
    room.asks("hanna", ChangeRules(allow=frozenset({Right.CHAT_PRIVATELY})))
    assert room.says("bo", "lena").refused is None
