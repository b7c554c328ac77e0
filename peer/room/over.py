"""What is answered when the meeting has ended: nothing changes any more."""

from __future__ import annotations

from peer.room.effects import AnyEffect, CloseLink, RefuseEntry, RefuseReturn
from peer.room.events import AnyEvent, Asked, ConsoleOpened, Knocked, Returned, Said
from peer.room.values import Refusal, RefusalCode

ENDED = Refusal(RefusalCode.ENDED)


def after_the_end(event: AnyEvent) -> tuple[AnyEffect, ...]:
    """Who comes or still asks is told that it is over."""
    match event:
        case Knocked(person=person) | ConsoleOpened(person=person) | Asked(by=person):
            return (CloseLink(person, ENDED),)
        case Said(by=by, number=number):
            return (RefuseEntry(number, by, ENDED),)
        case Returned():
            return (RefuseReturn(ENDED),)
    return ()
