"""JSON lines over real pipes: commands in, values out, and what is no command is named."""

import asyncio
import os

import pytest

from peer.commands import AnyCommand, Chat, Reconnected
from peer.json_lines import LINE_LIMIT, LineError, LineReader, LineWriter
from peer.room.requests import Leave


async def read(content: bytes) -> tuple[list[object], list[LineError]]:
    """Feed one pipe to a reader; what it heard and what was wrong, once it ended."""
    out, into = os.pipe()
    heard: list[object] = []
    wrong: list[LineError] = []
    ended = asyncio.Event()
    reader = LineReader[AnyCommand](
        AnyCommand, heard=heard.append, wrong=wrong.append, ended=ended.set, descriptor=out
    )
    reader.start(asyncio.get_running_loop())

    def write() -> None:
        with open(into, "wb") as pipe:
            pipe.write(content)

    await asyncio.to_thread(write)
    await asyncio.wait_for(ended.wait(), 10)
    os.close(out)
    return heard, wrong


async def test_each_line_is_a_command():
    heard, wrong = await read(b'{"type":"chat","text":"Hello"}\n\n{"type":"leave"}\n')
    assert heard == [Chat("Hello"), Leave()]
    assert wrong == []


@pytest.mark.parametrize(
    "line",
    [b"nonsense", b"[]", b'{"type":"unknown"}', b'{"type":"chat"}', b'{"type":"chat","text":1}', b"\xff\xff"],
)
async def test_what_is_no_command_is_named_and_the_next_is_heard(line):
    heard, wrong = await read(line + b'\n{"type":"leave"}\n')
    assert heard == [Leave()]
    assert [error.line for error in wrong] == [1]


async def test_a_line_that_is_too_long_is_refused_as_a_whole():
    heard, wrong = await read(
        b'{"type":"chat","text":"' + b"x" * (3 * LINE_LIMIT) + b'"}\n{"type":"leave"}\n'
    )
    assert heard == [Leave()]
    assert len(wrong) == 1


async def test_a_last_line_without_an_end_counts():
    heard, _ = await read(b'{"type":"leave"}')
    assert heard == [Leave()]


def test_values_are_written_one_a_line():
    out, into = os.pipe()
    with open(into, "wb") as stream:
        writer = LineWriter(stream)
        writer.write(Reconnected())
        writer.write(LineError(1, "why"))
        writer.close()
    with open(out, "rb") as stream:
        assert stream.read() == b'{"type":"reconnected"}\n{"type":"line_error","line":1,"why":"why"}\n'


def test_a_broken_pipe_ends_nothing():
    out, into = os.pipe()
    os.close(out)
    stream = open(into, "wb", buffering=0)  # noqa: SIM115
    writer = LineWriter(stream)
    for _ in range(10):
        writer.write(Reconnected())
    writer.close()
    stream.close()
