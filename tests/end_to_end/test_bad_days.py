"""Processes that die, sleep and come back, in the middle of a meeting."""

from __future__ import annotations

import os
import secrets
import signal
import time
from pathlib import Path

import pytest

from client.demo.actor import Actor
from peer.link.invite import parse_invite
from peer.state_file import KEY_SIZE
from tests.end_to_end.house import HOST, SOON, STARTS, House, changed, pipe_with

pytestmark = [pytest.mark.network, pytest.mark.slow]

SEEN_DEAD = 10.0
"""Seconds within which the others see a killed machine go (its socket is closed)."""

SEEN_SILENT = 15.0
"""Seconds within which the others see a machine go of which nothing comes any more."""

COMES_BACK = 20.0


class KeptMeeting:
    """A service with run file and sealed state, as an app starts it, and starts it again."""

    def __init__(self, house: House, folder: Path) -> None:
        self.run_file = folder / "run" / "meeting.json"
        self.state_file = self.run_file.with_suffix(".state")
        self.key = secrets.token_bytes(KEY_SIZE)
        self._house = house

    def begin(self, *options: str, key: bytes | None = None) -> Actor:
        """Start the service, which obeys the host's person alone: nobody sits at its console."""
        service = self.start(*options, key=key)
        self._house.link = service.wait_for("invite_made", STARTS)[1]["link"]
        return service

    def start(self, *options: str, key: bytes | None = None) -> Actor:
        descriptor = pipe_with(key or self.key)
        service = self._house.begin(
            "service",
            [
                *("host", "--title", "Council", "--address", "127.0.0.1"),
                *("--host", self._house.host_key(), "--run-file", str(self.run_file)),
                *("--state-key-fd", str(descriptor), *options),
            ],
            pass_fds=(descriptor,),
        )
        service.close_input()
        return service

    def resume(self, *options: str, key: bytes | None = None) -> Actor:
        """Start it from its sealed state."""
        return self.start("--resume", *options, key=key)


@pytest.fixture
def kept(house: House, tmp_path: Path) -> KeptMeeting:
    """A meeting that outlives its service."""
    return KeptMeeting(house, tmp_path)


def test_a_killed_member_is_seen_to_go(house: House) -> None:
    house.open()
    house.bring("Ana", "Bo")
    ana, bo = house.actors["Ana"], house.actors["Bo"]
    ana.kill()
    bo.wait_for(changed(house.ids["Ana"], present=False), SEEN_DEAD)
    house.service.wait_for(changed(house.ids["Ana"], present=False), SEEN_DEAD)
    house.end()


def test_a_killed_guest_waits_no_more(house: House) -> None:
    house.open()
    guest = house.knock("Lena")
    who = house.arrived("Lena")
    guest.kill()
    house.service.wait_for("guest_left", SEEN_DEAD, id=who, why="lost")
    house.end()


def test_a_member_whose_computer_sleeps_comes_back_by_ticket_muted_and_unseen(house: House) -> None:
    house.open()
    house.bring("Ana", "Bo", media=True)
    house.see_and_hear("Ana", "Bo")
    ana, bo, ana_id = house.actors["Ana"], house.actors["Bo"], house.ids["Ana"]

    os.kill(ana.process.pid, signal.SIGSTOP)
    try:
        bo.wait_for(changed(ana_id, present=False, microphone=False, camera=False), SEEN_SILENT)
    finally:
        asleep = ana.count()
        os.kill(ana.process.pid, signal.SIGCONT)
    ana.wait_for("reconnected", COMES_BACK, after=asleep)
    bo.wait_for(changed(ana_id, present=True, microphone=False, camera=False), COMES_BACK)
    ana.wait_for("microphone_state", COMES_BACK, after=asleep, on=False)
    assert ana.wait_for("admitted", COMES_BACK, after=asleep)[1]["you"] == ana_id
    assert len(house.service.heard("guest_arrived")) == 2

    house.switch_on("Ana")
    house.see_and_hear("Ana", "Bo")
    house.end()


