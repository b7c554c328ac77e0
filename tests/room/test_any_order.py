"""Whatever happens in whatever order, some things always hold."""

from __future__ import annotations

import math
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from peer.room.admitting import needs_no_wait
from peer.room.asking import REQUESTS
from peer.room.decide import decide
from peer.room.differences import open_gates
from peer.room.effects import (
    AnyEffect,
    CloseGates,
    ConnectMedia,
    EndMeeting,
    MoveLink,
    OpenGates,
    PassOn,
    Record,
    RefuseEntry,
    RefuseReturn,
    Send,
    Tell,
    WakeAt,
    Welcome,
)
from peer.room.events import (
    AnyEvent,
    Asked,
    ConsoleClosed,
    ConsoleOpened,
    Judged,
    Knocked,
    LineSilent,
    LineSpoke,
    MediaLost,
    MediaUp,
    PathSeen,
    Returned,
    Said,
    ServiceRestarted,
    TimePassed,
)
from peer.room.meeting import Meeting
from peer.room.notices import (
    FOR_GUESTS,
    AppealMade,
    AppealTaken,
    GuestArrived,
    GuestChanged,
    LastMinute,
    MemberChanged,
    MemberLeft,
    Refused,
    Removals,
    Spotlighted,
    Strangers,
    WaitingRoom,
)
from peer.room.people import Guest, NoMedia, Silent
from peer.room.requests import (
    Admit,
    AdmitAll,
    Appeal,
    DeleteMessage,
    End,
    ExplainSuspension,
    Leave,
    Request,
    SetCamera,
    SetHand,
    SetMicrophone,
    Undo,
    UndoOrder,
)
from peer.room.rights import INALIENABLE, OWN, RIGHT_OF_TRACK, effective, may, somebody_admits
from peer.room.saved import from_state, to_state
from peer.room.settle import settle
from peer.room.talk import SHOWN_TO_ALL
from peer.room.values import ChatScope, PersonId, Right, Role, Rules
from peer.room.views import card_of, cards, roster, waiting
from tests.room.builder import HOME, OPEN, PERSONAL, TOR, VPN
from tests.room.test_rights import BY_ROLE

NAMES = ("Hanna", "Bo", "Lena", "Carl", "Hаnna", "x\ny")
ORDERS = [
    *(request for request, _ in BY_ROLE if not isinstance(request, End | Leave)),
    *(Undo(), DeleteMessage(1), ExplainSuspension("mia", "why", True, True), ExplainSuspension(None, "why")),
    *(UndoOrder(number) for number in (1, 2, 3, 5, 8, 13)),
    *(Appeal(number, "no") for number in (1, 2, 3, 5, 8)),
]
HOST = b"identity 0"

people = st.integers(0, 11)
requests = st.sampled_from(ORDERS)
rights = st.frozensets(st.sampled_from(list(Right)))
rules_of_a_meeting = st.builds(
    Rules,
    waiting_room=st.booleans(),
    locked=st.just(False),
    chat=st.sampled_from(ChatScope),
    pictures_hidden=st.booleans(),
    member_limit=st.integers(2, 5),
    guest_limit=st.integers(1, 4),
    allowed=st.one_of(st.just(OWN), rights),
)


