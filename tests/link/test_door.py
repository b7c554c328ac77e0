"""The door over real sockets and TLS: who arrives, and what each kind of hostile message comes to."""

from __future__ import annotations

import asyncio
import errno
import resource
import socket
import ssl
import sys
from contextlib import AsyncExitStack, suppress

import msgspec
import pytest

from peer.keys import KeyPair
from peer.link.accept import PortTaken, listen
from peer.link.attempt import ATTEMPT_SECONDS
from peer.link.certificate import client_context
from peer.link.codec import encode
from peer.link.dial import Caller, Turned, WrongFingerprint, dial
from peer.link.entries import entry_hash
from peer.link.handshake import MemberHandshake
from peer.link.intake import PATIENCE
from peer.link.link import LinkClosed
from peer.link.wire import FRAME_LIMIT, RATES, Entry, Ping, Rate, Say
from peer.room.notices import Ended, MemberLeft
from peer.room.requests import Leave, SetHand
from peer.room.values import InviteKind, Refusal, RefusalCode
from tests.link.house import DEADLINE, a_house, a_rogue, a_stranger, until

HAND = encode(SetHand(True))


# --- who arrives -----------------------------------------------------------------------------


async def test_a_guest_arrives_and_both_ends_speak() -> None:
    async with a_house() as house:
        caller = house.guest("Lena")
        link, arrival = await house.let_in(caller)
        assert (arrival.identity, arrival.key) == (caller.identity.public, caller.key.public)
        assert arrival.name == "Lena"
        assert arrival.invite == house.invites.open_link
        assert (arrival.ticket_member, arrival.is_host) == (None, False)
        assert (arrival.address, arrival.loopback) == ("127.0.0.1", True)
        assert link.meeting_key == house.meeting.signing.public
        link.send(SetHand(True))
        assert await arrival.link.receive() == SetHand(True)
        arrival.link.send(MemberLeft("1a2b3c4d", "left"))
        arrival.link.send_encoded(encode(Ended()))
        assert [await link.receive(), await link.receive()] == [MemberLeft("1a2b3c4d", "left"), Ended()]


async def test_the_host_arrives_as_host() -> None:
    async with a_house() as house:
        _, arrival = await house.let_in(Caller(house.host, KeyPair.generate(), "Host"))
        assert arrival.is_host
        assert arrival.service_certificate == house.host.certify_service(house.meeting.signing.public)


async def test_a_ticket_is_told_to_the_shell() -> None:
    async with a_house() as house:
        caller = house.guest()
        ticket = house.tickets.issue("1a2b3c4d", caller.identity.public, 0.0)
        _, arrival = await house.let_in(Caller(caller.identity, caller.key, "Lena", ticket))
        assert (arrival.ticket_member, arrival.invite) == ("1a2b3c4d", None)


async def test_a_personal_invite_names_its_invitee() -> None:
    async with a_house() as house:
        ref = house.invites.make_personal("Lena")
        _, arrival = await house.let_in(house.guest(), house.invite(ref.number))
        assert arrival.invite is not None
        assert (arrival.invite.kind, arrival.invite.invitee) == (InviteKind.PERSONAL, "Lena")


async def test_both_families_at_one_port() -> None:
    async with a_house(("127.0.0.1", "::1")) as house:
        for address in ("127.0.0.1", "::1"):
            _, arrival = await house.let_in(house.guest(), house.invite(addresses=(address,)))
            assert (arrival.address, arrival.loopback) == (address, True)


async def test_a_taken_port_is_said_so() -> None:
    async with a_house() as house:
        with pytest.raises(PortTaken) as caught:
            await house.door.open(house.port, ("127.0.0.1",))
        assert caught.value.errno == errno.EADDRINUSE


async def test_a_closed_door_keeps_the_links_that_arrived() -> None:
    async with a_house() as house:
        link, arrival = await house.let_in(house.guest())
        await house.door.close()
        arrival.link.send(Ended())
        assert await link.receive() == Ended()
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", house.port), 1.0)


# --- how a link ends ---------------------------------------------------------------------------


async def test_the_host_s_last_word_reaches_the_member() -> None:
    async with a_house() as house:
        link, arrival = await house.let_in(house.guest())
        arrival.link.send(Ended())
        arrival.link.close(Refusal(RefusalCode.REMOVED))
        assert await link.receive() == Ended()
        with pytest.raises(LinkClosed) as caught:
            await link.receive()
        assert caught.value.refusal == Refusal(RefusalCode.REMOVED)
        with pytest.raises(LinkClosed) as caught:
            await arrival.link.receive()
        assert caught.value.refusal == Refusal(RefusalCode.REMOVED)
        assert arrival.link.closed


