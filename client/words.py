"""Keeps the Dutch in step with the source: `python -m client.words` looks for new words and compiles the rest.

It ends with 1 and names what has no Dutch yet.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from client.models.languages import TRANSLATIONS
from client.qmltypes import CLIENT, TIME_LIMIT, tool

DUTCH = TRANSLATIONS / "vestibule_nl.ts"


def sources() -> list[Path]:
    """Return every file that says something to a person."""
    return sorted(path for path in CLIENT.rglob("*") if path.suffix in (".py", ".qml"))


def gather(ts: Path) -> None:
    """Bring a .ts file in step with the source; what is said no longer goes."""
    command = [tool("pyside6-lupdate"), *map(str, sources())]
    command += ["-no-obsolete", "-locations", "none", "-target-language", "nl", "-ts", str(ts)]
    subprocess.run(command, check=True, timeout=TIME_LIMIT, stdout=subprocess.DEVNULL)


def compile_words(ts: Path, qm: Path) -> None:
    """Make the .qm that the app loads."""
    command = [tool("pyside6-lrelease"), str(ts), "-qm", str(qm)]
    subprocess.run(command, check=True, timeout=TIME_LIMIT, stdout=subprocess.DEVNULL)


def entries(ts: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (context, source, Dutch); the Dutch is empty while it is not finished."""
    for context in ET.parse(ts).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            said = message.find("translation")
            finished = said is not None and said.get("type") is None
            yield (
                name,
                message.findtext("source", ""),
                (said.text or "") if said is not None and finished else "",
            )


def main() -> int:
    """Gather, compile, and name what is missing."""
    gather(DUTCH)
    compile_words(DUTCH, DUTCH.with_suffix(".qm"))
    missing = [f"{context}: {source}" for context, source, dutch in entries(DUTCH) if not dutch]
    print(*missing, sep="\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
