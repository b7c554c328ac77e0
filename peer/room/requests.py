"""What a person asks of the host's machine: their own acts, and a host's orders.

The same types are the wire's messages, the bridge's messages and the JSON lines on standard input. Who asks
is never in them: the link knows.
"""

from __future__ import annotations

import msgspec

from peer.room.values import ChatScope, PersonId, Right, TrackKind


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """Base of all that a person may ask."""


# --- for oneself -------------------------------------------------------------------------


class SetMicrophone(Request, frozen=True, tag="microphone"):
    """Turn one's own microphone on or off."""

    on: bool


class SetCamera(Request, frozen=True, tag="camera"):
    """Turn one's own camera on or off."""

    on: bool


class SetHand(Request, frozen=True, tag="hand"):
    """Raise or lower one's own hand."""

    up: bool


class Leave(Request, frozen=True, tag="leave"):
    """Leave the meeting, or the waiting room. The ticket dies with it."""


# --- the door ----------------------------------------------------------------------------


class Admit(Request, frozen=True, tag="admit"):
    """Let one guest in."""

    guest: PersonId


class AdmitAll(Request, frozen=True, tag="admit_all"):
    """Let these guests in, as the person who orders it saw them; a guest with a warning is left out."""

    guests: tuple[PersonId, ...]


class Decline(Request, frozen=True, tag="decline"):
    """Send one guest away, with a message or without."""

    guest: PersonId
    message: str = ""


class PutBack(Request, frozen=True, tag="put_back"):
    """Send a member back to the waiting room."""

    member: PersonId


# --- orders ------------------------------------------------------------------------------


class Mute(Request, frozen=True, tag="mute"):
    """Close a member's microphone."""

    member: PersonId


class MuteAll(Request, frozen=True, tag="mute_all"):
    """Close every microphone but the host's and co-hosts'."""

    may_unmute: bool = True


class AskToUnmute(Request, frozen=True, tag="ask_to_unmute"):
    """Ask a member to turn their microphone on. It opens nothing."""

    member: PersonId


class StopCamera(Request, frozen=True, tag="stop_camera"):
    """Close a member's camera."""

    member: PersonId


class LowerHand(Request, frozen=True, tag="lower_hand"):
    """Lower a member's hand, or with None all hands."""

    member: PersonId | None = None


class ChangeRules(Request, frozen=True, tag="rules", omit_defaults=True):
    """Change the meeting's rules; None leaves a rule as it is."""

    waiting_room: bool | None = None
    locked: bool | None = None
    chat: ChatScope | None = None
    pictures_hidden: bool | None = None
    allow: frozenset[Right] = frozenset()
    forbid: frozenset[Right] = frozenset()


class Suspend(Request, frozen=True, tag="suspend", omit_defaults=True):
    """Take all of a member's rights that can be taken; with None, everyone's but host's and co-hosts'."""

    member: PersonId | None = None
    reason: str = ""
    name_hidden: bool = False
    receives_nothing: bool = False


class Resume(Request, frozen=True, tag="resume", omit_defaults=True):
    """Give rights back to a member; with None, take them off the meeting-wide suspension."""

    member: PersonId | None = None
    rights: frozenset[Right] = frozenset()


class Remove(Request, frozen=True, tag="remove"):
    """Remove a member or a guest for good: identity and ticket are refused from then on."""

    person: PersonId
    reason: str = ""


class Appoint(Request, frozen=True, tag="appoint"):
    """Make a member co-host, or a co-host a member again."""

    member: PersonId
    cohost: bool


class RotateLink(Request, frozen=True, tag="rotate_link"):
    """Refuse the open link from now on and make a new one; members stay."""


class MakeInvite(Request, frozen=True, tag="make_invite"):
    """Make a personal invite. It works once."""

    invitee: str
    uses: int = 1


class RevokeInvite(Request, frozen=True, tag="revoke_invite"):
    """Refuse one personal invite from now on."""

    number: int


class End(Request, frozen=True, tag="end"):
    """End the meeting for all."""


AnyRequest = (
    SetMicrophone
    | SetCamera
    | SetHand
    | Leave
    | Admit
    | AdmitAll
    | Decline
    | PutBack
    | Mute
    | MuteAll
    | AskToUnmute
    | StopCamera
    | LowerHand
    | ChangeRules
    | Suspend
    | Resume
    | Remove
    | Appoint
    | RotateLink
    | MakeInvite
    | RevokeInvite
    | End
)

TRACK_OF_REQUEST: dict[type[Request], TrackKind] = {
    SetMicrophone: TrackKind.AUDIO,
    SetCamera: TrackKind.CAMERA,
}
