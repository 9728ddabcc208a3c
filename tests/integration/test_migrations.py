"""The tables that the migrations make are those that the models name."""

from __future__ import annotations

from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask

from cafe.db import Base, db

# What each kind of database has beside the models, or cannot tell as it was written: what an embedded one
# searches with follows `search_document` by triggers, and an index over an expression is not read back.
BESIDE = {
    "sqlite": ("search_terms", "ix_search_document_terms"),
    "postgresql": ("uq_user_account_email",),
}


def said(change: Any) -> str:
    """Say what differs: an operation, and the table, index or column."""
    return f"{change[0]} {getattr(change[1], 'name', change[1:4])}"


@pytest.mark.filterwarnings("ignore:autogenerate skipping:UserWarning")
def test_the_migrations_make_what_the_models_name(app: Flask) -> None:
    with app.app_context(), db.engine.connect() as connection:
        # Defaults are not compared: some stand in a migration alone, for the rows that were there before.
        beside = BESIDE[connection.dialect.name]
        found = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    flat = [one for change in found for one in (change if isinstance(change, list) else [change])]
    assert [said(change) for change in flat if not said(change).split()[-1].startswith(beside)] == []
