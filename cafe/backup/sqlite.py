"""Backing up and restoring an embedded database."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic.util import CommandError
from sqlalchemy.exc import SQLAlchemyError

from cafe.backup.contents import Contents, Refused, contents_of, has_content
from cafe.backup.files import arriving, owned_like, synced, unused

MAGIC = b"SQLite format 3\x00"
BESIDE = ("-wal", "-shm", "-journal")
NOT_OURS = "{} is damaged, or no backup of Kafédialog: {}. Nothing was changed."
# What reading the copy, or bringing its tables up to date, may come upon.
UNREADABLE = (sqlite3.Error, SQLAlchemyError, CommandError)

Upgrade = Callable[[Path], None]


def back_up(database: Path, target: Path) -> Contents:
    """Write a copy of one moment of `database` to `target`, checked, while others go on writing.

    VACUUM INTO reads in one transaction, the newest writes in the -wal file included, and leaves out the
    pages of what has been erased. Raises Refused.
    """
    if not database.exists():
        raise Refused(f"There is no database at {database}. `cafe db upgrade` makes one.")
    with arriving(target) as part:
        try:
            with closing(_open(database)) as live:
                live.execute("VACUUM INTO ?", (str(part),))
            return _checked(part)
        except sqlite3.Error as error:
            raise Refused(f"{database} could not be copied: {error}.") from None


def restore(backup: Path, database: Path, *, replace: bool, upgrade: Upgrade) -> tuple[Contents, Path | None]:
    """Put a backup in the place of `database`; tell what it holds and where the earlier file is.

    Everything is done to a copy, which takes the place at the very end. Raises Refused.
    """
    earlier = _released(database, replace=replace)
    with arriving(database) as part, _alone(part):
        shutil.copyfile(backup, part)
        try:
            contents = _checked(part)
            upgrade(part)
            _renew_epochs(part)
        except UNREADABLE as error:
            raise Refused(NOT_OURS.format(backup, str(error).partition("\n")[0])) from None
        owned_like(part, database if earlier else database.parent)
        kept = _put_aside(database)
    return contents, kept


@contextmanager
def _alone(part: Path) -> Iterator[None]:
    """Leave nothing beside a copy, whatever became of it: the connections to it are closed by then."""
    try:
        yield
    finally:
        for ending in BESIDE:
            part.with_name(part.name + ending).unlink(missing_ok=True)


def _checked(copy: Path) -> Contents:
    with closing(_open(copy)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")  # all in one file, whatever made the copy
        broken = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        if broken or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.DatabaseError(broken[0] if broken else "rows point at rows that are not there")
        return contents_of(connection)


def _renew_epochs(copy: Path) -> None:
    """Let no phone trust the numbers it has: they are of a life that did not happen to this database."""
    with closing(_open(copy)) as connection, connection:
        connection.execute("UPDATE stream SET epoch = lower(hex(randomblob(9)))")


def _released(database: Path, *, replace: bool) -> bool:
    """Tell whether a database is there; nobody may be using it, and nobody's gathering may be in it."""
    if not database.exists():
        return False
    try:
        with closing(_open(database, "ro")) as connection:
            # Looked at without writing first: of a damaged one SQLite would tidy away what stands beside it.
            connection.execute("PRAGMA schema_version").fetchone()
        with closing(_open(database)) as connection:
            # Takes in what stands in the -wal file. It needs the database for itself.
            connection.execute("PRAGMA journal_mode=DELETE")
            has_tables = connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
            full = bool(has_tables) and has_content(connection)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise Refused(f"A server is using {database}. Stop it first. Nothing was changed.") from None
        full = True
    except sqlite3.DatabaseError:
        full = True  # damaged: perhaps the reason for all this, and perhaps the last there is
    if full and not replace:
        raise Refused(
            f"{database} holds something already. Nothing was changed. "
            "With --replace the backup takes its place, and the file is kept beside it under another name."
        )
    return True


def _put_aside(database: Path) -> Path | None:
    kept = unused(database.parent, f"{database.stem}-before", database.suffix)
    for ending in BESIDE:
        # Of a damaged database, or of one that somebody has deleted: SQLite would mix it into the new one.
        beside = database.with_name(database.name + ending)
        if beside.exists():
            beside.rename(kept.with_name(kept.name + ending))
    if not database.exists():
        return None
    try:
        os.link(database, kept)  # so that there is no moment without a database
    except OSError:
        database.rename(kept)
    synced(database.parent)
    return kept


def _open(file: Path, mode: str = "rw") -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=5)
