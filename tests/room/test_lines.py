"""Lines, media connections and time: what breaks, what comes back, and how."""

from __future__ import annotations

import pytest

from peer.room.effects import (
    CloseGates,
    CloseLink,
    ConnectMedia,
    DisconnectMedia,
    EndMeeting,
    MoveLink,
    OpenGates,
    RefuseReturn,
    WakeAt,
    Welcome,
)
from peer.room.events import (
    ConsoleClosed,
    ConsoleOpened,
    LineSilent,
    LineSpoke,
    MediaLost,
    MediaUp,
    Returned,
    TimePassed,
)
from peer.room.notices import Admitted, GuestLeft, MemberChanged, MemberJoined, MemberLeft, WaitingRoom
from peer.room.requests import Leave, Remove, SetCamera, SetHand, SetMicrophone
from peer.room.values import RefusalCode, TrackKind
from tests.room.builder import Room, a_hosted_meeting, a_meeting, identity_of, knock

AUDIO, CAMERA = frozenset({TrackKind.AUDIO}), frozenset({TrackKind.CAMERA})


def a_talk() -> Room:
    return a_hosted_meeting().with_member("Bo", "Lena").talking("bo", "lena")


def returns(name: str, key: bytes = b"key") -> Returned:
    return Returned(name.lower(), identity_of(name), key)


def test_members_enter_muted_with_the_camera_off() -> None:
    room = a_hosted_meeting().with_member("Lena")
    assert room.meeting.members["lena"].on == frozenset()
    assert not room.all(OpenGates)


def test_what_was_turned_on_before_media_is_up_opens_with_it() -> None:
    room = a_meeting().happens(knock("Hanna")).asks("hanna", SetMicrophone(True))
    assert not room.all(OpenGates)
    assert room.with_media("hanna").all(OpenGates) == [OpenGates("hanna", AUDIO)]


def test_turning_on_what_is_on_changes_nothing() -> None:
    room = a_talk()
    before = room.meeting
    assert room.asks("lena", SetMicrophone(True)).meeting is before
    assert room.asks("lena", SetCamera(False)).effects[0] == CloseGates("lena", CAMERA)


def test_a_raised_hand_keeps_its_place() -> None:
    room = a_talk().asks("lena", SetHand(True)).after(9).asks("lena", SetHand(True))
    assert room.meeting.members["lena"].hand_since == 1000.0
    assert room.asks("lena", SetHand(False)).meeting.members["lena"].hand_since is None


def test_a_ticket_on_a_new_link_keeps_everything() -> None:
    room = a_talk().happens(LineSilent("lena", closed=True))
    assert not room.all(CloseGates)
    assert room.all(WakeAt) == [WakeAt(1007.0)]
    room.after(3).happens(returns("Lena", b"key of Lena"))
    assert room.all(MoveLink) == [MoveLink("lena")]
    assert room.heard("lena", Admitted)[0].members[2].microphone
    assert not room.all(CloseGates) + room.all(ConnectMedia) + room.all(DisconnectMedia)
    room.after(60).happens(TimePassed())
    assert not room.all(CloseGates)


def test_a_ticket_replaces_a_link_that_seems_alive() -> None:
    room = a_talk().happens(returns("Lena", b"another key"))
    assert len(room.all(Welcome)) == 1
    assert room.heard("bo", MemberChanged)[0].member.key == b"another key"


def test_a_closed_socket_closes_the_gates_within_ten_seconds() -> None:
    room = a_talk().happens(LineSilent("lena", closed=True)).happens(LineSilent("lena", closed=True))
    room.after(6).happens(TimePassed())
    assert room.all(WakeAt) == [WakeAt(1007.0)]
    room.after(1).happens(TimePassed())
    assert room.effects[0] == CloseGates("lena", AUDIO | CAMERA)
    assert not room.heard("bo", MemberChanged)[0].member.present
    assert not room.told("lena")


