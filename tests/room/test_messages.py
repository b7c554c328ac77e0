"""Every request, notice and signal crosses the wire as it is."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from peer.room.notices import FOR_GUESTS, AnyNotice, Ended, MemberChanged, WaitingRoom
from peer.room.requests import AnyRequest, Mute, SetHand
from peer.room.signals import SDP_LIMIT, AnySignal, Look, Lost, Point, Slot
from peer.room.values import TrackKind

MESSAGES = [Mute("bo"), SetHand(True), Ended(), WaitingRoom("t", "d", 2, True), Look(("bo",)), Lost(1)]


@pytest.mark.parametrize("message", [*MESSAGES, Point((Slot("0", TrackKind.AUDIO, "bo", 3),))])
def test_a_message_comes_out_as_it_went_in(message: msgspec.Struct) -> None:
    union = AnyRequest | AnyNotice | AnySignal
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(message), type=union) == message
    assert msgspec.json.decode(msgspec.json.encode(message), type=union) == message


def test_every_message_has_a_name_of_its_own() -> None:
    kinds = [kind for union in (AnyRequest, AnyNotice, AnySignal) for kind in get_args(union)]
    tags = [kind.__struct_config__.tag for kind in kinds]
    assert len(tags) == len(set(tags))


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"type": "mute", "member": "bo", "by": "hanna"}', type=AnyRequest)


def test_news_of_members_is_not_for_guests() -> None:
    assert MemberChanged not in FOR_GUESTS
    assert set(FOR_GUESTS) <= set(get_args(AnyNotice))
    assert SDP_LIMIT > 84_000
