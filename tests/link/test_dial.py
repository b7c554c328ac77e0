"""Dialling: all addresses at once, the right certificate wins, and each failure has its own name."""

from __future__ import annotations

import asyncio
import socket

import pytest
from msgspec.structs import replace

from peer.link.accept import CONNECTIONS
from peer.link.certificate import ServerCertificate
from peer.link.dial import Turned, Unreachable, WrongFingerprint, dial
from peer.room.values import RefusalCode
from tests.link.house import DEADLINE, House, a_house, nothing_open


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


async def test_one_of_several_addresses_is_enough_and_the_rest_is_given_up() -> None:
    async with a_house(("127.0.0.2",)) as house:
        addresses = ("127.0.0.9", "::1", "127.0.0.2", "127.0.0.8", "192.168.254.254")
        _, arrival = await house.let_in(house.guest(), house.invite(addresses=addresses))
        assert arrival.loopback
        assert house.nobody_arrived()


async def test_two_doors_that_answer_get_one_handshake() -> None:
    async with a_house(("127.0.0.1", "::1")) as house:
        for _ in range(5):
            await house.let_in(house.guest(), house.invite(addresses=("127.0.0.1", "::1")))
        assert house.nobody_arrived()


async def test_an_impostor_at_one_address_keeps_nobody_out() -> None:
    """Another door answers at the first address: it gets nothing, and the right one is found at the second."""
    async with a_house(("127.0.0.2",)) as house, an_impostor(house, "127.0.0.3") as heard:
        invite = house.invite(addresses=("127.0.0.3", "127.0.0.2"))
        await house.let_in(house.guest(), invite)
        with pytest.raises(WrongFingerprint):
            await dial(replace(invite, addresses=("127.0.0.3", "127.0.0.9")), house.guest())
    assert heard.data == b""


class an_impostor:
    """TLS with another certificate, at the house's own port."""

    def __init__(self, house: House, address: str) -> None:
        self.data = b""
        self._house, self._address = house, address

    async def __aenter__(self) -> an_impostor:
        context = ServerCertificate.generate().server_context()
        self._server = await asyncio.start_server(
            self._hear, self._address, self._house.port, ssl=context, ssl_shutdown_timeout=1.0
        )
        return self

    async def _hear(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            self.data += await reader.read()
        except OSError:
            pass
        finally:
            writer.close()

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        await self._server.wait_closed()


async def test_nobody_there_is_said_at_once() -> None:
    async with a_house() as house:
        with pytest.raises(Unreachable):
            await dial(replace(house.invite(), port=free_port()), house.guest(), DEADLINE)


async def test_private_addresses_of_other_networks_are_not_dialled() -> None:
    async with a_house() as house:
        invite = house.invite(addresses=("10.255.255.1", "192.168.254.254", "172.31.255.1", "fd12::1"))
        with pytest.raises(Unreachable, match="may be dialled"):
            await dial(invite, house.guest())


async def test_a_silent_door_is_given_up_at_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        async with a_house() as house:
            with pytest.raises(Unreachable):
                await dial(replace(house.invite(), port=silent.getsockname()[1]), house.guest(), 0.2)
    await nothing_open()


async def test_who_comes_too_fast_is_let_in_a_little_later() -> None:
    """More guests at once from one address than the door takes at once: they try again, and all arrive."""
    async with a_house() as house:
        guests = int(CONNECTIONS[1]) + 10
        links = await asyncio.gather(*(dial(house.invite(), house.guest(), 30.0) for _ in range(guests)))
        house.members += links
        for _ in range(guests):
            await asyncio.wait_for(house.arrivals.get(), DEADLINE)


async def test_a_cancelled_dial_leaves_nothing_open() -> None:
    async with a_house() as house:
        dialling = asyncio.create_task(dial(house.invite(), house.guest()))
        for _ in range(3):
            await asyncio.sleep(0)
        dialling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await dialling


async def test_busy_is_tried_again_until_the_deadline() -> None:
    async with a_house() as house:
        number = house.invites.open_link.number
        now = asyncio.get_running_loop().time()
        while house.door._invite_counts.take(number, now + 60.0):
            pass  # the invite's bucket is empty for a minute
        with pytest.raises(Turned) as caught:
            await dial(house.invite(), house.guest(), 0.5)
        assert caught.value.refusal.code is RefusalCode.BUSY
