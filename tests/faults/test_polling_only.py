"""A network without WebSockets: what was written while nothing got through is stored once, by polling."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.faults.figures import Figures
from tests.faults.oracle import lost, read_both, twice, unequal
from tests.faults.writing import Writers, hall_of_writers
from tests.support.server import Server

# Stock Socket.IO, which keeps what is emitted while disconnected, delivered 1 of 40.
KEPT_BACK = 200


def write_without_network(writers: Writers, number: int, count: int) -> None:
    """Let one person write so many things while nothing gets through."""
    writers.networks[number].cut()
    writers.wait_until(lambda standing: standing["connected"] < len(writers.people), within=10)
    while writers.order("standing")["pending"] < count:
        writers.order("fill", count=1, only=[number])
    writers.networks[number].mend()


def at_most(left: int) -> Callable[[dict[str, Any]], bool]:
    """Tell, of how it stands, whether no more than so many operations are left."""
    return lambda standing: standing["pending"] <= left


@pytest.mark.bar(3)
def test_each_is_stored_once(sqlite_server: Server, figures: Figures, seed: int) -> None:
    with hall_of_writers(sqlite_server, tables=1, guests=1, seconds=0.003) as writers:
        writers.start(sqlite_server, seed, polling_only=True)
        guest = 2
        write_without_network(writers, guest, KEPT_BACK)
        for left in (150, 100, 50):
            writers.wait_until(at_most(left), within=60)
            writers.networks[guest].snap()
        standing = writers.wait_until(writers.all_saved, within=60)
        assert set(standing["transports"]) == {"polling"}
        assert unequal(writers) == []
        oracle, stored = read_both(writers)
    assert len(oracle.saved) == KEPT_BACK
    assert lost(oracle, stored) == []
    assert twice(oracle, stored) == []
    assert not oracle.refused
    again = f"3 breaks on the way, {oracle.sent_again} sent again"
    figures.say(f"{KEPT_BACK} of {KEPT_BACK} kept back, stored once each; {again}")
