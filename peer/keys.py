"""Identities, meeting keys, signatures, commitments and sealing.

Signatures are Ed25519 (RFC 8032) by libsodium, over a pre-authentication encoding that includes the kind of
what is signed, so that no body can pass as another kind. Public keys of small order are refused before any
check: under them anybody can make a signature that verifies.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from typing import Final, Self

import msgspec
import nacl.bindings as sodium
from nacl.exceptions import CryptoError

SECRET_SIZE: Final = 32
PUBLIC_SIZE: Final = 32
SIGNATURE_SIZE: Final = 64
HASH_SIZE: Final = 32
TOKEN_SIZE: Final = 16
SEAL_OVERHEAD: Final = 48
"""Bytes that sealing adds: an ephemeral X25519 key and a Poly1305 tag."""
MEETING_ID_LENGTH: Final = 13

CERTIFICATE = "vestibule/certificate/1"
HOST_CERTIFICATE = "vestibule/host-certificate/1"


class BadSeal(Exception):
    """A sealed text cannot be opened with this key: it was meant for another, or it was changed."""


def random_secret() -> bytes:
    """32 fresh random bytes from the system."""
    return secrets.token_bytes(SECRET_SIZE)


def pre_authentication(kind: str, body: bytes) -> bytes:
    """The bytes that are signed for a body of this kind: `DSSEv1`, length and kind, length and body (DSSE v1)."""
    name = kind.encode()
    return b"DSSEv1 %d %b %d %b" % (len(name), name, len(body), body)


def is_valid_public_key(key: bytes) -> bool:
    """True for 32 bytes that are a point of the prime-order group, in canonical form."""
    return len(key) == PUBLIC_SIZE and bool(sodium.crypto_core_ed25519_is_valid_point(key))


def verify(public: bytes, kind: str, body: bytes, signature: bytes) -> bool:
    """True if the holder of this key signed exactly this body as this kind. Never raises on foreign bytes."""
    if len(signature) != SIGNATURE_SIZE or not is_valid_public_key(public):
        return False
    try:
        sodium.crypto_sign_open(signature + pre_authentication(kind, body), public)
    except CryptoError:
        return False
    return True


@dataclass(frozen=True)
class KeyPair:
    """An Ed25519 key pair; seed and `public` have 32 bytes. The seed stays out of every repr."""

    seed: bytes = field(repr=False)
    public: bytes = field(init=False)
    _secret: bytes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        public, secret = sodium.crypto_sign_seed_keypair(self.seed)
        object.__setattr__(self, "public", public)
        object.__setattr__(self, "_secret", secret)

    @classmethod
    def generate(cls) -> Self:
        """A fresh key pair."""
        return cls(random_secret())

    def sign(self, kind: str, body: bytes) -> bytes:
        """A signature of 64 bytes."""
        signed = sodium.crypto_sign(pre_authentication(kind, body), self._secret)
        return bytes(signed[:SIGNATURE_SIZE])

    def open(self, sealed: bytes) -> bytes:
        """What was sealed to this key's public half. Raises BadSeal."""
        if len(sealed) < SEAL_OVERHEAD:
            raise BadSeal("too short")
        public = sodium.crypto_sign_ed25519_pk_to_curve25519(self.public)
        secret = sodium.crypto_sign_ed25519_sk_to_curve25519(self._secret)
        try:
            return bytes(sodium.crypto_box_seal_open(sealed, public, secret))
        except (CryptoError, RuntimeError) as error:  # RuntimeError: an ephemeral key of small order
            raise BadSeal("does not open") from error


def seal(public: bytes, content: bytes) -> bytes:
    """Content that only the holder of this Ed25519 key can open (a sealed box over its X25519 form).

    Raises ValueError for a key that is no valid point.
    """
    if not is_valid_public_key(public):
        raise ValueError("not a valid public key")
    return bytes(sodium.crypto_box_seal(content, sodium.crypto_sign_ed25519_pk_to_curve25519(public)))


# --- who somebody is -------------------------------------------------------------------------


