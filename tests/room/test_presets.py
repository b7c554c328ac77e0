"""The defaults of a new meeting, and the rules that have a name."""

from __future__ import annotations

import pytest

from peer.room.meeting import Meeting
from peer.room.presets import PRESETS
from peer.room.requests import ChangeRules, SetCamera, SetMicrophone, UsePreset
from peer.room.values import ChatScope, Preset, RefusalCode, Right, Rules
from tests.room.builder import a_hosted_meeting

OFF = {
    Right.SHARE,
    Right.ANNOTATE,
    Right.WHITEBOARD,
    Right.RENAME,
    Right.RECORD,
    Right.CHAT_PRIVATELY,
    Right.INVITE,
}


def test_the_defaults_of_a_new_meeting() -> None:
    rules = Rules()
    assert rules.waiting_room
    assert not rules.locked
    assert rules.chat is ChatScope.EVERYONE
    assert {
        Right.CHAT,
        Right.RAISE_HAND,
        Right.REACT,
        Right.SPEAK,
        Right.UNMUTE,
        Right.VIDEO,
    } <= rules.allowed
    assert not rules.allowed & OFF
    assert rules.pictures_hidden
    assert not rules.evidence_pictures
    assert (rules.open_link, rules.guarded) == (True, False)
    assert (rules.member_limit, rules.guest_limit) == (25, 200)
    meeting = Meeting.new("t", now=0.0)
    assert (meeting.rules, meeting.fence_on) == (rules, False)


def test_members_enter_muted_with_the_camera_off() -> None:
    room = a_hosted_meeting().with_member("Lena")
    assert room.meeting.members["lena"].on == frozenset()


def test_a_picture_of_somebody_never_met_before_is_hidden() -> None:
    room = a_hosted_meeting().with_member("Lena").with_member("Bo", known=True)
    assert room.says("lena", kind="picture").refused is RefusalCode.NOT_ALLOWED
    assert room.says("bo", kind="picture").refused is None


def test_open_talk() -> None:
    rules = PRESETS[Preset.OPEN_TALK]
    assert rules.allowed >= {Right.SHARE, Right.CHAT_PRIVATELY, Right.RENAME, Right.WHITEBOARD, Right.INVITE}
    assert Right.RECORD not in rules.allowed
    assert (rules.waiting_room, rules.pictures_hidden, rules.chat) == (True, False, ChatScope.EVERYONE)


def test_a_class() -> None:
    room = a_hosted_meeting(PRESETS[Preset.CLASS]).with_member("Lena", "Bo")
    assert room.asks("lena", SetMicrophone(True)).refused is RefusalCode.NOT_ALLOWED
    assert room.asks("lena", SetCamera(True)).refused is None
    assert room.says("lena").refused is RefusalCode.NOT_ALLOWED
    assert room.says("lena", "host").refused is None
    assert not room.meeting.rules.allowed & OFF


def test_a_support_group_leaves_no_trace() -> None:
    rules = PRESETS[Preset.SUPPORT_GROUP]
    assert not rules.roster
    assert not rules.evidence_pictures
    assert not rules.allowed & {Right.RECORD, Right.PICTURE, Right.SHARE, Right.CHAT_PRIVATELY}
    assert Right.RENAME in rules.allowed


@pytest.mark.parametrize("preset", list(Preset))
def test_a_preset_is_used_in_one_order_and_opens_no_lock(preset: Preset) -> None:
    assert PRESETS[preset].waiting_room
    room = a_hosted_meeting().asks("hanna", ChangeRules(locked=True, open_link=False))
    room.asks("hanna", UsePreset(preset))
    assert (room.meeting.rules.locked, room.meeting.rules.open_link) == (True, False)
    assert room.meeting.rules.allowed == PRESETS[preset].allowed
    before = room.meeting
    assert room.asks("hanna", UsePreset(preset)).meeting is before
