"""The crossing: what goes in is done on the peer's thread, what comes out is heard on the Qt thread, in order."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread

from client.bridge import BROKEN, NEWS_LIMIT, Bridge, NewsHeard
from peer.commands import AnyCommand, AnyNews, ChatLine, Connecting, Disconnected, Levels
from peer.room.requests import Leave, SetCamera, SetMicrophone

from .acting import Actor, until


@pytest.fixture
def bridge() -> Iterator[Bridge]:
    made = Bridge()
    yield made
    made.close()


def heard_by(bridge: Bridge) -> list[AnyNews]:
    heard: list[AnyNews] = []
    bridge.news.connect(heard.append)
    return heard


def a_line(number: int) -> ChatLine:
    return ChatLine(by="someone0", name="Sam", text="x", at=0.0, number=number)


def start(bridge: Bridge) -> Actor:
    made: list[Actor] = []

    def make(news: NewsHeard) -> Actor:
        made.append(Actor(news))
        return made[0]

    bridge.start(make)
    until(lambda: bool(made))
    return made[0]


def test_commands_are_done_on_the_peers_thread_in_order(bridge: Bridge) -> None:
    threads: list[int] = []

    class Watching(Actor):
        async def do(self, command: AnyCommand) -> None:
            threads.append(threading.get_ident())
            await super().do(command)

    made: list[Watching] = []
    bridge.start(lambda news: made.append(Watching(news)) or made[0])
    for command in (SetMicrophone(True), SetCamera(True), Leave()):
        bridge.send(command)
    until(lambda: bool(made) and len(made[0].done) == 3)
    assert made[0].done == [SetMicrophone(True), SetCamera(True), Leave()]
    assert threading.get_ident() not in threads
    assert len(set(threads)) == 1


def test_news_from_any_thread_is_heard_on_the_qt_thread_in_order(bridge: Bridge) -> None:
    actor = start(bridge)
    heard: list[tuple[AnyNews, bool]] = []
    bridge.news.connect(lambda news: heard.append((news, QThread.isMainThread())))
    said = [a_line(number) for number in range(300)]
    worker = threading.Thread(target=lambda: [actor.tell(line) for line in said])
    worker.start()
    worker.join()
    until(lambda: len(heard) == 300)
    assert heard == [(line, True) for line in said]


def test_levels_that_nobody_saw_yet_are_replaced(bridge: Bridge) -> None:
    actor = start(bridge)
    heard = heard_by(bridge)
    for level in range(500):
        actor.tell(Levels({}, level / 1000))
    until(lambda: bool(heard))
    assert heard == [Levels({}, 0.499)]


def test_a_meeting_that_was_stopped_is_not_heard_any_more(bridge: Bridge) -> None:
    first = start(bridge)
    heard = heard_by(bridge)
    bridge.stop()
    first.tell(Connecting())
    second = start(bridge)
    first.tell(Connecting())
    second.tell(a_line(1))
    until(lambda: bool(heard))
    assert heard == [a_line(1)]


@pytest.mark.expected_log("ERROR vestibule.bridge: the member's machine failed")
def test_a_failure_of_our_own_ends_the_meeting_and_is_logged(bridge: Bridge) -> None:
    class Failing(Actor):
        async def run(self) -> None:
            raise ZeroDivisionError

    heard = heard_by(bridge)
    bridge.start(Failing)
    until(lambda: bool(heard))
    assert heard == [Disconnected(BROKEN)]


@pytest.mark.expected_log("ERROR vestibule.bridge: a command failed: Leave")
def test_a_command_that_fails_does_not_end_the_peers_loop(bridge: Bridge) -> None:
    class Refusing(Actor):
        async def do(self, command: AnyCommand) -> None:
            if isinstance(command, Leave):
                raise ValueError
            await super().do(command)

    made: list[Refusing] = []
    bridge.start(lambda news: made.append(Refusing(news)) or made[0])
    bridge.send(Leave())
    bridge.send(SetCamera(True))
    until(lambda: bool(made) and made[0].done == [SetCamera(True)])


@pytest.mark.expected_log("ERROR vestibule.bridge: more than .* news wait")
def test_a_window_that_is_far_behind_leaves_the_meeting(bridge: Bridge) -> None:
    actor = start(bridge)
    heard = heard_by(bridge)
    for number in range(NEWS_LIMIT + 100):
        actor.tell(a_line(number))
    until(lambda: bool(heard) and isinstance(heard[-1], Disconnected))
    assert heard[-1] == Disconnected("too_fast")
    assert len(heard) == NEWS_LIMIT + 1


def test_closing_ends_a_peer_that_does_not_want_to(bridge: Bridge) -> None:
    ended = threading.Event()

    class Staying(Actor):
        async def run(self) -> None:
            try:
                await asyncio.Event().wait()
            finally:
                ended.set()

    running: list[Staying] = []
    bridge.start(lambda news: running.append(Staying(news)) or running[0])
    until(lambda: bool(running))
    bridge.send(SetCamera(True))
    until(lambda: bool(running[0].done))
    bridge.stop()
    assert ended.wait(5)
