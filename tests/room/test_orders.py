"""What the host imposes."""

from __future__ import annotations

import pytest

from peer.room.effects import (
    CloseGates,
    CloseLink,
    ConnectMedia,
    DisconnectMedia,
    EndMeeting,
    MakePersonalInvite,
    OpenGates,
    Record,
    RevokeInviteNumber,
    RotateInvites,
    SaveState,
    Tell,
)
from peer.room.notices import (
    AskedForCamera,
    AskedToUnmute,
    Ended,
    GuestArrived,
    GuestLeft,
    MemberChanged,
    MemberLeft,
    OrderDone,
    RemovedFromMeeting,
    RulesChanged,
    Spotlighted,
    YourCameraWasStopped,
    YouWereMuted,
    YouWereSuspended,
)
from peer.room.requests import (
    Admit,
    Appoint,
    AskForCamera,
    AskToUnmute,
    ChangeRules,
    End,
    Leave,
    LowerHand,
    MakeInvite,
    Mute,
    MuteAll,
    PutBack,
    Remove,
    RenameMember,
    Resume,
    RevokeInvite,
    RotateLink,
    SetCamera,
    SetHand,
    SetMicrophone,
    Spotlight,
    StopCamera,
    Suspend,
)
from peer.room.rights import OWN
from peer.room.values import ChatScope, Party, RefusalCode, Right, Role, TrackKind
from tests.room.builder import PERSONAL, Room, a_hosted_meeting, identity_of, knock

AUDIO, CAMERA = frozenset({TrackKind.AUDIO}), frozenset({TrackKind.CAMERA})


def a_class() -> Room:
    """Hanna is host, Carl co-host, Bo and Lena are members, all talking."""
    return (
        a_hosted_meeting()
        .with_cohost("Carl")
        .with_member("Bo", "Lena")
        .talking("hanna", "carl", "bo", "lena")
    )


def test_a_muted_member_is_silent_at_once_and_told() -> None:
    room = a_class().asks("hanna", Mute("lena"))
    assert room.effects[0] == CloseGates("lena", AUDIO)
    assert room.heard("lena", YouWereMuted) == [YouWereMuted("hanna")]
    assert not room.heard("bo", MemberChanged)[0].member.microphone
    noted = room.all(Record)[0]
    assert (noted.what, noted.by.name, [one.name for one in noted.about]) == ("mute", "Hanna", ["Lena"])


def test_who_is_muted_already_is_not_told_again() -> None:
    room = a_class().asks("hanna", Mute("lena")).asks("hanna", Mute("lena"))
    assert not room.told("lena")
    assert room.all(Record)


def test_a_stopped_camera() -> None:
    room = a_class().asks("carl", StopCamera("lena"))
    assert room.effects[0] == CloseGates("lena", CAMERA)
    assert room.heard("lena", YourCameraWasStopped) == [YourCameraWasStopped("carl")]


def test_mute_all_spares_host_and_cohosts() -> None:
    room = a_class().asks("carl", MuteAll(may_unmute=False))
    assert {effect.person for effect in room.all(CloseGates)} == {"bo", "lena"}
    assert room.asks("lena", SetMicrophone(True)).refused is RefusalCode.NOT_ALLOWED
    assert room.asks("carl", MuteAll(may_unmute=False)).all(Tell) == []


def test_mute_all_lets_members_unmute_themselves_unless_it_says_otherwise() -> None:
    room = a_class().asks("hanna", MuteAll()).asks("lena", SetMicrophone(True))
    assert room.all(OpenGates) == [OpenGates("lena", AUDIO)]


def test_asking_to_unmute_opens_nothing() -> None:
    room = a_class().asks("hanna", Mute("lena")).asks("hanna", AskToUnmute("lena"))
    assert room.heard("lena", AskedToUnmute) == [AskedToUnmute("hanna")]
    assert not room.all(OpenGates)


def test_hands_are_lowered_one_by_one_or_all() -> None:
    room = a_class().asks("bo", SetHand(True)).asks("lena", SetHand(True)).asks("hanna", LowerHand("bo"))
    assert [one.member.id for one in room.heard("bo", MemberChanged)] == ["bo"]
    room.asks("hanna", LowerHand())
    assert [one.member.id for one in room.heard("bo", MemberChanged)] == ["lena"]
    before = room.meeting
    assert room.asks("hanna", LowerHand()).meeting is before


