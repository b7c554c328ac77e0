"""Loss on either leg, members who ask for too much, and a machine that has nothing but loopback."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest

from peer.media import rtcp
from peer.media.feedback import KEY_FRAME_INTERVAL, Upstream
from peer.media.host_connection import HostConnection
from peer.media.member_connection import SILENCE_LIMIT, MemberConnection
from peer.room.values import TrackKind
from tests.media.forwarding import KeepingWire, Publishing, a_slot
from tests.media.meeting import Meeting, until

CAMERA = TrackKind.CAMERA


@pytest.fixture
async def meeting() -> AsyncIterator[Meeting]:
    made = Meeting()
    yield made
    await made.close()


def connection_of(meeting: Meeting, person: str) -> HostConnection:
    connection = meeting.host._seats[person].connection
    assert connection is not None
    return connection


def own_end(meeting: Meeting, person: str) -> MemberConnection:
    connection = meeting.members[person].media._connection
    assert connection is not None
    return connection


def lose(wire: Any, share: float, seed: int) -> None:
    """Lose a share of what this wire sends from now on."""
    chance, sendto = random.Random(seed), wire.sendto
    wire.sendto = lambda data, to: len(data) if chance.random() < share else sendto(data, to)


async def test_pictures_come_whole_and_in_order_through_loss_on_both_legs(meeting: Meeting) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 3)
    lose(own_end(meeting, "ana").wire, 0.08, 1)
    lose(connection_of(meeting, "bo").wire, 0.08, 2)
    await until(lambda: bo.frames("ana") > 90, "three seconds of pictures")
    shown = list(bo.pictures["ana"])
    numbers = [number for number in shown if number is not None]
    assert len(numbers) == len(shown)
    assert numbers == sorted(set(numbers))
    assert len(numbers) > 0.7 * (numbers[-1] - numbers[0])
    statistics = meeting.host.statistics()
    assert statistics["bo"]["sent"]["resent"] > 0
    assert statistics["bo"]["connection"]["key_frames_refused"] == 0


async def test_one_members_requests_for_key_frames_are_limited_and_cost_only_them(meeting: Meeting) -> None:
    ana, bo, cas = (meeting.with_member(name) for name in ("ana", "bo", "cas"))
    await meeting.all_up()
    ana.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 3 and cas.frames("ana") > 3)
    asked = meeting.host.statistics()["ana"]["connection"]["key_frames_asked"]
    began = asyncio.get_running_loop().time()
    slots = [slot.ssrc for slot in own_end(meeting, "bo").slots.values()]
    wire = own_end(meeting, "bo").wire
    assert wire is not None
    for _ in range(200):
        for ssrc in slots:
            wire.send_rtcp(rtcp.picture_loss(1, ssrc))
    await until(lambda: meeting.host.statistics()["bo"]["connection"]["rtcp_refused"] > 100)
    seen = cas.frames("ana")
    await until(lambda: cas.frames("ana") > seen + 20, "the others go on")
    more = meeting.host.statistics()["ana"]["connection"]["key_frames_asked"] - asked
    assert more <= 2 + (asyncio.get_running_loop().time() - began) / KEY_FRAME_INTERVAL
    assert meeting.host.statistics()["bo"]["connection"]["key_frames_refused"] > 0
    assert meeting.host.statistics()["cas"]["connection"]["key_frames_refused"] == 0


async def test_feedback_about_somebody_elses_stream_does_nothing(meeting: Meeting) -> None:
    ana, bo, cas = (meeting.with_member(name) for name in ("ana", "bo", "cas"))
    await meeting.all_up()
    ana.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 10 and cas.frames("ana") > 10)
    asked = meeting.host.statistics()["ana"]["connection"]["key_frames_asked"]
    theirs = [slot.ssrc for slot in connection_of(meeting, "cas").slots.values()]
    wire = own_end(meeting, "bo").wire
    assert wire is not None
    packets = connection_of(meeting, "bo").wire
    assert packets is not None
    before = packets.packets
    for ssrc in (*theirs, *connection_of(meeting, "ana").tracks):
        wire.send_rtcp(rtcp.picture_loss(1, ssrc) + rtcp.nack(1, ssrc, range(30)))
    wire.send_rtcp(b"\x80\xc9\xff\xff" + bytes(4))
    await until(lambda: packets.packets >= before + len(theirs) + 2)
    assert meeting.host.statistics()["ana"]["connection"]["key_frames_asked"] == asked
    assert meeting.host.statistics()["cas"]["sent"]["resent"] == 0
    assert meeting.host.statistics()["bo"]["connection"]["rtcp_malformed"] == 1


async def test_a_member_who_looks_around_too_fast_is_served_later(meeting: Meeting) -> None:
    ana, bo, cas = (meeting.with_member(name) for name in ("ana", "bo", "cas"))
    await meeting.all_up()
    ana.media.set_camera(True)
    told = len(cas.points)
    for number in range(200):
        cas.look(("ana", "bo")[number % 2])
    cas.look("ana")
    assert len(cas.points) - told <= 20
    await until(lambda: cas.frames("ana") > 5, "the last wish counts")
    assert bo.frames("ana") >= 0


async def test_a_member_who_keeps_losing_connections_gets_few_offers(meeting: Meeting) -> None:
    ana = meeting.with_member("ana")
    await meeting.all_up()
    for _ in range(50):
        meeting.host.lost("ana", ana.offers[-1].connection)
        await asyncio.sleep(0)
    await until(lambda: meeting.up.count("ana") >= 2)
    assert len(ana.offers) <= 5


async def test_packets_with_an_ssrc_that_was_not_announced_go_nowhere(meeting: Meeting) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 3)
    track = own_end(meeting, "ana").tracks[CAMERA]
    track._buffer.view[8:12] = b"\x01\x02\x03\x04"
    await until(lambda: meeting.host.statistics()["ana"]["connection"]["unknown_ssrc"] > 10)
    forwarded = meeting.host.statistics()["ana"]["camera"]["forwarded"]
    await until(lambda: meeting.host.statistics()["ana"]["connection"]["unknown_ssrc"] > 20)
    assert meeting.host.statistics()["ana"]["camera"]["forwarded"] == forwarded


async def test_requests_of_many_for_a_key_frame_become_one() -> None:
    sent: list[bytes] = []
    upstream = Upstream(1, sent.append)
    publishing, wire = Publishing(), KeepingWire()
    publishing.track.on_wanted = upstream.want_key_frame
    slots = [a_slot(wire, ssrc=number) for number in range(20)]
    for slot in slots:
        slot.point(publishing.track)
    assert len(sent) == 1
    await until(lambda: len(sent) == 2, "one more when the interval has passed")
    publishing.send(0, key=True)
    assert all(slot in publishing.track.slots for slot in slots)
    upstream.close()


async def test_what_the_host_misses_is_asked_for_again_until_it_comes() -> None:
    sent: list[bytes] = []
    upstream = Upstream(1, sent.append)
    publishing, wire = Publishing(), KeepingWire()
    a_slot(wire).point(publishing.track)
    publishing.track.on_gap = upstream.gap
    publishing.clock = asyncio.get_running_loop().time()
    publishing.send(0, key=True)
    publishing.send(2)
    await until(lambda: len(sent) >= 3, "the same packet asked for three times")
    publishing.send(1)
    assert not publishing.track.missing
    asked = {tuple(packet.lost) for data in sent for packet in rtcp.parse(data)}
    assert asked == {(1,)}
    upstream.close()


ALONE = """
import asyncio
from tests.media.meeting import Meeting, until

