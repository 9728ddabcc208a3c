"""Backing up and restoring whichever database the settings name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from flask import Flask, current_app
from sqlalchemy import URL

from cafe.app import alembic, create_app
from cafe.backup import postgres, sqlite
from cafe.backup.contents import Contents, Refused
from cafe.backup.files import unused
from cafe.db import db
from cafe.settings import Settings

EMBEDDED = "sqlite"


@dataclass(frozen=True, kw_only=True)
class Done:
    """What came of it: the file (of the backup, or of the earlier database), and what it holds."""

    file: Path | None
    contents: Contents


def back_up(target: Path) -> Done:
    """Write a backup of the app's database to a file, or under a name of its own into a folder."""
    url = db.engine.url
    embedded = url.get_backend_name() == EMBEDDED
    if target.is_dir():
        target = unused(target, "kafedialog", ".db" if embedded else ".dump")
    if target.exists():
        raise Refused(f"There is a file {target} already. Choose another name.")
    if not target.parent.is_dir():
        raise Refused(f"There is no folder {target.parent}.")
    contents = sqlite.back_up(_file(url), target) if embedded else postgres.back_up(url, target)
    return Done(file=target, contents=contents)


def restore(backup: Path, *, replace_earlier: bool, folder: Path) -> Done:
    """Put a backup in the place of the app's database, brought up to date, with streams begun anew."""
    url = db.engine.url
    _must_fit(backup, embedded=url.get_backend_name() == EMBEDDED)
    if url.get_backend_name() == EMBEDDED:
        contents, kept = sqlite.restore(backup, _file(url), replace=replace_earlier, upgrade=_upgrade_file)
        return Done(file=kept, contents=contents)
    _must_know(postgres.revision_of(url, backup))
    kept = postgres.restore(url, backup, replace=replace_earlier, folder=folder)
    contents = postgres.contents(url)
    alembic.upgrade()
    return Done(file=kept, contents=contents)


def _must_fit(backup: Path, *, embedded: bool) -> None:
    with backup.open("rb") as file:
        beginning = file.read(16)
    if beginning.startswith(sqlite.MAGIC if embedded else postgres.MAGIC):
        return
    if beginning.startswith((sqlite.MAGIC, postgres.MAGIC)):
        ours, other = ("SQLite", "PostgreSQL") if embedded else ("PostgreSQL", "SQLite")
        raise Refused(f"{backup} is a backup of {other}, and CAFE_DATABASE_URL names {ours}.")
    raise Refused(f"{backup} is no backup of Kafédialog. Nothing was changed.")


def _must_know(revision: str) -> None:
    if revision not in {script.revision for script in alembic.script_directory.walk_revisions()}:
        raise Refused(
            "This backup was made by a newer version of Kafédialog "
            f"(its tables are of revision {revision}). Install that version first. Nothing was changed."
        )


def _upgrade_file(file: Path) -> None:
    with _app_on(file):
        current = alembic.migration_context.get_current_revision()
        _must_know(str(current))
        alembic.upgrade()


@contextmanager
def _app_on(file: Path) -> Iterator[Flask]:
    settings: Settings = current_app.extensions["cafe_settings"]
    app = create_app(replace(settings, database_url=f"sqlite:///{file}"))
    with app.app_context():
        try:
            yield app
        finally:
            db.engine.dispose()


def _file(url: URL) -> Path:
    if not url.database or url.database == ":memory:":
        raise Refused("CAFE_DATABASE_URL names no file.")
    return Path(url.database)
