"""Decodes all pictures of a member's machine on one thread, and counts them where they are decoded."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable

import av

from peer.media.picture_buffer import EncodedPicture
from peer.room.values import PersonId, TrackKind

log = logging.getLogger(__name__)

QUEUE_LIMIT = 64
"""Pictures that wait for the decoder; more and the stream starts over at a key frame."""

LARGEST_PICTURE = 4096 * 2304
"""Pixels; VP8 allows 16,383 squared, which would take 400 MB."""

FREEZE_TIMES, FREEZE_SECONDS = 3.0, 0.150
INTERVALS = 30


class PictureCounts:
    """Pictures of one person's track. Written by the decoder's thread alone."""

    def __init__(self) -> None:
        self.frames = 0
        self.first_frame: float | None = None
        self.freezes = 0
        self._last: float | None = None
        self._intervals: deque[float] = deque(maxlen=INTERVALS)

    def shown(self, now: float) -> None:
        self.frames += 1
        if self.first_frame is None:
            self.first_frame = now
        if self._last is not None:
            gap = now - self._last
            if len(self._intervals) >= 5:
                mean = sum(self._intervals) / len(self._intervals)
                if gap > max(FREEZE_TIMES * mean, mean + FREEZE_SECONDS):
                    self.freezes += 1
            self._intervals.append(gap)
        self._last = now

    def interrupted(self) -> None:
        """The camera was off or nobody looked: what comes next is no freeze."""
        self._last = None


class Turn:
    """One turn of one slot, as the decoder knows it: whose picture, and the decoder's state."""

    def __init__(self, person: PersonId, kind: TrackKind, counts: PictureCounts) -> None:
        self.person = person
        self.kind = kind
        self.counts = counts
        self.over = False
        self.codec: av.VideoCodecContext | None = None
        self.broken: Callable[[], None] = _nothing


def _nothing() -> None:
    """Until somebody listens."""


class Undecodable(ValueError):
    """Not a VP8 picture that this machine decodes."""


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height of a VP8 key frame (RFC 6386 section 9.1). Raises Undecodable."""
    if len(data) < 10 or data[3:6] != b"\x9d\x01\x2a":
        raise Undecodable("no key frame")
    return (data[6] | data[7] << 8) & 0x3FFF, (data[8] | data[9] << 8) & 0x3FFF


class PictureDecoder:
    """One thread. `picture(person, frame)` is called on it; `Turn.broken` too."""

    def __init__(self, picture: Callable[[PersonId, av.VideoFrame], None]) -> None:
        self._picture = picture
        self._queue: queue.Queue[tuple[Turn, EncodedPicture] | None] = queue.Queue(QUEUE_LIMIT)
        self._thread = threading.Thread(target=self._run, name="pictures", daemon=True)
        self._stopping = False
        self._thread.start()

    def put(self, turn: Turn, encoded: EncodedPicture) -> bool:
        """Decode this when its turn comes; False, and it is dropped, when too many wait."""
        try:
            self._queue.put_nowait((turn, encoded))
        except queue.Full:
            return False
        return True

    def stop(self) -> None:
        """Decode nothing more. Does not wait for the picture in hand."""
        self._stopping = True
        while True:
            try:
                self._queue.put_nowait(None)
                return
            except queue.Full:
                try:
                    self._queue.get_nowait()
                except queue.Empty:
                    continue

    def _run(self) -> None:
        while not self._stopping and (task := self._queue.get()) is not None:
            turn, encoded = task
            if turn.over:
                continue
            try:
                frames = _decode(turn, encoded)
            except (av.FFmpegError, Undecodable) as reason:
                log.info("a picture could not be decoded: %s", type(reason).__name__)
                turn.codec = None
                turn.broken()
                continue
            for frame in frames:
                if not turn.over:
                    turn.counts.shown(time.monotonic())
                    self._picture(turn.person, frame)


def _decode(turn: Turn, encoded: EncodedPicture) -> list[av.VideoFrame]:
    if encoded.key:
        width, height = picture_size(encoded.data)
        if not 0 < width * height <= LARGEST_PICTURE:
            raise Undecodable("size")
    if turn.codec is None:
        if not encoded.key:
            return []
        codec = av.CodecContext.create("vp8", "r")
        codec.thread_count = 1
        turn.codec = codec
    return list(turn.codec.decode(av.Packet(encoded.data)))
