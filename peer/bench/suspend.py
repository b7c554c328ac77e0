"""`vestibule bench suspend`: how soon nothing of a suspended member reaches anybody any more.

The real service in a process of its own; eight people who send pre-encoded pictures, four of them speaking, writing and
sending on whatever they are told; a bystander who logs each packet and what is put out; a process that paints. The four
are suspended and given back their rights in turn, each about once in two seconds.

Yardstick, in the same run: how late an idle timer of 10 ms is in the service. All times are of one machine's clock.
"""

from __future__ import annotations

import argparse
import asyncio
import bisect
import contextlib
import json
import multiprocessing
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgspec

from peer.bench.suspend_people import Log, paint, send, watch
from peer.bench.suspend_service import Measured
from peer.room.values import PersonId

SENDERS, SPEAKERS = 8, 4
TIMES = 240
LEAST = 200
FLOOR_MS = 50.0
TIMES_LATENESS = 3.0
SILENT_MS = 150.0
SUSPENDED_FOR = 0.8
GIVEN_BACK_FOR = 1.2
HEARD_BEFORE = 0.4
"""Seconds before an order in which its member's packets have to have come, or it would prove nothing."""

PATIENCE = 60.0


class Sample(msgspec.Struct):
    """One suspension, in ms since it was accepted."""

    last_packet: float
    blank: float
    silent: float
    packets_later: int
    messages: int


def run(argv: Sequence[str]) -> int:
    """Measure, print a table, and return 1 if a bar was missed."""
    parser = argparse.ArgumentParser(prog="vestibule bench suspend")
    parser.add_argument("--times", type=int, default=TIMES, help="suspensions in all (%(default)s)")
    times = parser.parse_args(argv).times
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        report = Path(folder) / "measured"
        service = _start_service(report, Path(folder))
        stack.callback(_end, service)
        link = _first(service, "invite_made")["link"]
        people, watching = (
            _begin(context, stack, send, link, SENDERS, SPEAKERS),
            _begin(context, stack, watch, link),
        )
        painter = context.Process(target=paint, daemon=True)
        painter.start()
        stack.callback(painter.kill)
        speakers = _receive(people)
        _receive(watching)
        asyncio.run(_order(service, speakers, times))
        people.send(None)
        rates = _receive(people)
        watching.send(None)
        log: Log = _receive(watching)
        _say(service, type="end")
        service.wait(PATIENCE)
        measured = msgspec.msgpack.decode(report.read_bytes(), type=Measured)
    return _judge(log, measured, rates[:SPEAKERS], speakers)


