"""Run every check of the project, or those named, and say in a few lines what came of them.

Each runs to its end whatever the others did. The exit code is 0 when all went well, else 1; junit's reports
lie in `test-results/`. Screen, home and session bus are the checks' own: nobody's are touched.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
RESULTS = PROJECT / "test-results"
PYTHON = sys.executable
BIN = Path(PYTHON).parent

LIMIT = 20 * 60
"""Seconds that all checks together may take: one that hangs does not hang whoever waits for it."""

GRACE = 20
"""Seconds between asking a check to end and ending it."""

PYTEST = ["-m", "pytest", "--durations=10"]
COVERAGE = [PYTHON, "-m", "coverage"]
COVERED = "--source=peer/room"

CHECKS: dict[str, list[list[str | Path]]] = {
    "format": [[BIN / "ruff", "format", "--check", "."]],
    "lint": [[BIN / "ruff", "check", "."]],
    "types": [[BIN / "mypy"]],
    "imports": [[BIN / "lint-imports"]],
    "qml": [[PYTHON, "-m", "client.qmltypes"]],
    "room": [
        [*COVERAGE, "run", COVERED, *PYTEST, "tests/room", f"--junit-xml={RESULTS / 'room.xml'}"],
        [*COVERAGE, "report", "--fail-under=100"],
    ],
    "tests": [[PYTHON, *PYTEST, "--ignore=tests/room", f"--junit-xml={RESULTS / 'tests.xml'}"]],
}


@dataclass(frozen=True)
class Outcome:
    """What came of one check."""

    name: str
    problem: str
    seconds: float


def main(names: list[str]) -> int:
    """Run the named checks, all by default."""
    if unknown := [name for name in names if name not in CHECKS]:
        print(f"No such check: {', '.join(unknown)}. There are: {', '.join(CHECKS)}.", file=sys.stderr)
        return 2
    RESULTS.mkdir(exist_ok=True)
    for old in RESULTS.glob("*.xml"):
        old.unlink()
    deadline = time.monotonic() + LIMIT
    with own_environment() as environment:
        outcomes = [run(name, environment, deadline) for name in names or CHECKS]
    return summary(outcomes)


def run(name: str, environment: dict[str, str], deadline: float) -> Outcome:
    """Run one check's commands in turn, up to the first that fails."""
    began = time.monotonic()
    problem = ""
    for command in CHECKS[name]:
        print(f"\n== {name}: {' '.join(Path(word).name for word in map(str, command))}", flush=True)
        problem = carry_out(command, environment, deadline)
        if problem:
            break
    return Outcome(name, problem, time.monotonic() - began)


def carry_out(command: list[str | Path], environment: dict[str, str], deadline: float) -> str:
    """Run a command; returns what went wrong, or nothing."""
    left = deadline - time.monotonic()
    if left <= 0:
        return "not run: out of time"
    with subprocess.Popen(command, cwd=PROJECT, env=environment, start_new_session=True) as process:
        try:
            code = process.wait(left)
        except subprocess.TimeoutExpired:
            end(process)
            return "out of time"
        except BaseException:
            end(process)
            raise
    return f"exit code {code}" if code else ""


def end(process: subprocess.Popen[bytes]) -> None:
    """Interrupt a command and its children, and end them if that does not help."""
    for number in (signal.SIGINT, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(GRACE)
            return


@contextlib.contextmanager
def own_environment() -> Iterator[dict[str, str]]:
    """An environment with a home, a language and (on Linux) a virtual screen of its own."""
    person = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY")
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in person and not name.startswith(("LC_", "PULSE_", "QML_", "QSG_", "QT_", "XDG_"))
    }
    with tempfile.TemporaryDirectory(prefix="vestibule-checks-") as home, contextlib.ExitStack() as stack:
        runtime = Path(home, "runtime")
        runtime.mkdir(mode=0o700)
        kept |= {
            "HOME": home,
            "LANG": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "OMP_NUM_THREADS": "1",
            "XDG_RUNTIME_DIR": str(runtime),
        }
        if sys.platform == "linux":
            kept["DISPLAY"] = stack.enter_context(virtual_screen(kept))
        yield kept


@contextlib.contextmanager
def virtual_screen(environment: dict[str, str]) -> Iterator[str]:
    """An X server without a monitor, large enough for a 4K window; yields its display."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "3840x2160x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    ) as server:
        assert server.stdout is not None
        try:
            number = server.stdout.readline().decode().strip()
            if not number:
                raise SystemExit("Xvfb did not start.")
            yield f":{number}"
        finally:
            server.terminate()


def summary(outcomes: list[Outcome]) -> int:
    """Print what came of the checks and of the tests in them."""
    print("\n== summary")
    for outcome in outcomes:
        print(f"{outcome.name:10}{outcome.problem or 'ok':24}{outcome.seconds:6.0f} s")
    passed = failed = skipped = 0
    for report in sorted(RESULTS.glob("*.xml")):
        for suite in ET.parse(report).getroot().iter("testsuite"):
            wrong = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            left_out = int(suite.get("skipped", 0))
            passed += int(suite.get("tests", 0)) - wrong - left_out
            failed += wrong
            skipped += left_out
    if any(RESULTS.glob("*.xml")):
        print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return int(any(outcome.problem for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
