"""What a handler hands back to `decide`."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from peer.room.effects import AnyEffect, Send
from peer.room.meeting import Meeting
from peer.room.notices import Refused
from peer.room.values import PersonId, Refusal


class Step(msgspec.Struct, frozen=True):
    """The meeting afterwards, and the effects that do not follow from the difference to the meeting before.

    `why` says for each person who is gone the reason that the others are told (see MemberLeft and GuestLeft).
    `quiet`: nothing changed that anybody is shown, that is saved, or that something else follows from; so nothing is
    looked for. What is said often is quiet.
    """

    meeting: Meeting
    effects: tuple[AnyEffect, ...] = ()
    why: Mapping[PersonId, str] = {}
    quiet: bool = False


def refused(meeting: Meeting, to: PersonId, refusal: Refusal, request: str) -> Step:
    """Nothing changed, and who asked is told why."""
    return Step(meeting, (Send(to, Refused(refusal, request)),))
