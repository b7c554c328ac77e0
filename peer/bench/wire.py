"""`vestibule bench wire`: a million random and mutated frames for every decoder that takes foreign bytes.

Nothing but the typed exception may come out, and memory must not grow.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable
from typing import Any, Final

import msgspec
import psutil

from peer.keys import Identity, KeyPair, MeetingKeys
from peer.link import wire
from peer.link.author import Author
from peer.link.codec import BadFrame, Codec, encode
from peer.link.entries import MEETING_TALK, TO_ALL, BadEntry, Kind, open_content
from peer.link.handshake import HostHandshake, MemberHandshake, Refuse
from peer.link.intake import Intake
from peer.link.invite import BadInvite, Invite, parse_invite
from peer.link.invite_book import InviteBook
from peer.link.ledger import Ledger
from peer.link.ticket import Tickets
from peer.room.notices import Admitted, MemberView, Refused, WaitingRoom
from peer.room.requests import AdmitAll, ChangeRules, SetHand, Suspend
from peer.room.signals import Answer, Look, Offer, Point, Slot
from peer.room.values import Refusal, RefusalCode, Right, Role, Rules, TrackKind

TYPED: Final = (BadFrame, Refuse, BadEntry, BadInvite)
GROWTH_BOUND: Final = 8.0
"""MB of resident memory from the first tenth of the run to its end."""


def run(argv: list[str]) -> int:
    """Print the table; 0 if nothing else was raised and memory stayed flat."""
    parser = argparse.ArgumentParser(prog="vestibule bench wire", description=__doc__)
    parser.add_argument("--frames", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    chance = random.Random(options.seed)
    seeds, targets = _seeds(), _targets()
    outcomes: Counter[str] = Counter()
    foreign: Counter[str] = Counter()
    process, early = psutil.Process(), 0.0
    begin = time.monotonic()
    for count in range(options.frames):
        frame = _frame(chance, seeds)
        name, target = targets[count % len(targets)]
        try:
            taken = target(frame)
        except TYPED:
            outcomes["refused"] += 1
        except Exception as other:
            foreign[f"{name}: {other!r:.80}"] += 1
        else:
            outcomes["refused" if taken is None else "taken"] += 1
        if count == options.frames // 10:
            early = process.memory_info().rss / 1e6
    took = time.monotonic() - begin
    growth = process.memory_info().rss / 1e6 - early
    print("| what | got | must |")
    print("|---|---|---|")
    print(f"| frames, seed {options.seed} | {options.frames:,} in {took:.0f} s | |")
    print(f"| refused, typed | {outcomes['refused']:,} | |")
    print(f"| taken as a message that holds | {outcomes['taken']:,} | |")
    print(f"| other exceptions | {foreign.total()} | 0 |")
    print(f"| memory since the first tenth | {growth:+.1f} MB | {GROWTH_BOUND:g} MB |")
    for what, times in foreign.most_common(10):
        print(f"  {times} x {what}")
    return 0 if not foreign and growth <= GROWTH_BOUND else 1


def _frame(chance: random.Random, seeds: list[bytes]) -> bytes:
    """Random bytes one time in five; else a frame that held, changed in one to four places."""
    if chance.random() < 0.2:
        return chance.randbytes(chance.randrange(200))
    frame = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(frame) + 1)
        match chance.randrange(5):
            case 0:
                frame[place : place + 1] = chance.randbytes(1)
            case 1 if place:
                del frame[place:]
            case 2:
                frame[place:place] = chance.randbytes(chance.randrange(8))
            case 3:
                frame[place:place] = chance.choice(seeds)[: chance.randrange(60)]
            case _:
                frame[place : place + 1] = bytes([chance.choice((0xC0, 0xC4, 0xDB, 0xDD, 0xDF, 0x91, 0xCF))])
    return bytes(frame)


def _seeds() -> list[bytes]:
    """Frames that hold, of many shapes."""
    key = KeyPair(b"k" * 32)
    entry = Author(key, "abcdefghijkl2").say(Kind.CHAT, b"hello", TO_ALL, 0.0)
    assert entry is not None
    receipt = wire.Receipt(bytes(94), bytes(64))
    member = MemberView("1a2b3c4d", key.public, "Ana", Role.MEMBER, True, False)
    messages: list[Any] = [
        wire.Hello((1,), (), "abcdefghijkl2", 1, bytes(16), bytes(32), bytes(131)),
        wire.Proof(key.public, key.public, bytes(64), bytes(64), bytes(64), "Ana", bytes(64)),
        wire.Challenge(bytes(32), key.public, 1),
        wire.Accepted(1, ()),
        wire.Say(entry.entry, "host"),
        wire.Passed(entry.entry, "1a2b3c4d", None, receipt),
        wire.NotPassed(bytes(32), Refusal(RefusalCode.TOO_FAST, {"message": "say", "limit": 5})),
        wire.Ping(7),
        SetHand(True),
        AdmitAll(("1a2b3c4d", "5e6f7a8b")),
        ChangeRules(locked=True, allow=frozenset({Right.SHARE})),
        Suspend("1a2b3c4d", "shouting"),
        Look(("1a2b3c4d",)),
        Answer(1, 1, "v=0\r\n"),
        Offer(1, 1, "v=0\r\n"),
        Point((Slot("0", TrackKind.AUDIO, None, 1),)),
        Refused(Refusal(RefusalCode.MALFORMED), "hand"),
        WaitingRoom("Title", "", 2, True),
        Admitted("1a2b3c4d", bytes(131), "Title", Rules(), (member,)),
    ]
    raw = [encode(message) for message in messages]
    return [*raw, entry.entry.header, entry.entry.opening or b"", msgspec.msgpack.encode(("x", 1))]


def _targets() -> list[tuple[str, Callable[[bytes], object]]]:
    """Everything that takes foreign bytes, by name."""
    meeting = MeetingKeys(KeyPair(b"m" * 32), b"t" * 32)
    key, identity, host = KeyPair(b"k" * 32), Identity(b"i" * 32), Identity(b"h" * 32)
    invite = Invite(("127.0.0.1",), 7443, meeting.id, bytes(32), host.public, 1, meeting.token(1))
    book, tickets, ledger = InviteBook(), Tickets(meeting), Ledger(meeting)
    written = Author(key, meeting.id).say(Kind.CHAT, b"hello", TO_ALL, 0.0)
    assert written is not None
    checked = ledger.check(written.entry, key.public, MEETING_TALK, TO_ALL)
    header = getattr(checked, "header")  # noqa: B009

    def door() -> HostHandshake:
        return HostHandshake(meeting, invite.fingerprint, book, tickets, host.public)

    def prove(frame: bytes) -> object:
        member, opened = MemberHandshake(invite, identity, key, "Ana", None), door()
        opened.hello(member.hello(), 0.0)
        return opened.proof(frame, 0.0)

    def say(frame: bytes) -> object:
        entry = wire.Entry(frame, written.entry.signature, written.entry.opening)
        return ledger.check(entry, key.public, MEETING_TALK, TO_ALL)

    codecs: list[tuple[str, Callable[[bytes], object]]] = [
        ("handshake to member", Codec[object](wire.HandshakeToMember).decode),
        ("to member", Codec[object](wire.ToMember).decode),
    ]
    return [
        ("intake", lambda frame: Intake(0.0).take(frame, 0.0)),
        *codecs,
        ("hello", lambda frame: door().hello(frame, 0.0)),
        ("proof", prove),
        ("challenge", lambda frame: MemberHandshake(invite, identity, key, "Ana", None).take(frame)),
        ("entry", say),
        ("opening", lambda frame: open_content(header, frame)),
        ("ticket", lambda frame: tickets.read(frame, identity.public)),
        ("invite", lambda frame: parse_invite("vestibule://join/" + frame.decode("latin-1"))),
    ]
