"""A rude member for each test, beside the house of the end-to-end tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.end_to_end.people import house
from tests.hostile.rude_member import RudeMember

__all__ = ["house"]


@pytest.fixture
def rude() -> Iterator[Callable[..., RudeMember]]:
    """Makes machines that obey nothing; they end with the test."""
    with ExitStack() as stack:

        def make(link: str, name: str = "Mallory") -> RudeMember:
            machine = RudeMember(link, name)
            stack.callback(machine.close)
            return machine

        yield make
