"""Who was removed and what is left to them: one report and one appeal while the line is still open."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.effects import AnyEffect, CloseLink, Send
from peer.room.meeting import Meeting, Removal
from peer.room.notices import RemovedFromMeeting
from peer.room.people import LastWords, Person
from peer.room.step import Step
from peer.room.values import Refusal, RefusalCode, Role

LINES_LIMIT = 64
"""Lines of removed people that are kept open at once; of one identity, the newest."""

OPEN_FOR = 600.0
"""Seconds until such a line closes by itself."""

TOLD_EVERY = 10.0
"""Seconds between two times that the hosts are told of the attempts of one identity."""

GOODBYE = Refusal(RefusalCode.REMOVED)


def spoken_to(meeting: Meeting, people: tuple[Person, ...], now: float) -> Step:
    """Tell these lines of one removed identity that it is so, and keep the last open for a report and an appeal.

    `meeting` has the removal already, and none of these people. Lines that are kept no longer close by the
    difference.
    """
    effects: list[AnyEffect] = []
    after = meeting
    for who in people:
        removal = meeting.removed[who.identity]
        after = without_words(after, who.identity)
        stays = who is people[-1] and _has_words_left(removal) and len(after.last_words) < LINES_LIMIT
        effects.append(Send(who.id, farewell(removal, stays=stays)))
        if stays:
            after = replace(after, last_words={**after.last_words, who.id: LastWords(who, now)})
        else:
            effects.append(CloseLink(who.id, GOODBYE))
    return Step(after, tuple(effects))


def without_words(meeting: Meeting, identity: bytes) -> Meeting:
    """The meeting without open lines of this identity."""
    left = {id_: one for id_, one in meeting.last_words.items() if one.who.identity != identity}
    return replace(meeting, last_words=left)


def _has_words_left(removal: Removal) -> bool:
    return not (removal.reported and removal.appealed)


def farewell(removal: Removal, *, stays: bool) -> RemovedFromMeeting:
    """What somebody who was removed is told."""
    return RemovedFromMeeting(
        removal.by,
        removal.reason,
        removal.order,
        may_report=stays and not removal.reported,
        may_appeal=stays and not removal.appealed,
    )


def came_back(meeting: Meeting, who: Person, now: float) -> Step:
    """A removed identity knocks: it is refused and counted."""
    removal = meeting.removed[who.identity]
    counted = replace(removal, attempts=removal.attempts + 1)
    last = removal.attempted_at
    if last is None or not 0 <= now - last < TOLD_EVERY:
        counted = replace(counted, shown=counted.attempts, attempted_as=who.name, attempted_at=now)
    return spoken_to(with_removal(meeting, who.identity, counted), (who,), now)


def known_as_banned(meeting: Meeting, who: Person, now: float) -> Meeting:
    """The meeting with a removal of an identity that was banned in an earlier one. Who is here was not."""
    here = any(guest.who.identity == who.identity for guest in meeting.guests.values())
    if here or who.identity in meeting.removed or meeting.inside(who.identity):
        return meeting
    removal = Removal(who.id, who.name, now, Role.HOST.value, everywhere=True, reported=True, appealed=True)
    return with_removal(meeting, who.identity, removal)


def with_removal(meeting: Meeting, identity: bytes, removal: Removal) -> Meeting:
    """The meeting with this removal new or changed."""
    return replace(meeting, removed={**meeting.removed, identity: removal})


def word_said(
    meeting: Meeting, identity: bytes, *, reported: bool = False, appealed: bool = False
) -> Meeting:
    """The meeting after a report or an appeal of somebody; with the last word of who was removed the line ends."""
    old = meeting.removed.get(identity)
    if old is None:
        return meeting
    removal = replace(old, reported=old.reported or reported, appealed=old.appealed or appealed)
    after = with_removal(meeting, identity, removal)
    return after if _has_words_left(removal) else without_words(after, identity)


def unheard(meeting: Meeting, now: float) -> Meeting:
    """The same meeting, or one without the lines that were open long enough or are of nobody removed any more."""
    left = {
        id_: one
        for id_, one in meeting.last_words.items()
        if 0 <= now - one.since < OPEN_FOR and one.who.identity in meeting.removed
    }
    return meeting if len(left) == len(meeting.last_words) else replace(meeting, last_words=left)
