"""`vestibule bench ui`: a window full of pictures neither delays what the host forwards nor stands still itself.

The app's own window paints nine tiles at 30 pictures a second. In turns it does so without a meeting, while a bare UDP
echo is timed and a 2 ms timer watches the Qt thread (the yardsticks), and in a meeting, while the host's process
forwards 3,000 packets a second, the window's own pictures and sound among them, and the same timer watches. Where
there is no screen it starts a virtual one.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Sequence

from client.bench.ui_cast import HEIGHT, WIDTH, Seen
from client.bench.ui_turns import Turns, p99, take_turns

RUNS = 5
SECONDS = 4.0
"""Of each measurement; ten of them and the set-up take a little over a minute."""

TIMES, MILLISECONDS = 2.0, 2.0
"""What forwarding may add to a packet's way: so many times the echo's delay, and so much."""

BLOCK_TIMES = 2.0

HEADS = (
    ("echo", 7),
    ("host", 7),
    ("may be", 7),
    ("share", 6),
    ("timer", 7),
    ("meeting", 8),
    ("times", 6),
    ("packets/s", 10),
    ("lost", 5),
    ("frames/s", 9),
    ("alone", 6),
    ("others %", 9),
)


def row(turns: Turns) -> tuple[float, ...]:
    """What stands under HEADS: milliseconds, times, and rates a second."""
    echo, host = p99(turns.echo) * 1000, p99(turns.forwarded) * 1000
    may_be = TIMES * echo + MILLISECONDS
    alone, meeting = turns.alone, turns.meeting
    return (
        echo,
        host,
        may_be,
        host / may_be,
        alone.block * 1000,
        meeting.block * 1000,
        meeting.block / alone.block,
        turns.packets,
        turns.forwarded.missing,
        meeting.frames / meeting.seconds,
        alone.frames / alone.seconds,
        turns.others,
    )


def pictures(seen: Seen) -> float:
    """Pictures put into the tiles in a second."""
    return seen.pictures / seen.seconds


def report(found: Sequence[Turns]) -> tuple[list[str], bool]:
    """The table, and whether both bars hold."""
    rows = [row(turns) for turns in found]
    medians = tuple(statistics.median(column) for column in zip(*rows, strict=True))
    share, times = medians[3], medians[6]
    width, height = found[-1].meeting.tile
    lines = [
        f"{'':6} {'delay of a packet, p99, ms':^30} {'longest block, ms':^23}",
        " ".join((f"{'run':>6}", *(f"{head:>{size}}" for head, size in HEADS))),
    ]
    for name, values in (*enumerate(rows, 1), ("median", medians)):
        cells = zip(values, HEADS, strict=True)
        shown = (f"{value:>{size}.{0 if value >= 1000 else 2}f}" for value, (_, size) in cells)
        lines.append(" ".join((f"{name:>6}", *shown)))
    inside = statistics.median(pictures(turns.meeting) for turns in found)
    outside = statistics.median(pictures(turns.alone) for turns in found)
    news = statistics.median(turns.meeting.news / turns.meeting.seconds for turns in found)
    lines += [
        f"pictures of {WIDTH}x{HEIGHT} in tiles of {width}x{height}: {inside:.0f} a second in the meeting, "
        f"{outside:.0f} without (270 are given); {news:.0f} news a second; frames/s is the whole window",
        f"forwarding adds {medians[1]:.2f} ms, {share:.2f} of what it may ({TIMES:.0f} x echo + "
        f"{MILLISECONDS:.0f} ms): {'holds' if share <= 1 else 'MISSED'}",
        f"the Qt thread stood still {times:.2f} times as long as without a meeting (at most {BLOCK_TIMES:.0f}): "
        f"{'holds' if times <= BLOCK_TIMES else 'MISSED'}",
    ]
    return lines, share <= 1 and times <= BLOCK_TIMES


def run(argv: Sequence[str]) -> int:
    """Print the table; 1 if a target was missed."""
    parser = argparse.ArgumentParser(prog="vestibule bench ui", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="of each measurement")
    options = parser.parse_args(argv)
    lines, good = report(take_turns(options.runs, options.seconds))
    print("\n".join(lines))
    print(f"median of {options.runs} runs; others: what other programs took of the machine meanwhile")
    return 0 if good else 1
