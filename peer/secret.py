"""The installation's secret, as a command line says where it lies."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import platformdirs

from peer.failures import Failure, of_os_error
from peer.link.sealed_file import DamagedSecrets, WrongPassphrase
from peer.link.secret_store import KeyringLocked, NoSecretStore, SecretStore, open_store
from peer.link.secret_store import installation_secret as kept_secret

PASSPHRASE_LIMIT = 4096


def home_of(arguments: argparse.Namespace) -> Path:
    """The folder of settings, keys and run files."""
    given: Path | None = arguments.home
    return given or Path(platformdirs.user_data_dir("vestibule", appauthor=False))


def store_of(arguments: argparse.Namespace) -> SecretStore:
    """The store that a command line names. Blocks. Raises Failure."""
    passphrase = None
    if arguments.passphrase_fd is not None:
        passphrase = read_passphrase(arguments.passphrase_fd)
    home = home_of(arguments)
    try:
        return open_store(home, ephemeral=arguments.identity == "ephemeral", passphrase=passphrase)
    except NoSecretStore as missing:
        raise Failure("no_secret_store") from missing
    except KeyringLocked as locked:
        raise Failure("keyring_locked") from locked
    except WrongPassphrase as wrong:
        raise Failure("wrong_passphrase") from wrong
    except DamagedSecrets as damaged:
        raise Failure("damaged_secrets", path=str(home)) from damaged
    except OSError as error:
        raise of_os_error(error, str(home)) from error


def installation_secret(arguments: argparse.Namespace, store: SecretStore | None = None) -> bytes:
    """The installation's secret (32 bytes), made the first time. `store`: where it is open already.

    Blocks. Raises Failure.
    """
    if store is None:
        store = store_of(arguments)
    try:
        return kept_secret(store)
    except KeyringLocked as locked:
        raise Failure("keyring_locked") from locked
    except OSError as error:
        raise of_os_error(error, str(home_of(arguments))) from error


def read_passphrase(descriptor: int) -> bytes:
    """What stands on an open descriptor, up to its first line's end. Raises Failure."""
    try:
        with os.fdopen(descriptor, "rb") as pipe:
            return pipe.readline(PASSPHRASE_LIMIT).rstrip(b"\r\n")
    except OSError as error:
        raise Failure("no_passphrase") from error