def test_who_was_silent_comes_back_muted_with_the_camera_off() -> None:
    for back in (LineSpoke("lena"), returns("Lena")):
        room = a_talk().happens(LineSilent("lena"))
        assert room.effects[0] == CloseGates("lena", AUDIO | CAMERA)
        room.happens(back)
        mine = room.heard("lena", Admitted)[0].members[2]
        assert mine.present
        assert not mine.microphone
        assert not mine.camera
        assert not room.all(OpenGates)
        assert room.heard("bo", MemberChanged)[0].member.present


def test_who_was_silent_keeps_a_media_connection_that_lives_and_gets_a_new_one_otherwise() -> None:
    room = a_talk().happens(LineSilent("lena"))
    assert not room.all(DisconnectMedia)
    assert not room.happens(LineSpoke("lena")).all(ConnectMedia)
    room.happens(LineSilent("lena")).happens(MediaLost("lena"))
    assert room.all(DisconnectMedia) == [DisconnectMedia("lena")]
    assert room.happens(returns("Lena")).all(ConnectMedia) == [ConnectMedia("lena")]


def test_a_lost_media_connection_is_offered_anew() -> None:
    room = a_talk().happens(MediaLost("lena"))
    assert room.effects[0] == CloseGates("lena", AUDIO | CAMERA)
    assert room.all(ConnectMedia) == [ConnectMedia("lena")]
    assert room.with_media("lena").all(OpenGates) == [OpenGates("lena", AUDIO | CAMERA)]


def test_a_media_connection_that_fails_twice_is_offered_a_third_time() -> None:
    room = a_talk().happens(MediaLost("lena")).happens(MediaLost("lena"))
    assert room.all(ConnectMedia) == [ConnectMedia("lena")]


@pytest.mark.parametrize(
    "event",
    [
        MediaUp("lena"),
        MediaUp("nobody"),
        MediaLost("nobody"),
        LineSpoke("lena"),
        LineSpoke("nobody"),
        LineSilent("nobody"),
        ConsoleClosed("nobody"),
        TimePassed(),
    ],
)
def test_what_is_no_news_changes_nothing(event: MediaUp) -> None:
    room = a_talk()
    before = room.meeting
    assert room.happens(event).meeting is before
    assert not room.effects


def test_silence_is_no_news_twice() -> None:
    room = a_talk().happens(LineSilent("lena"))
    before = room.meeting
    assert room.happens(LineSilent("lena")).happens(LineSilent("lena", closed=True)).meeting is before


def test_of_a_guest_on_a_broken_line_nothing_remains() -> None:
    for closed in (True, False):
        room = a_talk().with_guest("Max", "Noor").happens(LineSilent("max", closed))
        assert not room.meeting.knows("max")
        assert room.heard("hanna", GuestLeft) == [GuestLeft("max", "lost")]
        assert room.heard("noor", WaitingRoom)[0].ahead == 0
        assert room.all(CloseLink) == [CloseLink("max")]


def test_a_place_is_kept_for_thirty_minutes() -> None:
    room = a_talk().happens(LineSilent("lena")).after(30 * 60 - 1).happens(TimePassed())
    assert room.happens(returns("Lena")).all(MoveLink)
    room.happens(LineSilent("lena")).after(30 * 60).happens(TimePassed())
    assert room.heard("bo", MemberLeft) == [MemberLeft("lena", "lost")]
    assert room.all(CloseLink) == [CloseLink("lena")]
    assert room.happens(returns("Lena")).all(RefuseReturn)[0].refusal.code is RefusalCode.TICKET_REFUSED


def test_a_ticket_dies_with_leaving_with_removal_and_in_other_hands() -> None:
    room = a_talk()
    stolen = Returned("lena", identity_of("Bo"), b"key")
    assert room.happens(stolen).all(RefuseReturn)[0].refusal.code is RefusalCode.TICKET_REFUSED
    room.asks("lena", Leave())
    assert room.heard("bo", MemberLeft) == [MemberLeft("lena", "left")]
    assert room.happens(returns("Lena")).all(RefuseReturn)[0].refusal.code is RefusalCode.TICKET_REFUSED
    room.asks("hanna", Remove("bo"))
    assert room.happens(returns("Bo")).all(RefuseReturn)[0].refusal.code is RefusalCode.REMOVED


