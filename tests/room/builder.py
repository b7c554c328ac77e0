"""A meeting that a test can speak about: `a_meeting().with_host("Hanna").with_guest("Lena")`."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec.structs import replace

from peer.room.decide import decide
from peer.room.effects import AnyEffect, PassOn, RefuseEntry, Send, Tell, Welcome
from peer.room.events import AnyEvent, Asked, ConsoleOpened, Judged, Knocked, MediaUp, Said
from peer.room.meeting import Meeting
from peer.room.notices import AnyNotice, Refused
from peer.room.requests import Admit, AnyRequest, Appoint, SetCamera, SetMicrophone
from peer.room.values import (
    Decision,
    InviteKind,
    InviteRef,
    PersonId,
    Refusal,
    RefusalCode,
    Right,
    Rules,
    Verdict,
)

OPEN = InviteRef(1, InviteKind.OPEN)
PERSONAL = InviteRef(7, InviteKind.PERSONAL, "Lena")
VPN = Verdict(Decision.HOLD, "vpn", country="DE", kind="vpn")
TOR = Verdict(Decision.BLOCK, "tor", kind="tor")
HOME = Verdict(Decision.ALLOW, "home", country="NL")
ALL_OWN = frozenset(Right)

E = TypeVar("E")


def identity_of(name: str) -> bytes:
    """The identity that goes with a name in these tests."""
    return f"identity of {name.lower()}".encode()


def knock(name: str, id_: str | None = None, /, **facts: Any) -> Knocked:
    """Somebody with this name knocks; their id is the name in lower case."""
    given: dict[str, Any] = {
        "person": id_ or name.lower(),
        "identity": identity_of(name),
        "key": b"key of " + name.encode(),
        "name": name,
        "invite": OPEN,
    }
    return Knocked(**{**given, **facts})


class Room:
    """A meeting on its way. Each act keeps the effects of the last event; ids are names in lower case."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.now = 1000.0
        self.effects: tuple[AnyEffect, ...] = ()

    # --- events ---

    def happens(self, event: AnyEvent) -> Room:
        self.meeting, self.effects = decide(self.meeting, event, self.now)
        return self

    def asks(self, by: PersonId, request: AnyRequest) -> Room:
        return self.happens(Asked(by, request))

    def says(self, by: PersonId, to: str | None = None, text: str = "hello", kind: str = "chat") -> Room:
        return self.happens(Said(by, 1, kind, to, text))

    def after(self, seconds: float) -> Room:
        self.now += seconds
        return self

    # --- scenes ---

    def with_host(self, name: str = "Hanna") -> Room:
        return self.happens(knock(name, is_host=True)).with_media(name.lower())

    def with_console(self) -> Room:
        return self.happens(ConsoleOpened("console"))

    def with_guest(self, *names: str, **facts: Any) -> Room:
        for name in names:
            self.happens(knock(name, **facts))
        return self

    def with_member(self, *names: str, **facts: Any) -> Room:
        for name in names:
            self.with_guest(name, **facts).asks("hanna", Admit(name.lower())).with_media(name.lower())
        return self

    def happens_again_as(self, id_: PersonId, name: str) -> Room:
        """Somebody who is here knocks over a second link."""
        return self.happens(knock(name, id_))

    def with_cohost(self, name: str) -> Room:
        return self.with_member(name).asks("hanna", Appoint(name.lower(), True))

    def with_media(self, id_: PersonId) -> Room:
        return self.happens(MediaUp(id_))

    def talking(self, *ids: PersonId) -> Room:
        for id_ in ids:
            self.asks(id_, SetMicrophone(True)).asks(id_, SetCamera(True))
        return self

    def judged(self, id_: PersonId, verdict: Verdict) -> Room:
        return self.happens(Judged(id_, verdict))

    # --- what came of it ---

    def all(self, kind: type[E]) -> list[E]:
        return [effect for effect in self.effects if isinstance(effect, kind)]

    def told(self, id_: PersonId) -> list[AnyNotice]:
        """Every notice to one person, in order."""
        return [
            effect.notice
            for effect in self.effects
            if (isinstance(effect, Send | Welcome) and effect.to == id_)
            or (isinstance(effect, Tell) and id_ in effect.to)
        ]

    def heard(self, id_: PersonId, kind: type[E]) -> list[E]:
        """The notices of one kind to one person."""
        return [notice for notice in self.told(id_) if isinstance(notice, kind)]

    @property
    def refusal(self) -> Refusal | None:
        """The refusal of the last event, told to whoever asked."""
        for effect in self.effects:
            if isinstance(effect, Send) and isinstance(effect.notice, Refused):
                return effect.notice.refusal
            if isinstance(effect, RefuseEntry):
                return effect.refusal
        return None

    @property
    def refused(self) -> RefusalCode | None:
        return self.refusal.code if self.refusal else None

    @property
    def reached(self) -> tuple[PersonId, ...]:
        """Whom the last entry was passed on to."""
        return self.all(PassOn)[0].to

    def with_rules(self, **rules: Any) -> Room:
        self.meeting = replace(self.meeting, rules=replace(self.meeting.rules, **rules))
        return self

    def with_fence(self) -> Room:
        self.meeting = replace(self.meeting, fence_on=True)
        return self


def a_meeting(rules: Rules | None = None, *, has_run_file: bool = False) -> Room:
    """A meeting with nobody in it."""
    return Room(
        Meeting.new(
            "Tuesday group",
            "We meet every week",
            identity_of("Hanna"),
            rules,
            now=1000.0,
            has_run_file=has_run_file,
        )
    )


def a_hosted_meeting(rules: Rules | None = None) -> Room:
    """A meeting in which Hanna is host."""
    return a_meeting(rules).with_host()
