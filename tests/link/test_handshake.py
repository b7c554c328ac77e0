"""The handshake as two machines in one room: only an honest pair comes through, and each lie has its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
import pytest
from hypothesis import given

from peer.keys import Identity, KeyPair, MeetingKeys
from peer.link.codec import encode
from peer.link.handshake import HostHandshake, MemberHandshake, Proven, Refuse
from peer.link.invite import Invite
from peer.link.invite_book import HOST_NUMBER, InviteBook
from peer.link.ticket import Tickets
from peer.link.wire import Accepted, Challenge, Hello, Ping, Proof
from peer.room.notices import Refused
from peer.room.values import InviteKind, Refusal, RefusalCode
from tests.link.frames import garbage

FINGERPRINT = b"f" * 32
MEETING = MeetingKeys(KeyPair(b"m" * 32), b"t" * 32)
HOST = Identity(b"h" * 32)
LENA, LENA_KEY = Identity(b"l" * 32), KeyPair(b"k" * 32)


@dataclass
class Meeting:
    """A host's machine and an invite to it."""

    book: InviteBook
    tickets: Tickets
    invite: Invite

    def door(self, fingerprint: bytes = FINGERPRINT, host: bytes | None = HOST.public) -> HostHandshake:
        return HostHandshake(MEETING, fingerprint, self.book, self.tickets, host)

    def comes(
        self,
        identity: Identity = LENA,
        key: KeyPair = LENA_KEY,
        ticket: bytes | None = None,
        invite: Invite | None = None,
    ) -> MemberHandshake:
        return MemberHandshake(invite or self.invite, identity, key, "Lena", ticket)


@pytest.fixture
def meeting() -> Meeting:
    return a_meeting()


def a_meeting() -> Meeting:
    invite = Invite(("127.0.0.1",), 7443, MEETING.id, FINGERPRINT, HOST.public, 1, MEETING.token(1))
    return Meeting(InviteBook(), Tickets(MEETING), invite)


def meet(door: HostHandshake, member: MemberHandshake) -> Proven:
    """The whole handshake."""
    proof = member.take(door.hello(member.hello(), 0.0))
    assert isinstance(proof, bytes)
    proven = door.proof(proof, 0.0)
    accepted = member.take(door.accepted())
    assert isinstance(accepted, Accepted)
    return proven


def refused(step: Any, *arguments: Any) -> Refuse:
    with pytest.raises(Refuse) as caught:
        step(*arguments)
    return caught.value


def changed(frame: bytes, **fields: Any) -> bytes:
    """The same message with other fields."""
    return msgspec.msgpack.encode({**msgspec.msgpack.decode(frame), **fields})


# --- who comes through -----------------------------------------------------------------------


def test_an_honest_pair_comes_through(meeting: Meeting) -> None:
    proven = meet(meeting.door(), meeting.comes())
    assert (proven.identity, proven.key, proven.name) == (LENA.public, LENA_KEY.public, "Lena")
    assert proven.invite == meeting.book.open_link
    assert (proven.ticket_member, proven.is_host, proven.service_certificate) == (None, False, None)


def test_the_member_learns_the_service_s_key(meeting: Meeting) -> None:
    member = meeting.comes()
    meet(meeting.door(), member)
    assert member.meeting_key == MEETING.signing.public


def test_who_proves_the_host_s_key_is_the_host_and_certifies_the_service(meeting: Meeting) -> None:
    proven = meet(meeting.door(), meeting.comes(HOST))
    assert proven.is_host
    assert proven.service_certificate == HOST.certify_service(MEETING.signing.public)


def test_a_service_without_a_host_obeys_nobody_s_key(meeting: Meeting) -> None:
    assert not meet(meeting.door(host=None), meeting.comes(HOST)).is_host


def test_the_host_s_own_invite_survives_a_rotation(meeting: Meeting) -> None:
    own = msgspec.structs.replace(meeting.invite, number=HOST_NUMBER, token=MEETING.token(HOST_NUMBER))
    meeting.book.rotate()
    proven = meet(meeting.door(), meeting.comes(HOST, invite=own))
    assert proven.invite is not None
    assert proven.invite.kind is InviteKind.HOST
    member = meeting.comes(LENA, invite=own)
    door = meeting.door()
    proof = member.take(door.hello(member.hello(), 0.0))
    assert refused(door.proof, proof, 0.0).refusal.code is RefusalCode.REVOKED_INVITE


def test_a_ticket_brings_a_member_back_though_the_link_was_rotated(meeting: Meeting) -> None:
    ticket = meeting.tickets.issue("1a2b3c4d", LENA.public, 0.0)
    meeting.book.rotate()
    proven = meet(meeting.door(), meeting.comes(ticket=ticket))
    assert (proven.ticket_member, proven.invite) == ("1a2b3c4d", None)


