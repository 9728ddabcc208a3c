"""A backup in the middle of the writing, and a café that goes on from it on another machine."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from cafe.cli import main
from cafe.db import db
from cafe.harvest.exports import export_session
from cafe.live.audience import Wish
from tests.faults.figures import Figures, count
from tests.faults.pens import Acked, Pen, Pens, pens_of
from tests.support.apps import app_on, forget
from tests.support.cafe import Hall, make_hall
from tests.support.clients import Client
from tests.support.server import Server
from tests.support.tables import column, hashes

TEN_MINUTES = 600


class Machine:
    """A data folder and a database that the command line works on."""

    def __init__(self, folder: Path, url: str) -> None:
        folder.mkdir(exist_ok=True)
        self.folder, self.url = folder, url

    def cafe(self, *words: str | Path) -> float:
        """Run `cafe …` to its end; tell how long it took.

        In this process, where everything is loaded: next to nothing may be written between a test's look at
        what is acknowledged and the moment that a backup is of.
        """
        began = time.monotonic()
        environment = {"CAFE_DATA": str(self.folder), "CAFE_DATABASE_URL": self.url}
        done = CliRunner().invoke(main, [str(word) for word in words], env=environment)
        assert done.exit_code == 0, done.output
        return time.monotonic() - began


@pytest.fixture
def fresh_place(request: pytest.FixtureRequest, tmp_path: Path, server: Server) -> Callable[[str], Machine]:
    """Give a function that finds a machine with nothing on it."""

    def fresh(name: str) -> Machine:
        url = f"sqlite:///{tmp_path / name / 'kafedialog.db'}"
        if not server.database_url.startswith("sqlite"):
            new_postgres_url: Callable[[], str] = request.getfixturevalue("new_postgres_url")
            url = new_postgres_url()
        return Machine(tmp_path / name, url)

    return fresh


@pytest.mark.bar(15)
def test_a_backup_while_writing_holds_all_that_was_acknowledged_and_the_cafe_goes_on(
    server: Server, fresh_place: Callable[[str], Machine], figures: Figures, seed: int, tmp_path: Path
) -> None:
    tables = count(full=40, quick=6)
    hall = make_hall(server.app, people=tables * 2, tables=tables, rounds=1)
    tickets = [server.ticket(hall.participants[number]) for number in range(tables)]
    away = pens_of(hall, server.url, tickets, seed + 1000)[0]
    away.table_round_id, away.number = hall.place(1), 99
    first, second = Machine(server.folder, server.database_url), fresh_place("second")
    backups = [tmp_path / f"{number}.backup" for number in range(count(full=10, quick=3))]
    acked: list[list[Acked]] = []
    took: list[float] = []
    with Pens(pens_of(hall, server.url, tickets, seed), pause=0.01) as pens:
        pens.wait_for(count(full=3_000, quick=120))
        for backup in backups:
            acked.append(pens.acked)
            took.append(first.cafe("backup", backup))
            pens.wait_for(10)
        pens.wait_for(count(full=1_000, quick=60))
        asyncio.run(_look(away))
        server.kill()
        time.sleep(0.5)  # what was on its way is heard
        later = set(pens.acked)
        before_restart = [pen.resets for pen in pens.pens]
        took_back = second.cafe("restore", backup)
        assert _missing(acked[-1], second.url) == []
        assert _begins_of_what_each_wrote(pens.pens, second.url)
        restored_at = _seq(second.url)
        server.folder, server.database_url = second.folder, second.url
        server.start()
        pens.wait_for(count(full=1_000, quick=120))
        while _seq(second.url) <= (away.seen or 0):
            pens.wait_for(10)
    assert (away.seen or 0) > restored_at, "somebody has seen what the backup does not hold"
    asyncio.run(_look(away))
    new = [each for each in pens.acked if each not in later]
    assert _missing(new, second.url) == []
    if _kind(server) == "SQLite":
        assert [_missing(*each) for each in zip(acked, map("sqlite:///{}".format, backups), strict=True)] == [
            [] for _ in backups
        ]
    assert _twice(second.url) == []
    _all_see_what_is_there([*pens.pens, away], hall, second.url)
    started_over = [pen.resets - earlier for pen, earlier in zip(pens.pens, before_restart, strict=True)]
    assert started_over == [1] * tables
    figures.say(
        f"{_kind(server)}: {len(backups)} backups while {tables} hosts wrote (≤ {max(took):.1f} s), 0 of "
        f"{len(acked[-1]):,} acknowledged before missing; restored in {took_back:.1f} s",
        held=max(took) + took_back < TEN_MINUTES,
    )


@pytest.mark.bar(15)
def test_a_restored_database_is_the_same_row_by_row(
    server: Server, fresh_place: Callable[[str], Machine], figures: Figures, seed: int, tmp_path: Path
) -> None:
    hall = make_hall(server.app, people=8, tables=4, rounds=1)
    tickets = [server.ticket(hall.participants[number]) for number in range(4)]
    with Pens(pens_of(hall, server.url, tickets, seed)) as pens:
        pens.wait_for(count(full=4_000, quick=100))
    time.sleep(5)  # the last presence is noted: nothing is written any more, though the server runs
    backup, second = tmp_path / "at-rest.backup", fresh_place("second")
    Machine(server.folder, server.database_url).cafe("backup", backup)
    second.cafe("restore", backup)
    here, there = hashes(server.database_url), hashes(second.url)
    assert here == there
    assert _export(server.database_url, hall) == _export(second.url, hall)
    figures.say(f"{_kind(server)}: {len(here)} tables and the export equal after restoring")


async def _look(pen: Pen) -> None:
    await pen.come()
    await pen.go()


def _kind(server: Server) -> str:
    return "SQLite" if server.database_url.startswith("sqlite") else "PostgreSQL"


def _seq(url: str) -> int:
    return int(str(column(url, "SELECT max(seq) FROM stream")[0]))


def _stored(url: str) -> set[object]:
    texts = column(url, "SELECT text FROM note") + column(url, "SELECT text FROM note_version")
    return {*texts, *column(url, "SELECT id FROM answered_command")}


def _missing(acked: list[Acked], url: str) -> list[Acked]:
    stored = _stored(url)
    return [each for each in acked if each.text not in stored or each.id not in stored]


def _begins_of_what_each_wrote(pens: list[Pen], url: str) -> bool:
    """Tell whether the backup is of one moment: of what each wrote in turn it holds a beginning."""
    answered = set(column(url, "SELECT id FROM answered_command"))
    held = [[each.id in answered for each in list(pen.acked)] for pen in pens]
    return all(each == sorted(each, reverse=True) for each in held)


def _twice(url: str) -> list[object]:
    return column(url, "SELECT text FROM note GROUP BY text HAVING count(*) > 1") + column(
        url, "SELECT command_id FROM note_version WHERE command_id <> 'first' GROUP BY 1 HAVING count(*) > 1"
    )


def _all_see_what_is_there(pens: list[Pen], hall: Hall, url: str) -> None:
    """Compare what each holds after coming back once more with what a newcomer gets from the database."""
    app = app_on(url, with_tables=False)
    for pen in pens:
        asyncio.run(_look(pen))
        assert pen.state, "a page is empty"
        held = {key: row for key, row in pen.state.items() if key[1] == "note"}
        with app.app_context(), db.sessionmaker():
            client = Client(app, hall.guest(pen.number % 99), _wish(pen))
            fresh = {key: row for key, row in client.fresh().items() if key[1] == "note"}
        assert held == fresh
    forget(app)


def _wish(pen: Pen) -> Wish:
    return Wish(stream_id=pen.session_id, capacity="host", table_id=pen.table_id)


def _export(url: str, hall: Hall) -> bytes:
    app = app_on(url, with_tables=False)
    with app.app_context():
        body = export_session(hall.session_id, "json")
    forget(app)
    return body
