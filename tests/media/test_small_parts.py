"""Budgets, missing packets, history, seats, candidates, headers, descriptions: the parts that are plain functions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peer.media import rtcp, rtp
from peer.media.budget import Budget, Share
from peer.media.candidates import may_try
from peer.media.descriptions import BadDescription, lines, with_opus_format
from peer.media.history import HISTORY_SIZE, History
from peer.media.missing import GIVE_UP_AFTER, MISSING_LIMIT, Missing
from peer.media.reception import Reception
from peer.media.seats import seat

BYTES = st.binary(max_size=80)


def test_a_budget_gives_its_burst_and_then_its_rate() -> None:
    budget = Budget(rate=4, burst=3)
    assert [budget.take(10.0) for _ in range(5)] == [True, True, True, False, False]
    assert budget.spent == 2
    assert budget.ready_in() == pytest.approx(0.25)
    assert budget.take(10.25)
    assert not budget.take(10.25)
    assert not budget.take(5.0), "a clock that goes back gives nothing"


def test_a_share_grants_nothing_in_advance() -> None:
    share = Share(0.2, cap=100)
    assert not share.take(1)
    share.earn(50)
    assert share.take(10)
    assert not share.take(1)
    share.earn(10_000)
    assert not share.take(101)
    assert share.take(100)


def test_a_missing_packet_is_asked_for_until_it_arrives_or_is_too_old() -> None:
    missing = Missing()
    assert missing.gap(5, 8, 0.0)
    assert missing.due(0.0) == [5, 6, 7]
    assert missing.due(0.05) == []
    assert missing.arrived(6)
    assert not missing.arrived(6)
    assert missing.due(0.09) == [5, 7]
    assert missing.due(GIVE_UP_AFTER + 0.01) == []
    assert (len(missing), missing.given_up) == (0, 2)


def test_a_gap_that_is_too_large_is_no_loss() -> None:
    missing = Missing()
    missing.gap(1, 3, 0.0)
    assert not missing.gap(10, 11 + MISSING_LIMIT, 0.0)
    assert len(missing) == 0


def test_history_forgets_what_is_older_than_its_size() -> None:
    history = History()
    history.keep(3, 0x80, 9, b"x")
    assert history.get(3) == (3, 0x80, 9, b"x")
    assert history.get(3 + HISTORY_SIZE) is None
    history.keep(3 + HISTORY_SIZE, 0, 9, b"y")
    assert history.get(3) is None
    history.clear()
    assert history.get(3 + HISTORY_SIZE) is None


def test_whoever_has_a_slot_keeps_it() -> None:
    assert seat([(1, "a"), (2, None)], ["b", "a"], frozenset()) == [(2, "b")]


def test_a_slot_that_changes_anyway_is_taken_first() -> None:
    assert seat([(1, None), (2, "a")], ["b"], frozenset()) == [(2, "b")]


def test_those_who_are_not_wanted_lose_their_slot_unless_kept() -> None:
    assert seat([(1, "a"), (2, "b")], [], frozenset("b")) == [(1, None)]
    assert seat([(1, "b")], ["c"], frozenset("b")) == [(1, "c")]


@given(
    st.lists(st.one_of(st.none(), st.sampled_from("abcdef")), max_size=5).filter(
        lambda tracks: len({t for t in tracks if t}) == len([t for t in tracks if t])
    ),
    st.lists(st.sampled_from("abcdefgh"), max_size=8),
    st.frozensets(st.sampled_from("abcdef")),
)
def test_after_seating_the_most_wanted_have_a_slot_each(
    tracks: list[str | None], wanted: list[str], keep: frozenset[str]
) -> None:
    slots = list(enumerate(tracks))
    changes = seat(slots, wanted, keep)
    assert len({slot for slot, _ in changes}) == len(changes)
    after = dict(slots) | dict(changes)
    carried = [track for track in after.values() if track is not None]
    assert len(set(carried)) == len(carried)
    assert set(list(dict.fromkeys(wanted))[: len(slots)]) <= set(carried)
    assert set(carried) <= set(wanted) | keep


@pytest.mark.parametrize(
    "address", ["224.0.0.1", "0.0.0.0", "::", "name.local", "", "255.255.255.255", "ff02::1"]
)
def test_no_check_is_sent_to_an_address_that_is_no_machine(address: str) -> None:
    assert not may_try(address, loopback=True)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "127.8.8.8"])
def test_loopback_is_tried_only_when_the_links_peer_is(address: str) -> None:
    assert may_try(address, loopback=True)
    assert not may_try(address, loopback=False)


def test_ordinary_addresses_are_tried() -> None:
    for address in ("192.0.2.7", "10.1.2.3", "2001:db8::1", "fe80::1"):
        assert may_try(address, loopback=False) == may_try(address, loopback=True)
    assert may_try("10.1.2.3", loopback=False)


@given(st.integers(0, 2**40), st.integers(-30_000, 30_000))
def test_a_sequence_number_is_extended_to_the_nearest(highest: int, step: int) -> None:
    number = max(0, highest + step)
    assert rtp.extend(number & 0xFFFF, highest) == number


@given(BYTES)
def test_any_bytes_have_bounds_inside_them(data: bytes) -> None:
    packet = bytes(12) + data
    start, end = rtp.payload_bounds(memoryview(packet), len(packet))
    assert 0 <= start <= end <= len(packet)
    rtp.extension(memoryview(packet), len(packet), 2)
    rtp.vp8_frame_start(memoryview(packet), start, end)


@given(BYTES)
def test_any_bytes_with_every_header_flag_set_have_bounds_inside_them(data: bytes) -> None:
    packet = b"\xbf" + bytes(11) + data
    start, end = rtp.payload_bounds(memoryview(packet), len(packet))
    assert 0 <= start <= end <= len(packet)
    assert -1 <= rtp.extension(memoryview(packet), len(packet), 2) <= 255


def test_a_header_is_read_back_as_it_was_made() -> None:
    constant, level_at = rtp.header(5, "12", 1, 2)
    packet = bytearray(constant + b"payload")
    packet[level_at] = 77
    view = memoryview(packet)
    assert rtp.payload_bounds(view, len(packet)) == (len(constant), len(packet))
    assert rtp.extension(view, len(packet), 2) == 77
    assert rtp.extension(view, len(packet), 1) == ord("1")
    assert rtp.extension(view, len(packet), 9) == -1


def test_vp8_descriptors_of_every_length_are_skipped() -> None:
    for descriptor in (b"\x10", b"\x90\x80\x05", b"\x90\x80\x85\x05", b"\x90\xf0\x85\x05\x01\x02"):
        packet = memoryview(descriptor + b"\x00data")
        assert rtp.vp8_frame_start(packet, 0, len(packet)) == (len(descriptor), True, True)
    assert rtp.vp8_frame_start(memoryview(b"\x10\x01"), 0, 2) == (1, True, False)
    assert rtp.vp8_frame_start(memoryview(b"\x00\x00"), 0, 2) == (1, False, False)
    assert rtp.vp8_frame_start(memoryview(b"\x90"), 0, 1) == (-1, False, False)


@given(st.binary(max_size=200))
def test_rtcp_of_any_bytes_parses_or_is_malformed(data: bytes) -> None:
    try:
        rtcp.parse(data)
    except rtcp.Malformed:
        return


@given(st.sets(st.integers(0x10000, 0x10000 + 300), min_size=1, max_size=60))
def test_a_nack_names_exactly_what_is_missing(missing: set[int]) -> None:
    (packet,) = rtcp.parse(rtcp.nack(1, 2, sorted(missing)))
    assert {number & 0xFFFF for number in packet.lost} == {number & 0xFFFF for number in missing}


def test_reports_and_requests_are_read_by_aiortcs_parser() -> None:
    reception = Reception(5)
    reception.begin(0x10000)
    reception.packets = 8
    reception.sender_reported(rtcp.ntp(1000.5), 3.0)
    report = reception.report(0x10009, 4.0)
    compound = (
        rtcp.receiver_report(1, [report])
        + rtcp.sender_report(2, rtcp.ntp(1000.5), 90, 10, 1000)
        + rtcp.picture_loss(1, 2)
        + rtcp.bitrate_limit(1, 0, 2)
    )
    told, sender, loss, limit = rtcp.parse(compound)
    assert (told.reports[0].packets_lost, told.reports[0].fraction_lost) == (2, 51)
    assert told.reports[0].dlsr == 65536
    assert told.reports[0].lsr == (rtcp.ntp(1000.5) >> 16) & 0xFFFFFFFF
    assert sender.sender_info.ntp_timestamp == rtcp.ntp(1000.5)
    assert (loss.fmt, loss.media_ssrc) == (1, 2)
    assert limit.fmt == 15
    assert reception.report(0x10009, 4.0).fraction_lost == 0


def a_description(kinds: list[str]) -> str:
    parts = [f"m={kind} 9 X 96\r\na=mid:{n}\r\na=ssrc:{n + 1} cname:x\r\n" for n, kind in enumerate(kinds)]
    return "v=0\r\n" + "".join(parts)


def test_the_lines_of_a_description_are_read() -> None:
    found = lines(a_description(["audio", "video", "video", "audio"]))
    assert [(line.kind, line.mid, line.ssrc) for line in found] == [
        ("audio", "0", 1),
        ("video", "1", 2),
        ("video", "2", 3),
        ("audio", "3", 4),
    ]


@pytest.mark.parametrize(
    "sdp",
    [
        "",
        "v=0",
        a_description(["audio"]),
        a_description(["video", "audio", "video"]),
        a_description(["audio", "video", "application"]),
        a_description(["audio", "video", "video"]).replace("ssrc:2", "ssrc:1"),
        a_description(["audio", "video", "video"]).replace("ssrc:2", "ssrc:9999999999"),
        a_description(["audio", "video", "video"]).replace("mid:2", "mid:1"),
        a_description(["audio", "video", "video"] + ["video"] * 60),
    ],
)
def test_a_description_that_ours_never_makes_is_refused(sdp: str) -> None:
    with pytest.raises(BadDescription):
        lines(sdp)


@given(st.text(max_size=300))
def test_any_text_is_a_description_or_refused(text: str) -> None:
    try:
        lines(text)
    except BadDescription:
        return


def test_opus_gets_its_format_line() -> None:
    sdp = with_opus_format("m=audio 9 X 96\r\na=rtpmap:96 opus/48000/2\r\na=mid:0\r\n")
    assert sdp.splitlines()[2] == "a=fmtp:96 useinbandfec=1;usedtx=1;minptime=10"
    assert sdp.count("\r\n") == 4
