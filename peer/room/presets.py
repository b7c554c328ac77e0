"""Rules with a name: what a host starts from, or changes to in one click."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.meeting import Meeting
from peer.room.requests import UsePreset
from peer.room.step import Step
from peer.room.values import ChatScope, PersonId, Preset, Right, Rules

_TALK = frozenset({Right.SPEAK, Right.UNMUTE, Right.VIDEO, Right.CHAT, Right.RAISE_HAND, Right.REACT})

PRESETS: dict[Preset, Rules] = {
    Preset.OPEN_TALK: Rules(
        pictures_hidden=False,
        allowed=_TALK
        | {
            Right.CHAT_PRIVATELY,
            Right.SHARE,
            Right.ANNOTATE,
            Right.WHITEBOARD,
            Right.RENAME,
            Right.PICTURE,
            Right.INVITE,
        },
    ),
    Preset.CLASS: Rules(chat=ChatScope.HOST, allowed=(_TALK - {Right.UNMUTE}) | {Right.PICTURE}),
    Preset.SUPPORT_GROUP: Rules(roster=False, allowed=_TALK | {Right.RENAME}),
}
"""Open talk among people who mostly know each other; a class, where the teacher gives the word and reads what is
written; a support group, which leaves no trace: no recording, no evidence pictures, no roster, no pictures of faces
but one's own camera, and a name of one's own choice.
"""


def use_preset(meeting: Meeting, _by: PersonId, request: UsePreset, _now: float) -> Step:
    """Set the rules of this name. What is locked or closed stays so, and limits stay as they are."""
    old = meeting.rules
    new = replace(
        PRESETS[request.preset],
        locked=old.locked,
        open_link=old.open_link,
        guarded=old.guarded,
        member_limit=old.member_limit,
        guest_limit=old.guest_limit,
    )
    return Step(meeting if new == old else replace(meeting, rules=new))
