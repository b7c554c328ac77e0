"""The invite: one line that survives a chat app, and says so when it did not."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from peer.keys import KeyPair
from peer.link.invite import LINK_LIMIT, PREFIX, BadInvite, Invite, parse_invite

HOST = KeyPair(b"h" * 32).public
INVITE = Invite(("192.0.2.17", "2001:db8::17"), 7443, "abcdefghijkl2", b"f" * 32, HOST, 3, b"t" * 16)

addresses = st.ip_addresses(v=4).map(str) | st.ip_addresses(v=6).map(str)
invites = st.builds(
    Invite,
    addresses=st.lists(addresses, min_size=1, max_size=8).map(tuple),
    port=st.integers(1, 65535),
    meeting=st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=13, max_size=13),
    fingerprint=st.binary(min_size=32, max_size=32),
    host=st.just(HOST),
    number=st.integers(0, 2**32 - 1),
    token=st.binary(min_size=16, max_size=16),
)


def link_with(body: bytes) -> str:
    """A link around these bytes, with the right check."""
    number = int.from_bytes(body + hashlib.blake2b(body, digest_size=4).digest())
    text = ""
    while number:
        number, value = divmod(number, 58)
        text = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"[value] + text
    return PREFIX + text


def is_dialable(invite: Invite) -> bool:
    return not any(a in ("0.0.0.0", "::") or a.startswith(("22", "23", "ff")) for a in invite.addresses)


@given(invites.filter(is_dialable))
def test_a_link_says_what_was_put_in(invite: Invite) -> None:
    assert parse_invite(invite.link) == invite


def test_a_link_is_one_short_line_of_letters_and_digits() -> None:
    link = INVITE.link
    assert link.startswith(PREFIX)
    assert link.removeprefix(PREFIX).isalnum()
    assert len(link) < 220
    assert len(replace(INVITE, addresses=("2001:db8:1111:2222:3333:4444:5555:6666",) * 8).link) < LINK_LIMIT


@pytest.mark.parametrize("text", [" {}\n", "{}/", "\t{}"])
def test_white_space_and_a_last_slash_do_no_harm(text: str) -> None:
    assert parse_invite(text.format(INVITE.link)) == INVITE


@given(st.data())
def test_a_cut_or_mistyped_link_is_damaged(data: st.DataObject) -> None:
    link = INVITE.link
    place = data.draw(st.integers(len(PREFIX), len(link) - 1))
    typed = data.draw(st.sampled_from("123ABCxyz0OIl-_*~é").filter(lambda sign: sign != link[place]))
    for text in (link[:place], link[:place] + typed + link[place + 1 :]):
        with pytest.raises(BadInvite) as caught:
            parse_invite(text)
        assert caught.value.code == "damaged"


@given(st.text(max_size=400) | st.text(max_size=400).map(lambda text: PREFIX + text))
def test_any_text_is_an_invite_or_bad(text: str) -> None:
    with pytest.raises(BadInvite):
        parse_invite(text)


@given(st.binary(max_size=300), st.sampled_from([b"\x01", b"\x02", b""]))
def test_any_bytes_with_the_right_check_are_an_invite_or_bad(body: bytes, version: bytes) -> None:
    with pytest.raises(BadInvite):
        parse_invite(link_with(version + body))


@pytest.mark.parametrize(
    "wrong",
    [
        {"addresses": ()},
        {"addresses": ("192.0.2.1",) * 9},
        {"addresses": ("example.org",)},
        {"addresses": ("fe80::1%eth0",)},
        {"addresses": ("0.0.0.0",)},
        {"addresses": ("224.0.0.1",)},
        {"port": 0},
        {"port": 65536},
        {"meeting": "short"},
        {"meeting": "../../../etc/"},
        {"fingerprint": b"short"},
        {"host": b"short"},
        {"host": bytes(32)},
        {"number": -1},
        {"number": 2**32},
        {"token": b"short"},
    ],
    ids=str,
)
def test_an_impossible_invite_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BadInvite) as caught:
        parse_invite(replace(INVITE, **wrong).link)
    assert caught.value.code == "impossible"


def test_a_link_of_a_later_version_says_so() -> None:
    with pytest.raises(BadInvite) as caught:
        parse_invite(link_with(b"\x02whatever comes"))
    assert caught.value.code == "too_new"


@pytest.mark.parametrize(
    "text", ["", "hello", "https://example.org/", PREFIX[:-1], PREFIX + "1" * LINK_LIMIT]
)
def test_other_text_is_not_an_invite(text: str) -> None:
    with pytest.raises(BadInvite) as caught:
        parse_invite(text)
    assert caught.value.code == "not_an_invite"
