"""Where secrets lie: a real keyring, a sealed file, memory; and never plain on the disk."""

from __future__ import annotations

import base64
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from peer.link.sealed_file import FILE_LIMIT, DamagedSecrets, SealedFile, WrongPassphrase
from peer.link.secret_store import (
    MemoryStore,
    NoSecretStore,
    installation_secret,
    open_store,
)

PASSPHRASE = b"correct horse battery staple"


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def is_plain_in(secret: bytes, folder: Path) -> bool:
    raw = everything_in(folder)
    return any(form in raw for form in (secret, secret.hex().encode(), base64.b64encode(secret)))


# --- in a sealed file ------------------------------------------------------------------------


def test_a_sealed_file_keeps_the_installation_s_secret(tmp_path: Path) -> None:
    home = tmp_path / "home"
    secret = installation_secret(open_store(home, passphrase=PASSPHRASE))
    assert len(secret) == 32
    assert installation_secret(open_store(home, passphrase=PASSPHRASE)) == secret
    assert not is_plain_in(secret, home)


def test_small_secrets_beside_it(tmp_path: Path) -> None:
    store = open_store(tmp_path, passphrase=PASSPHRASE)
    secret = installation_secret(store)
    store.put("state/abcdefghijkl2", b"key of a state file")
    again = open_store(tmp_path, passphrase=PASSPHRASE)
    assert again.get("state/abcdefghijkl2") == b"key of a state file"
    again.delete("state/abcdefghijkl2")
    again.delete("state/abcdefghijkl2")
    assert again.get("state/abcdefghijkl2") is None
    assert installation_secret(again) == secret


def test_a_wrong_passphrase_opens_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    secret = installation_secret(open_store(tmp_path, passphrase=PASSPHRASE))
    with pytest.raises(WrongPassphrase) as caught:
        open_store(tmp_path, passphrase=b"wrong")
    assert caught.value.code == "wrong_passphrase"
    assert installation_secret(open_store(tmp_path, passphrase=PASSPHRASE)) == secret


def test_only_its_owner_reads_it_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    home = tmp_path / "a" / "b"
    store = open_store(home, passphrase=PASSPHRASE)
    for number in range(3):
        store.put(str(number), b"x")
    [file] = home.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


@pytest.mark.parametrize("content", [b"", b"x" * 100, b"VSTBSEC1short", b"VSTBSEC1" + bytes(FILE_LIMIT)])
def test_a_damaged_file_is_said_so_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "secrets.sealed"
    file.write_bytes(content)
    with pytest.raises(DamagedSecrets):
        open_store(tmp_path, passphrase=PASSPHRASE)
    assert file.read_bytes() == content


def test_a_changed_file_does_not_open(tmp_path: Path) -> None:
    store = open_store(tmp_path, passphrase=PASSPHRASE)
    store.put("a", b"b")
    file = tmp_path / "secrets.sealed"
    raw = bytearray(file.read_bytes())
    raw[-1] ^= 1
    file.write_bytes(raw)
    with pytest.raises(WrongPassphrase):
        store.get("a")


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    store = open_store(tmp_path, passphrase=PASSPHRASE)
    store.put("a", b"b")
    with pytest.raises(ValueError):
        store.put("large", bytes(FILE_LIMIT))
    assert [path.name for path in tmp_path.iterdir()] == ["secrets.sealed"]
    assert SealedFile(tmp_path / "secrets.sealed", PASSPHRASE).get("a") == b"b"


# --- in memory, or nowhere ---------------------------------------------------------------------


def test_an_ephemeral_identity_leaves_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path, ephemeral=True)
    assert isinstance(store, MemoryStore)
    secret = installation_secret(store)
    assert installation_secret(store) == secret != installation_secret(open_store(tmp_path, ephemeral=True))
    store.put("a", b"b")
    store.delete("a")
    store.delete("a")
    assert store.get("a") is None
    assert list(tmp_path.iterdir()) == []


def test_without_keyring_passphrase_or_ephemeral_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    with pytest.raises(NoSecretStore) as caught:
        open_store(tmp_path)
    assert caught.value.code == "no_secret_store"
    assert list(tmp_path.iterdir()) == []


# --- in a real keyring -------------------------------------------------------------------------

PROGRAM = """
import sys
from pathlib import Path
from peer.link.secret_store import KeyringStore, installation_secret, open_store
one, two = (open_store(Path(sys.argv[1], home)) for home in ("one", "two"))
assert isinstance(one, KeyringStore)
secret = installation_secret(one)
assert installation_secret(open_store(Path(sys.argv[1], "one"))) == secret != installation_secret(two)
one.put("state", bytes(range(256)))
assert one.get("state") == bytes(range(256)) and two.get("state") is None
one.delete("state")
one.delete("state")
assert one.get("state") is None
print(secret.hex())
"""
NEEDED = ("dbus-run-session", "gnome-keyring-daemon")


@pytest.mark.slow
@pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason="needs " + " and ".join(NEEDED))
def test_a_real_secret_service_keeps_it(tmp_path: Path) -> None:
    """D-Bus session, gnome-keyring unlocked with a password, and our own code through `keyring`."""
    script = (
        "printf password | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 & "
        f"\"{sys.executable}\" -c '{PROGRAM}' '{tmp_path}'; status=$?; kill $!; wait $! ; exit $status"
    )
    environment = {
        **os.environ,
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "HOME": str(tmp_path),
    }
    (tmp_path / "run").mkdir(mode=0o700)
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    secret = bytes.fromhex(done.stdout.strip())
    assert len(secret) == 32
    assert list((tmp_path / "data").rglob("*.keyring"))
    assert not is_plain_in(secret, tmp_path)
