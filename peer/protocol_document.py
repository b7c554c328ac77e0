"""Writes the protocol's document from its types: `python -m peer.protocol_document > docs/protocol.md`."""

from __future__ import annotations

import inspect
import sys
from typing import Any, Final, get_args

import msgspec

from peer import commands, keys
from peer.json_lines import LINE_LIMIT, LineError
from peer.link import accept, attempt, door, entries, handshake, intake, invite, receipts, wire
from peer.link.entries import Header
from peer.link.invite import Invite
from peer.link.receipts import ReceiptBody
from peer.link.wire import BYTES_RATE, LIMITS, RATES, Rate, tag_of
from peer.trust import entry, heads, texts

_PHASES: Final[tuple[tuple[str, Any], ...]] = (
    ("Handshake, member to host", wire.HandshakeToHost),
    ("Handshake, host to member", wire.HandshakeToMember),
    ("Member to host", wire.ToHost),
    ("Host to member", wire.ToMember),
)

_MADE: Final = (
    keys.pre_authentication,
    keys.meeting_id,
    keys.MeetingKeys.token,
    keys.Identity.certify,
    keys.Identity.certify_service,
    keys.commit,
    keys.blind,
    entries.entry_hash,
    entries.first_link,
    receipts.first_head,
    receipts.next_head,
)


_LINES: Final = (
    (
        "Lines in, of a member",
        "Beside these: everything under *Member to host* that a person asks for, such as `microphone`, `leave` or, of\n"
        "a host, `admit`.",
        get_args(commands.LocalCommand),
    ),
    (
        "Lines in, of `vestibule host`",
        "Beside this: everything under *Member to host* that a host orders; its standard input is a host's seat.",
        (commands.HostCommand,),
    ),
    (
        "Lines out",
        "Beside these: every notice under *Host to member*.",
        (*get_args(commands.LocalNotice), LineError),
    ),
)


def document() -> str:
    """The whole document, in Markdown."""
    shown: dict[str, type] = {}
    parts = [
        "# The protocol",
        "Generated from the types in `peer/link/wire.py`, `peer/room`, `peer/trust` and `peer/commands.py`; a test\n"
        "compares. To write it anew:\n"
        "`python -m peer.protocol_document > docs/protocol.md`.",
        _connection(),
        "## Invites",
        _paragraphs(invite),
        _fields(Invite, shown),
        "## Handshake",
        _paragraphs(handshake),
        _paragraphs(handshake.proof_body),
        "### What is signed, and hashed",
        *(f"- `{one.__name__}`: {_paragraphs(one)}" for one in _MADE),
        "## What people say",
        _paragraphs(entries),
        "### Header",
        _fields(Header, shown),
        _paragraphs(receipts),
        "### Receipt",
        _fields(ReceiptBody, shown),
        "## The record of orders",
        _paragraphs(entry),
        *(_record_line(kind, shown) for kind in get_args(entry.AnyEntry)),
        "### Its heads, and receipts of them",
        _paragraphs(heads),
        _fields(heads.Head, shown),
        "### The texts beside it",
        _paragraphs(texts),
        "## Messages",
        _paragraphs(wire),
        _rates(),
    ]
    for title, union in _PHASES:
        parts.append(f"### {title}")
        parts.extend(_message(kind, shown) for kind in get_args(union))
    parts.extend(_lines(shown))
    parts.append("## Values")
    done: set[str] = set()
    while todo := sorted(shown.keys() - done):
        for name in todo:
            done.add(name)
            parts.append(_value(shown[name], shown))
    return "\n\n".join(parts) + "\n"


def _connection() -> str:
    rate, burst = accept.CONNECTIONS
    invite_rate, invite_burst = door.INVITE_RATE
    patience_rate, patience_burst = intake.PATIENCE
    return (
        "## Connection\n\n"
        "WebSocket (RFC 6455) over TLS 1.3 on one port, with a self-signed certificate: the member compares its\n"
        "SHA-256 fingerprint with the invite's before it sends a byte. One message is one binary frame; text,\n"
        "fragments, Ping, Pong and extensions are not used.\n\n"
        f"- Connections from one IPv4 address or IPv6 /64: {rate:g} a second, {burst:g} at once; more are closed\n"
        "  before TLS begins, and may try again later.\n"
        f"- Handshakes in the making: {door.ATTEMPT_LIMIT}, each at most {attempt.ATTEMPT_SECONDS:g} s.\n"
        f"- Proofs by one invite: {invite_rate:g} a second, {invite_burst:g} at once.\n"
        f"- Refused messages on one link: {patience_rate:g} a second, {patience_burst:g} at once; then it is closed.\n"
        f"- Versions: {', '.join(map(str, wire.VERSIONS))}. Features: {', '.join(sorted(wire.FEATURES)) or 'none'}."
    )


