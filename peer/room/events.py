"""What happened: the inputs of `decide`. The shell states facts; it has decided nothing."""

from __future__ import annotations

import msgspec

from peer.room.requests import AnyRequest
from peer.room.values import InviteRef, PersonId, Verdict


class Event(msgspec.Struct, frozen=True):
    """Base of all that can happen to a meeting."""


class Knocked(Event, frozen=True):
    """Somebody proved an identity over a link that just opened.

    `is_host` is true when that identity is the one that the service was told to obey (or the console).
    `banned`: it is refused in all of this host's meetings. `earlier_removals`: from this host's earlier
    meetings. `same_network`: its address is on the network of somebody who was removed from this one.
    """

    person: PersonId
    identity: bytes
    key: bytes
    name: str
    invite: InviteRef
    known: bool = False
    is_host: bool = False
    verdict: Verdict | None = None
    banned: bool = False
    earlier_removals: int = 0
    same_network: bool = False


class Returned(Event, frozen=True):
    """Somebody proved an identity and a ticket that this meeting signed. `ticket_member` is the member in the
    ticket.
    """

    ticket_member: PersonId
    identity: bytes
    key: bytes


class Asked(Event, frozen=True):
    """A person asked for something over their own link.

    `author` is the author of the message that a DeleteMessage is about, where the shell knows it.
    """

    by: PersonId
    request: AnyRequest
    author: PersonId | None = None


class Said(Event, frozen=True):
    """A person's signed entry arrived; signature, chain and size hold.

    `kind` is chat, name, picture or reaction. `to` is None for everyone, "host" for host and co-hosts, else a
    person. `text` is the opened content where the host's machine may read it (never of a private message).
    `number` names the entry for the shell, which keeps the bytes.
    """

    by: PersonId
    number: int
    kind: str
    to: str | None
    text: str = ""


class LineSilent(Event, frozen=True):
    """Nothing was heard of a person for `CLOSE_GATES_AFTER` seconds, or their socket closed (`closed`)."""

    person: PersonId
    closed: bool = False


class LineSpoke(Event, frozen=True):
    """A person whose line was silent is heard again, on the same link."""

    person: PersonId


class MediaUp(Event, frozen=True):
    """A member's media connection is connected."""

    person: PersonId


class MediaLost(Event, frozen=True):
    """A member's media connection failed."""

    person: PersonId


class PathSeen(Event, frozen=True):
    """A person's packets, or their claims, come from this address.

    `how`: link (the control connection's peer), candidate (claimed in an SDP), nominated (the ICE pair in
    use) or source (an authenticated datagram). The address stays in memory: it is never shown, logged or
    saved.
    """

    person: PersonId
    address: str
    how: str


class Judged(Event, frozen=True):
    """The geofence judged a person's path."""

    person: PersonId
    verdict: Verdict


class ConsoleOpened(Event, frozen=True):
    """The service's standard input is open: somebody with the role host is present."""

    person: PersonId


class ConsoleClosed(Event, frozen=True):
    """The service's standard input ended."""

    person: PersonId


class TimePassed(Event, frozen=True):
    """The moment of a `Wake` came, or just a while passed."""


class ServiceRestarted(Event, frozen=True):
    """The meeting was loaded from its sealed state file: nobody is connected, guests are gone."""


AnyEvent = (
    Knocked
    | Returned
    | Asked
    | Said
    | LineSilent
    | LineSpoke
    | MediaUp
    | MediaLost
    | PathSeen
    | Judged
    | ConsoleOpened
    | ConsoleClosed
    | TimePassed
    | ServiceRestarted
)
