"""A whole meeting without a window: `vestibule host` and `vestibule join`, JSON lines in and out."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from client.demo.actor import Line
from tests.end_to_end.house import SOON, STARTS, TITLE, House, changed, packets_of

pytestmark = pytest.mark.network

QUIET_SECONDS = 2
READS_ONE_LINE = ("bash", "-c", 'exec "$@" > >(head -n 1)', "bash")
"""Runs a command whose standard output is broken after its first line."""


@pytest.mark.slow
def test_a_whole_meeting(house: House) -> None:
    service = house.open("--description", "Wednesdays at eight")
    assert service.lines[0][1]["type"] == "invite_made"
    ana = house.knock("Ana", "--camera", "test", "--microphone", "test")
    bo = house.knock("Bo", "--camera", "test", "--microphone", "test")

    waits = ana.wait_for("waiting_room", STARTS)[1]
    assert (waits["title"], waits["description"], waits["host_present"]) == (
        TITLE,
        "Wednesdays at eight",
        True,
    )
    house.admit("Ana")
    house.admit("Bo")
    ana_id, bo_id = house.ids["Ana"], house.ids["Bo"]
    joined = ana.wait_for("member_joined", SOON)[1]["member"]
    assert (joined["id"], joined["name"], joined["role"]) == (bo_id, "Bo", "member")
    assert not joined["microphone"]
    assert not joined["camera"]
    service.wait_for("member_joined", SOON)

    for name in ("Ana", "Bo"):
        house.switch_on(name)
    house.see_and_hear("Ana", "Bo")

    ana.say(type="chat", text="The quay is dry")
    line = bo.wait_for("chat_line", SOON, text="The quay is dry")[1]
    assert (line["by"], line["name"]) == (ana_id, "Ana")
    ana.wait_for("chat_line", SOON, text="The quay is dry", mine=True)
    bo.say(type="chat", text="Between us two", to=ana_id)
    assert bo.wait_for("refused", SOON)[1]["refusal"]["code"] == "not_allowed"

    ana.say(type="rename", name="Ana from the quay")
    assert ana.wait_for("refused", SOON)[1]["request"] == "name"
    service.say(type="rules", allow=["rename", "chat_privately"])
    ana.wait_for("rules_changed", SOON)
    ana.say(type="rename", name="Ana from the quay")
    bo.wait_for(changed(ana_id, name="Ana from the quay"), SOON)
    bo.say(type="chat", text="Between us two", to=ana_id)
    ana.wait_for("chat_line", SOON, text="Between us two", by=bo_id)
    bo.wait_for("chat_line", SOON, text="Between us two", mine=True)

    bo.say(type="react", emoji="👍")
    ana.wait_for("reaction", SOON, by=bo_id, emoji="👍")
    bo.say(type="hand", up=True)
    ana.wait_for(lambda line: _changed_hand(line, bo_id, up=True), SOON)
    bo.say(type="hand", up=False)
    raised = ana.count()
    ana.wait_for(lambda line: _changed_hand(line, bo_id, up=False), SOON, after=raised - 1)

    ana.say(type="leave")
    assert ana.wait_for("disconnected", SOON)[1]["code"] == "left"
    assert ana.wait_end(SOON) == 0
    bo.wait_for("member_left", SOON, id=ana_id, why="left")

    service.say(type="end")
    assert bo.wait_for("disconnected", SOON)[1]["code"] == "ended"
    assert bo.wait_end(SOON) == 0
    assert service.wait_end(SOON) == 0


@pytest.mark.slow
def test_what_is_off_leaves_nobody_s_machine(house: House) -> None:
    service = house.open()
    ana, bo = house.bring("Ana", "Bo", media=True)
    ana_id = house.ids["Ana"]
    house.see_and_hear("Ana", "Bo")

    before = ana.count()
    service.say(type="mute", member=ana_id)
    ana.wait_for("you_were_muted", SOON)
    ana.wait_for("microphone_state", SOON, after=before, on=False)
    bo.wait_for(changed(ana_id, microphone=False), SOON)
    _nothing_more(house, "sent_audio_packets", "audio")

    ana.say(type="camera", on=False)
    bo.wait_for(changed(ana_id, camera=False), SOON)
    _nothing_more(house, "sent_video_packets", "camera")

    house.switch_on("Ana")
    house.see_and_hear("Ana", "Bo")

    service.say(type="suspend", member=ana_id)
    ana.wait_for("you_were_suspended", SOON)
    bo.wait_for(changed(ana_id, suspended=True, microphone=False, camera=False), SOON)
    _nothing_more(house, "sent_audio_packets", "audio")
    after = ana.count()
    ana.say(type="microphone", on=True)
    assert ana.wait_for("refused", SOON, after=after)[1]["refusal"]["code"] == "suspended"
    house.end()


@pytest.mark.slow
def test_the_host_s_console_is_a_link_that_passes_may_and_is_recorded(house: House) -> None:
    service = house.open()
    house.bring("Ana")
    service.wait_for(_recorded("admit", whom=house.ids["Ana"]), SOON)
    service.say(type="microphone", on=True)
    assert service.wait_for("refused", SOON)[1]["refusal"]["code"] == "not_allowed"
    service.say(type="mute", member="nobody00")
    refused = service.wait_for("refused", SOON, request="mute")[1]
    assert refused["refusal"]["code"] == "no_such_person"
    service.wait_for(_recorded("mute", refusal=refused["refusal"]), SOON)
    service.say(type="suspend", member=house.ids["Ana"], reason="Shouted")
    service.wait_for(_recorded("suspend", reason="Shouted"), SOON)
    house.end()
    service.wait_for(_recorded("end"), SOON)


def test_without_a_waiting_room_a_guest_walks_in(house: House) -> None:
    house.open("--waiting-room", "off")
    house.knock("Ana").wait_for("admitted", STARTS)
    house.end()


def test_the_end_of_input_is_the_end_of_a_meeting_without_a_run_file(house: House) -> None:
    service = house.open("--waiting-room", "off")
    ana = house.knock("Ana")
    ana.wait_for("admitted", STARTS)
    service.close_input()
    assert ana.wait_for("disconnected", SOON)[1]["code"] == "ended"
    assert service.wait_end(SOON) == 0


def test_with_a_run_file_neither_input_nor_output_are_needed(house: House, tmp_path: Path) -> None:
    run_file = tmp_path / "run" / "meeting.json"
    service = house.open(
        *("--run-file", str(run_file), "--waiting-room", "off", "--host", house.host_key()),
        prefix=READS_ONE_LINE,
    )
    host = house.enter_as_host()
    ana = house.knock("Ana")
    ana.wait_for("admitted", STARTS)
    assert run_file.stat().st_mode & 0o777 == 0o600
    service.close_input()
    ana.say(type="chat", text="Is anybody here?")
    host.wait_for("chat_line", SOON, text="Is anybody here?")
    bo = house.knock("Bo")
    bo.wait_for("admitted", STARTS)
    ana.wait_for("member_joined", SOON)
    assert service.process.poll() is None
    host.say(type="end")
    assert bo.wait_for("disconnected", SOON)[1]["code"] == "ended"
    assert service.wait_end(SOON) == 0
    assert not run_file.exists()


def test_a_service_that_is_asked_to_stop_ends_the_meeting_for_all(house: House) -> None:
    service = house.open("--waiting-room", "off")
    ana = house.knock("Ana")
    ana.wait_for("admitted", STARTS)
    service.process.send_signal(signal.SIGTERM)
    assert ana.wait_for("disconnected", SOON)[1]["code"] == "ended"
    assert service.wait_end(SOON) == 0


def test_a_member_s_process_that_is_asked_to_stop_leaves(house: House) -> None:
    house.open("--waiting-room", "off")
    ana, bo = house.knock("Ana"), house.knock("Bo")
    for actor in (ana, bo):
        house.ids[actor.name] = actor.wait_for("admitted", STARTS)[1]["you"]
    ana.process.send_signal(signal.SIGTERM)
    bo.wait_for("member_left", SOON, id=house.ids["Ana"], why="left")
    assert ana.wait_end(SOON) == 0
    house.end()


@pytest.mark.parametrize(
    "line",
    [b"{", b"[]", b'{"type":"admit"}', b'{"type":"dance"}', b'{"type":"end","now":1}', b'\xff{"type":"end"}'],
)
def test_a_line_that_is_no_command_does_nothing(house: House, line: bytes) -> None:
    service = house.open()
    assert service.process.stdin is not None
    service.process.stdin.write(line + b"\n")
    service.process.stdin.flush()
    assert service.wait_for("line_error", SOON)[1]["line"] == 1
    service.say(type="rotate_link")
    service.wait_for("invite_made", SOON, after=1)
    happened = [line["type"] for _, line in service.lines]
    assert happened == ["invite_made", "line_error", "order_recorded", "invite_made"]
    house.end()


def _changed_hand(line: Line, person: str, *, up: bool) -> bool:
    member = line.get("member", {})
    return (
        line["type"] == "member_changed"
        and member["id"] == person
        and (member["hand_since"] is not None) == up
    )


def _recorded(what: str, **fields: object) -> Callable[[Line], bool]:
    def holds(line: Line) -> bool:
        return (
            line["type"] == "order_recorded"
            and {"by": "console", "what": what, **fields}.items() <= line.items()
        )

    return holds


def _nothing_more(house: House, sent: str, kind: str) -> None:
    """From the second report on, which may count what was on its way, no packet of Ana's leaves or arrives."""
    person = house.ids["Ana"]
    house.statistics("Ana")
    leaves, arrives = house.statistics("Ana")[sent], packets_of(house.statistics("Bo"), person, kind)
    until = time.monotonic() + QUIET_SECONDS
    while time.monotonic() < until:
        assert house.statistics("Ana")[sent] == leaves
        assert packets_of(house.statistics("Bo"), person, kind) == arrives
