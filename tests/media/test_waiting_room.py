"""The waiting room's film between real processes: the service, a meeting that goes on, and a long queue."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from peer.room.signals import Lost, Offer
from peer.room.values import WAITING_CONNECTIONS
from tests.end_to_end.house import House
from tests.media.films import write_film
from tests.media.waiting_guests import Queue, WaitingGuest
from tests.media.wiretap import Wiretap


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    try:
        yield made
    finally:
        loud = made.close()
    assert loud == []


@pytest.fixture
def queue() -> Iterator[Queue]:
    made = Queue()
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return write_film(tmp_path / "film.webm", 2.0, (128, 72))


def arrived(wiretap: Wiretap, house: House, guest: WaitingGuest) -> dict[int, int]:
    """What the service sent to this guest: others may still send to a port that was theirs before."""
    service = psutil.Process(house.service.process.pid)
    return wiretap.to(guest.port, {one.laddr.port for one in service.net_connections("udp")})


@pytest.mark.root
@pytest.mark.network
@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="reading the wire needs root")
def test_forty_wait_and_nothing_of_the_meeting_reaches_them(house: House, queue: Queue, film: Path) -> None:
    house.open("--waiting-video", str(film))
    house.bring("Ana", "Bo", media=True)
    house.see_and_hear("Ana", "Bo")
    wiretap = Wiretap()
    try:
        names = [f"Guest {number}" for number in range(WAITING_CONNECTIONS + 8)]
        queue.come(house.link, names)
        seeing, others = queue.guests[:WAITING_CONNECTIONS], queue.guests[WAITING_CONNECTIONS:]
        queue.until(
            lambda: all(guest.pictures > 5 for guest in seeing), "everyone of the first sees the film"
        )
        queue.until(lambda: all(guest.told_of_a_film is False for guest in others), "the others are told")
        assert all(guest.told_of_a_film for guest in seeing)
        assert not any(isinstance(message, Offer) for guest in others for message in guest.heard)
        house.see_and_hear("Ana", "Bo", timeout=60)
        queue.until(
            lambda: all(sum(arrived(wiretap, house, guest).values()) > 5 for guest in seeing), "on the wire"
        )
        for guest in seeing:
            assert set(arrived(wiretap, house, guest)) <= guest.slots, "a packet of something else"
    finally:
        wiretap.close()
    house.end()


@pytest.mark.network
@pytest.mark.slow
def test_an_admitted_guest_goes_from_the_film_to_the_meeting(house: House, film: Path) -> None:
    house.open("--waiting-video", str(film))
    house.bring("Bo", media=True)
    ana = house.knock("Ana", "--camera", "test", "--microphone", "test")
    ana.wait_for("waiting_room", 15, video=True)
    ana.wait_for(lambda line: any(one["person"] == "waiting-film" for one in line.get("received", ())), 15)
    ana.say(type="hear_waiting_film", on=True)
    ana.say(type="show_waiting_film", on=False)
    ana.say(type="show_waiting_film", on=True)
    house.receives("Ana", "waiting-film", "camera", ana.count())
    house.admit("Ana")
    house.switch_on("Ana")
    house.see_and_hear("Ana", "Bo")
    last = house.statistics("Ana")
    assert {one["person"] for one in last["received"]} == {house.ids["Bo"]}
    house.end()


@pytest.mark.network
@pytest.mark.slow
def test_a_guest_who_speaks_of_connections_that_were_never_offered_is_not_heard(
    house: House, queue: Queue
) -> None:
    house.open()
    house.bring("Bo")
    queue.come(house.link, ["Mallory"])
    mallory = queue.guests[0]

    async def lie() -> None:
        assert mallory._link is not None
        for number in (-1, 0, 1, 2):
            mallory._link.send(Lost(number))

    queue.until(lambda: mallory.told_of_a_film is False, "no film here")
    queue.do(lie())
    house.knock("Lena")
    house.admit("Lena")
    assert not any(isinstance(message, Offer) for message in mallory.heard)
    house.end()


def test_a_service_with_something_else_in_place_of_a_film_does_not_start(
    house: House, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    service = house.begin(
        "service", ["host", "--title", "T", "--waiting-video", str(tmp_path / "letter.txt")]
    )
    assert service.wait_end(30) == 2
    assert "no film or picture" in house.log_of("service")
