"""The values that everything else is made of: ids, roles, rights, rules, refusals.

All are immutable and carry no behaviour beyond what follows from their own fields. They cross the wire as
they are (msgspec), so a field's name and type is part of the protocol.
"""

from __future__ import annotations

import enum

import msgspec

PersonId = str
"""8 characters, chosen at random by the shell when somebody knocks. It says nothing about how many came before."""

WAITING_CONNECTIONS = 32
"""Guests who get the waiting room's film at the same time; the others see a picture."""

TITLE_LIMIT = 64
NAME_LIMIT = 64
DESCRIPTION_LIMIT = 500
LOGO_LIMIT = 24 * 1024
"""Bytes of the picture that guests see while they wait, as the host's app made it anew."""


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every value: immutable, compared by its fields, strict about unknown ones."""


class Role(enum.StrEnum):
    """What the host made of a person. A person who waits has no role."""

    HOST = "host"
    CHAIR = "chair"
    """A co-host to whom the host handed the chair: decides as the host does, until the host takes it back."""
    COHOST = "cohost"
    MEMBER = "member"


class Right(enum.StrEnum):
    """One thing that a person may do. The first group is a member's, the second a co-host's too, the third the host's
    unless given, the fourth the host's alone, the last everybody's.
    """

    SPEAK = "speak"
    UNMUTE = "unmute"
    VIDEO = "video"
    SHARE = "share"
    RECORD = "record"
    CHAT = "chat"
    CHAT_PRIVATELY = "chat_privately"
    REACT = "react"
    RAISE_HAND = "raise_hand"
    ANNOTATE = "annotate"
    WHITEBOARD = "whiteboard"
    RENAME = "rename"
    PICTURE = "picture"
    INVITE = "invite"

    ADMIT = "admit"
    MODERATE = "moderate"
    REMOVE = "remove"
    RULE = "rule"

    REMOVE_FREELY = "remove_freely"
    """Remove more than three people in a minute."""
    UNBAN = "unban"
    INVITES = "invites"
    """See, make and revoke personal invites."""
    FENCE = "fence"
    EXPORT = "export"
    ORDER_COHOSTS = "order_cohosts"

    APPOINT = "appoint"
    END = "end"
    HAND_OVER = "hand_over"

    LEAVE = "leave"
    REPORT = "report"
    APPEAL = "appeal"


class TrackKind(enum.StrEnum):
    """A stream that a member publishes."""

    AUDIO = "audio"
    CAMERA = "camera"
    SCREEN = "screen"


class ChatScope(enum.StrEnum):
    """To whom members may write."""

    EVERYONE = "everyone"
    HOST = "host"
    NOBODY = "nobody"


class Decision(enum.StrEnum):
    """What a verdict says of a network path."""

    ALLOW = "allow"
    HOLD = "hold"
    BLOCK = "block"


class Verdict(Value, frozen=True):
    """The geofence's answer about one person's path. The sentence is made where it is read."""

    decision: Decision
    code: str = "fence_off"
    country: str | None = None
    kind: str | None = None


NOT_JUDGED = Verdict(Decision.ALLOW)


class Rules(Value, frozen=True):
    """The meeting's own settings; the values here are the defaults of a new meeting.

    `allowed` holds the rights that members (not the host, not co-hosts) have in this meeting.
    `pictures_hidden` keeps back the pictures of people never met before; without the right `picture` nobody
    shows one. With `open_link` false the open link lets in only identities met before. `guarded` is set by a
    removal and taken back when the host opens the link again: identities never met before wait, with a
    warning, whatever link they used and with the waiting room off too. `evidence_pictures`: a report may
    carry pictures. `roster`: members may keep the sealed list of people for later reports.
    """

    waiting_room: bool = True
    locked: bool = False
    chat: ChatScope = ChatScope.EVERYONE
    pictures_hidden: bool = True
    open_link: bool = True
    guarded: bool = False
    evidence_pictures: bool = False
    roster: bool = True
    member_limit: int = 25
    guest_limit: int = 200
    allowed: frozenset[Right] = frozenset(
        {
            Right.SPEAK,
            Right.UNMUTE,
            Right.VIDEO,
            Right.CHAT,
            Right.REACT,
            Right.RAISE_HAND,
            Right.PICTURE,
        }
    )


class Preset(enum.StrEnum):
    """A set of rules with a name (see `presets`)."""

    OPEN_TALK = "open_talk"
    CLASS = "class"
    SUPPORT_GROUP = "support_group"


class InviteKind(enum.StrEnum):
    """Who an invite is for."""

    OPEN = "open"
    PERSONAL = "personal"
    HOST = "host"


class InviteRef(Value, frozen=True):
    """Which invite a guest came with."""

    number: int
    kind: InviteKind
    invitee: str = ""


class RefusalCode(enum.StrEnum):
    """Why something was refused. One sentence each is in `client/models/sentences.py`."""

    # at the door
    WRONG_TOKEN = "wrong_token"
    REVOKED_INVITE = "revoked_invite"
    USED_INVITE = "used_invite"
    LINK_CLOSED = "link_closed"
    WRONG_PROOF = "wrong_proof"
    VERSION_TOO_OLD = "version_too_old"
    VERSION_TOO_NEW = "version_too_new"
    TICKET_REFUSED = "ticket_refused"
    LOCKED = "locked"
    FULL = "full"
    WAITING_ROOM_FULL = "waiting_room_full"
    DECLINED = "declined"
    REMOVED = "removed"
    BLOCKED = "blocked"
    ALREADY_INSIDE = "already_inside"
    BUSY = "busy"
    # from inside
    NOT_ALLOWED = "not_allowed"
    SUSPENDED = "suspended"
    NO_SUCH_PERSON = "no_such_person"
    NOT_WAITING = "not_waiting"
    HAS_WARNING = "has_warning"
    NOT_A_MEMBER = "not_a_member"
    HOST_IS_UNTOUCHABLE = "host_is_untouchable"
    NO_HOST_PRESENT = "no_host_present"
    NOT_YET = "not_yet"
    PRIVATE_CHAT_REFUSED = "private_chat_refused"
    TOO_LATE = "too_late"
    ALREADY_DONE = "already_done"
    ENDED = "ended"
    # of a message itself
    MALFORMED = "malformed"
    UNKNOWN_MESSAGE = "unknown_message"
    OVERSIZED = "oversized"
    OUT_OF_ORDER = "out_of_order"
    TOO_FAST = "too_fast"
    BAD_SIGNATURE = "bad_signature"
    LINK_REPLACED = "link_replaced"


class Refusal(Value, frozen=True):
    """A typed no: a code, and the parameters of its sentence (short texts and numbers)."""

    code: RefusalCode
    parameters: dict[str, str | int] = {}


class Suspension(Value, frozen=True):
    """Rights taken from one person, or (as `Meeting.suspension`) from everyone but host and co-hosts."""

    rights: frozenset[Right]
    by: PersonId
    since: float
    reason: str = ""
    name_hidden: bool = False
    receives_nothing: bool = False
    cohosts: bool = False
    """The meeting-wide one covers co-hosts too."""
    order: int = 0
    """The number of the order: what an appeal names."""


class Party(Value, frozen=True):
    """Somebody whom an order is by or about, as the record of orders names them.

    `role` is a Role's value, `guest`, `gone` or `removed`; the console is the host without an identity.
    """

    person: PersonId
    identity: bytes = b""
    name: str = ""
    role: str = ""