def _start_service(report: Path, home: Path) -> subprocess.Popen[bytes]:
    options = ["host", "--title", "Bench", "--address", "127.0.0.1", "--waiting-room", "off"]
    options += ["--identity", "ephemeral", "--home", str(home)]
    return subprocess.Popen(
        [sys.executable, "-m", "peer.bench.suspend_service", str(report), *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def _end(service: subprocess.Popen[bytes]) -> None:
    service.kill()
    service.wait()


def _first(service: subprocess.Popen[bytes], kind: str) -> dict[str, Any]:
    assert service.stdout is not None
    for line in service.stdout:
        told: dict[str, Any] = json.loads(line)
        if told["type"] == kind:
            return told
    raise SystemExit("the service did not start")


def _begin(context: Any, stack: contextlib.ExitStack, target: Any, *arguments: Any) -> Connection:
    here, there = context.Pipe()
    process = context.Process(target=target, args=(there, *arguments), daemon=True)
    process.start()
    stack.callback(process.kill)
    connection: Connection = here
    return connection


def _receive(pipe: Connection) -> Any:
    if not pipe.poll(PATIENCE):
        raise SystemExit("a process of the bench does not answer")
    return pipe.recv()


def _say(service: subprocess.Popen[bytes], **order: Any) -> None:
    assert service.stdin is not None
    service.stdin.write(json.dumps(order).encode() + b"\n")
    service.stdin.flush()


async def _order(service: subprocess.Popen[bytes], speakers: list[PersonId], times: int) -> None:
    """Suspend and resume each speaker in turn, so that orders come evenly."""
    threading.Thread(target=_drain, args=(service,), daemon=True).start()
    rights = ["speak", "unmute", "video", "share", "chat"]

    async def one(number: int, speaker: PersonId) -> None:
        await asyncio.sleep(number * (SUSPENDED_FOR + GIVEN_BACK_FOR) / len(speakers))
        for _ in range(times // len(speakers)):
            _say(service, type="suspend", member=speaker)
            await asyncio.sleep(SUSPENDED_FOR)
            _say(service, type="resume", member=speaker, rights=rights)
            await asyncio.sleep(GIVEN_BACK_FOR)

    await asyncio.gather(*(one(number, speaker) for number, speaker in enumerate(speakers)))


def _drain(service: subprocess.Popen[bytes]) -> None:
    """Read what the service says, so that its pipe never fills."""
    assert service.stdout is not None
    for _ in service.stdout:
        pass


def _samples(log: Log, measured: Measured, speakers: list[PersonId]) -> list[Sample]:
    packets = {person: [at for who, at in log.packets if who == person] for person in speakers}
    pictures = {person: [at for who, at in log.pictures if who == person] for person in speakers}
    found = []
    for person, accepted in measured.accepted:
        until = accepted + SUSPENDED_FOR - 0.05
        came = packets[person]
        if bisect.bisect(came, accepted) - bisect.bisect(came, accepted - HEARD_BEFORE) < 10:
            continue
        later = [at for at in came if accepted < at < until]
        shown = [at for at in pictures[person] if accepted < at < until]
        heard = [at for who, at in log.audible if who == person and accepted < at < until]
        told = [at for who, at, suspended in log.told if who == person and suspended and at > accepted]
        blank = max([min(told, default=until), *shown])
        found.append(
            Sample(
                last_packet=1000 * (max(later, default=accepted) - accepted),
                blank=1000 * (blank - accepted),
                silent=1000 * (max(heard, default=accepted) - accepted),
                packets_later=sum(1000 * (at - accepted) > FLOOR_MS for at in later),
                messages=sum(who == person and accepted < at < until for who, at in log.words),
            )
        )
    return found


def _p99(values: list[float]) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))] if ordered else float("nan")


def _judge(log: Log, measured: Measured, rates: list[tuple[float, int]], speakers: list[PersonId]) -> int:
    samples = _samples(log, measured, speakers)
    lateness = 1000 * _p99(measured.lateness)
    bar = max(FLOOR_MS, TIMES_LATENESS * lateness)
    last = _p99([sample.last_packet for sample in samples])
    blank = _p99([sample.blank for sample in samples])
    silent = _p99([sample.silent for sample in samples])
    later = sum(sample.packets_later for sample in samples)
    heard = sum(sample.messages for sample in samples)
    rate = min((rate for rate, _ in rates), default=0.0)
    words = sum(count for _, count in rates)
    rows = [
        ("suspensions measured", f"{len(samples)}", f">= {LEAST}", len(samples) >= LEAST),
        ("packets a second from who is suspended", f"{rate:.0f}", ">= 50", rate >= 50),
        ("idle timer's lateness, p99", f"{lateness:.1f} ms", "yardstick", True),
        ("accepted to last packet, p99", f"{last:.1f} ms", f"<= {bar:.1f} ms", last <= bar),
        ("accepted to blank tile, p99", f"{blank:.1f} ms", f"<= {SILENT_MS:.0f} ms", blank <= SILENT_MS),
        ("accepted to silence, p99", f"{silent:.1f} ms", f"<= {SILENT_MS:.0f} ms", silent <= SILENT_MS),
        ("packets after 50 ms, resent ones too", f"{later}", "0", later == 0),
        (f"messages heard, of {words} written", f"{heard}", "0", heard == 0),
    ]
    for name, value, must, ok in rows:
        print(f"{name:40} {value:>12}  {must:>12}  {'ok' if ok else 'MISSED'}")
    return 0 if all(ok for *_, ok in rows) else 1
