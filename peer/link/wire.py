"""The protocol's whole vocabulary: every message that crosses a link, its size limit and its rate class.

A frame is one message in msgpack: a map whose first key is `type`. Each direction and each phase has a union
of its own; what is not in it is refused by name. `docs/protocol.md` is generated from this file.
"""

from __future__ import annotations

import enum
from typing import Final, get_args

import msgspec

from peer.room.notices import AnyNotice, Refused
from peer.room.requests import (
    AdmitAll,
    AnyRequest,
    Appeal,
    ChangeRules,
    Decline,
    ExplainSuspension,
    MakeInvite,
    Remove,
    RenameMember,
    Resume,
    SetWaitingRoom,
    Suspend,
)
from peer.room.signals import SDP_LIMIT, Answer, Look, Lost, Offer, Point
from peer.room.values import DESCRIPTION_LIMIT, LOGO_LIMIT, PersonId, Refusal

VERSIONS: Final = (1,)
"""The protocol's versions that this program speaks, best first."""

FEATURES: Final[frozenset[str]] = frozenset()
"""What both sides may agree on beyond the version. A message of a feature not agreed is never sent."""

NONCE_SIZE: Final = 32
OPENING_LIMIT: Final = 64 * 1024
ENTRY_LIMIT: Final = OPENING_LIMIT + 1024
FRAME_LIMIT: Final = SDP_LIMIT + 1024
"""Bytes of the largest frame of all. The WebSocket layer refuses more before it is read."""
HANDSHAKE_FRAME_LIMIT: Final = 2048


UNREADABLE: Final = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""All that msgspec's decoder raises on foreign bytes (UnicodeDecodeError: on the keys of a map)."""


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of what a message is made of."""


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """Base of the link's own messages; requests, notices and signals are the room's."""


# --- the handshake: hello, challenge, proof, accepted ------------------------------------------


class Hello(Message, frozen=True, tag="hello"):
    """Member's first word. Its shape is the same in all versions.

    `number` and `token` are the invite's; `nonce` is 32 random bytes; a returning member adds the ticket.
    """

    versions: tuple[int, ...]
    features: tuple[str, ...]
    meeting: str
    number: int
    token: bytes
    nonce: bytes
    ticket: bytes | None = None


class Challenge(Message, frozen=True, tag="challenge"):
    """The token holds. `meeting_key` is the service's public key: the meeting id is a hash of it."""

    nonce: bytes
    meeting_key: bytes
    version: int


class Proof(Message, frozen=True, tag="proof"):
    """Who comes. Both keys sign `handshake.proof_body`; `certificate` is the identity's for the meeting key.

    `service_certificate` is the host's own, for the service's meeting key; nobody else sends one.
    """

    identity: bytes
    key: bytes
    identity_signature: bytes
    key_signature: bytes
    certificate: bytes
    name: str
    service_certificate: bytes | None = None


class Accepted(Message, frozen=True, tag="accepted"):
    """The proof holds; notices follow. Nobody is admitted by it."""

    version: int
    features: tuple[str, ...]


# --- what people say ---------------------------------------------------------------------------


class Entry(Part, frozen=True):
    """What somebody said, as they signed it (see `entries`). `opening` is there for recipients only."""

    header: bytes
    signature: bytes
    opening: bytes | None


class Receipt(Part, frozen=True):
    """The host's signed word on where an entry stands in its talk."""

    body: bytes
    signature: bytes


class Say(Message, frozen=True, tag="say"):
    """Pass this entry on. `to`: None for everyone, "host" for host and co-hosts, else a person."""

    entry: Entry
    to: str | None = None


class Passed(Message, frozen=True, tag="passed"):
    """Somebody said this. `talk` is None for the meeting's, else the guest whose talk with the host it is."""

    entry: Entry
    by: PersonId
    to: str | None
    receipt: Receipt
    talk: PersonId | None = None


class Receipted(Message, frozen=True, tag="receipted"):
    """An entry stands in this talk: said to its author, and to who may not read it, so that no link lacks."""

    receipt: Receipt
    talk: PersonId | None = None


class NotPassed(Message, frozen=True, tag="not_passed"):
    """Your entry with this hash was dropped. Its place in your own chain stays used."""

    entry: bytes
    refusal: Refusal


class RecordHead(Message, frozen=True, tag="record_head"):
    """Line `number` of the host's record of orders has this hash. To members, after each order, at most one a second.

    Signed by the meeting key (see `heads`): a member who keeps it finds a record that was rewritten.
    """

    number: int
    head: bytes
    signature: bytes


