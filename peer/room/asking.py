"""Every request in one table: the right that it needs, whom it may be about, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec.structs import replace

from peer.room import acts, admitting, cohosts, orders, presets, removal, suspending, undoing, voices
from peer.room import requests as ask
from peer.room.deletion import deletion_asked
from peer.room.events import Asked
from peer.room.meeting import Done, Meeting
from peer.room.reach import Whom, may_reach
from peer.room.recording import people_in, record, tag_of
from peer.room.requests import AnyRequest, DeleteMessage, Request
from peer.room.rights import may
from peer.room.step import Step, refused
from peer.room.undoing import DONE_LIMIT, changes
from peer.room.values import PersonId, Refusal, Right

Handler = Callable[[Meeting, PersonId, Any, float], Step | Refusal]
"""Called once `may` and `may_reach` said yes."""


class Row(msgspec.Struct, frozen=True):
    """One request. `needs` are asked of `may`, but of a member not where the request only gives something up:
    where the field that `off` names is false.

    `about` names the field with the person whom it is about; None in it means everybody. An order is recorded;
    one that is `numbered` and changes the meeting can be named: to undo it, or to appeal against it.
    """

    handler: Handler
    needs: tuple[Right, ...]
    about: str = ""
    reach: Whom = Whom.NOBODY
    off: str = ""
    is_order: bool = True
    numbered: bool = True


HERE = (Right.LEAVE,)
"""Asked of somebody who is here at all: what is done for oneself needs no right that could be taken."""

REQUESTS: dict[type[Request], Row] = {
    # for oneself
    ask.SetMicrophone: Row(acts.set_microphone, (Right.SPEAK, Right.UNMUTE), off="on", is_order=False),
    ask.SetCamera: Row(acts.set_camera, (Right.VIDEO,), off="on", is_order=False),
    ask.SetHand: Row(acts.set_hand, (Right.RAISE_HAND,), off="up", is_order=False),
    ask.Leave: Row(acts.leave, HERE, is_order=False),
    ask.RefusePrivateChat: Row(voices.refuse_private_chat, HERE, is_order=False),
    ask.ShowLink: Row(orders.show_link, (Right.INVITE,), is_order=False),
    ask.CallHost: Row(voices.call_host, (Right.REPORT,), numbered=False),
    ask.Appeal: Row(voices.appeal, (Right.APPEAL,), numbered=False),
    ask.ReportPerson: Row(voices.report_person, (Right.REPORT,), "person", Whom.ANYBODY, numbered=False),
    # the door
    ask.Admit: Row(admitting.admit, (Right.ADMIT,), "guest", Whom.GUEST),
    ask.AdmitAll: Row(admitting.admit_all, (Right.ADMIT,)),
    ask.Decline: Row(admitting.decline, (Right.ADMIT,), "guest", Whom.GUEST),
    ask.MuteGuest: Row(admitting.mute_guest, (Right.ADMIT,), "guest", Whom.GUEST),
    ask.PutBack: Row(admitting.put_back, (Right.ADMIT,), "member", Whom.SUBORDINATE),
    ask.SetBypass: Row(admitting.set_bypass, (Right.RULE,)),
    ask.SetWaitingRoom: Row(orders.set_waiting_room, (Right.RULE,)),
    # what one member may do
    ask.Mute: Row(orders.mute, (Right.MODERATE,), "member", Whom.SUBORDINATE),
    ask.MuteAll: Row(orders.mute_all, (Right.MODERATE,)),
    ask.AskToUnmute: Row(orders.ask_to_unmute, (Right.MODERATE,), "member", Whom.MEMBER),
    ask.AskForCamera: Row(orders.ask_for_camera, (Right.MODERATE,), "member", Whom.MEMBER),
    ask.StopCamera: Row(orders.stop_camera, (Right.MODERATE,), "member", Whom.SUBORDINATE),
    ask.LowerHand: Row(orders.lower_hand, (Right.MODERATE,), "member", Whom.MEMBER),
    ask.Spotlight: Row(orders.spotlight, (Right.MODERATE,), "member", Whom.MEMBER),
    ask.RenameMember: Row(orders.rename_member, (Right.MODERATE,), "member", Whom.SUBORDINATE),
    ask.SetRight: Row(cohosts.set_right, (Right.MODERATE,), "member", Whom.SUBORDINATE),
    # what everybody may do
    ask.ChangeRules: Row(orders.change_rules, (Right.RULE,)),
    ask.UsePreset: Row(presets.use_preset, (Right.RULE,)),
    # suspension and removal
    ask.Suspend: Row(suspending.suspend, (Right.MODERATE,), "member", Whom.SUBORDINATE),
    ask.ExplainSuspension: Row(
        suspending.explain, (Right.MODERATE,), "member", Whom.SUBORDINATE, numbered=False
    ),
    ask.ShowMessages: Row(suspending.show_messages, (Right.MODERATE,), "member", Whom.MEMBER),
    ask.Resume: Row(suspending.resume, (Right.MODERATE,), "member", Whom.SUBORDINATE),
    ask.Remove: Row(removal.remove, (Right.REMOVE,), "person", Whom.ANYBODY_BELOW),
    ask.RefuseDevice: Row(removal.refuse_device, (Right.REMOVE,), "person", Whom.ANYBODY_BELOW),
    ask.Unban: Row(removal.unban, (Right.UNBAN,), "person", Whom.REMOVED),
    # the host's own
    ask.Appoint: Row(cohosts.appoint, (Right.APPOINT,), "member", Whom.SUBORDINATE),
    ask.HandOver: Row(cohosts.hand_over, (Right.HAND_OVER,), "member", Whom.SUBORDINATE),
    ask.Undo: Row(undoing.undo, (Right.MODERATE,), numbered=False),
    ask.UndoOrder: Row(undoing.undo_order, (Right.MODERATE,), numbered=False),
    ask.End: Row(orders.end, (Right.END,), numbered=False),
    # invites
    ask.RotateLink: Row(orders.rotate_link, (Right.RULE,)),
    ask.MakeInvite: Row(orders.make_invite, (Right.INVITES,)),
    ask.RevokeInvite: Row(orders.revoke_invite, (Right.INVITES,)),
    ask.ListInvites: Row(orders.list_invites, (Right.INVITES,), is_order=False),
}
"""All but DeleteMessage, whose right depends on whose message it is."""


def asked(meeting: Meeting, event: Asked, now: float) -> Step:
    """A person asked for something. Orders are recorded, the refused ones too."""
    by, request = event.by, event.request
    if isinstance(request, DeleteMessage):
        return deletion_asked(meeting, event)
    row = REQUESTS[type(request)]
    outcome = may_ask(meeting, by, request) or row.handler(meeting, by, request, now)
    if isinstance(outcome, Refusal):
        step = refused(meeting, by, outcome, tag_of(request))
        return _recorded(meeting, event, step, 0, outcome) if row.is_order else step
    if not row.is_order:
        return outcome
    if not row.numbered or outcome.meeting is meeting:
        return _recorded(meeting, event, outcome, 0, None)
    done = _done(meeting, event, outcome.meeting, row, now)
    after = replace(outcome.meeting, orders=done.number, done=(*meeting.done[1 - DONE_LIMIT :], done))
    return _recorded(meeting, event, replace(outcome, meeting=after), done.number, None)


def _recorded(meeting: Meeting, event: Asked, step: Step, number: int, refusal: Refusal | None) -> Step:
    return replace(step, effects=(record(meeting, event.by, event.request, number, refusal), *step.effects))


def _done(meeting: Meeting, event: Asked, after: Meeting, row: Row, now: float) -> Done:
    about = people_in(event.request)
    identities = (meeting.identity(person) for person in about)
    return Done(
        number=meeting.orders + 1,
        by=event.by,
        by_identity=meeting.identity(event.by) or b"",
        by_host=may(meeting, event.by, Right.APPOINT) is None,
        what=tag_of(event.request),
        about=about,
        identities=frozenset(identity for identity in identities if identity),
        at=now,
        needs=row.needs,
        changes=changes(meeting, after),
        admitted=tuple(id_ for id_ in after.members if id_ in meeting.guests),
    )


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
