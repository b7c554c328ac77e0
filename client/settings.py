"""The settings and saved invites on this computer: one small JSON file, read once, written whole.

No Qt here. A file that cannot be read or written is a sentence and never an end: the app goes on with what it
has in memory (`Trouble` says which sentence).
"""

from __future__ import annotations

import enum
import errno
import os
import tempfile
import threading
from pathlib import Path
from typing import Annotated

import msgspec
import platformdirs

from peer.room.values import DESCRIPTION_LIMIT, LOGO_LIMIT, NAME_LIMIT, ChatScope, Right

FILE_NAME = "settings.json"
SIZE_LIMIT = 1024 * 1024
"""Bytes of the file: 200 saved invites of the longest kind and both pictures take less."""
SAVED_LIMIT = 200
LINK_LIMIT = 2048
LABEL_LIMIT = 64
PORTRAIT_LIMIT = 48 * 1024
"""Bytes of a profile picture, as it goes to others and is taken from them."""

Name = Annotated[str, msgspec.Meta(max_length=NAME_LIMIT)]
DeviceId = Annotated[str, msgspec.Meta(max_length=512)]


class Language(enum.StrEnum):
    """What the words on screen are in."""

    SYSTEM = "system"
    ENGLISH = "en"
    DUTCH = "nl"


class Appearance(enum.StrEnum):
    """Which palette the window has."""

    SYSTEM = "system"
    DARK = "dark"
    LIGHT = "light"
    CONTRAST = "contrast"


class Trouble(enum.StrEnum):
    """Why the settings are in memory only. One sentence each is in `client/models/sentences.py`."""

    NO_PERMISSION = "settings_no_permission"
    DISK_FULL = "settings_disk_full"
    NOT_WRITTEN = "settings_not_written"
    NOT_READ = "settings_not_read"
    DAMAGED = "settings_damaged"


class SavedInvite(msgspec.Struct, frozen=True):
    """An invite that the person keeps for later, under a label of their own."""

    link: Annotated[str, msgspec.Meta(min_length=1, max_length=LINK_LIMIT)]
    label: Annotated[str, msgspec.Meta(max_length=LABEL_LIMIT)] = ""


class NewMeeting(msgspec.Struct, frozen=True):
    """What a meeting that this person starts begins with; the shield changes it for that one only."""

    waiting_room: bool = True
    chat: ChatScope = ChatScope.EVERYONE
    unmute: bool = True
    video: bool = True
    react: bool = True
    rename: bool = False
    pictures_hidden: bool = True

    def rights(self) -> tuple[frozenset[Right], frozenset[Right]]:
        """Return (allowed, forbidden): the rights of members that these settings speak of."""
        said = {
            Right.UNMUTE: self.unmute,
            Right.VIDEO: self.video,
            Right.REACT: self.react,
            Right.RENAME: self.rename,
        }
        return (
            frozenset(right for right, allowed in said.items() if allowed),
            frozenset(right for right, allowed in said.items() if not allowed),
        )


class Settings(msgspec.Struct, frozen=True):
    """All that is kept, as a fresh installation has it. A device id of "" is the system's choice."""

    name: Name = ""
    keep_name: bool = True
    language: Language = Language.SYSTEM
    appearance: Appearance = Appearance.SYSTEM
    text_percent: Annotated[int, msgspec.Meta(ge=100, le=200)] = 100
    reduce_motion: bool = False
    camera: DeviceId = ""
    microphone: DeviceId = ""
    speaker: DeviceId = ""
    enter_muted: bool = True
    enter_camera_off: bool = True
    port: Annotated[int, msgspec.Meta(ge=0, le=65535)] = 0
    """The port that this computer listens on as a door; 0 takes a free one each time."""
    new_meeting: NewMeeting = NewMeeting()
    picture: Annotated[bytes, msgspec.Meta(max_length=PORTRAIT_LIMIT)] = b""
    """One's own profile picture, as it goes to others; empty for none."""
    logo: Annotated[bytes, msgspec.Meta(max_length=LOGO_LIMIT)] = b""
    """What guests see in the waiting room of one's meetings, with `description`."""
    description: Annotated[str, msgspec.Meta(max_length=DESCRIPTION_LIMIT)] = ""
    saved: Annotated[tuple[SavedInvite, ...], msgspec.Meta(max_length=SAVED_LIMIT)] = ()


def folder(home: Path | None) -> Path:
    """Return the folder of this installation: the one given, or the system's for settings."""
    return home if home is not None else Path(platformdirs.user_config_dir("vestibule", appauthor=False))


class Store:
    """The settings in memory and their file. `trouble` is what went wrong last, or None."""

    def __init__(self, home: Path | None) -> None:
        self.path = folder(home) / FILE_NAME
        self.trouble: Trouble | None = None
        self._writing = threading.Lock()
        self.settings = self._read()

    def _read(self) -> Settings:
        try:
            with self.path.open("rb") as file:
                found = file.read(SIZE_LIMIT + 1)
        except FileNotFoundError:
            return Settings()
        except OSError:
            self.trouble = Trouble.NOT_READ
            return Settings()
        try:
            if len(found) > SIZE_LIMIT:
                raise msgspec.ValidationError("oversized")
            return msgspec.json.decode(found, type=Settings)
        except (msgspec.DecodeError, UnicodeDecodeError):
            self.trouble = Trouble.DAMAGED
            self._put_aside()
            return Settings()

    def _put_aside(self) -> None:
        """Keep a damaged file beside the new one: the person may find their invites in it."""
        try:
            self.path.replace(self.path.with_suffix(".damaged.json"))
        except OSError:
            self.trouble = Trouble.NOT_READ

    def change(self, **fields: object) -> None:
        """Replace fields in memory. Raises msgspec.ValidationError if a value is out of bounds."""
        changed = msgspec.structs.replace(self.settings, **fields)
        self.settings = msgspec.convert(msgspec.to_builtins(changed), type=Settings)

    def save(self) -> Trouble | None:
        """Write the file whole, or leave the old one whole. Blocks on the disk: not for the Qt thread.

        Only its owner may read it: a saved invite lets its holder knock.
        """
        kept = self.settings
        if not kept.keep_name:
            kept = msgspec.structs.replace(kept, name="")
        with self._writing:
            self.trouble = self._write(msgspec.json.format(msgspec.json.encode(kept), indent=2))
            return self.trouble

    def _write(self, content: bytes) -> Trouble | None:
        draft = ""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(prefix=".settings-", dir=self.path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(draft, self.path)
        except OSError as error:
            if draft:
                Path(draft).unlink(missing_ok=True)
            return trouble_of(error)
        return None


def trouble_of(error: OSError) -> Trouble:
    """Return which sentence an error of the file system means."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble.DISK_FULL
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST):
        return Trouble.NO_PERMISSION
    return Trouble.NOT_WRITTEN
