"""The server is restarted while a hall writes: it serves again soon, and all are back untouched."""

from __future__ import annotations

import time

import pytest

from tests.faults.figures import Figures, count
from tests.faults.oracle import lost, read_both, twice, unequal
from tests.faults.writing import hall_of_writers
from tests.support.server import Server

TABLES, GUESTS = count(full=25, quick=1), count(full=6, quick=3)
EVERY = count(full=2000, quick=300)
SERVING, BACK = 5, 15


@pytest.mark.bar(14)
@pytest.mark.parametrize("how", ["stop", "kill"])
def test_everyone_is_back(sqlite_server: Server, figures: Figures, seed: int, how: str) -> None:
    with hall_of_writers(sqlite_server, tables=TABLES, guests=GUESTS) as writers:
        writers.start(sqlite_server, seed)
        writers.order("write", every=EVERY)
        time.sleep(1)
        start = time.monotonic()
        getattr(sqlite_server, how)()
        stopped = time.monotonic() - start
        sqlite_server.start()
        serving = time.monotonic() - start
        writers.wait_until(writers.all_connected, within=60)
        back = time.monotonic() - start
        writers.order("rest")
        writers.order("finish")
        standing = writers.wait_until(writers.all_saved, within=60)
        assert min(standing["connections"]) > 1
        assert unequal(writers) == []
        oracle, stored = read_both(writers)
    assert lost(oracle, stored) == []
    assert twice(oracle, stored) == []
    assert not oracle.refused
    told = {"stop": "SIGTERM", "kill": "SIGKILL"}[how]
    figures.say(f"{told}: {len(writers.people)} devices; stopped after {stopped:.1f} s")
    figures.say(f"serving after {serving:.1f} s", held=serving <= SERVING)
    figures.say(f"all back after {back:.1f} s; 0 of {len(oracle.saved):,} lost", held=back <= BACK)
