"""A log line at WARNING or above that a test did not expect fails that test."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator

import pytest


class Watch(logging.Handler):
    """Keeps the log lines at WARNING or above that match none of the expected patterns."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.expected: list[re.Pattern[str]] = []
        self._lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = f"{record.levelname} {record.name}: {record.getMessage()}"
        if record.exc_info and record.exc_info[1] is not None:
            line += f" ({record.exc_info[1]!r})"
        self._lines.append(line)

    def unexpected(self) -> list[str]:
        """The lines that no pattern accounts for, in the order in which they came."""
        return [line for line in self._lines if not any(pattern.search(line) for pattern in self.expected)]


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[Watch]:
    """Fail a test that logs at WARNING or above, but for what `@pytest.mark.expected_log(...)` names."""
    watch = Watch()
    for mark in request.node.iter_markers("expected_log"):
        watch.expected += [re.compile(pattern) for pattern in mark.args]
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    if lines := watch.unexpected():
        pytest.fail("unexpected in the log:\n" + "\n".join(lines), pytrace=False)


@pytest.fixture
def expected_log(no_unexpected_log: Watch) -> Callable[[str], None]:
    """Name, from inside a test, a pattern of log lines ("LEVEL logger: message") that it expects."""
    return lambda pattern: no_unexpected_log.expected.append(re.compile(pattern))
