"""The run of all checks says truly what came of them."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

CHECKS = Path(__file__).parents[2] / "packaging" / "checks.py"

REPORT = """<testsuites><testsuite tests="7" failures="1" errors="1" skipped="2"/></testsuites>"""


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("checks", CHECKS)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "checks", module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "RESULTS", tmp_path / "test-results")
    return module


def python(script: str) -> list[str]:
    return [sys.executable, "-c", script]


def test_all_run_and_one_failure_counts(
    checks: ModuleType, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    report = tmp_path / "test-results" / "some.xml"
    checks.CHECKS = {
        "first": [python("raise SystemExit(3)"), python("print('never reached')")],
        "second": [python(f"open({str(report)!r}, 'w').write({REPORT!r})"), python("print('reached')")],
    }
    assert checks.main([]) == 1
    lines = capfd.readouterr().out.splitlines()
    assert "reached" in lines
    assert "never reached" not in lines
    first, second, totals = lines[-3:]
    assert first.split()[:4] == ["first", "exit", "code", "3"]
    assert second.split()[:2] == ["second", "ok"]
    assert totals == "3 passed, 2 failed, 2 skipped"


def test_all_well(checks: ModuleType) -> None:
    checks.CHECKS = {"only": [python("")]}
    assert checks.main([]) == 0


def test_named_checks_run_alone(checks: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    checks.CHECKS = {"bad": [python("raise SystemExit(1)")], "good": [python("")]}
    assert checks.main(["good"]) == 0
    assert checks.main(["goof"]) == 2
    assert "There are: bad, good." in capfd.readouterr().err


def test_a_report_of_an_earlier_run_does_not_count(
    checks: ModuleType, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "test-results").mkdir()
    (tmp_path / "test-results" / "old.xml").write_text(REPORT)
    checks.CHECKS = {"only": [python("")]}
    assert checks.main([]) == 0
    assert "passed" not in capfd.readouterr().out


def test_a_check_that_hangs_is_ended_with_its_children(
    checks: ModuleType, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """That no process is left is checked after every test."""
    hangs = """
import signal, subprocess, sys, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
time.sleep(600)
"""
    monkeypatch.setattr(checks, "LIMIT", 2)
    monkeypatch.setattr(checks, "GRACE", 0.2)
    checks.CHECKS = {"hangs": [python(hangs)], "later": [python("")]}
    assert checks.main([]) == 1
    hung, later = capfd.readouterr().out.splitlines()[-2:]
    assert "out of time" in hung
    assert "not run" in later


def test_the_person_who_runs_it_is_left_alone(
    checks: ModuleType, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/ana")
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/home/ana/.config")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus")
    checks.CHECKS = {"only": [python("import os; print(sorted(os.environ.items()))")]}
    assert checks.main([]) == 0
    out = capfd.readouterr().out
    for mine in ("/home/ana", ":4711", "wayland-0", "/run/user/1000"):
        assert mine not in out
    assert "('DISPLAY', ':" in out
    assert os.environ["HOME"] == "/home/ana"
