"""Removal, last words, attempts, and taking it back."""

from __future__ import annotations

import pytest

from peer.room.effects import (
    CloseLink,
    NoteNetwork,
    NoteRemoval,
    Record,
    RevokeInviteNumber,
    SaveState,
    WakeAt,
)
from peer.room.effects import (
    Unban as UnbanEffect,
)
from peer.room.events import LineSilent, TimePassed
from peer.room.last_words import LINES_LIMIT, OPEN_FOR
from peer.room.notices import (
    AppealMade,
    AppealTaken,
    Ended,
    MemberLeft,
    Removals,
    RemovalView,
    RemovedFromMeeting,
)
from peer.room.requests import (
    Admit,
    Appeal,
    End,
    Leave,
    Mute,
    RefuseDevice,
    Remove,
    ReportPerson,
    SetBypass,
    SetMicrophone,
    SetRight,
    Unban,
)
from peer.room.values import RefusalCode, Right
from tests.room.builder import PERSONAL, Room, a_hosted_meeting, identity_of, knock

WORDS = ("may_report", "may_appeal")


def a_removal() -> Room:
    """Lena was just removed by Hanna."""
    room = a_hosted_meeting().with_member("Bo", "Lena").talking("lena")
    return room.asks("hanna", Remove("lena", "spam"))


def order(room: Room) -> int:
    return room.meeting.orders


def views(room: Room) -> tuple[RemovalView, ...]:
    return room.heard("hanna", Removals)[-1].removals


def test_who_is_removed_may_hand_in_one_report_and_one_appeal_and_then_the_line_closes() -> None:
    room = a_removal()
    told = room.heard("lena", RemovedFromMeeting)[0]
    assert (told.may_report, told.may_appeal, told.order) == (True, True, order(room))
    assert not room.all(CloseLink)
    assert room.heard("bo", MemberLeft) == [MemberLeft("lena", "removed")]
    room.asks("lena", Appeal(order(room), "  It was not me.  "))
    assert room.heard("lena", AppealTaken) == [AppealTaken(order(room))]
    assert room.heard("hanna", AppealMade) == [
        AppealMade("lena", "Lena", order(room), "It was not me.", room.now)
    ]
    assert room.all(Record)[0].texts == {"text": "  It was not me.  "}
    assert room.all(Record)[0].by.role == "removed"
    assert room.asks("lena", Appeal(order(room), "again")).refused is RefusalCode.ALREADY_DONE
    assert room.asks("lena", ReportPerson()).all(CloseLink)[0].person == "lena"
    assert not room.meeting.last_words


def test_a_removed_person_gets_nothing_else() -> None:
    room = a_removal()
    for request in (SetMicrophone(True), Mute("bo")):
        assert room.asks("lena", request).refused is RefusalCode.REMOVED
    assert room.asks("lena", ReportPerson("bo")).refused is RefusalCode.NOT_A_MEMBER
    assert room.says("lena").refused is RefusalCode.REMOVED
    assert not room.says("bo").told("lena")
    assert "lena" not in room.says("bo").reached


def test_the_line_of_last_words_ends_by_leaving_by_silence_and_after_a_while() -> None:
    assert a_removal().asks("lena", Leave()).all(CloseLink)[0].person == "lena"
    assert a_removal().happens(LineSilent("lena", closed=True)).all(CloseLink)[0].person == "lena"
    room = a_removal()
    assert room.all(WakeAt) == [WakeAt(room.now + OPEN_FOR)]
    assert room.after(OPEN_FOR).happens(TimePassed()).all(CloseLink)[0].person == "lena"
    room = a_removal().asks("hanna", End())
    assert room.heard("lena", Ended)
    assert [effect.person for effect in room.all(CloseLink)].count("lena") == 1


def test_only_so_many_lines_are_kept_open() -> None:
    room = a_hosted_meeting()
    for number in range(LINES_LIMIT + 1):
        room.with_guest(f"Guest {number}", known=True).asks("hanna", Remove(f"guest {number}"))
    assert room.all(CloseLink)
    assert room.heard(f"guest {LINES_LIMIT}", RemovedFromMeeting)[0].may_appeal is False


def test_who_comes_back_is_counted_and_the_hosts_see_it_now_and_then() -> None:
    room = a_removal().asks("lena", Appeal(2, "no")).asks("lena", Leave())
    for number in range(3):
        room.happens(knock("Lena", f"again{number}", name="Somebody"))
        assert bool(room.heard("hanna", Removals)) is (number == 0)
        assert room.heard(f"again{number}", RemovedFromMeeting)
        assert not room.all(SaveState)
    assert len(room.meeting.last_words) == 1
    assert room.all(CloseLink)[0].person == "again1"
    room.after(10).happens(knock("Lena", "later", name="Somebody else"))
    [view] = views(room)
    assert (view.attempts, view.attempted_as, view.attempted_at) == (4, "Somebody else", room.now)
    room.asks("later", ReportPerson()).asks("later", Appeal(order(room), "no"))
    room.happens(knock("Lena", "last"))
    assert room.all(CloseLink)[0].person == "last"


