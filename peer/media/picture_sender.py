"""A camera's way out: the newest picture is encoded on a thread of its own, when somebody looks."""

from __future__ import annotations

import fractions
import logging
import secrets
import threading
import time
from collections.abc import Callable

import av
from aiortc.codecs.vpx import Vp8Encoder

from peer.media.rtp import VIDEO_CLOCK

log = logging.getLogger(__name__)

CLOCK = fractions.Fraction(1, VIDEO_CLOCK)
LARGEST_RATE = 30
FIRST_BITRATE = 800_000
BITS_PER_PIXEL = 0.12
"""Above it a VP8 picture does not look better at these sizes."""

LOWEST_BITRATE, HIGHEST_BITRATE = 250_000, 1_500_000


class PictureSender:
    """Encodes VP8. `send(payloads, timestamp)` is called on the encoder's thread with the payloads of one
    picture.

    `deliver` takes frames from any thread; a frame that comes while one is encoded replaces the one that
    waits. Nothing is encoded while nobody looks (`limit(0)`), until a key frame is asked for.
    """

    def __init__(self, send: Callable[[list[bytes], int], None]) -> None:
        self._send = send
        self._changed = threading.Condition()
        self._waiting: av.VideoFrame | None = None
        self._on = False
        self._stopping = False
        self._watched = False
        self._key_wanted = True
        self._bitrate = FIRST_BITRATE
        self._last_at = 0.0
        self._origin = secrets.randbits(32)
        self.encoded = 0
        self._thread = threading.Thread(target=self._run, name="camera-encoder", daemon=True)
        self._thread.start()

    def switch(self, on: bool) -> None:
        """Off: nothing is encoded from now on, and what waits is forgotten."""
        with self._changed:
            self._on = on
            self._waiting = None
            self._key_wanted = True

    def deliver(self, frame: av.VideoFrame) -> None:
        with self._changed:
            now = time.monotonic()
            if not self._on or not self._watched or now - self._last_at < 0.8 / LARGEST_RATE:
                return
            self._last_at = now
            frame.pts = int(now * VIDEO_CLOCK)
            frame.time_base = CLOCK
            self._waiting = frame
            self._changed.notify()

    def want_key_frame(self) -> None:
        """Somebody looks and needs a picture that stands alone."""
        with self._changed:
            self._watched = True
            self._key_wanted = True

    def limit(self, bits_per_second: int) -> None:
        """What the way to the host bears; 0: nobody looks."""
        with self._changed:
            if bits_per_second == 0:
                self._watched = False
            elif not 0.9 <= bits_per_second / self._bitrate <= 1.3:
                # Each change makes a new encoder, and that a key frame.
                self._bitrate = max(LOWEST_BITRATE, min(HIGHEST_BITRATE, bits_per_second))

    def stop(self) -> None:
        """End the thread; the picture in hand is not sent."""
        with self._changed:
            self._on = False
            self._stopping = True
            self._changed.notify()

    def _run(self) -> None:
        encoder = Vp8Encoder()
        while True:
            with self._changed:
                while self._waiting is None and not self._stopping:
                    self._changed.wait()
                if self._stopping or self._waiting is None:
                    return
                frame, self._waiting = self._waiting, None
                key, self._key_wanted = self._key_wanted, False
                bits = min(self._bitrate, int(frame.width * frame.height * LARGEST_RATE * BITS_PER_PIXEL))
            encoder.target_bitrate = bits
            try:
                payloads, timestamp = encoder.encode(frame, force_keyframe=key)
            except (av.FFmpegError, ValueError):
                log.warning("a picture could not be encoded", exc_info=True)
                encoder = Vp8Encoder()
                continue
            with self._changed:
                if self._on and payloads:
                    self.encoded += 1
                    self._send(payloads, (timestamp + self._origin) & 0xFFFFFFFF)