# --- who does not ------------------------------------------------------------------------------


def test_a_wrong_token_is_refused_before_anything_else(meeting: Meeting) -> None:
    for wrong in ({"token": bytes(16)}, {"number": 2}, {"meeting": "another"}, {"token": b""}):
        hello = changed(meeting.comes().hello(), **wrong)
        refusal = refused(meeting.door().hello, hello, 0.0)
        assert refusal.refusal.code is RefusalCode.WRONG_TOKEN
        assert not refusal.misbehaved


def test_a_revoked_invite_is_refused(meeting: Meeting) -> None:
    meeting.book.rotate()
    refusal = refused(meeting.door().hello, meeting.comes().hello(), 0.0)
    assert refusal.refusal.code is RefusalCode.REVOKED_INVITE


def test_a_personal_invite_of_another_is_refused(meeting: Meeting) -> None:
    number = meeting.book.make_personal("Lena").number
    invite = msgspec.structs.replace(meeting.invite, number=number, token=MEETING.token(number))
    lena = Identity.generate()
    meet(meeting.door(), meeting.comes(lena, invite=invite))
    meeting.book.bind(number, lena.public)
    door, thief = meeting.door(), meeting.comes(Identity.generate(), invite=invite)
    proof = thief.take(door.hello(thief.hello(), 0.0))
    assert refused(door.proof, proof, 0.0).refusal.code is RefusalCode.USED_INVITE


@pytest.mark.parametrize(
    ("versions", "code"),
    [
        ((), RefusalCode.VERSION_TOO_OLD),
        ((0,), RefusalCode.VERSION_TOO_OLD),
        ((9, 8), RefusalCode.VERSION_TOO_NEW),
    ],
)
def test_versions_that_do_not_meet(meeting: Meeting, versions: tuple[int, ...], code: RefusalCode) -> None:
    hello = changed(meeting.comes().hello(), versions=versions)
    assert refused(meeting.door().hello, hello, 0.0).refusal == Refusal(code, {"host_speaks": 1})


def test_the_best_common_version_is_taken_and_unknown_features_are_not(meeting: Meeting) -> None:
    door = meeting.door()
    member = meeting.comes()
    challenge = door.hello(changed(member.hello(), versions=(9, 1, 0), features=("telepathy",)), 0.0)
    assert msgspec.msgpack.decode(challenge)["version"] == 1
    assert msgspec.msgpack.decode(door.accepted())["features"] == []


def test_a_replayed_proof_is_refused(meeting: Meeting) -> None:
    """On another connection the challenge is another: what was recorded is worth nothing."""
    member, door = meeting.comes(), meeting.door()
    hello = member.hello()
    proof = member.take(door.hello(hello, 0.0))
    door.proof(proof, 0.0)
    again = meeting.door()
    again.hello(hello, 0.0)
    refusal = refused(again.proof, proof, 0.0)
    assert refusal.refusal.code is RefusalCode.WRONG_PROOF
    assert refusal.misbehaved


def test_a_proof_for_another_door_is_refused(meeting: Meeting) -> None:
    """A man in the middle who passes the frames on has another certificate."""
    member, door = meeting.comes(), meeting.door(fingerprint=b"x" * 32)
    proof = member.take(door.hello(member.hello(), 0.0))
    assert refused(door.proof, proof, 0.0).refusal.code is RefusalCode.WRONG_PROOF


MALLORY = Identity(b"x" * 32)


@pytest.mark.parametrize(
    "lie",
    [
        {"identity": MALLORY.public},
        {"identity": HOST.public},
        {"key": MALLORY.public},
        {"identity_signature": bytes(64)},
        {"key_signature": bytes(64)},
        {"certificate": MALLORY.certify(MEETING.id, LENA_KEY.public)},
        {"certificate": LENA.certify("another", LENA_KEY.public)},
        {"certificate": LENA.certify(MEETING.id, MALLORY.public)},
        {"identity": bytes(32), "identity_signature": bytes(64)},
        {"identity": b"", "key": b""},
    ],
    ids=range(10),
)
def test_every_lie_in_a_proof_is_refused(meeting: Meeting, lie: dict[str, bytes]) -> None:
    member, door = meeting.comes(), meeting.door()
    proof = member.take(door.hello(member.hello(), 0.0))
    assert isinstance(proof, bytes)
    assert refused(door.proof, changed(proof, **lie), 0.0).refusal.code is RefusalCode.WRONG_PROOF


