"""What a slot sends of a track: order, turns, gates, resending, and what a bad publisher cannot do."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peer.media.rtp import TURN_STEP, ahead_of, extension
from peer.media.slot import REQUESTED_AT_ONCE
from peer.room.values import TrackKind
from tests.media.forwarding import KeepingWire, Publishing, a_slot


def test_a_copy_has_the_slots_ssrc_payload_type_and_mid_and_the_publishers_payload() -> None:
    publishing, wire = Publishing(), KeepingWire()
    slot = a_slot(wire)
    slot.point(publishing.track)
    publishing.send(5, key=True)
    packet = wire.packets[0]
    assert struct.unpack_from("!L", packet, 8) == (99,)
    assert packet[1] == 0x80 | 120
    assert packet[12:18] == b"\xbe\xde\x00\x01\x109"
    assert wire.payloads == [b"\x10\x00" + (5).to_bytes(4, "big")]


def test_pictures_begin_at_a_key_frame() -> None:
    publishing, wire = Publishing(), KeepingWire()
    a_slot(wire).point(publishing.track)
    assert publishing.asked == [publishing.track]
    for sequence in range(4):
        publishing.send(sequence)
    assert wire.packets == []
    publishing.send(4, key=True)
    publishing.send(5)
    assert len(wire.packets) == 2


def test_sound_begins_at_once_and_carries_its_level() -> None:
    publishing, wire = Publishing(TrackKind.AUDIO), KeepingWire()
    a_slot(wire, TrackKind.AUDIO).point(publishing.track)
    publishing.send(1, level=42)
    packet = memoryview(wire.packets[0])
    assert extension(packet, len(packet), 2) == 42


def test_a_packet_before_the_first_forwarded_one_is_not_sent() -> None:
    publishing, wire = Publishing(), KeepingWire()
    a_slot(wire).point(publishing.track)
    publishing.send(9)
    publishing.send(10, key=True)
    publishing.send(8)
    publishing.send(12)
    publishing.send(11)
    first = wire.sequences[0]
    assert [number - first for number in wire.sequences] == [0, 2, 1]


def test_after_a_gate_closes_nothing_is_sent_or_resent_or_asked_for() -> None:
    publishing, wire = Publishing(), KeepingWire()
    slot = a_slot(wire)
    slot.point(publishing.track)
    publishing.send(0, key=True)
    for sequence in (1, 2, 3, 5):
        publishing.send(sequence)
    sent = len(wire.raw)
    publishing.track.close_gate()
    publishing.send(6)
    publishing.send(7, key=True)
    slot.resend(wire.sequences)
    assert len(wire.raw) == sent
    assert not publishing.track.missing
    assert publishing.track.history.get(0x10000) is None
    assert publishing.track.stopped_at_gate == 2


def test_when_it_opens_again_sequence_numbers_go_on_and_a_key_frame_comes_first() -> None:
    publishing, wire = Publishing(), KeepingWire()
    slot = a_slot(wire)
    slot.point(publishing.track)
    publishing.send(0, key=True)
    publishing.track.close_gate()
    for sequence in range(1, 50):
        publishing.send(sequence)
    publishing.track.open_gate()
    told = slot.point(publishing.track)
    publishing.send(50)
    publishing.send(51, key=True)
    assert wire.sequences[1] == (wire.sequences[0] + 1) & 0xFFFF
    assert wire.timestamps[1] == told.timestamp


def test_each_turn_jumps_ahead_in_time_and_goes_on_in_sequence() -> None:
    ana, bo, wire = Publishing(), Publishing(person="bo"), KeepingWire()
    slot = a_slot(wire)
    turns = []
    for turn in range(6):
        publishing = (ana, bo)[turn % 2]
        turns.append(slot.point(publishing.track))
        publishing.send(100 * turn, key=True)
        publishing.send(100 * turn + 1)
    assert [told.turn for told in turns] == [1, 2, 3, 4, 5, 6]
    assert [told.person for told in turns] == ["ana", "bo"] * 3
    assert wire.timestamps[::2] == [told.timestamp for told in turns]
    assert [(b - a) & 0xFFFF for a, b in zip(wire.sequences, wire.sequences[1:], strict=False)] == [1] * 11
    for before, after in zip(wire.timestamps[1::2], wire.timestamps[2::2], strict=False):
        assert ahead_of(after, before) == TURN_STEP


def test_a_slot_that_carries_nothing_sends_nothing() -> None:
    publishing, wire = Publishing(), KeepingWire()
    slot = a_slot(wire)
    slot.point(publishing.track)
    publishing.send(0, key=True)
    assert slot.point(None).person is None
    publishing.send(1, key=True)
    slot.resend(wire.sequences)
    assert len(wire.packets) == 1
    assert not publishing.track.watched


def test_a_lost_packet_is_sent_again_as_it_was() -> None:
    publishing, wire = Publishing(), KeepingWire()
    slot = a_slot(wire)
    slot.point(publishing.track)
    for sequence in range(20):
        publishing.send(sequence, key=sequence == 0, payload=b"\x10" + bytes([sequence and 1]) + bytes(1000))
    raw = list(wire.raw)
    slot.resend([wire.sequences[7]])
    assert wire.raw[-1] == raw[7]
    assert slot.resent == 1


def test_resent_bytes_are_at_most_a_fifth_of_what_was_sent() -> None:
    publishing, wire = Publishing(), KeepingWire()
    slot = a_slot(wire)
    slot.point(publishing.track)
    for sequence in range(100):
        publishing.send(sequence, key=sequence == 0, payload=b"\x10" + bytes([sequence and 1]) + bytes(500))
    for _ in range(10):
        slot.resend(wire.sequences[:REQUESTED_AT_ONCE])
    assert 15 <= slot.resent <= 20
    assert slot.resent_share.spent > 0


def test_a_nack_reaches_neither_an_earlier_turn_nor_another_slot() -> None:
    ana, bo = Publishing(), Publishing(person="bo")
    one, two = KeepingWire(), KeepingWire()
    first, second = a_slot(one), a_slot(two, ssrc=98)
    first.point(ana.track)
    second.point(ana.track)
    for sequence in range(60):
        ana.send(sequence, key=sequence == 0)
    earlier = list(one.sequences)
    first.point(bo.track)
    for sequence in range(60):
        bo.send(sequence, key=sequence == 0)
    sent = len(two.raw)
    first.resend(earlier)
    assert first.resent == 0
    assert len(two.raw) == sent


def test_sound_is_not_resent() -> None:
    publishing, wire = Publishing(TrackKind.AUDIO), KeepingWire()
    slot = a_slot(wire, TrackKind.AUDIO)
    slot.point(publishing.track)
    for sequence in range(20):
        publishing.send(sequence)
    slot.resend(wire.sequences)
    assert slot.resent == 0


def test_a_socket_that_is_full_loses_the_copy_and_nothing_else() -> None:
    publishing, full, other = Publishing(), KeepingWire(), KeepingWire()
    slot = a_slot(full)
    slot.point(publishing.track)
    a_slot(other).point(publishing.track)
    full.fails = True
    publishing.send(0, key=True)
    assert slot.unsent == 1
    assert len(other.packets) == 1


def test_a_gap_is_told_and_an_arrival_ends_it() -> None:
    publishing, wire = Publishing(), KeepingWire()
    a_slot(wire).point(publishing.track)
    publishing.send(0, key=True)
    publishing.send(3)
    assert publishing.gaps == [publishing.track]
    assert publishing.track.missing.due(0.0) == [0x10001, 0x10002]
    publishing.send(1)
    publishing.send(2)
    assert not publishing.track.missing


@pytest.mark.parametrize("jump", [TURN_STEP, TURN_STEP // 2, 1 << 31, -TURN_STEP])
def test_a_publisher_cannot_reach_into_the_next_turn_by_a_jump_of_its_clock(jump: int) -> None:
    publishing, wire = Publishing(), KeepingWire()
    slot = a_slot(wire)
    slot.point(publishing.track)
    publishing.send(0, 1000, key=True)
    publishing.send(1, 1000 + jump, key=True)
    assert len(wire.packets) == 1
    assert publishing.track.refused == 1
    assert ahead_of(slot.point(None).timestamp, wire.timestamps[0]) == TURN_STEP


def test_another_payload_type_and_an_empty_or_broken_packet_are_not_forwarded() -> None:
    publishing, wire = Publishing(), KeepingWire()
    a_slot(wire).point(publishing.track)
    publishing.send(0, key=True)
    publishing.send(1, payload_type=96)
    publishing.send(2, payload=b"")
    publishing.send(3, payload=bytes(1500))
    broken = memoryview(bytearray(b"\x9f\xe1" + bytes(30)))
    publishing.track.receive(broken, 32, 4, 0)
    assert len(wire.packets) == 1
    assert publishing.track.refused == 4


def test_a_track_that_takes_more_than_its_share_waits_for_the_next_second() -> None:
    publishing, wire = Publishing(TrackKind.AUDIO), KeepingWire()
    a_slot(wire, TrackKind.AUDIO).point(publishing.track)
    for sequence in range(200):
        publishing.send(sequence, payload=bytes(1000))
    within = len(wire.packets)
    assert within < 100
    publishing.track.tick()
    publishing.send(200, payload=bytes(1000))
    assert len(wire.packets) == within + 1


def test_a_sender_report_carries_the_publishers_clock() -> None:
    publishing, wire = Publishing(), KeepingWire()
    slot = a_slot(wire)
    slot.point(publishing.track)
    assert slot.report() == b""
    publishing.send(0, 9000, key=True)
    publishing.track.clock_mapping = (1 << 40, 9000)
    ssrc, ntp_time, rtp_time, packets, octets = struct.unpack("!LQLLL", slot.report()[4:])
    assert (ssrc, ntp_time, rtp_time, packets, octets) == (99, 1 << 40, wire.timestamps[0], 1, 6)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(-3, 5), st.booleans()), max_size=60))
def test_whatever_the_order_each_packet_goes_out_at_most_once_and_keeps_its_place(
    steps: list[tuple[int, bool]],
) -> None:
    publishing, wire = Publishing(), KeepingWire()
    a_slot(wire).point(publishing.track)
    sequence, used = 65_530, set()
    for step, key in steps:
        sequence += step
        if sequence not in used:
            used.add(sequence)
            publishing.send(sequence, key=key)
    offsets = {
        (number - int.from_bytes(payload[2:6], "big")) & 0xFFFF
        for number, payload in zip(wire.sequences, wire.payloads, strict=True)
    }
    assert len(offsets) <= 1
    assert len(set(wire.sequences)) == len(wire.sequences)
