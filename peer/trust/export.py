"""A record of orders for people to read: as JSON lines, or as one plain page without script."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

import msgspec

from peer.room.values import PersonId
from peer.trust.entry import AnyEntry, Certified, Full, More, Opened, Order, Resumed
from peer.trust.files import Contents
from peer.trust.texts import Identified, read_keys, read_texts
from peer.trust.verify import Report


class Named(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody in a readable record. `name` and `identity` (hexadecimal) are None where they are erased or sealed."""

    id: PersonId
    name: str | None = None
    identity: str | None = None


class Readable(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of a readable record. A text is None where it is erased or sealed; `at` is ISO 8601 in UTC."""

    n: int
    at: str
    type: str
    by: Named | None = None
    what: str = ""
    number: int = 0
    role: str = ""
    whom: tuple[Named, ...] = ()
    details: dict[str, bool | int | str] = {}
    texts: dict[str, str | None] = {}
    refused: str = ""


class Heading(msgspec.Struct, frozen=True, tag_field="type", tag="record"):
    """The first line of a readable record; bytes are hexadecimal. `holds`: whether the record itself does."""

    meeting: str
    meeting_key: str
    host: str
    certified: bool
    holds: bool
    head: str


def readable(contents: Contents, report: Report, text_key: bytes | None) -> list[Readable]:
    """What a record says up to its first fault, with names and texts as far as the key opens them."""
    texts = {} if text_key is None else read_texts(contents.texts, read_keys(contents.keys, text_key))
    known: dict[PersonId, Named] = {}
    return [_readable(entry, texts, known) for entry in report.entries]


def as_json_lines(report: Report, lines: Iterable[Readable]) -> bytes:
    """One JSON object a line: a `Heading`, then a `Readable` for each line of the record."""
    opened = report.opened
    heading = Heading(
        opened.meeting,
        opened.meeting_key.hex(),
        opened.host.hex(),
        report.certified,
        report.holds,
        report.head.hex(),
    )
    return b"".join(msgspec.json.encode(one) + b"\n" for one in (heading, *lines))


def _readable(entry: AnyEntry, texts: Mapping[bytes, bytes], known: dict[PersonId, Named]) -> Readable:
    at = _iso(entry.at)
    kind = str(entry.__struct_config__.tag)
    match entry:
        case Order():
            for person, commitment in entry.people.items():
                known[person] = _named(person, texts.get(commitment))
            return Readable(
                n=entry.n,
                at=at,
                type=kind,
                by=known.get(entry.by, Named(entry.by)),
                what=entry.what,
                number=entry.number,
                role=entry.role,
                whom=tuple(known.get(one, Named(one)) for one in entry.whom),
                details=entry.details,
                texts={name: _text(texts.get(one)) for name, one in entry.texts.items()},
                refused=entry.refused,
            )
        case More():
            by = known.get(entry.by, Named(entry.by))
            return Readable(n=entry.n, at=at, type=kind, by=by, details={"refused": entry.refused})
        case Resumed():
            return Readable(n=entry.n, at=at, type=kind, details={"torn": entry.torn})
        case Opened() | Certified() | Full():
            return Readable(n=entry.n, at=at, type=kind)


def _named(person: PersonId, content: bytes | None) -> Named:
    if content is None:
        return Named(person)
    try:
        identified = msgspec.json.decode(content, type=Identified)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return Named(person)
    return Named(person, identified.name, identified.identity.hex())


def _text(content: bytes | None) -> str | None:
    return None if content is None else content.decode(errors="replace")


def _iso(at: int) -> str:
    try:
        return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")
    except (ValueError, OverflowError, OSError):
        return f"{at} ms"


# --- the page ------------------------------------------------------------------------------------

WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "title": "Record of orders",
        "meeting": "Meeting",
        "host": "Host's key",
        "certified": "The host certified the key that signs this record.",
        "uncertified": "No certificate of the host is in this record: who signed it is not proved.",
        "holds": "The record that this page was made from holds: each line is signed and follows the one before it.",
        "broken": "The record that this page was made from does not hold from line {line} on; the rest is not shown.",
        "page": "This page itself is not signed. Only the record can be checked, with vestibule verify.",
        "columns": "Line|Time (UTC)|Who|Order|Whom|Details|Why, and other words|Refused",
        "erased": "[erased or sealed]",
        "opened": "the record begins",
        "resumed": "the service was started again",
        "certified_line": "the host proved who they are",
        "more": "{count} more refused orders within a minute",
        "full": "the record is full",
        "several": "several people",
        "console": "console",
    },
    "nl": {
        "title": "Verslag van opdrachten",
        "meeting": "Vergadering",
        "host": "Sleutel van de gastheer",
        "certified": "De gastheer heeft de sleutel gewaarmerkt waarmee dit verslag is ondertekend.",
        "uncertified": "In dit verslag staat geen waarmerk van de gastheer: wie het ondertekende, is niet bewezen.",
        "holds": "Het verslag waarvan deze pagina is gemaakt klopt: elke regel is ondertekend en volgt op de vorige.",
        "broken": "Het verslag waarvan deze pagina is gemaakt klopt niet vanaf regel {line}; de rest staat hier niet.",
        "page": "Deze pagina zelf is niet ondertekend. Alleen het verslag kan worden nagegaan, met vestibule verify.",
        "columns": "Regel|Tijd (UTC)|Wie|Opdracht|Over wie|Bijzonderheden|Waarom, en andere woorden|Geweigerd",
        "erased": "[gewist of verzegeld]",
        "opened": "het verslag begint",
        "resumed": "de dienst is opnieuw gestart",
        "certified_line": "de gastheer bewees wie hij is",
        "more": "nog {count} geweigerde opdrachten binnen een minuut",
        "full": "het verslag is vol",
        "several": "meerdere mensen",
        "console": "console",
    },
}

_STYLE: Final = (
    "body{font:16px/1.5 sans-serif;margin:32px;color:#1b1b1b;background:#fff}"
    "table{border-collapse:collapse}th,td{border:1px solid #999;padding:8px;text-align:start;vertical-align:top}"
    "td{overflow-wrap:anywhere}"
)
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def as_page(report: Report, lines: Iterable[Readable], language: str) -> bytes:
    """One page of HTML. `language`: "en" or "nl". Whatever people wrote is escaped, and turned by no direction mark."""
    words = WORDS[language]
    opened = report.opened
    state = words["holds"] if report.fault is None else words["broken"].format(line=report.fault.first)
    head = "".join(f"<th>{_safe(one)}</th>" for one in words["columns"].split("|"))
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(line, words))}</tr>\n" for line in lines
    )
    page = (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{words['title']}</title><style>{_STYLE}</style></head>\n<body><h1>{words['title']}</h1>\n"
        f"<p>{words['meeting']}: {_safe(opened.meeting)}<br>{words['host']}: {opened.host.hex()}</p>\n"
        f"<p>{state} {words['certified' if report.certified else 'uncertified']} {words['page']}</p>\n"
        f"<table><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table></body></html>\n"
    )
    return page.encode(errors="replace")


def _cells(line: Readable, words: Mapping[str, str]) -> Iterable[str]:
    yield str(line.n)
    yield _safe(line.at)
    yield _person(line.by, words) if line.by is not None else ""
    if line.type == "more":
        yield words["more"].format(count=line.details["refused"])
        yield from ("",) * 4
        return
    yield (
        _safe(line.what.replace("_", " "))
        or words["certified_line" if line.type == "certified" else line.type]
    )
    yield "<br>".join(_person(one, words) for one in line.whom)
    yield "<br>".join(_safe(f"{name}: {_plain(value)}") for name, value in line.details.items())
    yield "<br>".join(
        f"{_safe(name)}: {words['erased'] if text is None else _safe(text)}"
        for name, text in line.texts.items()
    )
    yield _safe(line.refused)


def _person(person: Named, words: Mapping[str, str]) -> str:
    if person.id == "console":
        return words["console"]
    if not person.id:
        return words["several"]
    name = words["erased"] if person.name is None else _safe(person.name)
    return f"{name} ({_safe(person.id)})"


def _plain(value: bool | int | str) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _safe(text: str) -> str:
    """Text for the page: no control and no direction mark, one line, escaped, in a direction of its own."""
    shown = "".join(" " if unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp") else one for one in text)
    return f"<bdi>{html.escape(shown)}</bdi>" if shown else ""
