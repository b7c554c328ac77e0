"""What a demo leaves behind: `summary.json`."""

from __future__ import annotations

from pathlib import Path

import msgspec


class Step(msgspec.Struct):
    """One thing that had to happen. `at_ms` counts from the demo's start."""

    name: str
    ok: bool
    at_ms: int
    detail: str = ""


class Pair(msgspec.Struct, rename={"sender": "from", "receiver": "to"}):
    """What one person received of another. `kind`: audio or video; times count from the receiver's admission.

    `frames`: decoded pictures, or 10 ms blocks of decoded sound. `why` says what was missing where `ok` is false.
    """

    sender: str
    receiver: str
    kind: str
    frames: int
    first_frame_ms: float | None
    concealed_percent: float
    freezes: int
    ok: bool
    why: str = ""


class Process(msgspec.Struct):
    """What one process cost: CPU in percent of one core over its life, and the most memory that it had."""

    name: str
    cpu_percent: float
    rss_mb: float


class Summary(msgspec.Struct):
    """The whole demo."""

    ok: bool
    steps: list[Step]
    pairs: list[Pair]
    processes: list[Process]
    screenshots: list[str]

    def write(self, folder: Path) -> Path:
        """Write it into the folder; the path."""
        path = folder / "summary.json"
        path.write_bytes(msgspec.json.format(msgspec.json.encode(self), indent=2))
        return path
