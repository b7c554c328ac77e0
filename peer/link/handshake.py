"""The handshake as two pure machines: hello, challenge, proof, accepted. Frames in, frames out, no clock, no
I/O.

The host checks in the order of cost: the token (an HMAC) before any look-up, any look-up before any
signature. The proof is bound to the meeting, to both nonces and to the fingerprint: it holds on one
connection to one door.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Final, TypeVar

import msgspec

from peer.keys import (
    Identity,
    KeyPair,
    MeetingKeys,
    is_certified,
    is_service_certified,
    meeting_id,
    random_secret,
    verify,
)
from peer.link.codec import BadFrame, Codec, encode
from peer.link.invite import Invite
from peer.link.invite_book import InviteBook
from peer.link.ticket import Tickets
from peer.link.wire import (
    FEATURES,
    NONCE_SIZE,
    VERSIONS,
    Accepted,
    Challenge,
    HandshakeToHost,
    HandshakeToMember,
    Hello,
    Proof,
    tag_of,
)
from peer.room.notices import Refused
from peer.room.values import InviteRef, PersonId, Refusal, RefusalCode

PROOF = "vestibule/proof/1"
"""Signed by the identity, and by the meeting key under the next name."""
KEY_PROOF = "vestibule/key-proof/1"

M = TypeVar("M")

_at_host: Final[Codec[HandshakeToHost]] = Codec(HandshakeToHost)
_at_member: Final[Codec[HandshakeToMember]] = Codec(HandshakeToMember)


class Refuse(Exception):
    """The handshake ends here. `misbehaved` is true where no honest machine could have sent what came."""

    def __init__(self, refusal: Refusal, misbehaved: bool = False) -> None:
        super().__init__(refusal.code.value)
        self.refusal = refusal
        self.misbehaved = misbehaved


def proof_body(
    meeting: str, hello_nonce: bytes, challenge: Challenge, fingerprint: bytes, identity: bytes, key: bytes
) -> bytes:
    """What both keys of a member sign: the msgpack array of the meeting's id, the nonces of hello and challenge, the
    service's meeting key, the version, the certificate's fingerprint, the member's identity and meeting key.

    The identity signs it as `vestibule/proof/1`, the meeting key as `vestibule/key-proof/1`.
    """
    return msgspec.msgpack.encode(
        (
            meeting,
            hello_nonce,
            challenge.nonce,
            challenge.meeting_key,
            challenge.version,
            fingerprint,
            identity,
            key,
        )
    )


# --- the host's machine --------------------------------------------------------------------------


@dataclass(frozen=True)
class Proven:
    """A proof that holds. `key` is the meeting key (32 bytes), `name` as it was sent: the room cleans it.

    `invite` is None for who comes back by a ticket; then `ticket_member` is the member in it.
    `service_certificate` is the host's own, for the service's meeting key.
    """

    identity: bytes
    key: bytes
    certificate: bytes
    name: str
    invite: InviteRef | None
    ticket_member: PersonId | None
    is_host: bool
    service_certificate: bytes | None


class HostHandshake:
    """One handshake at the door. Each step raises Refuse; after that it must not be used again."""

    def __init__(
        self,
        meeting: MeetingKeys,
        fingerprint: bytes,
        invites: InviteBook,
        tickets: Tickets,
        host_identity: bytes | None,
    ) -> None:
        self._meeting = meeting
        self._fingerprint = fingerprint
        self._invites = invites
        self._tickets = tickets
        self._host = host_identity
        self._hello: Hello | None = None
        self._challenge: Challenge | None = None

    @property
    def invite_number(self) -> int | None:
        """The number of the invite whose token held, once it did."""
        return self._hello.number if self._hello else None

    def hello(self, frame: bytes, now: float) -> bytes:
        """The answer to the first frame: a challenge. `now` is Unix time in seconds."""
        hello = _read(frame, Hello)
        if not _is_shaped(hello):
            raise Refuse(Refusal(RefusalCode.MALFORMED, {"message": "hello"}), misbehaved=True)
        if hello.meeting != self._meeting.id or not self._meeting.is_token(hello.number, hello.token):
            raise Refuse(Refusal(RefusalCode.WRONG_TOKEN))
        version = _agree(hello.versions)
        if hello.ticket is None:
            ref = self._invites.look_up(hello.number, now)
            if isinstance(ref, Refusal):
                raise Refuse(ref)
        self._hello = hello
        self._challenge = Challenge(random_secret(), self._meeting.signing.public, version)
        return encode(self._challenge)

    def proof(self, frame: bytes, now: float) -> Proven:
        """What the second frame proves. `now` is Unix time in seconds."""
        hello, challenge = self._hello, self._challenge
        if hello is None or challenge is None:
            raise Refuse(Refusal(RefusalCode.OUT_OF_ORDER, {"message": "proof"}), misbehaved=True)
        proof = _read(frame, Proof)
        body = proof_body(hello.meeting, hello.nonce, challenge, self._fingerprint, proof.identity, proof.key)
        if not (
            verify(proof.identity, PROOF, body, proof.identity_signature)
            and verify(proof.key, KEY_PROOF, body, proof.key_signature)
            and is_certified(proof.certificate, proof.identity, hello.meeting, proof.key)
        ):
            raise Refuse(Refusal(RefusalCode.WRONG_PROOF), misbehaved=True)
        is_host = self._host is not None and hmac.compare_digest(proof.identity, self._host)
        member, ref = self._admission(hello, proof.identity, is_host, now)
        return Proven(
            proof.identity,
            proof.key,
            proof.certificate,
            proof.name,
            ref,
            member,
            is_host,
            self._service_certificate(proof) if is_host else None,
        )

    def accepted(self) -> bytes:
        """The last frame of the handshake, after the shell heard of it."""
        assert self._hello is not None
        assert self._challenge is not None
        common = tuple(sorted(FEATURES.intersection(self._hello.features)))
        return encode(Accepted(self._challenge.version, common))

    def _admission(
        self, hello: Hello, identity: bytes, is_host: bool, now: float
    ) -> tuple[PersonId | None, InviteRef | None]:
        if hello.ticket is not None:
            member = self._tickets.read(hello.ticket, identity)
            if member is None:
                raise Refuse(Refusal(RefusalCode.TICKET_REFUSED))
            return member, None
        ref = self._invites.use(hello.number, identity, is_host, now)
        if isinstance(ref, Refusal):
            raise Refuse(ref)
        return None, ref

    def _service_certificate(self, proof: Proof) -> bytes:
        certificate = proof.service_certificate or b""
        if not is_service_certified(certificate, proof.identity, self._meeting.signing.public):
            raise Refuse(Refusal(RefusalCode.WRONG_PROOF), misbehaved=True)
        return certificate


def _read(frame: bytes, kind: type[M]) -> M:
    try:
        message = _at_host.decode(frame)
    except BadFrame as bad:
        raise Refuse(bad.refusal, misbehaved=True) from bad
    if not isinstance(message, kind):
        raise Refuse(Refusal(RefusalCode.OUT_OF_ORDER, {"message": tag_of(type(message))}), misbehaved=True)
    return message


def _agree(versions: tuple[int, ...]) -> int:
    common = set(VERSIONS).intersection(versions)
    if common:
        return max(common)
    too_old = max(versions, default=0) < min(VERSIONS)
    code = RefusalCode.VERSION_TOO_OLD if too_old else RefusalCode.VERSION_TOO_NEW
    raise Refuse(Refusal(code, {"host_speaks": max(VERSIONS)}))


def _is_shaped(hello: Hello) -> bool:
    return len(hello.nonce) == NONCE_SIZE and len(hello.versions) <= 16 and len(hello.features) <= 32


# --- a member's machine --------------------------------------------------------------------------


class MemberHandshake:
    """One handshake of a member. Steps raise Refuse: the host's refusal, or what is wrong with the host's
    machine.
    """

    def __init__(
        self, invite: Invite, identity: Identity, key: KeyPair, name: str, ticket: bytes | None
    ) -> None:
        self._invite = invite
        self._identity = identity
        self._key = key
        self._name = name
        self._ticket = ticket
        self._nonce = random_secret()
        self._proved = False
        self.meeting_key = b""
        """The service's public key, once its challenge held."""

    def hello(self) -> bytes:
        """The first frame."""
        invite = self._invite
        return encode(
            Hello(
                VERSIONS,
                tuple(sorted(FEATURES)),
                invite.meeting,
                invite.number,
                invite.token,
                self._nonce,
                self._ticket,
            )
        )

    def take(self, frame: bytes) -> bytes | Accepted:
        """The answer to a frame of the host: the proof to send, or that it was accepted."""
        try:
            message = _at_member.decode(frame)
        except BadFrame as bad:
            raise Refuse(bad.refusal, misbehaved=True) from bad
        if isinstance(message, Refused):
            raise Refuse(message.refusal)
        if isinstance(message, Challenge) and not self._proved:
            self._proved = True
            return encode(self._prove(message))
        if isinstance(message, Accepted) and self._proved:
            return message
        raise Refuse(Refusal(RefusalCode.OUT_OF_ORDER), misbehaved=True)

    def _prove(self, challenge: Challenge) -> Proof:
        invite, identity, key = self._invite, self._identity, self._key
        if challenge.version not in VERSIONS or meeting_id(challenge.meeting_key) != invite.meeting:
            raise Refuse(Refusal(RefusalCode.WRONG_PROOF), misbehaved=True)
        self.meeting_key = challenge.meeting_key
        body = proof_body(
            invite.meeting, self._nonce, challenge, invite.fingerprint, identity.public, key.public
        )
        is_host = identity.public == invite.host
        return Proof(
            identity.public,
            key.public,
            identity.sign(PROOF, body),
            key.sign(KEY_PROOF, body),
            identity.certify(invite.meeting, key.public),
            self._name,
            identity.certify_service(challenge.meeting_key) if is_host else None,
        )
