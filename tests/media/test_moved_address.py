"""A member's machine changes its address in the middle of a meeting: real processes in network namespaces."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from client.demo.actor import Actor
from tests.end_to_end.house import SOON, House

SERVICE, FIRST, SECOND = "10.83.0.1", "10.83.0.2", "10.83.0.3"
ALONE = ("unshare", "--net", "sh", "-c", 'ip link set lo up || exit 3; exec "$@"', "sh")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    try:
        yield made
    finally:
        loud = made.close()
    assert loud == []


@pytest.fixture
def elsewhere() -> Iterator[int]:
    """A namespace without anything; the process that holds it."""
    holder = subprocess.Popen([*ALONE, "sh", "-c", "echo here; exec sleep 600"], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    holder.stdout.readline()
    try:
        yield holder.pid
    finally:
        holder.kill()
        holder.wait()
        holder.stdout.close()


def ip(inside: int, *command: str) -> None:
    subprocess.run(["nsenter", f"--net=/proc/{inside}/ns/net", "ip", *command], check=True, timeout=10)


def with_a_cable(service: Actor, elsewhere: int) -> None:
    """One cable between the two machines, and their addresses."""
    inside = service.process.pid
    subprocess.run(
        [
            "ip",
            "link",
            "add",
            "cable",
            "netns",
            str(inside),
            "type",
            "veth",
            "peer",
            "name",
            "cable",
            "netns",
            str(elsewhere),
        ],
        check=True,
        timeout=10,
    )
    for place, address in ((inside, SERVICE), (elsewhere, FIRST)):
        ip(place, "address", "add", f"{address}/24", "dev", "cable")
        ip(place, "link", "set", "cable", "up")


@pytest.mark.root
@pytest.mark.network
@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="a network namespace needs root")
def test_link_and_media_come_back_from_the_new_address(house: House, elsewhere: int) -> None:
    service = house.open("--address", SERVICE, prefix=ALONE)
    with_a_cable(service, elsewhere)
    for name, place in (("Bo", service.process.pid), ("Ana", elsewhere)):
        inside = ("nsenter", f"--net=/proc/{place}/ns/net")
        house.knock(name, "--camera", "test", "--microphone", "test", prefix=inside)
    for name in ("Bo", "Ana"):
        house.admit(name)
        house.switch_on(name)
    house.see_and_hear("Ana", "Bo")
    ana = house.actors["Ana"]
    after = ana.count()
    # The new one last: Linux takes an address that came second away with the first.
    ip(elsewhere, "address", "del", f"{FIRST}/24", "dev", "cable")
    ip(elsewhere, "address", "add", f"{SECOND}/24", "dev", "cable")
    ana.wait_for("reconnecting", SOON, after=after)
    ana.wait_for("reconnected", SOON, after=after)
    house.see_and_hear("Ana", "Bo")
    since = [line for _, line in ana.lines[after:]]
    assert not [line for line in since if line["type"] == "microphone_state" and not line["on"]]
    assert not [line for line in since if line["type"] == "camera_state" and not line["on"]]
    house.end()
