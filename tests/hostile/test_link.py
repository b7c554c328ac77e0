"""A machine that obeys nothing on its link: floods, frames that do not hold, orders that are not its own to give."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from peer.link.codec import encode
from peer.link.wire import FRAME_LIMIT, Ping
from peer.room.notices import Admitted, GuestArrived, Refused, RemovedFromMeeting, WaitingRoom
from peer.room.requests import (
    Admit,
    Appoint,
    ChangeRules,
    End,
    Leave,
    Mute,
    Remove,
    SetCamera,
    SetHand,
    SetMicrophone,
    Suspend,
)
from peer.room.signals import Answer, Look, Lost
from peer.room.values import RefusalCode
from tests.end_to_end.house import SOON, House
from tests.hostile.rude_member import RudeMember

pytestmark = [pytest.mark.network, pytest.mark.slow]
Rude = Callable[..., RudeMember]


def inside(house: House, machine: RudeMember) -> str:
    """Let this machine in; its id."""
    assert machine.come() is None
    house.service.say(type="admit", guest=house.arrived("Mallory"))
    return machine.me


def test_a_member_s_orders_are_refused_and_nothing_happens(house: House, rude: Rude) -> None:
    service = house.open()
    house.bring("Ana")
    mallory = rude(house.link)
    me = inside(house, mallory)
    house.knock("Lena").wait_for("waiting_room", SOON)
    lena, ana = house.arrived("Lena"), house.ids["Ana"]
    told, after = len(mallory.heard), service.count()
    orders = [
        *(Admit(lena), Mute(ana), Suspend(ana), Suspend(), Remove(ana), Remove(lena)),
        *(Appoint(me, True), ChangeRules(waiting_room=False), End()),
    ]
    mallory.send(*orders)
    mallory.until(lambda: len(mallory.refusals(told)) == len(orders))
    assert set(mallory.refusals(told)) == {RefusalCode.NOT_ALLOWED}
    service.wait_for(
        lambda line: line["type"] == "order_recorded" and line["what"] == "end" and line["by"] == me, SOON
    )
    assert {line["type"] for _, line in service.lines[after:]} == {"order_recorded"}
    assert not house.actors["Lena"].heard("admitted")
    assert not any(isinstance(message, GuestArrived) for message in mallory.heard), "who waits is not told"
    house.end()


def test_a_guest_gets_nowhere(house: House, rude: Rude) -> None:
    service = house.open()
    house.bring("Ana", media=True)
    mallory = rude(house.link)
    mallory.come()
    me = house.arrived("Mallory")
    mallory.wait_for(WaitingRoom)
    ana, after = house.ids["Ana"], service.count()
    requests = [
        *(SetMicrophone(True), SetCamera(True), SetHand(True)),
        *(Admit(me), Mute(ana), Remove(ana), End()),
    ]
    mallory.send(*requests, Look((ana,)), Answer(1, 0, "v=0\r\n"), Lost(1))
    mallory.until(lambda: len(mallory.refusals()) == len(requests))
    assert set(mallory.refusals()) == {RefusalCode.NOT_A_MEMBER}
    house.statistics("Ana")
    kinds = {type(message) for message in mallory.heard}
    assert kinds == {WaitingRoom, Refused}, "nothing of the meeting reaches a guest"
    assert {line["type"] for _, line in service.lines[after:]} == {"order_recorded"}
    house.end()


@pytest.mark.parametrize(
    "messages",
    [[Ping(1)] * 300, [SetHand(True), SetHand(False)] * 150, [Look(())] * 300],
    ids=["pings", "requests", "signals"],
)
def test_a_flood_is_refused_and_closed_in_the_end(house: House, rude: Rude, messages: list[Ping]) -> None:
    house.expect("refused a member's message: too_fast")
    house.open()
    ana = house.bring("Ana")[0]
    mallory = rude(house.link)
    inside(house, mallory)
    mallory.send(*messages)
    assert mallory.is_closed() is RefusalCode.TOO_FAST
    ana.say(type="chat", text="We are still here")
    ana.wait_for("chat_line", SOON, text="We are still here", mine=True)
    house.end()


def test_frames_that_do_not_hold(house: House, rude: Rude) -> None:
    house.expect("refused a member's message|closed a member's link: oversized")
    house.open()
    house.bring("Ana")
    mallory = rude(house.link)
    me = inside(house, mallory)
    told = len(mallory.heard)
    mallory.send_frames(
        b"\xc1",
        msgspec.msgpack.encode({"type": "dance"}),
        msgspec.msgpack.encode({"type": "admitted"}),
        msgspec.msgpack.encode({"type": "hand", "up": "yes"}),
        msgspec.msgpack.encode({"type": "hand", "up": True, "by": house.ids["Ana"]}),
        msgspec.msgpack.encode({"type": "mute", "member": "a" * 2000}),
        encode(SetHand(True)),
    )
    mallory.until(lambda: len(mallory.refusals(told)) == 6)
    assert mallory.refusals(told) == [
        RefusalCode.MALFORMED,
        RefusalCode.UNKNOWN_MESSAGE,
        RefusalCode.OUT_OF_ORDER,
        RefusalCode.MALFORMED,
        RefusalCode.MALFORMED,
        RefusalCode.OVERSIZED,
    ]
    house.actors["Ana"].wait_for(
        lambda line: line["type"] == "member_changed" and line["member"]["id"] == me, SOON
    )
    mallory.send_frames(bytes(FRAME_LIMIT + 1))
    assert mallory.is_closed() is RefusalCode.OVERSIZED
    house.end()


def test_who_was_removed_comes_back_by_no_way(house: House, rude: Rude) -> None:
    service = house.open()
    house.bring("Ana")
    mallory = rude(house.link)
    me = inside(house, mallory)
    service.say(type="remove", person=me, reason="Shouted")
    told = mallory.wait_for(RemovedFromMeeting)
    assert told.may_report
    assert told.may_appeal
    mallory.send(Leave())
    mallory.until(lambda: len(mallory.closed) == 1)
    assert mallory.closed[-1] is RefusalCode.REMOVED
    assert mallory.come(ticket=mallory.ticket) is None
    mallory.until(lambda: len(mallory.closed) == 2)
    assert mallory.closed[-1] is RefusalCode.REMOVED
    told_before = len(mallory.heard)
    assert mallory.come() is None
    mallory.wait_for(RemovedFromMeeting, after=told_before)
    mallory.send(Mute(house.ids["Ana"]), SetMicrophone(True), Leave())
    mallory.until(lambda: len(mallory.closed) == 3)
    assert mallory.closed[-1] is RefusalCode.REMOVED
    assert set(mallory.refusals(told_before)) == {RefusalCode.REMOVED}
    assert len(service.heard("guest_arrived")) == 2
    house.end()


def test_a_ticket_after_leaving_and_in_other_hands(house: House, rude: Rude) -> None:
    service = house.open()
    mallory, eve = rude(house.link), rude(house.link, "Eve")
    inside(house, mallory)
    assert eve.come(ticket=mallory.ticket) is RefusalCode.TICKET_REFUSED
    mallory.send(Leave())
    service.wait_for("member_left", SOON)
    mallory.is_closed()
    mallory.come(ticket=mallory.ticket)
    mallory.until(lambda: len(mallory.closed) == 2)
    assert mallory.closed[-1] is RefusalCode.TICKET_REFUSED
    assert sum(isinstance(message, Admitted) for message in mallory.heard) == 1
    house.end()