def test_without_the_host_nobody_is_admitted_and_the_host_who_comes_back_is_host(
    house: House, kept: KeptMeeting
) -> None:
    kept.begin()
    host = house.enter_as_host()
    ana = house.knock("Ana")
    house.admit("Ana", by=host)
    host.kill()
    ana.wait_for(changed(house.ids[HOST], present=False), SEEN_DEAD)

    lena = house.knock("Lena")
    assert lena.wait_for("waiting_room", STARTS)[1]["host_present"] is False
    ana.say(type="chat", text="We go on")
    ana.wait_for("chat_line", SOON, text="We go on", mine=True)
    assert not lena.heard("admitted")

    again = house.enter_as_host()
    lena.wait_for("waiting_room", SOON, host_present=True)
    house.admit("Lena", by=again)
    again.say(type="end")
    assert house.service.wait_end(SOON) == 0
    assert not kept.run_file.exists()
    assert not kept.state_file.exists()


def test_a_killed_service_starts_again_from_its_sealed_state(house: House, kept: KeptMeeting) -> None:
    service = kept.begin()
    host = house.enter_as_host()
    names = ("Ana", "Bo")
    for name in names:
        house.knock(name, "--camera", "test", "--microphone", "test")
        house.admit(name, by=host)
        house.switch_on(name)
    house.see_and_hear(*names)
    mallory = house.knock("Mallory")
    house.admit("Mallory", by=host)
    host.say(type="suspend", member=house.ids["Mallory"], reason="Shouted")
    mallory.wait_for("you_were_suspended", SOON)
    lena = house.knock("Lena")
    house.arrived("Lena", at=host)
    port = parse_invite(house.link).port

    members = {name: house.actors[name] for name in (HOST, *names, "Mallory")}
    before = {name: actor.count() for name, actor in members.items()}
    lena_before = lena.count()
    service.kill()
    service.wait_end(SOON)
    for name, actor in members.items():
        told = actor.wait_for("reconnecting", SOON, after=before[name])[1]
        assert told["since"] <= time.time()
    assert kept.state_file.stat().st_mode & 0o777 == 0o600

    again = kept.resume()
    link = again.wait_for("invite_made", STARTS)[1]["link"]
    assert parse_invite(link).port == port
    for name, actor in members.items():
        returned = actor.wait_for("admitted", COMES_BACK, after=before[name])[1]
        assert returned["you"] == house.ids[name]
        actor.wait_for("reconnected", COMES_BACK, after=before[name])
    suspended = mallory.wait_for("admitted", SOON, after=before["Mallory"])[1]["suspension"]
    assert suspended["reason"] == "Shouted"
    after = mallory.count()
    mallory.say(type="microphone", on=True)
    assert mallory.wait_for("refused", SOON, after=after)[1]["refusal"]["code"] == "suspended"

    for name in names:
        house.switch_on(name)
    house.see_and_hear(*names)
    assert not any(line["type"] == "chat_line" for _, line in members["Ana"].lines)
    members["Ana"].say(type="chat", text="Here again")
    members["Bo"].wait_for("chat_line", SOON, text="Here again")

    lena.wait_for("waiting_room", COMES_BACK, after=lena_before)
    house.arrived("Lena", at=host, after=before[HOST])
    assert not lena.heard("admitted")

    host.say(type="end")
    assert again.wait_end(SOON) == 0
    assert not kept.run_file.exists()
    assert not kept.state_file.exists()


def test_a_meeting_that_nobody_can_go_on_with(house: House, kept: KeptMeeting) -> None:
    service = kept.begin()
    service.kill()
    service.wait_end(SOON)
    assert kept.state_file.exists()

    assert kept.resume(key=bytes(KEY_SIZE)).wait_end(STARTS) == 2
    assert house.log_of("service").startswith("vestibule: no_state: ")
    assert kept.state_file.exists()

    three_minutes_ago = time.time() - 180
    os.utime(kept.state_file, (three_minutes_ago, three_minutes_ago))
    assert kept.resume().wait_end(STARTS) == 2
    assert house.log_of("service").startswith("vestibule: no_state: ")
    assert not kept.state_file.exists()