async def test_what_a_member_said_before_they_went_is_heard() -> None:
    async with a_house() as house:
        link, arrival = await house.let_in(house.guest())
        link.send(SetHand(True))
        link.send(Leave())
        link.close()
        assert [await arrival.link.receive(), await arrival.link.receive()] == [SetHand(True), Leave()]
        with pytest.raises(LinkClosed) as caught:
            await arrival.link.receive()
        assert caught.value.refusal is None
        arrival.link.send(Ended())  # into nothing
        arrival.link.close()


async def test_a_killed_member_s_link_ends() -> None:
    async with a_house() as house, a_rogue(house) as (rogue, arrival):
        rogue.pipe.abort()
        with pytest.raises(LinkClosed):
            await arrival.link.receive()


async def test_a_ping_is_answered_and_the_round_trip_measured() -> None:
    async with a_house() as house:
        link, arrival = await house.let_in(house.guest())
        heard = arrival.link.last_heard
        await until(lambda: link.rtt is not None)
        assert link.rtt is not None
        assert 0 < link.rtt < DEADLINE
        await until(lambda: arrival.link.last_heard > heard)


# --- at the door -------------------------------------------------------------------------------


async def test_a_wrong_fingerprint_gets_not_a_byte() -> None:
    """A man in the middle: the member is gone before anything of theirs is sent."""
    async with a_house() as house:
        wrong = msgspec.structs.replace(house.invite(), fingerprint=b"x" * 32)
        with pytest.raises(WrongFingerprint):
            await dial(wrong, house.guest())
        assert house.nobody_arrived()


async def test_a_wrong_token_is_refused(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "vestibule.link")
    async with a_house() as house:
        wrong = msgspec.structs.replace(house.invite(), token=bytes(16))
        with pytest.raises(Turned) as caught:
            await dial(wrong, house.guest())
        assert caught.value.refusal.code is RefusalCode.WRONG_TOKEN
        assert house.nobody_arrived()
        assert "wrong_token" in caplog.text
        assert "127.0.0.1" not in caplog.text


async def test_a_revoked_invite_is_refused(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "vestibule.link")
    async with a_house() as house:
        old = house.invite()
        house.invites.rotate()
        with pytest.raises(Turned) as caught:
            await dial(old, house.guest())
        assert caught.value.refusal.code is RefusalCode.REVOKED_INVITE
        assert house.nobody_arrived()
        assert "revoked_invite" in caplog.text


@pytest.mark.expected_log("refused a handshake: wrong_proof")
async def test_a_recorded_handshake_played_again_is_refused() -> None:
    async with a_house() as house, a_stranger(house) as honest, a_stranger(house) as thief:
        caller = house.guest()
        handshake = MemberHandshake(house.invite(), caller.identity, caller.key, caller.name, None)
        hello = handshake.hello()
        honest.say(hello)
        await until(lambda: honest.heard)
        proof = handshake.take(msgspec.msgpack.encode(honest.heard[0]))
        assert isinstance(proof, bytes)
        honest.say(proof)
        await house.arrivals.get()
        thief.say(hello, proof)
        assert await thief.refusals() == ["wrong_proof"]
        await thief.is_closed()
        assert house.nobody_arrived()


@pytest.mark.expected_log("refused a handshake")
@pytest.mark.parametrize(
    ("frame", "code"),
    [
        (b"junk that is no msgpack", "malformed"),
        (msgspec.msgpack.encode({"type": "open_sesame"}), "unknown_message"),
        (HAND, "out_of_order"),
        (msgspec.msgpack.encode({"type": "proof"}), "malformed"),
        (msgspec.msgpack.encode({"type": "hello", "x": bytes(4000)}), "oversized"),
    ],
    ids=["malformed", "unknown", "out of order", "incomplete", "oversized"],
)
async def test_a_first_frame_that_does_not_hold(frame: bytes, code: str) -> None:
    async with a_house() as house, a_stranger(house) as stranger:
        stranger.say(frame, frame)
        assert await stranger.refusals() == [code]
        await stranger.is_closed()
        assert house.nobody_arrived()


@pytest.mark.expected_log("refused a handshake: oversized")
async def test_a_frame_above_all_limits_is_refused_unread() -> None:
    async with a_house() as house, a_stranger(house) as stranger:
        stranger.say(bytes(FRAME_LIMIT + 1))
        await stranger.is_closed()
        assert stranger.lost == [RefusalCode.OVERSIZED]
        assert house.nobody_arrived()


