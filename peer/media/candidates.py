"""Which of the addresses that the other side claims are tried at all.

A claim in a session description makes this machine send connectivity checks there, so it must not become a
way to probe this machine or its neighbourhood.
"""

from __future__ import annotations

import ipaddress

CANDIDATE_LIMIT = 16
"""Remote candidates of one connection; a machine with more addresses is reached by its first ones."""


def may_try(address: str, *, loopback: bool) -> bool:
    """Whether to send checks to `address` (a literal; names are never resolved). `loopback`: the link's peer
    is."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None)
    if mapped is not None:
        ip = mapped
    if ip.is_loopback:
        return loopback
    return not (ip.is_multicast or ip.is_unspecified or ip.is_reserved or str(ip) == "255.255.255.255")
