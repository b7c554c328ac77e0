"""A member's line over a real door: what it makes of links that fall silent and of tries that get no answer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest

from peer.link.door import Door
from peer.link.link import MemberLink
from peer.link.wire import ToMember
from peer.member_line import MemberLine, Over
from peer.room.values import Refusal, RefusalCode
from tests.link.house import House, a_house, until


@dataclass
class Told:
    """All that the line says."""

    said: list[str] = field(default_factory=list)
    over: list[Over] = field(default_factory=list)

    def linked(self, _link: MemberLink) -> None:
        self.said.append("linked")

    def hear(self, message: ToMember) -> None:
        self.said.append(type(message).__name__)

    def went_quiet(self, _since: float) -> None:
        self.said.append("quiet")

    def spoke_again(self) -> None:
        self.said.append("again")

    def line_is_over(self, over: Over) -> None:
        self.over.append(over)


def fail(bug: BaseException) -> None:
    raise bug


def another_door(house: House) -> Door:
    """The same door, opened once more."""
    return Door(
        meeting=house.meeting,
        certificate=house.certificate,
        invites=house.invites,
        tickets=house.tickets,
        host_identity=house.host.public,
        arrived=house.arrivals.put_nowait,
    )


@pytest.mark.slow
@pytest.mark.expected_log("vestibule.link")
async def test_a_try_whose_answer_was_lost_costs_nobody_their_place() -> None:
    """The host's machine took the try for the line and closed the old link, before the member knew."""
    async with a_house() as house:
        told, caller = Told(), house.guest()
        line = MemberLine(house.invite(), caller, told, fail)
        await line.open()
        first = await house.arrivals.get()
        line.keep_ticket(house.tickets.issue("1a2b3c4d", caller.identity.public, 0.0))
        await house.door.close()
        tries: list[asyncio.StreamWriter] = []
        silent = await asyncio.start_server(lambda _, writer: tries.append(writer), "127.0.0.1", house.port)
        first.link._pipe.pause()  # type: ignore[attr-defined]
        await until(lambda: tries)
        first.link.close(Refusal(RefusalCode.LINK_REPLACED))
        await until(lambda: line.link is not None and line.link.closed)
        silent.close()
        for writer in tries:
            writer.close()
        door = another_door(house)
        await door.open(house.port, addresses=("127.0.0.1",))
        back = await asyncio.wait_for(house.arrivals.get(), 10)
        await until(lambda: told.said[-2:] == ["linked", "again"])
        assert back.ticket_member == "1a2b3c4d"
        assert told.over == []
        await line.close()
        await door.close()
        back.link.close()
        await back.link.wait_closed()


async def test_a_link_that_somebody_else_took_over_is_over() -> None:
    async with a_house() as house:
        told = Told()
        line = MemberLine(house.invite(), house.guest(), told, fail)
        await line.open()
        (await house.arrivals.get()).link.close(Refusal(RefusalCode.LINK_REPLACED))
        await until(lambda: told.over)
        assert told.over[0].code == "link_replaced"
        await line.close()
