"""No acknowledgement before its fsync, and none lost by a power cut: both from one recording of a server.

The recording says in which order the server wrote, synced and answered. A cut anywhere in it leaves what was
synced and any part of the rest; SQLite opens that, and what had been answered must be there.
"""

from __future__ import annotations

import random
import re
import sqlite3
import time
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.faults.disk import Disk
from tests.faults.figures import Figures, count
from tests.faults.pens import Acked, Pen, Pens, pens_of
from tests.faults.recording import Happening, Said, Synced, recorded, require_strace, watching
from tests.support.apps import app_on, forget
from tests.support.cafe import make_hall
from tests.support.server import Server, free_port

TABLES = 4
FIRST = re.compile(rb'"result":\{"note_id":"([^"]+)"')


@dataclass
class Recording:
    """What happened, the files before it, and at which point which operations had been acknowledged."""

    folder: Path
    before: dict[str, bytes]
    happenings: Sequence[Happening]
    acked: list[tuple[int, Acked]]

    def promised(self, at: int) -> list[Acked]:
        """Give what had been acknowledged before a point."""
        return [each for _, each in self.acked[: bisect_right(self.acked, at - 1, key=lambda ack: ack[0])]]

    def disks(self, points: list[int]) -> Iterator[tuple[int, Disk]]:
        """Give the disk at each of the points, which must be in order."""
        disk, done = Disk(self.folder, self.before), 0
        for point in points:
            for happening in self.happenings[done:point]:
                disk.take(happening)
            done = point
            yield point, disk


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    """Let hosts write to a server that is watched, and read what was seen."""
    require_strace()
    folder = tmp_path_factory.mktemp("server")
    database, log = folder / "kafedialog.db", tmp_path_factory.mktemp("watched") / "strace.log"
    url, address = f"sqlite:///{database}", f"http://127.0.0.1:{free_port()}"
    server = Server(address, folder, app_on(url), url, (address,), watched_by=watching(log))
    hall = make_hall(server.app, people=TABLES * 2, tables=TABLES, rounds=1)
    tickets = [server.ticket(hall.participants[number]) for number in range(TABLES)]
    forget(server.app)  # the last to close takes all into the one file
    before = {str(database): database.read_bytes()}
    assert not database.with_name("kafedialog.db-wal").exists()
    pens = pens_of(hall, address, tickets, seed=4)
    server.start()
    try:
        with Pens(pens) as writing:
            writing.wait_for(count(full=800, quick=100))
    finally:
        server.stop()
    _wait_until_written(log)
    happenings = recorded(log, database)
    return Recording(folder, before, happenings, _acks(happenings, pens))


@pytest.mark.bar(4)
def test_no_answer_leaves_before_what_it_says_is_on_the_disk(
    recording: Recording, figures: Figures, tmp_path: Path
) -> None:
    points = sorted({at for at, _ in recording.acked})
    lost = [
        (point, each)
        for point, disk in recording.disks(points)
        # The ack is on its way: of all that has not been synced nothing survives.
        for each in _lost(
            [*recording.promised(point + 1)], disk.after_power_cut(random.Random(), 0), tmp_path
        )
    ]
    assert lost == []
    syncs = sum(isinstance(each, Synced) for each in recording.happenings)
    figures.say(f"{len(recording.acked)} answers, each after the fsync that covers it ({syncs} syncs)")


@pytest.mark.bar(4)
def test_a_power_cut_keeps_everything_that_was_acknowledged(
    recording: Recording, figures: Figures, seed: int, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    points = sorted(chance.choices(range(len(recording.happenings) + 1), k=count(full=2_000, quick=100)))
    lost = _lost_by_cuts(recording, points, chance, tmp_path)
    assert lost == []
    figures.say(f"{len(points):,} power cuts at random moments, 0 acknowledged lost, no database damaged")
    # And the measure itself: had nothing been synced, it would show.
    happenings = [each for each in recording.happenings if not isinstance(each, Synced)]
    careless = replace(recording, happenings=happenings, acked=[(0, each) for _, each in recording.acked])
    assert _lost_by_cuts(careless, [len(happenings)], chance, tmp_path, survives=(0,))


def _lost_by_cuts(
    recording: Recording,
    points: list[int],
    chance: random.Random,
    folder: Path,
    survives: tuple[float, ...] = (0, 0.1, 0.5, 0.9, 1),
) -> list[tuple[int, Acked]]:
    return [
        (point, each)
        for point, disk in recording.disks(points)
        for each in _lost(
            recording.promised(point), disk.after_power_cut(chance, chance.choice(survives)), folder
        )
    ]


def _lost(promised: list[Acked], files: dict[str, bytes], folder: Path) -> list[Acked]:
    """Open what is left as the server would, and tell what is missing."""
    for old in folder.glob("found*"):
        old.unlink()
    for path, data in files.items():
        (folder / Path(path).name.replace("kafedialog", "found")).write_bytes(data)
    with closing(sqlite3.connect(folder / "found.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        answered = {row[0] for row in connection.execute("SELECT id FROM answered_command")}
        texts = {row[0] for row in connection.execute("SELECT text FROM note")}
        texts |= {row[0] for row in connection.execute("SELECT text FROM note_version")}
    return [each for each in promised if each.id not in answered or each.text not in texts]


def _acks(happenings: Sequence[Happening], pens: list[Pen]) -> list[tuple[int, Acked]]:
    """Tell at which point which operation was acknowledged. A pen waits for each answer."""
    by_socket: dict[str, list[int]] = defaultdict(list)
    owner: dict[str, Pen] = {}
    by_first = {pen.acked[0].note_id: pen for pen in pens}
    for at, happening in enumerate(happenings):
        if isinstance(happening, Said) and b'"result":{' in happening.data:
            if not by_socket[happening.to]:
                first = FIRST.search(happening.data)
                assert first is not None
                owner[happening.to] = by_first[first[1].decode()]
            by_socket[happening.to] += [at] * happening.data.count(b'"result":{')
    found = [
        (at, each)
        for to, points in by_socket.items()
        for at, each in zip(points, owner[to].acked, strict=False)
    ]
    assert len(found) == sum(len(pen.acked) for pen in pens), "every answer is in the recording"
    return sorted(found, key=lambda ack: ack[0])


def _wait_until_written(log: Path) -> None:
    size = -1
    while log.stat().st_size != size:
        size = log.stat().st_size
        time.sleep(0.3)
