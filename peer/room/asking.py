"""Every request in one table: the right that it needs, whom it may be about, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from peer.room import acts, door, orders
from peer.room.events import Asked
from peer.room.meeting import Meeting
from peer.room.recording import record, tag_of
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
    Request,
    Resume,
    RevokeInvite,
    RotateLink,
    SetCamera,
    SetHand,
    SetMicrophone,
    StopCamera,
    Suspend,
)
from peer.room.rights import Whom, may, may_reach
from peer.room.step import Step, refused
from peer.room.values import PersonId, Refusal, Right

Handler = Callable[[Meeting, PersonId, Any, float], Step | Refusal]
"""Called once `may` and `may_reach` said yes."""


class Row(msgspec.Struct, frozen=True):
    """One request. `needs` are asked of `may`, but of a member not where the request only gives something up:
    where the field that `off` names is false.

    `about` names the field with the person whom it is about; None in it means everybody.
    """

    handler: Handler
    needs: tuple[Right, ...]
    about: str = ""
    reach: Whom = Whom.NOBODY
    off: str = ""
    is_order: bool = True


REQUESTS: dict[type[Request], Row] = {
    # for oneself
    SetMicrophone: Row(acts.set_microphone, (Right.SPEAK, Right.UNMUTE), off="on", is_order=False),
    SetCamera: Row(acts.set_camera, (Right.VIDEO,), off="on", is_order=False),
    SetHand: Row(acts.set_hand, (Right.RAISE_HAND,), off="up", is_order=False),
    Leave: Row(acts.leave, (Right.LEAVE,), is_order=False),
    # the door
    Admit: Row(door.admit, (Right.ADMIT,), "guest", Whom.GUEST),
    AdmitAll: Row(door.admit_all, (Right.ADMIT,)),
    Decline: Row(door.decline, (Right.ADMIT,), "guest", Whom.GUEST),
    PutBack: Row(door.put_back, (Right.ADMIT,), "member", Whom.SUBORDINATE),
    # orders
    Mute: Row(orders.mute, (Right.MODERATE,), "member", Whom.NOT_THE_HOST),
    MuteAll: Row(orders.mute_all, (Right.MODERATE,)),
    AskToUnmute: Row(orders.ask_to_unmute, (Right.MODERATE,), "member", Whom.MEMBER),
    StopCamera: Row(orders.stop_camera, (Right.MODERATE,), "member", Whom.NOT_THE_HOST),
    LowerHand: Row(orders.lower_hand, (Right.MODERATE,), "member", Whom.MEMBER),
    ChangeRules: Row(orders.change_rules, (Right.RULE,)),
    Suspend: Row(orders.suspend, (Right.MODERATE,), "member", Whom.SUBORDINATE),
    Resume: Row(orders.resume, (Right.MODERATE,), "member", Whom.SUBORDINATE),
    Remove: Row(orders.remove, (Right.REMOVE,), "person", Whom.GUEST_OR_SUBORDINATE),
    Appoint: Row(orders.appoint, (Right.APPOINT,), "member", Whom.NOT_THE_HOST),
    RotateLink: Row(orders.rotate_link, (Right.RULE,)),
    MakeInvite: Row(orders.make_invite, (Right.INVITE,)),
    RevokeInvite: Row(orders.revoke_invite, (Right.RULE,)),
    End: Row(orders.end, (Right.END,)),
}


def asked(meeting: Meeting, event: Asked, now: float) -> Step:
    """A person asked for something. Orders are recorded, the refused ones too."""
    by, request = event.by, event.request
    row = REQUESTS[type(request)]
    outcome = may_ask(meeting, by, request) or row.handler(meeting, by, request, now)
    refusal = None
    if isinstance(outcome, Refusal):
        refusal, outcome = outcome, refused(meeting, by, outcome, tag_of(request))
    if not row.is_order:
        return outcome
    noted = record(meeting, by, request, 0, refusal)
    return Step(outcome.meeting, (noted, *outcome.effects), outcome.why)


def may_ask(meeting: Meeting, by: PersonId, request: AnyRequest) -> Refusal | None:
    """None if `by` may ask for this now, else why not."""
    row = REQUESTS[type(request)]
    gives_up = row.off and not getattr(request, row.off)
    if not gives_up or by not in meeting.members:
        for right in row.needs:
            refusal = may(meeting, by, right)
            if refusal is not None:
                return refusal
    whom = getattr(request, row.about) if row.about else None
    return may_reach(meeting, by, whom, row.reach) if whom is not None else None
