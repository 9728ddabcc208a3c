"""`cafe backup` and `cafe restore`, as somebody at a terminal meets them."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from sqlalchemy import create_engine, text

import cafe.app
from cafe.backup import sqlite
from cafe.cli import main
from cafe.db import db
from cafe.dialogue.commands.table import AddNote
from cafe.dialogue.model import Note
from cafe.search.catching_up import catch_up
from cafe.search.finding import find
from cafe.settings import PACKAGE
from tests.support.apps import app_on, forget
from tests.support.tables import column, hashes
from tests.support.world import World, make_world

NEXT = """
import sqlalchemy as sa
from alembic import op
revision = "9999999999"
down_revision = "{head}"
branch_labels = depends_on = None
def upgrade():
    op.create_table("something_new", sa.Column("id", sa.String(36), primary_key=True))
"""


@dataclass
class Place:
    """A machine with a data folder and an empty database that the command line works on."""

    folder: Path
    new_url: Callable[[], str]
    monkeypatch: pytest.MonkeyPatch
    url: str = ""

    def move(self) -> None:
        """Go to a machine where nothing is yet."""
        self.url = self.new_url()
        self.monkeypatch.setenv("CAFE_DATABASE_URL", self.url)

    def __call__(self, *words: str | Path) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words])

    def fill(self) -> World:
        """Let a gathering take place; nobody serves afterwards."""
        app = app_on(self.url)
        world = make_world(app)
        forget(app)
        return world


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Give a machine, once with each kind of database."""
    numbers = iter(range(100))

    def new_file() -> str:
        return f"sqlite:///{tmp_path}/cafe-{next(numbers)}.db"

    new_url = new_file if request.param == "sqlite" else request.getfixturevalue("new_postgres_url")
    monkeypatch.setenv("CAFE_DATA", str(tmp_path))
    place = Place(tmp_path, new_url, monkeypatch)
    place.move()
    return place


@pytest.fixture
def embedded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """Give a machine with SQLite."""
    monkeypatch.setenv("CAFE_DATA", str(tmp_path))
    monkeypatch.delenv("CAFE_DATABASE_URL", raising=False)
    place = Place(tmp_path, lambda: "", monkeypatch, f"sqlite:///{tmp_path}/kafedialog.db")
    yield place
    assert not list(tmp_path.glob(".*.part*"))  # what was begun and not finished


def newer_program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go on as the next version, which has one table more."""
    package = folder / "next"
    shutil.copytree(PACKAGE / "migrations", package / "migrations")
    (package / "translations").symlink_to(PACKAGE / "translations")
    app = app_on(f"sqlite:///{folder}/other.db", with_tables=False)
    with app.app_context():
        (head,) = cafe.app.alembic.heads()
    (package / "migrations/9999999999_next.py").write_text(NEXT.format(head=head.revision))
    monkeypatch.setattr(cafe.app, "PACKAGE", package)


def found(app: Flask, world: World) -> list[str]:
    """Search for the world's first note in the index as it is."""
    with app.app_context(), db.sessionmaker() as session:
        words = session.get_one(Note, world.note).text
        return [each.id for each in find(session, world.session_id, words, kinds=["note"])]


def searched(app: Flask, world: World) -> list[str]:
    """Search for it the way a page does."""
    with app.app_context():
        catch_up(world.session_id)
    return found(app, world)


def test_everything_is_there_again_on_another_machine(place: Place) -> None:
    app = app_on(place.url)
    world = make_world(app)  # and the server goes on: its newest writes are not in the main file yet
    assert searched(app, world) == [world.note]
    done = place("backup", place.folder)
    assert done.exit_code == 0, done.output
    assert "2 gatherings, 2 sessions and 4 notes" in done.stdout
    assert "secret key" in done.stdout
    (file,) = place.folder.glob("kafedialog-*Z.d*")
    assert file.stat().st_mode & 0o777 == 0o600
    before, epochs = hashes(place.url), column(place.url, "SELECT epoch FROM stream ORDER BY id")
    forget(app)
    place.move()
    restored = place("restore", file)
    assert restored.exit_code == 0, restored.output
    assert "2 gatherings, 2 sessions and 4 notes" in restored.stdout
    assert hashes(place.url) == before
    anew = column(place.url, "SELECT epoch FROM stream ORDER BY id")
    assert len(set(anew)) == len(epochs)
    assert not set(anew) & set(epochs)
    app = app_on(place.url)
    assert found(app, world) == [world.note]  # by the index that came along, before it is looked after
    assert searched(app, world) == [world.note]
    forget(app)


