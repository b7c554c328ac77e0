"""Whom a host met before, removed and refuses everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from peer.people_met import MET_LIMIT, NETWORK_LIMIT, Facts, PeopleMet
from peer.room.effects import AnyEffect, NoteNetwork, NoteRemoval, Remember, Unban

LENA, BO = b"l" * 32, b"b" * 32
HOME, OTHER = "192.0.2.7", "2001:db8::1"
STRANGER = Facts(known=False, banned=False, earlier_removals=0, same_network=False)


class House:
    """The people met, and where each person's link comes from."""

    def __init__(self, path: Path | None = None) -> None:
        self.people = PeopleMet(path)
        self.addresses = {"lena": HOME}
        self._performs = self.people.performs(self.addresses.get)

    def does(self, *effects: AnyEffect) -> House:
        for effect in effects:
            self._performs[type(effect)](effect)
        return self

    def knows(self, identity: bytes, address: str = OTHER) -> Facts:
        return self.people.facts(identity, address)


def test_nobody_is_known_at_first() -> None:
    assert House().knows(LENA) == STRANGER


def test_who_was_let_in_is_known_in_the_next_meeting_too(tmp_path: Path) -> None:
    House(tmp_path / "people").does(Remember(LENA), Remember(LENA))
    again = House(tmp_path / "people")
    assert again.knows(LENA).known
    assert not again.knows(BO).known
    assert (tmp_path / "people").stat().st_mode & 0o777 == 0o600


def test_removals_are_counted_and_a_ban_lasts_until_it_is_lifted(tmp_path: Path) -> None:
    removed = NoteRemoval(LENA, everywhere=False, lost=False)
    House(tmp_path / "people").does(removed, NoteRemoval(LENA, everywhere=True, lost=False), removed)
    house = House(tmp_path / "people")
    assert house.knows(LENA) == STRANGER._replace(banned=True, earlier_removals=3)
    house.does(Unban(LENA), Unban(LENA), Unban(BO))
    assert House(tmp_path / "people").knows(LENA) == STRANGER._replace(earlier_removals=3)


def test_a_lost_device_is_refused_and_nobody_was_removed() -> None:
    house = House().does(NoteRemoval(LENA, everywhere=True, lost=True))
    assert house.knows(LENA) == STRANGER._replace(banned=True)


def test_the_network_of_who_was_removed_is_in_memory_alone(tmp_path: Path) -> None:
    house = House(tmp_path / "people").does(NoteNetwork("lena"), NoteNetwork("gone"), Remember(BO))
    assert house.knows(BO, HOME).same_network
    assert not house.knows(BO, OTHER).same_network
    assert not House(tmp_path / "people").knows(BO, HOME).same_network
    assert HOME.encode() not in (tmp_path / "people").read_bytes()


def test_only_so_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    house = House()
    for number in range(MET_LIMIT + 1):
        house.does(Remember(number.to_bytes(32)))
    assert not house.knows((0).to_bytes(32)).known
    for number in range(NETWORK_LIMIT + 1):
        house.addresses["lena"] = f"10.0.{number // 256}.{number % 256}"
        house.does(NoteNetwork("lena"))
    assert not house.knows(LENA, "10.0.0.0").same_network
    monkeypatch.setattr("peer.people_met.REMOVED_LIMIT", 2)
    house.does(NoteRemoval(LENA, everywhere=True, lost=False))
    for identity in (BO, b"c" * 32):
        house.does(NoteRemoval(identity, everywhere=False, lost=False))
    assert house.knows(LENA).banned
    assert house.knows(BO).earlier_removals == 0


@pytest.mark.parametrize("content", [b"", b"\xc1", b"\x81\xa3met\xa3you"])
@pytest.mark.expected_log("could not be read")
def test_a_damaged_file_is_put_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "people").write_bytes(content)
    house = House(tmp_path / "people")
    assert house.knows(LENA) == STRANGER
    house.does(Remember(LENA))
    assert (tmp_path / "people.damaged").read_bytes() == content


@pytest.mark.expected_log("could not be saved")
def test_on_a_disk_that_refuses_people_are_known_in_this_meeting(tmp_path: Path) -> None:
    house = House(tmp_path / "none" / "people")
    (tmp_path / "none").write_bytes(b"")
    house.does(Remember(LENA))
    assert house.knows(LENA).known