def test_somebody_else_s_meeting_key_cannot_be_taken(meeting: Meeting) -> None:
    """Mallory certifies Bo's key as their own: they do not hold it."""
    bo = KeyPair(b"b" * 32)
    member, door = meeting.comes(MALLORY, MALLORY), meeting.door()
    challenge = msgspec.msgpack.decode(door.hello(member.hello(), 0.0), type=Challenge)
    proof = msgspec.convert(msgspec.to_builtins(member._prove(challenge)), Proof)
    stolen = msgspec.structs.replace(proof, key=bo.public, certificate=MALLORY.certify(MEETING.id, bo.public))
    assert refused(door.proof, encode(stolen), 0.0).refusal.code is RefusalCode.WRONG_PROOF


def test_a_host_without_the_service_s_certificate_is_refused(meeting: Meeting) -> None:
    member, door = meeting.comes(HOST), meeting.door()
    proof = member.take(door.hello(member.hello(), 0.0))
    assert isinstance(proof, bytes)
    for wrong in (None, b"", LENA.certify_service(MEETING.signing.public)):
        lie = changed(proof, service_certificate=wrong)
        assert refused(door.proof, lie, 0.0).refusal.code is RefusalCode.WRONG_PROOF


@pytest.mark.parametrize("whose", ["another's", "another sitting's", "nobody's"])
def test_a_ticket_that_does_not_hold_is_refused(meeting: Meeting, whose: str) -> None:
    ticket = {
        "another's": meeting.tickets.issue("1a2b3c4d", MALLORY.public, 0.0),
        "another sitting's": Tickets(MeetingKeys.generate()).issue("1a2b3c4d", LENA.public, 0.0),
        "nobody's": b"ticket",
    }[whose]
    member, door = meeting.comes(ticket=ticket), meeting.door()
    proof = member.take(door.hello(member.hello(), 0.0))
    assert refused(door.proof, proof, 0.0).refusal.code is RefusalCode.TICKET_REFUSED


# --- out of order, malformed -------------------------------------------------------------------


def test_frames_out_of_order_are_refused(meeting: Meeting) -> None:
    member, door = meeting.comes(), meeting.door()
    hello = member.hello()
    proof = member.take(door.hello(hello, 0.0))
    fresh = meeting.door()
    for step, frame in ((fresh.hello, proof), (fresh.proof, proof), (door.proof, hello)):
        assert refused(step, frame, 0.0).refusal.code is RefusalCode.OUT_OF_ORDER
    assert refused(fresh.hello, encode(Ping(1)), 0.0).refusal.code is RefusalCode.OUT_OF_ORDER


@pytest.mark.parametrize(
    "fields", [{"nonce": b"short"}, {"versions": list(range(17))}, {"features": ["x"] * 33}], ids=range(3)
)
def test_a_misshapen_hello_is_malformed(meeting: Meeting, fields: dict[str, Any]) -> None:
    hello = changed(meeting.comes().hello(), **fields)
    refusal = refused(meeting.door().hello, hello, 0.0)
    assert refusal.refusal.code is RefusalCode.MALFORMED
    assert refusal.misbehaved


@given(garbage)
def test_the_door_refuses_whatever_else_comes(frame: bytes) -> None:
    with pytest.raises(Refuse):
        a_meeting().door().hello(frame, 0.0)


@given(garbage)
def test_the_member_refuses_whatever_else_comes(frame: bytes) -> None:
    with pytest.raises(Refuse):
        a_meeting().comes().take(frame)


# --- the host's machine lies -------------------------------------------------------------------


def test_a_host_with_another_meeting_key_gets_no_proof(meeting: Meeting) -> None:
    lie = encode(Challenge(bytes(32), KeyPair.generate().public, 1))
    refusal = refused(meeting.comes().take, lie)
    assert refusal.refusal.code is RefusalCode.WRONG_PROOF
    assert refusal.misbehaved


def test_a_host_with_an_unknown_version_gets_no_proof(meeting: Meeting) -> None:
    assert refused(meeting.comes().take, encode(Challenge(bytes(32), MEETING.signing.public, 9))).misbehaved


def test_a_host_that_accepts_without_a_proof_or_asks_twice_is_refused(meeting: Meeting) -> None:
    assert refused(meeting.comes().take, encode(Accepted(1, ()))).misbehaved
    member = meeting.comes()
    challenge = encode(Challenge(bytes(32), MEETING.signing.public, 1))
    member.take(challenge)
    assert refused(member.take, challenge).refusal.code is RefusalCode.OUT_OF_ORDER


def test_a_refusal_reaches_the_member_as_it_was_said(meeting: Meeting) -> None:
    said = Refusal(RefusalCode.VERSION_TOO_OLD, {"host_speaks": 3})
    refusal = refused(meeting.comes().take, encode(Refused(said, "link")))
    assert refusal.refusal == said
    assert not refusal.misbehaved


def test_two_members_never_make_the_same_hello(meeting: Meeting) -> None:
    nonces = {msgspec.msgpack.decode(meeting.comes().hello(), type=Hello).nonce for _ in range(20)}
    assert len(nonces) == 20
