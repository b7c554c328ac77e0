"""The host's service: inputs go to the core, and the effects that it returns are performed by the parts that own them.

Nothing is decided here. One input at a time: its effects are performed before the next input is looked at.
"""

from __future__ import annotations

import asyncio
import collections
import contextlib
import logging
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from peer.host_invites import HostInvites
from peer.host_record import note
from peer.host_talk import HostTalk, hash_of
from peer.keys import MeetingKeys
from peer.link.arrival import Arrival
from peer.link.codec import encode
from peer.link.invite_book import InviteBook
from peer.link.ledger import LedgerState
from peer.link.link import HostLink, LinkClosed
from peer.link.ticket import Tickets
from peer.link.wire import NotPassed, Passed, Receipted, RecordHead, Say, ToHost, ToMember
from peer.media.film import Film
from peer.media.star import HostMedia
from peer.media.waiting import WaitingVideo
from peer.people_met import PeopleMet
from peer.room import effects as does
from peer.room import events as did
from peer.room.clockwork import CLOSE_GATES_AFTER
from peer.room.decide import decide
from peer.room.meeting import Meeting
from peer.room.notices import Admitted
from peer.room.requests import AnyRequest, DeleteMessage, End
from peer.room.signals import Answer, Look, Lost, Offer, Point
from peer.room.values import NOT_JUDGED, InviteRef, PersonId, Refusal, RefusalCode
from peer.trust.heads import Head
from peer.trust.record import OrderRecord

log = logging.getLogger("vestibule.host")

WATCH_EVERY = 0.5
"""Seconds between two looks at who was heard last."""

LAST_WORDS_WITHIN = 2.0
"""Seconds that closing links may take to send what was queued for them."""

INPUT_LIMIT = 10_000
"""Inputs that may wait while one is handled; more mean that effects feed on themselves, which is a bug."""


@dataclass(frozen=True)
class Console:
    """Standard input and output: a host's seat without a link. `write` prints one happening."""

    person: PersonId
    write: Callable[[object], None]