def test_a_rule_takes_effect_in_the_same_step() -> None:
    room = a_class().asks("bo", SetHand(True))
    room.asks("hanna", ChangeRules(forbid=frozenset({Right.VIDEO, Right.RAISE_HAND})))
    assert {effect.person for effect in room.all(CloseGates)} == {"bo", "lena"}
    assert room.meeting.members["bo"].hand_since is None
    assert room.heard("bo", RulesChanged)
    room.asks("hanna", ChangeRules(allow=frozenset({Right.VIDEO})))
    assert not room.all(OpenGates)


def test_rules_are_changed_one_by_one() -> None:
    change = ChangeRules(waiting_room=False, locked=True, chat=ChatScope.HOST, pictures_hidden=False)
    room = a_class().asks("hanna", change)
    rules = room.meeting.rules
    assert (rules.waiting_room, rules.locked, rules.pictures_hidden) == (False, True, False)
    assert rules.chat is ChatScope.HOST
    assert room.all(SaveState)
    before = room.meeting
    assert room.asks("hanna", ChangeRules()).meeting is before


@pytest.mark.parametrize(
    "change",
    [
        ChangeRules(allow=frozenset({Right.ADMIT})),
        ChangeRules(forbid=frozenset({Right.LEAVE})),
        ChangeRules(allow=frozenset({Right.CHAT}), forbid=frozenset({Right.CHAT})),
    ],
)
def test_no_rule_hands_out_an_order_or_takes_leaving(change: ChangeRules) -> None:
    assert a_class().asks("hanna", change).refused is RefusalCode.MALFORMED


def test_a_suspended_member_stops_at_once_and_nothing_comes_back_by_itself() -> None:
    room = a_class().asks("lena", SetHand(True)).asks("hanna", Suspend("lena", "shouting"))
    assert room.effects[0] == CloseGates("lena", AUDIO | CAMERA)
    assert room.heard("lena", YouWereSuspended)[0].suspension is not None
    assert room.heard("bo", MemberChanged)[0].member.suspended
    assert not room.all(DisconnectMedia)
    assert room.all(Record)[0].texts == {"reason": "shouting"}
    assert room.asks("lena", SetCamera(True)).refused is RefusalCode.SUSPENDED
    room.asks("hanna", Resume("lena", frozenset({Right.VIDEO})))
    assert not room.all(OpenGates)
    assert room.asks("lena", SetCamera(True)).all(OpenGates) == [OpenGates("lena", CAMERA)]
    assert room.asks("lena", SetMicrophone(True)).refused is RefusalCode.SUSPENDED
    room.asks("hanna", Resume("lena", OWN))
    assert room.heard("lena", YouWereSuspended) == [YouWereSuspended(None)]
    assert room.meeting.suspensions == {}


def test_rights_never_come_back_all_by_accident() -> None:
    room = a_class().asks("hanna", Suspend("lena"))
    assert room.asks("hanna", Resume("lena")).refused is RefusalCode.MALFORMED


def test_resuming_who_is_not_suspended_changes_nothing() -> None:
    room = a_class()
    before = room.meeting
    assert room.asks("hanna", Resume("lena", OWN)).meeting is before
    assert room.asks("hanna", Resume(None, OWN)).meeting is before


def test_a_hidden_name_is_shown_to_those_who_moderate_alone() -> None:
    room = a_class().asks("hanna", Suspend("lena", name_hidden=True))
    assert room.heard("bo", MemberChanged)[0].member.name == ""
    assert room.heard("carl", MemberChanged)[0].member.name == "Lena"
    room.asks("hanna", Appoint("bo", True))
    assert {one.member.name for one in room.heard("bo", MemberChanged)} == {"Bo", "Lena"}


def test_who_is_to_receive_nothing_is_disconnected_until_everything_is_given_back() -> None:
    room = a_class().asks("hanna", Suspend("lena", receives_nothing=True))
    assert room.all(DisconnectMedia) == [DisconnectMedia("lena")]
    assert "lena" not in room.says("bo").reached
    room.asks("hanna", Resume("lena", OWN))
    assert room.all(ConnectMedia) == [ConnectMedia("lena")]


def test_suspend_all_spares_host_and_cohosts_and_locks() -> None:
    room = a_class().asks("carl", Suspend())
    assert {effect.person for effect in room.all(CloseGates)} == {"bo", "lena"}
    assert room.meeting.rules.locked
    told = room.heard("bo", YouWereSuspended)[0]
    assert told.everyone
    assert not any(one.member.suspended for one in room.heard("bo", MemberChanged))
    assert room.asks("bo", SetMicrophone(True)).refused is RefusalCode.SUSPENDED
    room.asks("carl", Resume(None, frozenset({Right.SPEAK, Right.UNMUTE})))
    assert not room.all(OpenGates)
    assert room.asks("bo", SetMicrophone(True)).all(OpenGates) == [OpenGates("bo", AUDIO)]
    assert room.asks("bo", SetCamera(True)).refused is RefusalCode.SUSPENDED
    room.asks("hanna", Resume(None, OWN))
    assert room.meeting.all_suspended is None
    assert room.meeting.rules.locked


