"""Backing up and restoring a PostgreSQL database with PostgreSQL's own programs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo
from sqlalchemy import URL

from cafe.backup.contents import Contents, Refused, contents_of, has_content
from cafe.backup.files import arriving, unused

MAGIC = b"PGDMP"
EMPTY = """
DO $$ DECLARE each text; BEGIN
  FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('DROP TABLE public.%I CASCADE', each);
  END LOOP;
END $$;
"""
# Let no phone trust the numbers it has: they are of a life that did not happen to this database.
RENEW = "UPDATE public.stream SET epoch = gen_random_uuid()::text;\n"
OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
_VERSION = re.compile(r"^COPY public\.alembic_version .*\n(\S+)\n", re.MULTILINE)


def back_up(url: URL, target: Path) -> Contents:
    """Write a dump of one moment of the database to `target`, while others go on writing. Raises Refused."""
    with arriving(target) as part, _connected(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        snapshot = connection.execute("SELECT pg_export_snapshot()").fetchone()
        contents = contents_of(connection)
        _run(
            url, "pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--snapshot={snapshot[0]}",
            f"--file={part}",
        )  # fmt: skip
        _run(url, "pg_restore", "--list", str(part), connects=False)
        return contents


def revision_of(url: URL, backup: Path) -> str:
    """Read the revision of the tables in a dump. Raises Refused when there is none."""
    script = _run(
        url, "pg_restore", "--data-only", "--table=alembic_version", "--file=-", str(backup), connects=False
    )
    found = _VERSION.search(script)
    if found is None:
        raise Refused(f"{backup} is no backup of Kafédialog. Nothing was changed.")
    return found[1]


def restore(url: URL, backup: Path, *, replace: bool, folder: Path) -> Path | None:
    """Put a dump in the place of the database, all of it or nothing; tell where a dump of the earlier one is.

    Raises Refused.
    """
    kept = None
    with _connected(url) as connection:
        if connection.execute(OTHERS).fetchone()[0]:
            raise Refused("A server is using this database. Stop it first. Nothing was changed.")
        full = connection.execute("SELECT to_regclass('public.gathering')").fetchone()[0] and has_content(
            connection
        )
    if full:
        if not replace:
            raise Refused(
                "The database holds something already. Nothing was changed. With --replace the backup takes "
                "its place, and a dump of what was there is written to the data folder first."
            )
        kept = unused(folder, "kafedialog-before", ".dump")
        back_up(url, kept)
    with TemporaryDirectory(dir=folder) as work:
        script = Path(work) / "restore.sql"
        _run(url, "pg_restore", "--no-owner", "--no-acl", f"--file={script}", str(backup), connects=False)
        emptied, renewed = Path(work) / "empty.sql", Path(work) / "renew.sql"
        emptied.write_text(EMPTY)
        renewed.write_text(RENEW)
        _run(
            url, "psql", "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1",
            "--output=/dev/null", f"--file={emptied}", f"--file={script}", f"--file={renewed}",
        )  # fmt: skip
    return kept


def contents(url: URL) -> Contents:
    """Read what the database holds."""
    with _connected(url) as connection:
        return contents_of(connection)


@contextmanager
def _connected(url: URL) -> Iterator[Any]:
    try:
        with psycopg.connect(_conninfo(url, password=True)) as connection:
            yield connection
    except psycopg.Error as error:
        raise Refused(f"PostgreSQL says: {error}".strip()) from None


def _conninfo(url: URL, *, password: bool) -> str:
    given = {**url.translate_connect_args(username="user", database="dbname"), **url.query}
    if not password:
        given.pop("password", None)
    return make_conninfo(**given)


def _run(url: URL, name: str, *arguments: str, connects: bool = True) -> str:
    program = shutil.which(name)
    if program is None:
        raise Refused(
            f"{name} is missing. Install PostgreSQL's programs, in the server's version or a newer one "
            "(Debian: apt install postgresql-client). Nothing was changed."
        )
    # The password goes by the environment, where other users of the machine do not see it.
    environment = {**os.environ, **({"PGPASSWORD": str(url.password)} if url.password else {})}
    where = [f"--dbname={_conninfo(url, password=False)}"] if connects else []
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own program, our own arguments
        [program, *where, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Refused(f"{name} says: {done.stderr.strip()}")
    return done.stdout
