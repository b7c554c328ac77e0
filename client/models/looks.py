"""How a person looks where there is no picture: two letters and a tone, the same on every screen."""

from __future__ import annotations

import zlib

TONES = 9
"""How many tints Theme.qml has."""

CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
"""Signs that turn the direction of what follows them: a name must not rewrite the line that it stands in."""


def shown_name(name: str) -> str:
    """Return a name as one line without signs that change the direction of writing."""
    return " ".join(name.translate(CONTROLS).split())


def initials(name: str) -> str:
    """Return the first letters of the first and the last word, in capitals; at most two."""
    words = [word for word in shown_name(name).split() if word[0].isalnum()]
    if not words:
        return "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def tone(person: str) -> int:
    """Return which tint a person has: it follows from the id, so that it stays when they rename themselves."""
    return zlib.crc32(person.encode()) % TONES


REACTIONS = {"❤️": "heart", "😊": "smile", "🎉": "sparkles", "✅": "check"}
"""Reactions and their pictures: drawn by us, since not every system has signs for them."""


def reaction_glyph(emoji: str) -> str:
    """Return the picture of a reaction; of one that we do not know, a smile."""
    return REACTIONS.get(emoji, "smile") if emoji else ""
