"""What the link of an invite says by itself. Reading it dials nothing."""

from __future__ import annotations

import hashlib
import ipaddress

import msgspec

from peer.link.invite import BadInvite, parse_invite

OPEN_NUMBER = 1
"""The number of a meeting's first open link; what any other number allows, only the host's computer knows."""


class Facts(msgspec.Struct, frozen=True):
    """What can be shown before anything is sent. `elsewhere` of the `addresses` are on the internet."""

    link: str
    meeting: str
    host_key: str
    addresses: int
    elsewhere: int
    own: bool
    """True if all addresses are of this computer."""
    port: int
    number: int

    @property
    def open(self) -> bool:
        """True if this is the open link of a meeting."""
        return self.number == OPEN_NUMBER


def key_words(key: bytes) -> str:
    """Return 8 bytes of a key's BLAKE2b in four groups, for two people to compare: 7F3A-91C2-0B4D-E812."""
    digest = hashlib.blake2b(key, digest_size=8).hexdigest().upper()
    return "-".join(digest[i : i + 4] for i in range(0, 16, 4))


def facts(text: str) -> Facts:
    """Return what a pasted text says. Raises BadInvite."""
    invite = parse_invite(text)
    addresses = [ipaddress.ip_address(address) for address in invite.addresses]
    return Facts(
        link=invite.link,
        meeting=invite.meeting,
        host_key=key_words(invite.host),
        addresses=len(addresses),
        elsewhere=sum(address.is_global for address in addresses),
        own=all(address.is_loopback for address in addresses),
        port=invite.port,
        number=invite.number,
    )


__all__ = ["BadInvite", "Facts", "facts", "key_words"]
