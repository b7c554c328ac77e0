"""What a name may look like, and whether one name can be taken for another."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from peer.room.values import NAME_LIMIT

_FORBIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode's general categories of what has no place in a name: controls, format and direction marks,
surrogates, private and unassigned code points, line and paragraph separators."""

_JOINERS = "\u200c\u200d"
"""Zero-width (non-)joiners: Persian, Hindi and emoji need them, so they are dropped only for comparison."""

_LOOKALIKES = str.maketrans(
    # Cyrillic
    dict(zip("асԁеһіјӏкмпорԛѕтухѵԝвнгзьб", "acdehijlkmnopqstyxvwbhreb6", strict=True))
    # Greek
    | dict(zip("αβγεικνορτυχωηϲϳ", "abyeiknoptuxwncj", strict=True))
    # Latin letters that case folding and decomposition leave alone
    | dict(zip("ıɩłøđħɡɑ", "iilodhga", strict=True))
    # digits and signs in the place of letters
    | dict(zip("013578|!$@", "oiestblisa", strict=True))
)
_STROKES = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("l", "i"))
"""Pairs that read as one letter in most faces, and the single stroke that is both l and i; in this order."""


def clean_name(text: str) -> str | None:
    """The name as it is kept: NFC, single spaces, 1 to 64 characters; None if it cannot be one.

    Control characters and direction marks (UAX #9) are refused and not removed: who sends them means
    something by it. A name needs at least one character that leaves ink on the screen.
    """
    if len(text) > 4 * NAME_LIMIT:
        return None
    name = unicodedata.normalize("NFC", " ".join(part for part in text.split(" ") if part))
    if not 1 <= len(name) <= NAME_LIMIT:
        return None
    if any(_is_forbidden(sign) for sign in name):
        return None
    return name if skeleton(name) else None


def clean_text(text: str, limit: int) -> str | None:
    """A text of several lines as it is kept: NFC, at most so many characters; None if it has control characters or
    direction marks.
    """
    if len(text) > 4 * limit:
        return None
    kept = unicodedata.normalize("NFC", text.strip())
    shown = kept.replace("\n", " ")
    if len(kept) > limit or any(_is_forbidden(sign) for sign in shown):
        return None
    return kept


def _is_forbidden(sign: str) -> bool:
    return unicodedata.category(sign) in _FORBIDDEN and sign not in _JOINERS


@lru_cache(maxsize=1024)
def skeleton(name: str) -> str:
    """What is left of a name when everything is dropped that an eye in a hurry does not see.

    After the idea of UTS #39 section 4, with a table of our own for the signs that occur in names: case,
    spacing, accents, invisible signs and punctuation go, look-alikes of other scripts become their Latin
    twin.
    """
    folded = unicodedata.normalize("NFKD", name).casefold().translate(_LOOKALIKES)
    plain = "".join(sign for sign in folded if unicodedata.category(sign)[0] in "LNS")
    for seen, read in _STROKES:
        plain = plain.replace(seen, read)
    return plain


def looks_like(name: str, others: Iterable[str]) -> str:
    """The first of `others` that `name` can be taken for (or that it equals), else the empty string."""
    mine = skeleton(name)
    return next((other for other in others if skeleton(other) == mine), "")