def test_who_left_just_before_is_removed_all_the_same() -> None:
    room = a_hosted_meeting().with_member("Lena", invite=PERSONAL).asks("lena", Leave())
    room.asks("hanna", Remove("lena", everywhere=True))
    assert room.all(NoteRemoval) == [NoteRemoval(identity_of("Lena"), everywhere=True, lost=False)]
    assert room.all(RevokeInviteNumber) == [RevokeInviteNumber(7)]
    assert room.all(Record)[0].about[0].role == "gone"
    assert room.happens(knock("Lena", "lena2")).heard("lena2", RemovedFromMeeting)
    room = a_hosted_meeting().with_member("Lena").asks("lena", Leave()).after(601).with_member("Bo")
    assert room.asks("hanna", Remove("lena")).refused is RefusalCode.NO_SUCH_PERSON


def test_a_removal_takes_every_invite_and_bypass_of_the_identity() -> None:
    room = a_hosted_meeting().with_member("Lena", invite=PERSONAL).asks("hanna", SetBypass(True, "lena"))
    room.asks("hanna", SetBypass(True, invite=7)).asks("lena", Leave())
    room.happens(knock("Lena", "lena2")).asks("hanna", Remove("lena2"))
    assert room.all(RevokeInviteNumber) == [RevokeInviteNumber(7)]
    assert room.all(NoteNetwork) == [NoteNetwork("lena2")]
    assert (room.meeting.bypass_people, room.meeting.bypass_invites) == ({}, frozenset())
    assert room.asks("hanna", SetBypass(True, "lena2")).refused is RefusalCode.NO_SUCH_PERSON


def test_a_lost_device_is_refused_everywhere_and_makes_nobody_suspect() -> None:
    room = a_hosted_meeting().with_cohost("Carl").with_member("Lena").asks("hanna", RefuseDevice("lena"))
    assert room.all(NoteRemoval) == [NoteRemoval(identity_of("Lena"), everywhere=True, lost=True)]
    assert not room.all(NoteNetwork)
    assert not room.meeting.rules.guarded
    assert views(room)[0].device_lost


def test_unban() -> None:
    room = a_removal().asks("hanna", Unban("lena"))
    assert room.all(UnbanEffect) == [UnbanEffect(identity_of("Lena"))]
    assert room.all(CloseLink)[0].person == "lena"
    assert views(room) == ()
    assert room.all(Record)[0].about[0].name == "Lena"
    assert room.happens(knock("Lena", "lena2")).meeting.guests
    assert room.asks("hanna", Unban("lena")).refused is RefusalCode.NO_SUCH_PERSON


def test_who_was_banned_in_an_earlier_meeting_is_refused_and_shown() -> None:
    room = a_hosted_meeting().happens(knock("Lena", banned=True, earlier_removals=1))
    assert room.all(CloseLink)[0].person == "lena"
    assert not room.all(NoteRemoval)
    assert views(room)[0].everywhere
    room.happens(knock("Lena", "lena2", banned=True))
    assert room.asks("hanna", Unban("lena")).all(UnbanEffect)
    room.happens(knock("Lena", "lena3", earlier_removals=1)).happens(knock("Lena", "lena4", banned=True))
    assert room.meeting.guests.keys() == {"lena4"}
    room.happens(knock("Lena", "lena3", earlier_removals=1))
    assert room.meeting.guests["lena3"].who.earlier_removals == 1


@pytest.mark.parametrize("order_", [Remove, RefuseDevice])
def test_a_cohost_removes_three_people_in_a_minute(order_: type[Remove]) -> None:
    room = a_hosted_meeting().with_cohost("Carl").with_member("A", "B", "C", "D")
    for who in ("a", "b", "c"):
        assert room.after(10).asks("carl", order_(who)).refused is None
    assert room.asks("carl", order_("d")).refused is RefusalCode.NOT_YET
    assert room.refusal is not None
    assert room.refusal.parameters == {"seconds": 41}
    assert room.asks("hanna", SetRight("carl", Right.REMOVE_FREELY, True)).refused is None
    assert room.asks("carl", order_("d")).refused is None


def test_a_cohost_may_remove_again_after_a_minute_and_after_the_clock_was_set_back() -> None:
    room = a_hosted_meeting().with_cohost("Carl").with_member("A", "B", "C", "D", "E")
    for who in ("a", "b", "c"):
        room.asks("carl", Remove(who))
    assert room.after(60).asks("carl", Remove("d")).refused is None
    assert room.after(-5000).asks("carl", Remove("e")).refused is None


def test_a_host_who_comes_in_sees_who_was_removed() -> None:
    room = a_removal().happens(knock("Hanna", "hanna2"))
    assert room.heard("hanna2", Removals)[0].removals[0].reason == "spam"
    room = a_removal().asks("lena", Appeal(3, "no")).with_console()
    assert room.heard("console", Removals)
    assert [one.text for one in room.heard("console", AppealMade)] == ["no"]


def test_admitting_somebody_does_not_lift_a_removal() -> None:
    room = a_removal().happens(knock("Lena", "lena2"))
    assert room.asks("hanna", Admit("lena2")).refused is RefusalCode.NO_SUCH_PERSON