async def test_an_old_tls_is_not_spoken() -> None:
    async with a_house() as house:
        context = client_context()
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.maximum_version = ssl.TLSVersion.TLSv1_2
        with pytest.raises(OSError):
            await asyncio.open_connection("127.0.0.1", house.port, ssl=context, server_hostname="")


async def test_plain_talk_and_other_web_pages_get_nothing() -> None:
    async with a_house() as house:
        for lines in (b"GET / HTTP/1.1\r\n\r\n", b"\x00" * 100):
            reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
            writer.write(lines)
            assert b"HTTP" not in await asyncio.wait_for(read_all(reader), DEADLINE)
            writer.close()
        for request in (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"GET /" + b"x" * 9000, b"\xff\xfe\r\n\r\n"):
            reader, writer = await asyncio.open_connection(
                "127.0.0.1", house.port, ssl=client_context(), server_hostname=""
            )
            writer.write(request)
            await asyncio.wait_for(read_all(reader), DEADLINE)
            writer.close()
        assert house.nobody_arrived()


async def test_a_web_page_cannot_knock() -> None:
    """A browser sends an Origin (RFC 6455 section 10.2); nothing of ours does."""
    async with a_house() as house:
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", house.port, ssl=client_context(), server_hostname=""
        )
        writer.write(
            b"GET / HTTP/1.1\r\nHost: vestibule\r\nOrigin: https://example.org\r\nConnection: Upgrade\r\n"
            b"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
        )
        assert b" 101 " not in await asyncio.wait_for(read_all(reader), DEADLINE)
        writer.close()


