"""The fixture of these tests: a house whose processes end with the test, and log nothing that it did not expect."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.house import House


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A house of its own for each test."""
    house = House(tmp_path)
    try:
        yield house
    finally:
        loud = house.close()
    if loud:
        pytest.fail("unexpected in the processes' logs:\n" + "\n".join(loud), pytrace=False)
