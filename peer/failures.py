"""What can go wrong before there is a window or a meeting: one sentence each, in English and Dutch.

The headless commands print code and sentence on standard error and end with status 2; the window shows the sentence.
"""

from __future__ import annotations

import errno
import locale
import os

SENTENCES: dict[str, tuple[str, str]] = {
    "no_secret_store": (
        "This computer has no keyring to keep your key in: give a passphrase with --passphrase-fd, "
        "or use --identity ephemeral to keep nothing.",
        "Deze computer heeft geen sleutelbos om je sleutel te bewaren: geef een wachtwoordzin met --passphrase-fd, "
        "of gebruik --identity ephemeral om niets te bewaren.",
    ),
    "keyring_locked": (
        "The keyring of this computer is locked: unlock it and try again.",
        "De sleutelbos van deze computer zit op slot: ontgrendel hem en probeer het opnieuw.",
    ),
    "wrong_passphrase": (
        "This passphrase does not open your key: check it and try again.",
        "Deze wachtwoordzin opent je sleutel niet: controleer hem en probeer het opnieuw.",
    ),
    "port_taken": (
        "Port {port} is in use by another program: choose another with --port, or leave it out.",
        "Poort {port} wordt door een ander programma gebruikt: kies een andere met --port, of laat hem weg.",
    ),
    "no_permission": (
        "{path} cannot be written: give yourself permission for it, or name another folder with --home.",
        "{path} kan niet beschreven worden: geef jezelf toestemming, of noem een andere map met --home.",
    ),
    "disk_full": (
        "The disk is full: make room, then try again.",
        "De schijf is vol: maak ruimte en probeer het opnieuw.",
    ),
    "bad_invite": (
        "This is not a complete invite: copy the whole line that starts with vestibule:// and try again.",
        "Dit is geen volledige uitnodiging: kopieer de hele regel die met vestibule:// begint en probeer het opnieuw.",
    ),
    "no_such_file": (
        "{path} cannot be read: check the name and try again.",
        "{path} kan niet gelezen worden: controleer de naam en probeer het opnieuw.",
    ),
    "cannot_write": (
        "{path} cannot be written: name another file and try again.",
        "{path} kan niet geschreven worden: noem een ander bestand en probeer het opnieuw.",
    ),
    "no_such_film": (
        "{path} is no film or picture that can be shown: choose another file, or leave --waiting-video out.",
        "{path} is geen film of afbeelding die getoond kan worden: kies een ander, of laat --waiting-video weg.",
    ),
    "damaged_secrets": (
        "The sealed key file in {path} is damaged: put back a copy of it, or remove it to begin with a new key.",
        "Het verzegelde sleutelbestand in {path} is beschadigd: zet een kopie terug, of verwijder het voor een nieuwe "
        "sleutel.",
    ),
    "no_passphrase": (
        "No passphrase can be read from the descriptor of --passphrase-fd: check its number and try again.",
        "Uit de descriptor van --passphrase-fd valt geen wachtwoordzin te lezen: controleer het nummer.",
    ),
    "bad_size": (
        "--size needs a width and a height, such as 1280x800: write it so and try again.",
        "--size vraagt een breedte en een hoogte, zoals 1280x800: schrijf het zo en probeer het opnieuw.",
    ),
    "bad_host_key": (
        "--host needs a public key of 64 hexadecimal digits: copy it again and try once more.",
        "--host vraagt een publieke sleutel van 64 hexadecimale cijfers: kopieer hem opnieuw en probeer het nog eens.",
    ),
    "no_state": (
        "There is no meeting to go on with: start a new one.",
        "Er is geen vergadering om mee door te gaan: begin een nieuwe.",
    ),
    "no_display": (
        "There is no screen to show a window on: use vestibule join or vestibule host, or see vestibule demo.",
        "Er is geen scherm voor een venster: gebruik vestibule join of vestibule host, of bekijk vestibule demo.",
    ),
}


class Failure(Exception):
    """A command cannot go on. `code` is a key of SENTENCES."""

    def __init__(self, code: str, **parameters: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.parameters = parameters

    def sentence(self, language: str | None = None) -> str:
        """Return what happened and what to do next. `language` is "en" or "nl"; None asks the system."""
        english, dutch = SENTENCES[self.code]
        chosen = dutch if (language or system_language()) == "nl" else english
        return chosen.format(**self.parameters)


def system_language() -> str:
    """Return "nl" on a Dutch system, else "en"."""
    named = next((os.environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(key)), None)
    name = named or locale.getlocale()[0] or ""
    return "nl" if name.lower().startswith("nl") else "en"


def of_os_error(error: OSError, path: str) -> Failure:
    """Return the failure that an error of the file system means. Raises the error again if it means none."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Failure("disk_full")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR):
        return Failure("no_permission", path=path)
    raise error
