"""Networks break and the server is killed while people write; what was acknowledged stays, and all see it."""

from __future__ import annotations

import heapq
import random
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count as numbers
from typing import Any

import pytest

from tests.faults.figures import Figures, count
from tests.faults.oracle import lost, read_both, twice, undone, unequal
from tests.faults.writing import Writers, hall_of_writers
from tests.support.server import Server

TABLES, GUESTS = count(full=25, quick=1), count(full=6, quick=3)
CUTS, KILLS = count(full=20, quick=2), count(full=10, quick=2)
SECONDS = count(full=120, quick=3)
EVERY = count(full=2000, quick=300)
# By then every device has asked the time, and so knows that nothing is missing.
VOUCHED = 3
# A dead line is noticed after 5 seconds; a shorter hole breaks it when it is over.
LONGEST = count(full=6, quick=2)
# How a network breaks, and how often: most breaks are short.
KINDS = {"snap": 60, "cut": 16, "black_hole": 4, "half_open": 8, "reload": 6, "phone_dies": 6}
LASTS = {
    "snap": (0, 0),
    "cut": (0.2, 1),
    "reload": (0.2, 1),
    "phone_dies": (0.2, 1),
    "black_hole": (1, LONGEST),
    "half_open": (1, LONGEST),
}


@dataclass(frozen=True, kw_only=True)
class Break:
    """One break of one device's network, or of the device itself."""

    kind: str
    number: int
    lasts: float


def schedule(seed: int, people: int) -> Iterator[tuple[float, Break]]:
    """Give what breaks when; the same for the same seed."""
    chance = random.Random(seed)
    for number in range(people):
        for cut in range(CUTS):
            (kind,) = chance.choices(list(KINDS), list(KINDS.values()))
            if cut == 0:
                kind = list(KINDS)[number % len(KINDS)]  # in a small run, too, everything breaks
            lasts = chance.uniform(*LASTS[kind])
            yield chance.uniform(0, SECONDS), Break(kind=kind, number=number, lasts=lasts)


class Breaking:
    """Breaks what the schedule says, but only what stands: a break of nothing would not count."""

    def __init__(self, writers: Writers, seed: int) -> None:
        self._writers = writers
        self._order = numbers()
        self._plan: list[tuple[float, int, Break]] = []
        for at, what in schedule(seed, len(writers.people)):
            self._later(at, what)
        self.done = 0

    def go_on(self) -> None:
        """Break everything, in time, and mend it."""
        start = time.monotonic()
        while self._plan:
            at, _, what = heapq.heappop(self._plan)
            time.sleep(max(0.0, start + at - time.monotonic()))
            network = self._writers.networks[what.number]
            now = time.monotonic() - start
            if what.kind == "mend":
                network.mend()
            elif not network.connections:
                self._later(now + 0.25, what)
            else:
                self._break(what, now)

    def _later(self, at: float, what: Break) -> None:
        heapq.heappush(self._plan, (at, next(self._order), what))

    def _break(self, what: Break, now: float) -> None:
        self.done += 1
        network = self._writers.networks[what.number]
        if what.kind in {"reload", "phone_dies"}:
            network.cut()
            self._writers.order("fill", count=2, only=[what.number])
            self._writers.order("reload", number=what.number, warned=what.kind == "reload")
        else:
            getattr(network, what.kind)()
        if what.lasts:
            self._later(now + what.lasts, Break(kind="mend", number=what.number, lasts=0))


def kill_again_and_again(server: Server, seed: int) -> None:
    """Kill the server at moments of no meaning, and start it again on the same file."""
    chance = random.Random(-seed - 1)
    for _ in range(KILLS):
        time.sleep(chance.uniform(0.3, 0.7) * SECONDS / KILLS)
        server.kill()
        server.start()


@pytest.mark.bar(1)
def test_nothing_acknowledged_is_lost(sqlite_server: Server, figures: Figures, seed: int) -> None:
    with hall_of_writers(sqlite_server, tables=TABLES, guests=GUESTS) as writers:
        writers.start(sqlite_server, seed)
        writers.order("write", every=EVERY)
        breaking = Breaking(writers, seed)
        killing = threading.Thread(target=kill_again_and_again, args=(sqlite_server, seed))
        killing.start()
        breaking.go_on()
        killing.join()
        standing = until_equal(writers, figures)
        oracle, stored = read_both(writers)
    assert lost(oracle, stored) == []
    assert twice(oracle, stored) == []
    assert not oracle.refused
    assert not oracle.unsettled()
    assert undone(oracle, stored) == []
    assert len(oracle.saved) > len(writers.people)
    reconnected = sum(standing["connections"]) - len(writers.people)
    figures.say(
        f"{len(writers.people) - 1} writers, {breaking.done} cuts, {KILLS} kills, {reconnected} times back"
    )
    said = f"0 of {len(oracle.saved):,} operations ({oracle.characters:,} characters) lost, none twice,"
    figures.say(f"{said} {oracle.sent_again} sent again; seed {seed}")


def until_equal(writers: Writers, figures: Figures) -> dict[str, Any]:
    """Cut off all but one, let everyone write on, and see how soon after coming back all have the same.

    The one that stays writes what the others are the first to miss, next to the last that they surely have.
    """
    writers.order("rest")
    writers.order("finish")
    writers.wait_until(writers.all_saved, within=60)
    time.sleep(VOUCHED)
    for network in writers.networks[1:]:
        network.cut()
    writers.order("fill", count=2)
    writers.order("finish")
    for network in writers.networks[1:]:
        network.mend()
    writers.wait_until(writers.all_saved, within=60)
    end = time.monotonic() + 60  # how long it took is a figure
    while (rooms := unequal(writers)) and time.monotonic() < end:
        time.sleep(0.1)
    assert rooms == []
    standing: dict[str, Any] = writers.order("standing")
    took = max(0.0, standing["changedAt"] - standing["connectedAt"]) / 1000
    figures.say(f"all equal {took:.1f} s after the last had reconnected", held=took <= 2)
    return standing
