"""A host and its members need no window: a meeting on a machine that has neither Qt nor the client."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.end_to_end.house import SOON, House

BLOCKED = '''
import sys


class Blocked:
    """Nothing of these can be imported."""

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "qasync", "client"):
            raise ImportError(f"{name} is blocked")


sys.meta_path.insert(0, Blocked())
'''


@pytest.mark.slow
@pytest.mark.network
def test_a_meeting_without_qt(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "sitecustomize.py").write_text(BLOCKED)
    here = str(Path(__file__).parents[2])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(blocked), here)))
    window = house.begin("window", [], environment={"QT_QPA_PLATFORM": "offscreen"})
    assert window.wait_end(SOON) != 0
    assert "is blocked" in house.log_of("window")
    house.expect("^Traceback|is blocked")

    house.open()
    house.bring("Ana", "Bo", media=True)
    house.see_and_hear("Ana", "Bo")
    house.end()
