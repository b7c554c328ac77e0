"""Session descriptions as both machines agree on them (RFC 8866, RFC 7587 section 7).

The first three m-lines of an offer are the member's own tracks, in the order of `PUBLISHED`; the others are
slots.
"""

from __future__ import annotations

import re

import msgspec

from peer.room.values import TrackKind

PUBLISHED = (TrackKind.AUDIO, TrackKind.CAMERA, TrackKind.SCREEN)
SLOT_LIMIT = 24
"""Slots of one kind, audio or video."""

OPUS_FORMAT = "useinbandfec=1;usedtx=1;minptime=10"

_RTPMAP = re.compile(r"^a=rtpmap:(\d+) opus/48000/2\r?$", re.MULTILINE)
_MID = re.compile(r"^a=mid:([A-Za-z0-9]{1,8})\r?$", re.MULTILINE)
_SSRC = re.compile(r"^a=ssrc:(\d{1,10}) ", re.MULTILINE)
_KIND = re.compile(r"^(audio|video) ")


class BadDescription(ValueError):
    """A session description that ours never makes."""


class ClosedMeanwhile(BadDescription):
    """Nothing is wrong with it, but the connection that it is about has been closed."""


class Line(msgspec.Struct, frozen=True):
    """One m-line: "audio" or "video", its mid, and the SSRC that its author sends with."""

    kind: str
    mid: str
    ssrc: int


def with_opus_format(sdp: str) -> str:
    """Say that our Opus has in-band FEC and DTX: aiortc writes no fmtp line."""
    return _RTPMAP.sub(lambda found: f"{found[0].rstrip()}\r\na=fmtp:{found[1]} {OPUS_FORMAT}\r", sdp)


def lines(sdp: str, published: tuple[TrackKind, ...] = PUBLISHED) -> list[Line]:
    """The m-lines in order, first one for each track in `published`.

    Raises BadDescription when they are not ours: kinds, number, mids or SSRCs.
    """
    sections = re.split(r"^m=", sdp, flags=re.MULTILINE)[1:]
    if not len(published) <= len(sections) <= len(published) + 2 * SLOT_LIMIT:
        raise BadDescription("number of m-lines")
    found = []
    for section in sections:
        kind, mid, ssrc = _KIND.match(section), _MID.search(section), _SSRC.search(section)
        if kind is None or mid is None or ssrc is None or not 0 < int(ssrc[1]) < 2**32:
            raise BadDescription("m-line")
        found.append(Line(kind[1], mid[1], int(ssrc[1])))
    wanted = ["audio" if kind is TrackKind.AUDIO else "video" for kind in published]
    if [line.kind for line in found[: len(published)]] != wanted:
        raise BadDescription("order of m-lines")
    if len({line.ssrc for line in found}) != len(found) or len({line.mid for line in found}) != len(found):
        raise BadDescription("the same SSRC or mid twice")
    return found