async def main():
    meeting = Meeting()
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    bo.media.set_camera(True)
    await until(lambda: ana.frames("bo") > 5 and bo.frames("ana") > 5, "pictures")
    await meeting.close()
    print("met")

asyncio.run(main())
"""


@pytest.mark.root
def test_a_meeting_is_held_where_there_is_nothing_but_loopback() -> None:
    if os.geteuid() != 0 or shutil.which("unshare") is None or shutil.which("ip") is None:
        pytest.skip("needs root, unshare and ip to make a network namespace")
    made = subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("this machine lets nobody make a network namespace")
    done = subprocess.run(
        ["unshare", "-n", "sh", "-c", 'ip link set lo up && exec "$0" -c "$1"', sys.executable, ALONE],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "met", done.stderr


async def test_after_the_link_was_made_anew_a_path_that_speaks_is_kept_and_a_silent_one_given_up(
    meeting: Meeting,
) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 3)
    lose(connection_of(meeting, "bo").wire, 1.0, 3)
    for member in (ana, bo):
        member.media.link_made_anew()
    await until(lambda: bo.lost and meeting.up.count("bo") == 2, deadline=SILENCE_LIMIT)
    seen = bo.frames("ana")
    await until(lambda: bo.frames("ana") > seen + 3)
    assert ana.lost == []
