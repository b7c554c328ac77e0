"""`vestibule verify`: whether a record of orders holds, said offline; and the record made readable."""

from __future__ import annotations

import argparse
import errno
import sys
from pathlib import Path

from peer import records
from peer.failures import Failure, system_language
from peer.link.secret_store import KeyringLocked
from peer.secret import store_of
from peer.trust.files import LOG_NAME, Contents, read_folder
from peer.trust.heads import RECEIPT_LIMIT, BadReceipt, Head, read_receipt
from peer.trust.verify import LOG_LIMIT, Report, Unreadable, verify_record

HOLDS, DOES_NOT, UNREADABLE = 0, 1, 2

SENTENCES: dict[str, tuple[str, str]] = {
    "holds": (
        "every line is signed and follows the one before it",
        "elke regel is ondertekend en volgt op de vorige",
    ),
    "receipt_holds": (
        "and nothing was changed, dropped or added since the receipt",
        "en sinds het ontvangstbewijs is niets gewijzigd, weggelaten of toegevoegd",
    ),
    "certified": (
        "the host {host} certified its key",
        "gastheer {host} heeft de sleutel gewaarmerkt",
    ),
    "uncertified": (
        "it carries no certificate of the host: who signed it is not proved",
        "er staat geen waarmerk van de gastheer in: wie het ondertekende, is niet bewezen",
    ),
    "torn": (
        "a crash left {bytes} bytes of a line that was not finished; they are not counted",
        "na een storing bleven {bytes} bytes van een onvoltooide regel over; die tellen niet mee",
    ),
    "form": (
        "{line} is no line of a record: it was changed",
        "{line} is geen regel van een verslag: hij is gewijzigd",
    ),
    "signature": (
        "{line} was changed: it is not what the host's service signed",
        "{line} is gewijzigd: dit is niet wat de dienst van de gastheer ondertekende",
    ),
    "certificate": (
        "{line} holds a certificate that the host did not sign",
        "{line} bevat een waarmerk dat de gastheer niet ondertekende",
    ),
    "chain": (
        "{line} was put in the place of another",
        "{line} is voor een andere in de plaats gezet",
    ),
    "dropped": (
        "{line} is missing",
        "{line} ontbreekt",
    ),
    "added": (
        "{line} was added, or stands in the place of another",
        "{line} is toegevoegd, of staat op de plaats van een andere",
    ),
    "receipt": (
        "{line} is not what the receipt says: it was changed, or one was dropped or added there",
        "{line} is niet wat het ontvangstbewijs zegt: gewijzigd, weggelaten of toegevoegd",
    ),
    "meeting": (
        "the receipt is of another meeting",
        "het ontvangstbewijs is van een andere vergadering",
    ),
    "bad_log": (
        "{path} is no record of orders",
        "{path} is geen verslag van opdrachten",
    ),
    "bad_receipt": (
        "{path} is no receipt that a service signed",
        "{path} is geen ontvangstbewijs dat een dienst heeft ondertekend",
    ),
    "sealed": (
        "names and words stay sealed: their key is not in this installation's store",
        "namen en woorden blijven verzegeld: hun sleutel ligt niet in de sleutelbewaring van deze installatie",
    ),
}


def run(arguments: argparse.Namespace) -> int:
    """Verify, and write the readable form where one is asked for. 0: it holds; 1: it does not; 2: it is unreadable."""
    try:
        contents = read_record(arguments.log)
        receipt = read_heads(arguments.receipt) if arguments.receipt is not None else ()
        report = verify_record(contents.orders, receipt)
    except (Unreadable, ValueError):
        say("unreadable", "bad_log", path=arguments.log)
        return UNREADABLE
    except BadReceipt:
        say("unreadable", "bad_receipt", path=arguments.receipt)
        return UNREADABLE
    tell(report, receipt)
    if arguments.export is not None:
        export(arguments, contents, report)
    return HOLDS if report.holds else DOES_NOT


def tell(report: Report, receipt: tuple[Head, ...]) -> None:
    """Print the verdict, and what else there is to know of the record."""
    found = report.fault
    if found is None:
        say("holds", "holds", f"{len(report.entries)} lines, meeting {report.opened.meeting}")
        if receipt:
            say("receipt", "receipt_holds")
    elif found.why == "meeting":
        say("broken", "meeting")
    else:
        line = f"line {found.first}" if found.first == found.last else f"line {found.first} to {found.last}"
        say("broken", found.why, f"line {found.first}, {found.why}", line=line)
    if report.torn:
        say("torn", "torn", bytes=report.torn)
    if report.certified:
        say("certified", "certified", host=report.opened.host.hex())
    else:
        say("uncertified", "uncertified")


def export(arguments: argparse.Namespace, contents: Contents, report: Report) -> None:
    """Write the readable form beside the verdict. Raises Failure."""
    key = key_of(arguments, report.opened.meeting)
    if key is None:
        say("sealed", "sealed")
    try:
        records.save(contents, report, key, arguments.export)
    except OSError as error:
        raise Failure("cannot_write", path=str(arguments.export)) from error


def key_of(arguments: argparse.Namespace, meeting: str) -> bytes | None:
    """This meeting's text key; None where this installation has none: the record is readable but for names and words.

    Raises Failure where a passphrase was given and opens nothing.
    """
    try:
        return store_of(arguments).get(records.store_name(meeting))
    except Failure:
        if arguments.passphrase_fd is not None:
            raise
    except KeyringLocked as locked:
        raise Failure("keyring_locked") from locked
    return None


def read_record(path: Path) -> Contents:
    """A record by its folder or its file; the files beside it hold the names. Raises Failure."""
    folder = path if path.is_dir() else path.parent
    try:
        if path.is_dir() or path.name == LOG_NAME:
            contents = read_folder(folder)
            if (folder / LOG_NAME).exists():
                return contents
            raise FileNotFoundError(errno.ENOENT, "no record")
        with path.open("rb") as file:
            return Contents(file.read(LOG_LIMIT + 1))
    except OSError as error:
        raise Failure("no_such_file", path=str(path)) from error


def read_heads(path: Path) -> tuple[Head, ...]:
    """What a receipt file says. Raises Failure and BadReceipt."""
    try:
        with path.open("rb") as file:
            return read_receipt(file.read(RECEIPT_LIMIT + 1))
    except OSError as error:
        raise Failure("no_such_file", path=str(path)) from error


def say(code: str, sentence: str, facts: str = "", **parameters: object) -> None:
    """Print a code and its sentence in the system's language."""
    text = SENTENCES[sentence][system_language() == "nl"].format(**parameters)
    print(f"{code}: {f'{facts}: ' if facts else ''}{text}", file=sys.stdout)
