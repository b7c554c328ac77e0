"""The decoder: every message comes back as it was, and whatever else comes is refused with one typed exception."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peer.link import wire
from peer.link.codec import BadFrame, Codec, encode
from peer.link.wire import LIMITS, Passed, Ping, Say, tag_of
from peer.room.requests import Admit, Leave, SetHand
from peer.room.signals import Answer
from peer.room.values import RefusalCode
from tests.link.frames import UNIONS, garbage, messages

CODECS: dict[str, Codec[Any]] = {name: Codec(union) for name, union in UNIONS.items()}
TO_HOST = CODECS["to host"]


def refusal(codec: Codec[Any], frame: bytes) -> tuple[RefusalCode, str]:
    with pytest.raises(BadFrame) as caught:
        codec.decode(frame)
    return caught.value.refusal.code, caught.value.tag


@pytest.mark.parametrize("name", UNIONS)
@given(data=st.data())
def test_every_message_comes_back_as_it_was(name: str, data: st.DataObject) -> None:
    message = data.draw(messages(UNIONS[name]))
    try:
        frame = encode(message)
    except ValueError:  # longer than it may be
        return
    assert CODECS[name].decode(frame) == message


@given(garbage, st.sampled_from(sorted(UNIONS)))
def test_whatever_comes_is_a_message_or_a_typed_refusal(frame: bytes, name: str) -> None:
    try:
        message = CODECS[name].decode(frame)
    except BadFrame:
        pass
    else:
        assert isinstance(message, get_args(UNIONS[name]))


def test_every_message_has_a_limit_and_a_name_of_its_own() -> None:
    kinds = {kind for union in UNIONS.values() for kind in get_args(union)}
    assert kinds == set(LIMITS)
    assert len({tag_of(kind) for kind in kinds}) == len(kinds)
    assert all(limit.size <= wire.FRAME_LIMIT for limit in LIMITS.values())


def test_an_unknown_message_is_refused_by_name() -> None:
    frame = msgspec.msgpack.encode({"type": "teleport", "to": "mars"})
    assert refusal(TO_HOST, frame) == (RefusalCode.UNKNOWN_MESSAGE, "teleport")


@pytest.mark.parametrize("name", UNIONS)
def test_a_message_of_another_phase_or_direction_is_out_of_order(name: str) -> None:
    own = set(get_args(UNIONS[name]))
    for kind in LIMITS.keys() - own:
        frame = msgspec.msgpack.encode({"type": tag_of(kind)})
        assert refusal(CODECS[name], frame) == (RefusalCode.OUT_OF_ORDER, tag_of(kind))


def test_a_message_above_its_own_limit_is_oversized_before_it_is_read() -> None:
    frame = msgspec.msgpack.encode({"type": "admit", "guest": "x" * 600})
    assert refusal(TO_HOST, frame) == (RefusalCode.OVERSIZED, "admit")
    with pytest.raises(ValueError):
        encode(Admit("x" * 600))


@pytest.mark.parametrize(
    "frame",
    [
        b"",
        b"\x80",
        b"\xc1" * 8,
        msgspec.msgpack.encode({"up": True, "type": "hand"}),
        msgspec.msgpack.encode({"type": "hand"}),
        msgspec.msgpack.encode({"type": "hand", "up": 1}),
        msgspec.msgpack.encode({"type": "hand", "up": True, "by": "somebody"}),
        msgspec.msgpack.encode({"type": "HAND", "up": True}),
        msgspec.msgpack.encode({"type": "", "up": True}),
        msgspec.msgpack.encode(["hand", True]),
        encode(SetHand(True)) + b"\x00",
        encode(SetHand(True))[:-1],
        b"\x81\xa4type\xa5hand\xff",
        b"\x82\xa4type\xa4hand\xa2up" + b"\x91" * 400,
    ],
    ids=range(14),
)
def test_malformed(frame: bytes) -> None:
    assert refusal(TO_HOST, frame)[0] is RefusalCode.MALFORMED


def test_a_deep_nest_is_no_crash() -> None:
    frame = b"\x82\xa4type\xa5admit\xa5guest" + b"\x91" * 480
    assert refusal(TO_HOST, frame)[0] is RefusalCode.MALFORMED


def test_who_asks_is_in_no_request() -> None:
    """The link says who speaks: a request that names its sender does not decode."""
    for field in ("by", "person_id", "sender", "from"):
        frame = msgspec.msgpack.encode({"type": "leave", field: "1a2b3c4d"})
        assert refusal(TO_HOST, frame)[0] is RefusalCode.MALFORMED
    assert TO_HOST.decode(encode(Leave())) == Leave()


def test_the_limits_fit_what_they_are_for() -> None:
    entry = wire.Entry(bytes(512), bytes(64), bytes(wire.OPENING_LIMIT))
    assert len(encode(Say(entry, "1a2b3c4d"))) <= LIMITS[Say].size
    receipt = wire.Receipt(bytes(256), bytes(64))
    assert encode(Passed(entry, "1a2b3c4d", "host", receipt, "1a2b3c4d"))
    assert encode(Answer(2**31, 2**31, "x" * wire.SDP_LIMIT))
    assert encode(Ping(2**63 - 1))