async def read_all(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.read()
    except OSError:
        return b""


@pytest.mark.slow
async def test_who_stalls_is_closed_and_keeps_nobody_out() -> None:
    """More silent connections than handshakes in the making: guests from elsewhere arrive all the same."""
    async with a_house() as house, AsyncExitStack() as stack:
        writers = []
        for _ in range(36):
            for source in ("127.0.0.2", "127.0.0.3"):
                reader, writer = await asyncio.open_connection(
                    "127.0.0.1", house.port, local_addr=(source, 0)
                )
                stack.callback(writer.close)
                writers.append(reader)
        _, arrival = await house.let_in(house.guest())
        assert arrival.loopback
        ends = [asyncio.wait_for(read_all(reader), ATTEMPT_SECONDS + DEADLINE) for reader in writers]
        assert set(await asyncio.gather(*ends)) == {b""}


# --- from inside -------------------------------------------------------------------------------


@pytest.mark.expected_log("refused a member's message")
@pytest.mark.parametrize(
    ("frame", "code"),
    [
        (b"junk that is no msgpack", "malformed"),
        (msgspec.msgpack.encode({"type": "hand", "up": "yes"}), "malformed"),
        (msgspec.msgpack.encode({"type": "hand", "up": True, "by": "1a2b3c4d"}), "malformed"),
        (msgspec.msgpack.encode({"type": "open_sesame"}), "unknown_message"),
        (msgspec.msgpack.encode({"type": "hello"}), "out_of_order"),
        (encode(Ended()), "out_of_order"),
        (msgspec.msgpack.encode({"type": "admit", "guest": "x" * 2000}), "oversized"),
    ],
    ids=["malformed", "wrong type", "names a sender", "unknown", "handshake again", "a host's", "oversized"],
)
async def test_a_member_s_frame_that_does_not_hold(frame: bytes, code: str) -> None:
    """It is refused by name, and the next that holds is the first thing that the shell hears."""
    async with a_house() as house, a_rogue(house) as (rogue, arrival):
        rogue.say(frame, HAND)
        assert await rogue.refusals() == [code]
        assert await arrival.link.receive() == SetHand(True)


@pytest.mark.expected_log("refused a member's message: too_fast hand")
async def test_too_fast_is_refused_and_dropped() -> None:
    burst = int(RATES[Rate.REQUEST][1])
    async with a_house() as house, a_rogue(house) as (rogue, arrival):
        rogue.say(*[HAND] * (burst + 5), encode(Ping(9)))
        await until(lambda: {"type": "pong", "number": 9} in rogue.heard)
        assert set(await rogue.refusals()) == {"too_fast"}
        for _ in range(burst):
            assert await arrival.link.receive() == SetHand(True)
        rogue.pipe.abort()
        late = 0
        with suppress(LinkClosed):
            while True:
                assert await arrival.link.receive() == SetHand(True)
                late += 1
        assert late < 5  # as many as had their turn meanwhile


@pytest.mark.expected_log("refused a member's message: too_fast say")
async def test_an_entry_that_came_too_fast_is_answered_by_its_hash() -> None:
    """An author sends one entry at a time: without an answer they could never speak again."""
    entry = Entry(b"header", bytes(64), b"opening")
    async with a_house() as house, a_rogue(house) as (rogue, _):
        rogue.say(*[encode(Say(entry))] * int(RATES[Rate.SAY][1] + 3))
        await until(lambda: [said for said in rogue.heard if said["type"] == "not_passed"])
        refused = rogue.heard[-1]
        assert (refused["entry"], refused["refusal"]["code"]) == (entry_hash(entry), "too_fast")


@pytest.mark.expected_log("the door rests")
@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
async def test_a_machine_out_of_descriptors_opens_again() -> None:
    async with a_house() as house:
        limits = resource.getrlimit(resource.RLIMIT_NOFILE)
        with socket.socket() as knock:
            resource.setrlimit(resource.RLIMIT_NOFILE, (knock.fileno() + 1, limits[1]))
            try:
                knock.connect(("127.0.0.1", house.port))
                assert house.door._accept_loop is not None
                rests = house.door._accept_loop._rests
                await until(lambda: rests)
            finally:
                resource.setrlimit(resource.RLIMIT_NOFILE, limits)
            await until(lambda: not rests)
        await house.let_in(house.guest())


def test_a_free_port_in_both_families_or_none() -> None:
    sockets, port = listen(None, ("127.0.0.1", "::1"))
    assert {sock.getsockname()[1] for sock in sockets} == {port}
    with pytest.raises(PortTaken):
        listen(port, ("127.0.0.2", "::1"))
    for sock in sockets:
        sock.close()
    with pytest.raises(OSError, match="no address"):
        listen(None, ("203.0.113.77",))


@pytest.mark.expected_log("refused a member's message: malformed")
async def test_who_does_not_stop_is_closed() -> None:
    async with a_house() as house, a_rogue(house) as (rogue, arrival):
        rogue.say(*[b"junk"] * int(PATIENCE[1] + 20))
        await rogue.is_closed()
        assert set(await rogue.refusals()) == {"malformed"}
        with pytest.raises(LinkClosed) as caught:
            await arrival.link.receive()
        assert caught.value.refusal == Refusal(RefusalCode.MALFORMED)


@pytest.mark.expected_log("closed a member's link: oversized")
async def test_a_frame_above_all_limits_closes_the_link() -> None:
    async with a_house() as house, a_rogue(house) as (rogue, arrival):
        rogue.say(bytes(FRAME_LIMIT + 1))
        with pytest.raises(LinkClosed) as caught:
            await arrival.link.receive()
        assert caught.value.refusal == Refusal(RefusalCode.OVERSIZED)
        await rogue.is_closed()
        assert rogue.lost == [RefusalCode.OVERSIZED]


@pytest.mark.expected_log("closed a member's link: malformed")
@pytest.mark.parametrize("how", ["text", "fragment", "ping", "pong"])
async def test_other_kinds_of_websocket_frames_close_the_link(how: str) -> None:
    async with a_house() as house, a_rogue(house) as (rogue, arrival):
        protocol = rogue.pipe._protocol
        if how == "text":
            protocol.send_text(HAND)
        elif how == "fragment":
            protocol.send_binary(HAND, fin=False)
        elif how == "ping":
            protocol.send_ping(b"")
        else:
            protocol.send_pong(b"")
        rogue.pipe._flush()
        with pytest.raises(LinkClosed) as caught:
            await arrival.link.receive()
        assert caught.value.refusal == Refusal(RefusalCode.MALFORMED)
        await rogue.is_closed()


async def test_a_member_who_does_not_read_is_let_go() -> None:
    """What the host may queue for one member is bounded; nobody else waits for them."""
    async with a_house() as house, a_rogue(house) as (rogue, arrival):
        rogue.pipe.pause()
        frame = encode(MemberLeft("1a2b3c4d", "x" * 60_000))
        for _ in range(2000):
            if arrival.link.closed:
                break
            arrival.link.send_encoded(frame)
            await asyncio.sleep(0)
        assert arrival.link.closed
        with pytest.raises(LinkClosed):
            await arrival.link.receive()
