"""Every code that crosses the wire or comes from this computer, as a sentence and what to do next.

The source is English; Dutch comes through Qt's translation. A code without a sentence fails a test.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from client.settings import Trouble
from peer.room.values import Decision, Refusal, RefusalCode, Verdict

CONTEXT = "Sentences"


class Said(NamedTuple):
    """What happened, and what the person can do; both untranslated."""

    fact: str
    then: str


REFUSALS: dict[RefusalCode, Said] = {
    RefusalCode.WRONG_TOKEN: Said(
        QT_TRANSLATE_NOOP("Sentences", "This invite is not one of this meeting."),
        QT_TRANSLATE_NOOP("Sentences", "Copy the whole link again, or ask the host for a new one."),
    ),
    RefusalCode.REVOKED_INVITE: Said(
        QT_TRANSLATE_NOOP("Sentences", "This invite was taken back."),
        QT_TRANSLATE_NOOP("Sentences", "Ask the host for a new one."),
    ),
    RefusalCode.WRONG_PROOF: Said(
        QT_TRANSLATE_NOOP("Sentences", "The host’s computer could not verify your key."),
        QT_TRANSLATE_NOOP("Sentences", "Try again. If it happens twice, ask the host for a new invite."),
    ),
    RefusalCode.VERSION_TOO_OLD: Said(
        QT_TRANSLATE_NOOP("Sentences", "This Vestibule is too old for this meeting."),
        QT_TRANSLATE_NOOP("Sentences", "Update Vestibule on this computer, then open the invite again."),
    ),
    RefusalCode.VERSION_TOO_NEW: Said(
        QT_TRANSLATE_NOOP("Sentences", "The host’s Vestibule is too old for yours."),
        QT_TRANSLATE_NOOP("Sentences", "Ask the host to update Vestibule, then open the invite again."),
    ),
    RefusalCode.TICKET_REFUSED: Said(
        QT_TRANSLATE_NOOP("Sentences", "You were away too long to come straight back in."),
        QT_TRANSLATE_NOOP("Sentences", "Open the invite again and knock."),
    ),
    RefusalCode.LOCKED: Said(
        QT_TRANSLATE_NOOP("Sentences", "The meeting is locked. Nobody new can come in."),
        QT_TRANSLATE_NOOP("Sentences", "Ask the host to unlock it, then try again."),
    ),
    RefusalCode.FULL: Said(
        QT_TRANSLATE_NOOP("Sentences", "The meeting is full."),
        QT_TRANSLATE_NOOP("Sentences", "Try again when someone has left."),
    ),
    RefusalCode.WAITING_ROOM_FULL: Said(
        QT_TRANSLATE_NOOP("Sentences", "The waiting room is full."),
        QT_TRANSLATE_NOOP("Sentences", "Try again in a few minutes."),
    ),
    RefusalCode.DECLINED: Said(
        QT_TRANSLATE_NOOP("Sentences", "The host did not let you in."),
        QT_TRANSLATE_NOOP("Sentences", "If you think it is a mistake, ask the host another way."),
    ),
    RefusalCode.REMOVED: Said(
        QT_TRANSLATE_NOOP("Sentences", "You were removed from this meeting."),
        QT_TRANSLATE_NOOP("Sentences", "You cannot come back to it, by any invite."),
    ),
    RefusalCode.BLOCKED: Said(
        QT_TRANSLATE_NOOP("Sentences", "This meeting does not take people on your network."),
        QT_TRANSLATE_NOOP("Sentences", "Try another network, or ask the host for an exception."),
    ),
    RefusalCode.ALREADY_INSIDE: Said(
        QT_TRANSLATE_NOOP("Sentences", "You are in this meeting already, in another window."),
        QT_TRANSLATE_NOOP("Sentences", "Go on in that window, or leave there first."),
    ),
    RefusalCode.BUSY: Said(
        QT_TRANSLATE_NOOP("Sentences", "Too many people knock at once."),
        QT_TRANSLATE_NOOP("Sentences", "Try again in a minute."),
    ),
    RefusalCode.NOT_ALLOWED: Said(
        QT_TRANSLATE_NOOP("Sentences", "This meeting does not let you do that."),
        QT_TRANSLATE_NOOP("Sentences", "Ask the host for it."),
    ),
    RefusalCode.SUSPENDED: Said(
        QT_TRANSLATE_NOOP("Sentences", "You are suspended and cannot do that now."),
        QT_TRANSLATE_NOOP("Sentences", "The host can give it back."),
    ),
    RefusalCode.NO_SUCH_PERSON: Said(
        QT_TRANSLATE_NOOP("Sentences", "This person is not here any more."),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed."),
    ),
    RefusalCode.HAS_WARNING: Said(
        QT_TRANSLATE_NOOP("Sentences", "Guests with a warning were left out."),
        QT_TRANSLATE_NOOP("Sentences", "Admit them one at a time."),
    ),
    RefusalCode.NOT_WAITING: Said(
        QT_TRANSLATE_NOOP("Sentences", "This person does not wait any more."),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed."),
    ),
    RefusalCode.NOT_A_MEMBER: Said(
        QT_TRANSLATE_NOOP("Sentences", "This person is not in the meeting."),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed."),
    ),
    RefusalCode.HOST_IS_UNTOUCHABLE: Said(
        QT_TRANSLATE_NOOP("Sentences", "Nobody can suspend, remove, mute or demote the host."),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed."),
    ),
    RefusalCode.NO_HOST_PRESENT: Said(
        QT_TRANSLATE_NOOP("Sentences", "The host is away. Nobody can come in."),
        QT_TRANSLATE_NOOP("Sentences", "It works again when the host is back."),
    ),
    RefusalCode.NOT_YET: Said(
        QT_TRANSLATE_NOOP("Sentences", "You did that a moment ago."),
        QT_TRANSLATE_NOOP("Sentences", "Wait a little, then try again."),
    ),
    RefusalCode.ENDED: Said(
        QT_TRANSLATE_NOOP("Sentences", "The meeting has ended."),
        QT_TRANSLATE_NOOP("Sentences", "Nothing of it is kept on this computer."),
    ),
    RefusalCode.USED_INVITE: Said(
        QT_TRANSLATE_NOOP("Sentences", "This invite was used by somebody else."),
        QT_TRANSLATE_NOOP("Sentences", "Ask the host for one of your own."),
    ),
    RefusalCode.LINK_CLOSED: Said(
        QT_TRANSLATE_NOOP("Sentences", "The open link takes nobody who was never here before."),
        QT_TRANSLATE_NOOP("Sentences", "Ask the host for a personal invite."),
    ),
    RefusalCode.ALREADY_DONE: Said(
        QT_TRANSLATE_NOOP("Sentences", "That is so already."),
        QT_TRANSLATE_NOOP("Sentences", "Nothing was changed."),
    ),
    RefusalCode.TOO_LATE: Said(
        QT_TRANSLATE_NOOP("Sentences", "It is too late to undo that."),
        QT_TRANSLATE_NOOP("Sentences", "Give things back one by one."),
    ),
    RefusalCode.PRIVATE_CHAT_REFUSED: Said(
        QT_TRANSLATE_NOOP("Sentences", "This person takes no private messages."),
        QT_TRANSLATE_NOOP("Sentences", "Write to everyone, or to the host."),
    ),
    RefusalCode.MALFORMED: Said(
        QT_TRANSLATE_NOOP("Sentences", "The two computers did not understand each other."),
        QT_TRANSLATE_NOOP("Sentences", "Update Vestibule on both, then open the invite again."),
    ),
    RefusalCode.UNKNOWN_MESSAGE: Said(
        QT_TRANSLATE_NOOP("Sentences", "The host’s Vestibule does not know what yours asked."),
        QT_TRANSLATE_NOOP("Sentences", "Update Vestibule on both, then open the invite again."),
    ),
    RefusalCode.OVERSIZED: Said(
        QT_TRANSLATE_NOOP("Sentences", "That was too much for one message."),
        QT_TRANSLATE_NOOP("Sentences", "Make it shorter, then send it again."),
    ),
    RefusalCode.OUT_OF_ORDER: Said(
        QT_TRANSLATE_NOOP("Sentences", "The two computers lost step with each other."),
        QT_TRANSLATE_NOOP("Sentences", "Open the invite again."),
    ),
    RefusalCode.TOO_FAST: Said(
        QT_TRANSLATE_NOOP("Sentences", "Too much was sent in a short time."),
        QT_TRANSLATE_NOOP("Sentences", "Wait a little, then try again."),
    ),
    RefusalCode.BAD_SIGNATURE: Said(
        QT_TRANSLATE_NOOP("Sentences", "What you sent did not carry your signature."),
        QT_TRANSLATE_NOOP("Sentences", "It was not passed on. Open the invite again."),
    ),
    RefusalCode.LINK_REPLACED: Said(
        QT_TRANSLATE_NOOP("Sentences", "You came in again from another window or computer."),
        QT_TRANSLATE_NOOP("Sentences", "Go on there; this one is out."),
    ),
}

ENDINGS: dict[str, Said] = {
    "left": Said(
        QT_TRANSLATE_NOOP("Sentences", "You left the meeting."),
        QT_TRANSLATE_NOOP("Sentences", "With the same invite you can knock again."),
    ),
    "unreachable": Said(
        QT_TRANSLATE_NOOP("Sentences", "The host’s computer does not answer."),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Check your network and try again, or ask the host if it has begun.",
        ),
    ),
    "wrong_fingerprint": Said(
        QT_TRANSLATE_NOOP("Sentences", "The computer that answered is not the one in the invite."),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Nothing of yours was sent. Ask the host for a new invite, on a network you trust.",
        ),
    ),
    "host_gone": Said(
        QT_TRANSLATE_NOOP("Sentences", "The host’s computer is gone, and the meeting with it."),
        QT_TRANSLATE_NOOP("Sentences", "Ask the host; with the same invite you can try again."),
    ),
    "lost": Said(
        QT_TRANSLATE_NOOP("Sentences", "The line to the host’s computer broke and did not come back."),
        QT_TRANSLATE_NOOP("Sentences", "Check your network, then open the invite again."),
    ),
    "bad_invite": Said(
        QT_TRANSLATE_NOOP("Sentences", "This is not a complete invite."),
        QT_TRANSLATE_NOOP("Sentences", "Paste the whole line that starts with vestibule:// again."),
    ),
    "broken": Said(
        QT_TRANSLATE_NOOP("Sentences", "Vestibule itself failed, and left the meeting."),
        QT_TRANSLATE_NOOP("Sentences", "Open the invite again. The log says what went wrong."),
    ),
    "service_failed": Said(
        QT_TRANSLATE_NOOP("Sentences", "The door of your meeting could not be opened."),
        QT_TRANSLATE_NOOP("Sentences", "Try again. The log says what went wrong."),
    ),
    "port_taken": Said(
        QT_TRANSLATE_NOOP("Sentences", "The port of the door is in use by another program."),
        QT_TRANSLATE_NOOP("Sentences", "Close that program, or choose another port in the settings."),
    ),
    "no_permission": Said(
        QT_TRANSLATE_NOOP("Sentences", "Vestibule may not write in its own folder."),
        QT_TRANSLATE_NOOP("Sentences", "Allow yourself to write there, then try again."),
    ),
    "disk_full": Said(
        QT_TRANSLATE_NOOP("Sentences", "The disk is full."),
        QT_TRANSLATE_NOOP("Sentences", "Make room, then try again."),
    ),
    "no_secret_store": Said(
        QT_TRANSLATE_NOOP("Sentences", "This computer has no keyring to keep your key in."),
        QT_TRANSLATE_NOOP("Sentences", "Turn a keyring on, or start Vestibule with a passphrase."),
    ),
    "keyring_locked": Said(
        QT_TRANSLATE_NOOP("Sentences", "The keyring of this computer is locked."),
        QT_TRANSLATE_NOOP("Sentences", "Unlock it, then try again."),
    ),
    "wrong_passphrase": Said(
        QT_TRANSLATE_NOOP("Sentences", "This passphrase does not open your key."),
        QT_TRANSLATE_NOOP("Sentences", "Check it, then start Vestibule again."),
    ),
    "damaged_secrets": Said(
        QT_TRANSLATE_NOOP("Sentences", "The file with your sealed key is damaged."),
        QT_TRANSLATE_NOOP("Sentences", "Put back a copy of it, or remove it to begin with a new key."),
    ),
    "no_state": Said(
        QT_TRANSLATE_NOOP("Sentences", "There is no meeting to go on with."),
        QT_TRANSLATE_NOOP("Sentences", "Start a new one."),
    ),
    "unknown": Said(
        QT_TRANSLATE_NOOP("Sentences", "The meeting is over for this computer."),
        QT_TRANSLATE_NOOP("Sentences", "With the same invite you can try again."),
    ),
}
"""What `Disconnected.code` may be beside a RefusalCode, and why a meeting could not be started."""

DEVICES: dict[str, Said] = {
    "camera": Said(
        QT_TRANSLATE_NOOP("Sentences", "There is no camera."),
        QT_TRANSLATE_NOOP("Sentences", "Others see your initials. Plug one in at any time."),
    ),
    "microphone": Said(
        QT_TRANSLATE_NOOP("Sentences", "There is no microphone."),
        QT_TRANSLATE_NOOP("Sentences", "You hear others and can write. Plug one in at any time."),
    ),
    "speaker": Said(
        QT_TRANSLATE_NOOP("Sentences", "There is no speaker."),
        QT_TRANSLATE_NOOP("Sentences", "You see others and can read. Plug one in at any time."),
    ),
}

PICTURE_PROBLEMS: dict[str, Said] = {
    "picture_too_large": Said(
        QT_TRANSLATE_NOOP("Sentences", "This file is too large."),
        QT_TRANSLATE_NOOP("Sentences", "A logo takes 1 MB at most, a picture of you 16 MB."),
    ),
    "picture_unreadable": Said(
        QT_TRANSLATE_NOOP("Sentences", "This is no picture that can be read."),
        QT_TRANSLATE_NOOP("Sentences", "Choose a JPEG, PNG or GIF."),
    ),
    "picture_sides": Said(
        QT_TRANSLATE_NOOP("Sentences", "This picture has the wrong size."),
        QT_TRANSLATE_NOOP(
            "Sentences", "A logo has 60 to 400 pixels on each side, a picture of you 60 to 5,000."
        ),
    ),
}

ALARMS: dict[str, Said] = {
    "record_rewritten": Said(
        QT_TRANSLATE_NOOP("Sentences", "The host’s record of orders was rewritten."),
        QT_TRANSLATE_NOOP("Sentences", "Keep what you were told of it: save the receipt."),
    ),
    "bad_receipt": Said(
        QT_TRANSLATE_NOOP("Sentences", "The host’s computer gave a receipt that does not hold."),
        QT_TRANSLATE_NOOP("Sentences", "Do not rely on what was written here."),
    ),
    "forged_entry": Said(
        QT_TRANSLATE_NOOP("Sentences", "A message arrived that its author did not sign."),
        QT_TRANSLATE_NOOP("Sentences", "It is not shown."),
    ),
    "broken_chain": Said(
        QT_TRANSLATE_NOOP("Sentences", "Messages of someone are missing or out of order."),
        QT_TRANSLATE_NOOP("Sentences", "Do not rely on the chat being complete."),
    ),
    "unknown": Said(
        QT_TRANSLATE_NOOP("Sentences", "The host’s computer sent something that does not hold."),
        QT_TRANSLATE_NOOP("Sentences", "It was dropped."),
    ),
}

INVITE_PROBLEMS: dict[str, Said] = {
    "not_an_invite": Said(
        QT_TRANSLATE_NOOP("Sentences", "This is not an invite."),
        QT_TRANSLATE_NOOP("Sentences", "Paste the whole line that starts with vestibule://join/."),
    ),
    "damaged": Said(
        QT_TRANSLATE_NOOP("Sentences", "A part of this invite is missing or mistyped."),
        QT_TRANSLATE_NOOP("Sentences", "Copy the whole link and paste it again."),
    ),
    "too_new": Said(
        QT_TRANSLATE_NOOP("Sentences", "This invite was made by a newer Vestibule."),
        QT_TRANSLATE_NOOP("Sentences", "Update Vestibule on this computer, then paste it again."),
    ),
    "impossible": Said(
        QT_TRANSLATE_NOOP("Sentences", "This invite leads nowhere."),
        QT_TRANSLATE_NOOP("Sentences", "Ask the host for a new one."),
    ),
}
"""What `BadInvite.code` may be."""

TROUBLES: dict[Trouble, Said] = {
    Trouble.NO_PERMISSION: Said(
        QT_TRANSLATE_NOOP("Sentences", "Settings cannot be saved: the folder may not be written."),
        QT_TRANSLATE_NOOP(
            "Sentences", "They hold until you close the window. Allow yourself to write there."
        ),
    ),
    Trouble.DISK_FULL: Said(
        QT_TRANSLATE_NOOP("Sentences", "Settings cannot be saved: the disk is full."),
        QT_TRANSLATE_NOOP("Sentences", "They hold until you close the window. Make room, then try again."),
    ),
    Trouble.NOT_WRITTEN: Said(
        QT_TRANSLATE_NOOP("Sentences", "Settings cannot be saved: the disk refuses."),
        QT_TRANSLATE_NOOP(
            "Sentences", "They hold until you close the window. Check the disk, and try again."
        ),
    ),
    Trouble.NOT_READ: Said(
        QT_TRANSLATE_NOOP("Sentences", "The saved settings cannot be read."),
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Fresh ones are in use. Allow yourself to read the folder.",
        ),
    ),
    Trouble.DAMAGED: Said(
        QT_TRANSLATE_NOOP("Sentences", "The saved settings were damaged."),
        QT_TRANSLATE_NOOP("Sentences", "They were put aside beside the new file, and fresh ones are in use."),
    ),
}

PATHS: dict[str, str] = {
    "vpn": QT_TRANSLATE_NOOP("Sentences", "comes through a VPN"),
    "tor": QT_TRANSLATE_NOOP("Sentences", "comes through Tor"),
    "hosting": QT_TRANSLATE_NOOP("Sentences", "comes from a data centre"),
    "relay": QT_TRANSLATE_NOOP("Sentences", "comes through a relay"),
    "home": QT_TRANSLATE_NOOP("Sentences", "comes from a home network"),
}
"""What `Verdict.kind` may be."""


def words(text: str) -> str:
    """Return a text of these tables in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text)


