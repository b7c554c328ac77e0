"""A device whose driver takes its time, hangs or is not there."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

from peer.media.device import Device
from peer.media.sources import Block
from tests.media.meeting import until


class SlowMicrophone:
    """It starts and stops when the test lets it, and tells what was asked of it in which order."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.let = threading.Semaphore(0)
        self.broken = False

    def start(self, _deliver: Callable[[Block], None]) -> None:
        self.asked.append("start")
        assert self.let.acquire(timeout=10)
        if self.broken:
            raise OSError("not there")

    def stop(self) -> None:
        self.asked.append("stop")
        assert self.let.acquire(timeout=10)


class Failures:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


def a_device(source: SlowMicrophone) -> tuple[Device[Callable[[Block], None]], Failures]:
    failed = Failures()
    return Device[Callable[[Block], None]](source, lambda _block: None, failed), failed


async def test_the_loop_goes_on_while_a_device_starts() -> None:
    source = SlowMicrophone()
    device, failed = a_device(source)
    device.set(True)
    await until(lambda: source.asked == ["start"])
    source.let.release(2)
    await device.close()
    assert source.asked == ["start", "stop"]
    assert failed.count == 0


async def test_an_off_overtakes_an_on_that_is_not_done() -> None:
    source = SlowMicrophone()
    device, _ = a_device(source)
    for on in (True, False, True, False):
        device.set(on)
    await until(lambda: source.asked == ["start"])
    source.let.release(2)
    await device.close()
    assert source.asked == ["start", "stop"]


async def test_on_again_before_the_start_is_done_starts_once() -> None:
    source = SlowMicrophone()
    device, _ = a_device(source)
    for on in (True, False, True):
        device.set(on)
    source.let.release(2)
    await until(lambda: source.asked == ["start"])
    await device.close()
    assert source.asked == ["start", "stop"]


async def test_a_device_that_is_not_there_is_told_once_and_may_be_tried_again() -> None:
    source = SlowMicrophone()
    device, failed = a_device(source)
    source.broken = True
    source.let.release(2)
    device.set(True)
    await until(lambda: failed.count == 1)
    device.set(True)
    await until(lambda: failed.count == 2)
    await device.close()
    assert source.asked == ["start", "start"]


async def test_one_that_fails_after_it_was_turned_off_is_not_told() -> None:
    source = SlowMicrophone()
    device, failed = a_device(source)
    source.broken = True
    device.set(True)
    device.set(False)
    source.let.release()
    await device.close()
    assert failed.count == 0


async def test_another_device_takes_over_once_the_first_has_stopped() -> None:
    first, second = SlowMicrophone(), SlowMicrophone()
    device, _ = a_device(first)
    device.set(True)
    first.let.release()
    device.use(second)
    await until(lambda: first.asked == ["start", "stop"])
    assert second.asked == []
    first.let.release()
    await until(lambda: second.asked == ["start"])
    second.let.release(2)
    await device.close()
    assert second.asked == ["start", "stop"]


async def test_a_driver_that_hangs_keeps_nobody_from_leaving() -> None:
    source = SlowMicrophone()
    device, _ = a_device(source)
    device.set(True)
    async with asyncio.timeout(10):
        await device.close()
    assert source.asked == ["start"]
    source.let.release(2)
