"""What must be done: the outputs of `decide`, performed in order by the shell and by nobody else."""

from __future__ import annotations

import msgspec

from peer.room.notices import AnyNotice
from peer.room.values import Party, PersonId, Refusal, TrackKind


class Effect(msgspec.Struct, frozen=True):
    """Base of all that a shell performs."""


class CloseGates(Effect, frozen=True):
    """From the next packet on, forward nothing of these tracks; forget their resend history. Always first."""

    person: PersonId
    kinds: frozenset[TrackKind]


class OpenGates(Effect, frozen=True):
    """Forward these tracks again, from a key frame on."""

    person: PersonId
    kinds: frozenset[TrackKind]


class ConnectMedia(Effect, frozen=True):
    """Offer this member a media connection (a new one, should there be an old one)."""

    person: PersonId


class ConnectWaiting(Effect, frozen=True):
    """Offer this guest a connection for the waiting room's film; nothing else goes over it. DisconnectMedia ends it."""

    person: PersonId


class DisconnectMedia(Effect, frozen=True):
    """Close this person's media connection; nothing is sent to or taken from it any more."""

    person: PersonId


class Send(Effect, frozen=True):
    """Send one person a notice."""

    to: PersonId
    notice: AnyNotice


class Tell(Effect, frozen=True):
    """Send several persons the same notice; it is encoded once."""

    to: tuple[PersonId, ...]
    notice: AnyNotice


class Welcome(Effect, frozen=True):
    """Make a ticket for this member and send them `Admitted` with it. The shell fills `ticket` in."""

    to: PersonId
    notice: AnyNotice


class PassOn(Effect, frozen=True):
    """Receipt an entry, and send entry and receipt to its recipients; to the author goes the receipt alone.

    `opened` names the recipients who get the opening. `talk` names the chain whose index counts it: None is
    the meeting's, else the guest whose talk with the host it is.
    """

    number: int
    by: PersonId
    to: tuple[PersonId, ...]
    talk: PersonId | None = None


class RefuseEntry(Effect, frozen=True):
    """Drop an entry and tell its author why."""

    number: int
    by: PersonId
    refusal: Refusal


class Judge(Effect, frozen=True):
    """Ask the geofence about this address; the answer comes back as `Judged`."""

    person: PersonId
    address: str
    how: str


class CloseLink(Effect, frozen=True):
    """Close a person's link, after what was sent to it."""

    person: PersonId
    refusal: Refusal | None = None


class MoveLink(Effect, frozen=True):
    """The link that just proved `Returned` is now the member's; an older one is closed without a word."""

    person: PersonId


class RefuseReturn(Effect, frozen=True):
    """The link that just proved `Returned` is refused and closed."""

    refusal: Refusal


class Record(Effect, frozen=True):
    """Note an order, an appeal or a report in the record of orders, done or refused. The shell adds the time.

    `number` is the order's own in this meeting, from 1, where it changed the meeting (so it can be undone by
    that number), else 0. `what` is the request's tag. `about` are those whom it concerns, with the names that
    they had before it. `details` name nobody; `texts` hold whatever a person wrote, and names: they go into
    the record as commitments.
    """

    number: int
    by: Party
    what: str
    about: tuple[Party, ...] = ()
    details: dict[str, str | int | bool] = {}
    texts: dict[str, str] = {}
    refusal: Refusal | None = None


class NoteRemoval(Effect, frozen=True):
    """This identity was removed: count it, and with `everywhere` refuse it in all of this host's meetings.

    `lost`: its device is lost; its person did nothing.
    """

    identity: bytes
    everywhere: bool
    lost: bool


class Unban(Effect, frozen=True):
    """Refuse this identity no more; how often it was removed is still known."""

    identity: bytes


class NoteNetwork(Effect, frozen=True):
    """This person is being removed: keep their network in memory, to tell who comes from the same one."""

    person: PersonId


class BindInvite(Effect, frozen=True):
    """This identity was admitted with this personal invite."""

    number: int
    identity: bytes


class TellInvites(Effect, frozen=True):
    """Tell `to` every invite and who used it."""

    to: PersonId


class TellOpenLink(Effect, frozen=True):
    """Tell `to` the open link."""

    to: PersonId


class RotateInvites(Effect, frozen=True):
    """Refuse the open link's number from now on, make a new one, and tell `to`."""

    to: PersonId


class MakePersonalInvite(Effect, frozen=True):
    """Make a personal invite and tell `to`."""

    to: PersonId
    invitee: str
    uses: int
    ends: float | None = None


class RevokeInviteNumber(Effect, frozen=True):
    """Refuse this invite from now on."""

    number: int


class Remember(Effect, frozen=True):
    """Somebody was admitted: their identity is known from now on."""

    identity: bytes


class SaveState(Effect, frozen=True):
    """Write the sealed state file before anything that follows is sent."""


class WakeAt(Effect, frozen=True):
    """Give `TimePassed` at this moment or after it."""

    at: float


class EndMeeting(Effect, frozen=True):
    """Close everything and end the service."""


AnyEffect = (
    CloseGates
    | OpenGates
    | ConnectMedia
    | ConnectWaiting
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
    | NoteRemoval
    | Unban
    | NoteNetwork
    | BindInvite
    | TellInvites
    | TellOpenLink
    | RotateInvites
    | MakePersonalInvite
    | RevokeInviteNumber
    | Remember
    | SaveState
    | WakeAt
    | EndMeeting
)
