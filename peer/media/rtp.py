"""RTP headers (RFC 3550 section 5.1), two header extensions (RFC 8285), and VP8's descriptor (RFC 7741)."""

from __future__ import annotations

import struct

FIXED_TAIL = struct.Struct("!HLL")
"""Sequence number, timestamp, SSRC: from byte 2 on."""

REWRITTEN = struct.Struct("!BHL")
"""Marker and payload type, sequence number, timestamp: from byte 1 on, what differs from packet to packet."""

VIDEO_CLOCK = 90_000
AUDIO_CLOCK = 48_000
SILENCE = 127
"""The audio level of digital silence, in -dBov (RFC 6464 section 3)."""

TURN_STEP = 1 << 28
"""A slot's timestamp jumps this far when it is pointed anew."""

TURN_WINDOW = 1 << 27
"""Half of it: a packet further ahead of the last one than this belongs to a turn that was not told yet."""

ONE_BYTE_EXTENSIONS = 0xBEDE
MID_EXTENSION = 1
LEVEL_EXTENSION = 2
"""The ids that the host's offers give to sdes:mid and ssrc-audio-level."""


def extend(sequence: int, highest: int) -> int:
    """The number nearest to `highest` whose low 16 bits are `sequence` (RFC 3711 section 3.3.1's guess)."""
    ahead = (sequence - highest) & 0xFFFF
    return highest + ahead if ahead < 0x8000 else highest + ahead - 0x10000


def ahead_of(timestamp: int, reference: int) -> int:
    """How far `timestamp` lies ahead of `reference` (negative: behind), modulo 2**32."""
    ahead = (timestamp - reference) & 0xFFFFFFFF
    return ahead if ahead < 0x80000000 else ahead - 0x100000000


def payload_bounds(packet: memoryview, length: int) -> tuple[int, int]:
    """Where the payload begins and ends. (0, 0) for a header that does not fit the packet."""
    first = packet[0]
    start = 12 + 4 * (first & 15)
    end = length
    if first & 0x20:
        end -= packet[length - 1]
    if first & 0x10:
        if start + 4 > end:
            return 0, 0
        start += 4 + 4 * ((packet[start + 2] << 8) | packet[start + 3])
    return (start, end) if start <= end else (0, 0)


def extension(packet: memoryview, length: int, wanted: int) -> int:
    """The first byte of the one-byte header extension with the id `wanted`, or -1."""
    if not packet[0] & 0x10:
        return -1
    position = 12 + 4 * (packet[0] & 15)
    if position + 4 > length or ((packet[position] << 8) | packet[position + 1]) != ONE_BYTE_EXTENSIONS:
        return -1
    end = min(length, position + 4 + 4 * ((packet[position + 2] << 8) | packet[position + 3]))
    position += 4
    while position + 1 < end:
        head = packet[position]
        if head == 0:
            position += 1
        elif head >> 4 == wanted:
            return packet[position + 1]
        else:
            position += 2 + (head & 15)
    return -1


def header(ssrc: int, mid: str, mid_extension: int, level_extension: int = 0) -> tuple[bytes, int]:
    """A header with its constant parts filled in, and where the audio level's byte is (0: there is none)."""
    name = mid.encode("ascii")
    block = bytes([(mid_extension << 4) | (len(name) - 1)]) + name
    level_at = 0
    if level_extension:
        level_at = 16 + len(block) + 1
        block += bytes([level_extension << 4, SILENCE])
    block += bytes(-len(block) % 4)
    head = struct.pack("!BBHLL", 0x90, 0, 0, 0, ssrc)
    return head + struct.pack("!HH", ONE_BYTE_EXTENSIONS, len(block) // 4) + block, level_at


def vp8_frame_start(packet: memoryview, start: int, end: int) -> tuple[int, bool, bool]:
    """(where VP8's own data begins, is it the first packet of a frame, is that a key frame).

    RFC 7741 section 4.2 and 4.3. (-1, False, False) for a descriptor that does not fit.
    """
    if start >= end:
        return -1, False, False
    first = packet[start]
    at = start + 1
    if first & 0x80:
        if at >= end:
            return -1, False, False
        more = packet[at]
        at += 1
        if more & 0x80:
            if at >= end:
                return -1, False, False
            at += 2 if packet[at] & 0x80 else 1
        if more & 0x40:
            at += 1
        if more & 0x30:
            at += 1
    if at >= end:
        return -1, False, False
    begins = bool(first & 0x10) and not first & 0x07
    return at, begins, begins and not packet[at] & 1