def test_who_is_removed_is_gone_for_good_with_every_line_and_the_invite() -> None:
    room = a_class().with_guest("Max", invite=PERSONAL).asks("hanna", Admit("max"))
    room.happens_again_as("max2", "Max").asks("carl", Remove("max", "spam"))
    order = room.meeting.orders
    assert room.heard("max", RemovedFromMeeting) == [RemovedFromMeeting("cohost", "spam", order)]
    last = RemovedFromMeeting("cohost", "spam", order, may_report=True, may_appeal=True)
    assert room.heard("max2", RemovedFromMeeting) == [last]
    assert {effect.person for effect in room.all(CloseLink)} == {"max"}
    assert room.heard("bo", MemberLeft) == [MemberLeft("max", "removed")]
    assert room.heard("hanna", GuestLeft) == [GuestLeft("max2", "removed")]
    kinds = [type(effect) for effect in room.effects]
    assert kinds.index(RevokeInviteNumber) < kinds.index(SaveState) < kinds.index(CloseLink)
    assert identity_of("Max") in room.meeting.removed


def test_a_guest_can_be_removed_by_the_console() -> None:
    room = a_class().with_console().with_guest("Max").asks("console", Remove("max"))
    assert room.heard("max", RemovedFromMeeting)[0].by == "host"
    assert not room.all(RevokeInviteNumber)


def test_only_the_host_makes_cohosts_and_takes_it_back() -> None:
    room = a_class()
    assert room.asks("carl", Appoint("bo", True)).refused is RefusalCode.NOT_ALLOWED
    assert room.asks("hanna", Appoint("bo", True)).meeting.members["bo"].role is Role.COHOST
    before = room.meeting
    assert room.asks("hanna", Appoint("bo", True)).meeting is before
    assert room.asks("hanna", Appoint("bo", False)).meeting.members["bo"].role is Role.MEMBER


@pytest.mark.parametrize("order", [Suspend("carl"), Remove("carl"), PutBack("carl"), Resume("carl", OWN)])
def test_a_delegation_is_the_hosts_alone_to_take(order: Suspend | Remove | PutBack | Resume) -> None:
    room = a_class().asks("hanna", Appoint("bo", True))
    assert room.asks("bo", order).refused is RefusalCode.NOT_ALLOWED
    assert room.asks("hanna", order).refused is None


@pytest.mark.parametrize("order", [Suspend("carl2"), Remove("carl2")])
def test_a_second_link_is_no_way_around_a_delegation(order: Suspend | Remove) -> None:
    room = a_class().asks("hanna", Appoint("bo", True)).happens_again_as("carl2", "Carl")
    if isinstance(order, Remove):
        assert room.asks("bo", order).refused is RefusalCode.NOT_ALLOWED
    room.asks("hanna", Admit("carl2"))
    assert room.asks("bo", order).refused is RefusalCode.NOT_ALLOWED
    assert room.asks("hanna", order).refused is None


def test_a_suspended_cohost_keeps_no_door() -> None:
    room = a_class().asks("hanna", Suspend("carl")).with_guest("Max")
    assert not room.heard("carl", GuestArrived)
    assert room.asks("carl", Admit("max")).refused is RefusalCode.SUSPENDED
    assert room.asks("hanna", Resume("carl", frozenset({Right.ADMIT}))).heard("carl", GuestArrived)


@pytest.mark.parametrize(
    "order", [Mute("hanna"), StopCamera("hanna"), Suspend("hanna"), Remove("hanna"), PutBack("hanna")]
)
@pytest.mark.parametrize("by", ["hanna", "carl", "console"])
def test_nobody_touches_the_host(order: Mute | StopCamera | Suspend | Remove | PutBack, by: str) -> None:
    room = a_class().with_console()
    before = room.meeting
    assert room.asks(by, order).refused is RefusalCode.HOST_IS_UNTOUCHABLE
    assert room.meeting is before
    assert room.all(Record)[0].refusal is not None


def test_invites() -> None:
    room = a_class().with_console()
    assert room.asks("carl", RotateLink()).all(RotateInvites) == [RotateInvites("carl")]
    made = room.asks("console", MakeInvite(" Noor  B ")).all(MakePersonalInvite)
    assert made == [MakePersonalInvite("console", "Noor B", 1)]
    for wrong in (MakeInvite(""), MakeInvite("Noor", 0), MakeInvite("Noor", 1000)):
        assert room.asks("hanna", wrong).refused is RefusalCode.MALFORMED
    revoked = room.asks("hanna", RevokeInvite(7))
    assert revoked.all(RevokeInviteNumber) == [RevokeInviteNumber(7)]
    assert revoked.effects[-1] == SaveState()


