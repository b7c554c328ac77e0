"""What really crosses this machine's loopback: RTP packets, by the ports between which they go and their SSRC."""

from __future__ import annotations

import socket
import struct
import threading
from collections import Counter

ETHERNET, IP_UDP, ALL_PROTOCOLS, OUTGOING = 14, 17, 3, 4


class Wiretap:
    """Listens from its making until `close`. Needs root."""

    def __init__(self) -> None:
        self._counted: Counter[tuple[int, int, int]] = Counter()
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ALL_PROTOCOLS))
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 23)
        self._socket.bind(("lo", 0))
        self._socket.settimeout(0.2)
        self._closed = False
        self._thread = threading.Thread(target=self._listen, name="wiretap")
        self._thread.start()

    def _listen(self) -> None:
        while not self._closed:
            try:
                frame, (_, _, kind, _, _) = self._socket.recvfrom(2048)
            except TimeoutError:
                continue
            if kind == OUTGOING:  # loopback shows each packet twice
                self._count(frame[ETHERNET:])

    def _count(self, packet: bytes) -> None:
        if len(packet) < 28 or packet[0] >> 4 != 4 or packet[9] != IP_UDP:
            return
        udp = packet[(packet[0] & 15) * 4 :]
        data = udp[8:]
        if len(data) < 12 or not 128 <= data[0] <= 191 or 192 <= data[1] <= 223:
            return
        source, port = struct.unpack_from("!HH", udp)
        (ssrc,) = struct.unpack_from("!L", data, 8)
        self._counted[source, port, ssrc] += 1

    def to(self, port: int, sources: set[int]) -> dict[int, int]:
        """Packets from these ports to this one so far, by SSRC."""
        counted: Counter[int] = Counter()
        for (source, at, ssrc), count in list(self._counted.items()):
            if at == port and source in sources:
                counted[ssrc] += count
        return dict(counted)

    def close(self) -> None:
        """Listen no more."""
        self._closed = True
        self._thread.join()
        self._socket.close()
