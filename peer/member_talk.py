"""What people say, on a member's machine: own words signed in a chain, others' words believed only if they hold."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from peer.commands import Alarm, AnyNews, ChatLine, PictureShown, Reaction
from peer.keys import KeyPair
from peer.link.author import Author, TooMuchToSay, Written
from peer.link.entries import MEETING_TALK, TO_ALL, TO_HOST, BadEntry, Header, Kind
from peer.link.reader import Line, Reader
from peer.link.wire import UNREADABLE, NotPassed, Passed, Receipted, Say
from peer.room.notices import Admitted, Refused
from peer.room.values import PersonId, Refusal, RefusalCode


@dataclass
class Heard:
    """What came of a message: news for the person, and what is to be sent next."""

    news: list[AnyNews] = field(default_factory=list)
    send: list[Say] = field(default_factory=list)


@dataclass(frozen=True)
class _Route:
    """One way that words take: the talk's name, and what the host is told of where they go."""

    talk: bytes
    to: str | None


class MemberTalk:
    """All talks of one person in one meeting."""

    def __init__(self, key: KeyPair, meeting: str) -> None:
        self._key = key
        self._meeting = meeting
        self._reader: Reader | None = None
        self._authors: dict[bytes, Author] = {}
        self._routes: dict[bytes, _Route] = {}
        """By the hash of an own entry that is not answered yet, or waits: where it goes."""
        self._queued: dict[bytes, list[_Route]] = {}
        self._key_of: dict[PersonId, bytes] = {}
        self._guests: set[PersonId] = set()
        self._me: PersonId | None = None
        self._line_is_new = True

    def linked(self, meeting_key: bytes) -> list[Say]:
        """A link to the service with this key stands; what had no answer is sent again as it was."""
        if self._reader is None:
            self._reader = Reader(meeting_key, self._key)
        self._line_is_new = True
        pending = (author.pending for author in self._authors.values())
        return [self._say(one) for one in pending if one is not None]

    def admitted(self, notice: Admitted) -> None:
        """This person is inside, as whom; the others' keys are known from here on."""
        self._me = notice.you
        for member in notice.members:
            self.knows(member.id, member.key)
        for guest in notice.guests:
            self.knows(guest.id, guest.key, waits=True)

    def put_back(self) -> None:
        """This person waits again."""
        self._me = None

    def knows(self, person: PersonId, key: bytes, *, waits: bool = False) -> None:
        """Somebody speaks with this meeting key; `waits`: as a guest."""
        self._key_of[person] = key
        (self._guests.add if waits else self._guests.discard)(person)

    def say(self, kind: Kind, content: str | bytes, to: str | None) -> Say | Refusal | None:
        """The message to send; None if it waits for the answer to another; or why it cannot be said."""
        route, header_to = self._route(to)
        if header_to is None:
            return Refusal(RefusalCode.NO_SUCH_PERSON)
        author = self._authors.get(route.talk)
        if author is None:
            author = self._authors[route.talk] = Author(self._key, self._meeting, route.talk)
        try:
            body = content.encode() if isinstance(content, str) else content
            written = author.say(kind, body, header_to, time.time())
        except TooMuchToSay:
            return Refusal(RefusalCode.TOO_FAST)
        except ValueError:
            return Refusal(RefusalCode.OVERSIZED)
        if written is None:
            self._queued.setdefault(route.talk, []).append(route)
            return None
        self._routes[written.hash] = route
        return self._say(written)

    def hear(self, message: Passed | Receipted | NotPassed) -> Heard:
        """What a message of the host's machine says, if it holds; an alarm if it does not."""
        try:
            match message:
                case Passed():
                    return self._passed(message)
                case Receipted():
                    return self._receipted(message)
                case NotPassed():
                    return self._not_passed(message)
        except BadEntry as bad:
            return Heard([Alarm(f"{bad.code.value}: {bad.detail}", getattr(message, "by", None))])

    def _passed(self, message: Passed) -> Heard:
        assert self._reader is not None  # messages come over a link
        author = self._key_of.get(message.by) or _stated_author(message)
        line = self._reader.take(message.entry, message.receipt, author, self._talk_name(message.talk))
        heard = Heard()
        if line.missing and not self._line_is_new:
            heard.news.append(Alarm("missing"))
        self._line_is_new = False
        heard.news.extend(_as_news(line, message.by, message.to, message.talk))
        return heard

    def _receipted(self, message: Receipted) -> Heard:
        assert self._reader is not None
        talk = self._talk_name(message.talk)
        body = self._reader.take_receipt(message.receipt, talk)
        author = self._authors.get(talk)
        if author is None or author.pending is None or author.pending.hash != body.entry:
            return Heard()
        stands, route = author.pending, self._routes.pop(body.entry)
        heard = Heard(send=self._next(author.receipted(body.entry, time.time()), talk))
        if stands.kind is Kind.CHAT:
            line = ChatLine(
                by=self._me or "",
                name="",
                text=stands.content.decode(),
                at=body.ts / 1000,
                number=body.i,
                to=route.to,
                talk=message.talk,
                mine=True,
            )
            heard.news.append(line)
        elif stands.kind is Kind.REACTION and self._me is not None:
            heard.news.append(Reaction(self._me, stands.content.decode()))
        return heard

    def _not_passed(self, message: NotPassed) -> Heard:
        route = self._routes.pop(message.entry, None)
        if route is None:
            return Heard()
        author = self._authors[route.talk]
        kind = author.pending.kind.value if author.pending is not None else ""
        return Heard(
            [Refused(message.refusal, kind)],
            self._next(author.refused(message.entry, time.time()), route.talk),
        )

    def _next(self, written: Written | None, talk: bytes) -> list[Say]:
        if written is None:
            return []
        self._routes[written.hash] = self._queued[talk].pop(0)
        return [self._say(written)]

    def _say(self, written: Written) -> Say:
        return Say(written.entry, self._routes[written.hash].to)

    def _route(self, to: str | None) -> tuple[_Route, bytes | None]:
        """Where words for `to` go, and what the header says; None if there is no such person."""
        if self._me is None:
            return _Route(self._key.public, "host"), TO_HOST
        if to is None:
            return _Route(MEETING_TALK, None), TO_ALL
        if to == "host":
            return _Route(MEETING_TALK, to), TO_HOST
        key = self._key_of.get(to)
        if key is not None and to in self._guests:
            return _Route(key, to), TO_ALL
        return _Route(MEETING_TALK, to), key

    def _talk_name(self, talk: PersonId | None) -> bytes:
        """The name of a talk; who waits knows of one only, their own, and not under which id."""
        if talk is None:
            return MEETING_TALK
        if self._me is None or talk == self._me:
            return self._key.public
        return self._key_of.get(talk, b"\0")


def _stated_author(message: Passed) -> bytes:
    """The key that an entry itself names: a guest is told nobody's, and learns only that one key wrote all of it."""
    try:
        return msgspec.msgpack.decode(message.entry.header, type=Header).author
    except UNREADABLE as error:
        raise BadEntry(RefusalCode.MALFORMED, "header") from error


def _as_news(line: Line, by: PersonId, to: str | None, talk: PersonId | None) -> Iterable[AnyNews]:
    if line.content is None:
        return
    if line.header.kind is Kind.CHAT:
        yield ChatLine(
            by=by, name="", text=line.content.text, at=line.at, number=line.number, to=to, talk=talk
        )
    elif line.header.kind is Kind.REACTION:
        yield Reaction(by, line.content.text)
    elif line.header.kind is Kind.PICTURE:
        yield PictureShown(by, line.content.body)
