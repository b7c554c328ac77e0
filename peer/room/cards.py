"""What people look like to one another, and what the host is shown of them: the parts of notices."""

from __future__ import annotations

import msgspec

from peer.room.values import Decision, InviteRef, PersonId, Right, Role, Verdict


class Hidden(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person said between these moments (Unix time, seconds) is hidden on every screen."""

    since: float
    until: float


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
    paused: bool = False
    """Rights are kept from them by the suspension of all; `suspended` is who was singled out."""
    held_back: frozenset[Right] = frozenset()
    """The rights that suspensions keep from them now: blank their tile while video or share is among them."""
    hidden: Hidden | None = None
    """What they said then is hidden, until those who moderate show it again."""
    picture: bool = True
    """Their profile picture may be shown."""
    named_by_host: bool = False
    refuses_private_chat: bool = False
    given: frozenset[Right] = frozenset()
    """Rights that this person has whatever the rules say."""
    taken: frozenset[Right] = frozenset()
    """Rights that were taken from this person alone, without a suspension."""


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
    stranger: bool = False
    """Came by the open link and was never met before: listed after the others."""
    earlier_removals: int = 0
    new_after_removal: bool = False
    """Never met before, and somebody was removed: it may be the same person with a fresh key."""
    same_network: bool = False
    """On the network of somebody who was removed from this meeting."""
    invite_of_another: bool = False
    """The personal invite belongs to another identity, who was admitted with it."""
    muted: bool = False
    """Their lines are not taken any more."""

    @property
    def flagged(self) -> bool:
        """True if the guest is left out of Admit all."""
        return (
            bool(self.looks_like)
            or self.already_inside
            or self.earlier_removals > 0
            or self.new_after_removal
            or self.same_network
            or self.invite_of_another
            or self.verdict.decision is not Decision.ALLOW
        )


class Sent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing, or several of a kind in a row, that a person sent; no content. Unix time in seconds.

    `kind`: microphone, camera, screen (how long it was on), chat, private, reaction, name, picture.
    """

    kind: str
    since: float
    until: float
    count: int = 1


class SentBy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one person sent in the last minute. Those who left in it are here too (`present` false)."""

    person: PersonId
    name: str
    sent: tuple[Sent, ...]
    present: bool = True


class RemovalView(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who was removed, as host and co-hosts see them. `person` is the id that they had then."""

    person: PersonId
    name: str
    at: float
    reason: str = ""
    everywhere: bool = False
    device_lost: bool = False
    attempts: int = 0
    """How often they were refused since."""
    attempted_as: str = ""
    attempted_at: float | None = None


class BypassView(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who needs no wait. `person` is an id that they had."""

    person: PersonId
    name: str


class InviteView(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One invite: how many may come in by it and came, and how many different people tried it."""

    invite: InviteRef
    uses: int | None
    ends: float | None
    admitted: int
    seen: int
    revoked: bool