def _record_line(kind: type, shown: dict[str, type]) -> str:
    return "\n\n".join(
        filter(None, (f"#### `{tag_of(kind)}` (in the record)", _paragraphs(kind), _fields(kind, shown)))
    )


def _lines(shown: dict[str, type]) -> list[str]:
    """What standard input and output carry beside the messages of a link."""
    parts = [
        "## Lines of the headless commands",
        "`vestibule host`, `vestibule join` and the window with `--json` read commands from standard input and write\n"
        f"what happens to standard output: one JSON object a line, of at most {LINE_LIMIT:,} bytes. A line is a\n"
        "message of the link in JSON, its bytes in base64, or one of these, which no link carries.",
    ]
    for title, introduction, kinds in _LINES:
        parts += (f"### {title}", introduction)
        parts += (
            "\n\n".join(filter(None, (f"#### `{tag_of(kind)}`", _paragraphs(kind), _fields(kind, shown))))
            for kind in kinds
        )
    return parts


def _rates() -> str:
    lines = ["| rate class | messages a second | at once |", "|---|---|---|"]
    lines += [f"| {rate.value} | {limits[0]:g} | {limits[1]:g} |" for rate, limits in RATES.items()]
    lines.append(f"| all of them, bytes | {BYTES_RATE[0]:,.0f} | {BYTES_RATE[1]:,.0f} |")
    return "\n".join(lines)


def _message(kind: type, shown: dict[str, type]) -> str:
    limit = LIMITS[kind]
    rate = "" if limit.rate in (Rate.TO_MEMBER, Rate.HANDSHAKE) else f", rate class {limit.rate.value}"
    return "\n\n".join(
        filter(
            None,
            (
                f"#### `{tag_of(kind)}`",
                f"{_paragraphs(kind)}",
                f"At most {limit.size:,} bytes{rate}.",
                _fields(kind, shown),
            ),
        )
    )


def _value(kind: type, shown: dict[str, type]) -> str:
    heading = f"### {kind.__name__}\n\n{_paragraphs(kind)}"
    if issubclass(kind, msgspec.Struct):
        return f"{heading}\n\n{_fields(kind, shown)}"
    return f"{heading}\n\n" + ", ".join(f"`{member.value}`" for member in kind)  # type: ignore[attr-defined]


def _fields(kind: type, shown: dict[str, type]) -> str:
    rows = []
    info = msgspec.inspect.type_info(kind)
    assert isinstance(info, msgspec.inspect.StructType)
    for field in info.fields:
        default = "" if field.required else " (may be left out)"
        rows.append(f"- `{field.encode_name}`: {_type(field.type, shown)}{default}")
    return "\n".join(rows)


def _type(kind: msgspec.inspect.Type, shown: dict[str, type]) -> str:
    """The name of a field's type; structs and enums are remembered for the section of values."""
    match kind:
        case msgspec.inspect.StructType(cls=cls) | msgspec.inspect.EnumType(cls=cls):
            shown[cls.__name__] = cls
            return f"[{cls.__name__}](#{cls.__name__.lower()})"
        case msgspec.inspect.UnionType(types=types):
            return " or ".join(_type(one, shown) for one in types)
        case msgspec.inspect.VarTupleType(item_type=item) | msgspec.inspect.FrozenSetType(item_type=item):
            return f"list of {_type(item, shown)}"
        case msgspec.inspect.DictType(key_type=key, value_type=value):
            return f"map of {_type(key, shown)} to {_type(value, shown)}"
        case msgspec.inspect.NoneType():
            return "nil"
    return type(kind).__name__.removesuffix("Type").lower()


def _paragraphs(of: Any) -> str:
    """What is said of a module, type or function, one line a paragraph: how the source is wrapped changes nothing."""
    return "\n\n".join(" ".join(one.split()) for one in (inspect.getdoc(of) or "").split("\n\n"))


if __name__ == "__main__":
    sys.stdout.write(document())
