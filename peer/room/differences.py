"""Effects that follow from the difference between the meeting before a step and after it.

No handler can forget to close a gate or to tell somebody: whatever changed is found here.
"""

from __future__ import annotations

from collections.abc import Iterator

from peer.room.clockwork import next_moment
from peer.room.effects import (
    AnyEffect,
    BindInvite,
    CloseGates,
    CloseLink,
    ConnectMedia,
    ConnectWaiting,
    DisconnectMedia,
    EndMeeting,
    NoteRemoval,
    OpenGates,
    RevokeInviteNumber,
    SaveState,
    Tell,
    Unban,
    WakeAt,
    Welcome,
)
from peer.room.film import watchers
from peer.room.meeting import Meeting
from peer.room.news import newly_present, news_for_guests, news_for_hosts, news_for_members
from peer.room.notices import Ended
from peer.room.people import Connected, Connecting, NoMedia
from peer.room.saved import to_state
from peer.room.step import Step
from peer.room.values import PersonId, Refusal, RefusalCode, TrackKind
from peer.room.views import admitted

Gates = dict[PersonId, frozenset[TrackKind]]
BEFORE_SAVING = (RevokeInviteNumber, BindInvite)
"""What the sealed state file is to know already."""

NOTHING: frozenset[TrackKind] = frozenset()


def open_gates(meeting: Meeting) -> Gates:
    """The tracks that are forwarded. `settle` has taken out of `on` what the rights, the line and the verdict
    do not allow.
    """
    if meeting.is_over:
        return {}
    return {id_: member.on for id_, member in meeting.members.items() if isinstance(member.media, Connected)}


def differences(before: Meeting, step: Step) -> tuple[AnyEffect, ...]:
    """All that follows, in the order in which it is to be done, with the step's own effects at their place.

    Gates close before anything else; an invite is revoked before the state is saved, and the state is saved
    before anybody is answered; links close after everything that was sent to them.
    """
    after = step.meeting
    gates_before, gates_after = open_gates(before), open_gates(after)
    said = [*step.effects]
    if after.is_over:
        said += _farewell(before)
    else:
        said += _welcomes(before, after)
        said += news_for_members(before, step)
        said += news_for_hosts(before, step)
        said += news_for_guests(before, after)
    return (
        *_gates(CloseGates, gates_before, gates_after),
        *_media_gone(before, after),
        *(effect for effect in said if isinstance(effect, BEFORE_SAVING)),
        *_bans(before, after),
        *_saved(before, after),
        *(effect for effect in said if not isinstance(effect, (CloseLink, *BEFORE_SAVING))),
        *_media_wanted(before, after),
        *_gates(OpenGates, gates_after, gates_before),
        *(effect for effect in said if isinstance(effect, CloseLink)),
        *_unheard(before, after),
        *_woken(before, after),
        *((EndMeeting(),) if after.is_over else ()),
    )


def _gates(effect: type[CloseGates] | type[OpenGates], here: Gates, there: Gates) -> Iterator[AnyEffect]:
    for id_, kinds in here.items():
        only_here = kinds - there.get(id_, NOTHING)
        if only_here:
            yield effect(id_, only_here)


def _media_gone(before: Meeting, after: Meeting) -> Iterator[AnyEffect]:
    yield from map(DisconnectMedia, sorted(watchers(before) - watchers(after)))
    for id_, member in before.members.items():
        now = after.members.get(id_)
        wanted = now is not None and not isinstance(now.media, NoMedia) and not after.is_over
        if not isinstance(member.media, NoMedia) and not wanted:
            yield DisconnectMedia(id_)


def _media_wanted(before: Meeting, after: Meeting) -> Iterator[AnyEffect]:
    if after.is_over:
        return
    yield from map(ConnectWaiting, sorted(watchers(after) - watchers(before)))
    for id_, member in after.members.items():
        old = before.members.get(id_)
        if isinstance(member.media, Connecting) and (old is None or old.media != member.media):
            yield ConnectMedia(id_)


def _saved(before: Meeting, after: Meeting) -> Iterator[AnyEffect]:
    if not after.is_over and to_state(before) != to_state(after):
        yield SaveState()


def _bans(before: Meeting, after: Meeting) -> Iterator[AnyEffect]:
    for identity, removal in after.removed.items():
        if identity not in before.removed and removal.order:
            yield NoteRemoval(identity, removal.everywhere, removal.lost)
    for identity in before.removed.keys() - after.removed.keys():
        yield Unban(identity)


def _unheard(before: Meeting, after: Meeting) -> Iterator[AnyEffect]:
    for id_ in before.last_words.keys() - after.last_words.keys():
        yield CloseLink(id_, Refusal(RefusalCode.REMOVED))


def _welcomes(before: Meeting, after: Meeting) -> Iterator[AnyEffect]:
    for id_ in newly_present(before, after):
        yield Welcome(id_, admitted(after, after.members[id_]))


def _farewell(before: Meeting) -> Iterator[AnyEffect]:
    everyone = (*before.members, *before.guests, *before.last_words)
    if before.console is not None:
        everyone += (before.console,)
    if everyone:
        yield Tell(everyone, Ended())
    for id_ in everyone:
        yield CloseLink(id_, Refusal(RefusalCode.ENDED))


def _woken(before: Meeting, after: Meeting) -> Iterator[AnyEffect]:
    at = next_moment(after)
    if at is not None and at != next_moment(before):
        yield WakeAt(at)
