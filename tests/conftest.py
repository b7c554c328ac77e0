"""What holds for every test: no unexpected log line, no process left behind."""

from tests.logs import expected_log, no_unexpected_log
from tests.processes import no_process_left

__all__ = ["expected_log", "no_process_left", "no_unexpected_log"]
