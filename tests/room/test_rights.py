"""Every request by every role under every suspension and rule, against a table written by hand."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest

from peer.room import requests as ask
from peer.room.asking import REQUESTS, may_ask
from peer.room.effects import Record
from peer.room.reach import Whom, may_reach
from peer.room.requests import (
    AnyRequest,
    Appoint,
    End,
    HandOver,
    Leave,
    SetCamera,
    SetHand,
    SetMicrophone,
    Suspend,
)
from peer.room.rights import DELEGABLE, GIVABLE, GRANTS, OWN, may
from peer.room.values import Preset, RefusalCode, Right, Role, Rules
from tests.room.builder import ALL_OWN, Room, a_hosted_meeting

SEATED = frozenset({"member", "cohost", "chair", "host"})
DECIDING = frozenset({"chair", "host", "console"})
HOSTS = DECIDING | {"cohost"}
THE_HOST = frozenset({"host", "console"})
EVERYBODY = frozenset({"guest", "member", "cohost", "chair", "host", "console"})

BY_ROLE: list[tuple[AnyRequest, frozenset[str]]] = [
    (SetMicrophone(True), SEATED),
    (SetMicrophone(False), SEATED),
    (SetCamera(True), SEATED),
    (SetCamera(False), SEATED),
    (SetHand(True), SEATED),
    (SetHand(False), SEATED),
    (Leave(), EVERYBODY),
    (ask.RefusePrivateChat(True), SEATED),
    (ask.CallHost(), SEATED),
    (ask.ReportPerson(), EVERYBODY),
    (ask.ReportPerson("mia"), EVERYBODY - {"guest"}),
    (ask.ShowLink(), SEATED | {"console"}),
    (ask.Admit("gus"), HOSTS),
    (ask.AdmitAll(("gus",)), HOSTS),
    (ask.Decline("gus"), HOSTS),
    (ask.MuteGuest("gus"), HOSTS),
    (ask.SetBypass(True, "mia"), HOSTS),
    (ask.SetBypass(True, invite=7), HOSTS),
    (ask.SetWaitingRoom("Welcome", b"picture"), HOSTS),
    (ask.PutBack("mia"), HOSTS),
    (ask.Mute("mia"), HOSTS),
    (ask.MuteAll(False), HOSTS),
    (ask.AskToUnmute("mia"), HOSTS),
    (ask.AskForCamera("mia"), HOSTS),
    (ask.StopCamera("mia"), HOSTS),
    (ask.LowerHand("mia"), HOSTS),
    (ask.LowerHand(), HOSTS),
    (ask.Spotlight("mia"), HOSTS),
    (ask.RenameMember("mia", "Mia M"), HOSTS),
    (ask.SetRight("mia", Right.SHARE, True), HOSTS),
    (ask.SetRight("zoe", Right.UNBAN, True), DECIDING),
    (ask.ChangeRules(locked=True), HOSTS),
    (ask.UsePreset(Preset.CLASS), HOSTS),
    (Suspend("mia"), HOSTS),
    (Suspend(), HOSTS),
    (Suspend(cohosts=True), DECIDING),
    (ask.ShowMessages("mia"), HOSTS),
    (ask.ShowMessages(), HOSTS),
    (ask.Resume("mia", ALL_OWN), HOSTS),
    (ask.Resume(None, ALL_OWN), HOSTS),
    (ask.Remove("mia"), HOSTS),
    (ask.Remove("gus"), HOSTS),
    (ask.Remove("zoe"), DECIDING),
    (ask.Mute("zoe"), DECIDING),
    (Suspend("zoe"), DECIDING),
    (ask.RefuseDevice("mia"), HOSTS),
    (ask.Unban("ida"), DECIDING),
    (Appoint("mia", True), DECIDING),
    (HandOver("zoe"), THE_HOST),
    (HandOver(), THE_HOST),
    (ask.RotateLink(), HOSTS),
    (ask.MakeInvite("Noor"), DECIDING),
    (ask.RevokeInvite(7), DECIDING),
    (ask.ListInvites(), DECIDING),
    (End(), DECIDING),
]
"""A request, and the roles that may ask for it while nothing is suspended and the rules allow everything."""

ELSEWHERE = {ask.Appeal, ask.ExplainSuspension, ask.Undo, ask.UndoOrder}
"""What depends on what happened before has tests of its own."""

ALWAYS = (Leave(), ask.RefusePrivateChat(True), ask.ReportPerson(), ask.ReportPerson("mia"))
SEEN_LATER = (
    ask.CallHost(),
    ask.RefusePrivateChat(True),
    ask.SetRight("zoe", Right.UNBAN, True),
    Suspend(cohosts=True),
)
"""Refused not by the table of rights but by what is asked."""
GIVES_UP = (SetMicrophone(False), SetCamera(False), SetHand(False))
RULED = (SetMicrophone(True), SetCamera(True), SetHand(True), ask.ShowLink())
"""What the rules can keep from a member (and from nobody else)."""

PEOPLE = {
    "guest": "guest",
    "member": "bo",
    "cohost": "carl",
    "chair": "cleo",
    "host": "hanna",
    "console": "console",
}


def a_house(suspended: str, rules: Rules) -> Room:
    room = (
        a_hosted_meeting(rules)
        .with_cohost("Carl")
        .with_cohost("Zoe")
        .with_cohost("Cleo")
        .asks("hanna", HandOver("cleo"))
        .with_member("Ida", "Bo", "Mia")
        .asks("hanna", ask.Remove("ida"))
        .asks("hanna", ask.ChangeRules(open_link=True))
        .with_guest("Guest", "Gus")
        .with_console()
    )
    if suspended == "own":
        for id_ in ("carl", "cleo", "bo"):
            room.asks("hanna", Suspend(id_))
    if suspended == "everyone":
        room.asks("hanna", Suspend())
    if suspended == "cohosts too":
        room.asks("hanna", Suspend(cohosts=True))
    return room


def is_expected(request: AnyRequest, role: str, suspended: str, allowed: bool, roles: frozenset[str]) -> bool:
    if role not in roles:
        return False
    if request in ALWAYS or request in GIVES_UP:
        return True
    if request == ask.CallHost():
        return suspended != "own" or role == "host"
    if suspended == "own" and role in ("member", "cohost", "chair"):
        return False
    if suspended == "cohosts too" and role == "cohost":
        return False
    return role != "member" or request not in RULED or (allowed and suspended in ("nobody", "own"))


@pytest.mark.parametrize("suspended", ["nobody", "own", "everyone", "cohosts too"])
@pytest.mark.parametrize("allowed", [True, False])
def test_who_may_ask_for_what(suspended: str, allowed: bool) -> None:
    room = a_house(suspended, Rules(allowed=ALL_OWN if allowed else frozenset()))
    start = room.meeting
    for (request, roles), role in itertools.product(BY_ROLE, PEOPLE):
        room.meeting = start
        room.asks(PEOPLE[role], request)
        expected = is_expected(request, role, suspended, allowed, roles)
        assert (room.refused is None) is expected, (request, role)
        assert (may_ask(start, PEOPLE[role], request) is None) is expected or request in SEEN_LATER
        assert expected or room.meeting is start
        is_order = REQUESTS[type(request)].is_order
        assert bool(room.all(Record)) is is_order
        assert not is_order or (room.all(Record)[0].refusal is None) is expected


def test_the_table_knows_every_request_and_the_rules_reach_what_they_should() -> None:
    assert {type(request) for request, _ in BY_ROLE} == set(REQUESTS) - ELSEWHERE
    assert set(get_args(AnyRequest)) == {*REQUESTS, ask.DeleteMessage}
    assert all(REQUESTS[type(request)].needs for request in RULED)


def test_a_stranger_may_nothing() -> None:
    room = a_house("nobody", Rules())
    for request, _ in BY_ROLE:
        assert room.asks("stranger", request).refused is RefusalCode.NO_SUCH_PERSON


@pytest.mark.parametrize("right", [Right.LEAVE, Right.REPORT, Right.APPEAL])
def test_leave_report_and_appeal_can_never_be_taken(right: Right) -> None:
    room = a_house("own", Rules(allowed=frozenset())).asks("hanna", Suspend())
    for person in PEOPLE.values():
        assert may(room.meeting, person, right) is None


def test_refusals_say_why() -> None:
    room = a_house("own", Rules())
    assert may(room.meeting, "bo", Right.CHAT).code is RefusalCode.SUSPENDED  # type: ignore[union-attr]
    assert may(room.meeting, "mia", Right.SHARE).code is RefusalCode.NOT_ALLOWED  # type: ignore[union-attr]
    assert may(room.meeting, "gus", Right.CHAT).code is RefusalCode.NOT_A_MEMBER  # type: ignore[union-attr]
    assert may(room.meeting, "who", Right.CHAT).code is RefusalCode.NO_SUCH_PERSON  # type: ignore[union-attr]
    assert may(room.meeting, "console", Right.CHAT).code is RefusalCode.NOT_ALLOWED  # type: ignore[union-attr]
    over = room.asks("hanna", End()).meeting
    assert may(over, "hanna", Right.LEAVE).code is RefusalCode.ENDED  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("whom", "reach", "code"),
    [
        ("nobody", Whom.MEMBER, RefusalCode.NO_SUCH_PERSON),
        ("gus", Whom.MEMBER, RefusalCode.NOT_A_MEMBER),
        ("gus", Whom.GUEST, None),
        ("gus", Whom.ANYBODY_BELOW, None),
        ("mia", Whom.GUEST, RefusalCode.NOT_WAITING),
        ("hanna", Whom.MEMBER, None),
        ("hanna", Whom.SUBORDINATE, RefusalCode.HOST_IS_UNTOUCHABLE),
        ("hanna", Whom.ANYBODY, RefusalCode.HOST_IS_UNTOUCHABLE),
        ("zoe", Whom.SUBORDINATE, RefusalCode.NOT_ALLOWED),
        ("zoe", Whom.ANYBODY, None),
        ("cleo", Whom.SUBORDINATE, RefusalCode.NOT_ALLOWED),
        ("carl", Whom.SUBORDINATE, RefusalCode.NOT_ALLOWED),
        ("mia", Whom.SUBORDINATE, None),
        ("ida", Whom.REMOVED, None),
        ("mia", Whom.REMOVED, RefusalCode.NO_SUCH_PERSON),
        ("max", Whom.ANYBODY_BELOW, None),
        ("max", Whom.SUBORDINATE, RefusalCode.NO_SUCH_PERSON),
        ("cora", Whom.ANYBODY_BELOW, RefusalCode.NOT_ALLOWED),
    ],
)
def test_whom_an_order_of_a_cohost_reaches(whom: str, reach: Whom, code: RefusalCode | None) -> None:
    room = a_house("nobody", Rules()).with_cohost("Cora").with_member("Max")
    room.asks("cora", Leave()).asks("max", Leave())
    refusal = may_reach(room.meeting, "carl", whom, reach)
    assert (refusal.code if refusal else None) is code


def test_a_guest_learns_of_nobody_whether_they_are_here() -> None:
    room = a_house("nobody", Rules())
    for whom in ("mia", "nobody"):
        assert may_reach(room.meeting, "gus", whom, Whom.ANYBODY).code is RefusalCode.NOT_A_MEMBER  # type: ignore[union-attr]


def test_a_host_who_left_is_still_the_host() -> None:
    room = a_house("nobody", Rules()).asks("hanna", Leave())
    assert room.asks("cleo", ask.Remove("hanna")).refused is RefusalCode.HOST_IS_UNTOUCHABLE


def test_every_right_is_somebodys() -> None:
    assert GRANTS[Role.HOST] == frozenset(Right)
    assert GRANTS[Role.MEMBER] < GRANTS[Role.COHOST] < GRANTS[Role.CHAIR] < GRANTS[Role.HOST]
    assert not GRANTS[Role.COHOST] & DELEGABLE
    assert GIVABLE[Role.MEMBER] == OWN
