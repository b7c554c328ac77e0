"""What the host says to a publisher in place of all subscribers: reports, NACKs, key-frame requests, bit
rates."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from peer.media import rtcp
from peer.media.track import Track
from peer.room.values import TrackKind

KEY_FRAME_INTERVAL = 0.25
"""Requests of many subscribers within it become one."""

KEY_FRAME_PATIENCE = 0.6
"""Then a request that was not followed by a key frame is made again."""

FIRST_NACK_AFTER = 0.01
"""Reordered packets arrive by themselves."""

NACK_ROUND = 0.03
LOWEST_BITRATE, FIRST_BITRATE, HIGHEST_BITRATE = 250_000, 800_000, 1_500_000
HEAVY_LOSS, LIGHT_LOSS = 26, 5
"""Tenth and fiftieth parts of 256: loss above the first lowers the bit rate, below the second raises it."""


class Upstream:
    """Feedback to one publisher. `send` takes a compound; `ssrc` is whom it is from."""

    def __init__(self, ssrc: int, send: Callable[[bytes], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._ssrc = ssrc
        self._send = send
        self._asked_at: dict[int, float] = {}
        self._timers: dict[int, asyncio.TimerHandle] = {}
        self._nack_timer: asyncio.TimerHandle | None = None
        self._gaps: set[Track] = set()
        self._bitrates: dict[int, int] = {}
        self.key_frames_asked = 0

    def want_key_frame(self, track: Track) -> None:
        """Ask for a key frame now, or as soon as the interval allows."""
        if track.kind is TrackKind.AUDIO or track.ssrc in self._timers:
            return
        due = self._asked_at.get(track.ssrc, float("-inf")) + KEY_FRAME_INTERVAL
        now = self._loop.time()
        if now >= due:
            self._ask(track)
        else:
            self._timers[track.ssrc] = self._loop.call_at(due, self._ask_later, track)

    def _ask_later(self, track: Track) -> None:
        self._timers.pop(track.ssrc, None)
        if track.open:
            self._ask(track)

    def _ask(self, track: Track) -> None:
        self._asked_at[track.ssrc] = self._loop.time()
        self.key_frames_asked += 1
        self._send(rtcp.picture_loss(self._ssrc, track.ssrc))

    def gap(self, track: Track) -> None:
        """Packets are missing: ask for them, again and again until they come or are too old."""
        self._gaps.add(track)
        if self._nack_timer is None:
            self._nack_timer = self._loop.call_later(FIRST_NACK_AFTER, self._nack_round)

    def _nack_round(self) -> None:
        self._nack_timer = None
        now = self._loop.time()
        for track in list(self._gaps):
            due = track.missing.due(now)
            if due:
                self._send(rtcp.nack(self._ssrc, track.ssrc, due[: rtcp.NACKS_AT_ONCE]))
            if not track.missing:
                self._gaps.discard(track)
        if self._gaps:
            self._nack_timer = self._loop.call_later(NACK_ROUND, self._nack_round)

    def tick(self, tracks: Iterable[Track]) -> bytes:
        """A second passed: the compound that is due. Key frames that did not come are asked for again."""
        now = self._loop.time()
        reports = []
        limits = b""
        for track in tracks:
            if track.highest >= 0:
                reports.append(track.reception.report(track.highest, now))
            if track.kind is TrackKind.AUDIO:
                continue
            lost = reports[-1].fraction_lost if track.highest >= 0 else 0
            limits += rtcp.bitrate_limit(self._ssrc, self._bitrate(track, lost), track.ssrc)
            asked = self._asked_at.get(track.ssrc, float("-inf"))
            if track.open and track.waiting and now - asked > KEY_FRAME_PATIENCE:
                self.want_key_frame(track)
        return rtcp.receiver_report(self._ssrc, reports) + limits

    def _bitrate(self, track: Track, fraction_lost: int) -> int:
        if not track.watched:
            return 0
        before = self._bitrates.get(track.ssrc, FIRST_BITRATE)
        after = before
        if fraction_lost > HEAVY_LOSS:
            after = int(before * (1 - fraction_lost / 512))
        elif fraction_lost < LIGHT_LOSS:
            after = int(before * 1.05)
        self._bitrates[track.ssrc] = after = max(LOWEST_BITRATE, min(HIGHEST_BITRATE, after))
        return after

    def close(self) -> None:
        for timer in self._timers.values():
            timer.cancel()
        if self._nack_timer is not None:
            self._nack_timer.cancel()
        self._timers.clear()
        self._gaps.clear()
