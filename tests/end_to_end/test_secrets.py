"""Where a person's key lies: the system's keyring, a sealed file, memory; and never anywhere else."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from peer.failures import SENTENCES
from peer.keys import TOKEN_SIZE, KeyPair
from peer.link.invite import Invite
from tests.end_to_end.house import SOON, STARTS, House, pipe_with

KEPT = ("--identity", "kept")
NO_BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "DISPLAY": ""}


NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
AN_INVITE = Invite(
    addresses=("127.0.0.1",),
    port=9,
    meeting="a" * 13,
    fingerprint=bytes(32),
    host=KeyPair(bytes(32)).public,
    number=0,
    token=bytes(TOKEN_SIZE),
).link


def sealed(passphrase: bytes) -> dict[str, Any]:
    """How `begin` is told of a sealed key file's passphrase."""
    descriptor = pipe_with(passphrase + b"\n")
    return {"identity": ("--passphrase-fd", str(descriptor)), "pass_fds": (descriptor,)}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("command", ["host", "join"])
def test_without_a_keyring_a_sentence_says_what_to_do(house: House, command: str, language: str) -> None:
    environment = {**NO_BUS, "LC_ALL": "", "LC_MESSAGES": "", "LANG": f"{language}_NL.UTF-8"}
    arguments = ["host"] if command == "host" else ["join", AN_INVITE, "--name", "Ana"]
    actor = house.begin("nobody", arguments, identity=KEPT, environment=environment)
    assert actor.wait_end(STARTS) == 2
    sentence = SENTENCES["no_secret_store"][language == "nl"]
    assert house.log_of("nobody") == f"vestibule: no_secret_store: {sentence}\n"
    assert list(house.home("nobody").iterdir()) == []


@pytest.mark.network
@pytest.mark.slow
def test_a_sealed_file_makes_somebody_the_same_person_again(house: House) -> None:
    house.open()
    ana = house.knock("Ana", **sealed(b"one"))
    house.admit("Ana")
    ana.say(type="leave")
    assert ana.wait_end(SOON) == 0

    after = house.service.count()
    again = house.knock("Ana", **sealed(b"one"))
    card = house.service.wait_for("guest_arrived", STARTS, after=after)[1]["guest"]
    assert card["known"]
    again.say(type="leave")
    assert again.wait_end(SOON) == 0

    wrong = house.knock("Ana", **sealed(b"two"))
    assert wrong.wait_end(STARTS) == 2
    assert house.log_of("Ana").startswith("vestibule: wrong_passphrase: ")
    assert [path.name for path in house.home("Ana").iterdir()] == ["secrets.sealed"]
    house.end()


@pytest.mark.network
@pytest.mark.slow
def test_the_host_s_own_key_makes_them_host(house: House) -> None:
    house.open(**sealed(b"mine"))
    home = house.home("service")
    shutil.copytree(home, house.home("Amira"), dirs_exist_ok=True)
    amira = house.knock("Amira", **sealed(b"mine"))
    admitted = amira.wait_for("admitted", STARTS)[1]
    assert [one["role"] for one in admitted["members"] if one["id"] == admitted["you"]] == ["host"]
    house.end()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A session with a bus and an unlocked GNOME keyring of its own; what a process needs to be part of it."""
    (tmp_path / "run").mkdir(mode=0o700)
    places = {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
    }
    script = (
        "printf password | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 & "
        'echo "$DBUS_SESSION_BUS_ADDRESS"; read _end; kill $!; wait $!'
    )
    with subprocess.Popen(
        ["dbus-run-session", "--", "sh", "-c", script],
        env={**os.environ, **places},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        yield {**places, "DBUS_SESSION_BUS_ADDRESS": running.stdout.readline().strip()}
        running.communicate("end\n", timeout=SOON)


@pytest.mark.network
@pytest.mark.slow
@pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason="needs " + " and ".join(NEEDED))
def test_a_real_secret_service_keeps_the_keys_of_host_and_member(
    house: House, session: dict[str, str], tmp_path: Path
) -> None:
    house.open(identity=KEPT, environment=session)
    for _ in range(2):
        after = house.service.count()
        ana = house.knock("Ana", identity=KEPT, environment=session)
        house.admit("Ana", after=after)
        ana.say(type="leave")
        assert ana.wait_end(SOON) == 0
    cards = [line["guest"]["known"] for _, line in house.service.heard("guest_arrived")]
    assert cards == [False, True]
    assert list(house.home("Ana").iterdir()) == []
    assert list((tmp_path / "data").rglob("*.keyring"))
    house.end()
