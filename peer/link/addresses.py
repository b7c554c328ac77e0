"""Addresses as the link needs them: one spelling each, how they are counted, and which may be dialled."""

from __future__ import annotations

import ipaddress
import socket
from typing import Final

import psutil

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def normalise(text: str) -> str:
    """One spelling: no scope, and IPv4 that came in over IPv6 (RFC 4291 section 2.5.5.2) as IPv4."""
    address = ipaddress.ip_address(text.partition("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return str(mapped or address)


def counted_as(text: str) -> str:
    """The network whose connections are counted together: one IPv4 address, or an IPv6 /64."""
    address = ipaddress.ip_address(normalise(text))
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    return str(ipaddress.ip_network((int(address), 64), strict=False))


def is_loopback(text: str) -> bool:
    """True for an address of this machine's loopback interface."""
    return ipaddress.ip_address(normalise(text)).is_loopback


def own_networks() -> list[Network]:
    """The networks that this machine's own addresses lie in."""
    networks: list[Network] = []
    for entries in psutil.net_if_addrs().values():
        for entry in entries:
            if entry.family in (socket.AF_INET, socket.AF_INET6) and entry.netmask:
                address = entry.address.partition("%")[0]
                length = int(ipaddress.ip_address(entry.netmask)).bit_count()
                networks.append(ipaddress.ip_network(f"{address}/{length}", strict=False))
    return networks


def may_dial(text: str, networks: list[Network]) -> bool:
    """True for a public address, and for a loopback, link-local or private one that lies in one of these
    networks.

    Otherwise an invite could make a guest's machine knock at any door of the network that it happens to be
    in.
    """
    address = ipaddress.ip_address(normalise(text))
    inside = [network for network in _ON_LINK_ONLY if address in network]
    return not inside or any(address in network for network in networks)


def _networks(*texts: str) -> tuple[Network, ...]:
    return tuple(map(ipaddress.ip_network, texts))


_ON_LINK_ONLY: Final = _networks(
    "127.0.0.0/8",  # RFC 1122 section 3.2.1.3
    "10.0.0.0/8",  # RFC 1918
    "172.16.0.0/12",
    "192.168.0.0/16",
    "169.254.0.0/16",  # RFC 3927
    "::1/128",  # RFC 4291
    "fe80::/10",
    "fc00::/7",  # RFC 4193
)
