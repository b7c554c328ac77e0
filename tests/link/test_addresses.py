"""Addresses: one spelling, counted by network, dialled only where that can do no harm."""

from __future__ import annotations

import ipaddress

import pytest

from peer.link.addresses import counted_as, is_loopback, may_dial, normalise, own_networks


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("::ffff:c000:201", "192.0.2.1"),
        ("2001:DB8:0::1", "2001:db8::1"),
        ("fe80::1%eth0", "fe80::1"),
    ],
)
def test_one_spelling(text: str, spelt: str) -> None:
    assert normalise(text) == spelt


def test_ipv6_is_counted_by_its_64_and_mapped_ipv4_as_ipv4() -> None:
    assert counted_as("2001:db8::1") == counted_as("2001:db8::ffff:ffff:ffff:ffff")
    assert counted_as("2001:db8::1") != counted_as("2001:db8:0:1::1")
    assert counted_as("192.0.2.1") == counted_as("::ffff:192.0.2.1") != counted_as("192.0.2.2")


@pytest.mark.parametrize("text", ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"])
def test_loopback(text: str) -> None:
    assert is_loopback(text)
    assert not is_loopback("192.0.2.1")


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("203.0.113.9", True),
        ("2001:db8::9", True),
        ("192.168.1.9", True),
        ("192.168.2.9", False),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("172.32.0.1", True),
        ("169.254.1.1", False),
        ("127.0.0.1", True),
        ("::ffff:10.0.0.1", False),
        ("fd00::1", False),
        ("fe80::1", False),
    ],
)
def test_private_addresses_are_dialled_on_link_only(text: str, may: bool) -> None:
    networks = [ipaddress.ip_network("192.168.1.0/24"), ipaddress.ip_network("127.0.0.0/8")]
    assert may_dial(text, networks) is may


def test_this_machine_has_a_loopback_network() -> None:
    assert any(ipaddress.ip_address("127.0.0.1") in network for network in own_networks())
