"""What the host's machine tells people: the same types on the wire, over the bridge, and as JSON lines.

A guest is told only what is in `FOR_GUESTS`; a test holds the core to it.
"""

from __future__ import annotations

import msgspec

from peer.room.cards import BypassView as BypassView
from peer.room.cards import GuestCard as GuestCard
from peer.room.cards import InviteView as InviteView
from peer.room.cards import MemberView as MemberView
from peer.room.cards import RemovalView as RemovalView
from peer.room.cards import SentBy as SentBy
from peer.room.values import InviteRef, PersonId, Refusal, Rules, Suspension, Verdict


class Notice(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """Base of all that a person is told."""


# --- to a guest ------------------------------------------------------------------------------


class WaitingRoom(Notice, frozen=True, tag="waiting_room"):
    """You wait. Sent at the knock and whenever one of its facts changes."""

    title: str
    description: str
    ahead: int
    host_present: bool
    held: bool = False
    video: bool = False
    """A connection for the film that the host's machine plays is offered; else there is the picture, if any."""


class WaitingLogo(Notice, frozen=True, tag="waiting_logo"):
    """The picture to look at while you wait: at most 24 kB, or nothing. Sent at the knock and when it changes."""

    logo: bytes


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
    spotlight: PersonId | None = None


class RemovedFromMeeting(Notice, frozen=True, tag="removed"):
    """You were removed. `by` is the role of who did it: a guest is told no names.

    The link stays open for a while, for one `report_person` and one `appeal` against `order`; while
    `may_report` and `may_appeal` are both false it closes.
    """

    by: str
    reason: str = ""
    order: int = 0
    may_report: bool = False
    may_appeal: bool = False


class AppealTaken(Notice, frozen=True, tag="appeal_taken"):
    """Your appeal against this order is with the host."""

    order: int


class Ended(Notice, frozen=True, tag="ended"):
    """The meeting is over. The link closes after it."""


class Held(Notice, frozen=True, tag="held"):
    """Your network path is held by the meeting's rules; the host decides. Gates are closed until then."""

    verdict: Verdict


class YouWerePutBack(Notice, frozen=True, tag="you_were_put_back"):
    """You wait again. Your media connection is gone."""


FOR_GUESTS: tuple[type[Notice], ...] = (
    WaitingRoom,
    WaitingLogo,
    Declined,
    Refused,
    Admitted,
    RemovedFromMeeting,
    Ended,
    Held,
    YouWerePutBack,
    AppealTaken,
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


class AskedForCamera(Notice, frozen=True, tag="asked_for_camera"):
    """The host asks you to turn your camera on."""

    by: PersonId


class Spotlighted(Notice, frozen=True, tag="spotlighted"):
    """This member is shown large now, or nobody."""

    member: PersonId | None


class MessageDeleted(Notice, frozen=True, tag="message_deleted"):
    """Take this message off the screen. `by_host`: somebody who moderates took it, not its author."""

    number: int
    by_host: bool


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


class Strangers(Notice, frozen=True, tag="strangers"):
    """So many strangers at the open link that they are one line: no card comes for any of these.

    `waiting` of them wait now; `last_minute` came in the last minute. Both 0: the line goes.
    """

    waiting: int
    last_minute: int


class HostCalled(Notice, frozen=True, tag="host_called"):
    """A member calls you, silently."""

    by: PersonId
    at: float


class AppealMade(Notice, frozen=True, tag="appeal_made"):
    """Somebody objects to an order."""

    by: PersonId
    name: str
    order: int
    text: str
    at: float


class LastMinute(Notice, frozen=True, tag="last_minute"):
    """After a suspension: what each person sent in the last 60 s, by name. Whoever sent nothing is not in it."""

    people: tuple[SentBy, ...]


class OrderDone(Notice, frozen=True, tag="order_done"):
    """An order took effect. `what` is the request's tag; `about` those whom it concerned."""

    number: int
    by: PersonId
    what: str
    about: tuple[PersonId, ...]
    at: float
    can_undo: bool


class OrderUndone(Notice, frozen=True, tag="order_undone"):
    """This order was undone, as far as nothing later had changed it. Nothing was opened."""

    number: int


class Removals(Notice, frozen=True, tag="removals"):
    """All who were removed, and their attempts since."""

    removals: tuple[RemovalView, ...]


class Bypasses(Notice, frozen=True, tag="bypasses"):
    """Who needs no wait, and the numbers of the personal invites that need none."""

    people: tuple[BypassView, ...]
    invites: tuple[int, ...]


class Invites(Notice, frozen=True, tag="invites"):
    """The answer to `list_invites`."""

    invites: tuple[InviteView, ...]


class InviteMade(Notice, frozen=True, tag="invite_made"):
    """An invite of this meeting: the open link, or a new personal one."""

    invite: InviteRef
    link: str


AnyNotice = (
    WaitingRoom
    | WaitingLogo
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
    | AskedForCamera
    | Spotlighted
    | MessageDeleted
    | AppealTaken
    | YouWereSuspended
    | YouWerePutBack
    | GuestArrived
    | GuestChanged
    | GuestLeft
    | NotAdmitted
    | Strangers
    | HostCalled
    | AppealMade
    | LastMinute
    | OrderDone
    | OrderUndone
    | Removals
    | Bypasses
    | Invites
    | InviteMade
)