# --- is anybody there --------------------------------------------------------------------------


class Ping(Message, frozen=True, tag="ping"):
    """Sent by the member every 0.5 s."""

    number: int


class Pong(Message, frozen=True, tag="pong"):
    """The host's answer to the ping of this number."""

    number: int


# --- who may send what, and when ---------------------------------------------------------------

HandshakeToHost = Hello | Proof
HandshakeToMember = Challenge | Accepted | Refused
ToHost = Say | Ping | AnyRequest | Answer | Look | Lost
ToMember = Passed | Receipted | NotPassed | RecordHead | Pong | AnyNotice | Offer | Point
AnyMessage = HandshakeToHost | HandshakeToMember | ToHost | ToMember


class Rate(enum.StrEnum):
    """How often a member may send: messages of one class share a bucket (see `RATES`)."""

    HANDSHAKE = "handshake"
    PING = "ping"
    REQUEST = "request"
    SAY = "say"
    SIGNAL = "signal"
    TO_MEMBER = "to_member"
    """From host to member: bounded by the member's own reading, not by a bucket."""


RATES: Final[dict[Rate, tuple[float, float]]] = {
    Rate.PING: (4.0, 12.0),
    Rate.REQUEST: (10.0, 40.0),
    Rate.SAY: (5.0, 20.0),
    Rate.SIGNAL: (5.0, 20.0),
}
"""Messages a second and the burst on top, for each member's link."""

BYTES_RATE: Final = (64 * 1024.0, 1024 * 1024.0)
"""Bytes a second and the burst on top that a member may send, over all classes."""


class Limit(Part, frozen=True):
    """What one message may cost: bytes of its frame, and whose bucket it empties."""

    size: int
    rate: Rate


_REQUEST = Limit(512, Rate.REQUEST)
_NOTICE = Limit(FRAME_LIMIT, Rate.TO_MEMBER)

_OWN_LIMITS: dict[type, Limit] = {
    Hello: Limit(HANDSHAKE_FRAME_LIMIT, Rate.HANDSHAKE),
    Proof: Limit(HANDSHAKE_FRAME_LIMIT, Rate.HANDSHAKE),
    Challenge: Limit(HANDSHAKE_FRAME_LIMIT, Rate.HANDSHAKE),
    Accepted: Limit(HANDSHAKE_FRAME_LIMIT, Rate.HANDSHAKE),
    Say: Limit(ENTRY_LIMIT, Rate.SAY),
    Passed: Limit(ENTRY_LIMIT + 1024, Rate.TO_MEMBER),
    Receipted: Limit(1024, Rate.TO_MEMBER),
    NotPassed: Limit(1024, Rate.TO_MEMBER),
    RecordHead: Limit(256, Rate.TO_MEMBER),
    Ping: Limit(64, Rate.PING),
    Pong: Limit(64, Rate.TO_MEMBER),
    Answer: Limit(FRAME_LIMIT, Rate.SIGNAL),
    Look: Limit(1024, Rate.SIGNAL),
    Lost: Limit(64, Rate.SIGNAL),
    ChangeRules: Limit(2 * 1024, Rate.REQUEST),
    Resume: Limit(2 * 1024, Rate.REQUEST),
    AdmitAll: Limit(8 * 1024, Rate.REQUEST),
    Decline: Limit(4 * 1024, Rate.REQUEST),
    Suspend: Limit(4 * 1024, Rate.REQUEST),
    Remove: Limit(4 * 1024, Rate.REQUEST),
    MakeInvite: Limit(1024, Rate.REQUEST),
    RenameMember: Limit(1024, Rate.REQUEST),
    ExplainSuspension: Limit(4 * 1024, Rate.REQUEST),
    SetWaitingRoom: Limit(LOGO_LIMIT + 4 * DESCRIPTION_LIMIT + 256, Rate.REQUEST),
    Appeal: Limit(4 * 1024 + 256, Rate.REQUEST),
}

LIMITS: Final[dict[type, Limit]] = {
    **dict.fromkeys(get_args(AnyNotice), _NOTICE),
    **dict.fromkeys((Offer, Point), _NOTICE),
    **dict.fromkeys(get_args(AnyRequest), _REQUEST),
    **_OWN_LIMITS,
}
"""The limit of every message."""


def tag_of(message: type) -> str:
    """A message's name on the wire."""
    return str(msgspec.inspect.type_info(message).tag)  # type: ignore[attr-defined]
