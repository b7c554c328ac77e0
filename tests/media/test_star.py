"""Two and three real members through the real star: ICE, DTLS, SRTP, VP8 and Opus over loopback."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from peer.media.picture_sources import TestCamera
from peer.media.received import ReceivedSlot
from peer.media.sound_files import TestMicrophone
from peer.room.signals import Answer, Look
from peer.room.values import TrackKind
from tests.media.meeting import ALL, Meeting, Member, until

CAMERA, AUDIO = TrackKind.CAMERA, TrackKind.AUDIO


@pytest.fixture
async def meeting() -> AsyncIterator[Meeting]:
    made = Meeting()
    yield made
    await made.close()


async def test_two_members_see_each_others_pictures_in_order(meeting: Meeting) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    bo.media.set_camera(True)
    await until(lambda: ana.frames("bo") > 15 and bo.frames("ana") > 15, "pictures both ways")
    for seen in (list(ana.pictures["bo"]), list(bo.pictures["ana"])):
        numbers = [number for number in seen if number is not None]
        assert len(numbers) == len(seen)
        assert numbers == sorted(set(numbers))
    assert "ana" in ana.pictures, "the own picture, from capture"


async def test_a_member_hears_another(meeting: Meeting) -> None:
    ana = meeting.with_member("ana", microphone=TestMicrophone(0))
    bo = meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_microphone(True)
    await until(lambda: bo.report("ana", AUDIO).frames > 60, "sound")
    await until(lambda: bo.levels.get("ana", 0) > 0.1, "a level before the mix")
    assert bo.report("ana", AUDIO).concealed_percent < 20
    bo.media.silence("ana", True)
    await until(lambda: bo.levels.get("ana", 1) == 0, "silence on this machine alone")


async def test_nobody_gets_their_own_track(meeting: Meeting) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    await until(lambda: ana.points and bo.points)
    assert all(slot.person != "ana" for point in ana.points for slot in point.slots)


async def test_after_a_gate_closes_nothing_of_it_leaves_the_host(meeting: Meeting) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 5)
    ana.disobey()
    meeting.host.close_gates("ana", ALL)
    forwarded = meeting.host.statistics()["bo"]["sent"]["packets"]
    await until(
        lambda: meeting.host.statistics()["ana"]["camera"]["stopped_at_gate"] > 10, "she goes on sending"
    )
    assert meeting.host.statistics()["bo"]["sent"]["packets"] == forwarded
    assert bo.report("ana", CAMERA).packets <= forwarded


async def test_a_gate_that_opens_again_begins_with_a_key_frame(meeting: Meeting) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 5)
    ana.disobey()
    meeting.host.close_gates("ana", {CAMERA})
    await until(lambda: meeting.host.statistics()["ana"]["camera"]["stopped_at_gate"] > 5)
    seen = len(bo.pictures["ana"])
    meeting.host.open_gates("ana", {CAMERA})
    await until(lambda: len(bo.pictures["ana"]) > seen + 5, "pictures again")
    assert bo.report("ana", CAMERA).freezes == 0, "a closed gate is no freeze"


async def test_gates_begin_closed(meeting: Meeting) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    meeting.host.close_gates("ana", ALL)
    await meeting.all_up()
    ana.media.set_camera(True)
    bo.media.set_camera(True)
    await until(lambda: ana.frames("bo") > 5)
    assert bo.report("ana", CAMERA).packets == 0
    assert meeting.host.statistics()["bo"]["sent"]["packets"] == 0


async def test_gates_that_open_before_the_connection_is_there_are_open_when_it_is(meeting: Meeting) -> None:
    meeting.host.open_gates("ana", ALL)
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 3)


async def test_a_camera_and_a_microphone_that_are_off_send_nothing(meeting: Meeting) -> None:
    ana = meeting.with_member("ana", microphone=TestMicrophone(0))
    bo = meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    ana.media.set_microphone(True)
    await until(lambda: bo.frames("ana") > 5 and bo.report("ana", AUDIO).frames > 5)
    ana.media.set_camera(False)
    ana.media.set_microphone(False)
    sent = ana.media.statistics().sent_packets
    encoded = ana.media.statistics().encoded_frames
    shown = len(ana.pictures["ana"])
    bo.media.set_camera(True)
    await until(lambda: ana.frames("bo") > 15, "a second of somebody else's pictures")
    assert ana.media.statistics().sent_packets == sent
    assert ana.media.statistics().encoded_frames == encoded
    assert len(ana.pictures["ana"]) == shown


async def test_a_camera_that_nobody_looks_at_is_not_encoded(meeting: Meeting) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 5)
    bo.look()
    encoded = -1

    def at_rest() -> bool:
        nonlocal encoded
        before, encoded = encoded, ana.media.statistics().encoded_frames
        return before == encoded

    shown = len(ana.pictures["ana"])
    await until(lambda: len(ana.pictures["ana"]) > shown + 30, "two seconds of the own picture")
    assert at_rest() or at_rest()
    bo.look("ana")
    seen = bo.frames("ana")
    await until(lambda: bo.frames("ana") > seen + 5, "pictures again")


async def test_only_those_who_are_looked_at_are_sent(meeting: Meeting) -> None:
    ana, bo, cas = (meeting.with_member(name) for name in ("ana", "bo", "cas"))
    cas.look("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    bo.media.set_camera(True)
    await until(lambda: cas.frames("bo") > 10 and bo.frames("ana") > 10)
    assert cas.report("ana", CAMERA).packets == 0


async def test_a_slot_pointed_anew_never_shows_one_person_as_another(meeting: Meeting) -> None:
    ana = meeting.with_member("ana", camera=TestCamera(160, 96, 30))
    bo = meeting.with_member("bo", camera=TestCamera(192, 112, 30))
    cas = meeting.with_member("cas")
    await meeting.all_up()
    ana.media.set_camera(True)
    bo.media.set_camera(True)
    for turn in range(8):
        person = ("ana", "bo")[turn % 2]
        seen = len(cas.pictures[person])
        cas.look(person)
        await until(lambda person=person, seen=seen: len(cas.pictures[person]) > seen + 2, f"turn {turn}")
    assert cas.sizes == {"ana": {(160, 96)}, "bo": {(192, 112)}}
    mids = {
        slot.mid
        for point in cas.points
        for slot in point.slots
        if slot.person == "ana" and slot.kind is CAMERA
    }
    assert mids & {
        s.mid for point in cas.points for s in point.slots if s.person == "bo" and s.kind is CAMERA
    }


async def test_a_second_connection_replaces_the_first(meeting: Meeting) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    bo.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 5)
    first = ana.offers[-1].connection
    meeting.host.connect("ana", True)
    await until(lambda: ana.offers[-1].connection > first)
    seen_of_ana, seen_of_bo = bo.frames("ana"), ana.frames("bo")
    await until(lambda: bo.frames("ana") > seen_of_ana + 5 and ana.frames("bo") > seen_of_bo + 5, "both ways")
    assert meeting.down == []


async def test_a_member_who_lost_their_connection_gets_a_new_one(meeting: Meeting) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    bo.media.set_camera(True)
    await until(lambda: ana.frames("bo") > 5)
    meeting.host.lost("ana", ana.offers[-1].connection + 7)
    meeting.host.lost("ana", ana.offers[-1].connection)
    await until(lambda: len(ana.offers) == 2 and meeting.up.count("ana") == 2)
    seen = ana.frames("bo")
    await until(lambda: ana.frames("bo") > seen + 5)


async def test_who_looks_while_their_new_connection_is_made_waits_for_it(meeting: Meeting) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 3)
    offers = len(bo.offers)
    meeting.host.lost("bo", bo.offers[-1].connection)
    bo.look("ana")
    bo.media.set_camera(True)
    await until(lambda: meeting.up.count("bo") == 2)
    before = bo.frames("ana")
    await until(lambda: bo.frames("ana") > before + 3 and ana.frames("bo") > 3)
    assert len(bo.offers) == offers + 1


async def test_what_was_said_on_a_link_that_broke_is_said_again_on_the_next(meeting: Meeting) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 5)
    meeting.deaf.add("bo")
    meeting.host.close_gates("ana", {CAMERA})
    meeting.host.open_gates("ana", {CAMERA})
    await until(lambda: any(slot.held for slot in held_slots(bo)), "pictures of a turn that was not told")
    meeting.deaf.discard("bo")
    meeting.host.link_made_anew("bo")
    seen = bo.frames("ana")
    await until(lambda: bo.frames("ana") > seen + 5)
    assert len(bo.offers) == 1


def held_slots(member: Member) -> list[ReceivedSlot]:
    connection = member.media._connection
    assert connection is not None
    return list(connection.slots.values())


@pytest.mark.parametrize("lost", ["deaf", "mute"])
async def test_an_offer_or_answer_that_the_old_link_lost_is_repeated(meeting: Meeting, lost: str) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    getattr(meeting, lost).add("bo")
    offers = len(bo.offers)
    meeting.host.connect("bo", True)
    await until(
        lambda: meeting.host.statistics()["bo"]["connection"]["offered"] == 1, "an offer without an answer"
    )
    await until(lambda: lost == "deaf" or len(bo.offers) > offers)
    getattr(meeting, lost).discard("bo")
    meeting.host.link_made_anew("bo")
    await until(lambda: meeting.up.count("bo") == 2, "connected after all")
    ana.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 5)


async def test_who_says_that_the_own_address_is_gone_gets_a_new_connection(meeting: Meeting) -> None:
    ana = meeting.with_member("ana")
    await meeting.all_up()
    await until(lambda: ana.media.own_address is not None)
    assert str(ana.media.own_address).startswith("('127.0.0.1'")
    ana.media.address_gone()
    ana.media.address_gone()
    assert ana.lost == [ana.offers[0].connection]
    ana.media.link_made_anew()
    assert ana.lost == [ana.offers[0].connection] * 2, "the first word went with the old link"
    await until(lambda: meeting.up.count("ana") == 2)


async def test_after_disconnect_nothing_goes_to_or_comes_from_a_member(meeting: Meeting) -> None:
    ana, bo, cas = (meeting.with_member(name) for name in ("ana", "bo", "cas"))
    await meeting.all_up()
    ana.media.set_camera(True)
    bo.media.set_camera(True)
    await until(lambda: cas.frames("ana") > 5 and ana.frames("bo") > 5)
    meeting.host.disconnect("ana")
    assert "ana" not in meeting.host.statistics()
    from_ana, to_ana = cas.report("ana", CAMERA).packets, ana.report("bo", CAMERA).packets
    seen = cas.frames("bo")
    await until(lambda: cas.frames("bo") > seen + 15)
    assert cas.report("ana", CAMERA).packets - from_ana <= 3, "what was on its way"
    assert ana.report("bo", CAMERA).packets - to_ana <= 3
    assert cas.points[-1].slots[0].person is None


async def test_a_guard_that_says_no_stops_every_datagram(meeting: Meeting) -> None:
    ana, bo = meeting.with_member("ana"), meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 5)
    meeting.refused.add("ana")
    packets = meeting.host.statistics()["ana"]["connection"]["packets"]
    asked = meeting.guarded
    await until(lambda: meeting.guarded > asked + 15)
    assert meeting.host.statistics()["ana"]["connection"]["packets"] == packets


async def test_every_path_is_told(meeting: Meeting) -> None:
    meeting.with_member("ana")
    await meeting.all_up()
    told = {(path.person, path.address, path.how) for path in meeting.paths}
    assert told == {("ana", "127.0.0.1", how) for how in ("candidate", "source", "nominated")}


async def test_answers_that_were_not_asked_for_change_nothing(meeting: Meeting) -> None:
    ana = meeting.with_member("ana")
    await meeting.all_up()
    offer = ana.offers[-1]
    for connection, revision in ((offer.connection + 1, 0), (offer.connection, 0), (offer.connection, 5)):
        meeting.host.answered("ana", Answer(connection=connection, revision=revision, sdp="v=0"))
    assert meeting.host.statistics()["ana"]["connection"]["stale_answers"] == 3
    meeting.host.look("nobody", Look(people=()))
    meeting.host.close_gates("nobody", ALL)
    meeting.host.disconnect("nobody")


async def test_a_wrong_answer_ends_only_that_members_connection(meeting: Meeting) -> None:
    ana = meeting.with_member("ana")
    bo = meeting.with_member("bo")
    await meeting.all_up()
    bo.answers_with = lambda sdp: sdp.replace("a=mid:1", "a=mid:2", 1)
    meeting.host.connect("bo", True)
    await until(lambda: "bo" in meeting.down)
    assert meeting.down == ["bo"]
    assert set(meeting.host.statistics()) == {"ana"}
    assert ana.lost == []


async def test_more_members_than_slots_get_more_slots(meeting: Meeting) -> None:
    members = [meeting.with_member(f"member{number}") for number in range(8)]
    await meeting.all_up()

    def heard(member: int) -> int:
        told = {slot.mid: slot for point in members[member].points for slot in point.slots}
        return len({slot.person for slot in told.values() if slot.kind is AUDIO and slot.person})

    await until(lambda: all(heard(number) == 7 for number in range(8)), "everyone hears seven others")
    assert max(offer.revision for offer in members[0].offers) >= 1
    members[7].media.set_camera(True)
    await until(lambda: all(member.frames("member7") > 3 for member in members[:7]))
    assert meeting.down == []


async def test_sources_are_replaced_while_running(meeting: Meeting) -> None:
    ana = meeting.with_member("ana", camera=TestCamera(160, 96, 15))
    bo = meeting.with_member("bo")
    await meeting.all_up()
    ana.media.set_camera(True)
    await until(lambda: bo.frames("ana") > 5)
    ana.media.use_camera(TestCamera(192, 112, 15))
    await until(lambda: (192, 112) in bo.sizes["ana"], "pictures of the other camera")
    ana.media.use_camera(None)
    ana.media.use_microphone(TestMicrophone(1))
    ana.media.set_microphone(True)
    await until(lambda: bo.report("ana", AUDIO).frames > 10)
    ana.media.use_speaker(None)


async def test_closing_while_connecting_leaves_nothing_behind(meeting: Meeting) -> None:
    meeting.with_member("ana")
    await asyncio.sleep(0)
    await meeting.host.close()
    assert meeting.host.statistics() == {}