def test_a_database_with_something_in_it_is_replaced_only_when_told_and_kept(place: Place) -> None:
    world = place.fill()
    file = place.folder / "first.backup"
    assert place("backup", file).exit_code == 0
    at_first = hashes(place.url)
    later = AddNote(
        session_id=world.session_id, table_round_id=world.place(), note_id="a-later-note", text="!"
    )
    world.hall.do(later, world.hall.guest(0))
    forget(world.app)
    later_on = hashes(place.url)

    refused = place("restore", file)
    assert refused.exit_code == 1
    assert "--replace" in refused.stderr
    assert hashes(place.url) == later_on

    done = place("restore", file, "--replace")
    assert done.exit_code == 0, done.output
    assert hashes(place.url) == at_first
    kept = Path(done.stdout.split("is kept: ")[1].splitlines()[0])
    assert place("restore", kept, "--replace").exit_code == 0
    assert hashes(place.url) == later_on


def test_a_database_that_is_served_is_left_alone(place: Place) -> None:
    place.fill()
    file = place.folder / "first.backup"
    assert place("backup", file).exit_code == 0
    before = hashes(place.url)
    engine = create_engine(place.url)
    with engine.connect() as server:
        server.execute(text("SELECT count(*) FROM note"))
        refused = place("restore", file, "--replace")
        assert refused.exit_code == 1
        assert "Stop it first" in refused.stderr
    engine.dispose()
    assert hashes(place.url) == before


def test_an_older_backup_is_brought_up_to_date(place: Place, tmp_path: Path) -> None:
    place.fill()
    file = place.folder / "older.backup"
    assert place("backup", file).exit_code == 0
    place.move()
    newer_program(tmp_path, place.monkeypatch)
    assert place("restore", file).exit_code == 0
    assert column(place.url, "SELECT version_num FROM alembic_version") == ["9999999999"]
    assert column(place.url, "SELECT count(*) FROM something_new") == [0]


def test_a_newer_backup_is_refused(place: Place, tmp_path: Path) -> None:
    place.fill()
    with place.monkeypatch.context() as patched:
        newer_program(tmp_path, patched)
        assert place("db", "upgrade").exit_code == 0
        file = place.folder / "newer.backup"
        assert place("backup", file).exit_code == 0
    place.move()
    refused = place("restore", file)
    assert refused.exit_code == 1
    assert "a newer version" in refused.stderr


def test_what_is_no_backup_is_refused(place: Place) -> None:
    place.fill()
    before = hashes(place.url)
    whole = place.folder / "whole.backup"
    assert place("backup", whole).exit_code == 0
    half, letter = place.folder / "half.backup", place.folder / "letter.txt"
    half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    letter.write_text("Dear all")
    for file in (half, letter):
        refused = place("restore", file, "--replace")
        assert refused.exit_code == 1, file
        assert isinstance(refused.exception, SystemExit)
    assert hashes(place.url) == before


def test_a_backup_is_never_written_over(place: Place) -> None:
    place.fill()
    file = place.folder / "first.backup"
    file.write_text("the only one there is")
    refused = place("backup", file)
    assert refused.exit_code == 1
    assert file.read_text() == "the only one there is"
    assert "There is no folder" in place("backup", place.folder / "nowhere" / "x").stderr


def test_a_backup_that_fails_leaves_nothing_half_done(embedded: Place) -> None:
    assert "There is no database" in embedded("backup", embedded.folder).stderr
    embedded.fill()
    file = embedded.folder / "kafedialog.db"
    broken = bytearray(file.read_bytes())
    broken[8192:20480] = b"\xff" * 12288
    file.write_bytes(broken)
    refused = embedded("backup", embedded.folder)
    assert refused.exit_code == 1
    assert not list(embedded.folder.glob("kafedialog-*"))


