"""What the record of orders is told."""

from __future__ import annotations

import pytest

from peer.room.recording import record
from peer.room.requests import (
    Admit,
    AdmitAll,
    ChangeRules,
    MakeInvite,
    Remove,
    Request,
    SetRight,
    Suspend,
    UsePreset,
)
from peer.room.values import ChatScope, Party, Preset, Refusal, RefusalCode, Right
from tests.room.builder import a_hosted_meeting, identity_of


@pytest.mark.parametrize(
    ("request_", "about", "details", "texts"),
    [
        (Admit("max"), ["Max"], {}, {}),
        (AdmitAll(("max", "gone")), ["Max", ""], {}, {}),
        (Remove("lena", "spam", True), ["Lena"], {"everywhere": True}, {"reason": "spam"}),
        (
            ChangeRules(locked=True, chat=ChatScope.HOST, forbid=frozenset({Right.SHARE, Right.CHAT})),
            [],
            {"locked": True, "chat": "host", "forbid": "chat share"},
            {},
        ),
        (MakeInvite("Noor", 2, 5000.9), [], {"uses": 2, "ends": 5000}, {"invitee": "Noor"}),
        (UsePreset(Preset.CLASS), [], {"preset": "class"}, {}),
        (SetRight("lena", Right.SHARE, False), ["Lena"], {"right": "share", "given": False}, {}),
        (
            Suspend(None, "noise", exempt=("lena", "bo")),
            [],
            {"name_hidden": False, "receives_nothing": False, "cohosts": False},
            {"reason": "noise", "exempt": "Lena, Bo"},
        ),
    ],
)
def test_names_and_texts_stand_apart_from_what_names_nobody(
    request_: Request, about: list[str], details: dict[str, object], texts: dict[str, str]
) -> None:
    meeting = a_hosted_meeting().with_member("Lena", "Bo").with_guest("Max").meeting
    noted = record(meeting, "hanna", request_, 3, None)
    assert noted.by == Party("hanna", identity_of("Hanna"), "Hanna", "host")
    assert [one.name for one in noted.about] == about
    assert (noted.details, noted.texts, noted.number) == (details, texts, 3)


def test_a_refusal_is_in_it() -> None:
    refusal = Refusal(RefusalCode.NOT_ALLOWED)
    assert record(a_hosted_meeting().meeting, "nobody", Admit("max"), 0, refusal).refusal is refusal
