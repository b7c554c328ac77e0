"""The models of the meeting: views get differences, and rights follow what the host's machine told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from client.bridge import Bridge
from client.models.chat import LINES_KEPT, ChatModel, addresses
from client.models.door import DoorModel
from client.models.hiding import HidingModel
from client.models.looks import initials, shown_name
from client.models.meeting import MeetingModel
from client.models.people import PeopleModel
from client.models.roster import Roster
from client.models.rows import RowModel
from client.models.stage import StageModel
from client.pictures import Pictures
from peer.commands import ChatLine, Disconnected, Levels, Statistics, TrackStatistics
from peer.room.notices import (
    GuestArrived,
    GuestLeft,
    MemberChanged,
    MemberJoined,
    MemberLeft,
    RulesChanged,
    YouWerePutBack,
    YouWereSuspended,
)
from peer.room.values import ChatScope, Right, Role, Rules, Suspension

from .acting import ME, a_guest, a_member, admitted, id_of

ALL = Suspension(frozenset(Right), by="host", since=0.0)


class Models:
    """The models over a bridge that no peer speaks through: a test emits the news."""

    def __init__(self) -> None:
        self.bridge = Bridge()
        self.roster = Roster(self.bridge)
        self.pictures = Pictures()
        self.meeting = MeetingModel(self.bridge, self.roster)
        self.hiding = HidingModel(self.bridge, self.roster)
        self.stage = StageModel(self.bridge, self.roster, self.pictures, self.hiding)
        self.people = PeopleModel(self.bridge, self.roster, self.hiding)
        self.door = DoorModel(self.bridge, self.roster)
        self.chat = ChatModel(self.bridge, self.roster, self.hiding)
        self.lists: tuple[RowModel, ...] = (self.stage, self.people, self.door, self.chat)
        self.testers = [QAbstractItemModelTester(model) for model in self.lists]
        self.resets = 0
        for model in self.lists:
            model.modelReset.connect(self._reset)

    def _reset(self) -> None:
        self.resets += 1

    def hear(self, *news: object) -> None:
        """Say this to the models."""
        for one in news:
            self.bridge.news.emit(one)

    def rows(self, model: RowModel, role: str) -> list[object]:
        """A role of all rows."""
        number = next(key for key, name in model.roleNames().items() if name == role.encode())
        return [model.data(model.index(row, 0), number) for row in range(model.rowCount())]


@pytest.fixture
def models() -> Iterator[Models]:
    made = Models()
    yield made
    assert made.resets == 0
    made.bridge.close()


def test_people_come_change_and_go_as_differences(models: Models) -> None:
    models.hear(admitted(a_member("Sam"), a_member("Bo")))
    changed: list[tuple[int, int]] = []
    models.people.dataChanged.connect(lambda top, _bottom, roles: changed.append((top.row(), len(roles))))
    models.hear(MemberChanged(a_member("Sam", microphone=True)))
    assert changed == [(1, 1)]
    models.hear(MemberJoined(a_member("Lena")), MemberLeft(id_of("Sam"), "left"))
    assert models.rows(models.people, "name") == ["Amira Haddad (you)", "Bo", "Lena"]
    assert models.rows(models.stage, "name") == ["Amira Haddad (you)", "Bo", "Lena"]


def test_speakers_do_not_jump(models: Models) -> None:
    models.hear(admitted(a_member("Sam", microphone=True), a_member("Bo", microphone=True)))
    models.hear(Levels({id_of("Bo"): 0.5}))
    assert models.rows(models.stage, "speaking") == [False, False, True]
    assert models.rows(models.stage, "name")[0] == "Amira Haddad (you)"


def test_a_returned_member_changes_and_a_second_admission_keeps_the_rows(models: Models) -> None:
    models.hear(admitted(a_member("Sam", present=False)))
    removed: list[int] = []
    models.people.rowsRemoved.connect(lambda _parent, first, _last: removed.append(first))
    models.hear(admitted(a_member("Sam")))
    assert not removed
    assert models.rows(models.people, "present") == [True, True]


def test_the_search_leaves_whom_it_names(models: Models) -> None:
    models.hear(admitted(a_member("Sam"), a_member("Bo")))
    models.people.search = "bo"
    assert models.rows(models.people, "name") == ["Bo"]
    models.hear(MemberJoined(a_member("Bob Smith")))
    assert models.rows(models.people, "name") == ["Bo", "Bob Smith"]
    models.people.search = ""
    assert models.people.count == 4
    assert models.people.members == 4


def test_rights_follow_role_rules_and_suspensions(models: Models) -> None:
    meeting = models.meeting
    assert not meeting.mayUnmute
    models.hear(admitted(role=Role.MEMBER))
    assert meeting.mayUnmute
    assert meeting.mayChatToAll
    assert not meeting.mayChatPrivately
    models.hear(RulesChanged(Rules(chat=ChatScope.HOST, allowed=Rules().allowed - {Right.VIDEO})))
    assert meeting.mayChat
    assert not meeting.mayChatToAll
    assert not meeting.mayVideo
    held = a_member("Amira Haddad", ME, paused=True, held_back=frozenset({Right.CHAT}))
    models.hear(YouWereSuspended(ALL, everyone=True), MemberChanged(held))
    assert meeting.paused
    assert not meeting.mayChat
    assert meeting.mayReact
    models.hear(YouWereSuspended(None, everyone=True), MemberChanged(a_member("Amira Haddad", ME)))
    assert meeting.mayChat


def test_a_pause_for_all_does_not_stop_the_host(models: Models) -> None:
    models.hear(admitted(role=Role.HOST), YouWereSuspended(ALL, everyone=True))
    assert models.meeting.mayUnmute
    models.hear(YouWereSuspended(ALL))
    assert not models.meeting.mayUnmute


def test_a_guest_again_has_no_rights_and_sees_nobody(models: Models) -> None:
    models.hear(admitted(a_member("Sam"), role=Role.MEMBER), YouWerePutBack())
    assert not models.meeting.inside
    assert not models.meeting.mayChat
    assert models.people.count == models.stage.count == 0


def test_nothing_of_a_meeting_stays_after_it(models: Models) -> None:
    models.hear(
        admitted(a_member("Sam"), guests=(a_guest("Lena"),)),
        ChatLine(by=id_of("Sam"), name="Sam", text="Hi", at=0.0, number=1),
        Disconnected("ended"),
    )
    assert [model.rowCount() for model in models.lists] == [0, 0, 0, 0]
    assert models.chat.unread == 0


def test_guests_stand_in_the_order_of_their_waiting(models: Models) -> None:
    models.hear(admitted(), GuestArrived(a_guest("Tom", 5)), GuestArrived(a_guest("Lena", 70)))
    assert models.rows(models.door, "name") == ["Lena", "Tom"]
    assert models.rows(models.door, "detail") == ["Never met before · 1 min", "Never met before · 5 s"]
    models.hear(GuestLeft(id_of("Lena"), "admitted"))
    assert models.rows(models.door, "name") == ["Tom"]


def test_what_a_guest_writes_is_at_the_door_and_not_in_the_chat(models: Models) -> None:
    tom = id_of("Tom")
    models.hear(admitted(), GuestArrived(a_guest("Tom")))
    models.hear(ChatLine(by=tom, name="Tom", text="Hello?", at=0.0, number=1, talk=tom))
    models.door.lookAt(tom)
    assert "“Hello?”" in models.rows(models.door.notes, "text")
    assert models.chat.count == 0


def test_the_chat_keeps_a_bounded_number_of_lines(models: Models, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = 50
    assert kept < LINES_KEPT
    monkeypatch.setattr("client.models.chat.LINES_KEPT", kept)
    models.hear(admitted(a_member("Sam")))
    for number in range(kept + 10):
        models.hear(ChatLine(by=id_of("Sam"), name="Sam", text=str(number), at=0.0, number=number))
    assert models.chat.count == kept
    assert models.rows(models.chat, "text")[0] == "10"


def test_private_lines_say_to_whom(models: Models) -> None:
    sam = id_of("Sam")
    models.hear(
        admitted(a_member("Sam")),
        ChatLine(by=sam, name="Sam", text="a", at=0.0, number=1, to=ME),
        ChatLine(by=ME, name="Amira", text="b", at=0.0, number=2, to=sam, mine=True),
        ChatLine(by=sam, name="Sam", text="c", at=0.0, number=3, to="host"),
        ChatLine(by=sam, name="Sam", text="d", at=0.0, number=4),
    )
    assert models.rows(models.chat, "privateTo") == ["to you only", "to Sam only", "to the host", ""]


def test_a_weak_line_is_judged_by_what_was_made_up_since_the_last_second(models: Models) -> None:
    sam = id_of("Sam")
    models.hear(admitted(a_member("Sam")))
    for frames, concealed in ((100, 0.0), (200, 10.0), (300, 6.7), (400, 5.0)):
        track = TrackStatistics(
            person=sam, kind="audio", frames=frames, packets=frames, concealed_percent=concealed
        )
        models.hear(Statistics(rtt_ms=20.0, received=(track,)))
        if frames == 200:
            assert models.rows(models.stage, "weak") == [0, 1]
    assert models.rows(models.stage, "weak") == [0, 0]


def test_a_hidden_name_is_hidden_from_the_others_only(models: Models) -> None:
    models.hear(admitted(a_member("Sam", suspended=True, name_hidden=True)))
    assert models.rows(models.stage, "name") == ["Amira Haddad (you)", "Name hidden"]


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Amira Haddad", "AH"), ("  lena ", "L"), ("Tomás de la Rey", "TR"), ("!?", "?"), ("", "?")],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_name_cannot_turn_the_line_that_it_stands_in() -> None:
    assert shown_name("Sam\u202e rof\u2066 x") == "Sam rof x"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://example.org/a?b=c.", ["https://example.org/a?b=c"]),
        ("(http://a.nl/x)", ["http://a.nl/x"]),
        ("javascript:alert(1) file:///etc/passwd", []),
        ("https://gооgle.com/", ["https://xn--ggle-55da.com/"]),
        ("https://a.nl/ https://a.nl/", ["https://a.nl/"]),
        ("https://", []),
    ],
)
def test_addresses_are_shown_as_they_would_be_opened(text: str, found: list[str]) -> None:
    assert addresses(text) == found
