"""A flood of connections from one address keeps nobody else out, and its own address only while it lasts."""

from __future__ import annotations

import asyncio
import sys

import pytest

from peer.link.dial import dial, shake
from peer.link.link import MemberLink
from tests.link.house import DEADLINE, House, a_house, open_pipe, until

GUESTS = 20
RATE, SECONDS = 1000, 2.5


async def comes(house: House, source: str) -> MemberLink:
    pipe = await open_pipe(house, source)
    return await shake(pipe, house.invite(), house.guest())


@pytest.mark.slow
async def test_guests_arrive_during_a_flood_and_after_it() -> None:
    program = f"from peer.bench.door import flood; flood({{}}, {RATE}, {SECONDS})"
    async with a_house() as house:
        flooder = await asyncio.create_subprocess_exec(sys.executable, "-c", program.format(house.port))
        await until(lambda: house.door.turned_away > RATE // 2)  # the flood is on
        outside = [comes(house, f"127.0.1.{guest + 1}") for guest in range(GUESTS)]
        house.members += await asyncio.gather(*outside)
        assert flooder.returncode is None
        assert await flooder.wait() == 0
        inside = [dial(house.invite(), house.guest(), 30.0) for _ in range(GUESTS)]
        house.members += await asyncio.gather(*inside)
        for _ in range(2 * GUESTS):
            await asyncio.wait_for(house.arrivals.get(), DEADLINE)
