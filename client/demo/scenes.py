"""What happens in a demo, scene by scene. A scene returns a detail to tell; what did not happen raises Missed."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Callable

from client.demo.actor import Actor, Line, Missed
from client.demo.cast import HOST, MEMBERS, Cast
from client.demo.judge import nothing, packets_of, pictures, sound
from client.demo.summary import Pair
from peer.link.invite import parse_invite

SOON = 10.0
TALK_SECONDS = 11.0
"""Six seconds of a voice are needed to tell it from another; the rest is slack."""

QUIET_SECONDS = 3.0
ON_THE_WAY = 1.2
"""Seconds after a mute in which a packet that was on its way may still be counted by the next statistics line."""

STRANGER = "Kevin"
FORGER = "Mallory"
PHRASE = "The quay is dry, I can see it from here."

Scene = Callable[[], str]


class Scenes:
    """The scenes of one demo, in order, and what they showed."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._ids: dict[str, str] = {}
        self._heard: dict[str, dict[str, list[float]]] = {}
        self._pairs: list[Pair] = []

    def all(self) -> list[tuple[str, Scene]]:
        """Every scene by name."""
        return [
            ("the host opens the meeting", self._open),
            ("three knock", self._knock),
            ("Ana and Bo are admitted", self._admit_two),
            ("Lena waits", self._wait),
            ("Lena is admitted", self._admit_lena),
            ("everybody sees and hears everybody", self._talk),
            ("Lena writes a line", self._chat),
            ("the host mutes Lena", self._mute),
            ("a stranger is declined", self._decline),
            ("a wrong invite is refused", self._refuse),
            ("Lena leaves", self._leave),
            ("the host ends it for all", self._end),
        ]

    def pairs(self) -> list[Pair]:
        """What everybody received of everybody."""
        return self._pairs

    @property
    def _host(self) -> Actor:
        return self._cast.actors[HOST]

    def _open(self) -> str:
        for name in (HOST, *MEMBERS):
            self._cast.make_clip(name)
        self._cast.open_meeting()
        self._ids[HOST] = self._host.heard("admitted")[0][1]["you"]
        return "its service listens, and the host is inside"

    def _knock(self) -> str:
        """All windows open before anybody is seen: opening one keeps a small machine busy for seconds."""
        for name in MEMBERS:
            self._cast.knock(name)
        for name in MEMBERS:
            self._arrived(name)
        return "the host sees three at the door"

    def _admit_two(self) -> str:
        self._switch_on(HOST)
        return "; ".join(self._admit(name) for name in ("Ana", "Bo"))

    def _wait(self) -> str:
        lena = self._cast.actors["Lena"]
        told = [line for _, line in lena.heard("waiting_room")]
        lena.wait_for("waiting_room", SOON, ahead=0)
        if lena.heard("admitted"):
            raise Missed("Lena was let in without an order")
        return f"{told[0]['title']!r}, nobody ahead of her now"

    def _admit_lena(self) -> str:
        return self._admit("Lena")

    def _talk(self) -> str:
        everybody = (HOST, *MEMBERS)
        for receiver, sender in itertools.permutations(everybody, 2):
            person = self._ids[sender]
            self._cast.actors[receiver].wait_for("picture_counters", SOON, person=person)
            self._cast.actors[receiver].wait_for(
                lambda line, p=person: (
                    packets_of(line, p, "audio") > 0 if line.get("type") == "statistics" else False
                ),
                SOON,
            )
        time.sleep(TALK_SECONDS)
        for name in everybody:
            path = self._cast.envelopes_path(name)
            self._cast.actors[name].say(type="save_envelopes", path=str(path))
            self._cast.actors[name].wait_for("envelopes_saved", SOON)
            # what was heard while everybody was there
            heard = json.loads(path.read_bytes())
            self._heard[name] = {person: kept[-int(TALK_SECONDS * 100) :] for person, kept in heard.items()}
        sent = {name: self._cast.clips[name].sent for name in everybody}
        for sender, receiver in itertools.permutations(everybody, 2):
            actor, person = self._cast.actors[receiver], self._ids[sender]
            self._pairs.append(sound(sender, person, actor, self._heard[receiver], sent))
            self._pairs.append(pictures(sender, person, actor))
        good = sum(pair.ok for pair in self._pairs)
        return f"{good} of {len(self._pairs)} pairs"

    def _chat(self) -> str:
        self._cast.actors["Lena"].say(type="chat", text=PHRASE)
        for name in (HOST, "Ana", "Bo"):
            _, line = self._cast.actors[name].wait_for("chat_line", SOON, text=PHRASE)
            if line["by"] != self._ids["Lena"]:
                raise Missed(f"{name} read it as {line['by']}'s")
        return "signed by Lena, receipted by the host, read by three"

    def _mute(self) -> str:
        lena, person = self._cast.actors["Lena"], self._ids["Lena"]
        self._host.say(type="mute", member=person)
        lena.wait_for("you_were_muted", SOON)
        muted = time.monotonic()
        counted: dict[str, int] = {}
        watchers = (HOST, "Ana", "Bo")
        for name in watchers:
            counted[name] = self._packets_after(name, person, muted + ON_THE_WAY)
        sent = self._sent_after(lena, muted + ON_THE_WAY)
        until = muted + ON_THE_WAY + QUIET_SECONDS
        for name in watchers:
            more = self._packets_after(name, person, until) - counted[name]
            if more:
                raise Missed(f"{name} received {more} packets of Lena's after the mute")
        more = self._sent_after(lena, until) - sent
        if more:
            raise Missed(f"Lena's machine sent {more} packets after the mute")
        return "0 packets of her sound reach anybody, 0 leave her machine"

    def _decline(self) -> str:
        stranger = self._cast.knock_headless(STRANGER, self._cast.link)
        guest = self._arrived(STRANGER)
        self._host.say(type="decline", guest=guest, message="This meeting is for the council.")
        stranger.wait_for("declined", SOON)
        stranger.wait_for("disconnected", SOON, code="declined")
        stranger.wait_end(SOON)
        packets = sum(
            track["packets"] for _, line in stranger.heard("statistics") for track in line["received"]
        )
        for name in (HOST, *MEMBERS):
            for kind in ("audio", "video"):
                self._pairs.append(nothing(name, STRANGER, kind, packets))
                self._pairs.append(nothing(STRANGER, name, kind, self._packets_of_unknown(name)))
        return "with a message; no packet of the meeting reached them"

    def _refuse(self) -> str:
        invite = parse_invite(self._cast.link)
        token = bytes([invite.token[0] ^ 1]) + invite.token[1:]
        wrong = type(invite)(
            **{**{name: getattr(invite, name) for name in invite.__struct_fields__}, "token": token}
        )
        forger = self._cast.knock_headless(FORGER, wrong.link)
        forger.wait_for("disconnected", SOON, code="wrong_token")
        forger.wait_end(SOON)
        return "wrong_token, before any signature"

    def _leave(self) -> str:
        lena = self._cast.actors["Lena"]
        lena.say(type="leave")
        lena.wait_for("disconnected", SOON, code="left")
        for name in (HOST, "Ana", "Bo"):
            self._cast.actors[name].wait_for("member_left", SOON, id=self._ids["Lena"], why="left")
        return "the others see her go"

    def _end(self) -> str:
        self._host.say(type="end")
        for name in (HOST, "Ana", "Bo"):
            self._cast.actors[name].wait_for("disconnected", SOON, code="ended")
        return "everybody is told"

    # --- what several scenes do ----------------------------------------------------------------

    def _arrived(self, name: str) -> str:
        """The id under which the host sees this guest at the door."""

        def is_it(line: Line) -> bool:
            return line.get("type") == "guest_arrived" and line["guest"]["name"] == name

        guest: str = self._host.wait_for(is_it, 3 * SOON)[1]["guest"]["id"]
        return guest

    def _admit(self, name: str) -> str:
        guest = self._arrived(name)
        self._host.say(type="admit", guest=guest)
        _, line = self._cast.actors[name].wait_for("admitted", SOON)
        self._ids[name] = line["you"]
        self._switch_on(name)
        return f"{name} is a member"

    def _switch_on(self, name: str) -> None:
        actor = self._cast.actors[name]
        actor.say(type="microphone", on=True)
        actor.say(type="camera", on=True)
        actor.wait_for("microphone_state", SOON, on=True)
        actor.wait_for("camera_state", SOON, on=True)

    def _statistics_after(self, actor: Actor, moment: float) -> Line:
        """The first statistics line that was heard after this moment."""
        while True:
            after = actor.count()
            for at, line in reversed(actor.heard("statistics")):
                if at < moment:
                    break
                return line
            actor.wait_for("statistics", SOON, after=after)

    def _packets_after(self, name: str, person: str, moment: float) -> int:
        return packets_of(self._statistics_after(self._cast.actors[name], moment), person, "audio")

    def _sent_after(self, actor: Actor, moment: float) -> int:
        sent: int = self._statistics_after(actor, moment)["sent_audio_packets"]
        return sent

    def _packets_of_unknown(self, name: str) -> int:
        """Packets that this person's machine received of anybody who is no member."""
        known = set(self._ids.values())
        lines = self._cast.actors[name].heard("statistics")
        received = lines[-1][1]["received"] if lines else []
        return sum(track["packets"] for track in received if track["person"] not in known)
