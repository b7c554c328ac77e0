"""`vestibule demo`: a real meeting on one computer, from the first knock to the end for all, told as it happens."""

from __future__ import annotations

import argparse
import contextlib
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from client.demo.actor import Missed
from client.demo.cast import Cast
from client.demo.scenes import Scenes
from client.demo.screen import VirtualScreen
from client.demo.summary import Step, Summary
from client.demo.watch import CostWatch
from peer.main import has_display


def run(arguments: argparse.Namespace) -> int:
    """Hold the meeting; 0 if everything that had to happen did."""
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        environment: Mapping[str, str] = {}
        if not arguments.headless and not has_display():
            screen = VirtualScreen()
            stack.callback(screen.close)
            environment = screen.environment
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="vestibule-demo-")))
        cast = Cast(folder, out, environment, headless=arguments.headless)
        stack.callback(cast.end)
        summary = Play(cast, out).run()
    path = summary.write(out)
    print(f"{'All of it happened' if summary.ok else 'Not all of it happened'}: {path}", flush=True)
    return 0 if summary.ok else 1


class Play:
    """One run: its steps, what was seen and heard, and what it cost."""

    def __init__(self, cast: Cast, out: Path) -> None:
        self._cast = cast
        self._out = out
        self._began = time.monotonic()
        self._steps: list[Step] = []
        self._screenshots: list[str] = []

    def run(self) -> Summary:
        """Play every scene; what follows a scene that fails is not played, but named."""
        costs = CostWatch(self._cast.processes)
        scenes = Scenes(self._cast)
        for name, scene in scenes.all():
            if self._steps and not self._steps[-1].ok:
                self._note(name, False, "not played: the scene before it failed")
                continue
            try:
                detail = scene()
            except Missed as missed:
                self._note(name, False, str(missed))
            else:
                self._note(name, True, detail)
                self._screenshots.extend(
                    self._cast.screenshots(f"{len(self._steps):02}-{name.replace(' ', '-')}")
                )
        pairs = scenes.pairs()
        for pair in pairs:
            if not pair.ok:
                print(f"  {pair.sender} to {pair.receiver}, {pair.kind}: {pair.why}", flush=True)
        processes = costs.end()
        self._cast.end()
        left = [process.name() for process in self._cast.left_behind()]
        self._note("nothing is left running", not left, ", ".join(left))
        ok = all(step.ok for step in self._steps) and all(pair.ok for pair in pairs)
        return Summary(ok, self._steps, pairs, processes, self._screenshots)

    def _note(self, name: str, ok: bool, detail: str) -> None:
        at = int((time.monotonic() - self._began) * 1000)
        self._steps.append(Step(name, ok, at, detail))
        print(
            f"{at / 1000:6.1f} s  {'ok  ' if ok else 'FAIL'}  {name}{': ' + detail if detail else ''}",
            flush=True,
        )
