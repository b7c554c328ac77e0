"""The cast of a demo: the host with the service, three members, a guest who is declined, and a wrong invite.

Each is a process with an identity and a home of its own. With windows the host's window starts the service, as it does
for a person; headless the service stands alone, and the host joins it with the identity that it was told to obey.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

import psutil

from client.demo.actor import Actor, Missed
from client.demo.clips import Clip, make_clip
from peer.keys import Identity
from peer.link.secret_store import installation_secret, open_store

HOST = "Amira"
MEMBERS = ("Ana", "Bo", "Lena")
TITLE = "Eastbank Neighbourhood Council"
WINDOW = ("--json", "--size", "800x540")
"""Four windows of full size fill both cores of a small machine with painting alone."""

SHOT_WITHIN = 5.0
OPENS_WITHIN = 30.0


class Cast:
    """Everybody's processes. `actors` are those that are on, by name."""

    def __init__(self, folder: Path, out: Path, environment: Mapping[str, str], *, headless: bool) -> None:
        self.actors: dict[str, Actor] = {}
        self.clips: dict[str, Clip] = {}
        self.link = ""
        self._folder = folder
        self._out = out
        self._environment = environment
        self._headless = headless
        self._seen: dict[int, psutil.Process] = {}

    def make_clip(self, name: str) -> None:
        """Make what this person shows and says."""
        self.clips[name] = make_clip(self._folder, name, (HOST, *MEMBERS).index(name))

    def open_meeting(self) -> None:
        """The host begins: the service listens, and the host is inside. Raises Missed."""
        if self._headless:
            self._open_headless()
        else:
            host = self._begin(
                HOST, ["window", *WINDOW, "--host-title", TITLE, "--name", HOST, *self._devices(HOST)]
            )
            _, made = host.wait_for("invite_made", OPENS_WITHIN)
            self.link = made["link"]
        self.actors[HOST].wait_for("admitted", OPENS_WITHIN)

    def _open_headless(self) -> None:
        """A sealed key file makes the host's identity the same for the service, which obeys it, and for the person."""
        passphrase = secrets.token_hex(16).encode()
        secret = installation_secret(open_store(self._home(HOST), passphrase=passphrase))
        key = Identity.for_hosting(secret).public.hex()
        service = self._begin("service", ["host", "--title", TITLE, "--host", key, "--address", "127.0.0.1"])
        _, made = service.wait_for("invite_made", OPENS_WITHIN)
        self.link = made["link"]
        out, into = os.pipe()
        os.write(into, passphrase + b"\n")
        os.close(into)
        arguments = ["join", self.link, "--name", HOST, "--passphrase-fd", str(out), *self._devices(HOST)]
        self._begin(HOST, arguments, identity=(), pass_fds=(out,))
        os.close(out)

    def knock(self, name: str) -> Actor:
        """This member comes to the door, with camera and microphone, in a window if there are windows."""
        if self._headless:
            return self._begin(name, ["join", self.link, "--name", name, *self._devices(name)])
        return self._begin(
            name, ["window", self.link, *WINDOW, "--join-at-once", "--name", name, *self._devices(name)]
        )

    def knock_headless(self, name: str, link: str) -> Actor:
        """Somebody without a window comes to the door."""
        return self._begin(name, ["join", link, "--name", name, "--camera", "test", "--microphone", "test"])

    def _begin(
        self,
        name: str,
        arguments: Sequence[str],
        *,
        identity: Sequence[str] = ("--identity", "ephemeral"),
        pass_fds: Sequence[int] = (),
    ) -> Actor:
        home = self._home(name)
        self.actors[name] = Actor(
            name,
            [*arguments, "--home", str(home), *identity],
            environment=self._environment,
            log=self._out / f"{name.lower()}.log",
            pass_fds=pass_fds,
        )
        return self.actors[name]

    def _home(self, name: str) -> Path:
        home = self._folder / name / "home"
        home.mkdir(parents=True, exist_ok=True)
        return home

    def _devices(self, name: str) -> list[str]:
        clip = self.clips[name]
        speaker = self._folder / f"{name}-heard.wav"
        return [
            *("--camera", str(clip.camera)),
            *("--microphone", str(clip.microphone)),
            *("--speaker", str(speaker)),
            "--read-counters",
        ]

    def screenshots(self, label: str) -> list[str]:
        """A picture of every window that is open; the files that were written."""
        if self._headless:
            return []
        asked: list[tuple[Actor, int]] = []
        for name, actor in self.actors.items():
            if name in (HOST, *MEMBERS) and actor.process.poll() is None:
                asked.append((actor, actor.count()))
                actor.say(type="screenshot", path=str(self._out / f"{label}-{name.lower()}.png"))
        saved: list[str] = []
        for actor, after in asked:
            with contextlib.suppress(Missed):
                saved.extend(actor.wait_for("screenshot_saved", SHOT_WITHIN, after=after)[1]["paths"])
        return saved

    def envelopes_path(self, name: str) -> Path:
        """Where this person's process writes what it heard of each talker."""
        return self._folder / f"{name}-envelopes.json"

    def processes(self) -> dict[str, psutil.Process]:
        """Everybody's processes by name; the service that a window started is named so."""
        named: dict[str, psutil.Process] = {}
        for name, actor in list(self.actors.items()):
            for number, process in enumerate(actor.family()):
                named[name if number == 0 else "service"] = process
                self._seen[process.pid] = process
        return named

    def end(self) -> None:
        """End every process."""
        for actor in self.actors.values():
            actor.end()

    def left_behind(self) -> list[psutil.Process]:
        """What still runs of all that was ever seen."""
        return [process for process in self._seen.values() if process.is_running()]
