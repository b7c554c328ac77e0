"""Every request by every role under every suspension and rule, against a table written by hand."""

from __future__ import annotations

import itertools

import pytest

from peer.room.asking import REQUESTS, may_ask
from peer.room.effects import Record
from peer.room.requests import (
    Admit,
    AdmitAll,
    AnyRequest,
    Appoint,
    AskToUnmute,
    ChangeRules,
    Decline,
    End,
    Leave,
    LowerHand,
    MakeInvite,
    Mute,
    MuteAll,
    PutBack,
    Remove,
    Resume,
    RevokeInvite,
    RotateLink,
    SetCamera,
    SetHand,
    SetMicrophone,
    StopCamera,
    Suspend,
)
from peer.room.rights import GRANTS, Whom, may, may_reach
from peer.room.values import RefusalCode, Right, Role, Rules
from tests.room.builder import ALL_OWN, Room, a_hosted_meeting

SEATED = frozenset({"member", "cohost", "host"})
HOSTS = frozenset({"cohost", "host", "console"})
EVERYBODY = frozenset({"guest", "member", "cohost", "host", "console"})

BY_ROLE: list[tuple[AnyRequest, frozenset[str]]] = [
    (SetMicrophone(True), SEATED),
    (SetMicrophone(False), SEATED),
    (SetCamera(True), SEATED),
    (SetCamera(False), SEATED),
    (SetHand(True), SEATED),
    (SetHand(False), SEATED),
    (Leave(), EVERYBODY),
    (Admit("gus"), HOSTS),
    (AdmitAll(("gus",)), HOSTS),
    (Decline("gus"), HOSTS),
    (PutBack("mia"), HOSTS),
    (Mute("mia"), HOSTS),
    (MuteAll(False), HOSTS),
    (AskToUnmute("mia"), HOSTS),
    (StopCamera("mia"), HOSTS),
    (LowerHand("mia"), HOSTS),
    (LowerHand(), HOSTS),
    (ChangeRules(locked=True), HOSTS),
    (Suspend("mia"), HOSTS),
    (Suspend(), HOSTS),
    (Resume("mia", ALL_OWN), HOSTS),
    (Resume(None, ALL_OWN), HOSTS),
    (Remove("mia"), HOSTS),
    (Remove("gus"), HOSTS),
    (Appoint("mia", True), frozenset({"host", "console"})),
    (RotateLink(), HOSTS),
    (MakeInvite("Noor"), HOSTS | {"member"}),
    (RevokeInvite(7), HOSTS),
    (End(), frozenset({"host", "console"})),
]
"""A request, and the roles that may ask for it while nothing is suspended and the rules allow everything."""

ALWAYS = (Leave(),)
GIVES_UP = (SetMicrophone(False), SetCamera(False), SetHand(False))
RULED = (SetMicrophone(True), SetCamera(True), SetHand(True), MakeInvite("Noor"))
"""What the rules can keep from a member (and from nobody else)."""

PEOPLE = {"guest": "guest", "member": "bo", "cohost": "carl", "host": "hanna", "console": "console"}


def a_house(suspended: str, rules: Rules) -> Room:
    room = (
        a_hosted_meeting(rules)
        .with_cohost("Carl")
        .with_member("Bo", "Mia")
        .with_guest("Guest", "Gus")
        .with_console()
    )
    if suspended == "own":
        room.asks("hanna", Suspend("carl")).asks("hanna", Suspend("bo"))
    if suspended == "everyone":
        room.asks("hanna", Suspend())
    return room


def is_expected(request: AnyRequest, role: str, suspended: str, allowed: bool, roles: frozenset[str]) -> bool:
    if role not in roles:
        return False
    if request in ALWAYS or request in GIVES_UP:
        return True
    if suspended == "own" and role in ("member", "cohost"):
        return False
    return role != "member" or (allowed and suspended != "everyone")


@pytest.mark.parametrize("suspended", ["nobody", "own", "everyone"])
@pytest.mark.parametrize("allowed", [True, False])
def test_who_may_ask_for_what(suspended: str, allowed: bool) -> None:
    room = a_house(suspended, Rules(allowed=ALL_OWN if allowed else frozenset()))
    start = room.meeting
    for (request, roles), role in itertools.product(BY_ROLE, PEOPLE):
        room.meeting = start
        room.asks(PEOPLE[role], request)
        expected = is_expected(request, role, suspended, allowed, roles)
        assert (room.refused is None) is expected, (request, role)
        assert (may_ask(start, PEOPLE[role], request) is None) is expected
        assert expected or room.meeting is start
        is_order = REQUESTS[type(request)].is_order
        assert bool(room.all(Record)) is is_order
        assert not is_order or (room.all(Record)[0].refusal is None) is expected


def test_the_table_knows_every_request_and_the_rules_reach_what_they_should() -> None:
    assert {type(request) for request, _ in BY_ROLE} == set(REQUESTS)
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
        ("gus", Whom.GUEST_OR_SUBORDINATE, None),
        ("mia", Whom.GUEST, RefusalCode.NOT_WAITING),
        ("hanna", Whom.MEMBER, None),
        ("hanna", Whom.NOT_THE_HOST, RefusalCode.HOST_IS_UNTOUCHABLE),
        ("carl", Whom.NOT_THE_HOST, None),
        ("carl", Whom.SUBORDINATE, RefusalCode.NOT_ALLOWED),
        ("mia", Whom.SUBORDINATE, None),
    ],
)
def test_whom_an_order_of_a_cohost_reaches(whom: str, reach: Whom, code: RefusalCode | None) -> None:
    room = a_house("nobody", Rules()).with_cohost("Cleo")
    refusal = may_reach(room.meeting, "cleo", whom, reach)
    assert (refusal.code if refusal else None) is code


def test_every_right_is_somebodys() -> None:
    assert GRANTS[Role.HOST] == frozenset(Right)
    assert GRANTS[Role.MEMBER] < GRANTS[Role.COHOST] < GRANTS[Role.HOST]
