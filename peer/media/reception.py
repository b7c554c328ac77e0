"""How one stream arrives, for reports to its sender (RFC 3550 section 6.4 and appendix A)."""

from __future__ import annotations

from peer.media.rtcp import ReceptionReport


class Reception:
    """Counters of one received stream. Hot paths add to `packets`; everything else happens once a second."""

    __slots__ = ("_base", "_expected_before", "_received_before", "_report", "_report_at", "packets", "ssrc")

    def __init__(self, ssrc: int) -> None:
        self.ssrc = ssrc
        self.packets = 0
        self._base = 0
        self._expected_before = 0
        self._received_before = 0
        self._report = 0
        self._report_at = 0.0

    def begin(self, number: int) -> None:
        self._base = number

    def sender_reported(self, ntp_time: int, now: float) -> None:
        """The sender's SR arrived; the next report block lets it measure the round trip."""
        self._report = (ntp_time >> 16) & 0xFFFFFFFF
        self._report_at = now

    def report(self, highest: int, now: float) -> ReceptionReport:
        """The block for the time since the last call. Interarrival jitter is not measured and given as 0."""
        expected = highest - self._base + 1
        lost = max(0, (expected - self._expected_before) - (self.packets - self._received_before))
        in_interval = expected - self._expected_before
        self._expected_before = expected
        self._received_before = self.packets
        fraction = min(255, (lost << 8) // in_interval) if in_interval > 0 else 0
        since = int((now - self._report_at) * 65536) if self._report else 0
        return ReceptionReport(
            ssrc=self.ssrc,
            fraction_lost=fraction,
            packets_lost=expected - self.packets,
            highest_sequence=highest,
            jitter=0,
            last_report=self._report,
            since_last_report=since & 0xFFFFFFFF,
        )
