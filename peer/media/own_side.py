"""What a member's machine sends: camera and microphone, encoded on their own threads, put on the tracks on the loop.

Off means off at once: whatever the device does, nothing is encoded and no packet leaves from that call on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import av

from peer.media.device import Device
from peer.media.own_track import OwnTrack
from peer.media.picture_sender import PictureSender
from peer.media.sound_sender import SoundSender
from peer.media.sources import BLOCK, Block, SoundSource, VideoSource
from peer.room.values import TrackKind


class OwnSide:
    """Both begin off. `track(kind)` is where packets go now; `missing("camera" or "microphone")`: it did not start.

    `shown(frame)` is the own picture, from capture, on the camera's thread.
    """

    def __init__(
        self,
        *,
        camera: VideoSource | None,
        microphone: SoundSource | None,
        track: Callable[[TrackKind], OwnTrack | None],
        shown: Callable[[av.VideoFrame], None],
        missing: Callable[[str], None],
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._track = track
        self._shown = shown
        self._missing = missing
        self._camera_on = False
        self._microphone_on = False
        self._closed = False
        self._pictures = PictureSender(self._picture_encoded)
        self._sound = SoundSender(self._sound_encoded)
        self._camera = Device(camera, self._camera_frame, self._camera_failed)
        self._microphone = Device(microphone, self._microphone_block, self._microphone_failed)

    @property
    def encoded_frames(self) -> int:
        """Pictures encoded so far."""
        return self._pictures.encoded

    @property
    def level(self) -> int:
        """How loud the microphone is, in -dBov."""
        return self._sound.level

    def set_microphone(self, on: bool) -> None:
        """Off: nothing is encoded from now on; the device stops soon. On: it starts soon."""
        if on != self._microphone_on:
            self._microphone_on = on
            self._sound.switch(on)
            self._microphone.set(on)

    def set_camera(self, on: bool) -> None:
        """Off: nothing is encoded from now on; the device stops soon. On: it starts soon."""
        if on == self._camera_on:
            return
        self._camera_on = on
        self._pictures.switch(on)
        track = self._track(TrackKind.CAMERA)
        if track is not None and not on:
            track.forget()
        self._camera.set(on)

    def use_camera(self, source: VideoSource | None) -> None:
        """Take another camera from now on."""
        self._pictures.switch(self._camera_on)
        self._camera.use(source)

    def use_microphone(self, source: SoundSource | None) -> None:
        """Take another microphone from now on."""
        self._sound.switch(self._microphone_on)
        self._microphone.use(source)

    def want_key_frame(self) -> None:
        """Somebody looks and needs a picture that stands alone."""
        self._pictures.want_key_frame()

    def limit(self, bits_per_second: int) -> None:
        """What pictures may take; 0: nobody looks."""
        self._pictures.limit(bits_per_second)

    def _camera_failed(self) -> None:
        self.set_camera(False)
        self._missing("camera")

    def _microphone_failed(self) -> None:
        self.set_microphone(False)
        self._missing("microphone")

    def _camera_frame(self, frame: av.VideoFrame) -> None:
        if self._camera_on:
            self._shown(frame)
            self._pictures.deliver(frame)

    def _microphone_block(self, block: Block) -> None:
        if self._microphone_on and len(block) == BLOCK:
            self._sound.deliver(block)

    def _picture_encoded(self, payloads: list[bytes], timestamp: int) -> None:
        def send() -> None:
            track = self._track(TrackKind.CAMERA)
            if track is not None and self._camera_on:
                for payload in payloads:
                    track.send(payload, timestamp, payload is payloads[-1])

        self._call_on_loop(send)

    def _sound_encoded(self, payload: bytes, timestamp: int, level: int, begins: bool) -> None:
        def send() -> None:
            track = self._track(TrackKind.AUDIO)
            if track is not None and self._microphone_on:
                track.send(payload, timestamp, begins, level)

        self._call_on_loop(send)

    def _call_on_loop(self, what: Callable[[], None]) -> None:
        if not self._closed:
            self._loop.call_soon_threadsafe(what)

    async def close(self) -> None:
        """Stop both, and wait for it as long as `Device.close` does."""
        self.set_camera(False)
        self.set_microphone(False)
        self._closed = True
        self._pictures.stop()
        await asyncio.gather(self._camera.close(), self._microphone.close())