class Identity(KeyPair):
    """Who a person is towards one host; the same again there, unlinkable elsewhere."""

    @classmethod
    def for_host(cls, secret: bytes, host_public_key: bytes) -> Identity:
        """The identity that this installation shows to one host."""
        return cls(_derive(secret, b"vestibule-guest", host_public_key))

    @classmethod
    def for_hosting(cls, secret: bytes) -> Identity:
        """The identity under which this installation hosts."""
        return cls(_derive(secret, b"vestibule-host", b""))

    @classmethod
    def towards(cls, secret: bytes, host_public_key: bytes) -> Identity:
        """`for_hosting` where the host is this installation itself, else `for_host`."""
        own = cls.for_hosting(secret)
        return own if own.public == host_public_key else cls.for_host(secret, host_public_key)

    def certify(self, meeting: str, meeting_key: bytes) -> bytes:
        """The certificate (a signature of 64 bytes) that this meeting key is this identity's in this meeting.

        Signed as `vestibule/certificate/1`: the msgpack array of the meeting's id, the identity and the meeting key.
        It binds no name: a name is said, and changed, by an entry.
        """
        return self.sign(CERTIFICATE, _certificate_body(meeting, self.public, meeting_key))

    def certify_service(self, meeting_key: bytes) -> bytes:
        """The host's certificate for the service's meeting key: the log and each evidence bundle carry it.

        Signed as `vestibule/host-certificate/1`; else like `certify`.
        """
        body = _certificate_body(meeting_id(meeting_key), self.public, meeting_key)
        return self.sign(HOST_CERTIFICATE, body)


def is_certified(certificate: bytes, identity: bytes, meeting: str, meeting_key: bytes) -> bool:
    """True if the identity certified this meeting key for this meeting."""
    body = _certificate_body(meeting, identity, meeting_key)
    return is_valid_public_key(meeting_key) and verify(identity, CERTIFICATE, body, certificate)


def is_service_certified(certificate: bytes, host: bytes, meeting_key: bytes) -> bool:
    """True if the host certified this key as the meeting key of a service of theirs."""
    body = _certificate_body(meeting_id(meeting_key), host, meeting_key)
    return verify(host, HOST_CERTIFICATE, body, certificate)


def _certificate_body(meeting: str, identity: bytes, meeting_key: bytes) -> bytes:
    return msgspec.msgpack.encode((meeting, identity, meeting_key))


# --- the meeting -----------------------------------------------------------------------------


def meeting_id(meeting_key: bytes) -> str:
    """13 lower-case base32 characters (65 bits) of BLAKE2b over the service's public meeting key."""
    digest = hashlib.blake2b(meeting_key, digest_size=HASH_SIZE, person=b"vestibule-id").digest()
    return base64.b32encode(digest).decode().lower()[:MEETING_ID_LENGTH]


@dataclass(frozen=True)
class MeetingKeys:
    """The secrets of one meeting, made by the host's service at its start; its sealed state file keeps them.

    `signing` signs receipts, tickets and the moderation log; `token_key` makes invites' tokens.
    """

    signing: KeyPair
    token_key: bytes = field(repr=False)

    @classmethod
    def generate(cls) -> Self:
        """Fresh secrets."""
        return cls(KeyPair.generate(), random_secret())

    @property
    def id(self) -> str:
        """The meeting's public id."""
        return meeting_id(self.signing.public)

    def token(self, number: int) -> bytes:
        """The token of the invite with this number, checked without any look-up.

        The first 16 bytes of HMAC-SHA256 over the msgpack array of "token", the meeting's id and the number.
        """
        body = msgspec.msgpack.encode(("token", self.id, number))
        return hmac.digest(self.token_key, body, "sha256")[:TOKEN_SIZE]

    def is_token(self, number: int, token: bytes) -> bool:
        """True if the token is this number's; takes the same time either way."""
        return hmac.compare_digest(self.token(number), token)


# --- commitments -----------------------------------------------------------------------------


def commit(key: bytes, content: bytes) -> bytes:
    """HMAC-SHA256(key, content): says nothing of the content to who lacks the key (32 random bytes)."""
    return hmac.digest(key, content, "sha256")


def blind(key: bytes, recipient: bytes) -> bytes:
    """HMAC-SHA256(key, recipient): a recipient's meeting key as who lacks the key sees it, naming nobody."""
    return hmac.digest(key, recipient, "sha256")


def digest(*parts: bytes) -> bytes:
    """SHA-256 over parts of fixed length, one after another."""
    return hashlib.sha256(b"".join(parts)).digest()


def _derive(secret: bytes, purpose: bytes, what: bytes) -> bytes:
    """A seed by keyed BLAKE2b (RFC 7693), separated by purpose."""
    if len(secret) != SECRET_SIZE:
        raise ValueError("an installation's secret has 32 bytes")
    return hashlib.blake2b(what, digest_size=SECRET_SIZE, key=secret, person=purpose).digest()
