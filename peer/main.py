"""The command `vestibule`. Qt is imported only by the branches that open a window."""

from __future__ import annotations

import argparse
import asyncio
import gc
import importlib
import importlib.metadata
import logging
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from peer.failures import Failure

PEER_BENCHES = ("forward", "join", "sound", "wire", "door", "suspend")
WINDOW_BENCHES = ("ui",)
DESCRIPTION = (
    "Meetings where the host's own computer is the door. Without a command, or with an invite: the window."
)
EPILOG = """\
the window:   vestibule [LINK] [--camera FILE|test] [--microphone FILE|test] [--speaker FILE]
              LINK is an invite, vestibule://join/…; opening it dials nothing by itself

host and join speak JSON lines: what happens on standard output, commands on standard input.
A member's lines:  {"type":"microphone","on":true}  {"type":"camera","on":false}  {"type":"chat","text":"Hello"}
                   {"type":"hand","up":true}  {"type":"leave"}
A host's lines:    {"type":"admit","guest":ID}  {"type":"decline","guest":ID}  {"type":"mute","member":ID}
                   {"type":"rules","locked":true}  {"type":"suspend","member":ID}  {"type":"end"}
docs/protocol.md lists them all.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0, 1 (a demo or bench missed a bar, a record does not hold) or 2 (it could not start, a record is unreadable).
    """
    given = list(sys.argv[1:] if argv is None else argv)
    arguments = parser().parse_args(with_command(given))
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    if arguments.verbose:  # of our own only: aiortc and aioice would log addresses
        logging.getLogger("vestibule").setLevel(logging.DEBUG)
    try:
        status: int = arguments.run(arguments)
    except Failure as failure:
        print(f"vestibule: {failure.code}: {failure.sentence()}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return status


def with_command(given: list[str]) -> list[str]:
    """Name the window's command where none is named."""
    if given and (given[0] in COMMANDS or given[0] in ("-h", "--help", "--version")):
        return given
    return ["window", *given]


def parser() -> argparse.ArgumentParser:
    """Build the command line."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--home", type=Path, metavar="DIR", help="where settings, keys and run files lie")
    common.add_argument(
        "--identity",
        choices=("kept", "ephemeral"),
        default="kept",
        help="ephemeral: memory only, for bots and tries",
    )
    common.add_argument(
        "--passphrase-fd",
        type=int,
        metavar="N",
        help="read the passphrase of the sealed key file from this descriptor",
    )
    common.add_argument("--verbose", action="store_true", help="log what happens, on standard error")

    devices = argparse.ArgumentParser(add_help=False)
    devices.add_argument("--camera", metavar="FILE|test", help="a video file, or a moving test picture")
    devices.add_argument("--microphone", metavar="FILE|test", help="a sound file, or a made voice")
    devices.add_argument("--speaker", metavar="FILE", help="write what is heard to this WAV file")
    devices.add_argument(
        "--read-counters", action="store_true", help="report the frame counters of test pictures"
    )

    whole = argparse.ArgumentParser(
        prog="vestibule",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=importlib.metadata.version("vestibule"))
    commands = whole.add_subparsers(metavar="COMMAND", required=True)
    for add in COMMANDS.values():
        add(commands, common, devices)
    return whole


Subparsers = Any
"""argparse's own type of add_subparsers() is private."""


def add_window(
    commands: Subparsers, common: argparse.ArgumentParser, devices: argparse.ArgumentParser
) -> None:
    window = commands.add_parser("window", parents=[common, devices], help="the app's window (the default)")
    window.add_argument("link", nargs="?", metavar="LINK", help="an invite, vestibule://join/…")
    window.add_argument("--name", help="the name to join with")
    window.add_argument("--json", action="store_true", help="speak JSON lines too, as join does")
    window.add_argument("--host-title", metavar="T", help="start a meeting of this title at once")
    window.add_argument("--waiting-room", choices=("on", "off"), default="on", help="with --host-title")
    window.add_argument("--size", metavar="WxH", help="how large the window opens, 640x480 at least")
    window.add_argument(
        "--join-at-once", action="store_true", help="with LINK: knock without the Pre-join page"
    )
    window.set_defaults(run=run_window)


def add_host(
    commands: Subparsers, common: argparse.ArgumentParser, _devices: argparse.ArgumentParser
) -> None:
    host = commands.add_parser("host", parents=[common], help="a host's service without a window")
    host.add_argument(
        "--title", default="Meeting", metavar="T", help="what guests read at the door (64 characters)"
    )
    host.add_argument("--description", default="", metavar="D")
    host.add_argument("--port", type=int, metavar="P", help="the port to listen on; any free one by default")
    host.add_argument(
        "--address", action="append", metavar="A", help="an address for the invite; found by default"
    )
    host.add_argument("--waiting-room", choices=("on", "off"), default="on")
    host.add_argument(
        "--waiting-video",
        type=Path,
        metavar="FILE",
        help="a film or picture for those who wait, with its sound",
    )
    host.add_argument("--host", metavar="PUBLIC_KEY", help="the identity to obey, 64 hexadecimal digits")
    host.add_argument(
        "--run-file", type=Path, metavar="PATH", help="outlive standard input; say here how to be found"
    )
    host.add_argument(
        "--state-key-fd", type=int, metavar="N", help="read the state file's 32-byte key from here"
    )
    host.add_argument("--resume", action="store_true", help="go on from the sealed state beside the run file")
    host.set_defaults(run=run_host)


def add_join(commands: Subparsers, common: argparse.ArgumentParser, devices: argparse.ArgumentParser) -> None:
    join = commands.add_parser("join", parents=[common, devices], help="a member without a window")
    join.add_argument("link", metavar="LINK")
    join.add_argument("--name", required=True, metavar="N")
    join.set_defaults(run=run_join)


def add_demo(
    commands: Subparsers, common: argparse.ArgumentParser, _devices: argparse.ArgumentParser
) -> None:
    demo = commands.add_parser(
        "demo", parents=[common], help="a real meeting of four on this computer, in a minute"
    )
    demo.add_argument(
        "--out", type=Path, default=Path("demo-out"), metavar="DIR", help="screenshots and summary.json"
    )
    demo.add_argument("--headless", action="store_true", help="without windows")
    demo.set_defaults(run=run_demo)


def add_bench(
    commands: Subparsers, common: argparse.ArgumentParser, _devices: argparse.ArgumentParser
) -> None:
    bench = commands.add_parser("bench", parents=[common], help="measure one thing beside its yardstick")
    bench.add_argument("name", choices=(*PEER_BENCHES, *WINDOW_BENCHES), metavar="NAME", help="%(choices)s")
    bench.add_argument("rest", nargs=argparse.REMAINDER, help="the bench's own options")
    bench.set_defaults(run=run_bench)


def add_verify(
    commands: Subparsers, common: argparse.ArgumentParser, _devices: argparse.ArgumentParser
) -> None:
    verify = commands.add_parser(
        "verify",
        parents=[common],
        help="whether a host's record of orders holds: 0 yes, 1 no (the first wrong line is named), 2 unreadable",
    )
    verify.add_argument(
        "log", type=Path, metavar="LOG", help="orders.log, or the meeting's folder in records/"
    )
    verify.add_argument(
        "--receipt", type=Path, metavar="FILE", help="what a member's machine kept (save_receipt)"
    )
    verify.add_argument(
        "--export", type=Path, metavar="FILE", help="write it readable too: a page (.html) or lines (.jsonl)"
    )
    verify.set_defaults(run=run_verify)


COMMANDS: dict[str, Callable[[Subparsers, argparse.ArgumentParser, argparse.ArgumentParser], None]] = {
    "window": add_window,
    "host": add_host,
    "join": add_join,
    "demo": add_demo,
    "bench": add_bench,
    "verify": add_verify,
}


def run_window(arguments: argparse.Namespace) -> int:
    """Open the app's window."""
    if sys.platform.startswith("linux") and not has_display():
        raise Failure("no_display")
    from client.app import run_window as run  # the only branch that may import Qt

    status: int = run(arguments)
    return status


def run_host(arguments: argparse.Namespace) -> int:
    """Run a host's service."""
    from peer.hosting import run_service

    return on_peer_loop(run_service(arguments))


def run_join(arguments: argparse.Namespace) -> int:
    """Join as a member without a window."""
    from peer.joining import run_member

    return on_peer_loop(run_member(arguments))


def run_demo(arguments: argparse.Namespace) -> int:
    """Hold the demo's meeting. It opens its windows in processes of their own."""
    from client.demo.play import run as run_the_demo

    status: int = run_the_demo(arguments)
    return status


def run_bench(arguments: argparse.Namespace) -> int:
    """Measure."""
    place = "client" if arguments.name in WINDOW_BENCHES else "peer"
    status: int = importlib.import_module(f"{place}.bench.{arguments.name}").run(arguments.rest)
    return status


def run_verify(arguments: argparse.Namespace) -> int:
    """Check a record of orders."""
    from peer.verifying import run

    return run(arguments)


def on_peer_loop(work: Coroutine[Any, Any, int]) -> int:
    """Run on the one kind of loop that the socket hooks of door and forwarder work with."""
    # What was imported stays: each time that the collector looked through it media stood still for some 40 ms.
    gc.freeze()
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        return runner.run(work)


def has_display() -> bool:
    """True if there is a screen to open a window on."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal", "vnc"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    raise SystemExit(main())
