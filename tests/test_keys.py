"""Identities that are known again at one host and nowhere else; signatures, seals and commitments."""

from __future__ import annotations

import nacl.bindings as sodium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peer.keys import (
    BadSeal,
    Identity,
    KeyPair,
    MeetingKeys,
    blind,
    commit,
    is_certified,
    is_service_certified,
    is_valid_public_key,
    meeting_id,
    pre_authentication,
    random_secret,
    seal,
    verify,
)

SMALL_ORDER = [
    bytes(32),
    b"\x01" + bytes(31),
    bytes.fromhex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
    bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
    bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
    bytes.fromhex("0000000000000000000000000000000000000000000000000000000000000080"),
]
ALICE = KeyPair(b"a" * 32)


def test_a_person_is_known_again_at_one_host() -> None:
    secret, host = random_secret(), KeyPair.generate().public
    assert Identity.for_host(secret, host).public == Identity.for_host(secret, host).public


def test_two_hosts_cannot_tell_that_they_met_the_same_person() -> None:
    secret = random_secret()
    seen = {Identity.for_host(secret, KeyPair.generate().public).public for _ in range(4)}
    assert len(seen | {Identity.for_hosting(secret).public}) == 5


def test_who_dials_their_own_meeting_comes_as_its_host() -> None:
    secret = random_secret()
    own = Identity.for_hosting(secret)
    assert Identity.towards(secret, own.public) == own
    other = KeyPair.generate().public
    assert Identity.towards(secret, other) == Identity.for_host(secret, other)


def test_a_short_secret_is_our_own_mistake() -> None:
    with pytest.raises(ValueError):
        Identity.for_hosting(b"short")


def test_no_repr_shows_a_secret() -> None:
    meeting = MeetingKeys.generate()
    for text in (repr(meeting), repr(meeting.signing)):
        assert repr(meeting.signing.seed)[2:-1] not in text
        assert repr(meeting.token_key)[2:-1] not in text


def test_the_encoding_is_dsse() -> None:
    assert pre_authentication("kind/1", b"body") == b"DSSEv1 6 kind/1 4 body"


@given(st.binary(max_size=200))
def test_a_signature_holds_for_its_kind_and_body_only(body: bytes) -> None:
    signature = ALICE.sign("kind/1", body)
    assert verify(ALICE.public, "kind/1", body, signature)
    assert not verify(ALICE.public, "kind/2", body, signature)
    assert not verify(ALICE.public, "kind/1", body + b"x", signature)
    assert not verify(KeyPair(b"b" * 32).public, "kind/1", body, signature)


@given(st.binary(max_size=80), st.binary(max_size=80), st.binary(max_size=80))
def test_foreign_bytes_never_verify_and_never_raise(public: bytes, body: bytes, signature: bytes) -> None:
    assert not verify(public, "kind/1", body, signature)
    assert not verify(ALICE.public, "kind/1", body, signature)


@given(st.integers(0, 511))
def test_a_flipped_bit_breaks_a_signature(bit: int) -> None:
    signature = bytearray(ALICE.sign("kind/1", b"body"))
    signature[bit // 8] ^= 1 << bit % 8
    assert not verify(ALICE.public, "kind/1", b"body", bytes(signature))


@pytest.mark.parametrize("key", SMALL_ORDER, ids=lambda key: key.hex()[:8])
def test_keys_of_small_order_are_refused_everywhere(key: bytes) -> None:
    forged = key + bytes(32)  # R of small order and S = 0: verifies where nobody looks at the key
    assert not is_valid_public_key(key)
    assert not verify(key, "kind/1", b"anything", forged)
    assert not is_certified(forged, key, "meeting", ALICE.public)
    with pytest.raises(ValueError):
        seal(key, b"content")


def test_a_seal_opens_for_its_recipient_only() -> None:
    sealed = seal(ALICE.public, b"content")
    assert ALICE.open(sealed) == b"content"
    for changed in (sealed[:-1], sealed[:-1] + bytes([sealed[-1] ^ 1]), b"", bytes(48), bytes(100)):
        with pytest.raises(BadSeal):
            ALICE.open(changed)
    with pytest.raises(BadSeal):
        KeyPair.generate().open(sealed)


def test_a_sealed_box_with_a_small_order_key_is_no_crash() -> None:
    for key in (bytes(32), b"\x01" + bytes(31)):
        with pytest.raises(BadSeal):
            ALICE.open(key + bytes(sodium.crypto_box_SEALBYTES))


def test_a_certificate_binds_key_identity_and_meeting() -> None:
    identity, key = Identity.generate(), KeyPair.generate().public
    certificate = identity.certify("meeting", key)
    assert is_certified(certificate, identity.public, "meeting", key)
    assert not is_certified(certificate, identity.public, "another", key)
    assert not is_certified(certificate, identity.public, "meeting", KeyPair.generate().public)
    assert not is_certified(certificate, Identity.generate().public, "meeting", key)
    assert not is_service_certified(certificate, identity.public, key)


def test_the_host_certifies_the_service() -> None:
    host, service = Identity.generate(), MeetingKeys.generate()
    certificate = host.certify_service(service.signing.public)
    assert is_service_certified(certificate, host.public, service.signing.public)
    assert not is_service_certified(certificate, host.public, KeyPair.generate().public)


def test_a_meeting_id_is_13_characters_of_its_key() -> None:
    meeting = MeetingKeys.generate()
    assert meeting.id == meeting_id(meeting.signing.public)
    assert len(meeting.id) == 13
    assert set(meeting.id) <= set("abcdefghijklmnopqrstuvwxyz234567")


def test_a_token_is_for_one_number_of_one_meeting() -> None:
    meeting = MeetingKeys.generate()
    token = meeting.token(7)
    assert len(token) == 16
    assert meeting.is_token(7, token)
    assert not meeting.is_token(8, token)
    assert not meeting.is_token(7, b"")
    assert not MeetingKeys(KeyPair.generate(), meeting.token_key).is_token(7, token)


def test_commitments_and_blinded_keys_are_hmacs() -> None:
    key = random_secret()
    assert len(commit(key, b"content")) == len(blind(key, ALICE.public)) == 32
    assert commit(key, b"content") != commit(random_secret(), b"content")
    assert blind(key, ALICE.public) != blind(random_secret(), ALICE.public)
