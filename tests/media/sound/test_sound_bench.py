from __future__ import annotations

import pytest

from peer.bench.sound import BARS, encode, play_ours, play_stock, queued, run, scattered


def test_a_short_run_prints_a_row_for_each_network_and_loss(capsys: pytest.CaptureFixture[str]) -> None:
    result = run(["--seconds", "4", "--seeds", "1"])
    rows = capsys.readouterr().out.splitlines()[2:-1]
    assert len(rows) == 2 * len(BARS)
    assert all(row.endswith(("holds", "MISSED")) for row in rows)
    assert result == int(any(row.endswith("MISSED") for row in rows))


@pytest.mark.parametrize("network", [queued, scattered])
def test_the_stock_buffer_loses_more_than_ours(network: type) -> None:
    packets = encode(0, 10.0)
    arrived = network(packets, 0.05, 30.0, 1)
    assert play_ours(arrived).invented < play_stock(arrived, len(packets)).invented / 2
