"""A member's machine that sends what it may not. Bystanders count what reaches them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peer.room.notices import MemberChanged, YouWereMuted, YouWereSuspended
from peer.room.requests import SetCamera, SetMicrophone
from tests.end_to_end.house import SOON, House, changed, packets_of
from tests.hostile.rude_member import RudeMember

pytestmark = [pytest.mark.network, pytest.mark.slow]


def arrived(house: House, person: str) -> tuple[int, int]:
    """Packets of this person's sound and pictures that reached Ana, once all that was on its way has come."""
    house.statistics("Ana")
    line = house.statistics("Ana")
    return packets_of(line, person, "audio"), packets_of(line, person, "camera")


def test_nothing_passes_a_closed_gate(house: House, rude: Callable[..., RudeMember]) -> None:
    house.open()
    house.bring("Ana", media=True)
    mallory = rude(house.link)
    mallory.come()
    house.service.say(type="admit", guest=house.arrived("Mallory"))
    me = mallory.me

    mallory.until(lambda: mallory.media is not None)
    mallory.broadcast()
    mallory.sends_more(100)
    assert arrived(house, me) == (0, 0), "never unmuted"

    mallory.send(SetMicrophone(True), SetCamera(True))
    after = house.actors["Ana"].count()
    house.receives("Ana", me, "audio", after)
    house.receives("Ana", me, "camera", after)

    house.service.say(type="mute", member=me)
    house.service.say(type="stop_camera", member=me)
    mallory.wait_for(YouWereMuted)
    before = arrived(house, me)
    mallory.sends_more(100)
    assert arrived(house, me) == before, "muted"

    mallory.send(SetMicrophone(True), SetCamera(True))
    mallory.wait_for(MemberChanged, after=len(mallory.heard) - 1, holds=lambda one: one.member.microphone)
    house.service.say(type="suspend", member=me)
    mallory.wait_for(YouWereSuspended)
    before = arrived(house, me)
    mallory.send(SetMicrophone(True), SetCamera(True))
    mallory.sends_more(100)
    assert arrived(house, me) == before, "suspended"

    house.end()


def test_who_fell_silent_and_comes_back_has_closed_gates(
    house: House, rude: Callable[..., RudeMember]
) -> None:
    """A ticket opens no microphone: what was on before the line broke is off after it."""
    house.open()
    ana = house.bring("Ana", media=True)[0]
    mallory = rude(house.link)
    mallory.come()
    house.service.say(type="admit", guest=house.arrived("Mallory"))
    me = mallory.me
    mallory.send(SetMicrophone(True), SetCamera(True))
    mallory.broadcast()
    after = ana.count()
    house.receives("Ana", me, "audio", after)

    mallory.hang_up()
    ana.wait_for(changed(me, present=False, microphone=False), SOON, after=after)
    assert mallory.come(ticket=mallory.ticket) is None
    ana.wait_for(changed(me, present=True, microphone=False), SOON, after=after)
    before = arrived(house, me)
    mallory.sends_more(100)
    assert arrived(house, me) == before
    house.end()
