"""A computer that has no network but itself."""

from __future__ import annotations

import os

import pytest

from tests.end_to_end.house import House

ALONE = ("unshare", "--net", "sh", "-c", 'ip link set lo up || exit 3; exec "$@"', "sh")
"""Runs a command where there is nothing but `lo`."""


@pytest.mark.root
@pytest.mark.network
@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="a network namespace needs root")
def test_a_meeting_with_nothing_but_loopback(house: House) -> None:
    """The members join the service's own namespace; nothing of it can reach any other machine."""
    service = house.open(prefix=ALONE)
    inside = ("nsenter", f"--net=/proc/{service.process.pid}/ns/net")
    for name in ("Ana", "Bo"):
        house.knock(name, "--camera", "test", "--microphone", "test", prefix=inside)
    for name in ("Ana", "Bo"):
        house.admit(name)
        house.switch_on(name)
    house.see_and_hear("Ana", "Bo")
    house.end()