class AnyOrder(RuleBasedStateMachine):
    """A meeting to which anything happens. People are named by their place among all who ever knocked."""

    @initialize(rules=rules_of_a_meeting, fence=st.booleans(), has_run_file=st.booleans())
    def begin(self, rules: Rules, fence: bool, has_run_file: bool) -> None:
        self.now = 0.0
        self.ids: list[PersonId] = ["console", "nobody"]
        self.meeting = Meeting.new(
            "t", "d", HOST, rules, now=self.now, has_run_file=has_run_file, fence_on=fence
        )
        self.identities: dict[PersonId, bytes] = {}
        self.owners: dict[int, bytes] = {}
        self.knock(0, None, False)

    def person(self, number: int) -> PersonId:
        """Mostly somebody who is here, or was."""
        here = [*self.meeting.members, *self.meeting.guests]
        return (here + self.ids)[number % (len(here) + len(self.ids))]

    def happens(self, event: AnyEvent) -> None:
        before = self.meeting
        after, effects = decide(before, event, self.now)
        self.meeting = after
        nobody_comes_in_without_admission(before, event, after)
        gates_open_by_their_own_people_alone(before, event, after)
        gates_follow_effects(before, effects, after)
        a_refusal_changes_nothing(before, effects, after)
        guests_are_told_nothing_of_the_meeting(effects, after)
        the_host_is_untouchable(before, event, after)
        links_move_for_their_own_people_alone(before, event, effects)
        every_order_had_its_rights(before, event, effects)
        of_the_suspended_nothing_reaches_anybody(before, event, effects)
        what_is_quiet_changes_nothing_that_is_shown(before, event, after)
        self.an_invite_belongs_to_one(before, event, after)

    # --- what can happen ---

    @rule(
        who=st.integers(0, 17),
        verdict=st.sampled_from([None, HOME, VPN, TOR]),
        personal=st.booleans(),
        facts=st.sampled_from([{}, {"known": True}, {"banned": True}, {"earlier_removals": 1}]),
    )
    def knock(self, who: int, verdict: object, personal: bool, facts: dict[str, Any] | None = None) -> None:
        id_, name = f"p{len(self.ids)}", NAMES[who % len(NAMES)]
        self.ids.append(id_)
        self.identities[id_] = f"identity {who}".encode()
        invite = PERSONAL if personal else OPEN
        self.happens(
            Knocked(id_, self.identities[id_], b"key", name, invite, verdict=verdict, **(facts or {}))  # type: ignore[arg-type]
        )

    @rule(by=people, about=people, request=requests)
    def ask(self, by: int, about: int, request: Request) -> None:
        self.happens(Asked(self.person(by), aimed(request, self.person(about))))  # type: ignore[arg-type]

    @rule(about=people, request=requests)
    def the_host_asks(self, about: int, request: Request) -> None:
        hosts = [id_ for id_, member in self.meeting.members.items() if member.role is Role.HOST]
        for id_ in hosts:
            self.happens(Asked(id_, aimed(request, self.person(about))))  # type: ignore[arg-type]

    @rule(by=people, ends=st.integers(0, 19))
    def go(self, by: int, ends: int) -> None:
        self.happens(Asked(self.person(by), Leave() if ends else End()))

    @rule(by=people, on=st.booleans())
    def turn(self, by: int, on: bool) -> None:
        id_ = self.person(by)
        for event in (
            MediaUp(id_),
            Asked(id_, SetMicrophone(on)),
            Asked(id_, SetCamera(on)),
            Asked(id_, SetHand(on)),
        ):
            self.happens(event)

    @rule(who=st.integers(1, 17), loud=st.booleans())
    def settle_in(self, who: int, loud: bool) -> None:
        """Somebody knocks, the host lets them in, and both talk."""
        self.knock(0, None, False)
        self.knock(who, HOME, False)
        host, guest = self.ids[-2:]
        self.happens(Asked(host, Admit(guest)))
        for id_ in (host, guest):
            self.happens(MediaUp(id_))
            for request in (SetMicrophone(loud), SetCamera(loud), SetHand(loud)):
                self.happens(Asked(id_, request))

    @rule(
        by=people,
        to=st.one_of(st.none(), st.just("host"), people),
        kind=st.sampled_from(["chat", "name", "picture", "reaction", "stroke"]),
    )
    def say(self, by: int, to: int | str | None, kind: str) -> None:
        self.happens(Said(self.person(by), 1, kind, self.person(to) if isinstance(to, int) else to, "Noor"))

    @rule(who=people, back=people)
    def come_back(self, who: int, back: int) -> None:
        id_ = self.person(who)
        self.happens(Returned(id_, self.identities.get(self.person(back), b""), b"key"))
        self.happens(Returned(id_, self.identities.get(id_, b""), b"key"))

    @rule(
        who=people,
        kind=st.sampled_from([MediaUp, MediaLost, LineSpoke, LineSilent, ConsoleClosed]),
        closed=st.booleans(),
    )
    def line(self, who: int, kind: type[MediaUp], closed: bool) -> None:
        id_ = self.person(who)
        self.happens(LineSilent(id_, closed) if kind is LineSilent else kind(id_))  # type: ignore[comparison-overlap]

    @rule(who=people, verdict=st.sampled_from([HOME, VPN, TOR]))
    def judge(self, who: int, verdict: object) -> None:
        id_ = self.person(who)
        self.happens(PathSeen(id_, "192.0.2.1", "link"))
        self.happens(Judged(id_, verdict))  # type: ignore[arg-type]

    @rule()
    def open_console(self) -> None:
        if self.meeting.console is None:
            self.happens(ConsoleOpened("console"))

    @rule(seconds=st.one_of(st.floats(-1e4, 1e3), st.sampled_from([0.0, 8.0, 120.0, 900.0, -1e9])))
    def pass_time(self, seconds: float) -> None:
        self.now += seconds
        self.happens(TimePassed())

    @rule()
    def restart(self) -> None:
        self.meeting = from_state(to_state(self.meeting), self.now)
        self.happens(ServiceRestarted())

    # --- what always holds ---

    @invariant()
    def nobody_is_two_things(self) -> None:
        assert not self.meeting.members.keys() & self.meeting.guests.keys()
        assert self.meeting.console not in {*self.meeting.members, *self.meeting.guests}
        roles = [member.role for member in self.meeting.members.values()]
        assert max(roles.count(Role.HOST), roles.count(Role.CHAIR)) <= 1
        assert not self.meeting.last_words.keys() & {*self.meeting.members, *self.meeting.guests}

    @invariant()
    def nothing_is_on_that_may_not_be(self) -> None:
        meeting = self.meeting
        if meeting.is_over:
            assert open_gates(meeting) == {}
            return
        assert settle(meeting, self.now) == meeting
        for id_, member in meeting.members.items():
            assert not (member.on and isinstance(member.line, Silent))
            assert not member.who.held
            assert not (member.hand_since is not None and may(meeting, id_, Right.RAISE_HAND))
            for right in (Right.LEAVE, Right.REPORT, Right.APPEAL):
                assert may(meeting, id_, right) is None
        for id_, kinds in open_gates(meeting).items():
            assert not kinds or not isinstance(meeting.members[id_].media, NoMedia)
            assert all(may(meeting, id_, RIGHT_OF_TRACK[kind]) is None for kind in kinds)

    @invariant()
    def who_was_removed_is_gone(self) -> None:
        for person in (*self.meeting.members.values(), *self.meeting.guests.values()):
            assert person.who.identity not in self.meeting.removed
        for words in self.meeting.last_words.values():
            assert words.who.identity in self.meeting.removed

    def an_invite_belongs_to_one(self, before: Meeting, event: AnyEvent, after: Meeting) -> None:
        """By a personal invite nobody else comes in than its first, but by a host who read the warning."""
        for id_ in after.members.keys() - before.members.keys():
            who = after.members[id_].who
            if who.invite == PERSONAL and who.identity != HOST:
                owner = self.owners.setdefault(PERSONAL.number, who.identity)
                lost = any(one.role is not Role.MEMBER for one in before.inside(who.identity))
                by_hand = isinstance(event, Asked) and isinstance(event.request, Admit)
                assert owner == who.identity or by_hand or lost


