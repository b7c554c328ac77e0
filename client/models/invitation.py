"""An invite as a letter and as a calendar entry (RFC 5545), for people to send on themselves."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QUrl, QUrlQuery

LASTS = timedelta(hours=1)
FOLD = 75
"""Octets of one line of a calendar file (RFC 5545, section 3.1)."""


class Letter(NamedTuple):
    """A draft: its subject and its text."""

    subject: str
    text: str


def letter(title: str, link: str, invitee: str = "") -> Letter:
    """Return the draft of a letter with this invite; `invitee` is whom a personal one is for."""
    translate = QCoreApplication.translate
    subject = translate("Invitation", "Invitation to “%1”").replace("%1", title)
    hello = translate("Invitation", "Hello %1,").replace("%1", invitee) if invitee else ""
    own = translate("Invitation", "This invite is yours alone; do not pass it on.") if invitee else ""
    lines = [
        hello,
        translate("Invitation", "you are invited to “%1”. Open this link with Vestibule:").replace(
            "%1", title
        ),
        link,
        own,
    ]
    return Letter(subject, "\n\n".join(line for line in lines if line))


def mailto(draft: Letter) -> QUrl:
    """Return the address that opens a draft in the person's own mail program (RFC 6068)."""
    query = QUrlQuery()
    query.addQueryItem("subject", bytes(QUrl.toPercentEncoding(draft.subject)).decode())
    query.addQueryItem("body", bytes(QUrl.toPercentEncoding(draft.text.replace("\n", "\r\n"))).decode())
    url = QUrl()
    url.setScheme("mailto")
    url.setQuery(query)
    return url


def calendar(title: str, link: str, starts: datetime, now: datetime) -> bytes:
    """Return a calendar file with one entry, of an hour. Times are aware; they are written in UTC."""
    uid = hashlib.blake2b(link.encode(), digest_size=16).hexdigest()
    about = QCoreApplication.translate("Invitation", "Open this link with Vestibule: %1").replace("%1", link)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Vestibule//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{_time(now)}",
        f"DTSTART:{_time(starts)}",
        f"DTEND:{_time(starts + LASTS)}",
        f"SUMMARY:{_text(title)}",
        f"DESCRIPTION:{_text(about)}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(text: str) -> str:
    """Escape a text (RFC 5545, section 3.3.11)."""
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Return a line, folded between characters, never within one."""
    folded, length = b"", 0
    for sign in line:
        encoded = sign.encode()
        if length + len(encoded) > FOLD:
            folded, length = folded + b"\r\n ", 1
        folded, length = folded + encoded, length + len(encoded)
    return folded + b"\r\n"