@pytest.mark.parametrize(
    "fails",
    [
        'op.execute("ALTER TABLE no_such_table RENAME TO other")',
        'raise __import__("alembic").util.CommandError("a step that cannot be taken")',
        "raise LookupError",
    ],
    ids=["database", "steps", "mistake"],
)
def test_a_backup_that_cannot_be_brought_up_to_date_leaves_nothing_behind(
    embedded: Place, tmp_path: Path, fails: str
) -> None:
    embedded.fill()
    before = hashes(embedded.url)
    file = embedded.folder / "good.backup"
    assert embedded("backup", file).exit_code == 0
    with embedded.monkeypatch.context() as patched:
        newer_program(tmp_path, patched)
        step = tmp_path / "next/migrations/9999999999_next.py"
        step.write_text(f"{step.read_text()}    {fails}\n")
        refused = embedded("restore", file, "--replace")
    assert refused.exit_code == 1
    if fails != "raise LookupError":  # a mistake of ours is told with all that helps to find it
        assert "Nothing was changed." in refused.stderr
        assert "[SQL" not in refused.stderr
    assert hashes(embedded.url) == before


def test_what_stands_beside_a_copy_that_failed_is_tidied_away(embedded: Place) -> None:
    embedded.fill()
    file = embedded.folder / "good.backup"
    assert embedded("backup", file).exit_code == 0

    def fails(part: Path) -> None:
        for ending in sqlite.BESIDE:
            part.with_name(part.name + ending).write_bytes(b"left open")
        raise LookupError

    with pytest.raises(LookupError):
        sqlite.restore(file, embedded.folder / "kafedialog.db", replace=True, upgrade=fails)


def test_a_damaged_database_is_kept_beside_the_restored_one(embedded: Place) -> None:
    embedded.fill()
    file = embedded.folder / "good.backup"
    assert embedded("backup", file).exit_code == 0
    before = hashes(embedded.url)
    database = embedded.folder / "kafedialog.db"
    database.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    database.with_name("kafedialog.db-wal").write_bytes(b"remains")
    assert embedded("restore", file).exit_code == 1
    assert embedded("restore", file, "--replace").exit_code == 0
    assert hashes(embedded.url) == before
    kept = {each.suffix for each in embedded.folder.glob("kafedialog-before-*")}
    assert kept >= {".db", ".db-wal"}


def test_what_a_deleted_database_left_behind_is_not_mixed_in(embedded: Place) -> None:
    embedded.fill()
    file, database = embedded.folder / "good.backup", embedded.folder / "kafedialog.db"
    assert embedded("backup", file).exit_code == 0
    before = hashes(embedded.url)
    with closing(sqlite3.connect(database)) as crashed:
        crashed.execute("DELETE FROM note")
        crashed.commit()
        left = database.with_name("kafedialog.db-wal").read_bytes()
    database.unlink()
    database.with_name("kafedialog.db-wal").write_bytes(left)
    assert embedded("restore", file).exit_code == 0
    assert hashes(embedded.url) == before


def test_a_copy_made_by_other_means_is_taken_too(embedded: Place) -> None:
    embedded.fill()
    before = hashes(embedded.url)
    database, copy = embedded.folder / "kafedialog.db", embedded.folder / "copied.db"
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    database.unlink()
    assert embedded("restore", copy).exit_code == 0
    assert hashes(embedded.url) == before


@pytest.mark.postgres
def test_missing_programs_are_named(place: Place) -> None:
    if place.url.startswith("sqlite"):
        place.fill()
        other = place.folder / "of-postgres.backup"
        other.write_bytes(b"PGDMP and more")
        assert "a backup of PostgreSQL" in place("restore", other).stderr
        return
    place.fill()
    place.monkeypatch.setenv("PATH", "/nowhere")
    refused = place("backup", place.folder)
    assert refused.exit_code == 1
    assert "pg_dump is missing" in refused.stderr
