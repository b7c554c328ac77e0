"""RTCP: what both machines say about the streams (RFC 3550 section 6, RFC 4585 section 6, REMB)."""

from __future__ import annotations

import struct
import time
from collections.abc import Iterable, Sequence

import msgspec
from aiortc.rtp import AnyRtcpPacket, RtcpPacket, pack_remb_fci

NTP_EPOCH = 2_208_988_800
"""Seconds from 1900 to 1970."""

NACKS_AT_ONCE = 64


class Malformed(ValueError):
    """RTCP that does not parse."""


class ReceptionReport(msgspec.Struct, frozen=True):
    """One report block: how a stream arrives here (RFC 3550 section 6.4.1)."""

    ssrc: int
    fraction_lost: int
    packets_lost: int
    highest_sequence: int
    jitter: int
    last_report: int = 0
    since_last_report: int = 0


def parse(data: bytes) -> list[AnyRtcpPacket]:
    """The packets of a compound. Raises Malformed, whatever the bytes are."""
    try:
        return RtcpPacket.parse(data)
    except (ValueError, IndexError, struct.error) as error:
        raise Malformed(str(error)) from error


def ntp(wall_clock: float) -> int:
    """A 64-bit NTP timestamp of seconds since 1970."""
    seconds = int(wall_clock)
    return ((seconds + NTP_EPOCH) << 32) | int((wall_clock - seconds) * (1 << 32))


def ntp_now() -> int:
    return ntp(time.time())


def _report_block(report: ReceptionReport) -> bytes:
    lost = max(-0x800000, min(0x7FFFFF, report.packets_lost)) & 0xFFFFFF
    return struct.pack(
        "!LLLLLL",
        report.ssrc,
        (report.fraction_lost << 24) | lost,
        report.highest_sequence & 0xFFFFFFFF,
        report.jitter & 0xFFFFFFFF,
        report.last_report,
        report.since_last_report,
    )


def receiver_report(ssrc: int, reports: Sequence[ReceptionReport]) -> bytes:
    """An RR with at most 31 report blocks; an empty one is a sign of life."""
    body = b"".join(_report_block(report) for report in reports[:31])
    return struct.pack("!BBHL", 0x80 | min(len(reports), 31), 201, 1 + len(body) // 4, ssrc) + body


def sender_report(ssrc: int, ntp_time: int, rtp_time: int, packets: int, octets: int) -> bytes:
    """An SR: `rtp_time` on the stream's clock was `ntp_time` on its publisher's wall clock."""
    return struct.pack(
        "!BBHLQLLL",
        0x80,
        200,
        6,
        ssrc,
        ntp_time,
        rtp_time & 0xFFFFFFFF,
        packets & 0xFFFFFFFF,
        octets & 0xFFFFFFFF,
    )


def nack(ssrc: int, media_ssrc: int, missing: Iterable[int]) -> bytes:
    """A generic NACK for these sequence numbers (extended or not), in ascending order (RFC 4585 section
    6.2.1)."""
    pairs: list[list[int]] = []
    for number in missing:
        ahead = number - pairs[-1][0] if pairs else 0
        if pairs and 0 < ahead <= 16:
            pairs[-1][1] |= 1 << (ahead - 1)
        else:
            pairs.append([number, 0])
    body = b"".join(struct.pack("!HH", first & 0xFFFF, mask) for first, mask in pairs)
    return struct.pack("!BBHLL", 0x80 | 1, 205, 2 + len(pairs), ssrc, media_ssrc) + body


def picture_loss(ssrc: int, media_ssrc: int) -> bytes:
    """A PLI: send a key frame (RFC 4585 section 6.3.1)."""
    return struct.pack("!BBHLL", 0x80 | 1, 206, 2, ssrc, media_ssrc)


def bitrate_limit(ssrc: int, bits_per_second: int, media_ssrc: int) -> bytes:
    """A REMB. 0 says that nobody looks: stop encoding until a key frame is asked for."""
    fci: bytes = pack_remb_fci(bits_per_second, [media_ssrc])
    return struct.pack("!BBHLL", 0x80 | 15, 206, 2 + len(fci) // 4, ssrc, 0) + fci
