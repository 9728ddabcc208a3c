"""What "saved" rests on: the settings that every connection to an embedded database has."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import text

from cafe.db import db

FULL = 2


def test_every_connection_waits_for_the_disk(sqlite_app: Flask) -> None:
    with sqlite_app.app_context():
        for _ in range(2):
            with db.engine.connect() as connection:
                asked = {
                    name: connection.execute(text(f"PRAGMA {name}")).scalar()
                    for name in ("journal_mode", "synchronous", "foreign_keys")
                }
            assert asked == {"journal_mode": "wal", "synchronous": FULL, "foreign_keys": 1}
            db.engine.dispose()
