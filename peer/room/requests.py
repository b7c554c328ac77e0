"""What a person asks of the host's machine: their own acts, and a host's orders.

The same types are the wire's messages, the bridge's messages and the JSON lines on standard input. Who asks
is never in them: the link knows.
"""

from __future__ import annotations

import msgspec

from peer.room.values import ChatScope, PersonId, Preset, Right, TrackKind


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


class RefusePrivateChat(Request, frozen=True, tag="refuse_private_chat"):
    """Take no private messages but the host's and co-hosts', or take them again."""

    on: bool


class CallHost(Request, frozen=True, tag="call_host"):
    """Call host and co-hosts without a sound; at most once a minute."""


class Appeal(Request, frozen=True, tag="appeal"):
    """Object to an order about oneself, once for each; at most 1,000 characters. It can never be taken away."""

    order: int
    text: str


class ReportPerson(Request, frozen=True, tag="report_person", omit_defaults=True):
    """Note that a person was reported, or with None that somebody removed reports. What is reported does not go
    through the host's machine.
    """

    person: PersonId | None = None


class DeleteMessage(Request, frozen=True, tag="delete_message"):
    """Take a message of the meeting's talk off all screens: one's own, or for those who moderate anyone's."""

    number: int


class ShowLink(Request, frozen=True, tag="show_link"):
    """Be told the open link, to invite people with it. The answer is `invite_made`."""


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


class MuteGuest(Request, frozen=True, tag="mute_guest", omit_defaults=True):
    """Take no more lines from a guest, or take them again."""

    guest: PersonId
    on: bool = True


class SetBypass(Request, frozen=True, tag="set_bypass", omit_defaults=True):
    """Let a person, or who comes with a personal invite, in without a wait from now on; or no more."""

    on: bool
    person: PersonId | None = None
    invite: int | None = None


class SetWaitingRoom(Request, frozen=True, tag="set_waiting_room", omit_defaults=True):
    """What guests see while they wait; None leaves it as it is, nothing takes it away.

    `description`: at most 500 characters. `logo`: at most 24 kB of a PNG, JPEG or GIF.
    """

    description: str | None = None
    logo: bytes | None = None


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


class AskForCamera(Request, frozen=True, tag="ask_for_camera"):
    """Ask a member to turn their camera on. It opens nothing."""

    member: PersonId


class StopCamera(Request, frozen=True, tag="stop_camera"):
    """Close a member's camera."""

    member: PersonId


class LowerHand(Request, frozen=True, tag="lower_hand"):
    """Lower a member's hand, or with None all hands."""

    member: PersonId | None = None


class Spotlight(Request, frozen=True, tag="spotlight", omit_defaults=True):
    """Show this member large on every screen, or with None nobody."""

    member: PersonId | None = None


class RenameMember(Request, frozen=True, tag="rename_member"):
    """Give a member another name, which stays with them and which they cannot change; empty frees it again."""

    member: PersonId
    name: str


class SetRight(Request, frozen=True, tag="set_right", omit_defaults=True):
    """Give one person a right whatever the rules say, take it, or with None let the rules decide again."""

    member: PersonId
    right: Right
    given: bool | None = None


class UsePreset(Request, frozen=True, tag="use_preset"):
    """Set the rules that have this name."""

    preset: Preset


class ChangeRules(Request, frozen=True, tag="rules", omit_defaults=True):
    """Change the meeting's rules; None leaves a rule as it is. Opening the link ends the guard after a removal."""

    waiting_room: bool | None = None
    locked: bool | None = None
    chat: ChatScope | None = None
    pictures_hidden: bool | None = None
    open_link: bool | None = None
    evidence_pictures: bool | None = None
    roster: bool | None = None
    allow: frozenset[Right] = frozenset()
    forbid: frozenset[Right] = frozenset()