def both(said: Said) -> str:
    """Return the fact and what to do, as one line."""
    return f"{words(said.fact)} {words(said.then)}"


def refused(refusal: Refusal) -> Said:
    """Return what was refused and what to do next, translated; a wait says how long."""
    fact, then = REFUSALS[refusal.code]
    seconds = refusal.parameters.get("seconds")
    if seconds is None:
        return Said(words(fact), words(then))
    wait = QCoreApplication.translate("Sentences", "Try again in %1 s.")
    return Said(words(fact), wait.replace("%1", str(seconds)))


def refusal_sentence(refusal: Refusal) -> str:
    """Return what was refused and what to do next, as one line."""
    return " ".join(refused(refusal))


def device_sentence(device: str) -> str:
    """Return what it means that a camera, microphone or speaker is missing."""
    return both(DEVICES[device])


def alarm_sentence(code: str) -> str:
    """Return what the host's machine did that does not hold, for any code it may have."""
    return both(ALARMS.get(code, ALARMS["unknown"]))


def picture_sentence(code: str) -> str:
    """Return why a picture that was chosen is not taken, and what to do."""
    return both(PICTURE_PROBLEMS[code])


def trouble_sentence(trouble: Trouble) -> str:
    """Return why the settings are not on disk, and what to do."""
    return both(TROUBLES[trouble])


