"""What a person's computer may be short of: each time a sentence and status 2, never a traceback."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import pytest

from client.demo.actor import Actor
from tests.end_to_end.house import STARTS, House, pipe_with

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="mounts need root")

NO_LORD_OF_FILES = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Runs a command as root to whom permissions apply."""

MEMBER = ("--name", "Ana")


def said(house: House, actor: Actor, code: str) -> str:
    """The one line that this process leaves on standard error."""
    assert actor.wait_end(STARTS) == 2
    log = house.log_of(actor.name)
    assert log.startswith(f"vestibule: {code}: ")
    assert log.count("\n") == 1
    assert actor.lines == []
    return log


def kept_in_a_file(pass_on: bytes = b"words\n") -> dict[str, object]:
    """A key that has to be written down, sealed."""
    descriptor = pipe_with(pass_on)
    return {"identity": ("--passphrase-fd", str(descriptor)), "pass_fds": (descriptor,)}


def mounted(how: str) -> tuple[str, ...]:
    """Runs a command in a mount namespace of its own, where `how` was done first."""
    return ("unshare", "--mount", "sh", "-c", f'{how} || exit 3; exec "$@"', "sh")


def test_a_port_that_is_taken(house: House) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        service = house.begin("service", ["host", "--port", str(port)])
        assert str(port) in said(house, service, "port_taken")


def test_a_link_that_is_none(house: House) -> None:
    said(house, house.begin("Ana", ["join", "vestibule://join/xyz", *MEMBER]), "bad_invite")


def test_a_camera_file_that_is_not_there(house: House, tmp_path: Path) -> None:
    house.open()
    missing = str(tmp_path / "nothing.mp4")
    ana = house.begin("Ana", ["join", house.link, *MEMBER, "--camera", missing])
    assert missing in said(house, ana, "no_such_file")
    house.end()


def test_a_host_key_that_is_none(house: House) -> None:
    said(house, house.begin("service", ["host", "--host", "abc"]), "bad_host_key")


def test_a_passphrase_that_cannot_be_read(house: House) -> None:
    said(house, house.begin("service", ["host"], identity=("--passphrase-fd", "99")), "no_passphrase")


@needs_root
@pytest.mark.root
def test_a_home_on_a_read_only_disk(house: House) -> None:
    home = house.home("service")
    read_only = f"mount --bind '{home}' '{home}' && mount -o remount,bind,ro '{home}'"
    service = house.begin("service", ["host"], prefix=mounted(read_only), **kept_in_a_file())
    assert str(home) in said(house, service, "no_permission")


@pytest.mark.skipif(os.geteuid() == 0 and shutil.which("setpriv") is None, reason="root needs setpriv")
def test_a_home_without_permission(house: House) -> None:
    home = house.home("service")
    home.chmod(0o500)
    prefix = NO_LORD_OF_FILES if os.geteuid() == 0 else ()
    service = house.begin("service", ["host"], prefix=prefix, **kept_in_a_file())
    assert str(home) in said(house, service, "no_permission")


@needs_root
@pytest.mark.root
@pytest.mark.parametrize("what", ["secrets", "run file"])
def test_a_full_disk(house: House, what: str) -> None:
    home = house.home("service")
    full = f"mount -t tmpfs -o size=4k tmpfs '{home}' && head -c 4096 /dev/zero > '{home}/full'"
    prefix = mounted(full)
    if what == "secrets":
        service = house.begin("service", ["host"], prefix=prefix, **kept_in_a_file())
    else:
        arguments = ["host", "--run-file", str(home / "run.json")]
        service = house.begin("service", arguments, prefix=prefix)
    said(house, service, "disk_full")


@needs_root
@pytest.mark.root
@pytest.mark.network
def test_a_disk_that_fills_up_under_a_meeting_stops_no_meeting(house: House) -> None:
    """The state is not saved, and the log says so; orders are carried out all the same."""
    home = house.home("service")
    key = pipe_with(bytes(range(32)))
    service = house.open(
        *("--run-file", str(home / "run.json"), "--state-key-fd", str(key)),
        prefix=mounted(f"mount -t tmpfs -o size=64k tmpfs '{home}'"),
        pass_fds=(key,),
    )
    inside = Path(f"/proc/{service.process.pid}/root{home}")
    fill(inside / "full")
    house.bring("Ana")
    house.end()
    house.expect("the meeting's state could not be saved: No space left on device")
    assert "No space left" in house.log_of("service")


def fill(path: Path) -> None:
    """Write until there is no room."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(512))
        except OSError:
            return