def aimed(request: Request, about: PersonId) -> Request:
    """The request, about somebody else."""
    return type(request)(
        **{
            name: about
            if name in ("guest", "member", "person") and getattr(request, name) is not None
            else (about,)
            if name == "guests"
            else getattr(request, name)
            for name in request.__struct_fields__
        }
    )


def nobody_comes_in_without_admission(before: Meeting, event: AnyEvent, after: Meeting) -> None:
    for id_ in after.members.keys() - before.members.keys():
        if isinstance(event, Asked):
            assert isinstance(event.request, Admit | AdmitAll)
            assert may(before, event.by, Right.ADMIT) is None
            assert somebody_admits(before)
            assert id_ in before.guests
        elif isinstance(event, Knocked) and event.identity == HOST:
            assert after.members[id_].role is Role.HOST
        else:
            assert isinstance(event, Knocked | Judged)
            assert id_ == event.person
            member = after.members[id_]
            if member.role is not Role.MEMBER:
                assert member.role in {one.role for one in before.inside(member.who.identity)}
                continue
            guest = Guest(member.who, 0.0)
            assert not before.rules.waiting_room or needs_no_wait(before, guest)
            assert not card_of(before, guest).flagged
            assert somebody_admits(before)
        assert after.members[id_].on == frozenset()


def gates_open_by_their_own_people_alone(before: Meeting, event: AnyEvent, after: Meeting) -> None:
    was = open_gates(before)
    for id_, kinds in open_gates(after).items():
        opened = kinds - was.get(id_, frozenset())
        if isinstance(event, MediaUp):
            assert not opened or (event.person == id_ and opened <= before.members[id_].on)
        elif opened:
            assert isinstance(event, Asked)
            assert event.by == id_
            assert isinstance(event.request, SetMicrophone | SetCamera)
            assert event.request.on