def invite_sentence(code: str) -> str:
    """Return what is wrong with a pasted text, and what to do."""
    return both(INVITE_PROBLEMS[code])


def ending(code: str, refusal: Refusal | None = None) -> Said:
    """Return what happened and what to do next, translated, for any `Disconnected.code`."""
    if refusal is not None:
        return refused(refusal)
    if code not in ENDINGS and code in set(RefusalCode):
        return refused(Refusal(RefusalCode(code)))
    fact, then = ENDINGS.get(code, ENDINGS["unknown"])
    return Said(words(fact), words(then))


def verdict_sentence(verdict: Verdict) -> tuple[str, str]:
    """Return (fact, reason) of the geofence's answer about a path; the reason may be empty."""
    if verdict.code == "fence_off":
        return QCoreApplication.translate("Sentences", "The geofence is off."), ""
    fact = {
        Decision.ALLOW: QCoreApplication.translate("Sentences", "Allowed by the geofence."),
        Decision.HOLD: QCoreApplication.translate("Sentences", "Held by the geofence: you decide."),
        Decision.BLOCK: QCoreApplication.translate("Sentences", "Blocked by the geofence."),
    }[verdict.decision]
    path = words(PATHS[verdict.kind]) if verdict.kind in PATHS else ""
    if verdict.country and path:
        return fact, QCoreApplication.translate("Sentences", "%1, in %2").replace("%1", path).replace(
            "%2", verdict.country
        )
    if verdict.country:
        return fact, QCoreApplication.translate("Sentences", "comes from %1").replace("%1", verdict.country)
    return fact, path