def test_the_host_may_leave_and_the_meeting_goes_on() -> None:
    room = a_talk().asks("hanna", Leave())
    assert not room.meeting.is_over
    assert room.heard("bo", MemberLeft) == [MemberLeft("hanna", "left")]


def test_nobody_is_told_when_nobody_is_there() -> None:
    room = a_hosted_meeting().asks("hanna", Leave())
    assert room.effects[-1] == CloseLink("hanna")
    assert not room.told("hanna")


# --- the console ---


def test_the_console_comes_and_goes() -> None:
    room = a_meeting().with_guest("Lena").with_console()
    assert room.heard("lena", WaitingRoom)[0].host_present
    assert not room.happens(ConsoleClosed("console")).heard("lena", WaitingRoom)[0].host_present
    room.with_console().asks("console", Leave())
    assert room.meeting.console is None


def test_the_console_hears_who_is_there() -> None:
    room = a_talk().with_console()
    assert {one.member.id for one in room.heard("console", MemberJoined)} == {"hanna", "bo", "lena"}


def test_the_console_reads_along_but_nothing_private() -> None:
    room = a_talk().with_console()
    assert "console" in room.says("bo").reached
    assert "console" in room.says("bo", to="host").reached
    assert "console" not in room.says("hanna", to="bo").reached


def test_a_guest_may_write_where_only_the_console_is() -> None:
    room = a_meeting().with_guest("Lena").with_console()
    assert room.says("lena", to="host").reached == ("console",)


def test_there_is_one_console() -> None:
    room = a_meeting().with_console()
    for taken in ("console", "another"):
        with pytest.raises(ValueError, match=taken):
            room.happens(ConsoleOpened(taken))
    with pytest.raises(ValueError, match="lena"):
        a_meeting().with_guest("Lena").happens(ConsoleOpened("lena"))


# --- the service's life ---


def test_a_service_that_nobody_joins_ends_after_two_minutes() -> None:
    room = a_meeting(has_run_file=True).happens(TimePassed())
    assert room.effects == (WakeAt(1120.0),)
    assert room.after(119).happens(TimePassed()).effects == (WakeAt(1120.0),)
    assert room.after(1).happens(TimePassed()).effects == (EndMeeting(),)


def test_a_service_without_a_run_file_never_ends_by_itself() -> None:
    room = a_meeting().after(1e6).happens(TimePassed())
    assert room.effects == ()


def test_a_meeting_without_host_ends_after_fifteen_minutes() -> None:
    room = a_meeting(has_run_file=True).with_host().with_member("Lena").asks("hanna", Leave())
    assert room.all(WakeAt) == [WakeAt(1900.0)]
    assert not room.after(899).happens(TimePassed()).meeting.is_over
    room.after(1).happens(TimePassed())
    assert room.meeting.is_over
    assert room.all(CloseLink)[0].person == "lena"


def test_hosts_absence_is_counted_through_an_empty_meeting() -> None:
    room = a_meeting(has_run_file=True).with_host().with_member("Lena").asks("hanna", Leave())
    room.after(800).asks("lena", Leave()).after(90).with_guest("Lena")
    assert not room.meeting.is_over
    assert room.after(10).happens(TimePassed()).meeting.is_over


def test_a_host_who_comes_back_keeps_the_service_alive() -> None:
    room = (
        a_meeting(has_run_file=True).with_host().with_member("Lena").happens(LineSilent("hanna", closed=True))
    )
    room.after(5).happens(returns("Hanna")).after(3600).happens(TimePassed())
    assert not room.meeting.is_over


def test_an_empty_meeting_with_kept_places_ends_after_two_minutes() -> None:
    room = a_meeting(has_run_file=True).with_host().happens(LineSilent("hanna")).after(60)
    assert not room.happens(TimePassed()).meeting.is_over
    assert room.happens(MediaLost("hanna")).after(60).happens(TimePassed()).meeting.is_over
