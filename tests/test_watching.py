"""What holds for every test is itself tested: on a small suite that breaks it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psutil

SUITE = """
import logging, subprocess, sys
import pytest

SLEEPER = [sys.executable, "-c", "import time; print('up', flush=True); time.sleep(60)"]

def start(**options):
    process = subprocess.Popen(SLEEPER, stdout=subprocess.PIPE, text=True, **options)
    assert process.stdout.readline() == "up\\n"
    return process

def test_quiet():
    logging.getLogger("link").info("nothing to see")

def test_says_something():
    logging.getLogger("link").warning("dropped a frame")

@pytest.mark.expected_log("WARNING link: dropped")
def test_says_what_it_named():
    logging.getLogger("link").warning("dropped a frame")

def test_names_it_inside(expected_log):
    expected_log("ERROR link: gone")
    logging.getLogger("link").error("gone")

def test_cleans_up():
    with start() as process:
        process.kill()

def test_leaves_a_process():
    print("pid", start(start_new_session=True).pid)
"""


def test_a_log_line_or_a_process_left_fails_a_test(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text((Path(__file__).parent / "conftest.py").read_text())
    (tmp_path / "test_suite.py").write_text(SUITE)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = expected_log: named log lines\n")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "6 passed, 2 errors" in run.stdout, run.stdout
    assert "WARNING link: dropped a frame" in run.stdout
    assert "still running after the test" in run.stdout
    left = int(run.stdout.partition("pid ")[2].split()[0])
    assert not psutil.pid_exists(left)
