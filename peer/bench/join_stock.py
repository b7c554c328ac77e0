"""The yardstick of `vestibule bench join`: two aiortc peers as the library makes them, in a process of their own."""

from __future__ import annotations

import asyncio
import time
from multiprocessing.connection import Connection
from typing import Any


async def _first_frame(size: tuple[int, int, float], clock: int) -> float:
    import fractions

    import av
    import numpy as np
    from aiortc import MediaStreamTrack, RTCConfiguration, RTCPeerConnection

    width, height, rate = size

    class Camera(MediaStreamTrack):
        kind = "video"

        def __init__(self) -> None:
            super().__init__()
            self._number = 0
            self._began = time.monotonic()

        async def recv(self) -> Any:
            self._number += 1
            await asyncio.sleep(max(0.0, self._began + self._number / rate - time.monotonic()))
            plane = np.full((height * 3 // 2, width), 40 + self._number % 150, np.uint8)
            frame = av.VideoFrame.from_ndarray(plane, format="yuv420p")
            frame.pts = int(self._number * clock / rate)
            frame.time_base = fractions.Fraction(1, clock)
            return frame

    # No server: the library's default would ask a public one.
    sending = RTCPeerConnection(RTCConfiguration(iceServers=[]))
    receiving = RTCPeerConnection(RTCConfiguration(iceServers=[]))
    shown: asyncio.Future[float] = asyncio.get_running_loop().create_future()
    tasks = []

    async def read(track: MediaStreamTrack) -> None:
        await track.recv()
        if not shown.done():
            shown.set_result(time.monotonic())

    receiving.on("track", lambda track: tasks.append(asyncio.ensure_future(read(track))))
    sending.addTrack(Camera())
    began = time.monotonic()
    await sending.setLocalDescription(await sending.createOffer())
    await receiving.setRemoteDescription(sending.localDescription)
    await receiving.setLocalDescription(await receiving.createAnswer())
    await sending.setRemoteDescription(receiving.localDescription)
    try:
        return await asyncio.wait_for(shown, 20) - began
    finally:
        await asyncio.gather(sending.close(), receiving.close())


def measure(pipe: Connection, size: tuple[int, int, float], clock: int) -> None:
    """The process's main function: one measurement for each word that comes, until None."""
    while pipe.recv() is not None:
        try:
            pipe.send(asyncio.run(_first_frame(size, clock)))
        except TimeoutError:
            pipe.send("two stock peers did not connect: they need an address other than loopback")