def gates_follow_effects(before: Meeting, effects: tuple[AnyEffect, ...], after: Meeting) -> None:
    gates = {(id_, kind) for id_, kinds in open_gates(before).items() for kind in kinds}
    first = True
    for effect in effects:
        if isinstance(effect, CloseGates):
            assert first
            gates -= {(effect.person, kind) for kind in effect.kinds}
        else:
            first = False
        if isinstance(effect, OpenGates):
            gates |= {(effect.person, kind) for kind in effect.kinds}
        if isinstance(effect, WakeAt):
            assert math.isfinite(effect.at)
    assert gates == {(id_, kind) for id_, kinds in open_gates(after).items() for kind in kinds}
    assert any(isinstance(effect, EndMeeting) for effect in effects) is (after.is_over and not before.is_over)


def a_refusal_changes_nothing(before: Meeting, effects: tuple[AnyEffect, ...], after: Meeting) -> None:
    for effect in effects:
        refused = isinstance(effect, Send) and isinstance(effect.notice, Refused) and effect.notice.request
        if refused or isinstance(effect, RefuseEntry | RefuseReturn):
            assert after is before


def guests_are_told_nothing_of_the_meeting(effects: tuple[AnyEffect, ...], after: Meeting) -> None:
    for effect in effects:
        match effect:
            case Send(to=to, notice=notice) | Welcome(to=to, notice=notice) if to in after.guests:
                assert isinstance(notice, FOR_GUESTS)
                assert not isinstance(effect, Welcome)
            case Tell(to=to, notice=notice):
                assert to
                assert isinstance(notice, FOR_GUESTS) or not after.guests.keys() & set(to)
            case PassOn(to=to, talk=talk):
                assert after.guests.keys() & set(to) <= {talk}
            case ConnectMedia(person=person) | OpenGates(person=person):
                assert person in after.members
            case _:
                pass


def links_move_for_their_own_people_alone(
    before: Meeting, event: AnyEvent, effects: tuple[AnyEffect, ...]
) -> None:
    if any(isinstance(effect, MoveLink) for effect in effects):
        assert isinstance(event, Returned)
        assert before.members[event.ticket_member].who.identity == event.identity


def the_host_is_untouchable(before: Meeting, event: AnyEvent, after: Meeting) -> None:
    for id_, host in before.members.items():
        if host.role is Role.HOST and isinstance(event, Asked) and event.by != id_ and not after.is_over:
            now = after.members[id_]
            assert (now.role, now.on, now.media, now.line) == (host.role, host.on, host.media, host.line)
            assert now.who == host.who
            assert effective(after, now) == frozenset(Right)


def every_order_had_its_rights(before: Meeting, event: AnyEvent, effects: tuple[AnyEffect, ...]) -> None:
    for effect in effects:
        if isinstance(effect, Record) and effect.refusal is None:
            assert isinstance(event, Asked)
            assert effect.by.person == event.by
            request = event.request
            rights = (
                (Right.MODERATE,) if isinstance(request, DeleteMessage) else REQUESTS[type(request)].needs
            )
            assert all(may(before, event.by, right) is None for right in rights)


RIGHTS_TO_SAY = {"chat": Right.CHAT, **SHOWN_TO_ALL}


def of_the_suspended_nothing_reaches_anybody(
    before: Meeting, event: AnyEvent, effects: tuple[AnyEffect, ...]
) -> None:
    for effect in effects:
        if isinstance(effect, PassOn) and effect.by in before.members:
            assert isinstance(event, Said)
            assert may(before, effect.by, RIGHTS_TO_SAY[event.kind]) is None
    singled_out = isinstance(event, Asked) and event.by in before.members
    if singled_out and before.members[event.by].who.identity in before.suspensions:  # type: ignore[union-attr]
        member = before.members[event.by]  # type: ignore[union-attr]
        if effective(before, member) == INALIENABLE:
            told = {type(effect.notice) for effect in effects if isinstance(effect, Tell | Send)}
            assert told <= {
                *(Refused, MemberChanged, MemberLeft, AppealMade, AppealTaken, WaitingRoom, Spotlighted),
                *(LastMinute, GuestChanged, Strangers, GuestArrived, Removals),
            }
            assert not any(isinstance(effect, OpenGates | PassOn) for effect in effects)


def what_is_quiet_changes_nothing_that_is_shown(before: Meeting, event: AnyEvent, after: Meeting) -> None:
    if isinstance(event, Said) and event.kind != "name":
        assert to_state(before) == to_state(after)
        assert (cards(before), waiting(before)) == (cards(after), waiting(after))
        assert roster(before, to_hosts=True) == roster(after, to_hosts=True)


AnyOrder.TestCase.settings = settings(max_examples=100, stateful_step_count=80, deadline=None)
TestAnyOrder = AnyOrder.TestCase