class HostService:
    """One meeting. All calls belong on the peer's loop.

    `clock` gives Unix time in seconds; `save` writes the sealed state and raises OSError; `link_of` makes an
    invite's link; `ledger` is where the talks stood when an earlier service died; `people` are those met before.
    """

    def __init__(
        self,
        *,
        meeting: Meeting,
        keys: MeetingKeys,
        invites: InviteBook,
        tickets: Tickets,
        link_of: Callable[[InviteRef], str],
        save: Callable[[Meeting], None],
        record: OrderRecord,
        clock: Callable[[], float],
        ledger: LedgerState | None = None,
        film: Film | None = None,
        people: PeopleMet | None = None,
    ) -> None:
        self.meeting = meeting
        self.over = asyncio.Event()
        self._people = people or PeopleMet()
        self._tickets = tickets
        self._save = save
        self._orders = record
        self._clock = clock
        self.crash: BaseException | None = None
        self._links: dict[PersonId, HostLink] = {}
        self._console: Console | None = None
        self._readers: dict[PersonId, asyncio.Task[None]] = {}
        self._silent: set[PersonId] = set()
        self._returning: Arrival | None = None
        self._inputs: collections.deque[did.AnyEvent] = collections.deque()
        self._wake: asyncio.TimerHandle | None = None
        self._watch: asyncio.Task[None] | None = None
        self._talk = HostTalk(keys, clock, ledger)
        self.media = HostMedia(guard=self._guard, send=self._signal, happened=self.happen)
        self.waiting_video = (
            WaitingVideo(film, guard=self._guard, send=self._signal, happened=self.happen) if film else None
        )
        self._perform: dict[type, Callable[[Any], None]] = {
            does.CloseGates: lambda effect: self.media.close_gates(effect.person, effect.kinds),
            does.OpenGates: lambda effect: self.media.open_gates(effect.person, effect.kinds),
            does.ConnectMedia: self._connect_media,
            does.ConnectWaiting: self._connect_waiting,
            does.DisconnectMedia: self._disconnect_media,
            does.Send: lambda effect: self._send(effect.to, effect.notice),
            does.Tell: lambda effect: self._tell(effect.to, effect.notice),
            does.Welcome: self._welcome,
            does.PassOn: self._pass_on,
            does.RefuseEntry: self._refuse_entry,
            does.CloseLink: self._close_link,
            does.MoveLink: self._move_link,
            does.RefuseReturn: self._refuse_return,
            does.Record: self._record,
            does.Judge: self._judge,
            does.SaveState: lambda _effect: self._save_state(),
            does.WakeAt: self._wake_at,
            does.EndMeeting: lambda _effect: self.over.set(),
            **HostInvites(invites, link_of, self._save_state, self._send).performs,
            **self._people.performs(self._address_of),
        }

    # --- inputs ------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to watch the lines."""
        self._watch = asyncio.create_task(self._watch_lines(), name="watch-lines")
        self._save_state()
        self._orders.start(self._tell_head)
        self.happen(did.TimePassed())

    def happen(self, event: did.AnyEvent) -> None:
        """Give the core one input, and perform what it returns."""
        self._inputs.append(event)
        if len(self._inputs) > 1:
            if len(self._inputs) > INPUT_LIMIT:
                raise RuntimeError("the service's inputs feed on themselves")
            return
        try:
            while self._inputs:
                self.meeting, effects = decide(self.meeting, self._inputs[0], self._clock())
                for effect in effects:
                    self._perform[type(effect)](effect)
                self._inputs.popleft()
        except Exception as bug:
            self.crash = bug
            self.over.set()
            raise

    def arrived(self, arrival: Arrival) -> None:
        """Somebody proved who they are at the door."""
        if arrival.service_certificate is not None:
            self._orders.certify(arrival.service_certificate)
        if arrival.ticket_member is not None:
            self._returning = arrival
            self.happen(did.Returned(arrival.ticket_member, arrival.identity, arrival.key))
            self._returning = None
            return
        person = self._new_person()
        self._take_seat(person, arrival)
        assert arrival.invite is not None  # the door gives one or the other
        facts = self._people.facts(arrival.identity, arrival.address)
        self.happen(
            did.Knocked(
                person=person,
                identity=arrival.identity,
                key=arrival.key,
                name=arrival.name,
                invite=arrival.invite,
                is_host=arrival.is_host,
                **facts._asdict(),
            )
        )
        self.happen(did.PathSeen(person, arrival.address, "link"))

    def open_console(self, write: Callable[[object], None]) -> PersonId:
        """Standard input is open: it is a host's link of its own. Returns who it speaks as."""
        self._console = Console(self._new_person(), write)
        self.happen(did.ConsoleOpened(self._console.person))
        return self._console.person

    def close_console(self) -> None:
        """Standard input ended."""
        if self._console is not None:
            self.happen(did.ConsoleClosed(self._console.person))
            self._console = None

    def end(self) -> None:
        """The process was asked to stop: the meeting ends for all."""
        person = (
            self._console.person if self._console is not None else self.open_console(lambda _happening: None)
        )
        self.ask(person, End())

    def ask(self, person: PersonId, request: AnyRequest) -> None:
        """Somebody asks for something; the link, not the message, says who."""
        author = self._talk.author(request.number) if isinstance(request, DeleteMessage) else None
        self.happen(did.Asked(person, request, author))

    @property
    def ledger(self) -> LedgerState:
        """Where every talk stands, for the sealed state file."""
        return self._talk.state

    async def close(self) -> None:
        """Close every link and the media."""
        for task in (self._watch, *self._readers.values()):
            if task is not None:
                task.cancel()
        if self._wake is not None:
            self._wake.cancel()
        for link in self._links.values():
            link.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS_WITHIN):
                await asyncio.gather(*(link.wait_closed() for link in self._links.values()))
        await self._orders.close()
        if self.waiting_video is not None:
            await self.waiting_video.close()
        await self.media.close()

    # --- links -------------------------------------------------------------------------------

    def _new_person(self) -> PersonId:
        while True:
            person = secrets.token_hex(4)
            if not self.meeting.knows(person) and person not in self._links:
                return person

    def _take_seat(self, person: PersonId, arrival: Arrival) -> None:
        self._links[person] = arrival.link
        self._silent.discard(person)
        self._talk.knows(person, arrival.key)
        self._readers[person] = asyncio.create_task(self._read(person, arrival.link), name=f"link-{person}")

    async def _read(self, person: PersonId, link: HostLink) -> None:
        try:
            while True:
                self._heard(person, await link.receive())
        except LinkClosed:
            if self._links.get(person) is link:
                self.happen(did.LineSilent(person, closed=True))

    def _heard(self, person: PersonId, message: ToHost) -> None:
        match message:
            case Say():
                self._said(person, message)
            case Answer():
                (self._film_for(person) or self.media).answered(person, message)
            case Look():
                self.media.look(person, message)
            case Lost():
                (self._film_for(person) or self.media).lost(person, message.connection)
            case _:
                assert isinstance(message, AnyRequest)  # the link answers pings itself
                self.ask(person, message)

    async def _watch_lines(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(WATCH_EVERY)
            now = loop.time()
            for person, link in list(self._links.items()):
                if link.closed:
                    continue
                silence = now - link.last_heard
                if silence >= CLOSE_GATES_AFTER and person not in self._silent:
                    self._silent.add(person)
                    self.happen(did.LineSilent(person))
                elif silence < CLOSE_GATES_AFTER and person in self._silent:
                    self._silent.discard(person)
                    self.happen(did.LineSpoke(person))

    def _move_link(self, effect: does.MoveLink) -> None:
        arrival = self._returning
        if arrival is None:
            return
        old = self._links.get(effect.person)
        reader = self._readers.pop(effect.person, None)
        if reader is not None:
            reader.cancel()
        self._take_seat(effect.person, arrival)
        self.media.link_made_anew(effect.person)
        if old is not None:
            old.close(Refusal(RefusalCode.LINK_REPLACED))

    def _refuse_return(self, effect: does.RefuseReturn) -> None:
        if self._returning is not None:
            self._returning.link.close(effect.refusal)

    def _close_link(self, effect: does.CloseLink) -> None:
        link = self._links.pop(effect.person, None)
        self._readers.pop(effect.person, None)
        self._silent.discard(effect.person)
        self._talk.forget(effect.person)
        if link is not None:
            link.close(effect.refusal)

    # --- what is sent ------------------------------------------------------------------------

    def _send(self, to: PersonId, message: ToMember) -> None:
        if self._console is not None and to == self._console.person:
            self._console.write(message)
        elif (link := self._links.get(to)) is not None:
            link.send(message)

    def _tell(self, to: Iterable[PersonId], message: ToMember) -> None:
        """Send one message, encoded once, to several; the console prints it."""
        frame = encode(message)
        for person in to:
            if self._console is not None and person == self._console.person:
                self._console.write(message)
            elif (link := self._links.get(person)) is not None:
                link.send_encoded(frame)

    def _welcome(self, effect: does.Welcome) -> None:
        notice = effect.notice
        assert isinstance(notice, Admitted)
        identity = self.meeting.members[effect.to].who.identity
        ticket = self._tickets.issue(effect.to, identity, self._clock())
        self._send(effect.to, msgspec.structs.replace(notice, ticket=ticket))

    def _signal(self, person: PersonId, signal: Offer | Point) -> None:
        self._send(person, signal)

    # --- what people say ---------------------------------------------------------------------

    def _said(self, person: PersonId, say: Say) -> None:
        heard = self._talk.heard(person, say, frozenset(self.meeting.guests))
        if isinstance(heard, Receipted):
            self._send(person, heard)
        elif isinstance(heard, Refusal):
            log.warning("an entry was refused: %s", heard.code.value)
            self._send(person, NotPassed(hash_of(say), heard))
        else:
            self.happen(heard)

    def _pass_on(self, effect: does.PassOn) -> None:
        """Recipients get entry and receipt; the rest of the meeting gets it closed, so that its chain has no gap."""
        author = self.meeting.members.get(effect.by) or self.meeting.guests[effect.by]
        kept = self._talk.receipt(effect, author.who.name)
        passed = Passed(kept.entry, effect.by, kept.to, kept.receipt, effect.talk)
        self._tell([person for person in effect.to if person != self.meeting.console], passed)
        if self._console is not None and self._console.person in effect.to and kept.line is not None:
            self._console.write(kept.line)
        self._send(effect.by, Receipted(kept.receipt, effect.talk))
        if effect.talk is None:
            reached = {*effect.to, effect.by}
            others = [person for person in self.meeting.members if person not in reached]
            closed = msgspec.structs.replace(kept.entry, opening=None)
            self._tell(others, msgspec.structs.replace(passed, entry=closed, to=None))

    def _refuse_entry(self, effect: does.RefuseEntry) -> None:
        self._send(effect.by, NotPassed(self._talk.drop(effect.number), effect.refusal))

    def _address_of(self, person: PersonId) -> str | None:
        link = self._links.get(person)
        return None if link is None else link.address

    # --- the rest ----------------------------------------------------------------------------

    def _guard(self, person: PersonId, _source: tuple[str, int], _datagram: bytes) -> bool:
        inside = self.meeting.members.get(person) or self.meeting.guests.get(person)
        return inside is not None and not inside.who.held

    def _judge(self, effect: does.Judge) -> None:
        self.happen(did.Judged(effect.person, NOT_JUDGED))

    def _connect_waiting(self, effect: does.ConnectWaiting) -> None:
        link = self._links.get(effect.person)
        if link is not None and self.waiting_video is not None:
            self.waiting_video.connect(effect.person, loopback=link.loopback)

    def _disconnect_media(self, effect: does.DisconnectMedia) -> None:
        self.media.disconnect(effect.person)
        if self.waiting_video is not None:
            self.waiting_video.disconnect(effect.person)

    def _film_for(self, person: PersonId) -> WaitingVideo | None:
        film = self.waiting_video
        return film if film is not None and film.serves(person) else None

    def _connect_media(self, effect: does.ConnectMedia) -> None:
        link = self._links.get(effect.person)
        if link is not None:
            self.media.connect(effect.person, loopback=link.loopback)

    def _record(self, effect: does.Record) -> None:
        line = note(self._orders, effect, self._console.person if self._console is not None else None)
        if self._console is not None:
            self._console.write(line)

    def _tell_head(self, head: Head) -> None:
        self._tell(self.meeting.members, RecordHead(head.number, head.head, head.signature))

    def _save_state(self) -> None:
        try:
            self._save(self.meeting)
        except OSError as error:
            log.error("the meeting's state could not be saved: %s", error.strerror)

    def _wake_at(self, effect: does.WakeAt) -> None:
        if self._wake is not None:
            self._wake.cancel()
        delay = max(0.0, effect.at - self._clock())
        self._wake = asyncio.get_running_loop().call_later(delay, self.happen, did.TimePassed())
