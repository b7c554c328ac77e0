"""Both ends of a link over a bad line: late, black for a while, and never out of order."""

from __future__ import annotations

import asyncio
import contextlib

import pytest

from peer.link.codec import encode
from peer.link.ends import QUEUE_HIGH, HostEnd, MemberEnd
from peer.link.link import LinkClosed
from peer.link.wire import Ping, Pong
from peer.room.notices import Ended, MemberLeft, Refused
from peer.room.requests import Leave, SetHand
from peer.room.values import Refusal, RefusalCode
from tests.link.house import until
from tests.link.memory_pipe import MemoryPipe, pair

KEY = b"k" * 32


def ends(seed: int = 1) -> tuple[HostEnd, MemberEnd, MemoryPipe, MemoryPipe]:
    host, member = pair(seed)
    return HostEnd(host), MemberEnd(member, KEY), host, member


@pytest.mark.parametrize("seed", range(5))
async def test_a_late_line_keeps_the_order(seed: int) -> None:
    host, member, _, _ = ends(seed)
    notices = [MemberLeft(f"{number:08x}", "left") for number in range(200)]
    for notice in notices:
        host.send(notice)
    assert [await member.receive() for _ in notices] == notices
    host.close()
    with pytest.raises(LinkClosed):
        await member.receive()


async def test_a_black_out_loses_nothing_and_is_seen_in_last_heard() -> None:
    host, member, line, _ = ends()
    member.send(SetHand(True))
    assert await host.receive() == SetHand(True)
    line.black = True
    heard = host.last_heard
    member.send(SetHand(False))
    member.send(Leave())
    await until(lambda: len(line._held) >= 2)
    assert host.last_heard == heard
    line.light()
    assert [await host.receive(), await host.receive()] == [SetHand(False), Leave()]
    assert host.last_heard > heard
    host.close()


async def test_the_member_measures_the_round_trip_and_the_host_does_not() -> None:
    host, member, _, _ = ends()
    assert member.rtt is None
    await until(lambda: member.rtt is not None)
    assert host.rtt is None
    assert member.meeting_key == KEY
    member.close()


async def test_a_pong_that_answers_no_ping_measures_nothing() -> None:
    host, member = pair()
    host.attach(lambda _frame: None, lambda _reason: None)
    end = MemberEnd(member, KEY)
    host.write(encode(Pong(99_999)))
    host.write(encode(Ended()))
    assert await end.receive() == Ended()
    assert end.rtt is None
    end.close()


async def test_a_reader_that_is_slow_pauses_the_line_and_gets_all() -> None:
    host, member, _, line = ends()
    notices = [MemberLeft(f"{number:08x}", "left") for number in range(QUEUE_HIGH + 40)]
    for notice in notices:
        host.send(notice)
    await until(lambda: line.paused)
    assert [await member.receive() for _ in notices] == notices
    assert not line.paused
    host.close()


@pytest.mark.expected_log("the host's machine sent what does not hold")
@pytest.mark.parametrize(
    "frame", [b"junk", encode(Leave()), encode(Ping(1))], ids=["junk", "request", "ping"]
)
async def test_a_host_that_sends_what_does_not_hold_is_left(frame: bytes) -> None:
    host, member = pair()
    host.attach(lambda _frame: None, lambda _reason: None)
    end = MemberEnd(member, KEY)
    host.write(frame)
    with pytest.raises(LinkClosed) as caught:
        await end.receive()
    assert caught.value.refusal is not None
    assert host.closed or await closes(host)


async def closes(pipe: MemoryPipe) -> bool:
    await until(lambda: pipe.closed)
    return True


async def test_a_refused_request_is_news_and_a_last_word_is_not() -> None:
    host, member, _, _ = ends()
    host.send(Refused(Refusal(RefusalCode.NOT_ALLOWED), "admit"))
    host.close(Refusal(RefusalCode.REMOVED))
    assert await member.receive() == Refused(Refusal(RefusalCode.NOT_ALLOWED), "admit")
    with pytest.raises(LinkClosed) as caught:
        await member.receive()
    assert caught.value.refusal == Refusal(RefusalCode.REMOVED)


async def test_closing_twice_and_sending_after_it_do_no_harm() -> None:
    host, member, _, _ = ends()
    for _ in range(2):
        host.close(Refusal(RefusalCode.ENDED))
        host.send(Ended())
        member.close()
    await host.wait_closed()
    assert host.closed
    with pytest.raises(LinkClosed):
        await host.receive()


async def test_who_waits_for_a_message_is_told_of_the_end() -> None:
    host, member, _, _ = ends()
    waiting = asyncio.create_task(member.receive())
    host.close()
    with pytest.raises(LinkClosed):
        await waiting


async def test_a_reader_that_was_cancelled_loses_no_message() -> None:
    host, member, _, _ = ends()
    waiting = asyncio.create_task(member.receive())
    await asyncio.sleep(0)
    waiting.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await waiting
    host.send(Ended())
    assert await member.receive() == Ended()
    host.close()
