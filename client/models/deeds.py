"""Every order as a picture and a few words, for the record of orders and for what a co-host did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from client.models.looks import shown_name


class Deed(NamedTuple):
    """A picture, and words in which %1 is whom the order concerns; both untranslated."""

    glyph: str
    words: str


DEEDS: dict[str, Deed] = {
    "admit": Deed("door-open", QT_TRANSLATE_NOOP("Deeds", "Admitted %1")),
    "admit_all": Deed("check-check", QT_TRANSLATE_NOOP("Deeds", "Admitted %1")),
    "decline": Deed("x", QT_TRANSLATE_NOOP("Deeds", "Declined %1")),
    "mute_guest": Deed("message-square-off", QT_TRANSLATE_NOOP("Deeds", "Changed whether %1 may write")),
    "set_bypass": Deed("door-open", QT_TRANSLATE_NOOP("Deeds", "Changed who waits: %1")),
    "put_back": Deed("undo-2", QT_TRANSLATE_NOOP("Deeds", "Put %1 back in the waiting room")),
    "mute": Deed("mic-off", QT_TRANSLATE_NOOP("Deeds", "Muted %1")),
    "mute_all": Deed("mic-off", QT_TRANSLATE_NOOP("Deeds", "Muted everyone")),
    "ask_to_unmute": Deed("mic", QT_TRANSLATE_NOOP("Deeds", "Asked %1 to unmute")),
    "ask_for_camera": Deed("video", QT_TRANSLATE_NOOP("Deeds", "Asked %1 for their camera")),
    "stop_camera": Deed("video-off", QT_TRANSLATE_NOOP("Deeds", "Stopped the camera of %1")),
    "lower_hand": Deed("hand", QT_TRANSLATE_NOOP("Deeds", "Lowered the hand of %1")),
    "spotlight": Deed("maximize", QT_TRANSLATE_NOOP("Deeds", "Changed who is shown large: %1")),
    "rename_member": Deed("text-cursor-input", QT_TRANSLATE_NOOP("Deeds", "Renamed %1")),
    "set_right": Deed("shield", QT_TRANSLATE_NOOP("Deeds", "Changed a right of %1")),
    "rules": Deed("shield", QT_TRANSLATE_NOOP("Deeds", "Changed the rules")),
    "use_preset": Deed("shield", QT_TRANSLATE_NOOP("Deeds", "Changed the rules")),
    "suspend": Deed("circle-pause", QT_TRANSLATE_NOOP("Deeds", "Suspended %1")),
    "explain_suspension": Deed("circle-pause", QT_TRANSLATE_NOOP("Deeds", "Said why %1 is suspended")),
    "show_messages": Deed("message-square", QT_TRANSLATE_NOOP("Deeds", "Showed messages of %1 again")),
    "resume": Deed("play", QT_TRANSLATE_NOOP("Deeds", "Gave rights back to %1")),
    "remove": Deed("user-x", QT_TRANSLATE_NOOP("Deeds", "Removed %1")),
    "unban": Deed("undo-2", QT_TRANSLATE_NOOP("Deeds", "Lifted the ban of %1")),
    "refuse_device": Deed("key-round", QT_TRANSLATE_NOOP("Deeds", "Refused the lost computer of %1")),
    "appoint": Deed("user-cog", QT_TRANSLATE_NOOP("Deeds", "Changed whether %1 is co-host")),
    "hand_over": Deed("user-cog", QT_TRANSLATE_NOOP("Deeds", "Handed the chair to %1")),
    "undo": Deed("undo-2", QT_TRANSLATE_NOOP("Deeds", "Undid an order")),
    "undo_order": Deed("undo-2", QT_TRANSLATE_NOOP("Deeds", "Undid an order")),
    "rotate_link": Deed("refresh-cw", QT_TRANSLATE_NOOP("Deeds", "Made a new open link")),
    "make_invite": Deed("ticket", QT_TRANSLATE_NOOP("Deeds", "Made a personal invite")),
    "revoke_invite": Deed("ticket", QT_TRANSLATE_NOOP("Deeds", "Revoked a personal invite")),
    "delete_message": Deed("trash-2", QT_TRANSLATE_NOOP("Deeds", "Deleted a message")),
    "call_host": Deed("bell-ring", QT_TRANSLATE_NOOP("Deeds", "Called the host")),
    "appeal": Deed("scale", QT_TRANSLATE_NOOP("Deeds", "Appealed")),
    "report_person": Deed("flag", QT_TRANSLATE_NOOP("Deeds", "Reported %1")),
    "end": Deed("log-out", QT_TRANSLATE_NOOP("Deeds", "Ended the meeting")),
}
"""What an order is called, by its tag."""

UNKNOWN = Deed("file-text", QT_TRANSLATE_NOOP("Deeds", "Gave another order"))


def glyph_of(what: str) -> str:
    """Return the picture of an order."""
    return DEEDS.get(what, UNKNOWN).glyph


def deed(what: str, names: Sequence[str]) -> str:
    """Return what was done, in a few words. `names`: whom it concerns; nobody named is everybody."""
    words = QCoreApplication.translate("Deeds", DEEDS.get(what, UNKNOWN).words)
    return words.replace("%1", together(names))


def together(names: Sequence[str]) -> str:
    """Return one name, two, or how many."""
    if not names:
        return QCoreApplication.translate("Deeds", "everyone")
    if len(names) == 1:
        return shown_name(names[0])
    if len(names) == 2:
        said = QCoreApplication.translate("Deeds", "%1 and %2")
        return said.replace("%1", shown_name(names[0])).replace("%2", shown_name(names[1]))
    return QCoreApplication.translate("Deeds", "%1 people").replace("%1", str(len(names)))
