"""`cafe db`: the database's tables."""

from __future__ import annotations

import click

from cafe.cli.frame import working_app


@click.group("db")
def database() -> None:
    """Look after the database."""


@database.command()
def upgrade() -> None:
    """Bring the tables to what this version needs; running it twice changes nothing."""
    upgrade_tables()
    click.echo("The database is up to date.")


def upgrade_tables() -> None:
    """Bring the tables of the database that the environment names to what this version needs."""
    with working_app():
        from cafe.app import alembic  # noqa: PLC0415 - see working_app

        alembic.upgrade()
