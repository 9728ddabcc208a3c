"""What a database holds, in the few figures by which somebody recognises it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from cafe.clock import SECOND

_COUNTS = """
SELECT (SELECT count(*) FROM gathering), (SELECT count(*) FROM cafe_session), (SELECT count(*) FROM note)
"""
_NEWEST = "SELECT max(at) FROM answered_command"
_REVISION = "SELECT version_num FROM alembic_version"
_SOMEBODY = "SELECT EXISTS (SELECT 1 FROM gathering) OR EXISTS (SELECT 1 FROM user_account)"


class Refused(Exception):
    """A backup or a restoration that was not made; nothing has changed. The message says what to do."""


class Asked(Protocol):
    """A connection of sqlite3 or psycopg."""

    def execute(self, query: Any, /) -> Any:
        """Run a query and give its cursor."""


@dataclass(frozen=True, kw_only=True)
class Contents:
    """How much a database holds, the revision of its tables, and when it was last changed (ms)."""

    gatherings: int
    sessions: int
    notes: int
    revision: str
    newest: int | None

    def __str__(self) -> str:
        """Say it in words."""
        counted = (
            f"{_many(self.gatherings, 'gathering')}, {_many(self.sessions, 'session')} "
            f"and {_many(self.notes, 'note')}"
        )
        if self.newest is None:
            return f"{counted}; nothing was ever changed in it"
        moment = datetime.fromtimestamp(self.newest / SECOND, UTC)
        return f"{counted}; the newest change is of {moment:%Y-%m-%d %H:%M:%S} UTC"


def contents_of(connection: Asked) -> Contents:
    """Read what a database with our tables holds. Raises what the driver raises when it has other ones."""
    gatherings, sessions, notes = connection.execute(_COUNTS).fetchone()
    return Contents(
        gatherings=gatherings,
        sessions=sessions,
        notes=notes,
        revision=connection.execute(_REVISION).fetchone()[0],
        newest=connection.execute(_NEWEST).fetchone()[0],
    )


def has_content(connection: Asked) -> bool:
    """Tell whether somebody has an account or a gathering in a database with our tables."""
    return bool(connection.execute(_SOMEBODY).fetchone()[0])


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