class Suspend(Request, frozen=True, tag="suspend", omit_defaults=True):
    """Take all of a member's rights that can be taken; with None, everyone's but host's and co-hosts'.

    With None, `cohosts` covers co-hosts too (not the one who orders it), and `exempt` (an interpreter) stays on.
    """

    member: PersonId | None = None
    reason: str = ""
    name_hidden: bool = False
    receives_nothing: bool = False
    cohosts: bool = False
    exempt: tuple[PersonId, ...] = ()


class ExplainSuspension(Request, frozen=True, tag="explain_suspension", omit_defaults=True):
    """Say afterwards why, and whether name and what they receive are taken too; of all with None."""

    member: PersonId | None = None
    reason: str = ""
    name_hidden: bool = False
    receives_nothing: bool = False


class ShowMessages(Request, frozen=True, tag="show_messages", omit_defaults=True):
    """Show the messages again that were hidden when this member, or with None everybody, was suspended."""

    member: PersonId | None = None


class Resume(Request, frozen=True, tag="resume", omit_defaults=True):
    """Give rights back to a member, whatever took them; with None, take them off the meeting-wide suspension."""

    member: PersonId | None = None
    rights: frozenset[Right] = frozenset()


class Remove(Request, frozen=True, tag="remove"):
    """Remove a member, a guest, or somebody who left in the last ten minutes, for good: identity and ticket are
    refused from then on, with `everywhere` in all of this host's meetings.
    """

    person: PersonId
    reason: str = ""
    everywhere: bool = False


class Unban(Request, frozen=True, tag="unban"):
    """Let an identity knock again that was removed. `person` is the id that they had then."""

    person: PersonId


class RefuseDevice(Request, frozen=True, tag="refuse_device"):
    """This device is lost: refuse its identity, tickets and invites in all of this host's meetings."""

    person: PersonId


class Appoint(Request, frozen=True, tag="appoint"):
    """Make a member co-host, or a co-host a member again."""

    member: PersonId
    cohost: bool


class HandOver(Request, frozen=True, tag="hand_over", omit_defaults=True):
    """Hand the chair to a co-host, who decides as the host does; with None take it back."""

    member: PersonId | None = None


class Undo(Request, frozen=True, tag="undo"):
    """Undo one's own last order, within 10 s. It opens nothing."""


class UndoOrder(Request, frozen=True, tag="undo_order"):
    """Undo an order of anybody's, as far as nothing later changed it. It opens nothing."""

    number: int


class RotateLink(Request, frozen=True, tag="rotate_link"):
    """Refuse the open link from now on and make a new one; members stay."""


class MakeInvite(Request, frozen=True, tag="make_invite"):
    """Make a personal invite: so many different people may come in by it, until `ends` (Unix time in seconds)."""

    invitee: str
    uses: int = 1
    ends: float | None = None


class ListInvites(Request, frozen=True, tag="list_invites"):
    """Be told every invite and who used it. The answer is `invites`."""


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
    | RefusePrivateChat
    | CallHost
    | Appeal
    | ReportPerson
    | DeleteMessage
    | ShowLink
    | Admit
    | AdmitAll
    | Decline
    | MuteGuest
    | SetBypass
    | SetWaitingRoom
    | PutBack
    | Mute
    | MuteAll
    | AskToUnmute
    | AskForCamera
    | StopCamera
    | LowerHand
    | Spotlight
    | RenameMember
    | SetRight
    | ChangeRules
    | UsePreset
    | Suspend
    | ExplainSuspension
    | ShowMessages
    | Resume
    | Remove
    | Unban
    | RefuseDevice
    | Appoint
    | HandOver
    | Undo
    | UndoOrder
    | RotateLink
    | MakeInvite
    | ListInvites
    | RevokeInvite
    | End
)

TRACK_OF_REQUEST: dict[type[Request], TrackKind] = {
    SetMicrophone: TrackKind.AUDIO,
    SetCamera: TrackKind.CAMERA,
}
