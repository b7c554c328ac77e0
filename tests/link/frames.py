"""Frames of every message, made from the types, and frames that were broken in all ways."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

import msgspec
from hypothesis import strategies as st

from peer.link import wire
from peer.link.wire import LIMITS

UNIONS: dict[str, Any] = {
    "handshake to host": wire.HandshakeToHost,
    "handshake to member": wire.HandshakeToMember,
    "to host": wire.ToHost,
    "to member": wire.ToMember,
}


def values(kind: msgspec.inspect.Type) -> st.SearchStrategy[Any]:
    """Any value of a field of this type."""
    match kind:
        case msgspec.inspect.StructType(cls=cls):
            return structs(cls)
        case msgspec.inspect.EnumType(cls=cls):
            return st.sampled_from(list(cls))
        case msgspec.inspect.UnionType(types=types):
            return st.one_of([values(one) for one in types])
        case msgspec.inspect.VarTupleType(item_type=item):
            return st.lists(values(item), max_size=4).map(tuple)
        case msgspec.inspect.FrozenSetType(item_type=item):
            return st.frozensets(values(item), max_size=4)
        case msgspec.inspect.DictType(key_type=key, value_type=value):
            return st.dictionaries(values(key), values(value), max_size=4)
        case msgspec.inspect.IntType():
            return st.integers(-(2**63), 2**64 - 1)
        case msgspec.inspect.FloatType():
            return st.floats(allow_nan=False)
        case msgspec.inspect.StrType():
            return st.text(max_size=40)
        case msgspec.inspect.BytesType():
            return st.binary(max_size=80)
        case msgspec.inspect.BoolType():
            return st.booleans()
        case msgspec.inspect.NoneType():
            return st.none()
    raise TypeError(f"no strategy for {kind}")


@cache
def structs(kind: type) -> st.SearchStrategy[Any]:
    """Any value of this struct."""
    info = msgspec.inspect.type_info(kind)
    assert isinstance(info, msgspec.inspect.StructType)
    return st.builds(kind, **{field.name: values(field.type) for field in info.fields})


def messages(union: Any) -> st.SearchStrategy[Any]:
    """Any message of this union."""
    return st.one_of([structs(kind) for kind in get_args(union)])


any_value = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False)
    | st.text(max_size=20)
    | st.binary(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
tags = st.sampled_from(sorted(map(wire.tag_of, LIMITS))) | st.text("abcdefgh_", min_size=1, max_size=12)


@st.composite
def half_right(draw: st.DrawFn) -> bytes:
    """A map that begins as a message does, and goes on as it likes."""
    fields = draw(st.dictionaries(st.text(max_size=8) | st.just("on"), any_value, max_size=5))
    fields.pop("type", None)
    return msgspec.msgpack.encode({"type": draw(tags), **fields})


any_message = st.one_of([messages(union) for union in UNIONS.values()])


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A frame that once held, with some bytes changed, cut or doubled."""
    frame = bytearray(msgspec.msgpack.encode(draw(any_message)))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, max(0, len(frame) - 1)))
        match draw(st.integers(0, 3)):
            case 0 if frame:
                frame[place] = draw(st.integers(0, 255))
            case 1:
                del frame[place:]
            case 2:
                frame[place:place] = draw(st.binary(max_size=6))
            case _:
                frame += frame[place:]
    return bytes(frame)


garbage = st.binary(max_size=300) | half_right() | mutated()
