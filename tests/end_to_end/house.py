"""A host's service and the people who come to it, each a process with a home of its own, spoken to in JSON lines."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from client.demo.actor import Actor, Line
from peer.keys import Identity
from peer.link.secret_store import installation_secret, open_store

STARTS = 30.0
"""Seconds in which a process on a busy machine has begun, or something has failed."""

SOON = 15.0
TITLE = "Eastbank Council"
HOST = "Amira"
PASSPHRASE = b"a grey heron on the quay"

LOUD = re.compile(r"^(?:WARNING|ERROR|CRITICAL) .*|^Traceback .*|^\w*(?:Error|Exception)\b.*", re.MULTILINE)


class House:
    """All processes of one test. `close` ends them and returns what they logged that nobody expected."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.actors: dict[str, Actor] = {}
        self.ids: dict[str, str] = {}
        self.link = ""
        self._expected: list[re.Pattern[str]] = []
        self._logs: list[Path] = []

    def expect(self, pattern: str) -> None:
        """Name log lines at WARNING or above that belong to this test."""
        self._expected.append(re.compile(pattern))

    def home(self, name: str) -> Path:
        """This person's own folder."""
        home = self.folder / "homes" / name
        home.mkdir(parents=True, exist_ok=True)
        return home

    def begin(
        self,
        name: str,
        arguments: Sequence[str],
        *,
        identity: Sequence[str] = ("--identity", "ephemeral"),
        environment: Mapping[str, str] | None = None,
        pass_fds: Sequence[int] = (),
        prefix: Sequence[str] = (),
    ) -> Actor:
        """Start one process; its descriptors in `pass_fds` are closed here once it has them."""
        self._logs.append(self.folder / f"{len(self._logs)}-{name}.log")
        if name in self.actors:
            self.actors[name].end()
        self.actors[name] = actor = Actor(
            name,
            [*arguments, "--home", str(self.home(name)), *identity],
            environment=environment,
            log=self._logs[-1],
            pass_fds=pass_fds,
            prefix=prefix,
        )
        for descriptor in pass_fds:
            os.close(descriptor)
        return actor

    def log_of(self, name: str) -> str:
        """What the newest process of this name wrote on standard error."""
        return [path for path in self._logs if path.name.endswith(f"-{name}.log")][-1].read_text()

    # --- the service ---------------------------------------------------------------------------

    def open(self, *options: str, **more: Any) -> Actor:
        """Start a service; its open link is `link`."""
        service = self.begin(
            "service", ["host", "--title", TITLE, "--address", "127.0.0.1", *options], **more
        )
        self.link = service.wait_for("invite_made", STARTS)[1]["link"]
        return service

    @property
    def service(self) -> Actor:
        """The service that runs."""
        return self.actors["service"]

    def host_key(self, passphrase: bytes = PASSPHRASE) -> str:
        """The public identity of the host's person, whose sealed key file is made the first time."""
        secret = installation_secret(open_store(self.home(HOST), passphrase=passphrase))
        return Identity.for_hosting(secret).public.hex()

    def enter_as_host(self, **more: Any) -> Actor:
        """The host's person joins the service that obeys `host_key`, and is inside."""
        host = self.begin(
            HOST,
            ["join", self.link, "--name", HOST],
            identity=("--passphrase-fd", str(descriptor := pipe_with(PASSPHRASE + b"\n"))),
            pass_fds=(descriptor,),
            **more,
        )
        self.ids[HOST] = host.wait_for("admitted", STARTS)[1]["you"]
        return host

    # --- people --------------------------------------------------------------------------------

    def knock(self, name: str, *options: str, link: str | None = None, **more: Any) -> Actor:
        """Somebody comes to the door."""
        return self.begin(name, ["join", link or self.link, "--name", name, *options], **more)

    def arrived(self, name: str, *, at: Actor | None = None, after: int = 0) -> str:
        """The id under which this guest is seen at the door."""

        def guest(line: Line) -> str | None:
            cards = [line["guest"]] if line["type"] == "guest_arrived" else line.get("guests", ())
            return next((card["id"] for card in cards if card["name"] == name), None)

        seen = (at or self.service).wait_for(lambda line: guest(line) is not None, STARTS, after=after)
        return str(guest(seen[1]))

    def admit(self, name: str, *, by: Actor | None = None, after: int = 0) -> str:
        """Let in who has knocked; their id."""
        orders = by or self.service
        orders.say(type="admit", guest=self.arrived(name, at=orders, after=after))
        admitted = self.actors[name].wait_for("admitted", SOON)[1]
        self.ids[name] = admitted["you"]
        return self.ids[name]

    def bring(self, *names: str, media: bool = False, options: Sequence[str] = ()) -> list[Actor]:
        """These people come and are let in; with `media` they show a test picture and speak."""
        devices = ("--camera", "test", "--microphone", "test") if media else ()
        came = [self.knock(name, *devices, *options) for name in names]
        for name in names:
            self.admit(name)
        if media:
            for name in names:
                self.switch_on(name)
        return came

    def switch_on(self, name: str) -> None:
        """Microphone and camera on."""
        actor = self.actors[name]
        after = actor.count()
        actor.say(type="microphone", on=True)
        actor.say(type="camera", on=True)
        actor.wait_for("microphone_state", SOON, after=after, on=True)
        actor.wait_for("camera_state", SOON, after=after, on=True)

    def see_and_hear(self, *names: str, least: int = 5, timeout: float = 25.0) -> None:
        """Each of these people receives more pictures and more sound of each other one from now on."""
        began = {name: self.actors[name].count() for name in names}
        for receiver in names:
            for sender in names:
                if sender != receiver:
                    self.receives(receiver, self.ids[sender], "camera", began[receiver], least, timeout)
                    self.receives(receiver, self.ids[sender], "audio", began[receiver], least, timeout)

    def receives(
        self, receiver: str, person: str, kind: str, after: int, least: int = 5, timeout: float = 25.0
    ) -> None:
        """`least` frames more of this track than the first statistics line after index `after` counts."""
        first: list[int] = []

        def grew(line: Line) -> bool:
            if line["type"] != "statistics":
                return False
            first.append(frames := frames_of(line, person, kind))
            return frames >= min(first) + least

        self.actors[receiver].wait_for(grew, timeout, after=after)

    def statistics(self, name: str) -> Line:
        """The next statistics line that this person's process says."""
        actor = self.actors[name]
        return actor.wait_for("statistics", SOON, after=actor.count())[1]

    # --- the end -------------------------------------------------------------------------------

    def end(self) -> None:
        """End it for all, and wait for the service to be gone."""
        self.service.say(type="end")
        self.service.wait_end(SOON)

    def close(self) -> list[str]:
        """End every process; log lines that nobody expected."""
        for actor in self.actors.values():
            actor.end()
        lines = [line for path in self._logs for line in LOUD.findall(path.read_text())]
        return [line for line in lines if not any(one.search(line) for one in self._expected)]


def pipe_with(content: bytes) -> int:
    """A descriptor from which this can be read, once."""
    out, into = os.pipe()
    os.write(into, content)
    os.close(into)
    return out


def track_of(line: Line, person: str, kind: str) -> dict[str, Any]:
    """What a statistics line says of one person's track; an empty one if it says nothing."""
    for track in line["received"]:
        if track["person"] == person and track["kind"] == kind:
            return dict(track)
    return {"frames": 0, "packets": 0}


def frames_of(line: Line, person: str, kind: str) -> int:
    """The decoded frames of one track."""
    return int(track_of(line, person, kind)["frames"])


def packets_of(line: Line, person: str, kind: str) -> int:
    """The received packets of one track."""
    return int(track_of(line, person, kind)["packets"])


def changed(member: str, **fields: Any) -> Callable[[Line], bool]:
    """A line that tells of this member with these fields."""

    def holds(line: Line) -> bool:
        if line["type"] != "member_changed" or line["member"]["id"] != member:
            return False
        return all(line["member"].get(key) == value for key, value in fields.items())

    return holds
