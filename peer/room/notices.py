"""What the host's machine tells people: the same types on the wire, over the bridge, and as JSON lines.

A guest is told only what is in `FOR_GUESTS`; a test holds the core to it.
"""

from __future__ import annotations

import msgspec

from peer.room.values import Decision, InviteRef, PersonId, Refusal, Role, Rules, Suspension, Verdict


class Notice(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """Base of all that a person is told."""


# --- what a person looks like to others ----------------------------------------------------


class MemberView(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One member as every member sees them. `key` is the per-meeting public key (32 bytes)."""

    id: PersonId
    key: bytes
    name: str
    role: Role
    microphone: bool
    camera: bool
    hand_since: float | None = None
    suspended: bool = False
    name_hidden: bool = False
    present: bool = True
    """False while the line to them is silent; their tile greys and their gates are closed."""


class GuestCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One guest as host and co-hosts see them: the risk card of the admit dialog."""

    id: PersonId
    key: bytes
    name: str
    invite: InviteRef
    known: bool
    since: float
    """Seconds of the host's clock (Unix time) at which the guest knocked."""
    verdict: Verdict
    looks_like: str = ""
    """The name of a member that this guest's name can be taken for, else empty."""
    put_back: bool = False
    already_inside: bool = False
    """A member with the same identity is inside: a second device, or somebody who copied the first."""

    @property
    def flagged(self) -> bool:
        """True if the guest is left out of Admit all."""
        return bool(self.looks_like) or self.already_inside or self.verdict.decision is not Decision.ALLOW


# --- to a guest ------------------------------------------------------------------------------


class WaitingRoom(Notice, frozen=True, tag="waiting_room"):
    """You wait. Sent at the knock and whenever one of its facts changes."""

    title: str
    description: str
    ahead: int
    host_present: bool
    held: bool = False


class Declined(Notice, frozen=True, tag="declined"):
    """The host sent you away. The link closes after it."""

    message: str = ""


class Refused(Notice, frozen=True, tag="refused"):
    """A request of yours was refused and changed nothing. `request` is its tag."""

    refusal: Refusal
    request: str = ""


class Admitted(Notice, frozen=True, tag="admitted"):
    """You are a member. The roster includes you."""

    you: PersonId
    ticket: bytes
    title: str
    rules: Rules
    members: tuple[MemberView, ...]
    guests: tuple[GuestCard, ...] = ()
    """Those who wait; empty unless you may admit."""
    suspension: Suspension | None = None
    all_suspended: Suspension | None = None


class RemovedFromMeeting(Notice, frozen=True, tag="removed"):
    """You were removed. The link closes after it. `by` is the role of who did it: a guest is told no names."""

    by: str
    reason: str = ""


class Ended(Notice, frozen=True, tag="ended"):
    """The meeting is over. The link closes after it."""


class Held(Notice, frozen=True, tag="held"):
    """Your network path is held by the meeting's rules; the host decides. Gates are closed until then."""

    verdict: Verdict


class YouWerePutBack(Notice, frozen=True, tag="you_were_put_back"):
    """You wait again. Your media connection is gone."""


FOR_GUESTS: tuple[type[Notice], ...] = (
    WaitingRoom,
    Declined,
    Refused,
    Admitted,
    RemovedFromMeeting,
    Ended,
    Held,
    YouWerePutBack,
)


# --- to members ------------------------------------------------------------------------------


class MemberJoined(Notice, frozen=True, tag="member_joined"):
    """Somebody is a member now."""

    member: MemberView


class MemberChanged(Notice, frozen=True, tag="member_changed"):
    """Something about a member that everyone sees is different now."""

    member: MemberView


class MemberLeft(Notice, frozen=True, tag="member_left"):
    """Somebody is no member any more. `why`: left, lost, removed, put_back."""

    id: PersonId
    why: str


class RulesChanged(Notice, frozen=True, tag="rules_changed"):
    """The meeting's rules are these now."""

    rules: Rules


class YouWereMuted(Notice, frozen=True, tag="you_were_muted"):
    """The host closed your microphone. Stop sending it."""

    by: PersonId


class YourCameraWasStopped(Notice, frozen=True, tag="your_camera_was_stopped"):
    """The host closed your camera. Stop sending it."""

    by: PersonId


class AskedToUnmute(Notice, frozen=True, tag="asked_to_unmute"):
    """The host asks you to turn your microphone on."""

    by: PersonId


class YouWereSuspended(Notice, frozen=True, tag="you_were_suspended"):
    """Rights were taken from you (or, with `everyone`, from all); None gave all of them back."""

    suspension: Suspension | None
    everyone: bool = False


# --- to host and co-hosts ----------------------------------------------------------------------


class GuestArrived(Notice, frozen=True, tag="guest_arrived"):
    """Somebody waits."""

    guest: GuestCard


class GuestChanged(Notice, frozen=True, tag="guest_changed"):
    """A guest's card is different now."""

    guest: GuestCard


class GuestLeft(Notice, frozen=True, tag="guest_left"):
    """A guest waits no more. `why`: admitted, declined, left, lost, removed."""

    id: PersonId
    why: str


class NotAdmitted(Notice, frozen=True, tag="not_admitted"):
    """The answer to Admit all where some were left."""

    guests: tuple[PersonId, ...]
    refusal: Refusal


class InviteMade(Notice, frozen=True, tag="invite_made"):
    """An invite of this meeting: the open link after a rotation, or a new personal one."""

    invite: InviteRef
    link: str


AnyNotice = (
    WaitingRoom
    | Declined
    | Refused
    | Admitted
    | RemovedFromMeeting
    | Ended
    | Held
    | MemberJoined
    | MemberChanged
    | MemberLeft
    | RulesChanged
    | YouWereMuted
    | YourCameraWasStopped
    | AskedToUnmute
    | YouWereSuspended
    | YouWerePutBack
    | GuestArrived
    | GuestChanged
    | GuestLeft
    | NotAdmitted
    | InviteMade
)
