"""What a meeting's media counted, by person: for tests, benches and whoever looks for what goes wrong."""

from __future__ import annotations

from peer.media.host_connection import HostConnection


def statistics_of(connection: HostConnection) -> dict[str, dict[str, int]]:
    """Counters of each track ("audio", "camera", "screen"), of the "connection" and of what was "sent"."""
    found: dict[str, dict[str, int]] = {}
    for track in connection.tracks.values():
        found[track.kind.value] = {
            "packets": track.reception.packets,
            "forwarded": track.forwarded,
            "stopped_at_gate": track.stopped_at_gate,
            "refused": track.refused,
            "missing": len(track.missing),
            "given_up": track.missing.given_up,
        }
    slots = connection.slots.values()
    found["sent"] = {
        "slots": len(slots),
        "packets": sum(slot.packets for slot in slots),
        "octets": sum(slot.octets for slot in slots),
        "resent": sum(slot.resent for slot in slots),
        "unsent": sum(slot.unsent for slot in slots),
    }
    wire = connection.wire
    upstream = connection.upstream
    found["connection"] = {
        "number": connection.number,
        "offered": int(connection.waits_for_answer),
        "packets": 0 if wire is None else wire.packets,
        "dropped": 0 if wire is None else wire.dropped,
        "unauthentic": 0 if wire is None else wire.unauthentic,
        "unknown_ssrc": connection.counters.unknown_ssrc,
        "rtcp_malformed": connection.counters.rtcp_malformed,
        "stale_answers": connection.counters.stale_answers,
        "key_frames_asked": 0 if upstream is None else upstream.key_frames_asked,
        "key_frames_refused": connection.key_frame_budget.spent,
        "resends_refused": sum(slot.resent_share.spent for slot in slots),
        "rtcp_refused": connection.rtcp_budget.spent,
    }
    return found
