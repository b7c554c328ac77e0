"""Whether an address is this machine's own: a cable, a network or a tunnel may take it away at any moment.

No system tells of it in the same way, and a socket that stays bound to it says nothing for many seconds.
"""

from __future__ import annotations

import errno
import socket

from peer.room.signals import SocketName


def is_own(name: SocketName | None) -> bool:
    """False if no interface has this address any more. None, and what cannot be told, count as own.

    It binds a socket of its own there for a moment, which takes some 20 us and sends nothing.
    """
    if name is None:
        return True
    family = socket.AF_INET6 if len(name) == 4 else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind((name[0], 0, *name[2:]))
        except OSError as error:
            return error.errno != errno.EADDRNOTAVAIL
    return True
