"""How two machines set media up between them: session descriptions, slots, and who may pass the guard.

Values only. The host's machine always offers (RFC 8829); a slot is one m-line that it sends on, pointed at a
member's track by `Point` and not by a new offer.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from peer.room.values import PersonId, TrackKind

SDP_LIMIT = 256 * 1024
"""Bytes of a session description: 24 + 24 slots take about 84 kB."""

WAITING_FILM: PersonId = "waiting-film"
"""Whom a guest's slots are pointed at: nobody, but the film that the host's machine plays in the waiting room."""

SocketName = tuple[str, int] | tuple[str, int, int, int]
"""What a socket is bound to, as the system says it: IPv4, or IPv6 with flow and scope."""

Guard = Callable[[PersonId, tuple[str, int], bytes], bool]
"""(person, source address, datagram) -> may it come in. Called before STUN, DTLS or RTP is looked at."""


class Signal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """Base of the media messages on a link."""


class Offer(Signal, frozen=True, tag="offer"):
    """The host's machine offers a connection (a new `connection`) or more slots on it (a higher `revision`)."""

    connection: int
    revision: int
    sdp: str


class Answer(Signal, frozen=True, tag="answer"):
    """The member's machine answers the offer of the same numbers."""

    connection: int
    revision: int
    sdp: str


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one slot carries from now on; with `person` None, nothing. `mid` names its m-line.

    `turn` grows each time that the slot is pointed anew: the sender's SSRC stays, so a packet that was on its
    way is told from a later one by its RTP timestamp, which starts at `timestamp` for this turn.
    """

    mid: str
    kind: TrackKind
    person: PersonId | None
    turn: int
    timestamp: int = 0


class Point(Signal, frozen=True, tag="point"):
    """These slots were pointed anew; the others are as they were."""

    slots: tuple[Slot, ...]


class Look(Signal, frozen=True, tag="look"):
    """Whose pictures this machine shows now, most wanted first; at most 24. Nobody's others are sent to it."""

    people: tuple[PersonId, ...]


class Lost(Signal, frozen=True, tag="lost"):
    """This machine's media connection is dead; the host's machine offers a new one."""

    connection: int


AnySignal = Offer | Answer | Point | Look | Lost