def test_the_host_ends_the_meeting_for_all() -> None:
    room = a_class().with_console().with_guest("Max").asks("hanna", End())
    assert len(room.all(CloseGates)) == 4
    assert len(room.all(DisconnectMedia)) == 4
    assert {effect.person for effect in room.all(CloseLink)} == {
        "hanna",
        "carl",
        "bo",
        "lena",
        "max",
        "console",
    }
    for id_ in ("bo", "max", "console"):
        assert room.told(id_) == [Ended()]
    assert room.effects[-1] == EndMeeting()
    assert not room.all(SaveState)


def test_the_console_gets_what_hosts_get_and_has_no_seat() -> None:
    room = a_class().with_guest("Max").with_console()
    assert room.heard("console", GuestArrived)[0].guest.id == "max"
    assert "console" not in room.meeting.members
    assert not room.heard("bo", MemberChanged)
    assert room.with_guest("Noor").heard("console", GuestArrived)
    assert room.asks("console", SetMicrophone(True)).refused is RefusalCode.NOT_ALLOWED
    noted = room.asks("console", Admit("max")).all(Record)[0]
    assert noted.by == Party("console", role="host")
    assert noted.about == (Party("max", identity_of("Max"), "Max", "guest"),)


def test_a_name_set_by_the_host_stays_and_is_shown_as_such() -> None:
    room = a_class().with_rules(allowed=OWN).asks("hanna", RenameMember("lena", " Lena  B "))
    shown = room.heard("bo", MemberChanged)[0].member
    assert (shown.name, shown.named_by_host) == ("Lena B", True)
    assert room.all(Record)[0].texts == {"name": " Lena  B "}
    assert room.says("lena", kind="name", text="Queen").refused is RefusalCode.NOT_ALLOWED
    before = room.meeting
    assert room.asks("hanna", RenameMember("lena", "Lena B")).meeting is before
    room.asks("lena", Leave()).happens(knock("Lena", "lena2", name="Queen", known=True))
    assert room.asks("hanna", Admit("lena2")).meeting.members["lena2"].who.name == "Lena B"
    room.asks("hanna", RenameMember("lena2", ""))
    assert not room.heard("bo", MemberChanged)[0].member.named_by_host
    assert room.says("lena2", kind="name", text="Queen").refused is None
    before = room.meeting
    assert room.asks("hanna", RenameMember("lena2", " ")).meeting is before
    assert room.asks("hanna", RenameMember("lena2", "x\ny")).refused is RefusalCode.MALFORMED


def test_spotlight_is_on_every_screen_and_goes_with_the_member() -> None:
    room = a_class().asks("carl", Spotlight("lena"))
    assert room.heard("bo", Spotlighted) == [Spotlighted("lena")]
    before = room.meeting
    assert room.asks("carl", Spotlight("lena")).meeting is before
    assert room.with_member("Max").meeting.spotlight == "lena"
    assert room.asks("lena", Leave()).heard("bo", Spotlighted) == [Spotlighted(None)]


def test_asking_for_a_camera_opens_nothing() -> None:
    room = a_class().asks("hanna", AskForCamera("lena"))
    assert room.told("lena") == [AskedForCamera("hanna")]
    assert not room.all(OpenGates)


def test_hands_keep_their_order() -> None:
    room = a_class().asks("bo", SetHand(True)).after(1).asks("lena", SetHand(True)).after(1)
    room.asks("bo", SetHand(True))
    hands = {id_: one.hand_since for id_, one in room.meeting.members.items() if one.hand_since is not None}
    assert sorted(hands, key=lambda id_: hands[id_]) == ["bo", "lena"]


def test_hosts_hear_of_each_order_that_took_effect() -> None:
    room = a_class().with_console().asks("carl", Mute("lena"))
    for host in ("hanna", "carl", "console"):
        [done] = room.heard(host, OrderDone)
        assert (done.by, done.what, done.about, done.number) == (
            "carl",
            "mute",
            ("lena",),
            room.meeting.orders,
        )
    assert not room.heard("bo", OrderDone)
    assert room.all(Record)[0].number == room.meeting.orders
    again = room.asks("carl", Mute("lena"))
    assert not again.heard("hanna", OrderDone)
    assert again.all(Record)[0].number == 0
