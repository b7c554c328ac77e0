"""Did one person really see and hear another? Judged from what the receiver's process reported."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from client.demo.actor import Actor, Line
from client.demo.summary import Pair
from peer.media.sound_compare import Envelope, correlate

PICTURES_AT_LEAST = 0.7
"""Of the pictures sent since the first one seen."""

FREEZES_AT_MOST = 2
ALIKE_AT_LEAST = 0.8
OTHERS_ALIKE_AT_MOST = 0.4


def pictures(sender: str, person: str, receiver: Actor) -> Pair:
    """Judge what was seen: enough pictures, their counters never falling, hardly a freeze."""
    pair = _reported(sender, person, receiver, "camera")
    read = [line for _, line in receiver.heard("picture_counters") if line["person"] == person]
    if not read:
        pair.ok, pair.why = False, "no picture with a counter was decoded"
        return pair
    last = read[-1]
    sent = last["last"] - last["first"] + 1
    faults = []
    if last["pictures"] < PICTURES_AT_LEAST * sent:
        faults.append(f"{last['pictures']} of {sent} pictures since the first")
    if last["falls"]:
        faults.append(f"the counter fell {last['falls']} times")
    if pair.freezes > FREEZES_AT_MOST:
        faults.append(f"{pair.freezes} freezes")
    pair.ok, pair.why = not faults, "; ".join(faults)
    return pair


def sound(
    sender: str, person: str, receiver: Actor, heard: Mapping[str, list[float]], sent: Mapping[str, Envelope]
) -> Pair:
    """Judge what was heard: this voice, and nobody else's. `heard`: energies per person; `sent`: per name."""
    pair = _reported(sender, person, receiver, "audio")
    energies = np.trim_zeros(np.array(heard.get(person, ()), np.float32))
    alike = {name: correlate(clip, energies) for name, clip in sent.items()}
    faults = []
    if alike[sender] < ALIKE_AT_LEAST:
        faults.append(f"correlates {alike[sender]:.2f} with what {sender} sent")
    faults.extend(
        f"correlates {value:.2f} with {name}'s voice"
        for name, value in alike.items()
        if name != sender and value > OTHERS_ALIKE_AT_MOST
    )
    pair.ok, pair.why = not faults, "; ".join(faults)
    return pair


def nothing(sender: str, receiver: str, kind: str, packets: int) -> Pair:
    """Judge a pair between which no packet may pass."""
    why = f"{packets} packets" if packets else ""
    return Pair(sender, receiver, kind, 0, None, 0.0, 0, ok=packets == 0, why=why)


def packets_of(line: Line, person: str, kind: str) -> int:
    """The packets of one person's track that a statistics line counts."""
    return sum(
        track["packets"] for track in line["received"] if track["person"] == person and track["kind"] == kind
    )


def _reported(sender: str, person: str, receiver: Actor, kind: str) -> Pair:
    for _, line in reversed(receiver.heard("statistics")):
        for track in line["received"]:
            if track["person"] == person and track["kind"] == kind:
                return Pair(
                    sender=sender,
                    receiver=receiver.name,
                    kind="video" if kind == "camera" else kind,
                    frames=track["frames"],
                    first_frame_ms=track.get("first_frame_ms"),
                    concealed_percent=track.get("concealed_percent", 0.0),
                    freezes=track["freezes"],
                    ok=True,
                )
    return Pair(sender, receiver.name, "video" if kind == "camera" else kind, 0, None, 0.0, 0, ok=False)
