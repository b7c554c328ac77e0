"""What must be done: the outputs of `decide`, performed in order by the shell and by nobody else."""

from __future__ import annotations

import msgspec

from peer.room.notices import AnyNotice
from peer.room.values import PersonId, Refusal, TrackKind


class Effect(msgspec.Struct, frozen=True):
    """Base of all that a shell performs."""


class CloseGates(Effect):
    """From the next packet on, forward nothing of these tracks; forget their resend history. Always first."""

    person: PersonId
    kinds: frozenset[TrackKind]


class OpenGates(Effect):
    """Forward these tracks again, from a key frame on."""

    person: PersonId
    kinds: frozenset[TrackKind]


class ConnectMedia(Effect):
    """Offer this member a media connection (a new one, should there be an old one)."""

    person: PersonId


class DisconnectMedia(Effect):
    """Close this person's media connection; nothing is sent to or taken from it any more."""

    person: PersonId


class Send(Effect):
    """Send one person a notice."""

    to: PersonId
    notice: AnyNotice


class Tell(Effect):
    """Send several persons the same notice; it is encoded once."""

    to: tuple[PersonId, ...]
    notice: AnyNotice


class Welcome(Effect):
    """Make a ticket for this member and send them `Admitted` with it. The shell fills `ticket` in."""

    to: PersonId
    notice: AnyNotice


class PassOn(Effect):
    """Receipt an entry, and send entry and receipt to its recipients; to the author goes the receipt alone.

    `opened` names the recipients who get the opening. `talk` names the chain whose index counts it: None is the
    meeting's, else the guest whose talk with the host it is.
    """

    number: int
    by: PersonId
    to: tuple[PersonId, ...]
    talk: PersonId | None = None


class RefuseEntry(Effect):
    """Drop an entry and tell its author why."""

    number: int
    by: PersonId
    refusal: Refusal


class Judge(Effect):
    """Ask the geofence about this address; the answer comes back as `Judged`."""

    person: PersonId
    address: str
    how: str


class CloseLink(Effect):
    """Close a person's link, after what was sent to it."""

    person: PersonId
    refusal: Refusal | None = None


class MoveLink(Effect):
    """The link that just proved `Returned` is now the member's; an older one is closed without a word."""

    person: PersonId


class RefuseReturn(Effect):
    """The link that just proved `Returned` is refused and closed."""

    refusal: Refusal


class Record(Effect):
    """Note an order in the moderation log: who, what (its tag), whom, and the refusal if it was refused."""

    by: PersonId
    what: str
    whom: PersonId | None = None
    reason: str = ""
    refusal: Refusal | None = None


class RotateInvites(Effect):
    """Refuse the open link's number from now on, make a new one, and tell `to`."""

    to: PersonId


class MakePersonalInvite(Effect):
    """Make a personal invite and tell `to`."""

    to: PersonId
    invitee: str
    uses: int


class RevokeInviteNumber(Effect):
    """Refuse this invite from now on."""

    number: int


class Remember(Effect):
    """Somebody was admitted: their identity is known from now on."""

    identity: bytes


class SaveState(Effect):
    """Write the sealed state file before anything that follows is sent."""


class WakeAt(Effect):
    """Give `TimePassed` at this moment or after it."""

    at: float


class EndMeeting(Effect):
    """Close everything and end the service."""


AnyEffect = (
    CloseGates
    | OpenGates
    | ConnectMedia
    | DisconnectMedia
    | Send
    | Tell
    | Welcome
    | PassOn
    | RefuseEntry
    | Judge
    | CloseLink
    | MoveLink
    | RefuseReturn
    | Record
    | RotateInvites
    | MakePersonalInvite
    | RevokeInviteNumber
    | Remember
    | SaveState
    | WakeAt
    | EndMeeting
)
